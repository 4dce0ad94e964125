"""A desk in a process of its own that works through the real services until somebody kills it.

Before each deed it says what it is about to do, and after it that it was done: one line of JSON on a pipe each.
"""

import json
import math
import os
import random
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.services.bookings import BookingWish, MoveWish, cancel_booking, move_booking, place_booking
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import NoteWish, write_note
from tests.support.declaring import OCTOBER, plain_paper

ANYWAY = frozenset({"no_payer", "in_past", "quick_turnover"})
FIRST = date(2026, 12, 1)
DAYS = 120


@dataclass(frozen=True)
class Furniture:
    """What there is to work with."""

    location: int
    beds: tuple[int, ...]
    guests: tuple[int, ...]
    groups: tuple[str, ...]
    """Keys of declarations that can be fixed."""


@dataclass
class Stay:
    """A booking as it should be on file."""

    guest: int
    bed: int
    arrival: str
    departure: str
    state: str


@dataclass
class Ledger:
    """What was confirmed, by number."""

    stays: dict[int, Stay] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    declarations: dict[int, str] = field(default_factory=dict)

    def note(self, line: dict[str, Any]) -> None:
        """Take up one deed that was done."""
        kept: Any = {"note": self.notes, "fix": self.declarations}.get(line["kind"], self.stays)
        kept[line["id"]] = Stay(**line["as"]) if kept is self.stays else line["as"]


class Desk:
    """Chooses at random; ``pipe`` is the writing end."""

    def __init__(self, door: Door, furniture: Furniture, ledger: Ledger, seed: int, pipe: int) -> None:
        self._door = door
        self._furniture = furniture
        self._ledger = ledger
        self._random = random.Random(seed)
        self._pipe = pipe

    def work(self, most: float = math.inf) -> None:
        """Until the end, or so many deeds; every deed is real and may be refused."""
        deeds = [self._book] * 4 + [self._move] * 3 + [self._cancel] * 2 + [self._note] * 2 + [self._fix]
        done = 0
        while done < most:
            self._random.choice(deeds)()
            done += 1

    def _do(self, kind: str, wanted: Any, deed: Callable[[], int], target: int = 0) -> None:
        line = {"kind": kind, "id": target, "as": wanted}
        self._say("begin", line)
        try:
            made = deed()
        except UserFacingError:
            self._say("refused", line)
            return
        line["id"] = target or made
        self._ledger.note(line)
        self._say("done", line)

    def _say(self, what: str, line: dict[str, Any]) -> None:
        os.write(self._pipe, (json.dumps({"what": what, **line}) + "\n").encode())

    def _book(self) -> None:
        arrival, departure = self._period()
        guest, bed = self._random.choice(self._furniture.guests), self._random.choice(self._furniture.beds)
        wish = BookingWish(guest, bed, arrival, departure, state=BookingState.CONFIRMED, accepted=ANYWAY)
        stay = Stay(guest, bed, str(arrival), str(departure), BookingState.CONFIRMED.value)
        self._do("book", asdict(stay), lambda: place_booking(self._door, wish).created_id)

    def _move(self) -> None:
        if target := self._any_stay():
            arrival, departure = self._period()
            bed = self._random.choice(self._furniture.beds)
            wish = MoveWish(target, None, bed, arrival, departure, accepted=ANYWAY)
            stay = {**asdict(self._ledger.stays[target]), "bed": bed}
            stay |= {"arrival": str(arrival), "departure": str(departure)}
            self._do("move", stay, lambda: move_booking(self._door, wish).created_id, target)

    def _cancel(self) -> None:
        if target := self._any_stay():
            stay = {**asdict(self._ledger.stays[target]), "state": BookingState.CANCELLED_GUEST.value}

            def deed() -> int:
                return cancel_booking(self._door, target, None, by_house=False, reason="ziek").created_id

            self._do("cancel", stay, deed, target)

    def _note(self) -> None:
        text = f"Rustige nacht {self._random.random()}"
        wish = NoteWish(self._furniture.location, text, guest_id=self._random.choice(self._furniture.guests))
        self._do("note", text, lambda: write_note(self._door, wish).created_id)

    def _fix(self) -> None:
        left = sorted(set(self._furniture.groups) - set(self._ledger.declarations.values()))
        if left:
            key = self._random.choice(left)
            self._do("fix", key, lambda: fix_declaration(self._door, OCTOBER, key, plain_paper).created_id)

    def _period(self) -> tuple[date, date]:
        arrival = FIRST + timedelta(days=self._random.randrange(DAYS))
        return arrival, arrival + timedelta(days=self._random.randint(1, 6))

    def _any_stay(self) -> int:
        held = [id_ for id_, stay in self._ledger.stays.items() if stay.state == BookingState.CONFIRMED.value]
        return self._random.choice(held) if held else 0
