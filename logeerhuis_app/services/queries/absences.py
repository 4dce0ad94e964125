"""Who is away now, or will be: one stretch of nights per stay, for the chart, its panel and the handover."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.rows.absence import Absence


def absences(session: Session, booking_ids: Collection[int], today: date) -> dict[int, Absence]:
    """Per stay in the house the absence that runs, or else the next one; a stay without one is not in the answer.

    A guest who did not come back on the day is still away: that absence stays until somebody says otherwise.
    """
    query = (
        select(Night.booking_id, Night.night, Booking.state)
        .join(Booking, Night.booking_id == Booking.id)
        .where(Night.booking_id.in_(booking_ids), Night.presence == Presence.AWAY)
        .where(Booking.state.in_((BookingState.PRESENT, BookingState.AWAY)))
        .order_by(Night.booking_id, Night.night)
    )
    nights: dict[int, list[date]] = defaultdict(list)
    is_away: dict[int, bool] = {}
    for booking_id, night, state in session.execute(query):
        nights[booking_id or 0].append(night)
        is_away[booking_id or 0] = state is BookingState.AWAY
    found: dict[int, Absence] = {}
    for booking_id, days in nights.items():
        runs = _runs(days)
        coming = [run for run in runs if run.until > today]
        if coming or is_away[booking_id]:
            found[booking_id] = coming[0] if coming else runs[-1]
    return found


def _runs(days: list[date]) -> list[Absence]:
    """Unbroken stretches of nights."""
    runs: list[Absence] = []
    for day in days:
        if runs and runs[-1].until == day:
            runs[-1] = Absence(runs[-1].first, day + ONE_DAY)
        else:
            runs.append(Absence(day, day + ONE_DAY))
    return runs
