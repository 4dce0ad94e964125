"""What the retention rules need to know of a file."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import HOLDS_BED
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.retention import FileFacts, Terms, obstacles
from logeerhuis_app.domain.rights import Decision, RightKind
from logeerhuis_app.models import (
    Booking,
    Declaration,
    DeclarationLine,
    DeclaredNight,
    Guest,
    House,
    Night,
    Note,
    RightsRequest,
)
from logeerhuis_app.services.file_watch import stay_facts
from logeerhuis_app.services.queries.billing_facts import load_month
from logeerhuis_app.services.queries.declarations import drafts_of


def terms_of(session: Session) -> Terms:
    house = session.get_one(House, 1)
    return Terms(house.care_years, house.finance_years)


def facts_of(session: Session, guests: Collection[Guest], today: date) -> dict[int, FileFacts]:
    """By guest."""
    ids = [guest.id for guest in guests]
    stays, asked = stay_facts(session, ids), _asked(session, ids)
    declared, noted = _declared(session, ids), _noted(session, ids)
    return {
        guest.id: FileFacts(
            changed_on=max([day for day in (guest.care_changed_on, noted.get(guest.id)) if day], default=None),
            stays=stays[guest.id],
            declared_on=declared.get(guest.id),
            has_open_nights=_has_open_nights(session, guest.id, today),
            has_request=guest.id in asked,
            is_restricted=guest.restricted_on is not None,
            kept_until=guest.kept_until,
            is_destroyed=guest.file_status is FileStatus.DESTROYED,
        )
        for guest in guests
    }


def files_due(session: Session, today: date) -> int:
    """How many care files can go today, or wait because a guest asked for it."""
    terms = terms_of(session)
    facts = facts_of(session, candidates(session, terms, today), today).values()
    return sum(not file.is_destroyed and (file.has_request or not obstacles(file, terms, today)) for file in facts)


def _asked(session: Session, guest_ids: Collection[int]) -> set[int]:
    """Whose destruction was asked for, and not refused."""
    query = select(RightsRequest.guest_id).where(
        RightsRequest.guest_id.in_(guest_ids),
        RightsRequest.kind == RightKind.REMOVAL,
        RightsRequest.decision != Decision.REFUSED,
    )
    return set(session.scalars(query))


def _declared(session: Session, guest_ids: Collection[int]) -> dict[int, date]:
    """Day of issue of the last declaration that names the guest."""
    query = (
        select(DeclarationLine.guest_id, func.max(Declaration.issued_on))
        .join(Declaration, Declaration.id == DeclarationLine.declaration_id)
        .where(DeclarationLine.guest_id.in_(guest_ids))
        .group_by(DeclarationLine.guest_id)
    )
    return {guest_id: day for guest_id, day in session.execute(query)}  # noqa: C416 - a Row is no tuple to mypy


def _noted(session: Session, guest_ids: Collection[int]) -> dict[int, date]:
    """The last note: a house that came in from a file may know no other day."""
    query = select(Note.guest_id, func.max(Note.shift_day)).where(Note.guest_id.in_(guest_ids))
    return {guest_id: day for guest_id, day in session.execute(query.group_by(Note.guest_id)) if guest_id}


def _has_open_nights(session: Session, guest_id: int, today: date) -> bool:
    """Whether a declaration in the making, or a question about one, still names the guest."""
    return any(_is_named(session, guest_id, month, today) for month in _open_months(session, guest_id, today))


def _open_months(session: Session, guest_id: int, today: date) -> list[Month]:
    live = select(DeclaredNight.night).where(DeclaredNight.guest_id == guest_id, DeclaredNight.is_credited.is_(False))
    query = (
        select(Night.night)
        .join(Booking, Booking.id == Night.booking_id)
        .where(
            Night.guest_id == guest_id,
            Night.night < today,
            Night.billing != Billing.NOT_DECLARED,
            Booking.state.in_(HOLDS_BED),
            Night.night.not_in(live),
        )
    )
    return sorted({Month.of(night) for night in session.scalars(query)}, key=lambda month: month.first)


def _is_named(session: Session, guest_id: int, month: Month, today: date) -> bool:
    groups = drafts_of(load_month(session, month, today)).values()
    named = {line.guest_id for group in groups for line in group.lines}
    asked = {question.guest_id for group in groups for question in group.questions}
    return guest_id in named | asked


def candidates(session: Session, terms: Terms, last_day: date) -> list[Guest]:
    """Guests of whom something may fall due by this day, or who asked: few, whatever the size of the house."""
    came = select(Booking.guest_id).where(Booking.departure > last_day - timedelta(days=365 * terms.care_years))
    changed = last_day - timedelta(days=365 * terms.care_years)
    care_over = Guest.id.not_in(came) & or_(Guest.care_changed_on.is_(None), Guest.care_changed_on <= changed)
    asked = select(RightsRequest.guest_id).where(
        RightsRequest.kind == RightKind.REMOVAL, RightsRequest.decision != Decision.REFUSED
    )
    old_paper = select(DeclarationLine.guest_id).join(Declaration, Declaration.id == DeclarationLine.declaration_id)
    book_year = date(last_day.year - terms.finance_years, 1, 1)
    named = old_paper.where(Declaration.issued_on < book_year)
    recent = old_paper.where(Declaration.issued_on >= book_year)
    finance_over = Guest.id.in_(named) & Guest.id.not_in(recent)
    due = or_(care_over, Guest.id.in_(asked), finance_over)
    query = select(Guest).where(due, Guest.file_status != FileStatus.MERGED)  # that is a number, and no file any more
    return list(session.scalars(query.order_by(Guest.guest_no)))
