"""Nights used, planned and left: of one allocation, or of the Wlz year."""

from datetime import date, timedelta

from sqlalchemy import bindparam, case, func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import Presence
from logeerhuis_app.domain.funding import LAW_OF_BASIS, WLZ_NIGHTS_A_YEAR, Frequency, Law
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import month_year
from logeerhuis_app.models import Allocation, Night, Payer
from logeerhuis_app.services.queries.prepared import Prepared
from logeerhuis_app.services.rows.funding import BudgetRow

_UNCOUNTED = (Presence.AWAY, Presence.NO_SHOW)
_COUNT = Prepared(
    select(func.count(), func.count(case((Night.night < bindparam("today"), 1)))).where(
        Night.guest_id == bindparam("guest_id"),
        Night.night >= bindparam("first"),
        Night.night < bindparam("until"),
        Night.presence.not_in(_UNCOUNTED),
    )
)


def budget_on(session: Session, guest_id: int, day: date, today: date) -> BudgetRow | None:
    """The budget that a stay beginning on this day draws from; None when nobody is known to pay."""
    query = (
        select(Allocation, Payer.name)
        .join(Payer, Allocation.payer_id == Payer.id)
        .where(Allocation.guest_id == guest_id, Allocation.valid_from <= day)
        .where(or_(Allocation.valid_until.is_(None), Allocation.valid_until >= day))
        .order_by(Allocation.valid_from.desc())
    )
    found = session.execute(query.limit(1)).first()
    return None if found is None else budget_of(session, found[0], day, today)


def budget_of(session: Session, allocation: Allocation, day: date, today: date) -> BudgetRow:
    """The meter of one allocation around one day. The Wlz counts per calendar year, over all houses of the land."""
    if LAW_OF_BASIS[allocation.basis] is Law.WLZ:
        first, until = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        text = _("Nights in {year}").format(year=day.year)
        return _count(session, allocation.guest_id, first, until, today, text, WLZ_NIGHTS_A_YEAR, is_wlz=True)
    first, until = allocation.valid_from, (allocation.valid_until or date(day.year, 12, 31)) + timedelta(days=1)
    text = _("Nights of allocation {number}").format(number=allocation.number)
    if allocation.frequency is Frequency.MONTH:
        month = Month.of(day)
        first, until = max(first, month.first), min(until, month.next().first)
        text = _("Nights in {month}").format(month=month_year(day))
    elif allocation.frequency is Frequency.WEEK:
        monday = day - timedelta(days=day.weekday())
        first, until = max(first, monday), min(until, monday + timedelta(days=7))
        text = _("Nights in this week")
    return _count(session, allocation.guest_id, first, until, today, text, allocation.volume, is_wlz=False)


def _count(
    session: Session,
    guest_id: int,
    first: date,
    until: date,
    today: date,
    text: str,
    most: int | None,
    *,
    is_wlz: bool,
) -> BudgetRow:
    values = {"guest_id": guest_id, "first": first, "until": until, "today": today}
    all_of_them, used = _COUNT.rows(session, **values)[0]
    return BudgetRow(text, used, all_of_them - used, most, counts_own_house_only=is_wlz)
