"""``logeerhuis handover``: the paper of one shift."""

from io import BytesIO
from pathlib import Path

from logeerhuis_app.clock import house_time
from logeerhuis_app.commands.context import Setting, write_file
from logeerhuis_app.commands.typed import typed_date
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.handover import Shift, ShiftKind, shift_at
from logeerhuis_app.i18n import ngettext
from logeerhuis_app.i18n.format import day_long, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.handover import build_handovers
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.by_code import Named, location_names
from logeerhuis_app.services.queries.handover import guest_cards

KINDS = {"ochtend": ShiftKind.EARLY, "avond": ShiftKind.LATE, "nacht": ShiftKind.NIGHT}


def run(setting: Setting, day: str | None, kind: str | None, location: str | None, to: Path) -> None:
    shift = _shift(setting, day, kind)
    with setting.door() as door:
        prints = [guest_cards(door, place.id, shift) for place in _places(door, location)]
    out = BytesIO()
    build_handovers(prints, out)
    write_file(to, out.getvalue())
    guests = sum(len(one.rows.guests) for one in prints)
    text = ngettext(
        "Handover of {shift}: one guest in the house. Written to {file}.",
        "Handover of {shift}: {n} guests in the house. Written to {file}.",
        guests,
    ).format(n=number(guests), shift=f"{day_long(shift.day)}, {label(shift.kind).lower()}", file=to)
    rows = [
        {"location": one.rows.location, "guests": len(one.rows.guests), "arrivals": len(one.rows.arrivals)}
        for one in prints
    ]
    setting.answer(text, {"file": str(to), "date": shift.day, "shift": shift.kind.value, "locations": rows})


def _shift(setting: Setting, day: str | None, kind: str | None) -> Shift:
    """The one that runs now; on another day the late one, for then most of the day is known."""
    now = shift_at(house_time(setting.clock.now_utc()).replace(tzinfo=None))
    wanted = typed_date(day) if day else now.day
    if kind:
        return Shift(wanted, KINDS[kind])
    if wanted == now.day:
        return now
    return Shift(wanted, ShiftKind.EARLY if wanted == setting.clock.today() else ShiftKind.LATE)


def _places(door: Door, code: str | None) -> tuple[Named, ...]:
    """Raises: NotFound."""
    places = location_names(door)
    if code is None:
        return places
    wanted = tuple(place for place in places if place.code.casefold() == code.strip().casefold())
    if not wanted:
        raise NotFound("location", code)
    return wanted
