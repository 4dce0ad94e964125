"""The selected stay at the right of the chart: who, what is dangerous, what does not fit, what can be done now."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.domain.bookings import CANCELLABLE, MOVABLE, BookingLabel, BookingState
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.safety_words import identity_words
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.meter import Meter
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView

MayDo = Callable[[UseCase], bool]
"""Whether the logged-in role may do a use case."""


class Deed(Enum):
    """What the buttons of the panel and the menu of a bar offer."""

    CHECK_IN = "check_in"
    CONFIRM = "confirm"
    CHECK_OUT = "check_out"
    COME_BACK = "come_back"
    AWAY = "away"
    STAY_AFTER_ALL = "stay_after_all"
    MOVE = "move"
    CANCEL = "cancel"
    OPEN_FILE = "open_file"


@dataclass(frozen=True)
class Offer:
    """When a deed is offered, and to whom."""

    text: str
    states: frozenset[BookingState]
    use_case: UseCase
    is_first: bool = False


S, U = BookingState, UseCase
OFFERS: dict[Deed, Offer] = {
    Deed.CHECK_IN: Offer(N_("Check in"), frozenset({S.CONFIRMED}), U.CHECK_IN, is_first=True),
    Deed.CONFIRM: Offer(N_("Confirm"), frozenset({S.OPTION}), U.CONFIRM_BOOKING, is_first=True),
    Deed.CHECK_OUT: Offer(N_("Check out"), frozenset({S.PRESENT}), U.CHECK_OUT, is_first=True),
    Deed.COME_BACK: Offer(N_("Back in the house"), frozenset({S.AWAY}), U.RECORD_ABSENCE, is_first=True),
    Deed.AWAY: Offer(N_("Away…"), frozenset({S.PRESENT}), U.RECORD_ABSENCE),
    Deed.STAY_AFTER_ALL: Offer(N_("Not away after all"), frozenset({S.PRESENT}), U.RECORD_ABSENCE),
    Deed.MOVE: Offer(N_("Move"), MOVABLE, U.MOVE_BOOKING),
    Deed.CANCEL: Offer(N_("Cancel the stay"), CANCELLABLE, U.CANCEL_BOOKING),
    Deed.OPEN_FILE: Offer(N_("Guest file"), frozenset(S), U.SEE_GUEST),
}
STATE_TONES = {S.OPTION: Tone.AMBER, S.PRESENT: Tone.TEAL, S.AWAY: Tone.AMBER}


def offered(detail: BookingDetail, may: MayDo) -> list[Deed]:
    """What this role can do with the stay now; one absence at a time is planned."""
    not_now = Deed.STAY_AFTER_ALL if detail.absence is None else Deed.AWAY
    fitting = [deed for deed, offer in OFFERS.items() if detail.state in offer.states and may(offer.use_case)]
    return [deed for deed in fitting if deed is not not_now]


class StayPanel(QFrame):
    """Shows a ``BookingDetail``; ``other_bed`` names a free bed that fits, when this one does not."""

    deed_wished = Signal(object, object)  # Deed, BookingDetail

    def __init__(self, may: MayDo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAccessibleName(_("Selected stay"))
        self._may = may
        self.detail: BookingDetail | None = None
        self._buttons: dict[Deed, Button] = {}
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        self.detail = None
        self._content.hide()
        self._empty.show()

    def show_detail(self, detail: BookingDetail, other_bed: str = "") -> None:
        self.detail = detail
        guest = detail.banner.guest
        self._name.setText(guest.name)
        self._identity.setText(identity_words(guest))
        self._show_badges(detail)
        self.banner.show_banner(detail.banner)
        self._show_misfits(detail, other_bed)
        self.facts.set_rows(stay_words.stay_facts(detail))
        self._show_budget(detail)
        self._show_buttons(detail)
        self.missing.setText(stay_words.missing_line(detail))
        self.missing.setVisible(bool(self.missing.text()))
        self.aftercare.setText(stay_words.aftercare_line(detail))
        self._empty.hide()
        self._content.show()

    def button(self, deed: Deed) -> Button | None:
        """The button of a deed, if it is offered now."""
        return self._buttons.get(deed)

    def take_focus(self) -> None:
        """The keyboard on the first thing that can be done."""
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_badges(self, detail: BookingDetail) -> None:
        self._badges.flow.clear()
        kind = Tone.TRIAL if detail.label is BookingLabel.TRIAL else Tone.NEUTRAL
        self._badges.add(Badge(label(detail.label), kind))
        self._badges.add(Badge(label(detail.state), STATE_TONES.get(detail.state, Tone.NEUTRAL)))

    def _show_misfits(self, detail: BookingDetail, other_bed: str) -> None:
        is_over = detail.state not in MOVABLE
        self.misfits.setVisible(bool(detail.misfits) and not is_over)
        self._misfit_text.setText("\n".join(one.detail for one in detail.misfits))
        self._other_bed.setText(_("Free and fitting: {bed}").format(bed=other_bed) if other_bed else "")
        self._other_bed.setVisible(bool(other_bed))

    def _show_budget(self, detail: BookingDetail) -> None:
        self._budget.setVisible(self._may(UseCase.SEE_FUNDING))
        self._payer.setText(stay_words.payer_line(detail))
        self.meter.show_budget(detail.budget, detail.law)

    def _show_buttons(self, detail: BookingDetail) -> None:
        self._button_area.flow.clear()
        self._buttons = {}
        for deed in offered(detail, self._may):
            offer = OFFERS[deed]
            button = Button(_(offer.text), Kind.PRIMARY if offer.is_first else Kind.PLAIN)
            button.clicked.connect(lambda _checked=False, deed=deed: self.deed_wished.emit(deed, self.detail))
            self._buttons[deed] = button
            self._button_area.add(button)

    # building

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(18), px(16), px(18), px(16))
        column.setSpacing(px(tokens.SPACE_2))
        column.addWidget(Label(_("SELECTED STAY"), Role.SECTION))
        self._empty = Label(_("Choose a stay in the chart to see who it is and what can be done."), wraps=True)
        column.addWidget(self._empty)
        self._content = QWidget()
        self._build_content()
        column.addWidget(self._content)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)

    def _build_content(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._name, self._identity = Label("", Role.TITLE, wraps=True), Label("", Role.MUTE)
        self._badges = FlowArea(tokens.SPACE_1)
        self.banner = SafetyBannerView(compact=True, with_identity=False)
        self.facts = KeyValues()
        self._button_area = FlowArea(tokens.SPACE_2)
        self.missing = Label("", Role.AMBER, wraps=True)
        self.aftercare = Label("", Role.SMALL, wraps=True)
        line = QFrame()
        line.setProperty("role", "line")
        who = QVBoxLayout()
        who.setSpacing(px(2))
        who.addWidget(self._name)
        who.addWidget(self._identity)
        column.addLayout(who)
        for widget in (
            self._badges,
            self.banner,
            self._build_misfits(),
            self.facts,
            self._build_budget(),
            self._button_area,
            self.missing,
            line,
            self.aftercare,
        ):
            column.addWidget(widget)

    def _build_misfits(self) -> QWidget:
        self.misfits = QFrame()
        self.misfits.setProperty("role", "message")
        self.misfits.setProperty("tone", "attention")
        column = QVBoxLayout(self.misfits)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(2))
        self._misfit_text = Label("", Role.STRONG, wraps=True)
        self._other_bed = Label("", wraps=True)
        column.addWidget(self._misfit_text)
        column.addWidget(self._other_bed)
        return self.misfits

    def _build_budget(self) -> QWidget:
        self._budget = QWidget()
        column = QVBoxLayout(self._budget)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(3))
        self._payer = Label("", Role.SMALL, wraps=True)
        self.meter = Meter()
        column.addWidget(Label(_("Room left with the payer"), Role.STRONG))
        column.addWidget(self._payer)
        column.addWidget(self.meter)
        return self._budget
