"""The Vandaag screen in a real window: every line opens its place."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models import Trajectory
from logeerhuis_app.services.handover import NoteWish, write_note
from logeerhuis_app.services.rows.backup import BackupRow, BackupState
from logeerhuis_app.ui.backup.keeper import SECOND_PLACE_KEY
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.today.today_line import TodayLine
from logeerhuis_app.ui.today.today_screen import TodayScreen
from logeerhuis_app.ui.widgets.label import Label
from logeerhuis_app.ui.workplace import Workplace
from tests.support.care import ready_guest, stay
from tests.support.care_house import PictureHouse, picture_house
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, settle
from tests.support.settings import SettingsInMemory


@pytest.fixture
def picture(file_house: TestHouse) -> PictureHouse:
    """The house of the picture, with an option, a departure and a family that wait."""
    picture = picture_house(file_house)
    wim, mies = (ready_guest(file_house, name, last_name="Bakker") for name in ("Wim", "Mies"))
    option = stay(
        file_house, wim, picture.beds[0], picture.place, nov(26), nov(28), BookingState.OPTION, option_until=nov(22)
    )
    leaves = stay(file_house, mies, picture.beds[4], picture.place, nov(19), nov(22))
    road = Trajectory(
        guest_name="M.",
        received_on=nov(1),
        referrer=Referrer.FAMILY,
        urgency=Urgency.NORMAL,
        state=TrajectoryState.REQUESTED,
        next_step="dochter bellen",
        next_on=nov(20),
    )
    picture.bookings |= {"option": option, "leaves": leaves}
    picture.guests |= {"Mies": mies, "road": file_house.add(road).id}
    return picture


def shown(qtbot: QtBot, picture: PictureHouse, role: Role) -> TodayScreen:
    screen = TodayScreen(Operations(picture.door(role)))
    screen._operations.setParent(screen)
    qtbot.addWidget(screen)
    screen.resize(1170, 712)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.activate()
    settle()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, picture: PictureHouse) -> TodayScreen:
    return shown(qtbot, picture, Role.COORDINATOR)


def line(screen: TodayScreen, *words: str) -> TodayLine:
    (found,) = [one for one in screen.lines() if all(word in one.accessibleName() for word in words)]
    return found


def texts(screen: TodayScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(Label) if label.isVisibleTo(screen))


def test_who_comes_who_goes_and_what_waits(screen: TodayScreen) -> None:
    text = texts(screen)
    for words in (
        "Komt vandaag",
        "30-01-1940 (86) · kamer 5 · 14:00 · tot ma 30 nov",
        "zorg van thuis nog regelen",
        "niemand staat genoteerd als ophaler",
        "Intake niet compleet",
        "is in huis · allergie niet gevraagd",
        "lijst 15 dagen oud",
        "vandaag is de laatste dag",
        "vr 20 nov · dochter bellen",
    ):
        assert words in text, words
    assert screen.date_line.text() == "zondag 22 november 2026 · 7 van 7 bedden"


@pytest.mark.parametrize(
    ("words", "signal", "key"),
    [
        (("Wim Bakker", "laatste dag"), "booking_opened", ("bookings", "option")),
        (("M.", "dochter bellen"), "request_opened", ("guests", "road")),
        (("Rita", "allergie niet gevraagd"), "intake_wished", ("guests", "Rita")),
        (("Piet", "kamer 1"), "handover_opened", ("guests", "Piet")),
        (("Jannie", "kamer 5"), "guest_opened", ("guests", "Jannie")),
    ],
)
@pytest.mark.parametrize("by_key", [True, False])
def test_a_line_opens_its_place(
    qtbot: QtBot,
    screen: TodayScreen,
    picture: PictureHouse,
    words: tuple[str, ...],
    signal: str,
    key: tuple[str, str],
    by_key: bool,
) -> None:
    opened = line(screen, *words)
    with qtbot.waitSignal(getattr(screen, signal)) as sent:
        if by_key:
            opened.setFocus()
            qtbot.keyClick(opened, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(opened, Qt.MouseButton.LeftButton)
    assert sent.args == [getattr(picture, key[0])[key[1]]]


def test_up_and_down_walk_through_a_card(qtbot: QtBot, screen: TodayScreen) -> None:
    first, second = screen.in_house.findChildren(TodayLine)[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()


def test_a_guest_is_received_and_seen_off_from_here(qtbot: QtBot, screen: TodayScreen) -> None:
    for words, kind in ((("Jannie", "kamer 5"), CheckInDialog), (("Mies", "ophaler"), CheckOutDialog)):
        button = line(screen, *words).button
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (dialog,) = [one for one in screen.findChildren(kind) if one.isVisible()]
        dialog.reject()


def test_the_keyboard_stays_where_it_was_when_the_house_changes(
    qtbot: QtBot, screen: TodayScreen, picture: PictureHouse
) -> None:
    place = screen.lines().index(line(screen, "Ida", "kamer 4"))
    screen.lines()[place].setFocus()
    wish = NoteWish(picture.place, "at goed", picture.guests["Ida"])
    screen._operations.run(lambda door: write_note(door, wish))
    settle()
    assert screen.lines()[place].hasFocus()


def test_what_is_urgent_is_counted(qtbot: QtBot, screen: TodayScreen) -> None:
    with qtbot.waitSignal(screen.count_changed) as counted:
        screen.reload()
    rows = screen.rows
    assert rows is not None
    assert counted.args == [sum(row.is_urgent for row in rows.waits)]
    assert counted.args[0] > 0


def test_the_administrator_sees_beds_and_no_care(qtbot: QtBot, picture: PictureHouse) -> None:
    screen = shown(qtbot, picture, Role.ADMINISTRATOR)
    text = texts(screen)
    assert "Piet" in text
    assert "allergie" not in text.casefold()
    assert "lijst" not in text
    assert all(one.button is None for one in screen.lines())


def test_an_empty_house_is_calm_and_says_what_to_do(qtbot: QtBot, file_house: TestHouse) -> None:
    operations = Operations(file_house.door)
    screen = TodayScreen(operations)
    operations.setParent(screen)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    settle()
    text = texts(screen)
    assert "Vandaag komt er niemand." in text
    assert "Plan een verblijf in Planning" in text
    assert "Er wacht niets. Mooi." in text


@pytest.mark.parametrize(("width", "scale"), [(1170, 1.0), (1240, 1.0), (1060, 1.5)])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, picture: PictureHouse, width: int, scale: float) -> None:
    apply_style(qapp, scale)
    try:
        screen = shown(qtbot, picture, Role.MANAGER)
        screen.resize(width, 712)
        settle()
        assert list(cut_off_texts(screen)) == []
    finally:
        apply_style(qapp, 1.0)


# --- the backups ----------------------------------------------------------------------------------------------------

NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
FRESH = BackupRow("vandaag.backup", NOW - timedelta(hours=3), 1_000)
OLD = BackupRow("oud.backup", NOW - timedelta(days=3), 1_000)


def backups(last: BackupRow | None, second_place: str = "", *, is_there: bool = False) -> BackupState:
    return BackupState(NOW, "/huis/backups", (last,) if last else (), second_place, is_there, ())


def backup_lines(screen: TodayScreen) -> list[str]:
    names = [line.accessibleName() for line in screen.lines()]
    return [name for name in names if "back-up" in name or "tweede plek" in name]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (backups(FRESH), []),
        (backups(OLD), ["Maak nu een back-up · de laatste goede is van do 19-11-2026 12:00"]),
        (backups(None), ["Maak nu een back-up · er is er nog geen"]),
        (backups(FRESH, "/media/stick"), ["Sluit de tweede plek aan · /media/stick is er niet"]),
        (backups(FRESH, "/media/stick", is_there=True), []),
    ],
)
def test_vandaag_says_the_next_step_of_the_backups(
    qtbot: QtBot, picture: PictureHouse, state: BackupState, said: list[str]
) -> None:
    screen = shown(qtbot, picture, Role.COORDINATOR)
    screen.show_backups(state)
    settle()
    assert backup_lines(screen) == said
    assert list(cut_off_texts(screen)) == []


def test_an_old_backup_counts_as_urgent_and_opens_its_dialog(qtbot: QtBot, picture: PictureHouse) -> None:
    screen = shown(qtbot, picture, Role.MANAGER)
    counts: list[int] = []
    screen.count_changed.connect(counts.append)
    screen.show_backups(backups(FRESH, "/media/stick"))
    screen.show_backups(backups(OLD))
    assert counts[1] == counts[0] + 1
    settle()
    with qtbot.waitSignal(screen.backup_opened):
        qtbot.keyClick(screen.lines()[-1], Qt.Key.Key_Return)


@pytest.mark.parametrize("role", [Role.CARE, Role.ADMINISTRATOR])
def test_whoever_cannot_mend_it_is_not_asked(qtbot: QtBot, picture: PictureHouse, role: Role) -> None:
    screen = shown(qtbot, picture, role)
    screen.show_backups(backups(None))
    settle()
    assert backup_lines(screen) == []


def test_the_keeper_of_the_window_tells_vandaag(qtbot: QtBot, file_house: TestHouse) -> None:
    settings = SettingsInMemory()
    settings.remember(SECOND_PLACE_KEY, "/media/stick")
    place = Workplace(Operations(file_house.door), settings, "Huis", is_practice=False)  # type: ignore[arg-type]
    qtbot.addWidget(place.window)
    keeper = place.backups.keeper
    assert keeper is not None
    keeper.state = backups(None)
    screen = place.show_screen("today")
    assert isinstance(screen, TodayScreen)
    assert backup_lines(screen) == ["Maak nu een back-up · er is er nog geen"]
    screen.lines()[-1].chosen.emit()
    assert place.backups.dialog is not None
    QThreadPool.globalInstance().waitForDone()
    settle()
    place.backups.dialog.close()
