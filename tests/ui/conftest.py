"""Every window test runs in Dutch and in the house's look, as a user sees it."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app import i18n
from logeerhuis_app.ui.garbage import WindowGarbage
from logeerhuis_app.ui.style import apply_style

PATIENCE_MS = 30_000
"""How long a test waits for what is going to happen anyway: a busy machine is no fault of the house."""
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    assert _wait.__kwdefaults__ is not None
    _wait.__kwdefaults__["timeout"] = PATIENCE_MS


@pytest.fixture(scope="session", autouse=True)
def house_look(qapp: QApplication) -> None:
    i18n.install("nl")
    apply_style(qapp)


@pytest.fixture(autouse=True)
def garbage_in_the_windows_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program: a job's thread never gets to destroy a widget."""
    gc.disable()
    yield
    WindowGarbage().collect_if_due()
    gc.enable()
