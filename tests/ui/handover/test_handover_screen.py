"""The Overdracht screen in a real window, with keys and clicks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.handover import ShiftKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import HandoverAck, Note, Task
from logeerhuis_app.services.handover import NoteWish, TaskWish, add_task, write_note
from logeerhuis_app.ui.handover import printing
from logeerhuis_app.ui.handover.guest_row import GuestRow
from logeerhuis_app.ui.handover.handover_screen import HandoverScreen
from logeerhuis_app.ui.handover.note_dialogs import CorrectionDialog, NoteDialog, TaskDialog
from logeerhuis_app.ui.main_window import MainWindow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import ScreenSpec
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label
from tests.support.care import ready_guest, stay
from tests.support.care_house import AFTERNOON, PictureHouse, picture_house
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, settle


class NoSettings:
    """The window's place is not kept in a test."""

    def get(self, key: str, default: str = "") -> str:
        return default

    def remember(self, key: str, value: str) -> None:
        pass


class Shown:
    """The screen in its window, with the house behind it."""

    def __init__(self, qtbot: QtBot, picture: PictureHouse, role: Role = Role.CARE, at: datetime = AFTERNOON) -> None:
        self.qtbot, self.picture = qtbot, picture
        self.operations = Operations(picture.door(role, at))
        self.screen = HandoverScreen(self.operations)
        spec = ScreenSpec("handover", "Handover", "handover", "F6", lambda: self.screen)
        self.window = MainWindow([spec], "M. Bakker", "zorg", settings=NoSettings())
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.show_screen("handover")
        settle()

    def row(self, name: str) -> GuestRow:
        row = self.screen.rows.row_of(self.picture.bookings[name])
        assert isinstance(row, GuestRow)
        return row

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeModalWidget() is None:  # the desktop gives the window back after a dialog
            with self.qtbot.waitActive(self.window):
                self.window.activateWindow()
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)
        settle()

    def texts(self, of: object) -> str:
        labels = of.findChildren(Label)  # type: ignore[attr-defined]
        return "\n".join(label.text() for label in labels if label.isVisibleTo(of))

    def dialog(self, kind: type[FormDialog]) -> FormDialog:
        """A key of a button presses it a tenth of a second later, as a person sees it go down."""
        self.qtbot.waitUntil(lambda: any(one.isVisible() for one in self.screen.findChildren(kind)))
        (found,) = [dialog for dialog in self.screen.findChildren(kind) if dialog.isVisible()]
        return found

    def sign(self) -> None:
        with self.qtbot.waitSignal(self.screen.panel.read_requested):
            self.press(Qt.Key.Key_G)
        settle()


@pytest.fixture
def picture(file_house: TestHouse) -> PictureHouse:
    return picture_house(file_house)


@pytest.fixture
def shown(qtbot: QtBot, picture: PictureHouse) -> Iterator[Shown]:
    shown = Shown(qtbot, picture)
    yield shown
    shown.operations.deleteLater()


def rows_of(picture: PictureHouse, query: Any) -> list[Any]:
    with reading(picture.house.door.engine) as session:
        return list(session.execute(query))


# -- what stands there --------------------------------------------------------------------------------------------


def test_everybody_is_there_in_the_order_of_the_rooms(shown: Shown) -> None:
    names = [row.guest.banner.guest.name for row in shown.screen.rows.rows() if isinstance(row, GuestRow)]
    assert names == ["Piet", "Jan", "Rita", "Ida", "Johan", "de heer B."]
    assert shown.screen.date_line.text() == "zo 22 november 2026 · 6 in huis, 1 komt"
    assert shown.screen.news_badge.text() == "3 nieuw"


def test_name_is_never_without_birth_date(shown: Shown) -> None:
    for row in shown.screen.rows.rows():
        assert row.accessibleName().count("geboren") == 1
    assert "14-03-1949" in shown.texts(shown.row("Piet"))
    assert "Allergie" in shown.row("Ida").accessibleDescription()


def test_the_three_empties_of_rita(shown: Shown) -> None:
    text = shown.texts(shown.row("Rita"))
    assert "ALLERGIE NIET GEVRAAGD" in text
    assert "Reanimeren: niet besproken" in text
    assert "lijst nog niet door twee mensen gecontroleerd" in text
    assert "geen bekend" not in text


