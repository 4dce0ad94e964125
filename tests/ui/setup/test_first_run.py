"""From an empty folder to a house at work, by keys; stopped and closed on the way, and what it looks like."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.left_open import LeftOpen, left_open
from logeerhuis_app.services.login import house_exists, log_in
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.users import user_list
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.backup.keeper import SECOND_PLACE_KEY
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from logeerhuis_app.ui.setup.first_run import FirstRun
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.today.today_screen import TodayScreen
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, settle
from tests.ui.setup.founder import (
    CLOCK,
    PASSWORD,
    PATIENCE_MS,
    Begin,
    arrive,
    at,
    end,
    enter,
    fill_house,
    fill_manager,
    left_lines,
    make_house,
    opened,
    save_paper,
    type_into,
)

# --- the whole road ---------------------------------------------------------------------------------------------


def test_from_an_empty_folder_to_a_house_at_work_by_keys(qtbot, begin: Begin, place: HousePlace, tmp_path: Path):
    program = begin(place)
    run = opened(qtbot, program)
    assert run.window.focusWidget() is run.house.name
    fill_house(qtbot, run)
    assert run.house.location.text() == "Plezant"
    fill_manager(qtbot, run)
    assert run.manager.username.text() == "p.hoogland"
    assert run.manager.strength.text() == "Dit is een goed wachtwoord."
    assert not house_exists(place)  # nothing is written before the deed
    enter(qtbot, run.manager.again)
    arrive(qtbot, run, run.recovery)
    assert run.manager.password.text() == ""
    group = save_paper(qtbot, run, tmp_path / "code.pdf")
    type_into(qtbot, run.recovery.group, group.lower())
    enter(qtbot, run.recovery.group)
    arrive(qtbot, run, run.backup)
    stick = tmp_path / "stick"
    stick.mkdir()
    type_into(qtbot, run.backup.folder, str(stick))
    enter(qtbot, run.backup.folder)
    arrive(qtbot, run, run.done)
    assert len(list(stick.glob("*.backup"))) == 1
    assert "Plezant met 3 bedden" in run.done.texts()
    assert any("herstelcode staat op papier" in text for text in run.done.texts())
    enter(qtbot, run.window.next_button)
    qtbot.waitUntil(lambda: program.workplace is not None and program.begin is None, timeout=PATIENCE_MS)
    assert program.workplace is not None
    assert program.workplace.user_name == "p.hoogland"
    assert program.workplace.door.role is Role.MANAGER
    assert today_rows(program.workplace.door).beds == 3
    assert user_list(program.workplace.door).has_recovery_code is True
    assert SettingsFile(tmp_path / "settings").get(SECOND_PLACE_KEY) == str(stick)
    assert program.first_run is None
    assert "Plezant" in program.workplace.window.windowTitle()


def test_what_is_left_for_later_is_told_at_the_end(qtbot, begin: Begin, place: HousePlace):
    program = begin(place)
    run = opened(qtbot, program)
    make_house(qtbot, run)
    for step in (run.recovery, run.backup):
        step.later.box.setFocus()
        qtbot.keyClick(step.later.box, Qt.Key.Key_Space)
        enter(qtbot, step.later.box)
        qtbot.waitUntil(lambda step=step: run.window.step is not step, timeout=PATIENCE_MS)
    assert any("nog niet op papier" in text for text in run.done.texts())
    assert any("nog geen tweede plek" in text for text in run.done.texts())
    enter(qtbot, run.window.next_button)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)
    workplace = program.workplace
    assert workplace is not None
    assert user_list(workplace.door).has_recovery_code is False
    assert left_lines(workplace) == [
        "Zet een herstelcode op papier · zonder code is met het wachtwoord ook het huis weg",
        "Kies een tweede plek voor de back-ups · ze staan alleen op deze computer",
    ]
    new_recovery_code(workplace.door)
    keeper = workplace.backups.keeper
    assert keeper is not None
    with qtbot.waitSignal(keeper.looked, timeout=PATIENCE_MS):
        keeper.choose_second_place(str(place.database.parent.parent))
    settle()
    assert left_lines(workplace) == []


def test_the_lines_on_today_lead_to_what_is_to_be_done(qtbot, file_house: TestHouse, tmp_path: Path):
    settings = SettingsFile(tmp_path / "settings")
    workplace = Workplace(Operations(file_house.door), settings, "Testhuis", is_practice=False)
    workplace.show()
    settle()
    screen = workplace.window.screen_of("today")
    assert isinstance(screen, TodayScreen)
    code, backup, payers, first_guest = screen.lines()[-4:]
    qtbot.keyClick(first_guest, Qt.Key.Key_Return)
    assert workplace.window.current_screen == "guests"
    qtbot.keyClick(payers, Qt.Key.Key_Return)
    settings_screen = workplace.window.screen_of("settings")
    assert isinstance(settings_screen, SettingsScreen)
    assert settings_screen.pages.currentWidget() is settings_screen.payers
    qtbot.keyClick(backup, Qt.Key.Key_Return)
    assert workplace.backups.dialog is not None
    workplace.backups.dialog.reject()
    qtbot.keyClick(code, Qt.Key.Key_Return)
    assert workplace.window.current_screen == "settings"
    for dialog in workplace.window.findChildren(QDialog):
        dialog.close()
    workplace.close()


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.COORDINATOR, [LeftOpen.FIRST_GUEST]),
        (Role.CARE, []),
        (Role.ADMINISTRATOR, [LeftOpen.PAYERS]),
        (Role.MANAGER, [one for one in LeftOpen if one is not LeftOpen.COLLEAGUES]),  # they have their accounts
    ],
)
def test_only_who_can_do_it_is_reminded(file_house: TestHouse, role: Role, told: list[LeftOpen]):
    assert list(left_open(file_house.as_role(role), None)) == told
    file_house.guest()
    assert LeftOpen.FIRST_GUEST not in left_open(file_house.as_role(role), None)


def test_an_empty_server_is_made_a_house_without_paper_and_stick(qtbot, postgres_url: str, begin: Begin):
    program = begin(HousePlace(url=postgres_url))
    assert program.begin is not None
    assert not program.begin.restore_button.isVisible()
    run = opened(qtbot, program)
    assert run.window.steps == (run.house, run.manager, run.done)
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    enter(qtbot, run.manager.again)
    arrive(qtbot, run, run.done)
    enter(qtbot, run.window.next_button)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)
    assert program.workplace is not None
    assert today_rows(program.workplace.door).beds == 3


# --- stopping, going back, being closed -------------------------------------------------------------------------


def test_going_back_loses_nothing(qtbot, begin: Begin, place: HousePlace):
    run = opened(qtbot, begin(place))
    fill_house(qtbot, run)
    type_into(qtbot, run.manager.given_name, "Paul")
    qtbot.keyClick(run.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert at(run) == "HouseStep"
    assert run.house.name.text() == "Plezant"
    assert not run.window.back_button.isVisible()
    enter(qtbot, run.house.name)
    assert at(run) == "ManagerStep"
    assert run.manager.given_name.text() == "Paul"


def test_stopping_leaves_nothing_and_keeps_what_was_typed(qtbot, begin: Begin, place: HousePlace):
    program = begin(place)
    run = opened(qtbot, program)
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    qtbot.keyClick(run.manager.last_name, Qt.Key.Key_Escape)
    settle()
    assert not run.window.isVisible()
    assert program.begin is not None
    assert program.begin.isVisible()
    assert not place.database.parent.exists()
    run = opened(qtbot, program)
    assert at(run) == "ManagerStep"
    assert run.manager.last_name.text() == "Hoogland"
    assert run.manager.password.text() == ""


def test_the_window_stays_while_the_house_is_made(qtbot, begin: Begin, place: HousePlace):
    run = opened(qtbot, begin(place))
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    run.window.next_button.click()
    assert run.window.is_busy
    assert not run.window.close()
    qtbot.keyClick(run.window, Qt.Key.Key_Escape)
    qtbot.keyClick(run.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert run.window.isVisible()
    arrive(qtbot, run, run.recovery)
    assert not run.window.stop_button.isVisible()
    assert not run.window.back_button.isVisible()


def test_who_closes_after_the_deed_finds_the_login_and_no_half_house(qtbot, begin: Begin, place: HousePlace):
    """As a power cut would: the paper was never shown to be there, so its code opens nothing."""
    first = begin(place)
    run = opened(qtbot, first)
    make_house(qtbot, run)
    save_paper(qtbot, run, place.database.parent.parent / "code.pdf")
    assert run.window.close()
    end(first)
    second = begin(place)
    assert second.begin is None
    assert second.login is not None
    assert not second.login.lost_button.isVisible()
    door = log_in(place, "p.hoogland", PASSWORD, CLOCK)
    assert user_list(door).has_recovery_code is False
    door.engine.dispose()


# --- what it looks like -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_page_fits_the_smallest_screen(qtbot, begin: Begin, place: HousePlace, scale: float):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_style(application, scale)
    try:
        run = FirstRun(place, CLOCK, SettingsFile(place.database.parent))
        qtbot.addWidget(run.window)
        run.show()
        run.window.resize(1366, 768)
        for number, step in enumerate(run.window.steps):
            step.check()
            run.window._show(number)
            settle()
            assert list(cut_off_texts(run.window)) == [], step.short
            assert run.window.width() <= 1366
            assert run.window.height() <= 768
            keys = [label.text() for label in run.window.findChildren(QLabel) if label.isVisible() and label.buddy()]
            keys += [button.text() for button in (run.window.stop_button, run.window.back_button) if button.isVisible()]
            keys.append(run.window.next_button.text())
            letters = [text[text.index("&") + 1].casefold() for text in keys if "&" in text]
            assert len(letters) == len(set(letters)), (step.short, keys)
    finally:
        apply_style(application)


def test_a_location_that_follows_the_house_is_no_longer_asked_for(qtbot, begin, place):
    run = opened(qtbot, begin(place))
    enter(qtbot, run.house.name)
    assert run.house.rows["location_name"].message
    type_into(qtbot, run.house.name, "Plezant")
    assert not run.house.rows["location_name"].message
    assert run.house.location.text() == "Plezant"


def test_every_page_stands_at_the_top(qtbot, begin, place):
    run = opened(qtbot, begin(place))
    run.window.resize(960, 900)  # room to spare
    for step in run.window.steps:
        settle()
        last = step.form.itemAt(step.form.count() - 1)
        assert run.window.step is step
        assert last is not None
        assert last.spacerItem() is not None
        assert last.geometry().height() > 100  # all that is left over stands below
        run.window.go_on()


def test_the_assistant_dies_with_its_owner_and_needs_no_collector(qtbot, place, tmp_path: Path):
    """Taken apart by the collector in whatever order, its pages would crash Qt."""
    run = FirstRun(place, CLOCK, SettingsFile(tmp_path / "settings"))
    run.show()
    settle()
    window, gone = run.window, []
    window.destroyed.connect(lambda: gone.append(True))
    del window, run
    assert gone
