"""Shifts and moments as the papers for the handover name them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import clock_time, day_long, day_short, moment
from logeerhuis_app.services.rows.handover import NoteRow, PrintStamp


def shift_word(kind: ShiftKind) -> str:
    """«avonddienst»."""
    return {
        ShiftKind.EARLY: _("morning shift"),
        ShiftKind.LATE: _("evening shift"),
        ShiftKind.NIGHT: _("night shift"),
    }[kind]


def shift_words(shift: Shift) -> str:
    """«avonddienst zondag 22 november 2026»; a night names both its days."""
    word = shift_word(shift.kind)
    if shift.kind is not ShiftKind.NIGHT:
        return _("{shift} {day}").format(shift=word, day=day_long(shift.day))
    first, last = day_short(shift.day), day_short(shift.day + timedelta(days=1))
    return _("{shift} {first} → {last} {year}").format(shift=word, first=first, last=last, year=shift.day.year)


def note_moment(at_utc: datetime, today: date) -> str:
    """«16:20», «za 21 nov 23:00»; in the hour that comes twice each autumn it says which of the two."""
    local = house_time(at_utc)
    words = on_day(local.date(), clock_time(local.time()), today)
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return words
    return _("{time} (summer time)").format(time=words) if local.dst() else _("{time} (winter time)").format(time=words)


def printed_words(stamp: PrintStamp) -> tuple[str, str, str]:
    """Who printed it when, until when it may be trusted, and what to do with it after."""
    return (
        _("Printed {moment} by {user}").format(moment=moment(stamp.printed_at_utc), user=stamp.printed_by),
        _("valid until the end of the {shift}").format(shift=shift_word(stamp.shift.kind)),
        _("destroy after use"),
    )


def since(shift: Shift, notes: Sequence[NoteRow]) -> datetime:
    """The moment on the wall clock from which the notes are news: the start of this shift, else of the previous one.

    An important note that is older still stays until someone signs; it carries its own day.
    """
    moments = [house_time(note.at_utc).replace(tzinfo=None) for note in notes]
    return (shift.previous() if any(moment < shift.starts_at for moment in moments) else shift).starts_at


def since_words(shift: Shift, notes: Sequence[NoteRow]) -> str:
    """«15:00», or «za 21 nov 23:00» when the news goes further back than the shift's own day."""
    start = since(shift, notes)
    return on_day(start.date(), clock_time(start.time()), shift.day)


def on_day(day: date, words: str, today: date) -> str:
    """The words with the day before them, unless it is today."""
    return words if day == today else f"{day_short(day)} {words}"
