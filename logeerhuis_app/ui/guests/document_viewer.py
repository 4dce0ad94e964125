"""A document inside the program: its pages are drawn in memory, and never stand in a file outside the house."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.preview import Preview

_SHARE = 0.9
_WIDTH = 860


class DocumentViewer(QDialog):
    """Page Up and Page Down walk, plus and minus zoom, Esc closes."""

    copy_wished = Signal()
    print_wished = Signal()

    def __init__(
        self,
        title: str,
        about: str,
        parent: QWidget,
        *,
        can_copy: bool,
        can_print: bool = False,
        save_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(f"{title}, {about}")
        self.setModal(True)
        self._can_copy = can_copy
        self._can_print = can_print
        self._build(title, about, save_text or _("Save a copy…"))
        for key, deed in self._keys().items():
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def show_made(self, make: Callable[[], bytes]) -> None:
        """``make`` gives the bytes, in the pool."""
        self.preview.show_made(make)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            room = self.screen().availableGeometry()
            self.resize(min(px(_WIDTH), int(room.width() * _SHARE)), int(room.height() * _SHARE))
        super().showEvent(event)

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "PgDown": lambda: self.preview.turn(1),
            "PgUp": lambda: self.preview.turn(-1),
            "+": lambda: self.preview.zoom(1),
            "-": lambda: self.preview.zoom(-1),
            "Ctrl+P": lambda: self.print_wished.emit() if self._can_print else None,
            "Ctrl+L": self._lock_house,
        }

    def _lock_house(self) -> None:
        """Whoever is called away must be able to lock: the window below does not hear its keys now."""
        below = self.parentWidget()
        while below is not None and not hasattr(below, "lock_requested"):
            below = below.parentWidget()
        if below is not None:
            below.lock_requested.emit()

    def _build(self, title: str, about: str, save_text: str) -> None:
        column = QVBoxLayout(self)
        side = px(tokens.SPACE_4)
        column.setContentsMargins(side, px(14), side, px(14))
        column.setSpacing(px(tokens.SPACE_2))
        column.addWidget(Label(title, Role.TITLE, wraps=True))
        column.addWidget(Label(about, Role.STRONG, wraps=True))
        self.preview = Preview(title, save_text, can_save=self._can_copy, can_print=self._can_print)
        self.preview.save_requested.connect(self.copy_wished)
        self.preview.print_requested.connect(self.print_wished)
        column.addWidget(self.preview, 1)
        self.close_button = Button(_("Close"), Kind.PRIMARY)
        self.close_button.setToolTip(_("{action} (Esc)").format(action=_("Close")))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
