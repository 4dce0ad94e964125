"""The second step at the login: on a file and on a server, from turning it on to losing the phone."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sqlalchemy import select

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.errors import NotAllowed, UserFacingError, WrongPassword
from logeerhuis_app.domain.errors_access import (
    CodeNeeded,
    CodeUnclear,
    CodeUsed,
    CodeWrong,
    OldPasswordWrong,
    OwnAccount,
    TooManyTries,
)
from logeerhuis_app.domain.passwords import seconds_to_wait
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.backups import back_up_to
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, log_in
from logeerhuis_app.services.queries.audit_log import audit_page
from logeerhuis_app.services.recovery import new_recovery_code, recover
from logeerhuis_app.services.restoring import prepare_restore_here
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind
from logeerhuis_app.services.rows.users import WayBack
from logeerhuis_app.services.second_factor import (
    has_second_factor,
    new_second_factor,
    show_code,
    turn_off_for,
    turn_off_own,
    turn_on,
    turned_off_by_other,
)
from logeerhuis_app.services.users import add_user, change_user, give_password, user_list
from logeerhuis_app.services.whole_house import table_facts, whole_house
from tests.support.houses import NOON, PASSWORD, TestHouse
from tests.support.phones import Phone, with_phone, wrong_code

GOOD, NEW = "korenbloem blauw", "fluitketel op zolder"
SANNE = NewUser("sanne", "S. de Wit", Role.CARE, GOOD)
LATER = NOON + timedelta(minutes=10)


def enters(
    house: TestHouse,
    code: str = "",
    at_utc: datetime = LATER,
    who: tuple[str, str] = ("manager", PASSWORD),
    locked: Door | None = None,
) -> Door:
    door = log_in(house.place, *who, FixedClock(at_utc), code, locked)
    door.engine.dispose()
    return door


def refusal_of(house: TestHouse, code: str, at_utc: datetime = LATER) -> type[UserFacingError]:
    with pytest.raises(UserFacingError) as refused:
        enters(house, code, at_utc)
    return type(refused.value)


def lines(house: TestHouse, **wanted: object) -> list[AuditLine]:
    with reading(house.door.engine) as session:
        found = list(session.scalars(select(AuditLine).filter_by(**wanted).order_by(AuditLine.id)))
        session.expunge_all()
        return found


def user(house: TestHouse, username: str = "manager") -> User:
    with reading(house.door.engine) as session:
        found = session.scalars(select(User).where(User.username == username)).one()
        session.expunge_all()
        return found


def has_it(house: TestHouse, username: str) -> bool:
    return next(row for row in user_list(house.door).users if row.username == username).has_second_factor


# --- turning it on


def test_it_is_off_until_somebody_wants_it(house: TestHouse):
    assert not has_second_factor(house.door)
    assert not has_it(house, "manager")
    assert not enters(house).second_factor_shown
    enters(house, "123456", LATER + timedelta(minutes=1))  # a code that nobody asked for does no harm


def test_a_key_counts_for_nothing_before_its_first_code(house: TestHouse):
    new_second_factor(house.door)
    assert user(house).second_factor_key is None
    enters(house)


def test_what_the_picture_says_is_what_an_app_reads(house: TestHouse):
    new = new_second_factor(house.door)
    address = urlsplit(new.address)
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert unquote(address.path) == "/Logeerhuis Testhuis:manager"
    assert parse_qs(address.query) == {"secret": [new.key], "issuer": ["Logeerhuis Testhuis"]}
    assert len(new.key) == 32
    assert new.key != new_second_factor(house.door).key
    assert new.key not in repr(new)
    assert "otpauth" not in repr(new)


def test_turning_on_takes_the_phone_and_the_password(house: TestHouse):
    phone = Phone(new_second_factor(house.door).key)
    right = phone.code(NOON)
    for code, password, refused in (
        (wrong_code(phone, NOON), PASSWORD, CodeWrong),
        ("12345", PASSWORD, CodeUnclear),
        (right, "niet mijn wachtwoord", OldPasswordWrong),
    ):
        with pytest.raises(refused):
            turn_on(house.door, phone.key, code, password)
        assert not has_second_factor(house.door)
    with pytest.raises(TooManyTries):  # a wrong password counts here as it does at the login
        turn_on(house.door, phone.key, right, PASSWORD)
    turn_on(house.at(NOON + timedelta(seconds=1)), phone.key, f"{right[:3]} {right[3:]}", PASSWORD)
    assert has_second_factor(house.door)
    assert has_it(house, "manager")
    assert not has_it(house, "care")


# --- coming in


def test_after_the_password_comes_the_code(house: TestHouse):
    phone = with_phone(house.door)
    assert refusal_of(house, "") is CodeNeeded
    assert refusal_of(house, "  ") is CodeNeeded
    assert enters(house, phone.code(LATER)).second_factor_shown
    with pytest.raises(WrongPassword):  # a code does not make up for a password
        enters(house, phone.code(LATER + timedelta(minutes=1)), LATER + timedelta(minutes=1), ("manager", "mis"))


def test_the_code_that_turned_it_on_is_used_up(house: TestHouse):
    phone = with_phone(house.door)
    assert refusal_of(house, phone.code(NOON), NOON + timedelta(seconds=20)) is CodeUsed


def test_a_code_opens_once(house: TestHouse):
    phone = with_phone(house.door)
    code = phone.code(LATER)
    enters(house, code)
    assert refusal_of(house, code, LATER + timedelta(seconds=5)) is CodeUsed
    soon = LATER + timedelta(seconds=30)
    assert refusal_of(house, code, soon) is CodeUsed  # still near enough, but used
    enters(house, phone.code(soon), soon + timedelta(seconds=5))


@pytest.mark.parametrize(("ahead", "is_taken"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_the_clocks_of_phone_and_pc_may_differ_half_a_minute(house: TestHouse, ahead: int, is_taken: bool):
    key = with_phone(house.door).key
    code = Phone(key, timedelta(seconds=ahead)).code(LATER)
    if is_taken:
        enters(house, code)
    else:
        assert refusal_of(house, code) is CodeWrong


def test_wrong_codes_make_the_next_try_wait_longer_each_time(house: TestHouse):
    phone = with_phone(house.door)
    now = LATER
    for wrong in range(1, 4):
        assert refusal_of(house, wrong_code(phone, now), now) is CodeWrong
        wait = timedelta(seconds=seconds_to_wait(wrong))
        assert refusal_of(house, phone.code(now), now + wait - timedelta(seconds=1)) is TooManyTries
        now += wait
    enters(house, phone.code(now), now)
    code = phone.code(now + timedelta(minutes=1))  # it begins anew
    assert refusal_of(house, wrong_code(phone, now), now + timedelta(minutes=1)) is CodeWrong
    enters(house, code, now + timedelta(minutes=1, seconds=1))


def test_the_password_alone_does_not_end_the_wait(house: TestHouse):
    """Whoever knows the password must not be able to begin anew with it after each wrong code."""
    phone = with_phone(house.door)
    assert refusal_of(house, wrong_code(phone, LATER)) is CodeWrong
    now = LATER + timedelta(seconds=1)
    assert refusal_of(house, "", now) is CodeNeeded
    assert refusal_of(house, wrong_code(phone, now), now) is CodeWrong
    assert refusal_of(house, phone.code(now), now + timedelta(seconds=1)) is TooManyTries


def test_each_wrong_code_is_in_the_log_at_once_and_once(house: TestHouse):
    phone = with_phone(house.door)
    refusal_of(house, wrong_code(phone, LATER))
    found = lines(house, object_kind="login", outcome="refused")
    assert [line.username for line in found] == ["manager"]
    enters(house, phone.code(LATER), LATER + timedelta(seconds=2))
    assert len(lines(house, object_kind="login", outcome="refused")) == 1
    words = [(row.who, row.what) for row in audit_page(house.door, AuditFilter(kind=AuditKind.REFUSED)).rows]
    assert words == [("M. Beheer", "foute code van de telefoon bij het inloggen")]
    with reading(house.door.engine) as session:
        assert list(broken_lines(session)) == []


def test_of_two_who_type_one_code_at_one_moment_one_comes_in(house: TestHouse):
    """Both found the password right already. Each looks and writes in one transaction that waits for the other's."""
    phone = with_phone(house.door)
    code, outcomes, start = phone.code(LATER), [], Barrier(2)
    doors = [Door(house.door.engine, house.door.actor, FixedClock(LATER)) for _ in range(2)]

    def come(door: Door) -> None:
        start.wait(timeout=30)
        try:
            with writing(door.engine) as session:
                show_code(session, door, code, None)
        except CodeUsed:
            outcomes.append("used")
        else:
            outcomes.append("in")

    both = [Thread(target=come, args=(door,)) for door in doors]
    for one in both:
        one.start()
    for one in both:
        one.join(timeout=60)
    assert sorted(outcomes) == ["in", "used"]


