"""One family's road: what is known, what follows, and every step that was taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.trajectory import NEXT_STATES, STAGE_OF, Stage, TrajectoryState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_short, day_short
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.trajectory import TrajectoryRow
from logeerhuis_app.ui.requests.request_card import who_line
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role

WIDTH = 264


class RoadPanel(QScrollArea):
    """Buttons for the steps that may follow; S opens the same question."""

    step_wished = Signal(object)  # TrajectoryState, or None to ask
    guest_opened = Signal(int)
    intake_wished = Signal(int)  # guest

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(px(WIDTH))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "side")

    def show_row(self, row: TrajectoryRow | None) -> None:
        """This family's road; an empty panel says what to do."""
        page = QWidget()
        page.setProperty("role", "scrolled")
        self._body = QVBoxLayout(page)
        self._body.setContentsMargins(*[px(tokens.SPACE_4)] * 4)
        self._body.setSpacing(px(tokens.SPACE_2))
        if row is None:
            self._body.addWidget(Label(_("Choose a family to see its road."), Role.MUTE, wraps=True))
        else:
            self._show(row)
        self._body.addStretch(1)
        self.setWidget(page)

    def _show(self, row: TrajectoryRow) -> None:
        self._body.addWidget(Label(row.guest, Role.TITLE, wraps=True))
        self._body.addWidget(Label(who_line(row), Role.MUTE, wraps=True))
        badges = FlowArea()
        badges.add(Badge(label(row.state), Tone.TEAL), Badge(label(row.urgency), Tone.NEUTRAL))
        self._body.addWidget(badges)
        self._body.addWidget(KeyValues(_facts(row)))
        self._buttons(row)
        self._body.addWidget(Label(_("Steps so far"), Role.HEADING))
        for step in reversed(row.steps):
            day = date_short(house_time(step.at_utc).date())
            text = f"{day} · {label(step.state)} · {step.by}"
            self._body.addWidget(Label(f"{text}\n{step.note}" if step.note else text, Role.SMALL, wraps=True))

    def _buttons(self, row: TrajectoryRow) -> None:
        area = FlowArea()
        ask = Button(_("Next step…"), Kind.PRIMARY)
        ask.setToolTip(_("Write down a step, another date or another contact (S)"))
        ask.clicked.connect(lambda: self.step_wished.emit(None))
        area.add(ask)
        if row.guest_id is not None:
            file_button = Button(_("Open the file"))
            guest_id = row.guest_id
            file_button.clicked.connect(lambda: self.guest_opened.emit(guest_id))
            area.add(file_button)
            if STAGE_OF.get(row.state) in (Stage.REQUEST, Stage.INTAKE):
                area.add(self._intake_button(guest_id))
        self._body.addWidget(area)
        self._body.addWidget(Label(_("May follow now"), Role.HEADING))
        follow = FlowArea()
        for state in TrajectoryState:
            if state in NEXT_STATES[row.state]:
                follow.add(self._step_button(state))
        self._body.addWidget(follow)

    def _intake_button(self, guest_id: int) -> Button:
        button = Button(_("Take the intake"))
        button.setToolTip(_("The talk part by part; it opens where it was left"))
        button.clicked.connect(lambda: self.intake_wished.emit(guest_id))
        return button

    def _step_button(self, state: TrajectoryState) -> Button:
        button = Button(label(state), Kind.LINK)
        button.clicked.connect(lambda: self.step_wished.emit(state))
        return button


def _facts(row: TrajectoryRow) -> list[KeyValue]:
    caller = " · ".join(part for part in (row.caller, row.phone) if part)
    when = day_short(row.next_on) if row.next_on else ""
    return [
        KeyValue(_("Next step"), row.next_step, is_strong=True),
        KeyValue(_("When"), when, is_strong=True, needs_attention=row.is_late),
        KeyValue(_("Fixed contact"), row.fixed_contact),
        KeyValue(_("Who calls"), caller),
        KeyValue(_("Referred by"), label(row.referrer)),
        KeyValue(_("Wish"), row.wish),
        KeyValue(_("Reason"), row.reason),
        KeyValue(_("What came of it"), row.outcome),
        KeyValue(_("Asked on"), date_short(row.received_on)),
    ]
