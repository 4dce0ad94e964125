"""Who decides for a guest and what was laid down, as screens and papers show it."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment, WzdStatus


@dataclass(frozen=True)
class RepresentativeRow:
    representative_id: int
    kind: Representation
    name: str
    phone: str = ""
    paper: Seen = Seen.NOT_ASKED
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    version: int = 0

    def holds_on(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_until or day)


@dataclass(frozen=True)
class CapacityRow:
    """Whether the guest can make one decision."""

    capacity_id: int
    decision: str
    judgement: str
    judged_by: str = ""
    judged_on: date | None = None
    version: int = 0


@dataclass(frozen=True)
class DirectiveRow:
    treatment: Treatment
    decision: Directive = Directive.NOT_DISCUSSED
    text: str = ""
    discussed_with: str = ""
    discussed_on: date | None = None


@dataclass(frozen=True)
class LivingWillRow:
    will_id: int
    kind: LivingWillKind
    dated_on: date | None = None
    paper: Seen = Seen.NOT_ASKED
    text: str = ""
    version: int = 0


@dataclass(frozen=True)
class LegalRow:
    """Everything of it; ``directives`` has every treatment, also those that were not discussed."""

    representation_state: AnswerState = AnswerState.NOT_ASKED
    representatives: tuple[RepresentativeRow, ...] = ()
    capacity: tuple[CapacityRow, ...] = ()
    directives: tuple[DirectiveRow, ...] = tuple(DirectiveRow(treatment) for treatment in Treatment)
    wills: tuple[LivingWillRow, ...] = ()
    wzd_status: WzdStatus | None = None
    wzd_text: str = ""
    resuscitation_with: str = ""
    resuscitation_seen: Seen = Seen.NOT_ASKED
