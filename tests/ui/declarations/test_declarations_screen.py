"""Declaring a month in a real window: by keys, with the paper read back."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy import update

from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.declaring import Billing, Choice, DeclarationState
from logeerhuis_app.domain.nights import Month as CalendarMonth
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Location
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.queries.declarations import month_groups
from logeerhuis_app.ui.declarations.declarations_screen import DeclarationsScreen
from logeerhuis_app.ui.declarations.fix_all_dialog import FixAllDialog
from logeerhuis_app.ui.declarations.papers import drawn
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from tests.support.declaring import OCTOBER, add_stay, nights_of, oct_
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts
from tests.ui.declarations.conftest import Month

Settle = Callable[[], None]
OpenScreen = Callable[..., DeclarationsScreen]


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def choose(screen: DeclarationsScreen, payer: str, settle: Settle) -> None:
    key = next(group.key for group in screen.groups if group.payer == payer)
    next(card for card in screen.payers.cards if card.key == key).chosen.emit()
    settle()


def test_the_screen_opens_on_last_month(october: Month, open_screen: OpenScreen):
    screen = open_screen(october.house)
    assert screen.months.month == OCTOBER
    assert [group.payer for group in screen.groups] == ["CZ zorgverzekeraar", "Gemeente Helmond", "Gemeente Zeist"]
    assert screen.payers.count.text() == "3 financiers"
    assert screen.payers.sum.text().replace("\xa0", " ") == "€ 4.483,77"


def test_an_empty_month_says_what_to_do_first(file_house: TestHouse, open_screen: OpenScreen):
    screen = open_screen(file_house)
    assert screen.empty.isVisible()
    assert screen.empty.sentence.text() == "In oktober 2026 valt er niets te declareren."
    assert "Planning" in screen.empty.first_step.text()
    assert not screen.fix_all_button.isEnabled()


def test_months_are_walked_through_with_keys(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    screen.months.setFocus()
    qtbot.keyClick(screen.months, Qt.Key.Key_Right)
    settle()
    assert screen.months.month == CalendarMonth(2026, 11)
    assert screen.payers.cards[0].accessibleName().endswith("maand loopt nog")
    assert not screen.group_view.fix_button.isEnabled()
    assert "1 december 2026" in screen.group_view.promise.text()


def test_payers_are_walked_through_with_keys(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    screen.payers.cards[0].setFocus()
    qtbot.keyClick(screen.payers.cards[0], Qt.Key.Key_Down)
    qtbot.keyClick(screen.payers.cards[1], Qt.Key.Key_Return)
    settle()
    assert screen.chosen is not None
    assert screen.chosen.payer == "Gemeente Helmond"
    assert screen.group_view.title.text() == "Gemeente Helmond · Wmo · oktober 2026"


def test_a_question_is_amber_and_names_guest_birth_date_and_nights(
    october: Month, open_screen: OpenScreen, settle: Settle
):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Helmond", settle)
    (box,) = screen.group_view.questions
    assert "Jannie Smit (30-01-1940)" in box.accessibleName()
    assert "1 nacht (30 okt): buiten toewijzing 700" in box.accessibleName()
    assert [button.text() for button in box.buttons] == ["verlenging aanvragen", "particulier", "niet declareren"]
    badges = [badge for card in screen.payers.cards for badge in card.findChildren(Badge)]
    assert [badge.property("tone") for badge in badges] == [Tone.TEAL, Tone.AMBER, Tone.TEAL]


def test_a_question_is_answered_with_keys_and_undone(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Helmond", settle)
    qtbot.keyClick(screen, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    first = screen.group_view.questions[0].buttons[0]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    settle()
    assert screen.group_view.questions == []
    assert nights_of(october.house, october.guests["Jannie"])[-1][2] is Billing.HELD
    assert screen.group_view.fix_button.isEnabled()
    screen._operations.undo_stack.undo()
    settle()
    assert len(screen.group_view.questions) == 1
    assert nights_of(october.house, october.guests["Jannie"])[-1][2] is Billing.NORMAL


def test_a_decision_can_be_taken_anew(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Helmond", settle)
    screen.group_view.questions[0].buttons[2].click()
    settle()
    again = [button for button in screen.group_view.findChildren(QPushButton) if button.text() == "opnieuw beslissen"]
    assert len([button for button in again if button.isVisible()]) == 1
    again[-1].click()
    settle()
    assert len(screen.group_view.questions) == 1


def test_open_the_file_is_handed_on(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    add_stay(october.house, nobody := october.house.guest("Bep", "Vos"), oct_(2), 1)
    screen = open_screen(october.house)
    choose(screen, "", settle)
    box = screen.group_view.questions[0]
    with qtbot.waitSignal(screen.guest_opened) as opened:
        box.buttons[0].click()
    assert opened.args == [nobody]
    assert screen.preview.pdf == b""
    assert "geen financier" in screen.preview.reason.text()


def test_the_preview_is_the_real_paper(october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Zeist", settle)
    text = words_of(screen.preview.pdf)
    assert "Gemeente Zeist" in text
    assert "CONCEPT" in text
    assert "230,31" in text
    assert screen.preview.sheet.isVisible()
    assert "Gemeente Zeist" in screen.preview.sheet.accessibleDescription()


def test_the_preview_can_be_enlarged(october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    settle()
    before = screen.preview.sheet.width()
    screen.preview.larger.click()
    settle()
    assert screen.preview.sheet.width() > before


def test_fixing_with_keys_gives_a_number_and_locks(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Zeist", settle)
    qtbot.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.message.text == "Vastgesteld als 2026-0001.")  # the button shows that it was pressed
    settle()
    assert screen.chosen is not None
    assert (screen.chosen.number, screen.chosen.state) == ("2026-0001", DeclarationState.FIXED)
    assert not screen.group_view.fix_button.isVisible()
    assert "2026-0001" in words_of(screen.preview.pdf)
    assert "CONCEPT" not in words_of(screen.preview.pdf)
    assert screen.group_view.steps.steps[3].property("state") == "now"


def test_with_an_open_question_nothing_is_fixed(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Helmond", settle)
    assert not screen.group_view.fix_button.isEnabled()
    assert screen.chosen is not None
    screen.group_view.fix_requested.emit(screen.chosen.key)  # as if the button had let it through
    settle()
    assert "Gemeente Helmond" in screen.message.text
    assert not any(group.is_fixed for group in month_groups(october.house.door, OCTOBER))
    assert screen.group_view.promise.text() == "Beantwoord eerst de vraag hierboven."


def test_a_paper_that_nobody_could_pay_is_not_fixed(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    """A new house begins without an IBAN: said before there is a number, with who can put it right and where."""
    with writing(october.house.door.engine) as session:
        session.execute(update(Location).values(iban=""))
    screen = open_screen(october.house)
    choose(screen, "Gemeente Zeist", settle)
    said = screen.group_view.promise.text()
    assert "de IBAN van Logeerhuis Plezant is niet ingevuld" in said
    assert "Huis en bedden" in said
    assert not screen.group_view.fix_button.isEnabled()
    assert not screen.fix_all_button.isEnabled()


def test_what_somebody_else_fixed_meanwhile_is_said(october: Month, open_screen: OpenScreen, settle: Settle):
    screen, other = open_screen(october.house), open_screen(october.house)
    for each in (screen, other):
        choose(each, "Gemeente Zeist", settle)
    other.group_view.fix_button.click()
    settle()
    screen.group_view.fix_button.click()
    settle()
    assert "2026-0001" in screen.message.text
    assert [group.number for group in screen.groups if group.payer == "Gemeente Zeist"] == ["2026-0001"]


def test_the_paper_is_saved_where_the_user_says(
    qtbot, october: Month, open_screen: OpenScreen, settle: Settle, tmp_path: Path
):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Zeist", settle)
    screen.preview.save_button.click()
    (dialog,) = screen.findChildren(QFileDialog)
    assert "gemeente-zeist" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "zeist.pdf"))
    dialog.close()
    assert (tmp_path / "zeist.pdf").read_bytes() == screen.preview.pdf
    assert "zeist.pdf" in screen.message.text


def test_a_place_that_cannot_be_written_is_said(
    qtbot, october: Month, open_screen: OpenScreen, settle: Settle, tmp_path: Path
):
    screen = open_screen(october.house)
    choose(screen, "Gemeente Zeist", settle)
    screen.preview.save_button.click()
    (dialog,) = screen.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "zeist.pdf"))
    dialog.close()
    assert "nergens" in screen.message.text


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An empty folder for what is saved."""
    folder = tmp_path / "papieren"
    folder.mkdir()
    return folder


