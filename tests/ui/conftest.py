"""Every window test runs in Dutch and in the house's look, as a user sees it."""

import pytest
from PySide6.QtWidgets import QApplication

from logeerhuis_app import i18n
from logeerhuis_app.ui.style import apply_style


@pytest.fixture(scope="session", autouse=True)
def house_look(qapp: QApplication) -> None:
    i18n.install("nl")
    apply_style(qapp)
