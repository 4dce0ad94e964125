"""kill -9 while people are let in and out: nobody is locked out, nobody blocked comes back, no paper loses its worth.

The key file and the house are two files, changed as one: after each kill somebody comes in, as on the next morning,
and then both say the same. What was confirmed is there; what nobody was told about is there whole or not at all.
"""

import random
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from logeerhuis_app.db import keyfile
from logeerhuis_app.db.keyfile import RECOVERY, Vault
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import WrongPassword
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.users import change_own_password
from tests.support.balance import assert_file_is_whole, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import PASSWORD, TestHouse
from tests.torture.busy_manager import MANAGER, Manager, Ring
from tests.torture.killing import Line, copied, key_of, killed_at_step, killed_at_work, warm_engine

KILLS_PER_HOUSE = 10
KINDS = ("add", "block", "give", "own", "recovery")
CHEAPLY = "een goedkoop wachtwoord"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guess costs is not what is tried here."""
    monkeypatch.setattr(keyfile, "Cost", lambda **_usual: CHEAP)


@dataclass
class KeyTorture:
    """One house whose keys are changed under fire."""

    house: TestHouse
    ring: Ring = field(default_factory=Ring)
    done: int = 0
    _tries: int = 0

    def __post_init__(self) -> None:
        vault = self.house.door.vault
        assert vault is not None
        self.vault = vault
        change_own_password(self.house.door, PASSWORD, CHEAPLY)
        self.ring.passwords[MANAGER] = CHEAPLY
        self.ring.ids[MANAGER] = self.house.door.actor.user_id or 0
        self.ring.code = new_recovery_code(self.house.door).code
        self.lines_before = self._lines()
        self.house.door.engine.dispose()

    def kill_at_random(self, seed: int, life_s: float, after: int) -> None:
        self._look(killed_at_work(lambda pipe: self._manager(seed, pipe).work(), life_s, after))

    def kill_at_step(self, kind: str, step: int) -> bool:
        """Gives whether the deed has so many steps."""
        self._tries += 1
        said, is_killed = killed_at_step(lambda pipe: self._manager(self._tries, pipe).do(kind), step)
        self._look(said)
        return is_killed

    def _manager(self, seed: int, pipe: int) -> Manager:
        mine = self.house.door
        engine = warm_engine(self.house.place.database, key_of(self.house))
        door = Door(engine, mine.actor, mine.clock, vault=self.vault)
        return Manager(door, deepcopy(self.ring), seed, pipe)

    def _look(self, said: list[Line]) -> None:
        for line in said:
            if line["what"] == "done":
                self.ring.note(line)
                self.done += 1
        in_flight = said[-1] if said and said[-1]["what"] == "begin" else None
        self._come_in(in_flight)
        engine = warm_engine(self.house.place.database, key_of(self.house))
        with reading(engine) as session:
            assert_file_is_whole(session)
            assert_record_is_whole(session)
            rows = {row.username: (row.id, row.is_active) for row in session.query(User)}
        engine.dispose()
        if in_flight is not None:
            self._take_up(in_flight, rows)
        for name, password in self.ring.passwords.items():
            assert rows[name] == (self.ring.ids[name], password is not None), name
            assert password is None or self.vault.is_password_of(name, password), name
        blocked = {name for name, password in self.ring.passwords.items() if password is None}
        assert not blocked & self.vault.usernames()
        if self.ring.code:
            assert self.vault.is_password_of(RECOVERY, self.ring.code), "the code on paper opens nothing any more"
        assert self._lines() == self.lines_before + self.done

    def _come_in(self, in_flight: Line | None) -> None:
        """The manager, with whichever password is the right one; that settles what was broken off."""
        passwords = [self.ring.passwords[MANAGER]]
        if in_flight is not None and in_flight["kind"] == "own":
            passwords.append(in_flight["password"])
        opened = [password for password in passwords if password and self._opens(password)]
        assert len(opened) == 1, "the old password or the new one, and never both"
        self.ring.passwords[MANAGER] = opened[0]

    def _opens(self, password: str) -> bool:
        place = self.house.place
        try:
            door = log_in(place, MANAGER, password, self.house.door.clock)
        except WrongPassword:
            place.tries.unlink(missing_ok=True)  # else the next one would have to wait
            return False
        door.engine.dispose()
        return True

    def _take_up(self, line: Line, rows: dict[str, tuple[int, bool]]) -> None:
        """Nobody was told about this deed: it was done whole, or not at all as far as anybody may come in."""
        name, password = line["name"], line["password"]
        landed = self._lines() - self.lines_before - self.done
        assert landed in (0, 1)
        self.done += landed
        if landed and line["kind"] == "recovery":
            self.ring.code = ""  # the code was lost with the one who should have printed it
        elif landed:
            self.ring.note({**line, "id": rows[name][0]})
        else:
            assert password is None or name not in rows or not self.vault.is_password_of(name, password)

    def _lines(self) -> int:
        engine = warm_engine(self.house.place.database, key_of(self.house))
        with reading(engine) as session:
            count = session.query(AuditLine).filter(AuditLine.use_case.in_(["manage_users", "change_own_password"]))
            number = count.count()
        engine.dispose()
        return number


def test_keys_survive_a_kill_at_each_step(house_template: TestHouse, tmp_path: Path, record_property):
    kills: Counter[str] = Counter()
    torture = KeyTorture(copied(house_template, tmp_path / "house"))
    for kind in KINDS:
        while torture.kill_at_step(kind, kills[kind]):
            kills[kind] += 1
    record_property(COUNT + "kills: while users, passwords and codes change, at each step", kills.total())
    assert min(kills.values()) > 3


@pytest.mark.torture
def test_keys_survive_kills_at_random(house_template: TestHouse, tmp_path: Path, record_property):
    kills, done, chance = how_often(200), 0, random.Random(19)
    for number in range(kills):
        if number % KILLS_PER_HOUSE == 0:
            torture = KeyTorture(copied(house_template, tmp_path / f"house{number}"))
        before = torture.done
        torture.kill_at_random(chance.randrange(2**32), chance.uniform(0, 0.05), chance.randint(0, 5))
        done += torture.done - before
    record_property(COUNT + "kills: while users, passwords and codes change, at random", kills)
    record_property(COUNT + "deeds: keys changed, and all of them there", done)
    assert done > kills // 2


def test_a_wrong_password_opens_nothing_in_all_this(house_template: TestHouse, tmp_path: Path):
    """The looks above would see it: a key that should not open does not."""
    vault = Vault(copied(house_template, tmp_path / "house").place.keys, key_of(house_template))
    assert not vault.is_password_of(MANAGER, "iets heel anders")
    with pytest.raises(WrongPassword):
        keyfile.unlock(vault.path, "niemand", PASSWORD)