def test_the_panel_tells_what_to_do(shown: Shown) -> None:
    text = shown.texts(shown.screen.panel)
    for words in (
        "pen in medicijnkast, 112",
        "18:00 medicatie, met twee personen",
        "20:00 huisarts moet teruggebeld hebben",
        "drank 0 dun · voeding 7 normaal · dieet zoutarm (medisch)",
        "lampje aan · 2:00 kijken, even laten zitten",
        "06 1234 5678",
        "Coordinator Test 15:00",
        "nachtdienst nog niet",
    ):
        assert words in text, words


# -- keys ---------------------------------------------------------------------------------------------------------


def test_up_and_down_walk_through_the_guests(shown: Shown) -> None:
    assert shown.row("Piet").hasFocus()
    shown.press(Qt.Key.Key_Down)
    assert shown.row("Jan").is_selected
    assert not shown.row("Piet").is_selected
    assert "Jan" in shown.screen.panel.banner.accessibleName()
    shown.press(Qt.Key.Key_Up)
    assert shown.row("Piet").is_selected


def test_enter_opens_the_file(shown: Shown) -> None:
    with shown.qtbot.waitSignal(shown.screen.guest_opened) as opened:
        shown.press(Qt.Key.Key_Return)
    assert opened.args == [shown.picture.guests["Piet"]]


def test_g_signs_and_undo_takes_it_back(shown: Shown) -> None:
    shown.sign()
    assert shown.screen.panel.read_button.text() == "Gelezen ✓"
    assert shown.screen.news_badge.text() == "2 nieuw"
    assert "gelezen" in shown.texts(shown.row("Piet"))
    shown.operations.undo_stack.undo()
    shown.sign()
    shown.operations.undo_stack.undo()
    assert shown.screen.news_badge.text() == "3 nieuw"


def test_all_read_signs_everybody_and_empties_the_badge(shown: Shown) -> None:
    with shown.qtbot.waitSignal(shown.screen.count_changed) as counted:
        shown.qtbot.mouseClick(shown.screen.all_read_button, Qt.MouseButton.LeftButton)
    assert counted.args == [0]
    assert shown.screen.news_badge.isHidden()
    care = shown.picture.house.users[Role.CARE].user_id
    assert len(rows_of(shown.picture, select(HandoverAck.id).where(HandoverAck.user_id == care))) == 6


def test_news_that_came_in_meanwhile_is_not_signed(shown: Shown) -> None:
    piet = shown.picture.guests["Piet"]
    write_note(shown.picture.door(Role.COORDINATOR), NoteWish(shown.picture.place, "gevallen", piet))
    shown.sign()
    assert "iets nieuws" in shown.screen.message.text
    assert "gevallen" in shown.texts(shown.screen.panel)
    assert shown.screen.panel.read_button.text() == "Gelezen"


def test_a_task_is_ticked_with_the_space_bar(shown: Shown) -> None:
    shown.press(Qt.Key.Key_T)
    box = QApplication.focusWidget()
    assert box in shown.screen.panel.tasks.boxes.values()
    shown.press(Qt.Key.Key_Space)
    assert len(rows_of(shown.picture, select(Task.id).where(Task.done_by == "Care Test"))) == 1
    shown.press(Qt.Key.Key_Space)
    assert rows_of(shown.picture, select(Task.id).where(Task.done_by != "")) == []


def test_a_task_of_an_earlier_shift_says_how_often_it_was_carried(shown: Shown) -> None:
    shown.qtbot.mouseClick(shown.screen.shift_choice.buttons()[2], Qt.MouseButton.LeftButton)
    settle()
    assert "huisarts moet teruggebeld hebben · 1 keer doorgeschoven" in shown.texts(shown.screen.panel.tasks)
    assert shown.screen.date_line.text().startswith("zo 22 nov → ma 23 nov 2026")


# -- writing ------------------------------------------------------------------------------------------------------


def write(shown: Shown, text: str) -> NoteDialog:
    shown.qtbot.mouseClick(shown.screen.panel.note_button, Qt.MouseButton.LeftButton)
    dialog = shown.dialog(NoteDialog)
    assert isinstance(dialog, NoteDialog)
    shown.qtbot.keyClicks(dialog.text, text)
    return dialog


