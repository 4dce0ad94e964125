"""Middle: one payer's month, from what is asked about it to fixing it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.domain.nights import runs
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import euros, period
from logeerhuis_app.services.rows.declaring import DecisionRow, PayerGroup
from logeerhuis_app.ui.declarations import words
from logeerhuis_app.ui.declarations.lines_table import LinesTable
from logeerhuis_app.ui.declarations.question_box import QuestionBox
from logeerhuis_app.ui.declarations.step_bar import StepBar
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role


class GroupView(QWidget):
    """Says what the user wants; doing it is the screen's."""

    answered = Signal(object, object)  # QuestionRow, Choice
    asked_again = Signal(object)  # DecisionRow
    fix_requested = Signal(str)  # key of the group
    guest_opened = Signal(int)

    def __init__(self, *, may_answer: bool, may_fix: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_answer = may_answer
        self._may_fix = may_fix
        self.group: PayerGroup | None = None
        self.questions: list[QuestionBox] = []
        self._build()
        self.table.guest_opened.connect(self.guest_opened)
        self.fix_button.clicked.connect(self._fix)

    def show_group(self, group: PayerGroup, today: date) -> None:
        self.group = group
        self.steps.show_step(words.step_of(group, today))
        self.title.setText(words.group_title(group))
        self.state.setText(words.state_words(group))
        self.location.setText(group.location)
        self._show_questions(group)
        self.table.show_group(group)
        self._show_lump_sum(group)
        self._show_decisions(group)
        self._show_foot(group, today)

    def set_busy(self, busy: bool) -> None:
        """While the declaration is being fixed it cannot be fixed twice."""
        self.fix_button.setEnabled(not busy and self._can_fix)
        self.fix_button.setText(_("Fixing …") if busy else _("Fix"))

    def focus_first_question(self) -> None:
        for box in self.questions:
            if box.buttons:
                box.focus_first()
                return
        if self.fix_button.isEnabled() and self.fix_button.isVisible():
            self.fix_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _show_questions(self, group: PayerGroup) -> None:
        _empty(self._questions)
        self.questions = [QuestionBox(question, may_answer=self._may_answer) for question in group.questions]
        for box in self.questions:
            box.answered.connect(self.answered)
            self._questions.addWidget(box)

    def _show_lump_sum(self, group: PayerGroup) -> None:
        is_lump = group.arrangement is Arrangement.LUMP_SUM
        share = _("share {share} of the lump sum").format(share=group.share) if group.share else _("lump sum")
        self.lump.setText(_("{amount}: {share}. No guests stand on it.").format(amount=euros(group.total), share=share))
        self.lump.setVisible(is_lump)

    def _show_decisions(self, group: PayerGroup) -> None:
        _empty(self._decisions)
        shown = [decision for decision in group.decisions if not group.is_fixed]
        self.decided.setVisible(bool(shown))
        for decision in shown:
            self._decisions.addWidget(self._decision_row(decision))

    def _decision_row(self, decision: DecisionRow) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        dates = ", ".join(period(first, last) for first, last in runs(decision.nights))
        said = words.decision_words(decision, dates)
        line.addWidget(Label(said, Role.AMBER if decision.billing is Billing.HELD else Role.BODY, wraps=True), 1)
        if self._may_answer:
            button = Button(_("decide again"), Kind.LINK)
            button.setAccessibleName(f"{button.text()}: {said}")
            button.clicked.connect(lambda: self.asked_again.emit(decision))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_foot(self, group: PayerGroup, today: date) -> None:
        obstacle = "" if group.is_fixed else words.obstacle_words(group, today)
        self._can_fix = not group.is_fixed and not obstacle
        locked = _("This declaration is fixed and locked. What stands here is the copy of that day.")
        self.promise.setText(locked if group.is_fixed else obstacle or words.promise_words(group))
        self.promise.set_role(Role.AMBER if obstacle else Role.MUTE)
        self.fix_button.setVisible(self._may_fix and not group.is_fixed)
        self.set_busy(False)

    def _fix(self) -> None:
        if self.group is not None and self._can_fix:
            self.fix_requested.emit(self.group.key)

    # -- widgets

    def _build(self) -> None:
        self._can_fix = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(px(18), px(14), px(14), px(14))
        body.setSpacing(px(tokens.SPACE_3))
        self.steps = StepBar()
        body.addWidget(self.steps)
        body.addLayout(self._build_title())
        self._questions = _column(body)
        self.table = LinesTable()
        body.addWidget(self.table)
        self.lump = Label("", Role.BODY, wraps=True)
        body.addWidget(self.lump)
        self.decided = Label(_("Decided"), Role.HEADING)
        body.addWidget(self.decided)
        self._decisions = _column(body)
        body.addStretch(1)
        self._scroll = GrowingScrollArea(inside)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_foot())

    def _build_title(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(px(2))
        self.title = Label("", Role.TITLE, wraps=True)
        under = FlowArea(tokens.SPACE_3)
        self.location, self.state = Label("", Role.SMALL), Label("", Role.SMALL)
        under.add(self.state)
        under.flow.add_right(self.location)
        lines.addWidget(self.title)
        lines.addWidget(under)
        return lines

    def _build_foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "topbar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(18), px(10), px(14), px(10))
        row.setSpacing(px(tokens.SPACE_3))
        self.promise = Label("", Role.MUTE, wraps=True)
        self.fix_button = Button(_("Fix"), Kind.PRIMARY, key="Ctrl+Return")
        row.addWidget(self.promise, 1)
        row.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return foot


def _column(body: QVBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(tokens.SPACE_2))
    body.addLayout(column)
    return column


def _empty(column: QVBoxLayout) -> Sequence[QWidget]:
    """Take every widget out and let it go."""
    gone = []
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
            gone.append(widget)
    return gone
