"""Everything on file about one guest, for the right of access."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import Presence
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import (
    Booking,
    ContactPerson,
    Declaration,
    DeclarationLine,
    Guest,
    House,
    Location,
    Night,
    Payer,
    User,
)
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.queries.carers import carers_of
from logeerhuis_app.services.queries.guest_log import log_of
from logeerhuis_app.services.queries.guest_parts import stays_of
from logeerhuis_app.services.queries.guests import whole_file
from logeerhuis_app.services.rows.carer import CarerFile
from logeerhuis_app.services.rows.rights import DeclaredRow, Dossier, GivenTo, RestrictionRow, StayLine
from logeerhuis_app.services.whole_house import guest_tables

_NAMED = (
    (User, User.name),
    (Payer, Payer.name),
    (Location, Location.name),
    (ContactPerson, ContactPerson.name),
)


def dossier(work: Work, guest: Guest, given_to: GivenTo) -> Dossier:
    """The caller says that it was given."""
    session = work.session
    house = session.get_one(House, 1)
    return Dossier(
        file=whole_file(work, guest),
        bsn=(guest.bsn or "") if work.may(UseCase.SEE_BSN) else "",
        tables=guest_tables(session, guest.id),
        names=_names(session),
        stays=_stays(session, guest.id),
        declared=_declared(session, guest.id),
        carers=carers_of(session, guest.id) if work.may(UseCase.SEE_CARER) else CarerFile(),
        log=log_of(session, guest.id, most=None),
        given_to=given_to,
        house=house.name,
        is_practice=house.is_practice,
        made_at_utc=work.now_utc,
        made_by=work.actor.name,
        restriction=RestrictionRow(guest.restricted_on, guest.restriction_ground, guest.restriction_reason),
    )


def _names(session: Session) -> dict[tuple[str, int], str]:
    return {
        (model.__tablename__, row_id): name
        for model, column in _NAMED
        for row_id, name in session.execute(select(model.id, column))
    }


def _stays(session: Session, guest_id: int) -> tuple[StayLine, ...]:
    """The latest first."""
    bookings = {row.id: row for row in session.scalars(select(Booking).where(Booking.guest_id == guest_id))}
    nights: dict[int, list[Night]] = defaultdict(list)
    for night in session.scalars(select(Night).where(Night.guest_id == guest_id).order_by(Night.night)):
        nights[night.booking_id or 0].append(night)
    return tuple(
        StayLine(
            arrival=row.arrival,
            departure=row.departure,
            place=row.bed,
            state=row.state,
            label=row.label,
            slept=sum(night.presence is Presence.SLEPT for night in nights[row.booking_id]),
            other_nights=tuple(_other(nights[row.booking_id])),
            note=bookings[row.booking_id].note,
            end_reason=bookings[row.booking_id].end_reason,
            destination=bookings[row.booking_id].destination,
        )
        for row in stays_of(session, guest_id)
    )


def _other(nights: Iterable[Night]) -> Iterable[tuple[date, str]]:
    usual = {Presence.SLEPT, Presence.PLANNED}
    return ((night.night, label(night.presence)) for night in nights if night.presence not in usual)


def _declared(session: Session, guest_id: int) -> tuple[DeclaredRow, ...]:
    query = (
        select(DeclarationLine, Declaration, Payer.name)
        .join(Declaration, Declaration.id == DeclarationLine.declaration_id)
        .join(Payer, Payer.id == Declaration.payer_id)
        .where(DeclarationLine.guest_id == guest_id)
        .order_by(Declaration.month.desc(), Declaration.id.desc(), DeclarationLine.id)
    )
    return tuple(
        DeclaredRow(paper.number, paper.month, payer, line.nights, line.amount_cents, paper.state)
        for line, paper, payer in session.execute(query)
    )
