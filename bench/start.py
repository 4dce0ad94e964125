"""From the command to the first window, beside an empty PySide6 window; each in a fresh process."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Result, beside

_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
_LOGIN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from logeerhuis_app.app import Program
from logeerhuis_app.ui.application import make_application
from logeerhuis_app.clock import SystemClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.paths import settings_dir
from logeerhuis_app.settings import SettingsFile
place = HousePlace(Path(sys.argv[1]))
app = make_application(settings_dir(place.folder))
program = Program(place, SystemClock(), SettingsFile(settings_dir(place.folder)))
program.start()
program.login.repaint()
import os
os._exit(0)
"""


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder) / "house"
        _python("from bench.start import build; build()", str(house))
        result = beside(
            "start to the login on screen",
            lambda: _python(_LOGIN, str(house)),
            "an empty PySide6 window",
            lambda: _python(_EMPTY),
            rounds=7,
        )
        return [result]


def build() -> None:
    """In a process of its own, so that nothing of it is warm here."""
    from bench.houses import NOON
    from logeerhuis_app import i18n
    from logeerhuis_app.clock import FixedClock
    from logeerhuis_app.db.place import HousePlace
    from logeerhuis_app.services.practice_house import build_practice_house

    i18n.install()
    build_practice_house(HousePlace(Path(sys.argv[1])), FixedClock(NOON))


def _python(code: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)