def test_a_note_is_written_under_the_guests_banner(shown: Shown) -> None:
    dialog = write(shown, "urine weer helder")
    assert "Penicilline" in shown.texts(dialog) or "penicilline" in shown.texts(dialog)
    assert dialog.shift_choice.currentText() == "avonddienst zondag 22 november 2026"
    dialog.is_important.setChecked(True)
    shown.qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    ((text, important, guest_id),) = rows_of(
        shown.picture,
        select(Note.text, Note.is_important, Note.guest_id).where(
            Note.by_user_id == shown.picture.house.users[Role.CARE].user_id
        ),
    )
    assert (text, important, guest_id) == ("urine weer helder", True, shown.picture.guests["Piet"])
    assert "urine weer helder" in shown.texts(shown.screen.panel)


def test_an_empty_note_is_refused_and_the_dialog_stays(shown: Shown) -> None:
    dialog = write(shown, "   ")
    shown.qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem.text() == "Vul nog in: notitie."
    dialog.reject()


def begin(shown: Shown, name: str) -> NoteDialog:
    """A note about this guest, by mouse: the row is chosen, whoever had the keyboard before."""
    shown.qtbot.mouseClick(shown.row(name), Qt.MouseButton.LeftButton)
    settle()
    shown.qtbot.mouseClick(shown.screen.panel.note_button, Qt.MouseButton.LeftButton)
    dialog = shown.dialog(NoteDialog)
    assert isinstance(dialog, NoteDialog)
    return dialog


