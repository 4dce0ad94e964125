"""Two files beside each other: where they differ, what moves, what stands in the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from logeerhuis_app.domain.bookings import IN_HOUSE
from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.legal import Directive, Treatment
from logeerhuis_app.domain.merging import (
    SHUT,
    MergeFacts,
    Pair,
    Said,
    Side,
    allergy_pair,
    answer_pair,
    concerns,
    directive_pair,
    medication_care_pair,
    obstacles,
    resuscitation_pair,
    shared_nights,
)
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import NameUsage, shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.searching import person_of, sounds
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.merge_words import choice_word
from logeerhuis_app.i18n.partial_dates import partial_words
from logeerhuis_app.models import (
    Alert,
    Allergy,
    Base,
    Booking,
    CareAnswer,
    DeclaredNight,
    Guest,
    Night,
    TreatmentDirective,
    User,
)
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.medication import latest_list
from logeerhuis_app.services.merge_parts import counts
from logeerhuis_app.services.queries.guests import masked
from logeerhuis_app.services.rows.guest import AnswerRow
from logeerhuis_app.services.rows.merging import MergeRow, MergeSheet, MergeSide

PARTS: dict[str, tuple[str, ...]] = {
    "name": ("given_name", "prefix", "last_name", "partner_prefix", "partner_last_name", "name_usage"),
    "first_names": ("first_names",),
    "initials": ("initials",),
    "form_of_address": ("form_of_address",),
    "born": ("born",),
    "gender": ("gender",),
    "marital_status": ("marital_status",),
    "identity": ("identity_checked_on", "identity_document", "identity_number"),
    "address": ("address_kind", "street", "house_no", "house_letter", "house_addition", "postcode", "town"),
    "municipality": ("municipality", "municipality_code", "municipality_since"),
    "phone": ("phone",),
    "more_phones": ("more_phones",),
    "email": ("email",),
    "more_emails": ("more_emails",),
    "language": ("language", "interpreter_needed"),
    "life_stance": ("life_stance", "life_stance_text"),
    "living_situation": ("living_situation", "house_kind"),
    "lives_with": ("lives_with",),
    "fixed_contact_id": ("fixed_contact_id",),
    "allergy_status": ("allergy_status", "allergy_confirmed_on", "allergy_confirmed_by"),
    "resuscitation": (
        *("resuscitation", "resuscitation_text", "resuscitation_on"),
        *("resuscitation_with", "resuscitation_seen", "resuscitation_source"),
        *("resuscitation_recorded_at_utc", "resuscitation_recorded_by"),
        *("resuscitation_verified_at_utc", "resuscitation_verified_by"),
    ),
    "representation_state": ("representation_state",),
    "wzd_status": ("wzd_status", "wzd_text"),
    "medication_care": ("medication_care", "bem_on", "bem_result", "bem_note"),
}
"""Columns of the guest that are chosen together, in the order in which they are asked."""
TRACES = frozenset(
    {"resuscitation_source", "resuscitation_recorded_at_utc", "resuscitation_recorded_by"}
    | {"resuscitation_verified_at_utc", "resuscitation_verified_by"}
)
"""They go with the answer that holds; two files that differ in these alone say the same."""
ANSWER = "answer:"
DIRECTIVE = "directive:"
INTAKE = "intake"


@dataclass(frozen=True)
class Question:
    """One pair, with the words of both answers."""

    pair: Pair
    label: str
    kept: str
    other: str


@reads(UseCase.MERGE_FILES)
def merge_sheet(work: Work, kept_id: int, other_id: int) -> MergeSheet:
    """What would happen if the second file were merged into the first. Both files are looked at.

    Raises: NotFound.
    """
    kept, other = (guest_of(work.session, guest_id) for guest_id in (kept_id, other_id))
    facts = facts_of(work.session, kept), facts_of(work.session, other)
    blocked = obstacles(*facts)
    is_shut = bool(SHUT & set(blocked))
    sheet = MergeSheet(
        kept=_side(work.session, kept, is_shut=is_shut),
        other=_side(work.session, other, is_shut=is_shut),
        obstacles=blocked,
    )
    if is_shut:
        return sheet
    for guest_id in (kept_id, other_id):
        work.looked_at(guest_id)
    return _filled(work.session, replace(sheet, nights=shared_nights(*facts), concerns=concerns(*facts)), kept, other)


def guest_of(session: Session, guest_id: int) -> Guest:
    guest = session.get(Guest, guest_id)
    if guest is None:
        raise NotFound("guest", str(guest_id))
    return guest


def facts_of(session: Session, guest: Guest) -> MergeFacts:
    nights = select(Night.night).where(Night.guest_id == guest.id)
    declared = select(DeclaredNight.night).where(DeclaredNight.guest_id == guest.id)
    present = select(func.count()).where(Booking.guest_id == guest.id, Booking.state.in_(IN_HOUSE))
    return MergeFacts(
        guest_id=guest.id,
        born=guest.born,
        sounds=sounds(person_of(guest, guest.born)),
        status=guest.file_status,
        bsn=guest.bsn or "",
        is_restricted=guest.restricted_on is not None,
        is_in_house=bool(session.scalar(present)),
        nights=frozenset(session.scalars(nights)),
        declared=frozenset(session.scalars(declared.where(DeclaredNight.is_credited.is_(False)))),
        drafts=_drafts(session, guest.id),
    )


def questions(session: Session, kept: Guest, other: Guest) -> Iterator[Question]:
    """Everything of which a person has one answer: who it is, what was agreed, each question of care, the intake."""
    for code, columns in PARTS.items():
        yield _part(session, code, columns, kept, other)
    mine, theirs = answers_of(session, kept.id), answers_of(session, other.id)
    for topic in CareTopic:
        if topic in mine or topic in theirs:
            yield _answer(topic, mine.get(topic), theirs.get(topic))
    yield from _directives(session, kept.id, other.id)
    yield _intake(session, kept.id, other.id)


def answers_of(session: Session, guest_id: int) -> dict[CareTopic, CareAnswer]:
    return {row.topic: row for row in session.scalars(select(CareAnswer).where(CareAnswer.guest_id == guest_id))}


def directives_of(session: Session, guest_id: int) -> dict[Treatment, TreatmentDirective]:
    query = select(TreatmentDirective).where(TreatmentDirective.guest_id == guest_id)
    return {row.treatment: row for row in session.scalars(query)}


def intake_id(session: Session, guest_id: int) -> int | None:
    table = Base.metadata.tables.get(INTAKE)
    if table is None:
        return None
    found: int | None = session.scalar(select(table.c.id).where(table.c.guest_id == guest_id))
    return found


# -- inside


def _side(session: Session, guest: Guest, *, is_shut: bool) -> MergeSide:
    side = MergeSide(guest.id, guest.guest_no, guest.version)
    if is_shut:
        return side
    stays = session.scalar(select(func.count()).where(Booking.guest_id == guest.id)) or 0
    name = shown_name(guest)
    return MergeSide(guest.id, guest.guest_no, guest.version, name, guest.born, guest.town, masked(guest.bsn), stays)


def _filled(session: Session, sheet: MergeSheet, kept: Guest, other: Guest) -> MergeSheet:
    asked = [one for one in questions(session, kept, other) if one.pair.differs]
    lists = [latest_list(session, guest.id) for guest in (kept, other)]
    return replace(
        sheet,
        rows=tuple(_row(one) for one in sorted(asked, key=lambda one: not one.pair.is_safety)),
        moves=counts(session, other.id),
        allergies=_of_both(session, Allergy, kept, other),
        alerts=_of_both(session, Alert, kept, other),
        has_two_lists=None not in lists,
    )


def _row(question: Question) -> MergeRow:
    pair = question.pair
    return MergeRow(pair.code, question.label, question.kept, question.other, pair.strict, pair.unasked, pair.is_safety)


def _of_both(session: Session, model: type[Allergy] | type[Alert], kept: Guest, other: Guest) -> int:
    query = select(func.count()).select_from(model).where(model.guest_id.in_((kept.id, other.id)))
    return session.scalar(query) or 0


def _drafts(session: Session, guest_id: int) -> frozenset[tuple[str, int]]:
    table = Base.metadata.tables.get("form_draft")
    if table is None:
        return frozenset()
    rows = session.execute(select(table.c.form, table.c.user_id).where(table.c.guest_id == guest_id))
    return frozenset((form, user_id) for form, user_id in rows)


def _part(session: Session, code: str, columns: tuple[str, ...], kept: Guest, other: Guest) -> Question:
    told = _told(columns)
    mine, theirs = ([getattr(guest, name) for name in told] for guest in (kept, other))
    words = [_words(session, code, values) for values in (mine, theirs)]
    return Question(_pair(code, mine, theirs, kept, other), choice_word(code), *words)


def _told(columns: Iterable[str]) -> list[str]:
    return [name for name in columns if name not in TRACES]


def _pair(code: str, mine: list[Any], theirs: list[Any], kept: Guest, other: Guest) -> Pair:
    if code == "resuscitation":
        return resuscitation_pair(code, kept.resuscitation, other.resuscitation, is_same=mine == theirs)
    if code == "medication_care":
        return medication_care_pair(code, kept.medication_care, other.medication_care, is_same=mine == theirs)
    if code == "allergy_status":
        return allergy_pair(code, kept.allergy_status, other.allergy_status)
    is_mine, is_theirs = (_says_something(code, values) for values in (mine, theirs))
    is_bsn_there = code == "identity" and bool(other.bsn) and not kept.bsn
    strict = Side.OTHER if is_bsn_there else Side.KEPT
    return Pair(code, mine == theirs, is_mine, is_theirs, is_safety=code == "born", strict=strict)


def _says_something(code: str, values: list[Any]) -> bool:
    return any(_is_filled(name, value) for name, value in zip(_told(PARTS[code]), values, strict=True))


def _is_filled(name: str, value: Any) -> bool:
    """What nobody filled in is no answer: an unknown gender, the usual kind of address, no further telephone."""
    default = Guest.__table__.c[name].default
    usual = default.arg if isinstance(default, ScalarElementColumnDefault) else None
    return value not in (None, "", usual)


def _words(session: Session, code: str, values: list[Any]) -> str:
    if code == "fixed_contact_id" and values[0] is not None:
        user = session.get(User, values[0])
        return user.name if user is not None else ""
    if code == "name":
        return shown_name(_Name(*values))
    filled = ((name, value) for name, value in zip(_told(PARTS[code]), values, strict=True) if _is_filled(name, value))
    return ", ".join(masked(value) if name == "identity_number" else _word(value) for name, value in filled)


@dataclass(frozen=True)
class _Name:
    given_name: str
    prefix: str
    last_name: str
    partner_prefix: str
    partner_last_name: str
    name_usage: NameUsage


def _word(value: Any) -> str:
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, PartialDate):
        return partial_words(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(one.get("number", "")) if isinstance(one, dict) else str(one) for one in value)
    return date_numeric(value) if isinstance(value, date) else str(value)


def _answer(topic: CareTopic, mine: CareAnswer | None, theirs: CareAnswer | None) -> Question:
    said = [Said() if row is None else Said(row.state, row.code, row.text) for row in (mine, theirs)]
    words = [
        label(AnswerState.NOT_ASKED) if row is None else answer_words(AnswerRow(topic, row.state, row.code, row.text))
        for row in (mine, theirs)
    ]
    return Question(answer_pair(f"{ANSWER}{topic.value}", topic, *said), label(topic), *words)


def _directives(session: Session, kept_id: int, other_id: int) -> Iterator[Question]:
    mine, theirs = directives_of(session, kept_id), directives_of(session, other_id)
    for treatment in Treatment:
        rows = mine.get(treatment), theirs.get(treatment)
        if rows != (None, None):
            said = [(row.decision, row.text) if row else (Directive.NOT_DISCUSSED, "") for row in rows]
            words = [" ".join((label(decision), text)).strip() for decision, text in said]
            pair = directive_pair(f"{DIRECTIVE}{treatment.value}", said[0][0], said[1][0], is_same=said[0] == said[1])
            yield Question(pair, label(treatment), *words)


def _intake(session: Session, kept_id: int, other_id: int) -> Question:
    mine, theirs = (intake_id(session, guest_id) is not None for guest_id in (kept_id, other_id))
    words = [_intake_words(session, guest_id) for guest_id in (kept_id, other_id)]
    return Question(Pair(INTAKE, False, mine, theirs), choice_word(INTAKE), *words)


def _intake_words(session: Session, guest_id: int) -> str:
    table = Base.metadata.tables.get(INTAKE)
    if table is None:
        return ""
    row = session.execute(select(table.c.held_on, table.c.present).where(table.c.guest_id == guest_id)).one_or_none()
    if row is None:
        return ""
    return ", ".join(_word(value) for value in row if value) or choice_word(INTAKE)
