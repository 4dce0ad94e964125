"""The second step of the login: the password was right, now the code of the phone."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.domain.errors_access import CodeUnclear
from logeerhuis_app.domain.second_factor import read_code
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.code_field import CodeField
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.label import Label

PATIENCE_MS = 3 * 60_000


class CodeStep(QWidget):
    """Asks for the code. A login that is left half-way is given up after a while: its password was typed."""

    given = Signal(str)
    unclear = Signal(str)  # a whole sentence
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_3))
        self._who = Label("", wraps=True)
        self.field = CodeField()
        hint = _("Open the app for login codes on your phone. Phone lost? A manager can turn this step off.")
        column.addWidget(self._who)
        column.addWidget(FormRow(_("&Code of your phone"), self.field, hint=hint))
        self.back_button = Button(_("Log in as somebody else"), Kind.LINK)
        self.back_button.clicked.connect(self.given_up)
        self.field.returnPressed.connect(self.give)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.given_up)

    def begin(self, user_name: str) -> None:
        self._who.setText(_("The password of {user} is right. One more step.").format(user=user_name))
        self.again()

    def again(self) -> None:
        """An empty field with the keyboard in it, and time to look for the phone."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.timer.start(PATIENCE_MS)

    def give(self) -> None:
        """Hand it on if it can be a code at all."""
        try:
            code = read_code(self.field.text())
        except CodeUnclear as error:
            self.unclear.emit(error_text(error))
            return
        self.timer.stop()
        self.given.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
