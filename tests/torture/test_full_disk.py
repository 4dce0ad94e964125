"""A disk that runs full: the sentence says so, nothing is half saved, and work goes on when there is room."""

import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from logeerhuis_app.cli import main
from logeerhuis_app.db.backup_file import check_parts
from logeerhuis_app.db.keyfile import RECOVERY
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import BackupFailed, HouseFull, UserFacingError
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.models import AuditLine, Booking, Declaration, Night, Note
from logeerhuis_app.services.backups import back_up
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.handover import NoteWish, write_note
from logeerhuis_app.services.login import NewUser, create_house, log_in
from logeerhuis_app.services.queries.declarations import month_groups
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.users import add_user, block_user, change_own_password, give_password
from logeerhuis_app.settings import SettingsFile
from tests.support.balance import assert_file_is_whole, assert_nights_balance, assert_record_is_whole
from tests.support.clocks import SUNDAY_22_NOVEMBER
from tests.support.counts import COUNT
from tests.support.declaring import OCTOBER, add_stay, oct_, plain_paper
from tests.support.drives import small_drive
from tests.support.houses import PASSWORD, TestHouse, nov
from tests.torture.killing import copied

STORY = "lang verhaal " * 300
ANYWAY = frozenset({"no_payer", "in_past"})
NEW_PASSWORD = "een ander lang wachtwoord"
DISKS = "disks: filled to the brim"


@pytest.fixture
def small_house(house_template: TestHouse, tmp_path: Path) -> Iterator[TestHouse]:
    """A house on a drive of three megabytes."""
    with small_drive(tmp_path / "drive", "3m") as drive:
        made = copied(house_template, drive / "house")
        yield made
        made.door.engine.dispose()


def fill_up(house: TestHouse, leave_bytes: int = 0) -> Path:
    """Take all the room there is, save so many bytes."""
    filler = house.place.database.parent.parent / "filler"
    free = os.statvfs(filler.parent)
    filler.write_bytes(b"x" * max(free.f_bavail * free.f_frsize - leave_bytes, 0))
    return filler


def until_full(deed: Callable[[], object]) -> tuple[int, HouseFull]:
    """How often it could still be done, and the refusal."""
    for done in range(400):
        try:
            deed()
        except HouseFull as refusal:
            return done, refusal
    raise AssertionError("the disk never got full")


def counts(house: TestHouse) -> tuple[int, ...]:
    with reading(house.door.engine) as session:
        assert_file_is_whole(session)
        assert_nights_balance(session)
        assert_record_is_whole(session)
        return tuple(session.query(model).count() for model in (Note, Booking, Night, AuditLine))


@pytest.mark.parametrize("leave_bytes", [0, 4096, 20_000, 60_000, 200_000])
def test_a_full_disk_is_said_and_nothing_is_half_saved(leave_bytes: int, small_house: TestHouse, record_property):
    location, bed, guest = small_house.location(), small_house.bed(), small_house.guest()
    filler = fill_up(small_house, leave_bytes)
    written, refusal = until_full(lambda: write_note(small_house.door, NoteWish(location, STORY, guest_id=guest)))
    full = counts(small_house)
    assert full[0] == written
    assert str(small_house.place.folder) in error_text(refusal)
    assert "vol" in error_text(refusal)
    wish = BookingWish(guest, bed, nov(25), nov(25) + timedelta(days=40), accepted=ANYWAY)
    assert until_full(lambda: place_booking(small_house.door, wish))[0] == 0
    assert counts(small_house) == full
    filler.unlink()
    place_booking(small_house.door, wish)
    write_note(small_house.door, NoteWish(location, "er is weer ruimte", guest_id=guest))
    after = counts(small_house)
    assert (after[0], after[1], after[2]) == (written + 1, full[1] + 1, full[2] + 40)
    record_property(COUNT + DISKS, 1)


def test_fixing_declarations_on_a_full_disk_leaves_no_gap_and_no_half(small_house: TestHouse, record_property):
    groups = october(small_house, 6)
    filler = fill_up(small_house, 30_000)
    fixed, refusal = until_full(lambda: fix_next(small_house, groups))
    assert "vol" in error_text(refusal)
    assert len(numbers(small_house)) == fixed
    counts(small_house)
    filler.unlink()
    while groups:
        fix_next(small_house, groups)
    assert numbers(small_house) == list(range(1, 7))
    record_property(COUNT + DISKS, 1)


def october(house: TestHouse, payers: int) -> list[str]:
    """The groups of a month that can be fixed."""
    house.location()
    for number in range(payers):
        payer, guest = house.payer(f"Gemeente {number}"), house.guest(bsn=f"{999900006 + number:09d}")
        house.contract(payer)
        house.allocation(guest, payer)
        add_stay(house, guest, oct_(5), 3)
    return [group.key for group in month_groups(house.door, OCTOBER)]


def fix_next(house: TestHouse, groups: list[str]) -> None:
    fix_declaration(house.door, OCTOBER, groups[0], plain_paper)
    groups.pop(0)


