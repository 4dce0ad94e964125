"""How much care a guest turned out to need in a stay, to lay beside what was estimated at the talk."""

from dataclasses import dataclass

from sqlalchemy import select

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import BookingLocked, ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Booking, CareObservation
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put, wish_values
from logeerhuis_app.services.intake import MOST_MINUTES, MOST_TIMES

STAYED = frozenset({BookingState.PRESENT, BookingState.AWAY, BookingState.LEFT, BookingState.CLOSED})
"""Only of a guest who was here can anybody say what care it took."""


@dataclass(frozen=True)
class ObservationWish:
    """``version`` 0: nobody said so of this stay before."""

    seen_adl: str = ""
    seen_minutes: int | None = None
    seen_nightly: int | None = None
    seen_why: str = ""
    version: int = 0

    @property
    def says_something(self) -> bool:
        return bool(self.seen_adl or self.seen_why.strip()) or (self.seen_minutes, self.seen_nightly) != (None, None)


@writes(UseCase.CHANGE_CARE)
def record_observation(work: Work, booking_id: int, wish: ObservationWish) -> Changes:
    """What was seen in one stay; it stays with that stay.

    Raises:
        BookingLocked: the guest was not here.
        FieldRequired, FieldInvalid: nothing was said, or what no list and no day has.
        ChangedByOther: somebody wrote it down since.
    """
    booking = found(work.session, Booking, booking_id)
    if booking.state not in STAYED:
        raise BookingLocked(booking.state.value)
    _require(wish)
    row = work.session.scalars(select(CareObservation).where(CareObservation.booking_id == booking_id)).one_or_none()
    if (row.version if row is not None else 0) != wish.version:
        raise ChangedByOther("guest")
    action = "U" if row is not None else "C"
    row = row or CareObservation(guest_id=booking.guest_id, booking_id=booking_id)
    changed = put(row, wish_values(wish))
    row.recorded_at_utc, row.recorded_by = work.now_utc, work.actor.name
    work.session.add(row)
    work.session.flush()
    work.log(action, "care_observation", row.id, booking.guest_id, changed=changed)
    return Changes(Topic.CARE, created_id=row.id)


def _require(wish: ObservationWish) -> None:
    if not wish.says_something:
        raise FieldRequired("seen_adl")
    if wish.seen_adl and wish.seen_adl not in QUESTIONS[CareTopic.ADL_OVERALL].codes:
        raise FieldInvalid("seen_adl", wish.seen_adl, Reason.UNKNOWN_CODE)
    for name, value, most in (
        ("seen_minutes", wish.seen_minutes, MOST_MINUTES),
        ("seen_nightly", wish.seen_nightly, MOST_TIMES),
    ):
        if value is not None and not 0 <= value <= most:
            raise FieldInvalid(name, str(value), Reason.NUMBER)
