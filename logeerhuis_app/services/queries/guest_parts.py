"""The parts of guest files, for any number of guests: one statement each, rows in the order they are shown."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.funding import LAW_OF_BASIS, Law
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import (
    Allocation,
    Bed,
    Booking,
    CareAnswer,
    CarerSituation,
    ContactPerson,
    Guest,
    HealthProfessional,
    HelpFromOthers,
    MedicationItem,
    MedicationList,
    Night,
    Payer,
    Problem,
    Room,
)
from logeerhuis_app.services.queries.budgets import budget_of
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, one_of, whole_rows
from logeerhuis_app.services.rows.guest import (
    AllocationRow,
    AnswerRow,
    CarerRow,
    ContactRow,
    HelpRow,
    MedicationRow,
    MedicineRow,
    ProblemRow,
    ProfessionalRow,
    StayRow,
)

_ANSWERS = Prepared(whole_rows(CareAnswer).where(of_guests(CareAnswer.guest_id)))
_CONTACTS = Prepared(
    whole_rows(ContactPerson).where(of_guests(ContactPerson.guest_id)).order_by(ContactPerson.order, ContactPerson.id)
)
_SITUATIONS = Prepared(whole_rows(CarerSituation).where(of_guests(CarerSituation.guest_id)))
_PROFESSIONALS = Prepared(
    whole_rows(HealthProfessional).where(of_guests(HealthProfessional.guest_id)).order_by(HealthProfessional.id)
)
_HELP = Prepared(whole_rows(HelpFromOthers).where(of_guests(HelpFromOthers.guest_id)).order_by(HelpFromOthers.id))
_PROBLEMS = Prepared(whole_rows(Problem).where(of_guests(Problem.guest_id)))
_MEDICATION_CARE = Prepared(select(Guest.id, Guest.medication_care).where(of_guests(Guest.id)))
_MEDICATION_LISTS = Prepared(
    whole_rows(MedicationList).where(of_guests(MedicationList.guest_id)).order_by(MedicationList.id)
)
_MEDICINES = Prepared(
    whole_rows(MedicationItem)
    .where(one_of("list_ids", MedicationItem.list_id))
    .order_by(MedicationItem.order, MedicationItem.id)
)
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
            row.topic, row.state, row.code, row.text, row.version, row.recorded_at_utc
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
            ProfessionalRow(row.id, label(row.role), row.name, row.organisation, row.phone, row.role, row.version),
        )
    return found


def help_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[HelpRow, ...]]:
    found: dict[int, tuple[HelpRow, ...]] = defaultdict(tuple)
    for row in _HELP.rows(session, guest_ids=guest_ids):
        found[row.guest_id] += (
            HelpRow(row.id, label(row.kind), row.law, row.frequency, row.during_stay, row.note, row.kind, row.version),
        )
    return found


def problems_of(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[ProblemRow, ...]]:
    """The leading one first."""
    found: dict[int, tuple[ProblemRow, ...]] = defaultdict(tuple)
    found_rows = _PROBLEMS.rows(session, guest_ids=guest_ids)
    for row in sorted(found_rows, key=lambda problem: (not problem.is_leading, problem.id)):
        found[row.guest_id] += (ProblemRow(row.id, row.name, row.detail, row.is_leading, row.version),)
    return found


def medication_of(session: Session, guest_ids: Collection[int]) -> dict[int, MedicationRow]:
    """The list that holds now (the last one written down) and who manages the medicines; one row per guest."""
    care = _MEDICATION_CARE.rows(session, guest_ids=guest_ids)
    found = {guest_id: MedicationRow(care=managed) for guest_id, managed in care}
    latest = {row.guest_id: row for row in _MEDICATION_LISTS.rows(session, guest_ids=guest_ids)}
    medicines = _medicines(session, [row.id for row in latest.values()])
    for guest_id, row in latest.items():
        found[guest_id] = MedicationRow(
            list_date=row.list_date,
            pharmacy=row.pharmacy,
            checked_by=tuple(name for name in (row.checked_by_1, row.checked_by_2) if name),
            care=found[guest_id].care,
            medicines=medicines[row.id],
            list_id=row.id,
            version=row.version,
            origin=row.origin,
            document_id=row.document_id or 0,
        )
    return found


def carers_of(session: Session, guest_id: int) -> tuple[CarerRow, ...]:
    """One row per contact person, also of those who were never asked: then the load says «not asked»."""
    situations = {row.contact_id: row for row in _SITUATIONS.rows(session, guest_ids=[guest_id])}
    return tuple(
        _carer(contact, situations.get(contact.id)) for contact in _CONTACTS.rows(session, guest_ids=[guest_id])
    )


def allocations_of(session: Session, guest_id: int, today: date) -> tuple[AllocationRow, ...]:
    """Those that hold today first, then the latest."""
    rows = [
        _allocation(session, row, row.payer_name, today) for row in _ALLOCATIONS.rows(session, guest_ids=[guest_id])
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_now))


def laws_of(session: Session, guest_ids: Collection[int], today: date) -> dict[int, Law]:
    """Under which law each guest stays: of today, else of the first day to come; missing where nobody is known."""
    query = select(Allocation.guest_id, Allocation.basis, Allocation.valid_from, Allocation.valid_until).where(
        Allocation.guest_id.in_(guest_ids),
        (Allocation.valid_until.is_(None)) | (Allocation.valid_until >= today),
    )
    found: dict[int, tuple[date, Law]] = {}
    for guest_id, basis, first, _last in session.execute(query):
        begins = max(first, today)
        if guest_id not in found or begins < found[guest_id][0]:
            found[guest_id] = (begins, LAW_OF_BASIS[basis])
    return {guest_id: law for guest_id, (_begins, law) in found.items()}


def stays_of(session: Session, guest_id: int) -> tuple[StayRow, ...]:
    """Every booking, the latest first; the rooms in the order they were slept in."""
    beds: dict[int, list[str]] = defaultdict(list)
    for booking_id, room in _SLEPT.rows(session, guest_ids=[guest_id]):
        if booking_id is not None and room not in beds[booking_id]:
            beds[booking_id].append(room)
    return tuple(_stay(row, " → ".join(beds[row.id])) for row in _STAYS.rows(session, guest_ids=[guest_id]))


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
    )


def _medicines(session: Session, list_ids: Collection[int]) -> dict[int, tuple[MedicineRow, ...]]:
    found: dict[int, tuple[MedicineRow, ...]] = defaultdict(tuple)
    for row in _MEDICINES.rows(session, list_ids=list_ids):
        found[row.list_id] += (
            MedicineRow(
                item_id=row.id,
                name=row.name,
                dose=row.dose,
                times=tuple(row.times),
                as_needed=row.as_needed,
                condition=row.condition,
                maximum=row.maximum,
                instruction=row.instruction,
                double_check=row.double_check,
                is_to_check=row.is_to_check,
            ),
        )
    return found


def _carer(contact: ContactPerson, situation: CarerSituation | None) -> CarerRow:
    who = contact.name, label(contact.relationship)
    if situation is None:
        return CarerRow(*who, label(CarerRow.load_code), "", "", "", "", "", contact.id)
    return CarerRow(
        *who,
        load=label(situation.load),
        load_note=situation.load_note,
        health=situation.health,
        work=situation.work,
        tasks=situation.tasks,
        reasons=situation.reasons,
        contact_id=contact.id,
        load_code=situation.load,
        version=situation.version,
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
    return StayRow(
        row.id, row.arrival, row.departure, nights, room, label(row.state), label(row.label), row.state, row.label
    )
