"""A small window while the house is backed up before it closes, or while a backup takes its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.label import Label, Role


class WaitingWindow(QWidget):
    """Says what is being done, and afterwards what became of it."""

    stop_requested = Signal()  # while it works
    ended = Signal()  # its last button, or its cross after the work

    def __init__(self, title: str, text: str, *, can_stop: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Logeerhuis"))
        self.setProperty("role", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_working = True
        self._build(title, text, can_stop)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_end(self, text: str, button_text: str, *, is_problem: bool = False) -> None:
        """The work is over; the user reads this and goes on."""
        self._is_working = False
        self.progress.hide()
        self._text.setText(text)
        self._text.setProperty("role", str(Role.PROBLEM if is_problem else Role.BODY))
        self._text.style().polish(self._text)
        self.button.setText(button_text)
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross asks the work to stop; what cannot be stopped keeps its window."""
        if self._is_working:
            self.stop_requested.emit()
            event.ignore()
            return
        super().closeEvent(event)

    def finish(self) -> None:
        """Gone without a word: all went well."""
        self._is_working = False
        self.close()

    def _press(self) -> None:
        if self._is_working:
            self.button.setEnabled(False)
            self.stop_requested.emit()
            return
        self.ended.emit()

    def _build(self, title: str, text: str, can_stop: bool) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(px(460))
        body = QVBoxLayout(card)
        body.setContentsMargins(*[px(28)] * 4)
        body.setSpacing(px(tokens.SPACE_3))
        body.addWidget(Label(title, Role.TITLE, wraps=True))
        self._text = Label(text, wraps=True)
        body.addWidget(self._text)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(title)
        body.addWidget(self.progress)
        self.button = Button(_("Close without a backup"))
        self.button.clicked.connect(self._press)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        body.addLayout(row)
        self.button.setVisible(can_stop)
        around = QVBoxLayout(self)
        around.setContentsMargins(*[px(tokens.SPACE_6)] * 4)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
