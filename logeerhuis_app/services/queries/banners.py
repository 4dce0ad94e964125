"""Two identifiers and the safety banner of any number of guests, in a handful of statements.

Screens, handover and prints all ask here, so that no two of them can tell a different story about a guest.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Date, bindparam, literal_column, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import IN_HOUSE
from logeerhuis_app.domain.care import SEVERITY_ORDER, AllergyStatus
from logeerhuis_app.domain.health import Reaction
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.i18n.health_words import reaction_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import Alert, Allergy, Bed, Booking, Guest, Night, Room
from logeerhuis_app.services.queries.documents import photos_of
from logeerhuis_app.services.queries.namesakes import namesakes
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.documents import PhotoRow
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestRef, Origin, SafetyBanner

_GUESTS = Prepared(whole_rows(Guest).where(of_guests(Guest.id)))
_ALLERGIES = Prepared(
    whole_rows(Allergy).where(of_guests(Allergy.guest_id), Allergy.ended_on.is_(None)).order_by(Allergy.id)
)
_ALERTS = Prepared(whole_rows(Alert).where(of_guests(Alert.guest_id), Alert.ended_on.is_(None)).order_by(Alert.id))
_ROOMS = Prepared(
    select(Night.guest_id, Room.name)
    .join_from(Booking, Night, Night.booking_id == Booking.id)
    .join(Bed, Bed.id == Night.bed_id)
    .join(Room, Room.id == Bed.room_id)
    .where(
        of_guests(Booking.guest_id),
        Booking.state.in_([literal_column(f"'{state.value}'") for state in sorted(IN_HOUSE)]),
        Night.night <= bindparam("today", type_=Date()),
    )
    .order_by(Night.night)
)


def banners(session: Session, guest_ids: Collection[int], today: date) -> dict[int, SafetyBanner]:
    """The banner of each guest; an id that is nobody's is left out. Eight statements at most, however many guests."""
    return banners_of(session, guest_rows(session, guest_ids), today)


def banners_of(session: Session, guests: Mapping[int, Guest], today: date) -> dict[int, SafetyBanner]:
    """The same, for guests whose rows were read already."""
    guest_ids = list(guests)
    alike = namesakes(session, guests, today)
    allergies = _allergies(session, guest_ids)
    alerts = _alerts(session, guest_ids)
    rooms = rooms_now(session, guest_ids, today)
    photos = photos_of(session, guest_ids, today)
    return {
        guest.id: SafetyBanner(
            guest=guest_ref(guest, today, has_namesake=guest.id in alike),
            allergy_status=AllergyStatus.KNOWN if allergies[guest.id] else guest.allergy_status,  # the rows say it
            allergies=tuple(allergies[guest.id]),
            allergy_confirmed_on=guest.allergy_confirmed_on,
            resuscitation=guest.resuscitation,
            resuscitation_text=guest.resuscitation_text,
            resuscitation_on=guest.resuscitation_on,
            resuscitation_origin=Origin(
                guest.resuscitation_source,
                guest.resuscitation_recorded_at_utc,
                guest.resuscitation_recorded_by,
                guest.resuscitation_verified_at_utc,
                guest.resuscitation_verified_by,
            ),
            alerts=tuple(alerts[guest.id]),
            room=rooms.get(guest.id, ""),
            photo=photos.get(guest.id, PhotoRow()),
        )
        for guest in guests.values()
    }


def guest_refs(session: Session, guest_ids: Collection[int], today: date) -> dict[int, GuestRef]:
    """Name and birth date of each guest, for lists that show no banner."""
    guests = guest_rows(session, guest_ids)
    alike = namesakes(session, guests, today)
    return {guest.id: guest_ref(guest, today, has_namesake=guest.id in alike) for guest in guests.values()}


def guest_ref(guest: Guest, today: date, *, has_namesake: bool) -> GuestRef:
    return GuestRef(
        guest_id=guest.id,
        guest_no=guest.guest_no,
        name=shown_name(guest),
        born=guest.born,
        age=guest.born.age_on(today),
        town=guest.town,
        has_namesake=has_namesake,
    )


def rooms_now(session: Session, guest_ids: Collection[int], today: date) -> dict[int, str]:
    """The room of each guest who is in the house: of tonight, or of the last night on the day of departure."""
    found = _ROOMS.rows(session, guest_ids=guest_ids, today=today)
    return {guest_id: room for guest_id, room in found if guest_id is not None}


def guest_rows(session: Session, guest_ids: Collection[int]) -> dict[int, Guest]:
    return {guest.id: guest for guest in _GUESTS.rows(session, guest_ids=guest_ids)}


def without_care(banner: SafetyBanner) -> SafetyBanner:
    """Name and room only. «Not available» and never «none»: whoever reads it by mistake must not feel safe."""
    return SafetyBanner(banner.guest, AllergyStatus.UNAVAILABLE, room=banner.room)


def origin_of(row: Any) -> Origin:
    """From whom the house has this row of the file."""
    return Origin(row.source, row.recorded_at_utc, row.recorded_by, row.verified_at_utc, row.verified_by)


def _allergies(session: Session, guest_ids: Collection[int]) -> dict[int, list[AllergyRow]]:
    rows: dict[int, list[AllergyRow]] = defaultdict(list)
    for row in _ALLERGIES.rows(session, guest_ids=guest_ids):
        reactions = tuple(Reaction(one) for one in row.reactions or ())
        rows[row.guest_id].append(
            AllergyRow(
                allergy_id=row.id,
                agent=row.agent,
                reaction=reaction_words(reactions, row.reaction),
                criticality=row.criticality,
                sensitivity=row.sensitivity,
                rescue=row.rescue,
                category=row.category,
                version=row.version,
                eu_allergen=row.eu_allergen,
                reactions=reactions,
                own_reaction=row.reaction,
                reaction_severity=row.reaction_severity,
                last_reaction=row.last_reaction,
                origin=origin_of(row),
                valid_from=row.valid_from,
            )
        )
    return rows


def _alerts(session: Session, guest_ids: Collection[int]) -> dict[int, list[AlertRow]]:
    """Alerts that have not ended, red first."""
    rows: dict[int, list[AlertRow]] = defaultdict(list)
    for row in sorted(_ALERTS.rows(session, guest_ids=guest_ids), key=lambda alert: SEVERITY_ORDER[alert.severity]):
        name = row.name or label(row.kind)
        rows[row.guest_id].append(
            AlertRow(
                alert_id=row.id,
                name=name,
                action=row.action,
                severity=row.severity,
                kind=row.kind.value,
                own_name=row.name,
                version=row.version,
                starts_on=row.starts_on,
                review_on=row.review_on,
                origin=origin_of(row),
            )
        )
    return rows
