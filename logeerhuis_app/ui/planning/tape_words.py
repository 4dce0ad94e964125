"""What the chart says: in its bars, to a screen reader, and under the pointer."""

from datetime import date
from functools import lru_cache

from logeerhuis_app.domain.bookings import IN_HOUSE, MOVABLE, BookingLabel, BookingState
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n import _, language, ngettext
from logeerhuis_app.i18n.format import date_short, day_short, month_name, nights, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.planning import BarRow, BedRow, ClosureRow
from logeerhuis_app.ui.planning.tape_ghost import Ghost, GhostKind

ONE_WEEK = 7
DONE = frozenset({BookingState.LEFT, BookingState.CLOSED})


def bar_info(bar: BarRow) -> tuple[str, ...]:
    """The words behind the guest's name, the weightiest first: what kind of stay, how far it is, how long."""
    words = _info(bar.label, bar.state, bar.nights, bar.option_until, language())
    return (*words, absence_words(bar.absence)) if bar.absence is not None else words


@lru_cache(maxsize=4096)
def _info(
    kind: BookingLabel, state: BookingState, count: int, option_until: date | None, _language: str
) -> tuple[str, ...]:
    words = []
    if kind is BookingLabel.TRIAL:
        words.append(_("TRIAL"))
    elif kind in (BookingLabel.URGENT, BookingLabel.BRIDGING, BookingLabel.STRUCTURAL):
        words.append(label(kind))
    if state is BookingState.OPTION and option_until:
        words.append(_("option until {date}").format(date=_day_month(option_until)))
    elif state is BookingState.OPTION:
        words.append(label(state))
    else:
        words.append(nights(count))
    if state in DONE or state is BookingState.AWAY:
        words.append(label(state))
    return tuple(words)


def absence_words(absence: Absence) -> str:
    """«afwezig 24-11 tot 26-11»."""
    return _("away {first} to {until}").format(first=_day_month(absence.first), until=_day_month(absence.until))


@lru_cache(maxsize=4096)
def name_forms(guest: str) -> tuple[str, ...]:
    """«Piet van den Berg», «Piet B.», «Piet»: shorter where a bar is narrow; the tooltip has the whole name."""
    first, last = guest.partition(" ")[0], guest.rpartition(" ")[2]
    return (guest, f"{first} {last[:1]}.", first) if last and last != first else (guest,)


def _day_month(day: date) -> str:
    """«25-11»."""
    return f"{day.day}-{day.month}"


def payer_word(bar: BarRow) -> str:
    return label(bar.law) if bar.law else _("payer not known")


def cell_sentence(bed: BedRow, night: date, bar: BarRow | None, closure: ClosureRow | None) -> str:
    """Everything a cell tells who cannot see it."""
    what = _("free")
    if bar:
        what = bar_sentence(bar)
    elif closure:
        what = _("closed: {reason}").format(reason=closure.reason)
    return _("{bed}, night of {day}: {what}").format(bed=bed.name, day=day_short(night), what=what)


def bar_sentence(bar: BarRow) -> str:
    return ", ".join(
        (
            bar.guest,
            label(bar.state),
            label(bar.label),
            nights(bar.nights),
            _("from {arrival} to {departure}").format(
                arrival=day_short(bar.arrival), departure=day_short(bar.departure)
            ),
            payer_word(bar),
            *([absence_words(bar.absence)] if bar.absence is not None else []),
        )
    )


def bar_tip(bar: BarRow) -> str:
    """The tooltip of a bar, one thing a line."""
    lines = [
        f"{bar.guest} · {label(bar.state)} · {label(bar.label)}",
        _("from {arrival} to {departure}").format(arrival=day_short(bar.arrival), departure=day_short(bar.departure))
        + f" · {nights(bar.nights)}",
        payer_word(bar),
    ]
    if bar.option_until and bar.state is BookingState.OPTION:
        lines.append(_("option until {date}").format(date=day_short(bar.option_until)))
    if bar.absence is not None:
        lines.append(absence_words(bar.absence))
    if bar.first_night != bar.arrival or bar.last_night + ONE_DAY != bar.departure:
        lines.append(_("sleeps in another bed on some of the nights"))
    if bar.note:
        lines.append(bar.note)
    return "\n".join(lines)


def closure_tip(closure: ClosureRow) -> str:
    return _("Closed until {date}: {reason}").format(
        date=day_short(closure.last_night + ONE_DAY), reason=closure.reason
    )


