"""The first window: who is at work."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.code_step import CodeStep
from logeerhuis_app.ui.practice_frame import PracticeFrame
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.password_field import PasswordField

_WIDTH = 470
_MOST_OF_SCREEN = 0.92


@dataclass(frozen=True)
class LoginHint:
    """A user of the practice house: what to type, and who that is."""

    user_name: str
    role_label: str


class LoginWindow(QWidget):
    """Collects a name and a password; whether they are right is for whoever hears ``login_requested``.

    With ``ask_code`` it goes on to the second step, and ``code_given`` carries the code beside the other two.

    ``users`` with ``practice_password`` is for the practice house only: a press on a row fills in both.
    """

    login_requested = Signal(str, str)
    code_given = Signal(str, str, str)  # name, password, code
    password_lost = Signal()

    def __init__(
        self,
        house_name: str,
        *,
        is_practice: bool = False,
        users: Sequence[LoginHint] = (),
        practice_password: str = "",
        user_name: str = "",
        has_recovery: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice_password = practice_password
        self.setWindowTitle(" · ".join(part for part in (house_name, _("Logeerhuis")) if part))
        self.setProperty("role", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(house_name, is_practice, users if is_practice else ())
        self.lost_button.setVisible(has_recovery)
        self._connect()
        self.user_field.setText(user_name)
        (self.password_field if user_name else self.user_field).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """The sentence under the fields; empty when there is none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, text: str) -> None:
        """One sentence; the password, or in the second step the code, has to be typed again, the name stays."""
        self.set_busy(False)
        self._problem.setText(text)
        self._problem.show()
        if self.asks_code:
            self.code_step.again()
        else:
            self.password_field.clear()
            self.password_field.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    @property
    def asks_code(self) -> bool:
        """Whether it is at the second step."""
        return not self.code_step.isHidden()

    def ask_code(self) -> None:
        """The password is right; on to the code of the phone."""
        self.set_busy(False)
        self._show_step(is_code=True)
        self.code_step.begin(self.user_field.text().strip())

    def ask_password(self) -> None:
        """Back to the beginning; what was typed as password is forgotten."""
        self._problem.hide()
        self._show_step(is_code=False)
        self.password_field.clear()
        self.user_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.user_field.selectAll()

    def set_busy(self, busy: bool, what: str = "") -> None:
        """While the file is being opened; ``what`` says what takes so long."""
        fields = (self.user_field, self.password_field, self.code_step)
        for widget in (*fields, self.login_button, self.back_button, self.lost_button, *self.hint_cards):
            widget.setEnabled(not busy)
        self._progress.setVisible(busy)
        self._busy_text.setText(what or _("Opening the house…"))
        self._busy_text.setVisible(busy)
        if busy:
            self._problem.hide()

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self, house_name: str, is_practice: bool, users: Sequence[LoginHint]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(px(24), px(24), px(24), px(24))
        around.addStretch(1)
        around.addWidget(self._build_card(house_name, users), 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(1)
        self._scroll = GrowingScrollArea(inside)
        self._scroll.content_changed.connect(self._grow)
        whole.addWidget(PracticeFrame(self._scroll) if is_practice else self._scroll)

    def sizeHint(self) -> QSize:
        """As high as its words, and never higher than the screen: with large letters the users of practice scroll."""
        around = super().sizeHint().height() - self._scroll.sizeHint().height()
        width = max(px(_WIDTH), super().sizeHint().width())
        room = int(self.screen().availableGeometry().height() * _MOST_OF_SCREEN)
        return QSize(width, min(self._scroll.height_within(width) + around, room))

    def _grow(self) -> None:
        """Taller for a sentence or the second step, as far as the screen goes."""
        wanted = self.sizeHint().height()
        if self.isVisible() and self.height() < wanted:
            self.resize(self.width(), wanted)

    def _build_card(self, house_name: str, users: Sequence[LoginHint]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(px(420))
        column = QVBoxLayout(card)
        column.setContentsMargins(px(28), px(24), px(28), px(28))
        column.setSpacing(px(tokens.SPACE_3))
        column.addLayout(self._build_heading(house_name))
        self.user_field = QLineEdit()
        self.password_field = PasswordField()
        self._rows = (FormRow(_("&User name"), self.user_field), FormRow(_("&Password"), self.password_field))
        self.code_step = CodeStep()
        for part in (*self._rows, self.code_step):
            column.addWidget(part)
        self.code_step.hide()
        self._caps = Label(_("Caps Lock seems to be on"), Role.AMBER)
        self._problem = Label("", Role.PROBLEM, wraps=True)
        self._busy_text = Label("", Role.MUTE)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self.login_button = Button(_("Log in"), Kind.PRIMARY)
        self.lost_button = Button(_("Lost your password?"), Kind.LINK)
        for widget in (self._caps, self._problem, self.login_button, self._progress, self._busy_text):
            column.addWidget(widget)
        for widget in (self._caps, self._problem, self._progress, self._busy_text):
            widget.hide()
        self.back_button = self.code_step.back_button
        for button in (self.back_button, self.lost_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.back_button.hide()
        self._hints = QWidget()
        column.addWidget(self._hints)
        self.hint_cards = self._build_hints(users)
        return card

    @staticmethod
    def _build_heading(house_name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(tokens.SPACE_3))
        logo = Label()
        logo.setPixmap(pixmap("logo", tokens.RAIL, 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(house_name or _("Logeerhuis"), Role.TITLE, wraps=True))
        words.addWidget(Label(_("Log in to open the house"), Role.MUTE, wraps=True))
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _build_hints(self, users: Sequence[LoginHint]) -> list[ChoiceCard]:
        self._hints.setVisible(bool(users))
        column = QVBoxLayout(self._hints)
        column.setContentsMargins(0, px(tokens.SPACE_2), 0, 0)
        column.setSpacing(px(tokens.SPACE_3))
        column.addWidget(Label(_("Practise as"), Role.HEADING))
        cards = []
        for user in users:
            card = ChoiceCard(_("{user}, {role}: fill in").format(user=user.user_name, role=user.role_label))
            card.body.setContentsMargins(px(12), px(7), px(12), px(7))
            line = QHBoxLayout()
            line.addWidget(Label(user.user_name, Role.STRONG))
            line.addStretch(1)
            line.addWidget(Label(user.role_label, Role.MUTE))
            card.body.addLayout(line)
            card.chosen.connect(lambda name=user.user_name: self._fill_in(name))
            column.addWidget(card)
            cards.append(card)
        return cards

    def _connect(self) -> None:
        self.user_field.returnPressed.connect(self._leave_name)
        self.password_field.returnPressed.connect(self._log_in)
        self.login_button.clicked.connect(self._press)
        self.code_step.given.connect(self._give_code)
        self.code_step.unclear.connect(self._say_unclear)
        self.code_step.given_up.connect(self.ask_password)
        self.lost_button.clicked.connect(self.password_lost)
        self.password_field.caps_lock_seen.connect(self._caps.setVisible)

    def _show_step(self, *, is_code: bool) -> None:
        for part in self._rows:
            part.setVisible(not is_code)
        self._hints.setVisible(bool(self.hint_cards) and not is_code)
        self._caps.hide()
        self.code_step.setVisible(is_code)
        self.back_button.setVisible(is_code)
        self._name_lost_button(_("In with the recovery code…") if is_code else _("Lost your password?"))
        if not is_code:
            self.code_step.timer.stop()

    def _name_lost_button(self, text: str) -> None:
        self.lost_button.setText(text)
        self.lost_button.setAccessibleName(text)

    def _press(self) -> None:
        if self.asks_code:
            self.code_step.give()
        else:
            self._log_in()

    def _give_code(self, code: str) -> None:
        self._problem.hide()
        self.code_given.emit(self.user_field.text().strip(), self.password_field.text(), code)

    def _say_unclear(self, text: str) -> None:
        """What was typed stays, to be mended."""
        self._problem.setText(text)
        self._problem.show()
        self.code_step.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    def _leave_name(self) -> None:
        if self.password_field.text():
            self._log_in()
        else:
            self.password_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_in(self, user_name: str) -> None:
        self.user_field.setText(user_name)
        self.password_field.setText(self._practice_password)
        self._problem.hide()
        self.login_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _log_in(self) -> None:
        name = self.user_field.text().strip()
        if not name or not self.password_field.text():
            self.show_problem(_("Fill in your user name and password."))
            (self.password_field if name else self.user_field).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._problem.hide()
        self.login_requested.emit(name, self.password_field.text())
