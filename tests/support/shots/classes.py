"""Every dialog and every shared widget there is, found by looking and not by a list that can be forgotten."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app import ui
from logeerhuis_app.ui import widgets
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.planning.stay_dialog import StayDialog
from logeerhuis_app.ui.settings.payer_dialogs import PricedDialog
from logeerhuis_app.ui.settings.user_dialogs import UserDialog
from logeerhuis_app.ui.widgets.answer_entry import AnswerEntry
from logeerhuis_app.ui.widgets.dialog import FormDialog

BASES: frozenset[type[QDialog]] = frozenset(
    {FormDialog, FileDialog, SafetyDialog, StayDialog, PricedDialog, UserDialog}
)
"""What other dialogs are made from; nobody sees them by themselves."""

WIDGET_BASES: frozenset[type[QWidget]] = frozenset({AnswerEntry})


def dialog_classes() -> set[type[QDialog]]:
    """Each dialog a user can meet."""
    found = {one for one in _classes(ui) if issubclass(one, QDialog)}
    return found - BASES


def widget_classes() -> set[type[QWidget]]:
    """Each shared widget that other code may use."""
    return {one for one in _classes(widgets) if not one.__name__.startswith("_")} - BASES - WIDGET_BASES


def _classes(package: ModuleType) -> Iterator[type[QWidget]]:
    """The widgets that are written in this package, not those it imports."""
    for module in _modules(package):
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, QWidget) and thing.__module__ == module.__name__:
                yield thing


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)