def numbers(house: TestHouse) -> list[int]:
    with reading(house.door.engine) as session:
        for row in session.query(Declaration):
            assert hashlib.sha256(row.pdf).hexdigest() == row.pdf_sha256
        return sorted(row.sequence for row in session.query(Declaration))


def test_passwords_on_a_full_disk_stay_what_they_were(small_house: TestHouse, record_property):
    door, vault = small_house.door, small_house.door.vault
    assert vault is not None
    leaver = add_user(door, NewUser("hulp", "Hulp Tijdelijk", Role.CARE, PASSWORD + " twee")).created_id
    code = new_recovery_code(door).code
    filler = fill_up(small_house)
    before = vault.path.read_bytes()
    deeds: tuple[Callable[[], object], ...] = (
        lambda: change_own_password(door, PASSWORD, NEW_PASSWORD),
        lambda: give_password(door, leaver, NEW_PASSWORD),
        lambda: block_user(door, leaver),
        lambda: new_recovery_code(door),
        lambda: add_user(door, NewUser("nog", "Nog Iemand", Role.CARE, NEW_PASSWORD)),
    )
    for deed in deeds:
        with pytest.raises(HouseFull) as refusal:
            deed()
        assert "vol" in error_text(refusal.value)
        assert vault.path.read_bytes() == before
    assert sorted(path.name for path in vault.path.parent.glob("*.next")) == []
    filler.unlink()
    assert vault.is_password_of("manager", PASSWORD)
    assert vault.is_password_of(RECOVERY, code)
    deeds[0]()
    assert vault.is_password_of("manager", NEW_PASSWORD)
    counts(small_house)
    record_property(COUNT + DISKS, 1)


def test_a_wrong_password_on_a_full_disk_is_a_sentence(small_house: TestHouse, record_property):
    """The wait after it cannot be written down; nobody comes in on a full disk either."""
    small_house.door.engine.dispose()
    filler = fill_up(small_house)
    for password in ("iets heel anders", PASSWORD):
        with pytest.raises(UserFacingError) as refusal:
            log_in(small_house.place, "manager", password, SUNDAY_22_NOVEMBER)
        assert "vol" in error_text(refusal.value)
    filler.unlink()
    log_in(small_house.place, "manager", PASSWORD, SUNDAY_22_NOVEMBER).engine.dispose()
    record_property(COUNT + DISKS, 1)


def test_a_backup_on_a_full_disk_leaves_the_older_ones_and_nothing_half(small_house: TestHouse, record_property):
    first = Path(back_up(small_house.door).file)
    whole = first.read_bytes()
    filler = fill_up(small_house, 100_000)
    with pytest.raises(BackupFailed) as refusal:
        back_up(small_house.door)
    assert "geen ruimte" in error_text(refusal.value)
    assert [path.name for path in first.parent.iterdir()] == [first.name]
    assert first.read_bytes() == whole
    filler.unlink()
    check_parts(Path(back_up(small_house.door).file), lambda _bytes: None)
    record_property(COUNT + DISKS, 1)


def test_settings_on_a_full_disk_are_refused_whole(small_house: TestHouse, record_property):
    folder = small_house.place.database.parent
    settings = SettingsFile(folder)
    settings.set("backup.second", "/media/stick")
    filler = fill_up(small_house)
    with pytest.raises(HouseFull) as refusal:
        settings.set("backup.second", "/media/" + "anders" * 2000)
    assert "vol" in error_text(refusal.value)
    settings.remember("window.geometry", "x" * 9000)
    assert settings.get("window.geometry") == "x" * 9000  # until the program ends
    assert SettingsFile(folder).get("backup.second") == settings.get("backup.second") == "/media/stick"
    filler.unlink()
    settings.set("backup.second", "/media/anders")
    assert SettingsFile(folder).get("backup.second") == "/media/anders"
    record_property(COUNT + DISKS, 1)


def test_a_new_house_on_a_full_disk_leaves_room_for_the_next_try(small_house: TestHouse, record_property):
    place = HousePlace(small_house.place.database.parent.parent / "tweede")
    manager = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)
    filler = fill_up(small_house, 200_000)
    with pytest.raises(UserFacingError) as refusal:
        create_house(place, "Tweede", manager, SUNDAY_22_NOVEMBER, is_practice=False)
    assert "vol" in error_text(refusal.value)
    assert list(place.database.parent.iterdir()) == []
    filler.unlink()
    create_house(place, "Tweede", manager, SUNDAY_22_NOVEMBER, is_practice=False).engine.dispose()
    record_property(COUNT + DISKS, 1)


def test_a_house_on_a_full_disk_opens_with_a_sentence_or_not_at_all(small_house: TestHouse, monkeypatch, capsys):
    small_house.door.engine.dispose()
    filler = fill_up(small_house)
    before = small_house.place.database.read_bytes()
    monkeypatch.setenv("LOGEERHUIS_USER", "manager")
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
    folder = str(small_house.place.folder)
    assert main(("--data", folder, "verify"), SUNDAY_22_NOVEMBER) == 1
    assert "vol" in capsys.readouterr().err
    assert small_house.place.database.read_bytes() == before
    filler.unlink()
    assert main(("--data", folder, "verify"), SUNDAY_22_NOVEMBER) == 0
