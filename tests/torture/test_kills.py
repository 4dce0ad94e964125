"""kill -9 at a random moment: what was confirmed is there and whole, what was not is there whole or not at all."""

import hashlib
import os
import random
import shutil
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditLine, Booking, Declaration, DeclarationLine, DeclaredNight, Night, Note
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.declarations import FIXED_KEY, month_groups, parsed_key
from tests.support.balance import assert_file_is_whole, assert_nights_balance, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.declaring import OCTOBER, add_stay, oct_
from tests.support.houses import TestHouse
from tests.torture.busy_desk import Desk, Furniture, Ledger, Stay
from tests.torture.killing import WARM, Line, copied, killed_at_work, warm_engine

MOST_DEEDS, LONGEST_S = 8, 0.05
"""A desk lives until it has done so many deeds, and so much longer."""
KILLS_PER_HOUSE = 25
GROUPS = 30
KILLS = "kills: while booking, moving, cancelling, noting, fixing"
CONFIRMED = "deeds: confirmed, and all there after the kills"
USE_CASES = {
    "book": UseCase.PLACE_BOOKING,
    "move": UseCase.MOVE_BOOKING,
    "cancel": UseCase.CANCEL_BOOKING,
    "note": UseCase.WRITE_NOTE,
    "fix": UseCase.FIX_DECLARATION,
}
LINES_OF = {"fix": 3}
"""In the log: the declaration, its one line and the stay that is settled by it."""


def furnish(house: TestHouse) -> Furniture:
    """Beds and guests to book, and months of many payers to fix."""
    location = house.location()
    beds = tuple(house.bed(f"Kamer {n}") for n in range(5))
    guests = tuple(house.guest(f"Gast {n}") for n in range(6))
    for number in range(GROUPS):
        payer = house.payer(f"Gemeente {number}")
        house.contract(payer)
        guest = house.guest(f"Oktober {number}", bsn=f"{999900006 + number:09d}")
        house.allocation(guest, payer)
        add_stay(house, guest, oct_(5), 3)
    groups = tuple(group.key for group in month_groups(house.door, OCTOBER) if not group.key.startswith(FIXED_KEY))
    return Furniture(location, beds, guests, groups)


@dataclass
class Torture:
    """One house that is killed again and again."""

    house: TestHouse
    furniture: Furniture
    ledger: Ledger = field(default_factory=Ledger)
    deeds: Counter[str] = field(default_factory=Counter)
    landed: int = 0

    def __post_init__(self) -> None:
        assert self.house.door.vault is not None
        self._key = self.house.door.vault.key
        self._path = self.house.place.database

    def kill_once(self, seed: int, life_s: float, after: int) -> None:
        said = killed_at_work(lambda pipe: self._work(seed, pipe), life_s, after)
        for line in said:
            if line["what"] == "done":
                self.ledger.note(line)
                self.deeds[line["kind"]] += 1
        in_flight = said[-1] if said and said[-1]["what"] == "begin" else None
        engine = warm_engine(self._path, self._key)
        with reading(engine) as session:
            self._check(session, in_flight)
        engine.dispose()

    def _work(self, seed: int, pipe: int) -> None:
        mine = self.house.door
        engine = warm_engine(self._path, self._key)
        Desk(Door(engine, mine.actor, mine.clock), self.furniture, deepcopy(self.ledger), seed, pipe).work()

    def _check(self, session: Session, in_flight: Line | None) -> None:
        assert_file_is_whole(session)
        assert_record_is_whole(session)
        assert_nights_balance(session)
        found = found_ledger(session, self.ledger, self.furniture)
        assert_declarations_are_whole(session)
        if in_flight is not None and found != self.ledger:
            self._take_up(found, in_flight)
        assert found == self.ledger
        for kind, use_case in USE_CASES.items():
            lines = session.query(AuditLine).filter_by(use_case=use_case.value, outcome="done").count()
            assert lines == self.deeds[kind] * LINES_OF.get(kind, 1), kind

    def _take_up(self, found: Ledger, in_flight: Line) -> None:
        """The deed that nobody was told about had been done after all: then it must be there exactly as wished."""
        line = dict(in_flight)
        if not line["id"]:
            of_kind: Any = {"note": "notes", "fix": "declarations"}.get(line["kind"], "stays")
            (line["id"],) = set(getattr(found, of_kind)) - set(getattr(self.ledger, of_kind))
        self.ledger.note(line)
        self.deeds[line["kind"]] += 1
        self.landed += 1


