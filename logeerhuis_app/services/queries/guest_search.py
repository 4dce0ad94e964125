"""What a person types to find a guest, as conditions on the database.

Each word must be found somewhere: in the name (case, diacritics and order do not matter, so a prefix may be left
out), as a birth date or a part of it, as guest number, telephone number, BSN, or room of the present stay.
"""

import re
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, extract, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE, BookingLabel
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.models import Bed, Booking, ContactPerson, Guest, Night, Room

THIS_WEEK = timedelta(days=7)
_SEPARATED_DATE = re.compile(r"(\d{1,2})[ \-/.](\d{1,2})(?:[ \-/.](\d{4}|\d{2}))?")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SHORTEST_PHONE = 4
_WHOLE_NUMBER = 10


def matches(text: str, today: date, *, may_see_bsn: bool) -> list[ColumnElement[bool]]:
    """One condition per word; all of them must hold. No words, no conditions."""
    return [or_(*_places(word, today, may_see_bsn=may_see_bsn)) for word in words(text)]


def words(text: str) -> list[str]:
    """A date, a telephone number or a BSN with spaces in it is one word."""
    whole = text.strip()
    if date_found := _SEPARATED_DATE.fullmatch(whole):
        return ["-".join(part for part in date_found.groups() if part)]
    digits = re.sub(r"[\s()./\-]", "", whole)
    if re.fullmatch(r"\+?\d{6,}", digits):
        return [digits]
    return whole.split()


def is_in_house() -> ColumnElement[bool]:
    return Guest.id.in_(select(Booking.guest_id).where(Booking.state.in_(IN_HOUSE)))


def comes_soon(today: date) -> ColumnElement[bool]:
    """Expected today or in the six days after."""
    expected = select(Booking.guest_id).where(
        Booking.state.in_(EXPECTED), Booking.arrival >= today, Booking.arrival < today + THIS_WEEK
    )
    return Guest.id.in_(expected)


def has_trial(today: date) -> ColumnElement[bool]:
    """In the house on a trial stay, or expected for one."""
    trying = select(Booking.guest_id).where(
        Booking.label == BookingLabel.TRIAL, Booking.state.in_(EXPECTED | IN_HOUSE), Booking.departure >= today
    )
    return Guest.id.in_(trying)


def _places(word: str, today: date, *, may_see_bsn: bool) -> list[ColumnElement[bool]]:
    digits = "".join(char for char in word if char.isdigit())
    places: list[ColumnElement[bool]] = [
        Guest.name_folded.contains(fold(word), autoescape=True),
        func.lower(Guest.guest_no).in_({word.lower(), digits.zfill(4) if digits == word else word.lower()}),
        _room(word, today),
        *_births(word),
    ]
    if len(digits) >= _SHORTEST_PHONE and re.fullmatch(r"[\d+\-]+", word):
        places += _phones(digits)
    if may_see_bsn and len(digits) == 9 and digits == word:
        places.append(Guest.bsn == digits)
    return places


def _births(word: str) -> list[ColumnElement[bool]]:
    if _YEAR.fullmatch(word):
        return [extract("year", Guest.born) == int(word)]
    found = _SEPARATED_DATE.fullmatch(word)
    if found is None:
        return []
    day, month, year = (int(part) if part else None for part in found.groups())
    condition = and_(extract("day", Guest.born) == day, extract("month", Guest.born) == month)
    if year is not None:
        full = year if year > 99 else 1900 + year
        condition = and_(condition, extract("year", Guest.born) == full)
    return [condition]


def _phones(digits: str) -> list[ColumnElement[bool]]:
    """The guest's own number or that of a contact person; «+31 6» and «06» are the same."""
    wanted = re.sub(r"^(?:0031|31|0)", "", digits) if len(digits) >= _WHOLE_NUMBER else digits
    contacts = select(ContactPerson.guest_id).where(_bare(ContactPerson.phone).contains(wanted, autoescape=True))
    return [_bare(Guest.phone).contains(wanted, autoescape=True), Guest.id.in_(contacts)]


def _bare(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    bare: ColumnElement[str] = func.replace(func.replace(column, " ", ""), "-", "")
    return func.replace(func.replace(bare, "(", ""), ")", "")


def _room(word: str, today: date) -> ColumnElement[bool]:
    """The room of tonight, or of last night on the day of departure. «3» is room 3 and not room 13."""
    name = func.lower(Room.name)
    if word.isdigit():
        is_named = (" " + name + " ").contains(f" {word} ", autoescape=True)
    else:
        is_named = name.contains(word.lower(), autoescape=True)
    last_night = and_(Night.night == today - timedelta(days=1), Booking.departure <= today)
    sleepers = (
        select(Night.guest_id)
        .join(Booking, Booking.id == Night.booking_id)
        .join(Bed, Bed.id == Night.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(Booking.state.in_(IN_HOUSE), or_(Night.night == today, last_night), is_named)
    )
    return Guest.id.in_(sleepers)