def ghost_title(ghost: Ghost) -> str:
    """What stands in the ghost: «Rita?», or the number of nights of a new stay."""
    return f"{ghost.guest}?" if ghost.guest else nights(ghost.nights)


def ghost_dates(ghost: Ghost) -> str:
    """«di 24 nov – do 26 nov · 2 nachten»; of a stay that changes beds half-way only the nights that move."""
    if ghost.from_night != ghost.arrival:
        count = (ghost.departure - ghost.from_night).days
        return _("from {day} on · {nights}").format(day=day_short(ghost.from_night), nights=nights(count))
    return f"{day_short(ghost.arrival)} – {day_short(ghost.departure)} · {nights(ghost.nights)}"


def bed_count(count: int) -> str:
    return ngettext("{n} bed", "{n} beds", count).format(n=number(count))


def occupied_caption(beds: int) -> str:
    return ngettext("occupied per night, of {n} bed", "occupied per night, of {n} beds", beds).format(n=number(beds))


def occupied_tip(night: date, occupied: int, closed: int, beds: int) -> str:
    text = _("night of {day}: {occupied} of {beds} occupied").format(
        day=day_short(night), occupied=number(occupied), beds=number(beds)
    )
    shut = _("{n} closed").format(n=number(closed)) if closed else ""
    return ", ".join(filter(None, (text, shut)))


def week_labels(first_shown: date, monday: date) -> list[str]:
    """«week 49 · december», or shorter; the month where it begins, and at the left of the view."""
    number_of_week = monday.isocalendar().week
    week = _("week {n}").format(n=number_of_week)
    shorter = [week, str(number_of_week)]
    sunday = monday + 6 * ONE_DAY
    if sunday.day <= ONE_WEEK:
        return [f"{week} · {month_name(sunday)}", *shorter]
    return [f"{week} · {month_name(monday)}", *shorter] if first_shown >= monday else shorter


def month_labels(first: date) -> list[str]:
    """«januari 2027», «november», or «nov» where months are narrow."""
    name, short = month_name(first), date_short(first).split(" ")[-1]
    return [f"{name} {first.year}", name, short] if first.month == 1 else [name, short]


def taken_by(bar: BarRow) -> str:
    return _("taken: {guest} has this bed from {arrival} to {departure}").format(
        guest=bar.guest, arrival=date_short(bar.first_night), departure=date_short(bar.last_night + ONE_DAY)
    )


def closed_because(closure: ClosureRow) -> str:
    return _("closed until {date}: {reason}").format(
        date=date_short(closure.last_night + ONE_DAY), reason=closure.reason
    )


def sleeps_elsewhere(bar: BarRow, bed: str) -> str:
    return _("{guest} already sleeps in {bed} on these nights").format(guest=bar.guest, bed=bed)


def cannot_change(bar: BarRow, kind: GhostKind) -> str:
    """Why a bar does not let itself be taken up."""
    if bar.state not in MOVABLE:
        return _("The stay of {guest} is over: its nights no longer change").format(guest=bar.guest)
    if kind is GhostKind.ARRIVAL and bar.state in IN_HOUSE:
        return _("{guest} has arrived: the arrival no longer changes").format(guest=bar.guest)
    if kind is GhostKind.ARRIVAL:
        return _("{guest} changes beds on the way: the arrival cannot be moved").format(guest=bar.guest)
    return _("{guest} goes on in another bed: change the departure there").format(guest=bar.guest)


def key_lines() -> list[tuple[str, str]]:
    """All keys of the chart and what they do."""
    return [
        (_("Arrows"), _("Walk over the nights and beds")),
        ("Enter", _("Open the stay, or book the chosen nights")),
        (_("Shift + arrows"), _("Choose more nights, or lengthen and shorten the stay")),
        (_("Alt + arrows"), _("Move the arrival")),
        (_("Ctrl + arrows"), _("Move the stay; Enter puts it down, Esc leaves it where it was")),
        ("Delete", _("Cancel the stay")),
        ("S", _("Close the bed for some nights, or open it again")),
        ("T · Home · End", _("Today; first and last night in view")),
        ("Page Up · Page Down", _("Earlier and later; with Ctrl up and down")),
        ("+ · −", _("Closer and further away")),
    ]


def key_help() -> str:
    """The same for a tooltip, one a line."""
    return "\n".join(f"{keys}: {what}" for keys, what in key_lines())
