"""Making a real house on both databases: whole and on record, or not at all."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import keyfile, schema
from logeerhuis_app.db.engine import server_engine
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import FieldRequired, HouseExists, HouseFull, HouseMissing, UserFacingError
from logeerhuis_app.domain.errors_access import PasswordWeak, RecoveryCodeWrong, UsernameUnfit
from logeerhuis_app.domain.errors_setup import BedsUnfit, FolderUnfit, RoomTwice
from logeerhuis_app.domain.new_house import HouseWish, ManagerWish
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.models import AuditLine, Base, Bed, House, Location, Room, User
from logeerhuis_app.services import login
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import house_exists, house_sign, log_in
from logeerhuis_app.services.new_house import enter, make_house
from logeerhuis_app.services.queries.audit_chain import look_through_log
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.recovery import draft_recovery_code, keep_recovery_code, recover
from logeerhuis_app.services.users import user_list
from tests.support.drives import read_only, small_drive
from tests.support.houses import NOON
from tests.torture.killing import killed_at_step, say

CLOCK = FixedClock(NOON)
PASSWORD = "fluitketel op zolder"
HOUSE = HouseWish("Logeerhuis Plezant", "In de Dennen", ("Tuinkamer", "Kamer 2", "Kamer 3"))
MANAGER = ManagerWish("Paul", "Hoogland", "P.Hoogland", PASSWORD)


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> HousePlace:
    """Where nothing is yet."""
    if request.param == "file":
        return HousePlace(tmp_path / "house")
    return HousePlace(url=request.getfixturevalue("postgres_url"))


@pytest.fixture
def file_place(tmp_path: Path) -> HousePlace:
    return HousePlace(tmp_path / "house")


@pytest.fixture
def door(place: HousePlace) -> Iterator[Door]:
    made = make_house(place, HOUSE, MANAGER, CLOCK)
    yield made
    made.engine.dispose()


def tables(door: Door) -> dict[str, int]:
    with reading(door.engine) as session:
        return {name: session.query(table).count() for name, table in Base.metadata.tables.items()}


def test_the_house_has_what_was_asked_and_nothing_else(door: Door):
    with reading(door.engine) as session:
        house, location, user = session.get_one(House, 1), session.query(Location).one(), session.query(User).one()
        assert (house.name, house.is_practice) == ("Logeerhuis Plezant", False)
        assert (location.code, location.name, location.provider) == ("DEN", "In de Dennen", "Logeerhuis Plezant")
        assert (user.username, user.name, user.role) == ("p.hoogland", "P. Hoogland", Role.MANAGER)
        beds = session.execute(select(Bed.code, Room.name).join(Room, Room.id == Bed.room_id).order_by(Bed.order)).all()
    assert [tuple(bed) for bed in beds] == [("DEN-1", "Tuinkamer"), ("DEN-2", "Kamer 2"), ("DEN-3", "Kamer 3")]
    filled = {name: count for name, count in tables(door).items() if count}
    filled.pop("alembic_version", None)
    assert filled == {
        "house": 1,
        "location": 1,
        "room": 3,
        "bed": 3,
        "app_user": 1,
        "audit_line": 2,
        "audit_head": 1,
    }


def test_making_and_entering_are_on_record(door: Door):
    enter(door)
    with reading(door.engine) as session:
        lines = session.scalars(select(AuditLine).order_by(AuditLine.id)).all()
        said = [(line.action, line.object_kind, line.username) for line in lines]
        assert json.loads(lines[1].detail) == {"beds": 3}
    made = [("C", "house", "p.hoogland"), ("C", "location", "p.hoogland")]
    assert said[:3] == [*made, ("E", "login", "p.hoogland")]
    assert look_through_log(door).broken == ()
    assert user_list(door).users[0].last_login_utc is not None
    assert today_rows(door).beds == 3


def test_the_manager_can_log_in_and_the_name_is_on_the_door(place: HousePlace, door: Door):
    assert house_exists(place)
    assert house_sign(place).house == "Logeerhuis Plezant"
    again = log_in(place, "p.hoogland", PASSWORD, CLOCK)
    assert again.role is Role.MANAGER
    again.engine.dispose()


def test_a_second_house_is_refused_and_the_first_stays(place: HousePlace, door: Door):
    with pytest.raises(HouseExists):
        make_house(place, replace(HOUSE, name="Ander huis"), MANAGER, CLOCK)
    assert house_sign(place).house == "Logeerhuis Plezant"


@pytest.mark.parametrize(
    ("house", "manager", "refusal"),
    [
        (replace(HOUSE, name=""), MANAGER, FieldRequired),
        (replace(HOUSE, rooms=()), MANAGER, BedsUnfit),
        (replace(HOUSE, rooms=tuple(f"K{n}" for n in range(41))), MANAGER, BedsUnfit),
        (replace(HOUSE, rooms=("Duin", "duin")), MANAGER, RoomTwice),
        (HOUSE, replace(MANAGER, given_name=" "), FieldRequired),
        (HOUSE, replace(MANAGER, username="p hoogland"), UsernameUnfit),
        (HOUSE, replace(MANAGER, password="kort"), PasswordWeak),
        (HOUSE, replace(MANAGER, password="paulhoogland"), PasswordWeak),
    ],
)
def test_bad_input_is_refused_before_anything_is_written(
    file_place: HousePlace, house: HouseWish, manager: ManagerWish, refusal: type[UserFacingError]
):
    with pytest.raises(refusal):
        make_house(file_place, house, manager, CLOCK)
    assert not file_place.database.parent.exists()


def test_what_breaks_off_leaves_nothing(place: HousePlace, monkeypatch: pytest.MonkeyPatch):
    def fail(*_any: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("logeerhuis_app.services.new_house.location_code", fail)
        with pytest.raises(RuntimeError):
            make_house(place, HOUSE, MANAGER, CLOCK)
    assert not house_exists(place)
    if place.folder is not None:
        assert list(place.folder.iterdir()) == []
    with pytest.raises(HouseMissing):
        log_in(place, "p.hoogland", PASSWORD, CLOCK)
    make_house(place, HOUSE, MANAGER, CLOCK).engine.dispose()


def test_a_server_with_tables_and_no_house_is_empty(postgres_url: str):
    """Killed between its tables and its rows."""
    place = HousePlace(url=postgres_url)
    engine = server_engine(postgres_url)
    schema.migrate(engine)
    engine.dispose()
    with pytest.raises(HouseMissing):
        house_sign(place)
    make_house(place, HOUSE, MANAGER, CLOCK).engine.dispose()
    assert house_sign(place).house == "Logeerhuis Plezant"


def test_two_who_make_a_house_on_one_server_make_one(postgres_url: str, monkeypatch: pytest.MonkeyPatch):
    place = HousePlace(url=postgres_url)
    make_house(place, HOUSE, MANAGER, CLOCK).engine.dispose()
    monkeypatch.setattr(login, "house_exists", lambda _place: False)  # the other was faster, just now
    with pytest.raises(HouseExists):
        make_house(place, replace(HOUSE, name="Ander huis"), replace(MANAGER, username="ander"), CLOCK)
    monkeypatch.undo()
    assert house_sign(place).house == "Logeerhuis Plezant"


# --- killed on the way ------------------------------------------------------------------------------------------


def test_a_kill_at_any_step_leaves_a_whole_house_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Every third step that touches a file; the manager, the location and the beds come together or not at all."""
    cheap = Cost(memory_kib=64, passes=1, lanes=1)  # what a guess costs is not what is tried here
    monkeypatch.setattr(keyfile, "Cost", lambda: cheap)
    kills, is_killed = 0, True
    while is_killed:
        place = HousePlace(tmp_path / str(kills))
        said, is_killed = killed_at_step(partial(_make, place), 3 * kills)
        if not house_exists(place):
            assert not said, "a house that was made is gone"
            make_house(place, HOUSE, MANAGER, CLOCK).engine.dispose()
        door = log_in(place, "p.hoogland", PASSWORD, CLOCK)
        assert today_rows(door).beds == 3
        door.engine.dispose()
        assert [path.name for path in place.database.parent.iterdir() if path.is_dir()] == []
        kills += is_killed
    assert kills > 3


