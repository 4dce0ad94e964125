"""Qt itself, before the first window."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from logeerhuis_app import i18n, log
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.style import apply_style


def make_application(folder: Path) -> QApplication:
    """Qt in Dutch and in the house's look."""
    i18n.install("nl")
    log.start(folder)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Logeerhuis")
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    apply_style(app, SettingsFile(folder).text_scale / 100)
    return app
