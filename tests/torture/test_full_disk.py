"""A disk that runs full: the sentence says so, nothing is half saved, and work goes on when there is room."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from logeerhuis_app.cli import main
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import HouseFull
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.models import AuditLine, Booking, Night, Note
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.handover import NoteWish, write_note
from tests.support.balance import assert_file_is_whole, assert_nights_balance, assert_record_is_whole
from tests.support.clocks import SUNDAY_22_NOVEMBER
from tests.support.counts import COUNT
from tests.support.drives import small_drive
from tests.support.houses import PASSWORD, TestHouse, nov
from tests.torture.killing import copied

STORY = "lang verhaal " * 300
ANYWAY = frozenset({"no_payer", "in_past"})


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
    record_property(COUNT + "disks: filled to the brim", 1)


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
