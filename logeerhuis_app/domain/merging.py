"""Two files of one person become one: what stands in the way, and which answer holds where they differ."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic, MedicationCare, Resuscitation, Section
from logeerhuis_app.domain.care_topics import QUESTIONS, SECTION_OF, Kind, chosen, number_of
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.legal import Directive
from logeerhuis_app.domain.partial_date import PartialDate


class MergeObstacle(StrEnum):
    """Why two files cannot become one now."""

    SAME_FILE = "same_file"
    MERGED = "merged"
    DESTROYED = "destroyed"
    RESTRICTED = "restricted"
    OTHER_BSN = "other_bsn"
    BOTH_IN_HOUSE = "both_in_house"
    SAME_NIGHTS = "same_nights"
    DECLARED_TWICE = "declared_twice"
    DRAFT_IN_BOTH = "draft_in_both"


SHUT = frozenset({MergeObstacle.SAME_FILE, MergeObstacle.MERGED, MergeObstacle.DESTROYED, MergeObstacle.RESTRICTED})
"""With these in the way nothing of what stands in the files is shown."""


class MergeConcern(StrEnum):
    """What makes it doubtful that this is one person; somebody has to say yes to it: ``Concern.kind``."""

    OTHER_BIRTH_DATE = "merge_other_birth_date"
    OTHER_NAME = "merge_other_name"


class Side(StrEnum):
    """The file that is kept, or the one that is merged into it."""

    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True)
class MergeFacts:
    """What of one file decides whether it can be merged. ``drafts``: part of the intake, and whose draft."""

    guest_id: int
    born: PartialDate
    sounds: tuple[str, str]
    status: FileStatus
    bsn: str = ""
    is_restricted: bool = False
    is_in_house: bool = False
    nights: frozenset[date] = frozenset()
    declared: frozenset[date] = frozenset()
    drafts: frozenset[tuple[str, int]] = frozenset()


def obstacles(kept: MergeFacts, other: MergeFacts) -> tuple[MergeObstacle, ...]:
    """What must be put right first, in the order in which it is said."""
    statuses = {kept.status, other.status}
    found = {
        MergeObstacle.SAME_FILE: kept.guest_id == other.guest_id,
        MergeObstacle.MERGED: FileStatus.MERGED in statuses,
        MergeObstacle.DESTROYED: FileStatus.DESTROYED in statuses,
        MergeObstacle.RESTRICTED: kept.is_restricted or other.is_restricted,
    }
    if any(found.values()):
        return tuple(one for one, is_so in found.items() if is_so)
    found = {
        MergeObstacle.OTHER_BSN: bool(kept.bsn and other.bsn and kept.bsn != other.bsn),
        MergeObstacle.BOTH_IN_HOUSE: kept.is_in_house and other.is_in_house,
        MergeObstacle.SAME_NIGHTS: bool(kept.nights & other.nights),
        MergeObstacle.DECLARED_TWICE: bool(kept.declared & other.declared),
        MergeObstacle.DRAFT_IN_BOTH: bool(kept.drafts & other.drafts),
    }
    return tuple(one for one, is_so in found.items() if is_so)


def shared_nights(kept: MergeFacts, other: MergeFacts) -> tuple[date, ...]:
    """The nights that make two stays of one person impossible, or two declarations of one night."""
    return tuple(sorted(kept.nights & other.nights | kept.declared & other.declared))


def concerns(kept: MergeFacts, other: MergeFacts) -> tuple[MergeConcern, ...]:
    """What somebody has to say yes to."""
    found = {
        MergeConcern.OTHER_BIRTH_DATE: kept.born != other.born,
        MergeConcern.OTHER_NAME: kept.sounds != other.sounds,
    }
    return tuple(one for one, is_so in found.items() if is_so)


# -- where the files differ


@dataclass(frozen=True)
class Pair:
    """One question that both files answer, or one of them.

    ``strict`` is the answer that guards most: it stands in front. What can harm a guest is chosen by a person.
    """

    code: str
    is_same: bool
    kept_says: bool
    other_says: bool
    is_safety: bool = False
    strict: Side = Side.KEPT

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return self.kept_says and self.other_says and not self.is_same

    @property
    def unasked(self) -> Side | None:
        """What holds without anybody choosing: an answer before an empty place; None where somebody must choose."""
        if self.differs and self.is_safety:
            return None
        return Side.OTHER if self.other_says and not self.kept_says else Side.KEPT


_DANGEROUS_HABITS = frozenset({CareTopic.SMOKING})
NO_HARM = frozenset(
    {
        *(topic for topic, section in SECTION_OF.items() if section in {Section.THIS_IS_ME, Section.APPEARANCE}),
        *(CareTopic.LIKES, CareTopic.DISLIKES, CareTopic.BREAD, CareTopic.TOPPING, CareTopic.DRINKS),
        CareTopic.MEAL_TIME,
    }
    - _DANGEROUS_HABITS
)
"""Answers that may be taken over from the kept file without asking; every other topic can harm when it is wrong."""

_STATES = (AnswerState.NOT_ASKED, AnswerState.NONE, AnswerState.UNKNOWN, AnswerState.GIVEN)


@dataclass(frozen=True)
class Said:
    """One answer of one file to a question of care."""

    state: AnswerState = AnswerState.NOT_ASKED
    code: str = ""
    text: str = ""


def answer_pair(code: str, topic: CareTopic, kept: Said, other: Said) -> Pair:
    return Pair(
        code,
        is_same=kept == other,
        kept_says=kept.state is not AnswerState.NOT_ASKED,
        other_says=other.state is not AnswerState.NOT_ASKED,
        is_safety=topic not in NO_HARM,
        strict=Side.OTHER if _guard(topic, other) > _guard(topic, kept) else Side.KEPT,
    )


def _guard(topic: CareTopic, said: Said) -> tuple[int, Decimal]:
    """How much an answer guards: something to mind before «unknown», and «unknown» before «none»."""
    return _STATES.index(said.state), _weight(topic, said.code)


def _weight(topic: CareTopic, code: str) -> Decimal:
    """The lists stand from what asks little to what asks much, but for food: there a lower level asks more."""
    question = QUESTIONS[topic]
    if question.kind is Kind.SEVERAL:
        return Decimal(sum(2 if one.mark == _MUST else 1 for one in chosen(code)))
    if question.bounds is not None:
        value = number_of(code) or Decimal(0)
        return -value if topic is CareTopic.FLUID_LIMIT else value
    order = question.codes[::-1] if topic is CareTopic.FOOD_LEVEL else question.codes
    return Decimal(order.index(code) if code in order else -1)


_MUST = "medical"


_LIMITS = (Resuscitation.NOT_DISCUSSED, Resuscitation.YES, Resuscitation.OTHER, Resuscitation.NO)
_HELP = (None, MedicationCare.SELF, MedicationCare.HELP, MedicationCare.TAKEN_OVER)
_ALLERGY = (AllergyStatus.NOT_ASKED, AllergyStatus.NONE_KNOWN, AllergyStatus.UNAVAILABLE, AllergyStatus.KNOWN)
_OPENNESS = (FileStatus.ENDED, FileStatus.RESTING, FileStatus.APPLICATION, FileStatus.ACTIVE)


def resuscitation_pair(code: str, kept: Resuscitation, other: Resuscitation, *, is_same: bool) -> Pair:
    """A limit of treatment stands in front, and is never taken over or dropped without somebody choosing."""
    is_other = _LIMITS.index(other) > _LIMITS.index(kept)
    nothing = Resuscitation.NOT_DISCUSSED
    return Pair(code, is_same, kept is not nothing, other is not nothing, True, Side.OTHER if is_other else Side.KEPT)


_DIRECTIVES = (Directive.NOT_DISCUSSED, Directive.YES, Directive.OTHER, Directive.NO)


def directive_pair(code: str, kept: Directive, other: Directive, *, is_same: bool) -> Pair:
    """As for resuscitation: what sets a limit stands in front, and somebody chooses."""
    strict = Side.OTHER if _DIRECTIVES.index(other) > _DIRECTIVES.index(kept) else Side.KEPT
    nothing = Directive.NOT_DISCUSSED
    return Pair(code, is_same, kept is not nothing, other is not nothing, True, strict)


def medication_care_pair(
    code: str, kept: MedicationCare | None, other: MedicationCare | None, *, is_same: bool
) -> Pair:
    is_other = _HELP.index(other) > _HELP.index(kept)
    strict = Side.OTHER if is_other else Side.KEPT
    return Pair(code, is_same, kept is not None, other is not None, True, strict)


def allergy_pair(code: str, kept: AllergyStatus, other: AllergyStatus) -> Pair:
    """Allergies of both files are all kept: where one knows of any there is nothing to choose."""
    is_other = _ALLERGY.index(other) > _ALLERGY.index(kept)
    strict = Side.OTHER if is_other else Side.KEPT
    if AllergyStatus.KNOWN in {kept, other}:
        return Pair(code, kept is other, not is_other, is_other, True, strict)
    nothing = AllergyStatus.NOT_ASKED
    return Pair(code, kept is other, kept is not nothing, other is not nothing, True, strict)


def more_open(kept: FileStatus, other: FileStatus) -> FileStatus:
    """A guest who comes is no ended file."""
    return max(kept, other, key=lambda status: _OPENNESS.index(status) if status in _OPENNESS else -1)
