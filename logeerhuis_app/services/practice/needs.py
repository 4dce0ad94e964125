"""What care was estimated for some practice guests, and what their stays took; never of the families of the report."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.i18n.need_words import NEEDS
from logeerhuis_app.models import Booking, CareObservation, Intake
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar

EVERY = 3
"""So many guests by chance have one who was asked; enough to practise with."""
DAYS_BEFORE = 12
_ESTIMATES = ((1, 60, 1), (2, 120, 2), (0, 30, 0), (3, 180, 3))
"""Place in the needs, minutes a day, times a night."""
_SEEN = ((1, 30, 1, "stond 's nachts vaker op dan thuis"), (0, -15, 0, ""), (0, 0, 0, "zoals gedacht"))
"""How far the stay lay from it, and why."""


class NeedMaker:
    """Takes nothing from chance, so that the rest of the house stays as it was."""

    def __init__(self, book: RowBook, calendar: Calendar, recorded_by: str) -> None:
        self._book, self._calendar, self._recorded_by = book, calendar, recorded_by

    def write(self, guests: Iterable[PracticeGuest]) -> None:
        """Once the stays have their numbers."""
        left: dict[int, list[Row]] = defaultdict(list)
        for row in self._book.of(Booking):
            if row["state"] is BookingState.LEFT:
                left[row["guest_id"]].append(row)
        for guest in guests:
            self._invented(guest, left[guest.guest_id])

    def _invented(self, guest: PracticeGuest, stays: list[Row]) -> None:
        """A talk before the first stay, and what was seen in the stays that are over."""
        place, rest = divmod(guest.number, EVERY)
        if rest or guest.told or not guest.was_here:
            return
        adl, minutes, nightly = _ESTIMATES[place % len(_ESTIMATES)]
        self._book.add(
            Intake,
            guest_id=guest.guest_id,
            held_on=guest.first_day - timedelta(days=DAYS_BEFORE),
            place="thuis",
            present="gast en mantelzorger",
            estimate_adl=NEEDS[adl],
            estimate_minutes=minutes,
            estimate_nightly=nightly,
        )
        for row in stays:
            self._seen(guest.guest_id, row["id"], row["departure"], place)

    def _seen(self, guest_id: int, booking_id: int, departure: date, place: int) -> None:
        adl, minutes, nightly = _ESTIMATES[place % len(_ESTIMATES)]
        more, later, oftener, why = _SEEN[booking_id % len(_SEEN)]
        self._book.add(
            CareObservation,
            guest_id=guest_id,
            booking_id=booking_id,
            seen_adl=NEEDS[min(adl + more, len(NEEDS) - 1)],
            seen_minutes=minutes + later,
            seen_nightly=nightly + oftener,
            seen_why=why,
            recorded_at_utc=self._calendar.at(departure, "11:00"),
            recorded_by=self._recorded_by,
        )
