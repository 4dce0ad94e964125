"""Fill the beds: a year of stays by chance, denser in the past than ahead."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence, option_expiry
from logeerhuis_app.domain.nights import ONE_DAY, StayPeriod
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest, PracticeStay
from logeerhuis_app.services.practice.house import BedSpot
from logeerhuis_app.services.practice.ledger import Ledger
from logeerhuis_app.services.practice.resources import Calendar, wall_time

TRIES = 30
CANCELLED_PER_STAY = 0.04
_CANCELLED = (
    (BookingState.CANCELLED_GUEST, "partner is zelf ziek"),
    (BookingState.CANCELLED_GUEST, "optie verlopen"),
    (BookingState.CANCELLED_GUEST, "liever thuis gebleven"),
    (BookingState.CANCELLED_HOUSE, "te weinig personeel"),
    (BookingState.NO_SHOW, "opgenomen in het ziekenhuis"),
)


class StayMaker:
    """Thinks up stays bed by bed, and writes them down as bookings with their nights."""

    def __init__(self, random: Random, ledger: Ledger, calendar: Calendar, words: Row) -> None:
        self._random = random
        self._ledger = ledger
        self._calendar = calendar
        self._words = words
        self._today = calendar.today

    def fill(self, bed: BedSpot, lengths: list[int], pool: list[PracticeGuest], first: date, until: date) -> None:
        mean = sum(lengths) / len(lengths)
        weights = [guest.weight for guest in pool]
        day = first
        while day < until and pool:
            if self._random.random() < self._chance(day, mean):
                room = self._free_from(bed, day, self._random.choice(lengths), until)
                if room >= min(2, *lengths) and self._place(bed, pool, weights, StayPeriod(day, day + timedelta(room))):
                    day += timedelta(days=room)
                    continue
            day += ONE_DAY

    def _chance(self, day: date, mean_nights: float) -> float:
        """Of a stay beginning on a free day, so that this share of the nights is taken in the long run."""
        share = self._share(day)
        return 1 / (1 + mean_nights * (1 / share - 1))

    def _share(self, day: date) -> float:
        ahead = (day - self._today).days
        occupancy = self._words["occupancy"]
        shares: list[tuple[int, float]] = [(-1, occupancy["past"]), *occupancy["ahead"]]
        return next((share for days, share in shares if ahead <= days), shares[-1][1])

    def _free_from(self, bed: BedSpot, day: date, wanted: int, until: date) -> int:
        count = 0
        while count < wanted and day + timedelta(count) < until:
            if not self._ledger.is_bed_free(bed.bed_id, day + timedelta(count)):
                break
            count += 1
        return count

    def _place(self, bed: BedSpot, pool: list[PracticeGuest], weights: list[float], period: StayPeriod) -> bool:
        around = StayPeriod(period.arrival - timedelta(5), period.departure + timedelta(5))
        for guest in self._random.choices(pool, weights=weights, k=TRIES):
            if self._ledger.is_guest_free(guest.number, around):
                self._ledger.take(bed.bed_id, guest.number, period)
                guest.stays.append(self._stay(bed, guest, period))
                return True
        return False

    def _stay(self, bed: BedSpot, guest: PracticeGuest, period: StayPeriod) -> PracticeStay:
        state = self._state(period)
        until = None
        if state is BookingState.OPTION:
            until = min(option_expiry(self._today), self._today + timedelta(self._random.randrange(1, 8)))
        return PracticeStay(bed, period, state, self._label(bed, guest), until)

    def _state(self, period: StayPeriod) -> BookingState:
        if period.departure < self._today or (period.departure == self._today and self._random.random() < 0.5):
            return BookingState.LEFT
        if period.arrival < self._today:
            return BookingState.PRESENT
        if period.arrival == self._today:
            return BookingState.CONFIRMED
        days = (period.arrival - self._today).days
        return BookingState.CONFIRMED if self._random.random() < (0.85 if days < 21 else 0.55) else BookingState.OPTION

    def _label(self, bed: BedSpot, guest: PracticeGuest) -> BookingLabel:
        if bed.kind == "crisis":
            return BookingLabel.URGENT
        if guest.is_elv:
            return BookingLabel.BRIDGING
        if not guest.stays:
            return BookingLabel.TRIAL
        return BookingLabel.STRUCTURAL if guest.weight > 1 else BookingLabel.INCIDENTAL

    def cancelled(self, guests: list[PracticeGuest]) -> Iterator[tuple[PracticeGuest, PracticeStay]]:
        """Bookings that came to nothing: they keep no night."""
        for guest in guests:
            for stay in guest.stays:
                if self._random.random() < CANCELLED_PER_STAY:
                    shift = timedelta(days=self._random.randrange(3, 40))
                    period = StayPeriod(stay.period.arrival - shift, stay.period.departure - shift)
                    state, reason = self._random.choice(_CANCELLED)
                    if period.arrival >= self._today:
                        state, reason = _CANCELLED[0]
                    yield guest, PracticeStay(stay.bed, period, state, stay.label, end_reason=reason)

    # -- as rows

    def write(self, book: RowBook, guest: PracticeGuest, stay: PracticeStay, trajectory_id: int | None = None) -> None:
        booking_id = book.add(
            Booking,
            guest_id=guest.guest_id,
            location_id=stay.bed.location_id,
            arrival=stay.period.arrival,
            departure=stay.period.departure,
            arrival_time=wall_time("14:00"),
            departure_time=wall_time("11:00"),
            state=stay.state,
            label=stay.label,
            option_until=stay.option_until,
            note=stay.note,
            end_reason=stay.end_reason,
            trajectory_id=trajectory_id,
            **self._moments(stay),
        )
        if not stay.end_reason:
            self._write_nights(book, guest, stay, booking_id)

    def _moments(self, stay: PracticeStay) -> Row:
        if stay.state not in (BookingState.PRESENT, BookingState.LEFT):
            return {}
        moments: Row = {"checked_in_at_utc": self._calendar.at(stay.period.arrival, "14:10")}
        if stay.state is BookingState.LEFT:
            moments["checked_out_at_utc"] = self._calendar.at(stay.period.departure, "10:50")
            moments["destination"] = "naar huis"
        return moments

    def _write_nights(self, book: RowBook, guest: PracticeGuest, stay: PracticeStay, booking_id: int) -> None:
        is_known = stay.state in (BookingState.PRESENT, BookingState.LEFT)
        for place, night in enumerate(stay.period.nights()):
            presence = Presence.SLEPT if is_known and night < self._today else Presence.PLANNED
            book.add(
                Night,
                night=night,
                bed_id=stay.bed.bed_id,
                guest_id=guest.guest_id,
                booking_id=booking_id,
                presence=Presence.AWAY if place in stay.away else presence,
            )