def _make(place: HousePlace, pipe: int) -> None:
    make_house(place, HOUSE, MANAGER, CLOCK).engine.dispose()
    say(pipe, "made")


# --- the folder and its disk ------------------------------------------------------------------------------------


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path):
    shut = tmp_path / "shut"
    shut.mkdir()
    with read_only(shut), pytest.raises(FolderUnfit) as refused:
        make_house(HousePlace(shut / "house"), HOUSE, MANAGER, CLOCK)
    assert str(shut / "house") in error_text(refused.value)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path):
    (tmp_path / "house").write_text("geen map", encoding="utf-8")
    with pytest.raises(FolderUnfit):
        make_house(HousePlace(tmp_path / "house"), HOUSE, MANAGER, CLOCK)
    assert (tmp_path / "house").read_text(encoding="utf-8") == "geen map"


@pytest.mark.parametrize("kib", [8, 40, 200, 500])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, kib: int):
    with small_drive(tmp_path / "drive", f"{kib}k") as drive:
        place = HousePlace(drive / "house")
        with pytest.raises(HouseFull) as refused:
            make_house(place, HOUSE, MANAGER, CLOCK)
        assert not place.database.exists()
        assert not place.keys.exists()
        assert not house_exists(place)
        assert error_text(refused.value).count(str(place.folder)) == 1
        assert "being-made" not in error_text(refused.value)


# --- the recovery code ------------------------------------------------------------------------------------------


def test_a_code_counts_only_when_it_is_kept(file_place: HousePlace):
    door = make_house(file_place, HOUSE, MANAGER, CLOCK)
    sheet = draft_recovery_code(door)
    assert sheet.code not in repr(sheet)
    with pytest.raises(RecoveryCodeWrong):
        recover(file_place, sheet.code, "p.hoogland", PASSWORD, CLOCK)
    assert user_list(door).has_recovery_code is False
    keep_recovery_code(door, sheet)
    assert user_list(door).has_recovery_code is True
    door.engine.dispose()
    recover(file_place, sheet.code, "p.hoogland", "korenbloem in juli", CLOCK).engine.dispose()
