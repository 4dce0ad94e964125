"""A house with a merged file goes out and in again, and the old number still leads to the file that was kept."""

from datetime import date
from pathlib import Path

import pytest

from logeerhuis_app import i18n
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.errors_merging import FileMerged
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.exchange.house_json import read, written
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.login import HousePlace, NewUser, create_house
from logeerhuis_app.services.merging import MergeWish, merge_files
from logeerhuis_app.services.queries.guests import guest_file, guest_list
from logeerhuis_app.services.queries.merging import merge_sheet
from logeerhuis_app.services.whole_house import table_facts, take_over, whole_house
from tests.support.houses import PASSWORD, TestHouse


@pytest.mark.parametrize("is_older_kept", [True, False])
def test_a_merged_file_comes_back_as_it_was(house: TestHouse, tmp_path: Path, is_older_kept: bool) -> None:
    """The number leads to a row of before or of after it in the file."""
    i18n.install("nl")
    wish = PersonWish("Noor", date(1940, 5, 4), "Jansen", accepted=("duplicate_guest",))
    older, newer = (register_guest(house.door, wish).created_id for _each in range(2))
    kept, other = (older, newer) if is_older_kept else (newer, older)
    sheet = merge_sheet(house.door, kept, other)
    merge_files(house.door, MergeWish(kept, other, sheet.kept.version, sheet.other.version))
    first = written(whole_house(house.door), table_facts())

    manager = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)
    clock = FixedClock(house.door.clock.now_utc())
    there = create_house(HousePlace(tmp_path / "there"), "Leeg huis", manager, clock, is_practice=False)
    take_over(there, read(first, table_facts(), "huis.json"), "huis.json")
    assert written(whole_house(there), table_facts()) == first
    assert [row.guest.guest_id for row in guest_list(there, sheet.other.guest_no).rows] == [kept]
    with pytest.raises(FileMerged) as leads:
        guest_file(there, other)
    assert leads.value.kept_id == kept
    there.engine.dispose()
