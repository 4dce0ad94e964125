"""What a month owes: groups per payer, their lines, their questions, and the sheet that leaves the house."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.declaring import Billing, Choice, DeclarationState, QuestionKind
from logeerhuis_app.domain.funding import Arrangement, Law, PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.partial_date import PartialDate


@dataclass(frozen=True)
class StaySpan:
    """One stay as far as it is named on a line: the whole stay, and how many of its nights count here."""

    arrival: date
    departure: date
    nights: int
    is_trial: bool = False


@dataclass(frozen=True)
class LineRow:
    """Guest × allocation × rate × month. ``amount`` is nights × rate, exactly.

    ``remarks`` are sentences for the payer and stand on paper; ``notes`` and ``cautions`` are for the
    administrator alone, the latter asking for attention («loopt door in november: 2 nachten volgen»).
    """

    guest_id: int
    guest_no: str
    name: str
    born: PartialDate
    bsn: str
    allocation_id: int | None
    allocation_number: str
    product: str
    unit: str
    spans: tuple[StaySpan, ...]
    nights: int
    rate: Cents
    amount: Cents
    night_dates: tuple[date, ...]
    period_first: date
    period_last: date
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionRow:
    """Something a human must decide before the declaration can be fixed. ``choices`` in order of likelihood.

    ``guest_id`` 0: it is about the contract and not about a guest.
    """

    kind: QuestionKind
    guest_id: int
    guest: str
    nights: tuple[date, ...]
    detail: str
    choices: tuple[Choice, ...]
    born: PartialDate | None = None


@dataclass(frozen=True)
class DecisionRow:
    """Nights about which something was decided, and which can be asked again while they are not declared."""

    guest_id: int
    guest: str
    nights: tuple[date, ...]
    billing: Billing


@dataclass(frozen=True)
class PayerGroup:
    """One declaration in the making, or a fixed one (then ``number`` is filled and nothing can change).

    ``key`` is stable as long as the declaration is a draft: «payer:location:law:guest».
    """

    key: str
    payer_id: int | None  # None: nights without a payer
    payer: str
    payer_code: str
    kind: PayerKind
    law: Law | None  # None: nobody knows who pays
    location_id: int
    location: str
    arrangement: Arrangement
    month: date  # first of the month
    state: DeclarationState
    lines: tuple[LineRow, ...]
    questions: tuple[QuestionRow, ...]
    total: Cents
    declaration_id: int | None = None
    number: str = ""
    share: str = ""  # lump sum: «1/12»
    decisions: tuple[DecisionRow, ...] = ()
    lacks_account: bool = False  # there is something to pay, and no IBAN to pay it to

    @property
    def is_fixed(self) -> bool:
        return self.declaration_id is not None

    @property
    def is_ready(self) -> bool:
        """It can be fixed as it stands, once the month is over."""
        return not self.is_fixed and not self.questions and (bool(self.lines) or self.total > 0)

    @property
    def guests(self) -> int:
        return len({line.guest_id for line in self.lines})

    @property
    def nights(self) -> int:
        return sum(line.nights for line in self.lines)


@dataclass(frozen=True)
class Party:
    """Name and address as they stand on paper."""

    name: str
    lines: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True)
class DeclarationSheet:
    """Everything on the paper that goes to one payer (DECLARATIONS: contents per document). A copy, no look-ups.

    ``number`` empty: a draft, and printed as such.
    """

    house: Party
    house_agb: str
    house_kvk: str
    house_iban: str
    house_vat: str
    house_phone: str
    payer: Party
    payer_kind: PayerKind
    law: Law
    contract: str
    number: str
    issued_on: date
    due_on: date
    month: date
    lines: tuple[LineRow, ...]
    total: Cents
    arrangement: Arrangement
    product: str
    product_category: str
    unit: str
    exemption: str
    share: str = ""
    share_note: str = ""
    show_bsn: bool = True
    needs_signature: bool = False
    is_practice: bool = False