def found_ledger(session: Session, told: Ledger, furniture: Furniture) -> Ledger:
    """What the file says; a stay's bed is the bed of all its nights, or the last one known when it has none."""
    found = Ledger()
    beds: dict[int, set[int | None]] = {}
    for night in session.query(Night).filter(Night.booking_id.is_not(None)):
        beds.setdefault(night.booking_id or 0, set()).add(night.bed_id)
    for row in session.query(Booking).filter(Booking.guest_id.in_(furniture.guests)):
        (bed,) = beds.get(row.id) or {told.stays[row.id].bed}
        found.stays[row.id] = Stay(row.guest_id, bed or 0, str(row.arrival), str(row.departure), row.state.value)
    found.notes = {row.id: row.text for row in session.query(Note)}
    keys = {parsed_key(key).payer_id: key for key in furniture.groups}
    found.declarations = {row.id: keys[row.payer_id] for row in session.query(Declaration)}
    return found


def assert_declarations_are_whole(session: Session) -> None:
    """Numbers without a gap, each with its line, its three nights and its paper."""
    rows = session.query(Declaration).order_by(Declaration.sequence).all()
    assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        assert hashlib.sha256(row.pdf).hexdigest() == row.pdf_sha256
    lines = session.query(DeclarationLine).all()
    assert sorted(line.declaration_id for line in lines) == sorted(row.id for row in rows)
    nights = Counter(night.line_id for night in session.query(DeclaredNight))
    assert nights == {line.id: 3 for line in lines}


@pytest.fixture(scope="module")
def busy_house(house_template: TestHouse, tmp_path_factory: pytest.TempPathFactory) -> tuple[TestHouse, Furniture]:
    """A furnished house, to be copied."""
    copy = copied(house_template, tmp_path_factory.mktemp("busy") / "house")
    furniture = furnish(copy)
    copy.door.engine.dispose()
    warm_up(copied(copy, tmp_path_factory.mktemp("warm") / "house"), furniture)
    return copy, furniture


def warm_up(house: TestHouse, furniture: Furniture) -> None:
    """Let this process do each deed once, so that its children know how."""
    house.door.engine = house.door.engine.execution_options(compiled_cache=WARM)
    with Path(os.devnull).open("wb") as nowhere:
        Desk(house.door, furniture, Ledger(), 1, nowhere.fileno()).work(80)
    house.door.engine.dispose()


def _kill(busy: tuple[TestHouse, Furniture], tmp_path: Path, kills: int, seed: int, record_property) -> int:
    """How many desks were killed; each was looked at before the next."""
    chance = random.Random(seed)
    totals: Counter[str] = Counter()
    for number in range(0, kills, KILLS_PER_HOUSE):
        torture = Torture(copied(busy[0], tmp_path / f"house{number}"), busy[1])
        for _kill_number in range(min(KILLS_PER_HOUSE, kills - number)):
            torture.kill_once(chance.randrange(2**32), chance.uniform(0, LONGEST_S), chance.randint(0, MOST_DEEDS))
            totals[KILLS] += 1
        totals[CONFIRMED] += torture.deeds.total() - torture.landed
        totals["deeds: landed whole before they could be confirmed"] += torture.landed
        totals["deeds: declarations fixed among them"] += torture.deeds["fix"]
        shutil.rmtree(tmp_path / f"house{number}")
    assert totals[CONFIRMED] > kills
    for what, count in totals.items():
        record_property(COUNT + what, count)
    return totals[KILLS]


def test_a_killed_desk_loses_nothing_that_was_confirmed(busy_house, tmp_path: Path, record_property):
    assert _kill(busy_house, tmp_path, 15, 1, record_property) == 15


@pytest.mark.torture
def test_five_hundred_killed_desks_lose_nothing(busy_house, tmp_path: Path, record_property):
    kills, seed = how_often(500), int(os.environ.get("KILL_SEED", "2026"))
    assert _kill(busy_house, tmp_path, kills, seed, record_property) == kills