def dialog_of(screen: DeclarationsScreen) -> FixAllDialog:
    screen.fix_all_button.click()
    (dialog,) = [child for child in screen.findChildren(FixAllDialog) if child.isVisible()]
    return dialog


def test_everything_that_is_ready_is_fixed_and_saved(
    qtbot, october: Month, open_screen: OpenScreen, settle: Settle, papers: Path
):
    screen = open_screen(october.house)
    dialog = dialog_of(screen)
    dialog.folder.setText(str(papers))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog.is_working and bool(dialog.progress_text.text()), timeout=15_000)
    settle()
    assert "2026-0001, 2026-0002" in dialog.progress_text.text()
    names = sorted(paper.name for paper in papers.iterdir())
    assert names == ["declaratie-2026-0001-cz-zorgverzekeraar.pdf", "declaratie-2026-0002-gemeente-zeist.pdf"]
    assert "2026-0002" in words_of((papers / names[1]).read_bytes())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert [group.is_fixed for group in screen.groups] == [True, False, True]


def test_fixing_everything_can_be_stopped(
    qtbot, october: Month, open_screen: OpenScreen, settle: Settle, papers: Path, monkeypatch: pytest.MonkeyPatch
):
    from logeerhuis_app.ui.declarations import fixing

    screen = open_screen(october.house)
    dialog = dialog_of(screen)
    dialog.folder.setText(str(papers))
    real = fixing.fix_one

    def fix_and_stop(*args):
        """The user presses Stop while the first one is being fixed."""
        dialog.reject()
        return real(*args)

    monkeypatch.setattr(fixing, "fix_one", fix_and_stop)
    dialog.save_button.click()
    settle()
    assert len(list(papers.iterdir())) == 1
    assert "U hebt gestopt" in dialog.progress_text.text()
    dialog.reject()
    settle()
    assert [group.is_fixed for group in screen.groups] == [True, False, False]


