"""The parts of guest files, for any number of guests: one statement each, rows in the order they are shown."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import SAFETY
from logeerhuis_app.domain.contact_points import read_phones
from logeerhuis_app.domain.funding import LAW_OF_BASIS
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.domain.person import ContactRole
from logeerhuis_app.i18n.health_words import problem_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.network_words import often_words
from logeerhuis_app.models import (
    Allocation,
    Bed,
    Booking,
    CareAnswer,
    ContactPerson,
    HealthProfessional,
    HelpFromOthers,
    Night,
    Payer,
    Problem,
    Room,
)
from logeerhuis_app.services.queries.banners import origin_of
from logeerhuis_app.services.queries.budgets import budget_of
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.funding import AllocationRow, StayRow
from logeerhuis_app.services.rows.guest import (
    UNKNOWN_ORIGIN,
    AnswerRow,
    ContactRow,
    HelpRow,
    ProblemRow,
    ProfessionalRow,
)

_ANSWERS = Prepared(whole_rows(CareAnswer).where(of_guests(CareAnswer.guest_id)))
_CONTACTS = Prepared(
    whole_rows(ContactPerson).where(of_guests(ContactPerson.guest_id)).order_by(ContactPerson.order, ContactPerson.id)
)
_PROFESSIONALS = Prepared(
    whole_rows(HealthProfessional).where(of_guests(HealthProfessional.guest_id)).order_by(HealthProfessional.id)
)
_HELP = Prepared(whole_rows(HelpFromOthers).where(of_guests(HelpFromOthers.guest_id)).order_by(HelpFromOthers.id))
_PROBLEMS = Prepared(whole_rows(Problem).where(of_guests(Problem.guest_id)))
_ALLOCATIONS = Prepared(
    whole_rows(Allocation, Payer.name.label("payer_name"))
    .join_from(Allocation, Payer, Payer.id == Allocation.payer_id)
    .where(of_guests(Allocation.guest_id))
    .order_by(Allocation.valid_from.desc(), Allocation.id.desc())
)
_SLEPT = Prepared(
    select(Night.booking_id, Room.name)
    .join(Bed, Bed.id == Night.bed_id)
    .join(Room, Room.id == Bed.room_id)
    .where(of_guests(Night.guest_id))
    .order_by(Night.night)
)
_STAYS = Prepared(
    whole_rows(Booking).where(of_guests(Booking.guest_id)).order_by(Booking.arrival.desc(), Booking.id.desc())
)


def answers_of(session: Session, guest_ids: Collection[int]) -> dict[int, dict[CareTopic, AnswerRow]]:
    """By topic; a topic that is missing was not asked."""
    found: dict[int, dict[CareTopic, AnswerRow]] = defaultdict(dict)
    for row in _ANSWERS.rows(session, guest_ids=guest_ids):
        found[row.guest_id][row.topic] = AnswerRow(
            row.topic,
            row.state,
            row.code,
            row.text,
            row.version,
            row.recorded_at_utc,
            origin_of(row) if row.topic in SAFETY else UNKNOWN_ORIGIN,
        )
    return found


def contacts_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[ContactRow, ...]]:
    """Who to call, the first one first."""
    found: dict[int, tuple[ContactRow, ...]] = defaultdict(tuple)
    for row in _CONTACTS.rows(session, guest_ids=guest_ids):
        found[row.guest_id] += (_contact(row),)
    return found


def professionals_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[ProfessionalRow, ...]]:
    found: dict[int, tuple[ProfessionalRow, ...]] = defaultdict(tuple)
    for row in _PROFESSIONALS.rows(session, guest_ids=guest_ids):
        found[row.guest_id] += (
            ProfessionalRow(
                row.id, label(row.role), row.name, row.organisation, row.phone, row.role, row.version, row.agb, row.note
            ),
        )
    return found


def help_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[HelpRow, ...]]:
    found: dict[int, tuple[HelpRow, ...]] = defaultdict(tuple)
    for row in _HELP.rows(session, guest_ids=guest_ids):
        found[row.guest_id] += (_help(row),)
    return found


def problems_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[ProblemRow, ...]]:
    """The leading one first."""
    found: dict[int, tuple[ProblemRow, ...]] = defaultdict(tuple)
    found_rows = _PROBLEMS.rows(session, guest_ids=guest_ids)
    for row in sorted(found_rows, key=lambda problem: (not problem.is_leading, problem.ended is not None, problem.id)):
        found[row.guest_id] += (
            ProblemRow(
                problem_id=row.id,
                name=problem_words(row),
                detail=row.detail,
                is_leading=row.is_leading,
                version=row.version,
                kind=row.kind,
                own_name=row.name,
                stage=row.stage,
                started=row.started,
                ended=row.ended,
                verification=row.verification,
            ),
        )
    return found


def allocations_of(session: Session, guest_id: int, today: date) -> tuple[AllocationRow, ...]:
    """Those that hold today first, then the latest."""
    rows = [
        _allocation(session, row, row.payer_name, today) for row in _ALLOCATIONS.rows(session, guest_ids=[guest_id])
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_now))


def stays_of(session: Session, guest_id: int) -> tuple[StayRow, ...]:
    """Every booking, the latest first; the rooms in the order they were slept in."""
    beds: dict[int, list[str]] = defaultdict(list)
    for booking_id, room in _SLEPT.rows(session, guest_ids=[guest_id]):
        if booking_id is not None and room not in beds[booking_id]:
            beds[booking_id].append(room)
    return tuple(_stay(row, " → ".join(beds[row.id])) for row in _STAYS.rows(session, guest_ids=[guest_id]))


def _help(row: HelpFromOthers) -> HelpRow:
    weekdays = tuple(row.weekdays or ())
    return HelpRow(
        help_id=row.id,
        kind=label(row.kind),
        law=row.law,
        frequency=often_words(row, weekdays, row.frequency),
        during_stay=row.during_stay,
        note=row.note,
        kind_code=row.kind,
        version=row.version,
        is_voluntary=row.is_voluntary,
        provider=row.provider,
        phone=row.phone,
        often=row.often,
        often_most=row.often_most,
        often_unit=row.often_unit,
        often_period=row.often_period,
        weekdays=weekdays,
        own_words=row.frequency,
    )


def _contact(row: ContactPerson) -> ContactRow:
    return ContactRow(
        contact_id=row.id,
        order=row.order,
        name=row.name,
        relationship=label(row.relationship),
        phone=row.phone,
        may_collect=row.may_collect,
        info_scope=row.info_scope,
        lives_with_guest=row.lives_with_guest,
        is_representative=row.is_representative,
        away_from=row.away_from,
        away_until=row.away_until,
        note=row.note,
        version=row.version,
        kind=row.relationship,
        roles=tuple(ContactRole(role) for role in row.roles or ()),
        more_phones=read_phones(row.more_phones),
        email=row.email,
        address=row.address,
        collect_note=row.collect_note,
        info_agreed_by=row.info_agreed_by,
        info_agreed_on=row.info_agreed_on,
        travel_minutes=row.travel_minutes,
        reach_note=row.reach_note,
        key_note=row.key_note,
        stands_in=row.stands_in,
    )


def _allocation(session: Session, row: Allocation, payer: str, today: date) -> AllocationRow:
    day = max(row.valid_from, min(today, row.valid_until or today))
    return AllocationRow(
        allocation_id=row.id,
        law=LAW_OF_BASIS[row.basis],
        basis=row.basis,
        payer_id=row.payer_id,
        payer=payer,
        number=row.number,
        product=row.product,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        volume=row.volume,
        frequency=row.frequency,
        budget=budget_of(session, row, day, today),
        version=row.version,
        decision_no=row.decision_no,
        is_now=row.valid_from <= today <= (row.valid_until or today),
    )


def _stay(row: Booking, room: str) -> StayRow:
    nights = StayPeriod(row.arrival, row.departure).count
    return StayRow(row.id, row.arrival, row.departure, nights, room, label(row.state), label(row.label), row.state)
