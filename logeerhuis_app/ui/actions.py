"""What can be done from everywhere: one table of texts, keys and tips; built once, shared by window and menus."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from logeerhuis_app.i18n import N_, _


class ActionId(Enum):
    NEW_BOOKING = auto()
    SEARCH = auto()
    FIND_IN_SCREEN = auto()
    UNDO = auto()
    REDO = auto()
    PRINT = auto()
    BACKUP = auto()
    LOCK = auto()
    OWN_PASSWORD = auto()
    HELP = auto()


@dataclass(frozen=True)
class ActionText:
    """``text`` and ``tip`` are marked for the catalogue and shown in the language of the screen."""

    text: str
    keys: tuple[str, ...]
    tip: str


TABLE: dict[ActionId, ActionText] = {
    ActionId.NEW_BOOKING: ActionText(N_("New stay"), ("Ctrl+N",), N_("Place an option or a booking for a guest")),
    ActionId.SEARCH: ActionText(N_("Search"), ("Ctrl+K",), N_("Find a guest, a stay, a room or an action")),
    ActionId.FIND_IN_SCREEN: ActionText(N_("Find in this screen"), ("Ctrl+F",), N_("Go to the search of this screen")),
    ActionId.UNDO: ActionText(N_("Undo"), ("Ctrl+Z",), N_("Take back the last change")),
    ActionId.REDO: ActionText(N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), N_("Do again what was taken back")),
    ActionId.PRINT: ActionText(N_("Print"), ("Ctrl+P",), N_("Print what stands here")),
    ActionId.BACKUP: ActionText(N_("Backup"), ("Ctrl+B",), N_("How the backups stand; make one or put one back")),
    ActionId.LOCK: ActionText(N_("Lock"), ("Ctrl+L",), N_("Lock the screen or change user; nothing is lost")),
    ActionId.OWN_PASSWORD: ActionText(
        N_("My password and second step"),
        ("Ctrl+Shift+W",),
        N_("Take another password for yourself, or have the login ask for a code of your phone too"),
    ),
    ActionId.HELP: ActionText(N_("Keys"), ("F1",), N_("All keys of this screen")),
}


def build_actions(parent: QObject) -> dict[ActionId, QAction]:
    """One action for each entry of the table; whoever owns the window connects them."""
    return {action_id: _build(text, parent) for action_id, text in TABLE.items()}


def tip_with_key(tip: str, key: str) -> str:
    """«Laatste wijziging terugnemen (Ctrl+Z)»."""
    return f"{tip} ({shown_key(key)})"


def shown_key(key: str) -> str:
    """The key as this machine's keyboard names it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _build(text: ActionText, parent: QObject) -> QAction:
    action = QAction(_(text.text), parent)
    action.setShortcuts([QKeySequence(key) for key in text.keys])
    action.setToolTip(tip_with_key(_(text.tip), text.keys[0]))
    return action
