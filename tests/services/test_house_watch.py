"""The quiet look behind the screens: silent while all is well, and nothing that was changed escapes it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select, update

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import keyfile, schema
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.domain.errors_access import AccountClosed
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services import house_watch
from logeerhuis_app.services.house_watch import look_after
from logeerhuis_app.services.login import NewUser, log_in
from logeerhuis_app.services.rows.watch import Verified, WatchReport
from logeerhuis_app.services.users import add_user, block_user
from tests.support.houses import NOON, PASSWORD, TestHouse

PAGE = 4096
TOMORROW = FixedClock(NOON + timedelta(days=1))


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house_watch, "PORTION", 4)
    monkeypatch.setattr(house_watch, "REST_SECONDS", 0)


def write_lines(house: TestHouse, number: int) -> None:
    for _line in range(number):
        house.door.write(UseCase.SEE_TODAY, lambda work: work.log("U", "trial"))


def last_line(house: TestHouse) -> int:
    with reading(house.door.engine) as session:
        return session.scalar(select(func.max(AuditLine.id))) or 0


def tamper(house: TestHouse, line_id: int) -> None:
    with writing(house.door.engine) as session:
        session.execute(update(AuditLine).where(AuditLine.id == line_id).values(username="iemand.anders"))


@pytest.mark.parametrize("lines", [3, 4, 5, 12])
def test_a_whole_log_is_read_to_its_end(house: TestHouse, lines: int):
    write_lines(house, lines)
    report = look_after(house.door, None)
    assert report.broken == ()
    assert report.verified is not None
    assert report.verified.line_id == last_line(house)
    assert report.verified.whole_on == house.door.clock.today()
    assert Verified.read(str(report.verified)) == report.verified


@pytest.mark.parametrize("text", ["", "x", "1 2 3", "1 hash 2026-13-01"])
def test_a_mark_that_cannot_be_read_is_none(text: str):
    assert Verified.read(text) is None


def test_a_changed_a_missing_and_a_cut_off_line_are_found(house: TestHouse):
    write_lines(house, 9)
    end = last_line(house)
    tamper(house, end - 6)
    assert look_after(house.door, None) == WatchReport((end - 6,), None)
    with writing(house.door.engine) as session:
        session.execute(delete(AuditLine).where(AuditLine.id == end - 3))
    assert look_after(house.door, None).broken == (end - 6, end - 2)
    with writing(house.door.engine) as session:
        session.execute(delete(AuditLine).where(AuditLine.id == end))
    assert look_after(house.door, None).broken == (end - 6, end - 2, 0)


def test_within_a_day_only_what_is_new_is_read_and_the_next_day_everything(house: TestHouse):
    write_lines(house, 6)
    first = look_after(house.door, None).verified
    assert first is not None
    write_lines(house, 6)
    tamper(house, first.line_id - 2)
    again = look_after(house.door, first)
    assert again.broken == ()
    assert again.verified is not None
    assert again.verified.line_id == last_line(house)
    house.door.clock = TOMORROW
    assert look_after(house.door, again.verified).broken == (first.line_id - 2,)


def test_a_log_that_was_cut_off_below_the_mark_is_found_the_same_day(house: TestHouse):
    write_lines(house, 6)
    first = look_after(house.door, None).verified
    assert first is not None
    with writing(house.door.engine) as session:
        session.execute(delete(AuditLine).where(AuditLine.id > first.line_id - 3))
    assert look_after(house.door, first).broken == (0,)


def test_a_mark_of_another_house_raises_no_alarm(house: TestHouse):
    write_lines(house, 6)
    report = look_after(house.door, Verified(3, "f" * 64, house.door.clock.today()))
    assert report.broken == ()
    assert report.verified is not None
    assert report.verified.line_id == last_line(house)


def test_who_may_not_see_the_log_hears_nothing_of_it_and_writes_nothing(house: TestHouse):
    write_lines(house, 6)
    end = last_line(house)
    tamper(house, end - 2)
    for role in (Role.CARE, Role.COORDINATOR, Role.ADMINISTRATOR):
        assert look_after(house.as_role(role), None) == WatchReport((), None)
    look_after(house.door, None)
    assert last_line(house) == end


def test_a_look_that_is_stopped_says_nothing(house: TestHouse):
    write_lines(house, 9)
    tamper(house, last_line(house))
    assert look_after(house.door, None, lambda: True) == WatchReport((), None)


def test_a_blocked_manager_reads_nothing_here_either(house: TestHouse):
    other = add_user(house.door, NewUser("tweede", "T. Weede", Role.MANAGER, PASSWORD)).created_id
    door = log_in(house.place, "tweede", PASSWORD, house.door.clock)
    block_user(house.door, other)
    with pytest.raises(AccountClosed):
        look_after(door, None)
    door.engine.dispose()


def test_a_changed_page_of_a_big_file_is_found_while_people_work(
    file_house: TestHouse, monkeypatch: pytest.MonkeyPatch
):
    """At the login of a file above the limit nobody waits for its pages."""
    monkeypatch.setattr(schema, "CHECKED_BYTES", 1)
    path = file_house.place.database
    look_after(file_house.door, None)
    file_house.door.engine.dispose()
    content = bytearray(path.read_bytes())
    content[-PAGE // 2] ^= 0x10
    path.write_bytes(content)
    door = log_in(file_house.place, "manager", PASSWORD, file_house.door.clock)
    with pytest.raises(HouseUnreadable) as refusal:
        look_after(door, None)
    assert refusal.value.reason == "damaged"
    door.engine.dispose()


def test_a_key_file_that_was_changed_meanwhile_is_found(file_house: TestHouse):
    keys = file_house.place.keys
    whole = keys.read_bytes()
    keys.write_bytes(whole.replace(b"manager", b"manoger"))
    with pytest.raises(HouseUnreadable) as refusal:
        look_after(file_house.door, None)
    assert refusal.value.reason == "keyfile"
    keys.write_text(keyfile.sealed_text(json.loads(whole), bytes(32)), encoding="utf-8")
    with pytest.raises(HouseUnreadable) as refusal:
        look_after(file_house.door, None)
    assert refusal.value.reason == "keyfile_changed"