def test_a_folder_that_is_not_there_stops_before_the_first(
    qtbot, october: Month, open_screen: OpenScreen, settle: Settle, tmp_path: Path
):
    screen = open_screen(october.house)
    dialog = dialog_of(screen)
    dialog.folder.setText(str(tmp_path / "nergens"))
    dialog.save_button.click()
    settle()
    assert "nergens" in dialog.problem.text()
    assert not any(group.is_fixed for group in month_groups(october.house.door, OCTOBER))
    dialog.reject()


def test_a_guest_who_pays_is_not_named_in_a_file_name(october: Month, open_screen: OpenScreen, settle: Settle):
    from logeerhuis_app.ui.declarations.fixing import file_name

    screen = open_screen(october.house)
    choose(screen, "Gemeente Helmond", settle)
    next(button for button in screen.group_view.questions[0].buttons if button.text() == "particulier").click()
    settle()
    (own,) = [group for group in screen.groups if group.payer == "Jannie Smit"]
    assert file_name(own, "2026-0003") == "declaratie-2026-0003.pdf"


@pytest.mark.parametrize(("width", "height"), [(1170, 710), (1244, 845)])
def test_no_text_is_cut_off(october: Month, open_screen: OpenScreen, settle: Settle, width: int, height: int):
    screen = open_screen(october.house)
    screen.window().resize(width, height)
    for group in screen.groups:
        screen._choose(group.key)
        settle()
        assert list(cut_off_texts(screen.window())) == []


def test_a_narrow_window_puts_the_paper_behind_a_button(qtbot, october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    screen.window().resize(900, 700)
    settle()
    assert not screen.preview.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(screen.preview.isVisible)
    assert not screen.group_view.isVisible()


def test_choices_without_a_screen_of_their_own_are_no_dead_buttons(
    october: Month, open_screen: OpenScreen, settle: Settle
):
    october.house.allocation(guest := october.house.guest("Kees"), october.house.payer("Gemeente Ede"))
    add_stay(october.house, guest, oct_(2), 1)
    screen = open_screen(october.house)
    choose(screen, "Gemeente Ede", settle)
    (box,) = screen.group_view.questions
    assert Choice.OPEN_RATES in box.question.choices
    assert [button.text() for button in box.buttons] == ["particulier", "niet declareren"]


def test_the_manager_may_do_the_same(october: Month, open_screen: OpenScreen):
    assert open_screen(october.house, Role.MANAGER).fix_all_button.isEnabled()


def test_a_screen_that_is_closed_while_it_reads_leaves_quietly(
    october: Month, qtbot, settle: Settle, open_screen: OpenScreen
):
    screen = open_screen(october.house)
    screen.reload()
    screen.preview.show_page(0)
    window = screen.window()
    window.close()
    assert not window.isVisible()
    window.deleteLater()
    del screen
    settle()  # what was being read arrives now, and nobody is there: an error would fail this test


def test_a_draft_that_was_fixed_meanwhile_shows_no_paper(october: Month, open_screen: OpenScreen, settle: Settle):
    screen = open_screen(october.house)
    gone = next(group for group in screen.groups if group.payer == "Gemeente Zeist")
    fix_declaration(october.house.door, OCTOBER, gone.key, drawn)
    screen._choose(gone.key)
    settle()
    assert screen.preview.reason.text() == "Het papier kan niet worden getoond."
