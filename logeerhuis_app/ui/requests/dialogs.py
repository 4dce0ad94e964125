"""Asking for a new request, and for one step on the road."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.errors import FieldRequired, UserFacingError
from logeerhuis_app.domain.trajectory import NEEDS_DATE, NEEDS_REASON, NEXT_STATES, Referrer, TrajectoryState, Urgency
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.trajectory import TrajectoryRow, UserRef
from logeerhuis_app.services.trajectories import RequestWish, StepWish
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.number_field import NumberField
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField

MOST_NIGHTS = 30


class ContactChoice(QComboBox):
    """Who in the house stays the family's fixed contact."""

    def __init__(self, contacts: Sequence[UserRef], chosen_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for contact in contacts:
            self.addItem(contact.name, contact.user_id)
        self.setCurrentIndex(max(0, self.findData(chosen_id)))

    def value(self) -> int:
        return int(self.currentData() or 0)


class RequestDialog(FormDialog):
    """What the phone call tells; one minute of typing must be enough."""

    def __init__(
        self, clock: Clock, contacts: Sequence[UserRef], me: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("New request"),
            parent,
            hint=_("A name and a fixed contact are enough; the rest can follow in the intake."),
        )
        self.guest = QLineEdit()
        self.add_row(_("Guest"), self.guest, required=True)
        self.born = PartialDateField(clock, birth=True)
        self.town = QLineEdit()
        self.add_rows_beside(FormRow(_("Birth date"), self.born), FormRow(_("Town"), self.town))
        self.caller, self.phone = QLineEdit(), QLineEdit()
        self.add_rows_beside(FormRow(_("Who calls"), self.caller), FormRow(_("Telephone"), self.phone))
        self.referrer, self.urgency = _choice(Referrer), _choice(Urgency)
        self.add_rows_beside(FormRow(_("Referred by"), self.referrer), FormRow(_("Urgency"), self.urgency))
        self.wished_from = DateField(clock)
        self.wished_nights = NumberField(0, MOST_NIGHTS, 0)
        self.wished_nights.setSpecialValueText(_("not said"))
        self.add_rows_beside(
            FormRow(_("From when"), self.wished_from), FormRow(_("How many nights"), self.wished_nights)
        )
        self.reasons = QPlainTextEdit()
        self.reasons.setFixedHeight(px(58))
        self.reasons.setTabChangesFocus(True)
        self.add_row(_("Why respite"), self.reasons)
        self.contact = ContactChoice(contacts, me)
        self.add_row(_("Fixed contact in the house"), self.contact, required=True)
        self.next_step, self.next_on = QLineEdit(_("arrange the intake")), DateField(clock)
        self.add_rows_beside(FormRow(_("Next step"), self.next_step), FormRow(_("When"), self.next_on))

    def wish(self) -> RequestWish:
        return RequestWish(
            guest_name=self.guest.text().strip(),
            fixed_contact_id=self.contact.value(),
            caller=self.caller.text().strip(),
            phone=self.phone.text().strip(),
            born=self.born.value(),
            town=self.town.text().strip(),
            referrer=Referrer(self.referrer.currentData()),
            urgency=Urgency(self.urgency.currentData()),
            reasons=self.reasons.toPlainText().strip(),
            wished_from=self.wished_from.value(),
            wished_nights=self.wished_nights.value() or None,
            next_step=self.next_step.text().strip(),
            next_on=self.next_on.value(),
        )

    def misread_date(self) -> DateField | PartialDateField | None:
        """The first date that was typed and not understood."""
        return _misread(self.born, self.wished_from, self.next_on)


class StepDialog(FormDialog):
    """Which step was taken, and what follows when."""

    def __init__(
        self, row: TrajectoryRow, clock: Clock, contacts: Sequence[UserRef], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Next step for {guest}").format(guest=row.guest), parent)
        self.trajectory = row
        self.state = QComboBox()
        self.state.addItem(_("{state} (stays as it is)").format(state=label(row.state)), row.state)
        for state in TrajectoryState:
            if state in NEXT_STATES[row.state]:
                self.state.addItem(label(state), state)
        self.add_row(_("Where on the road"), self.state)
        self.next_step, self.next_on = QLineEdit(row.next_step), DateField(clock, value=row.next_on)
        self.add_rows_beside(FormRow(_("Next step"), self.next_step), FormRow(_("When"), self.next_on))
        self.contact = ContactChoice(contacts, row.fixed_contact_id)
        self.add_row(_("Fixed contact in the house"), self.contact)
        self.reason = QLineEdit()
        self.reason_row = self.add_row(_("Reason"), self.reason)
        self.outcome = QLineEdit(row.outcome)
        self.add_row(_("What came of it"), self.outcome)
        self.state.currentIndexChanged.connect(self._follow_state)
        self._follow_state()

    def choose(self, state: TrajectoryState) -> None:
        """Begin with this step chosen."""
        self.state.setCurrentIndex(max(0, self.state.findData(state)))

    def wish(self) -> StepWish:
        return StepWish(
            trajectory_id=self.trajectory.trajectory_id,
            version=self.trajectory.version,
            state=TrajectoryState(self.state.currentData()),
            next_step=self.next_step.text().strip(),
            next_on=self.next_on.value(),
            fixed_contact_id=self.contact.value(),
            reason=self.reason.text().strip(),
            outcome=self.outcome.text().strip(),
        )

    def misread_date(self) -> DateField | PartialDateField | None:
        return _misread(self.next_on)

    def show_refusal(self, error: UserFacingError) -> None:
        """Beside the field it is about, if it is about one."""
        fields: dict[str, QWidget] = {"next_on": self.next_on, "reason": self.reason}
        field = fields.get(error.field) if isinstance(error, FieldRequired) else None
        self.show_problem(error_text(error), field)

    def _follow_state(self) -> None:
        state = TrajectoryState(self.state.currentData())
        is_new = state is not self.trajectory.state
        self.reason_row.setVisible(state in NEEDS_REASON)
        if is_new:
            self.next_on.set_value(None)
            self.next_step.clear()
        self.next_on.line.setPlaceholderText(_("needed for this step") if state in NEEDS_DATE else "")


def _choice(kind: type[Referrer] | type[Urgency]) -> QComboBox:
    box = QComboBox()
    for member in kind:
        box.addItem(label(member), member.value)
    return box


def _misread(*fields: DateField | PartialDateField) -> DateField | PartialDateField | None:
    return next((field for field in fields if not field.is_empty() and not field.is_understood()), None)
