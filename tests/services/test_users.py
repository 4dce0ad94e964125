"""Letting people in and out: on a file with keys, and on a server with hashes."""

from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import AlreadyExists, FieldRequired, NotAllowed, WrongPassword
from logeerhuis_app.domain.errors_access import (
    AccountClosed,
    NoManagerLeft,
    OldPasswordWrong,
    OwnAccount,
    PasswordWeak,
    RecoveryCodeUnclear,
    RecoveryCodeWrong,
    RecoveryOnServer,
    TooManyTries,
    UsernameUnfit,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.login import NewUser, log_in
from logeerhuis_app.services.queries.audit_log import audit_page
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.queries.news import last_change
from logeerhuis_app.services.recovery import (
    draft_recovery_code,
    keep_recovery_code,
    lacks_recovery_code,
    new_recovery_code,
    recover,
)
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind
from logeerhuis_app.services.users import (
    add_user,
    block_user,
    change_own_password,
    change_user,
    give_password,
    user_list,
)
from tests.support.houses import NOON, PASSWORD, TestHouse

CLOCK = FixedClock(NOON)
GOOD, BETTER = "korenbloem blauw", "fluitketel op zolder"
SANNE = NewUser("Sanne", "S. de Wit", Role.CARE, GOOD)


def after(seconds: float) -> FixedClock:
    return FixedClock(NOON + timedelta(seconds=seconds))


def comes_in(house: TestHouse, username: str, password: str, clock: FixedClock | None = None) -> bool:
    """Whether this opens the house; long after any wrong try."""
    try:
        log_in(house.place, username, password, clock or after(3600)).engine.dispose()
    except WrongPassword:
        return False
    return True


def logged(house: TestHouse, **wanted: object) -> list[AuditLine]:
    with reading(house.door.engine) as session:
        found = list(session.scalars(select(AuditLine).filter_by(**wanted).order_by(AuditLine.id)))
        session.expunge_all()
        return found


def test_a_new_user_comes_in_and_stands_in_the_list(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    assert comes_in(house, "SANNE", GOOD)
    row = next(row for row in user_list(house.door).users if row.user_id == sanne)
    assert (row.username, row.name, row.role, row.is_active, row.can_enter) == (
        *("sanne", "S. de Wit", Role.CARE, True, True),
    )
    assert row.last_login_utc == NOON + timedelta(hours=1)


def test_who_has_no_password_yet_is_shown_as_such(house: TestHouse):
    rows = {row.username: row for row in user_list(house.door).users}
    assert rows["manager"].can_enter
    assert not rows["care"].can_enter


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        (NewUser("sanne", "S. de Wit", Role.CARE, "kort"), PasswordWeak),
        (NewUser("sanne", "S. de Wit", Role.CARE, "sannedewit12"), PasswordWeak),
        (NewUser("sanne", " ", Role.CARE, GOOD), FieldRequired),
        (NewUser("#herstel", "Iemand", Role.CARE, GOOD), UsernameUnfit),
        (NewUser("s", "Iemand", Role.CARE, GOOD), UsernameUnfit),
        (NewUser("Care ", "Iemand", Role.CARE, GOOD), AlreadyExists),
    ],
)
def test_an_account_that_does_not_fit_is_refused_whole(house: TestHouse, new: NewUser, refusal: type[Exception]):
    before = user_list(house.door)
    with pytest.raises(refusal):
        add_user(house.door, new)
    assert user_list(house.door) == before


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR])
def test_only_the_manager_handles_users(house: TestHouse, role: Role):
    door = house.as_role(role)
    for deed in (
        lambda: user_list(door),
        lambda: add_user(door, SANNE),
        lambda: block_user(door, 1),
        lambda: change_user(door, 1, "X", Role.CARE),
        lambda: give_password(door, 1, GOOD),
        lambda: new_recovery_code(door),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_blocked_user_is_out_at_once(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    open_door = log_in(house.place, "sanne", GOOD, CLOCK)
    block_user(house.door, sanne)
    with pytest.raises(AccountClosed):
        change_own_password(open_door, GOOD, BETTER)
    for look in (open_door.require_account, partial(guest_list, open_door), partial(last_change, open_door)):
        with pytest.raises(AccountClosed):
            look()
    open_door.engine.dispose()
    assert not comes_in(house, "sanne", GOOD)
    if house.door.vault is not None:
        assert "sanne" not in house.place.keys.read_text(encoding="utf-8")


def test_a_blocked_user_comes_back_with_a_new_password_only(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    block_user(house.door, sanne)
    give_password(house.door, sanne, BETTER)
    assert comes_in(house, "sanne", BETTER)
    assert not comes_in(house, "sanne", GOOD)


def test_another_role_closes_the_open_window(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    open_door = log_in(house.place, "sanne", GOOD, CLOCK)
    change_user(house.door, sanne, "S. de Wit-Bos", Role.COORDINATOR)
    with pytest.raises(AccountClosed):
        change_own_password(open_door, GOOD, BETTER)
    open_door.engine.dispose()
    again = log_in(house.place, "sanne", GOOD, CLOCK)
    assert (again.role, again.actor.name) == (Role.COORDINATOR, "S. de Wit-Bos")
    again.engine.dispose()
    (line,) = [line for line in logged(house, object_kind="user", action="U") if "changed" in line.detail]
    assert '"role": ["care", "coordinator"]' in line.detail


def test_the_last_manager_stays(house: TestHouse):
    own = house.door.actor.user_id or 0
    with pytest.raises(NoManagerLeft):
        block_user(house.door, own)
    with pytest.raises(NoManagerLeft):
        change_user(house.door, own, "M. Beheer", Role.CARE)
    other = add_user(house.door, NewUser("tweede", "T. Weede", Role.MANAGER, GOOD)).created_id
    with pytest.raises(OwnAccount):
        block_user(house.door, own)
    block_user(house.door, other)
    with pytest.raises(NoManagerLeft):
        block_user(house.door, own)
    assert comes_in(house, "manager", PASSWORD)


def test_the_own_password_needs_the_old_one_and_leaves_the_file_alone(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    door = log_in(house.place, "sanne", GOOD, CLOCK)
    with pytest.raises(OldPasswordWrong):
        change_own_password(door, "iets anders", BETTER)
    door.clock = after(5)
    with pytest.raises(PasswordWeak):
        change_own_password(door, GOOD, "welkom123456")
    change_own_password(door, GOOD, BETTER)
    door.engine.dispose()
    assert comes_in(house, "sanne", BETTER)
    assert comes_in(house, "manager", PASSWORD)
    assert not comes_in(house, "sanne", GOOD)
    with pytest.raises(OwnAccount):
        give_password(house.door, house.door.actor.user_id or 0, BETTER)
    assert all(word not in line.detail for line in logged(house, object_id=sanne) for word in (GOOD, BETTER))


# --- wrong passwords -----------------------------------------------------------------------------------------------


def test_each_wrong_password_makes_the_next_wait_longer(house: TestHouse):
    with pytest.raises(WrongPassword):
        log_in(house.place, "manager", "fout een", after(0))
    with pytest.raises(TooManyTries) as refusal:
        log_in(house.place, "manager", PASSWORD, after(0.5))
    assert refusal.value.seconds == 1
    for seconds, wait in ((1, 2), (3, 4), (7, 8)):
        with pytest.raises(WrongPassword):
            log_in(house.place, "MANAGER", "weer fout", after(seconds))
        with pytest.raises(TooManyTries) as refusal:
            log_in(house.place, "manager", PASSWORD, after(seconds))
        assert refusal.value.seconds == wait
    assert comes_in(house, "manager", PASSWORD, after(15))
    assert not comes_in(house, "manager", "fout", after(16))
    assert comes_in(house, "manager", PASSWORD, after(17))


def test_one_user_does_not_make_another_wait(house: TestHouse):
    add_user(house.door, SANNE)
    with pytest.raises(WrongPassword):
        log_in(house.place, "sanne", "fout", CLOCK)
    assert comes_in(house, "manager", PASSWORD, CLOCK)
    with pytest.raises(TooManyTries):
        log_in(house.place, "sanne", GOOD, CLOCK)


def test_every_wrong_try_is_in_the_log_with_its_time(house: TestHouse):
    add_user(house.door, SANNE)
    for seconds, name in ((0, "sanne"), (10, "sanne"), (20, "geheim in het verkeerde veld")):
        with pytest.raises(WrongPassword):
            log_in(house.place, name, "fout", after(seconds))
    assert comes_in(house, "manager", PASSWORD, after(30))
    assert comes_in(house, "manager", PASSWORD, after(40))
    lines = logged(house, object_kind="login", outcome="refused")
    assert [(line.username, (line.at_utc - NOON).seconds) for line in lines] == [("sanne", 0), ("sanne", 10), ("", 20)]
    with reading(house.door.engine) as session:
        assert list(broken_lines(session)) == []
    if house.place.folder is not None:
        assert all(b"verkeerde veld" not in path.read_bytes() for path in house.place.folder.iterdir())


def test_a_clock_that_was_put_right_locks_nobody_out(house: TestHouse):
    with pytest.raises(WrongPassword):
        log_in(house.place, "manager", "fout", after(86_400))
    with suppress(TooManyTries):  # a house in a file counts anew from here
        log_in(house.place, "manager", PASSWORD, after(0)).engine.dispose()
    assert comes_in(house, "manager", PASSWORD, after(2))


@pytest.mark.parametrize("content", ["", "[]", "{", '{"manager": 3}', '{"manager": {"count": "x", "last": 1}}'])
def test_a_damaged_list_of_tries_keeps_nobody_out(file_house: TestHouse, content: str):
    file_house.place.tries.write_text(content, encoding="utf-8")
    assert comes_in(file_house, "manager", PASSWORD)


def test_the_own_password_at_an_open_desk_cannot_be_guessed_either(house: TestHouse):
    add_user(house.door, SANNE)
    door = log_in(house.place, "sanne", GOOD, CLOCK)
    for seconds in (0, 10):
        door.clock = after(seconds)
        with pytest.raises(OldPasswordWrong):
            change_own_password(door, "iets anders", BETTER)
    with pytest.raises(TooManyTries) as refusal:
        change_own_password(door, GOOD, BETTER)
    assert refusal.value.seconds == 2
    with pytest.raises(TooManyTries):
        log_in(house.place, "sanne", GOOD, after(11))
    door.clock = after(12)
    change_own_password(door, GOOD, BETTER)
    door.engine.dispose()
    lines = logged(house, object_kind="login", outcome="refused")
    assert [(line.username, (line.at_utc - NOON).seconds) for line in lines] == [("sanne", 0), ("sanne", 10)]
    rows = [row.what for row in audit_page(house.door, AuditFilter(kind=AuditKind.REFUSED)).rows]
    assert rows == ["fout eigen wachtwoord, nog eens gevraagd tijdens het werk"] * 2


# --- the recovery code ---------------------------------------------------------------------------------------------


def test_the_code_on_paper_gives_a_manager_a_new_password(file_house: TestHouse):
    code = new_recovery_code(file_house.door).code
    assert user_list(file_house.door).has_recovery_code
    assert code not in file_house.place.keys.read_text(encoding="utf-8")
    door = recover(file_house.place, code.lower().replace("-", " "), "Manager", BETTER, CLOCK)
    assert (door.actor.username, door.role) == ("manager", Role.MANAGER)
    door.engine.dispose()
    assert comes_in(file_house, "manager", BETTER)
    assert not comes_in(file_house, "manager", PASSWORD)
    (line,) = [line for line in logged(file_house, object_kind="user") if "recovered" in line.detail]
    assert line.username == "#herstel"


def test_the_code_lets_a_blocked_manager_back_in(file_house: TestHouse):
    code = new_recovery_code(file_house.door).code
    other = add_user(file_house.door, NewUser("tweede", "T. Weede", Role.MANAGER, GOOD)).created_id
    block_user(file_house.door, other)
    recover(file_house.place, code, "tweede", BETTER, CLOCK).engine.dispose()
    assert comes_in(file_house, "tweede", BETTER)


def test_an_older_code_a_slip_or_another_user_opens_nothing(file_house: TestHouse):
    old, code = new_recovery_code(file_house.door).code, new_recovery_code(file_house.door).code
    place = file_house.place
    with pytest.raises(RecoveryCodeWrong):
        recover(place, old, "manager", BETTER, CLOCK)
    with pytest.raises(RecoveryCodeWrong):
        recover(place, code, "care", BETTER, after(10))
    with pytest.raises(RecoveryCodeUnclear):
        recover(place, code[:-1], "manager", BETTER, after(20))
    with pytest.raises(PasswordWeak):
        recover(place, code, "manager", "kort", after(30))
    assert not comes_in(file_house, "#herstel", code)
    assert comes_in(file_house, "manager", PASSWORD)


def test_wrong_codes_wait_longer_and_are_in_the_log(file_house: TestHouse):
    old, code = new_recovery_code(file_house.door).code, new_recovery_code(file_house.door).code
    place = file_house.place
    for seconds in (0, 10):
        with pytest.raises(RecoveryCodeWrong):
            recover(place, old, "manager", BETTER, after(seconds))
    with pytest.raises(TooManyTries) as refusal:
        recover(place, code, "manager", BETTER, after(11))
    assert refusal.value.seconds == 1
    assert comes_in(file_house, "manager", PASSWORD, after(11))  # who knows a password does not wait for them
    lines = logged(file_house, object_kind="login", outcome="refused")
    assert [(line.username, (line.at_utc - NOON).seconds) for line in lines] == [("#herstel", 0), ("#herstel", 10)]
    rows = audit_page(file_house.door, AuditFilter(kind=AuditKind.REFUSED)).rows
    assert {(row.who, row.what) for row in rows} == {("de herstelcode", "foute herstelcode bij het inloggen")}
    recover(place, code, "manager", BETTER, after(12)).engine.dispose()
    assert len(logged(file_house, object_kind="login", outcome="refused")) == 2


def test_a_code_opens_once(file_house: TestHouse):
    code = new_recovery_code(file_house.door).code
    assert not lacks_recovery_code(file_house.door)
    door = recover(file_house.place, code, "manager", BETTER, CLOCK)
    assert lacks_recovery_code(door)
    assert not lacks_recovery_code(file_house.as_role(Role.CARE))
    door.engine.dispose()
    with pytest.raises(RecoveryCodeWrong):
        recover(file_house.place, code, "manager", GOOD, CLOCK)
    assert comes_in(file_house, "manager", BETTER)


def test_the_paper_before_counts_until_the_new_one_is_there(file_house: TestHouse):
    old, new = new_recovery_code(file_house.door).code, draft_recovery_code(file_house.door)
    with pytest.raises(RecoveryCodeWrong):
        recover(file_house.place, new.code, "manager", BETTER, CLOCK)
    keep_recovery_code(file_house.door, new)
    with pytest.raises(RecoveryCodeWrong):
        recover(file_house.place, old, "manager", BETTER, after(60))
    recover(file_house.place, new.code, "manager", BETTER, after(120)).engine.dispose()


def test_a_server_has_no_code(server_house: TestHouse):
    with pytest.raises(RecoveryOnServer):
        new_recovery_code(server_house.door)
    with pytest.raises(RecoveryOnServer):
        recover(server_house.place, "x", "manager", BETTER, CLOCK)
    assert user_list(server_house.door).has_recovery_code is None


def test_a_code_on_record_leaves_no_user_behind(file_house: TestHouse):
    new_recovery_code(file_house.door)
    with reading(file_house.door.engine) as session:
        assert "#herstel" not in session.scalars(select(User.username)).all()
