"""``logeerhuis self-test``: does this copy of the program work on this machine? Run on the packed program too.

A missing migration, font, catalogue or Qt library shows here, and not on the first working day.
"""

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import click

from logeerhuis_app import i18n
from logeerhuis_app.clock import Clock, house_time
from logeerhuis_app.commands.context import Setting
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors import SelfTestFailed
from logeerhuis_app.domain.handover import shift_at
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n import _
from logeerhuis_app.paths import settings_dir
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house, log_in

USERNAME, PASSWORD = "zelftest", "alleen voor de zelftest"
PLAIN_HEADER = b"SQLite format 3"


def run(setting: Setting) -> None:
    """Every step says what works; the first that does not ends it with exit code 1.

    Raises:
        SelfTestFailed.
    """
    done = []
    with tempfile.TemporaryDirectory(prefix="logeerhuis-zelftest-", ignore_cleanup_errors=True) as folder:
        place = HousePlace(Path(folder) / "huis")
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Dutch texts"), _load_dutch),
            (_("empty encrypted house"), lambda: _make_house(place, setting.clock)),
            (_("window"), lambda: _open_window(place, setting.clock)),
            (_("PDF"), lambda: _make_pdf(setting.clock)),
        )
        for name, step in steps:
            step()
            done.append(name)
            if not setting.as_json:
                click.echo(_("{step}: works").format(step=name))
    setting.answer(_("Self-test passed."), {"passed": done})


def _require(is_right: bool, step: str) -> None:
    if not is_right:
        raise SelfTestFailed(step)


def _load_dutch() -> None:
    i18n.install("nl")
    _require(i18n.language() == "nl" and _("Handover") != "Handover", "language")


def _make_house(place: HousePlace, clock: Clock) -> None:
    """Migrated from nothing, unreadable without the key, and opened again with the password."""
    manager = NewUser(USERNAME, "Z. Test", Role.MANAGER, PASSWORD)
    create_house(place, "Zelftest", manager, clock, is_practice=True).engine.dispose()
    _require(not place.database.read_bytes().startswith(PLAIN_HEADER), "encryption")
    with _house(place, clock) as door:
        _require(door.role is Role.MANAGER, "login")


@contextmanager
def _house(place: HousePlace, clock: Clock) -> Iterator[Door]:
    door = log_in(place, USERNAME, PASSWORD, clock)
    try:
        yield door
    finally:
        door.engine.dispose()


def _open_window(place: HousePlace, clock: Clock) -> None:
    """The whole workplace with every screen of the manager, drawn without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from logeerhuis_app.settings import SettingsFile
    from logeerhuis_app.ui.application import make_application
    from logeerhuis_app.ui.operations import Operations
    from logeerhuis_app.ui.workplace import Workplace

    app = make_application(settings_dir(place.folder))
    with _house(place, clock) as door:
        workplace = Workplace(Operations(door), SettingsFile(settings_dir(place.folder)), "Zelftest", is_practice=True)
        workplace.show()
        QApplication.processEvents()
        picture = workplace.window.grab().toImage()
        colours = {picture.pixel(x, picture.height() // 2) for x in range(0, picture.width(), 7)}
        workplace.close()
        QApplication.processEvents()
    _require(app is not None and len(colours) > 2, "window")
    _let_go_of_the_log()


def _let_go_of_the_log() -> None:
    """Its file goes with the temporary folder."""
    log = logging.getLogger("logeerhuis_app")
    for handler in list(log.handlers):
        if isinstance(handler, logging.FileHandler):
            log.removeHandler(handler)
            handler.close()


def _make_pdf(clock: Clock) -> None:
    """A page with the shipped font, read back."""
    import pypdfium2

    from logeerhuis_app.reports.handover import build_handover
    from logeerhuis_app.services.rows.handover import HandoverPrint, HandoverRows, PrintStamp

    now = clock.now_utc()
    shift = shift_at(house_time(now).replace(tzinfo=None))
    rows = HandoverRows(shift, "Zelftést", (), (), departures_today=0)
    out = BytesIO()
    build_handover(HandoverPrint(rows, (), PrintStamp(now, "Z. Test", shift, "Zelftést", is_practice=True)), out)
    document = pypdfium2.PdfDocument(out.getvalue())
    text = document[0].get_textpage().get_text_range()
    document.close()
    _require("Zelftést" in text, "pdf")
