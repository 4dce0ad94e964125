"""Backups through the door: kept, copied, rotated; and a restore rehearsed from the first booking to the last."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import keyfile
from logeerhuis_app.db.backup import Watch, connect
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import (
    BackedUpElsewhere,
    BackupFailed,
    BackupUnreadable,
    HouseUnreadable,
    NotAllowed,
    NotManagerInFile,
    WrongPassword,
)
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.exchange import house_json
from logeerhuis_app.i18n.backup_words import comparison_lines, loss_rows
from logeerhuis_app.models import AuditLine, Guest
from logeerhuis_app.services import backups
from logeerhuis_app.services.backups import back_up, back_up_to, backup_state, check_file
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house, log_in
from logeerhuis_app.services.queries.audit_chain import look_through_log
from logeerhuis_app.services.restoring import Restoration, carry_out, check_backup, prepare_restore
from logeerhuis_app.services.rows.backup import SecondCopy, TableLoss
from logeerhuis_app.services.users import add_user, block_user
from logeerhuis_app.services.whole_house import table_facts, whole_house
from tests.support.houses import NOON, PASSWORD, TestHouse

CLOCK = FixedClock(NOON)


def lines(door: Door, use_case: UseCase) -> list[AuditLine]:
    with reading(door.engine) as session:
        found = list(session.scalars(select(AuditLine).where(AuditLine.use_case == use_case.value)))
        session.expunge_all()
        return found


def folder_of(house: TestHouse) -> Path:
    assert house.place.folder is not None
    return house.place.folder / "backups"


def prepared(house: TestHouse, file: Path, password: str = PASSWORD) -> Restoration:
    return prepare_restore(house.place, file, "manager", password, house.door)


# -- making


def test_a_backup_stands_in_its_folder_and_on_record(file_house: TestHouse):
    done = back_up(file_house.as_role(Role.CARE))
    assert Path(done.file).name == "logeerhuis-2026-11-22-1200.backup"
    assert [path.name for path in folder_of(file_house).iterdir()] == [Path(done.file).name]
    assert done.second is SecondCopy.NOT_CHOSEN
    (line,) = lines(file_house.door, UseCase.BACK_UP)
    assert (line.username, line.outcome, json.loads(line.detail)["bytes"]) == ("care", "done", done.bytes)
    state = backup_state(file_house.door)
    assert state.last_good is not None
    assert state.last_good.file == done.file
    assert not state.is_too_old


@pytest.mark.parametrize("role", Role)
def test_everybody_backs_up_and_the_manager_alone_restores(file_house: TestHouse, role: Role):
    door = file_house.as_role(role)
    done = back_up(door)
    if role is Role.MANAGER:
        prepare_restore(file_house.place, Path(done.file), "manager", PASSWORD, door).give_up()
        return
    with pytest.raises(NotAllowed):
        prepare_restore(file_house.place, Path(done.file), "manager", PASSWORD, door)
    assert [line.outcome for line in lines(file_house.door, UseCase.RESTORE)] == ["refused"]


def test_the_newest_of_a_day_stays_even_within_one_minute(file_house: TestHouse):
    first, second = back_up(file_house.door), back_up(file_house.door)
    assert first.file != second.file
    assert [row.file for row in backup_state(file_house.door).backups] == [second.file]
    later = back_up(file_house.at(NOON + timedelta(hours=5)))
    assert (later.removed, [row.file for row in backup_state(file_house.door).backups]) == (1, [later.file])


def test_old_ones_go_by_days_weeks_and_months_and_others_stay(file_house: TestHouse, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "vakantie.jpg").write_text("zon")
    other = another_house(tmp_path)
    back_up(other, stick)
    others = {path.name for path in stick.iterdir()}
    first = back_up(file_house.at(NOON - timedelta(days=40)), stick)
    for day in range(39, -1, -1):  # the same file under the name and with the moment of its day
        back_up(file_house.at(NOON - timedelta(days=day)), stick)
    state = backup_state(file_house.door, stick)
    days = [(NOON - row.made_at_utc).days for row in state.backups]
    assert days == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 22, 28]
    assert [Path(row.file).name for row in state.second] == [Path(row.file).name for row in state.backups]
    assert others <= {path.name for path in stick.iterdir()}
    assert not Path(first.file).exists()


def another_house(tmp_path: Path) -> Door:
    manager = NewUser("manager", "A. Nder", Role.MANAGER, "een ander wachtwoord")
    clock = FixedClock(NOON - timedelta(days=400, minutes=7))
    return create_house(HousePlace(tmp_path / "other"), "Ander huis", manager, clock, is_practice=False)


def test_a_second_place_that_is_absent_is_told_and_not_made(file_house: TestHouse, tmp_path: Path):
    done = back_up(file_house.door, tmp_path / "stick")
    assert done.second is SecondCopy.ABSENT
    assert not (tmp_path / "stick").exists()
    assert not backup_state(file_house.door, tmp_path / "stick").second_is_there
    (tmp_path / "stick").mkdir()
    later = file_house.at(NOON + timedelta(minutes=5))
    assert back_up(later, tmp_path / "stick").second is SecondCopy.COPIED
    assert (tmp_path / "stick" / "logeerhuis-2026-11-22-1205.backup").is_file()


def test_a_second_place_that_fails_leaves_the_first_copy_good(file_house: TestHouse, tmp_path: Path, monkeypatch):
    def no_room(source: Path, target: Path) -> None:
        raise BackupFailed(str(target), "full")

    monkeypatch.setattr(backups, "copy_backup", no_room)
    done = back_up(file_house.door, tmp_path)
    assert done.second is SecondCopy.FAILED
    assert check_backup(Path(done.file), "manager", PASSWORD).lines > 0


def test_a_failure_is_on_record(file_house: TestHouse):
    folder_of(file_house).write_text("in the way")
    with pytest.raises(BackupFailed):
        back_up(file_house.door)
    (line,) = lines(file_house.door, UseCase.BACK_UP)
    assert (line.outcome, json.loads(line.detail)) == ("failed", {"reason": "unwritable"})


def test_a_damaged_or_foreign_file_does_not_count_as_a_backup(file_house: TestHouse):
    done = back_up(file_house.door)
    Path(done.file).write_bytes(Path(done.file).read_bytes()[:5000])
    (folder_of(file_house) / "logeerhuis-2026-11-22-1100.backup").write_text("geen back-up")
    state = backup_state(file_house.door)
    assert state.backups == ()
    assert state.is_too_old


def test_after_two_days_it_is_too_old(file_house: TestHouse):
    back_up(file_house.door)
    assert not backup_state(file_house.at(NOON + timedelta(days=2))).is_too_old
    assert backup_state(file_house.at(NOON + timedelta(days=2, minutes=1))).is_too_old


def test_another_file_is_never_overwritten_and_an_own_backup_is(file_house: TestHouse, tmp_path: Path):
    (tmp_path / "brief.odt").write_text("Beste familie")
    with pytest.raises(BackupFailed) as refusal:
        back_up_to(file_house.door, tmp_path / "brief.odt")
    assert refusal.value.reason == "occupied"
    assert (tmp_path / "brief.odt").read_text() == "Beste familie"
    back_up_to(file_house.door, tmp_path / "huis.backup")
    before = (tmp_path / "huis.backup").read_bytes()
    back_up_to(file_house.door, tmp_path / "huis.backup")
    assert (tmp_path / "huis.backup").read_bytes() != before
    assert Path(back_up_to(file_house.door, tmp_path).file).name == "logeerhuis-2026-11-22-1200.backup"


def test_a_house_on_a_server_is_backed_up_there(server_house: TestHouse):
    for deed in (back_up, backup_state):
        with pytest.raises(BackedUpElsewhere):
            deed(server_house.door)
    with pytest.raises(BackedUpElsewhere):
        prepare_restore(server_house.place, Path("x"), "manager", PASSWORD, server_house.door)


# -- checking


def test_a_whole_backup_and_house_are_found_whole(file_house: TestHouse):
    check_file(file_house.door)
    done = back_up(file_house.door)
    found = check_backup(Path(done.file), "manager", PASSWORD)
    assert found.made_at_utc == NOON
    assert found.lines == 1
    with pytest.raises(WrongPassword):
        check_backup(Path(done.file), "manager", "iets heel anders")


def test_a_changed_log_in_a_backup_is_found(file_house: TestHouse):
    with file_house.door.engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET username = 'niemand' WHERE id = 1"))
    done = back_up(file_house.door)
    with pytest.raises(BackupUnreadable) as refusal:
        check_backup(Path(done.file), "manager", PASSWORD)
    assert refusal.value.reason == "log"
    with pytest.raises(BackupUnreadable):
        prepared(file_house, Path(done.file))
    assert list(folder_of(file_house).parent.glob("*restore*")) == []


def test_a_changed_page_of_the_house_is_found(file_house: TestHouse):
    damage(file_house)
    with pytest.raises(HouseUnreadable):
        check_file(file_house.door)


def damage(house: TestHouse) -> None:
    """Eight bytes in the middle of a page that the login does not read."""
    assert house.door.vault is not None
    house.door.engine.dispose()
    connection = connect(house.place.database, house.door.vault.key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with house.place.database.open("r+b") as handle:
        handle.seek(house.place.database.stat().st_size - 2000)
        handle.write(b"12345678")


# -- restoring


def test_a_restore_tells_what_is_lost_and_keeps_the_old_house(file_house: TestHouse):
    noor, room = file_house.guest("Noor"), file_house.bed()
    before = exported(file_house.door)
    done = back_up(file_house.door)
    for name in ("Piet", "Jan"):
        file_house.guest(name)
    with file_house.door.engine.begin() as connection:
        connection.execute(text("UPDATE guest SET town = 'Deurne' WHERE id = :id"), {"id": noor})
    place_booking(file_house.door, BookingWish(noor, room, date(2026, 12, 1), date(2026, 12, 4)))
    after = exported(file_house.door)
    restoration = prepared(file_house, Path(done.file))
    comparison = restoration.comparison
    assert TableLoss("guest", 2, 1, 0) in comparison.losses
    assert loss_rows(comparison.losses) == [("Gasten", "2 erbij, 1 gewijzigd"), ("Verblijven", "1 erbij")]
    assert comparison.now is not None
    assert comparison.then is not None
    assert (comparison.now.use_case, comparison.then.use_case) == ("export_house", "export_house")
    assert exported(file_house.door) == after  # nothing happened yet
    ended = carry_out(restoration, CLOCK, file_house.door)
    door = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    assert exported(door) == before
    assert look_through_log(door).broken == ()
    assert [json.loads(line.detail)["kept"] for line in lines(door, UseCase.RESTORE)] == [Path(ended.kept).name]
    door.engine.dispose()
    assert Path(ended.kept).name == "logeerhuis-before-2026-11-22-1200.db"
    put_back_by_hand(file_house.place, Path(ended.kept))
    old = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    assert exported(old) == after
    assert len(lines(old, UseCase.RESTORE)) == 1
    old.engine.dispose()


def put_back_by_hand(place: HousePlace, kept: Path) -> None:
    shutil.copyfile(kept, place.database)
    shutil.copyfile(kept.with_suffix(".keys"), place.keys)


def exported(door: Door) -> bytes:
    return house_json.written(whole_house(door), table_facts(), house_json.HOUSE_FORMAT)


def test_a_house_comes_back_on_an_empty_computer(file_house: TestHouse, tmp_path: Path):
    file_house.guest("Noor")
    whole = exported(file_house.door)
    done = back_up_to(file_house.door, tmp_path / "stick.backup")
    place = HousePlace(tmp_path / "new")
    restoration = prepare_restore(place, Path(done.file), "manager", PASSWORD)
    assert not restoration.comparison.is_readable
    assert carry_out(restoration, CLOCK).kept == ""
    again = log_in(place, "manager", PASSWORD, CLOCK)
    assert exported(again) == whole
    assert look_through_log(again).broken == ()
    again.engine.dispose()
    assert sorted(path.name for path in (tmp_path / "new").glob("*")) == ["logeerhuis.db", "logeerhuis.keys"]


def test_a_damaged_house_is_restored_and_kept_as_it_was(file_house: TestHouse):
    done = back_up(file_house.door)
    file_house.door.engine.dispose()
    rubbish = b"no house at all" * 1000
    file_house.place.database.write_bytes(rubbish)
    (file_house.place.database.with_name("logeerhuis.db-wal")).write_bytes(b"old journal")
    with pytest.raises(HouseUnreadable):
        log_in(file_house.place, "manager", PASSWORD, CLOCK)
    restoration = prepare_restore(file_house.place, Path(done.file), "manager", PASSWORD)
    assert not restoration.comparison.is_readable
    assert "Het huis van nu kan niet worden gelezen" in "\n".join(comparison_lines(restoration.comparison))
    kept = Path(carry_out(restoration, CLOCK).kept)
    assert kept.read_bytes() == rubbish
    door = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    check_file(door)
    door.engine.dispose()


def test_a_house_with_one_bad_page_is_restored_too(file_house: TestHouse):
    for n in range(300):
        file_house.guest(f"Gast {n}")
    done = back_up(file_house.door)
    damage(file_house)
    carry_out(prepared(file_house, Path(done.file)), CLOCK, file_house.door)
    again = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    check_file(again)
    with reading(again.engine) as session:
        assert len(session.scalars(select(Guest)).all()) == 300
    again.engine.dispose()


def test_nothing_is_restored_while_somebody_has_the_house_open(file_house: TestHouse):
    done = back_up(file_house.door)
    assert file_house.door.vault is not None
    somebody = connect(file_house.place.database, file_house.door.vault.key)
    somebody.execute("SELECT count(*) FROM guest").fetchone()
    restoration = prepared(file_house, Path(done.file))
    with pytest.raises(HouseUnreadable) as refusal:
        carry_out(restoration, CLOCK, file_house.door)
    assert refusal.value.reason == "locked"
    somebody.close()
    assert file_house.place.folder is not None
    assert not list(file_house.place.folder.glob("*before*"))
    assert not list(file_house.place.folder.glob("*restore*"))
    log_in(file_house.place, "manager", PASSWORD, CLOCK).engine.dispose()


def test_who_was_let_out_is_not_let_in_again_by_an_old_backup(file_house: TestHouse):
    add_user(file_house.door, NewUser("vertrokken", "V. Trok", Role.CARE, "wachtwoord van vroeger"))
    done = back_up(file_house.door)
    vault = file_house.door.vault
    assert vault is not None
    content = keyfile.without_user(keyfile.read(vault.path), "vertrokken")
    content = keyfile.with_user(content, vault.key, "manager", "een heel nieuw wachtwoord")
    vault.path.write_text(keyfile.sealed_text(content, vault.key), encoding="utf-8")
    with pytest.raises(WrongPassword):
        prepared(file_house, Path(done.file), "geen van beide wachtwoorden")
    carry_out(prepared(file_house, Path(done.file), "een heel nieuw wachtwoord"), CLOCK, file_house.door)
    log_in(file_house.place, "manager", "een heel nieuw wachtwoord", CLOCK).engine.dispose()
    with pytest.raises(WrongPassword):
        log_in(file_house.place, "vertrokken", "wachtwoord van vroeger", CLOCK)
    with pytest.raises(WrongPassword):
        log_in(file_house.place, "manager", PASSWORD, CLOCK)


@pytest.mark.parametrize("harm", ["damaged", "changed", "gone"])
def test_a_damaged_key_file_is_put_back_alone_and_no_work_is_lost(file_house: TestHouse, harm: str):
    gone = add_user(file_house.door, NewUser("vertrokken", "V. Trok", Role.CARE, "wachtwoord van vroeger")).created_id
    done = back_up(file_house.door)
    block_user(file_house.door, gone)
    file_house.guest(last_name="Sindsdien")
    keys = file_house.place.keys
    harmed = {"damaged": keys.read_bytes()[:-9], "changed": keyfile.sealed_text(keyfile.read(keys), bytes(32)).encode()}
    keys.unlink()
    if harm in harmed:
        keys.write_bytes(harmed[harm])
    file_house.door.engine.dispose()
    with pytest.raises(HouseUnreadable):
        log_in(file_house.place, "manager", PASSWORD, CLOCK)
    restoration = prepare_restore(file_house.place, Path(done.file), "manager", PASSWORD)
    assert any("alleen dat wordt teruggezet" in line for line in comparison_lines(restoration.comparison))
    carry_out(restoration, CLOCK)
    door = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    with reading(door.engine) as session:
        assert [guest.last_name for guest in session.query(Guest)] == ["Sindsdien"]
    assert [line.username for line in lines(door, UseCase.RESTORE)] == ["manager"]
    door.engine.dispose()
    assert "vertrokken" not in keyfile.usernames(keys)
    assert [path.read_bytes() for path in keys.parent.glob("*before*.keys")] == [
        content for name, content in harmed.items() if name == harm
    ]
    assert not list(keys.parent.glob("*restore*"))


def test_a_key_file_alone_is_for_who_manages_the_house_today(file_house: TestHouse):
    other = add_user(file_house.door, NewUser("tweede", "T. Weede", Role.MANAGER, "korenbloem blauw")).created_id
    done = back_up(file_house.door)
    block_user(file_house.door, other)
    file_house.place.keys.write_bytes(b"{}")
    file_house.door.engine.dispose()
    with pytest.raises(NotManagerInFile):
        prepare_restore(file_house.place, Path(done.file), "tweede", "korenbloem blauw")
    assert file_house.place.keys.read_bytes() == b"{}"


def test_a_backup_of_another_house_is_said_to_be_one(file_house: TestHouse, tmp_path: Path):
    other = another_house(tmp_path)
    done = back_up(other)
    other.engine.dispose()
    restoration = prepared(file_house, Path(done.file), "een ander wachtwoord")
    assert not restoration.comparison.is_same_house
    assert "Let op: dit is een back-up van een ander huis." in comparison_lines(restoration.comparison)
    carry_out(restoration, CLOCK, file_house.door)
    assert keyfile.sign(file_house.place.keys).house == "Ander huis"
    log_in(file_house.place, "manager", "een ander wachtwoord", CLOCK).engine.dispose()


def test_only_a_manager_of_the_backup_restores_it(file_house: TestHouse, tmp_path: Path):
    add_user(file_house.door, NewUser("zorg", "Z. Org", Role.CARE, "wachtwoord van de zorg"))
    done = back_up(file_house.door)
    with pytest.raises(NotManagerInFile):
        prepare_restore(HousePlace(tmp_path / "new"), Path(done.file), "zorg", "wachtwoord van de zorg")
    assert list((tmp_path / "new").iterdir()) == []


def test_stopping_the_preparation_leaves_nothing(file_house: TestHouse):
    done = back_up(file_house.door)
    prepared(file_house, Path(done.file)).give_up()
    assert file_house.place.folder is not None
    names = {path.name for path in file_house.place.folder.iterdir()}
    assert names - {"logeerhuis.db-wal", "logeerhuis.db-shm"} == {"backups", "logeerhuis.db", "logeerhuis.keys"}


def test_no_key_is_shown(file_house: TestHouse):
    done = back_up(file_house.door, watch=Watch())
    restoration = prepared(file_house, Path(done.file))
    assert restoration.key.hex() not in repr(restoration)
    assert repr(restoration.key) not in repr(restoration)
    restoration.give_up()
