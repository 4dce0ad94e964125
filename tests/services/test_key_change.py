"""Who may come in stands in two files: wherever the computer goes out, they agree again at the next log-in."""

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import key_change, keyfile, whole_files
from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.key_change import waiting
from logeerhuis_app.db.keyfile import RECOVERY, Vault
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import HouseFull, WrongPassword
from logeerhuis_app.domain.errors_access import RecoveryCodeWrong
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import User
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.house import house_facts, rename_house
from logeerhuis_app.services.login import NewUser, house_sign, log_in
from logeerhuis_app.services.recovery import new_recovery_code, recover
from logeerhuis_app.services.users import add_user, block_user, change_own_password, give_password
from tests.support.balance import assert_record_is_whole
from tests.support.counts import COUNT
from tests.support.houses import NOON, PASSWORD, TestHouse

CLOCK = FixedClock(NOON)
GOOD, BETTER, NEWER = "korenbloem blauw", "fluitketel op zolder", "waterlelie achter glas"
SANNE = NewUser("sanne", "S. de Wit", Role.CARE, GOOD)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tried here does not depend on how dear a guess is."""
    monkeypatch.setattr(keyfile, "Cost", lambda: CHEAP)


CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def after(seconds: float) -> FixedClock:
    return FixedClock(NOON + timedelta(seconds=seconds))


def comes_in(house: TestHouse, username: str, password: str, clock: FixedClock | None = None) -> bool:
    """Whether this opens the house; long after any wrong try."""
    try:
        log_in(house.place, username, password, clock or after(3600)).engine.dispose()
    except WrongPassword:
        return False
    return True


def wedged(house: TestHouse) -> list[Path]:
    return waiting(house.place.keys)


def is_active(house: TestHouse, username: str) -> bool | None:
    with reading(house.door.engine) as session:
        user = session.query(User).filter_by(username=username).one_or_none()
        return user.is_active if user else None


# --- a failure that the program lives through ----------------------------------------------------------------------


def full_disk(*_args: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def break_commit(house: TestHouse) -> None:
    """The database refuses at the very end, as with a full disk."""

    def refuse(_connection: object) -> None:
        event.remove(house.door.engine, "commit", refuse)
        raise OperationalError("COMMIT", None, Exception("database or disk is full"))

    event.listen(house.door.engine, "commit", refuse)


@pytest.mark.parametrize("where", ["key file", "commit"])
def test_what_fails_changes_nothing(file_house: TestHouse, where: str, monkeypatch: pytest.MonkeyPatch):
    sanne = add_user(file_house.door, SANNE).created_id
    code = new_recovery_code(file_house.door).code
    before = file_house.place.keys.read_bytes()
    deeds: list[Callable[[], object]] = [
        lambda: block_user(file_house.door, sanne),
        lambda: give_password(file_house.door, sanne, BETTER),
        lambda: change_own_password(file_house.door, PASSWORD, BETTER),
        lambda: add_user(file_house.door, NewUser("nieuw", "N. Ieuw", Role.CARE, GOOD)),
        lambda: new_recovery_code(file_house.door),
        lambda: rename_house(file_house.door, "Huis ter Duin"),
    ]
    for deed in deeds:
        with monkeypatch.context() as patch:
            if where == "key file":
                patch.setattr(key_change, "write_to_disk", full_disk)
            else:
                break_commit(file_house)
            with pytest.raises(HouseFull):
                deed()
        assert file_house.place.keys.read_bytes() == before
        assert wedged(file_house) == []
    assert house_facts(file_house.door).name == house_sign(file_house.place).house != "Huis ter Duin"
    assert is_active(file_house, "sanne")
    assert is_active(file_house, "nieuw") is None
    assert comes_in(file_house, "sanne", GOOD)
    assert comes_in(file_house, "manager", PASSWORD)
    recover(file_house.place, code, "manager", BETTER, CLOCK).engine.dispose()


def test_a_key_file_that_cannot_take_its_place_yet_does_so_at_the_next_log_in(
    file_house: TestHouse, monkeypatch: pytest.MonkeyPatch
):
    sanne = add_user(file_house.door, SANNE).created_id
    with monkeypatch.context() as patch:
        patch.setattr(key_change, "put_in_place", full_disk)
        give_password(file_house.door, sanne, BETTER)
        assert len(wedged(file_house)) == 1
    assert not comes_in(file_house, "sanne", GOOD)
    assert comes_in(file_house, "sanne", BETTER, after(7200))
    assert wedged(file_house) == []


def test_the_next_change_builds_on_one_that_waits(file_house: TestHouse, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(key_change, "put_in_place", full_disk)
        add_user(file_house.door, SANNE)
    add_user(file_house.door, NewUser("nieuw", "N. Ieuw", Role.CARE, BETTER))
    assert wedged(file_house) == []
    assert comes_in(file_house, "sanne", GOOD)
    assert comes_in(file_house, "nieuw", BETTER)


def test_an_older_key_file_that_somebody_kept_is_not_let_in_again(file_house: TestHouse):
    sanne = add_user(file_house.door, SANNE).created_id
    old = file_house.place.keys.read_bytes()
    with reading(file_house.door.engine) as session:
        mark = key_change._newest_on_record(session)
    block_user(file_house.door, sanne)
    file_house.place.keys.with_name(f"{file_house.place.keys.name}.{mark}.next").write_bytes(old)
    assert comes_in(file_house, "manager", PASSWORD)
    assert wedged(file_house) == []
    assert "sanne" not in keyfile.usernames(file_house.place.keys)


# --- kill -9 -------------------------------------------------------------------------------------------------------


def killed(house: TestHouse, point: str, deed: Callable[[Door], object]) -> None:
    """Run the deed in a process of its own, which ends without a word at this point of the way."""
    child = os.fork()
    if child == 0:
        try:
            _die_at(house, point, deed)
        finally:
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9, "it did not come to that point"


def _die_at(house: TestHouse, point: str, deed: Callable[[Door], object]) -> None:
    mine = house.door
    assert mine.vault is not None
    engine = file_engine(house.place.database, mine.vault.key)

    def half(path: Path, text: str) -> None:
        path.write_text(text[: len(text) // 2], encoding="utf-8")
        os._exit(9)

    def whole(path: Path, text: str) -> None:
        whole_files.write_to_disk(path, text)
        os._exit(9)

    def before(_source: Path, _target: Path) -> None:
        os._exit(9)

    def behind(source: Path, target: Path) -> None:
        whole_files.put_in_place(source, target)
        os._exit(9)

    if point in ("half written", "written"):
        vars(key_change)["write_to_disk"] = half if point == "half written" else whole
    elif point == "before the commit":
        event.listen(engine, "commit", lambda _connection: os._exit(9))
    else:
        vars(key_change)["put_in_place"] = before if point == "committed" else behind
    deed(Door(engine, mine.actor, mine.clock, vault=Vault(house.place.keys, mine.vault.key)))


POINTS = {"half written": False, "written": False, "before the commit": False, "committed": True, "in place": True}
"""Where it ends, and whether the deed counts then."""


@pytest.mark.parametrize("first", ["old", "new"])
@pytest.mark.parametrize("point", POINTS)
def test_killed_while_a_password_changes_one_of_the_two_opens(
    file_house: TestHouse, point: str, first: str, record_property
):
    """Whichever is tried first: the valid one comes in, the other never does."""
    sanne = add_user(file_house.door, SANNE).created_id
    killed(file_house, point, lambda door: give_password(door, sanne, BETTER))
    tried = [GOOD, BETTER] if first == "old" else [BETTER, GOOD]
    opened = {word: comes_in(file_house, "sanne", word, after(3600 * hour)) for hour, word in enumerate(tried * 2, 1)}
    assert opened == {GOOD: not POINTS[point], BETTER: POINTS[point]}
    assert wedged(file_house) == []
    with reading(file_house.door.engine) as session:
        assert_record_is_whole(session)
    record_property(COUNT + "kills: while a password changes", 1)


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_blocking_somebody_is_out_or_in_but_never_back(file_house: TestHouse, point: str, record_property):
    sanne = add_user(file_house.door, SANNE).created_id
    killed(file_house, point, lambda door: block_user(door, sanne))
    assert is_active(file_house, "sanne") is not POINTS[point]
    assert comes_in(file_house, "sanne", GOOD) is not POINTS[point]
    assert comes_in(file_house, "manager", PASSWORD)
    assert ("sanne" in keyfile.usernames(file_house.place.keys)) is not POINTS[point]
    record_property(COUNT + "kills: while somebody is blocked", 1)


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_somebody_is_let_in(file_house: TestHouse, point: str, record_property):
    killed(file_house, point, lambda door: add_user(door, SANNE))
    assert comes_in(file_house, "sanne", GOOD) is POINTS[point]
    assert comes_in(file_house, "manager", PASSWORD)
    assert ("sanne" in keyfile.usernames(file_house.place.keys)) is POINTS[point]
    if not POINTS[point]:
        add_user(file_house.door, SANNE)
        assert comes_in(file_house, "sanne", GOOD, after(7200))
    record_property(COUNT + "kills: while somebody is let in", 1)


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_the_house_gets_another_name_both_places_agree(file_house: TestHouse, point: str, record_property):
    old = house_facts(file_house.door).name
    killed(file_house, point, lambda door: rename_house(door, "Huis ter Duin"))
    assert comes_in(file_house, "manager", PASSWORD)
    expected = "Huis ter Duin" if POINTS[point] else old
    assert house_facts(file_house.door).name == expected
    assert house_sign(file_house.place).house == expected
    assert wedged(file_house) == []
    record_property(COUNT + "kills: while the house gets another name", 1)


@pytest.mark.parametrize("point", POINTS)
def test_killed_while_the_recovery_code_is_used_there_is_a_way_in(file_house: TestHouse, point: str, record_property):
    code = new_recovery_code(file_house.door).code

    def use(door: Door) -> None:
        recover(file_house.place, code, "manager", NEWER, CLOCK)

    killed_at_recovery(file_house, point, use)
    counts = POINTS[point]
    assert comes_in(file_house, "manager", NEWER if counts else PASSWORD)
    assert not comes_in(file_house, "manager", PASSWORD if counts else NEWER, after(7200))
    assert (RECOVERY in keyfile.usernames(file_house.place.keys)) is not counts
    if counts:
        with pytest.raises(RecoveryCodeWrong):
            recover(file_house.place, code, "manager", BETTER, after(10_000))
    else:
        recover(file_house.place, code, "manager", NEWER, after(10_000)).engine.dispose()
    record_property(COUNT + "kills: while the recovery code is used", 1)


def killed_at_recovery(house: TestHouse, point: str, use: Callable[[Door], object]) -> None:
    """``recover`` opens the house by itself, so the commit is watched on whatever engine it makes."""
    if point != "before the commit":
        killed(house, point, use)
        return
    child = os.fork()
    if child == 0:
        try:
            real = key_change.KeyChange.prepare

            def prepare(self: key_change.KeyChange, session: object) -> str:
                mark = real(self, session)  # type: ignore[arg-type]
                event.listen(session.get_bind(), "commit", lambda _connection: os._exit(9))  # type: ignore[attr-defined]
                return mark

            key_change.KeyChange.prepare = prepare  # type: ignore[method-assign]
            use(house.door)
        finally:
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9


def test_a_waiting_key_file_goes_with_its_house(file_house: TestHouse, monkeypatch: pytest.MonkeyPatch):
    from logeerhuis_app.services.login import remove_house

    with monkeypatch.context() as patch:
        patch.setattr(key_change, "put_in_place", full_disk)
        add_user(file_house.door, SANNE)
    file_house.door.engine.dispose()
    remove_house(file_house.place)
    assert list(file_house.place.keys.parent.iterdir()) == []