def test_a_half_written_note_is_found_again_by_the_same_guest_only(shown: Shown) -> None:
    half = begin(shown, "Piet")
    shown.qtbot.keyClicks(half.text, "at bijna niets van")
    half.reject()
    settle()
    other = begin(shown, "Jan")
    assert other.text.text() == ""
    other.reject()
    settle()
    again = begin(shown, "Piet")
    assert again.text.text() == "at bijna niets van"
    shown.qtbot.mouseClick(again.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert begin(shown, "Piet").text.text() == ""
    shown.dialog(NoteDialog).reject()


def test_after_midnight_the_dialog_says_which_night_it_is(qtbot: QtBot, picture: PictureHouse) -> None:
    shown = Shown(qtbot, picture, at=datetime(2026, 11, 22, 23, 40, tzinfo=UTC))
    dialog = write(shown, "onrustig")
    assert "na middernacht" in shown.texts(dialog)
    assert dialog.shift_choice.currentText() == "nachtdienst zo 22 nov → ma 23 nov 2026"
    dialog.shift_choice.setFocus()
    qtbot.keyClick(dialog.shift_choice, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ((kind,),) = rows_of(picture, select(Note.shift_kind).where(Note.text == "onrustig"))
    assert kind is ShiftKind.LATE
    shown.operations.deleteLater()


def test_a_note_is_corrected_with_a_reason(shown: Shown) -> None:
    (button,) = [one for one in shown.screen.panel.findChildren(QPushButton) if one.text() == "Verbeter"]
    shown.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = shown.dialog(CorrectionDialog)
    assert isinstance(dialog, CorrectionDialog)
    dialog.text.setPlainText("urine helder")
    shown.qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    shown.qtbot.keyClicks(dialog.reason, "verkeerde gast")
    shown.qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    text = shown.texts(shown.screen.panel)
    assert "verbetering: verkeerde gast" in text
    assert "is verbeterd" in text
    assert "urine helder" in shown.texts(shown.row("Piet"))


def test_a_task_is_left_for_another_guest(shown: Shown) -> None:
    shown.press(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    dialog = shown.dialog(TaskDialog)
    assert isinstance(dialog, TaskDialog)
    assert dialog.whose.currentText() == "1 · Piet"
    dialog.whose.setCurrentText("4 · Ida")
    shown.qtbot.keyClicks(dialog.text, "druppels halen")
    dialog.day.line.setText("morgen")
    shown.qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    ((guest_id, due),) = rows_of(shown.picture, select(Task.guest_id, Task.due_on).where(Task.text == "druppels halen"))
    assert (guest_id, due.day) == (shown.picture.guests["Ida"], 23)


# -- arrivals, paper, others --------------------------------------------------------------------------------------


def test_a_guest_to_come_has_the_way_in(shown: Shown) -> None:
    shown.screen.show_guest(shown.picture.guests["Jannie"])
    settle()
    panel = shown.screen.panel
    assert panel.arrival_button.isVisible()
    assert not panel.read_button.isVisible()
    assert "zorg van thuis nog regelen" in shown.texts(panel)


def test_what_others_write_appears_when_the_house_says_so(shown: Shown) -> None:
    jan = shown.picture.guests["Jan"]
    other = Operations(shown.picture.door(Role.COORDINATOR))
    shown.operations.run(lambda door: write_note(door, NoteWish(shown.picture.place, "zelf geschreven", jan)))
    settle()
    assert "zelf geschreven" in shown.texts(shown.row("Jan"))
    add_task(other.door, TaskWish(shown.picture.place, "door een ander", datetime(2026, 11, 22).date()))
    shown.screen.reload()
    settle()
    assert "door een ander" in shown.texts(shown.screen.panel.tasks)
    other.deleteLater()


def test_rows_that_did_not_change_stay_the_same_widgets(shown: Shown) -> None:
    before = {name: shown.row(name) for name in ("Piet", "Jan", "Ida")}
    wish = NoteWish(shown.picture.place, "at goed", shown.picture.guests["Ida"])
    shown.operations.run(lambda door: write_note(door, wish))
    assert shown.row("Piet") is before["Piet"]
    assert shown.row("Ida") is not before["Ida"]


def test_the_paper_is_made_and_opened(shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(printing, "open_file", opened.append)
    target = tmp_path / printing.file_name("Plezant", shown.screen.page.shift)  # type: ignore[union-attr]
    assert target.name == "overdracht-plezant-2026-11-22-avond.pdf"
    shown.screen.print_to(target)
    shown.qtbot.waitUntil(lambda: opened == [target], timeout=20_000)
    document = pypdfium2.PdfDocument(target)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) >= 7
    assert "NIET REANIMEREN" in text
    assert "Opgeslagen als" in shown.screen.message.text
    document.close()


def test_a_place_that_cannot_be_written_is_a_sentence(shown: Shown, tmp_path: Path) -> None:
    shown.screen.print_to(tmp_path / "bestaat" / "niet.pdf")
    shown.qtbot.waitUntil(lambda: "kan niet" in shown.screen.message.text, timeout=20_000)
    assert shown.screen.print_button.isEnabled()


def test_a_house_without_beds_says_what_to_do(qtbot: QtBot, file_house: TestHouse) -> None:
    operations = Operations(file_house.as_role(Role.CARE))
    screen = HandoverScreen(operations)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    assert "nog geen bedden" in screen.nowhere.sentence.text()
    assert screen.nowhere.isVisible()
    assert not screen.rows.isVisible()
    assert screen.page is None
    operations.deleteLater()


def test_an_empty_house_has_tasks_and_no_guest(qtbot: QtBot, file_house: TestHouse) -> None:
    file_house.bed("Kamer 1", file_house.location())
    operations = Operations(file_house.as_role(Role.CARE))
    screen = HandoverScreen(operations)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    assert screen.panel.banner.isHidden()
    assert not screen.all_read_button.isEnabled()
    assert "geen taken" in "".join(label.text() for label in screen.panel.findChildren(Label))
    operations.deleteLater()


# -- room on the screen -------------------------------------------------------------------------------------------


def test_ten_guests_stand_on_the_smallest_screen(qtbot: QtBot, file_house: TestHouse) -> None:
    picture = picture_house(file_house)
    for number, name in enumerate(("Els Bos", "Kees Smit", "Toon Mol", "Riet Vos"), 8):
        given, family = name.split()
        guest = ready_guest(file_house, given, last_name=family, born=datetime(1930 + number, 5, 6).date())
        stay(file_house, guest, file_house.bed(f"Kamer {number}", picture.place), picture.place)
    shown = Shown(qtbot, picture)
    assert len(shown.screen.rows.rows()) == 11
    arrival = shown.screen.rows.row_of(picture.bookings["Jannie"])
    last = [row for row in shown.screen.rows.rows() if row is not arrival][-1]
    bottom = last.mapTo(shown.window, last.rect().bottomLeft()).y()
    assert bottom <= shown.window.height()
    shown.operations.deleteLater()


@pytest.mark.parametrize(("width", "height", "scale"), [(1440, 900, 1.0), (1366, 768, 1.0), (1366, 768, 1.5)])
def test_nothing_is_cut_off(
    qtbot: QtBot, qapp: QApplication, picture: PictureHouse, width: int, height: int, scale: float
) -> None:
    apply_style(qapp, scale)
    try:
        shown = Shown(qtbot, picture)
        shown.window.resize(width, height)
        settle()
        for name in ("Piet", "Rita", "Johan"):
            shown.screen.rows.choose(picture.bookings[name])
            settle()
            assert list(cut_off_texts(shown.screen)) == []
        shown.operations.deleteLater()
    finally:
        apply_style(qapp, 1.0)