# --- behind the lock


def test_the_own_locked_session_opens_with_the_password_alone(house: TestHouse):
    phone = with_phone(house.door)
    locked = enters(house, phone.code(LATER))
    again = enters(house, locked=locked)
    assert again.second_factor_shown


def test_who_turned_it_on_in_this_session_has_shown_the_phone(house: TestHouse):
    with_phone(house.door)
    assert enters(house, locked=house.door).second_factor_shown


def test_a_session_that_began_without_the_phone_does_not_help(house: TestHouse):
    locked = enters(house)
    with_phone(house.door)
    with pytest.raises(CodeNeeded):
        enters(house, locked=locked)


def test_the_session_of_another_does_not_help(house: TestHouse):
    add_user(house.door, SANNE)
    sanne = log_in(house.place, SANNE.username, GOOD, FixedClock(NOON))
    phone = with_phone(sanne, GOOD)
    sanne.engine.dispose()
    locked = enters(house, phone.code(LATER), who=(SANNE.username, GOOD))
    with_phone(house.door)
    with pytest.raises(CodeNeeded):
        enters(house, locked=locked)


def test_another_role_is_another_session(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    door = log_in(house.place, SANNE.username, GOOD, FixedClock(NOON))
    with_phone(door, GOOD)
    door.engine.dispose()
    change_user(house.door, sanne, SANNE.name, Role.COORDINATOR)
    with pytest.raises(CodeNeeded):
        enters(house, who=(SANNE.username, GOOD), locked=door)


# --- turning it off


def test_turning_it_off_takes_the_password(house: TestHouse):
    with_phone(house.door)
    with pytest.raises(OldPasswordWrong):
        turn_off_own(house.door, "niet mijn wachtwoord")
    assert has_second_factor(house.door)
    with pytest.raises(TooManyTries):
        turn_off_own(house.door, PASSWORD)
    turn_off_own(house.at(NOON + timedelta(seconds=1)), PASSWORD)
    assert (user(house).second_factor_key, user(house).second_factor_step) == (None, None)
    enters(house)
    assert turned_off_by_other(house.door) is None


def test_a_manager_helps_who_lost_the_phone_and_that_is_told(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    door = log_in(house.place, SANNE.username, GOOD, FixedClock(NOON))
    with_phone(door, GOOD)
    door.engine.dispose()
    turn_off_for(house.door, sanne)
    assert not has_it(house, "sanne")
    first = log_in(house.place, SANNE.username, GOOD, FixedClock(LATER))
    told = turned_off_by_other(first)
    first.engine.dispose()
    assert told is not None
    assert (told.by, told.at_utc) == ("M. Beheer", NOON)
    second = log_in(house.place, SANNE.username, GOOD, FixedClock(LATER))
    assert turned_off_by_other(second) is None  # once is enough
    second.engine.dispose()


def test_a_manager_needs_the_own_password_and_nobody_else_may(house: TestHouse):
    own = house.door.actor.user_id or 0
    with_phone(house.door)
    with pytest.raises(OwnAccount):
        turn_off_for(house.door, own)
    for role in (Role.CARE, Role.COORDINATOR, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            turn_off_for(house.as_role(role), own)
    assert has_second_factor(house.door)


def test_a_new_password_leaves_the_second_step_as_it_is(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    door = log_in(house.place, SANNE.username, GOOD, FixedClock(NOON))
    with_phone(door, GOOD)
    door.engine.dispose()
    give_password(house.door, sanne, NEW)
    with pytest.raises(CodeNeeded):
        enters(house, who=(SANNE.username, NEW))


def test_turning_on_and_off_is_on_record_in_words(house: TestHouse):
    sanne = add_user(house.door, SANNE).created_id
    door = log_in(house.place, SANNE.username, GOOD, FixedClock(NOON))
    phone = with_phone(door, GOOD)
    door.engine.dispose()
    turn_off_for(house.door, sanne)
    turn_off_for(house.door, sanne)  # it is off: nothing more to tell
    told = [(line.username, line.action) for line in lines(house, object_kind="second_factor")]
    assert told == [("sanne", "C"), ("manager", "D")]
    words = [row.what for row in audit_page(house.door, AuditFilter(kind=AuditKind.CHANGED)).rows]
    assert "tweede stap bij inloggen aangezet: sanne" in words
    assert "tweede stap bij inloggen uitgezet: sanne" in words
    assert all(phone.key not in line.detail for line in lines(house))


def test_the_recovery_code_gets_past_it_and_turns_it_off(file_house: TestHouse):
    paper = new_recovery_code(file_house.door).code
    with_phone(file_house.door)
    door = recover(file_house.place, paper, "manager", NEW, FixedClock(LATER))
    told = turned_off_by_other(door)
    assert told is not None
    assert told.by == ""
    door.engine.dispose()
    assert not has_it(file_house, "manager")
    enters(file_house, who=("manager", NEW))
    (line,) = lines(file_house, object_kind="second_factor", action="D")
    assert (line.user_id, line.username) == (None, "#herstel")


@pytest.mark.parametrize("kind", ["nobody", "paper", "manager"])
def test_who_can_let_somebody_back_in_is_said_beforehand(file_house: TestHouse, kind: str):
    wanted = {"nobody": WayBack.NONE, "paper": WayBack.RECOVERY_CODE, "manager": WayBack.MANAGER}[kind]
    if kind != "nobody":
        new_recovery_code(file_house.door)
    if kind == "manager":
        add_user(file_house.door, NewUser("tweede", "T. Weede", Role.MANAGER, GOOD))
    assert new_second_factor(file_house.door).way_back is wanted
    care = file_house.as_role(Role.CARE)
    assert new_second_factor(care).way_back is WayBack.MANAGER


# --- where the key is, and where not


def test_the_key_is_in_no_export(house: TestHouse):
    phone = with_phone(house.door)
    names = {column.name for table in table_facts() for column in table.columns if table.name == "app_user"}
    assert not {name for name in names if "factor" in name}
    assert phone.key not in json.dumps(whole_house(house.door), default=str)


def test_no_file_holds_the_key_in_plain_text(file_house: TestHouse, tmp_path: Path):
    phone = with_phone(file_house.door)
    enters(file_house, phone.code(LATER))
    back_up_to(file_house.door, tmp_path / "kopie")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > 2
    for path in written:
        content = path.read_bytes().lower()
        for form in (phone.key.encode(), phone.key.encode("utf-16-le"), b"otpauth"):
            assert form.lower() not in content, path.name


def test_a_restore_does_not_count_logins_as_work_that_would_be_lost(file_house: TestHouse, tmp_path: Path):
    phone = with_phone(file_house.door)
    file = Path(back_up_to(file_house.door, tmp_path / "kopie").file)
    enters(file_house, phone.code(LATER))
    restoration = prepare_restore_here(file_house.door, file, PASSWORD)
    restoration.give_up()
    assert "app_user" not in {loss.table for loss in restoration.comparison.losses if loss.changed}
