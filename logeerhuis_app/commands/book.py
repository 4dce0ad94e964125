"""``logeerhuis book``: one booking through the door."""

from dataclasses import replace

from logeerhuis_app.commands.context import Setting
from logeerhuis_app.commands.typed import typed_date
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.errors import ConcernsOpen
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_long, nights
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.by_code import bed_by_code, guest_by_number


def run(
    setting: Setting, guest_no: str, bed_code: str, first: str, last: str, *, is_confirmed: bool, anyway: bool
) -> None:
    period = StayPeriod(typed_date(first), typed_date(last))
    state = BookingState.CONFIRMED if is_confirmed else BookingState.OPTION
    with setting.door() as door:
        bed = bed_by_code(door, bed_code)
        guest = guest_by_number(door, guest_no)
        wish = BookingWish(guest.id, bed.id, period.arrival, period.departure, state)
        changes = _place(door, wish, anyway=anyway)
    text = _("Booked: {guest} in {bed} from {arrival} to {departure} ({nights}), {state}.").format(
        guest=guest.name,
        bed=bed.name,
        arrival=date_long(period.arrival),
        departure=date_long(period.departure),
        nights=nights(period.count),
        state=label(state),
    )
    values = {"booking_id": changes.created_id, "guest": guest_no, "bed": bed_code, "state": state.value}
    setting.answer(text, {**values, "arrival": period.arrival, "departure": period.departure, "nights": period.count})


def _place(door: Door, wish: BookingWish, *, anyway: bool) -> Changes:
    try:
        return place_booking(door, wish)
    except ConcernsOpen as warned:
        if not anyway:
            raise
        return place_booking(door, replace(wish, accepted=frozenset(concern.kind for concern in warned.concerns)))
