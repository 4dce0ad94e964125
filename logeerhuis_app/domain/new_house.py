"""What a new house is made of: its name, the first location with its beds, and the first manager."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired, UserFacingError
from logeerhuis_app.domain.errors_setup import BedsUnfit, RoomTwice
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.typed_text import tidy_line

MOST_BEDS = 40
LONGEST_NAME, LONGEST_ROOM, LONGEST_USER = 120, 60, 80
"""As wide as the columns that keep them."""
_SMALL_WORDS = frozenset({"de", "het", "een", "in", "op", "aan", "bij", "van", "der", "den", "te", "t", "s"})
_CODE_LETTERS = 3


@dataclass(frozen=True)
class HouseWish:
    """``rooms``: the name of each room, in order; each has one bed."""

    name: str = ""
    location: str = ""
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True)
class ManagerWish:
    """Who will let everybody else in. ``repr`` never shows the password."""

    given_name: str = ""
    last_name: str = ""
    username: str = ""
    password: str = field(default="", repr=False)

    @property
    def shown_name(self) -> str:
        """As it stands under notes: «P. Hoogland»."""
        return f"{tidy_line(self.given_name)[:1].upper()}. {tidy_line(self.last_name)}"


def tidy_rooms(text: str) -> tuple[str, ...]:
    """One room on each line; empty lines do not count."""
    return tuple(room for line in text.splitlines() if (room := tidy_line(line)))


def numbered_room(word: str, place: int) -> str:
    """«Kamer 3»."""
    return f"{tidy_line(word)} {place}".strip()


def fitted_rooms(rooms: tuple[str, ...], word: str, count: int) -> tuple[str, ...]:
    """So many rooms: the first ones keep their names, new ones are numbered."""
    return rooms[:count] + tuple(numbered_room(word, place) for place in range(len(rooms) + 1, count + 1))


def renamed_rooms(rooms: tuple[str, ...], old_word: str, word: str) -> tuple[str, ...]:
    """Another word for the numbered rooms; a room that has a name of its own keeps it."""
    return tuple(
        numbered_room(word, place) if room == numbered_room(old_word, place) else room
        for place, room in enumerate(rooms, start=1)
    )


def house_faults(wish: HouseWish) -> dict[str, UserFacingError]:
    """What is wrong, by field: name, location, rooms. Empty when all is well."""
    found: dict[str, UserFacingError] = dict(_name_faults({"house_name": wish.name, "location_name": wish.location}))
    if (fault := rooms_fault(wish.rooms)) is not None:
        found["rooms"] = fault
    return found


def rooms_fault(rooms: tuple[str, ...]) -> UserFacingError | None:
    if not 1 <= len(rooms) <= MOST_BEDS:
        return BedsUnfit(len(rooms), MOST_BEDS)
    seen: set[str] = set()
    for room in rooms:
        if len(room) > LONGEST_ROOM:
            return FieldInvalid("rooms", room, Reason.TOO_LONG)
        if fold(room) in seen:
            return RoomTwice(room)
        seen.add(fold(room))
    return None


def manager_name_faults(wish: ManagerWish) -> dict[str, UserFacingError]:
    """What is wrong with the names, by field; the user name and the password have rules of their own."""
    return dict(_name_faults({"given_name": wish.given_name, "last_name": wish.last_name}, LONGEST_USER - 4))


def _name_faults(names: dict[str, str], longest: int = LONGEST_NAME) -> Iterator[tuple[str, UserFacingError]]:
    for code, name in names.items():
        if not tidy_line(name):
            yield code, FieldRequired(code)
        elif len(tidy_line(name)) > longest:
            yield code, FieldInvalid(code, name, Reason.TOO_LONG)


def location_code(name: str) -> str:
    """A short code that begins the codes of its beds: «PLE» for Plezant, «DEN» for In de Dennen."""
    words = [word for word in re.findall(r"[a-z0-9]+", fold(name)) if word not in _SMALL_WORDS]
    code = "".join(words)[:_CODE_LETTERS].upper()
    return code if len(code) > 1 else "BED"
