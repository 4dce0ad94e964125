"""How far the intake talk with one guest is: the parts, what check-in still needs, what was half typed."""

from sqlalchemy import select

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, Resuscitation, Section
from logeerhuis_app.domain.care_topics import topics_of
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.intake import PART_OF_GATE, SECTION_OF_PART, FileList, IntakePart, PartState
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Intake
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.drafts import intake_form, own_drafts
from logeerhuis_app.services.queries.banners import guest_rows
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.queries.guests import whole_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.intake import DraftRow, EstimateRow, IntakeView

_ESTIMATE = (
    *("held_on", "place", "present", "estimate_adl", "estimate_minutes", "estimate_nightly", "estimate_why"),
    "version",
)


@reads(UseCase.SEE_CARE)
def intake_view(work: Work, guest_id: int) -> IntakeView:
    """The talk as it stands; the look at the file is on record, and drafts are the reader's own.

    Raises: NotFound.
    """
    guest = guest_rows(work.session, [guest_id]).get(guest_id)
    if guest is None:
        raise NotFound("guest", str(guest_id))
    work.looked_at(guest_id)
    file = whole_file(work, guest)
    missing = set(open_gates(work.session, [guest_id], work.today)[guest_id])
    estimate = _estimate(work, guest_id)
    return IntakeView(
        file=file,
        parts={part: _state(part, file, estimate) for part in IntakePart},
        missing=tuple(gate.value for gate in PART_OF_GATE if gate in missing),
        drafts=_drafts(work, guest_id),
        estimate=estimate,
    )


def _estimate(work: Work, guest_id: int) -> EstimateRow:
    row = work.session.scalars(select(Intake).where(Intake.guest_id == guest_id)).one_or_none()
    return EstimateRow() if row is None else EstimateRow(**{name: getattr(row, name) for name in _ESTIMATE})


def _drafts(work: Work, guest_id: int) -> dict[IntakePart, DraftRow]:
    found = own_drafts(work, guest_id)
    return {part: found[intake_form(part)] for part in IntakePart if intake_form(part) in found}


# -- how far a part is


def _state(part: IntakePart, file: GuestFile, estimate: EstimateRow) -> PartState:
    section = SECTION_OF_PART.get(part)
    if section is not None:
        return _of_answers(file, section)
    return {
        IntakePart.WHO: lambda: _of_facts(*_person_facts(file)),
        IntakePart.PEOPLE: lambda: _of_lists(_people(file), _of_list(file, FileList.PROFESSIONALS)),
        IntakePart.HELP: lambda: _of_list(file, FileList.HELP),
        IntakePart.HEALTH: lambda: _of_lists(_of_list(file, FileList.PROBLEMS), _of_list(file, FileList.ALERTS)),
        IntakePart.WISHES: lambda: _of_wishes(file),
        IntakePart.ALLERGY: lambda: _STATE_OF_ALLERGY[file.banner.allergy_status],
        IntakePart.MEDICATION: lambda: _of_facts(file.medication.care, file.medication.list_date),
        IntakePart.ESTIMATE: lambda: _of_facts(estimate.held_on, estimate.estimate_adl or estimate.estimate_minutes),
    }[part]()


def _person_facts(file: GuestFile) -> tuple[object, ...]:
    person = file.person
    return (person.street and person.town, person.phone, person.lives_with, person.identity_checked_on)


def _of_facts(*facts: object) -> PartState:
    there = [fact is not None and fact not in ("", False) for fact in facts]
    if all(there):
        return PartState.FILLED
    return PartState.PARTLY if any(there) else PartState.NOT_ASKED


def _of_list(file: GuestFile, which: FileList) -> PartState:
    """Something written down goes before a word that there is nothing."""
    return _STATE_OF_STATEMENT[file.state_of(which)]


def _people(file: GuestFile) -> PartState:
    """One person to call is not enough: a first and a second are needed."""
    return PartState.PARTLY if len(file.contacts) == 1 else _of_list(file, FileList.CONTACTS)


def _of_lists(*states: PartState) -> PartState:
    """«None» and «unknown» only where each list says so."""
    if len(set(states)) == 1:
        return states[0]
    return PartState.PARTLY if {PartState.NOT_ASKED, PartState.PARTLY} & set(states) else PartState.FILLED


def _of_wishes(file: GuestFile) -> PartState:
    """«Not discussed» with the day on which it was asked is an answer: nobody knows yet."""
    if file.banner.resuscitation is not Resuscitation.NOT_DISCUSSED:
        return PartState.FILLED
    return PartState.UNKNOWN if file.banner.resuscitation_on is not None else PartState.NOT_ASKED


def _of_answers(file: GuestFile, section: Section) -> PartState:
    """«None» and «unknown» only where each question of the part says so."""
    states = {
        file.answers[topic].state if topic in file.answers else AnswerState.NOT_ASKED for topic in topics_of(section)
    }
    if len(states) == 1:
        return _STATE_OF_STATEMENT[states.pop()]
    return PartState.PARTLY if AnswerState.NOT_ASKED in states else PartState.FILLED


_STATE_OF_STATEMENT = {
    AnswerState.NOT_ASKED: PartState.NOT_ASKED,
    AnswerState.UNKNOWN: PartState.UNKNOWN,
    AnswerState.NONE: PartState.NONE,
    AnswerState.GIVEN: PartState.FILLED,
}
_STATE_OF_ALLERGY = {
    AllergyStatus.NOT_ASKED: PartState.NOT_ASKED,
    AllergyStatus.UNAVAILABLE: PartState.UNKNOWN,
    AllergyStatus.NONE_KNOWN: PartState.NONE,
    AllergyStatus.KNOWN: PartState.FILLED,
}
