"""Bad input in the assistant, each fault said beside its field."""

from pathlib import Path

from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.users import user_list
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.backup.keeper import SECOND_PLACE_KEY
from tests.support.drives import read_only
from tests.ui.setup.founder import (
    PASSWORD,
    PATIENCE_MS,
    Begin,
    arrive,
    at,
    enter,
    fill_house,
    fill_manager,
    make_house,
    opened,
    said,
    save_paper,
    type_into,
)


def test_the_house_page_says_each_fault_beside_its_field(qtbot, begin: Begin, place: HousePlace):
    run = opened(qtbot, begin(place))
    house = run.house
    house.rooms.setPlainText("Tuinkamer\n\nKamer 2\ntuinkamer")
    assert house.count.value() == 3
    enter(qtbot, house.name)
    assert at(run) == "HouseStep"
    assert said(house.rows["house_name"]) == "Vul nog in: naam van het huis."
    assert said(house.rows["location_name"]) == "Vul nog in: naam van de locatie."
    assert "“tuinkamer” staat hier twee keer" in said(house.rows["rooms"])
    assert run.window.focusWidget() is house.name
    type_into(qtbot, house.name, "Plezant")
    assert said(house.rows["house_name"]) == ""
    house.count.setValue(41)
    assert len(house.wish().rooms) == 41
    enter(qtbot, house.name)
    assert "41 kamers" in said(house.rows["rooms"])
    house.count.setValue(0)
    enter(qtbot, house.name)
    assert "minstens één bed" in said(house.rows["rooms"])
    house.count.setValue(2)
    house.word.setFocus()
    house.word.selectAll()
    qtbot.keyClicks(house.word, "Suite")
    assert house.wish().rooms == ("Suite 1", "Suite 2")
    enter(qtbot, house.name)
    assert at(run) == "ManagerStep"


def test_the_manager_page_says_each_fault_beside_its_field(qtbot, begin: Begin, place: HousePlace):
    run = opened(qtbot, begin(place))
    fill_house(qtbot, run)
    manager = run.manager
    enter(qtbot, manager.given_name)
    assert [code for code, row in manager.rows.items() if said(row)] == [
        "given_name",
        "last_name",
        "username",
        "password",
    ]
    type_into(qtbot, manager.given_name, "Paul")
    type_into(qtbot, manager.last_name, "Hoogland")
    manager.username.selectAll()
    type_into(qtbot, manager.username, "p hoogland")
    type_into(qtbot, manager.password, "kort")
    assert manager.strength.text() == "Nog 8 tekens"
    enter(qtbot, manager.password)
    assert "kan geen gebruikersnaam zijn" in said(manager.rows["username"])
    assert "minstens 12 tekens" in said(manager.rows["password"])
    manager.password.clear()
    type_into(qtbot, manager.password, "paulhoogland")
    enter(qtbot, manager.password)
    assert "eigen naam" in said(manager.rows["password"])
    manager.username.clear()
    manager.password.clear()
    type_into(qtbot, manager.username, "paul")
    type_into(qtbot, manager.password, PASSWORD)
    type_into(qtbot, manager.again, "iets anders")
    enter(qtbot, manager.again)
    assert "niet gelijk" in said(manager.rows["again"])
    assert run.window.focusWidget() is manager.again
    assert not place.database.parent.exists()


def test_a_folder_that_may_not_be_written_is_said_beside_it(qtbot, begin: Begin, tmp_path: Path):
    shut = tmp_path / "shut"
    shut.mkdir()
    run = opened(qtbot, begin(HousePlace(shut / "house")))
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    with read_only(shut):
        enter(qtbot, run.manager.again)
        qtbot.waitUntil(lambda: said(run.manager.rows["folder"]) != "", timeout=PATIENCE_MS)
    assert "mag daar niet schrijven" in said(run.manager.rows["folder"])
    assert run.manager.password.text() == PASSWORD  # nothing is typed twice
    enter(qtbot, run.manager.again)
    arrive(qtbot, run, run.recovery)


def test_a_house_that_came_meanwhile_is_left_alone(qtbot, begin: Begin, place: HousePlace):
    run = opened(qtbot, begin(place))
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    place.database.parent.mkdir()
    place.keys.write_text("van een ander", encoding="utf-8")
    enter(qtbot, run.manager.again)
    qtbot.waitUntil(lambda: said(run.manager.rows["folder"]) != "", timeout=PATIENCE_MS)
    assert "niets overschreven" in said(run.manager.rows["folder"])
    assert place.keys.read_text(encoding="utf-8") == "van een ander"


def test_the_code_counts_only_with_the_paper_in_hand(qtbot, begin: Begin, place: HousePlace, tmp_path: Path):
    run = opened(qtbot, begin(place))
    make_house(qtbot, run)
    run.window.next_button.click()
    assert "nog niet op papier" in said(run.recovery.rows["group"])
    assert run.window.focusWidget() is run.recovery.paper_button
    group = save_paper(qtbot, run, tmp_path / "code.pdf")
    assert run.window.focusWidget() is run.recovery.group
    type_into(qtbot, run.recovery.group, "ZZZZ" if group != "ZZZZ" else "YYYY")
    enter(qtbot, run.recovery.group)
    assert "niet de eerste groep" in said(run.recovery.rows["group"])
    assert run.door is not None
    assert user_list(run.door).has_recovery_code is False
    assert save_paper(qtbot, run, tmp_path / "again.pdf") == group  # no paper is worthless
    run.recovery.group.clear()
    type_into(qtbot, run.recovery.group, group)
    enter(qtbot, run.recovery.group)
    arrive(qtbot, run, run.backup)
    assert user_list(run.door).has_recovery_code is True


def test_a_paper_that_cannot_be_written_is_said(qtbot, begin: Begin, place: HousePlace, tmp_path: Path):
    run = opened(qtbot, begin(place))
    make_house(qtbot, run)
    run.paper.save_to(tmp_path / "nergens" / "code.pdf", run.make_paper)
    qtbot.waitUntil(lambda: "kan niet worden geschreven" in run.recovery.state.text(), timeout=PATIENCE_MS)
    assert not run.recovery.group.isEnabled()


def test_a_place_that_is_no_second_place_is_refused(qtbot, begin: Begin, place: HousePlace, tmp_path: Path):
    run = opened(qtbot, begin(place))
    make_house(qtbot, run)
    run.recovery.later.box.setChecked(True)
    run.window.next_button.click()
    arrive(qtbot, run, run.backup)
    row = run.backup.rows["place"]
    enter(qtbot, run.backup.folder)
    assert "Kies een map" in said(row)
    run.backup.choose(str(place.folder))
    enter(qtbot, run.backup.folder)
    assert "Daar staan de back-ups al" in said(row)
    run.backup.choose(str(tmp_path / "geen stick"))
    enter(qtbot, run.backup.folder)
    assert "geen stick" in said(row)
    shut = tmp_path / "shut"
    shut.mkdir()
    with read_only(shut):
        run.backup.choose(str(shut))
        enter(qtbot, run.backup.folder)
        qtbot.waitUntil(lambda: said(row) != "" and not run.window.is_busy, timeout=PATIENCE_MS)
    assert str(shut) in said(row)
    assert SettingsFile(tmp_path / "settings").get(SECOND_PLACE_KEY) == ""
