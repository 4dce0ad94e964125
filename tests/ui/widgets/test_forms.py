"""Form rows, dialogs and the message bar under real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.banners import banner_piet
from tests.support.clocks import SUNDAY_22_NOVEMBER as CLOCK
from tests.support.look import cut_off_texts, open_window, settle, take_keyboard


@pytest.fixture
def dialog(qtbot: QtBot) -> FormDialog:
    dialog = FormDialog("Nieuwe gast")
    qtbot.addWidget(dialog)
    dialog.add_row("&Naam", QLineEdit(), required=True)
    dialog.add_row("Woonplaats", QLineEdit(), hint="zoals op de post")
    dialog.open()
    take_keyboard(dialog)
    return dialog


def line_edits(dialog: FormDialog) -> list[QLineEdit]:
    return dialog.findChildren(QLineEdit)


def test_a_row_names_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Naam", field, required=True)
    qtbot.addWidget(row)
    assert field.accessibleName() == "Naam, verplicht"
    row.show_message("Deze naam is al in gebruik.")
    assert row.message == "Deze naam is al in gebruik."
    assert field.accessibleDescription() == "Deze naam is al in gebruik."
    assert field.property("invalid") == "true"
    row.clear_message()
    assert (row.message, field.accessibleDescription(), field.property("invalid")) == ("", "", "false")


def test_typing_takes_the_message_away_and_tab_does_not(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("Naam", field)
    qtbot.addWidget(row)
    open_window(row)
    row.focus_field()
    row.show_message("fout")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert row.message == "fout"
    qtbot.keyClicks(field, "P")
    assert row.message == ""


def test_a_row_reaches_into_a_group_of_widgets(qtbot: QtBot) -> None:
    field = DateField(CLOCK)
    row = FormRow("Aankomst", field)
    qtbot.addWidget(row)
    open_window(row)
    row.show_message("Kies een dag.")
    assert field.line.property("invalid") == "true"
    assert field.line.accessibleName() == "Aankomst"
    row.focus_field()
    assert field.line.hasFocus()


def test_an_empty_required_field_is_named_and_gets_the_focus(qtbot: QtBot, dialog: FormDialog) -> None:
    line_edits(dialog)[1].setFocus()
    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem.text() == "Vul in: Naam"
    assert line_edits(dialog)[0].hasFocus()
    assert dialog.isVisible()


def test_a_refusal_keeps_what_was_typed(qtbot: QtBot, dialog: FormDialog) -> None:
    name, town = line_edits(dialog)
    qtbot.keyClicks(name, "Piet")
    with qtbot.waitSignal(dialog.save_requested):
        qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.show_problem("Deze plaats bestaat niet.", town)
    settle()
    assert dialog.isVisible()
    assert name.text() == "Piet"
    assert town.hasFocus()
    assert town.property("invalid") == "true"
    assert dialog.problem.isVisible()
    assert list(cut_off_texts(dialog)) == []


def test_while_busy_it_cannot_be_saved_twice(qtbot: QtBot, dialog: FormDialog) -> None:
    line_edits(dialog)[0].setText("Piet")
    dialog.set_busy(True)
    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.keyClick(line_edits(dialog)[0], Qt.Key.Key_Return)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    dialog.set_busy(False)
    with qtbot.waitSignal(dialog.save_requested):
        qtbot.keyClick(line_edits(dialog)[0], Qt.Key.Key_Return)


def test_a_concern_is_passed_by_pressing_again_once(qtbot: QtBot, dialog: FormDialog) -> None:
    line_edits(dialog)[0].setText("Piet")
    concern = "Er is geen geldige beschikking voor deze nachten."
    passed: list[tuple[str, ...]] = []
    dialog.save_requested.connect(lambda: passed.append(dialog.accepted_concerns))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    dialog.ask_anyway([concern], "Toch boeken")
    assert dialog.problem.text() == concern
    assert dialog.save_button.text() == "Toch boeken"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert passed == [(), (concern,), ()]
    assert dialog.save_button.text() == "Opslaan"


def test_escape_cancels(qtbot: QtBot, dialog: FormDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_long_form_scrolls_within_the_screen(qtbot: QtBot) -> None:
    dialog = FormDialog("Lang")
    qtbot.addWidget(dialog)
    for number in range(40):
        dialog.add_row(f"Vraag {number}", QLineEdit())
    dialog.open()
    settle()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.save_button.isVisible()


def test_a_short_form_does_not_scroll(dialog: FormDialog) -> None:
    last = line_edits(dialog)[-1]
    corner = last.mapTo(dialog, last.rect().bottomRight())
    assert corner.y() < dialog.save_button.mapTo(dialog, dialog.save_button.rect().topLeft()).y()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_a_form_with_hints_gets_just_the_height_it_needs(qtbot: QtBot) -> None:
    dialog = FormDialog("Allergie of intolerantie", hint="Een voorkeur is geen allergie: die staat bij «Liever niet».")
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(560)
    for number in range(4):
        dialog.add_row(f"Vraag {number}", QLineEdit(), hint="Bijvoorbeeld penicilline, noten of pleisters")
    dialog.open()
    settle()
    area = dialog.findChildren(GrowingScrollArea)[0]
    assert area.verticalScrollBar().maximum() == 0
    assert area.viewport().height() == area.height_within(area.viewport().width())


def test_the_keyboard_begins_in_the_first_question(dialog: FormDialog) -> None:
    assert dialog.focusWidget() is line_edits(dialog)[0]


def test_the_keyboard_begins_where_the_dialog_put_it(qtbot: QtBot) -> None:
    dialog = FormDialog("Verplaatsen")
    qtbot.addWidget(dialog)
    second = QLineEdit()
    dialog.add_row("Bed", QLineEdit())
    dialog.add_row("Vertrek", second)
    second.setFocus()
    dialog.open()
    take_keyboard(dialog)
    assert dialog.focusWidget() is second


def test_a_message_offers_its_action_once(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_message("Verblijf verplaatst.", action_text="Ongedaan maken", on_action=lambda: done.append("undo"))
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert bar.text == ""
    bar.show_message("Opgeslagen.", MessageKind.SUCCESS)
    assert bar.action_button.isHidden()
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)


def test_only_calm_messages_go_away_by_themselves(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Reservekopie is 3 dagen oud.", MessageKind.ATTENTION, seconds=1)
    assert not bar._timer.isActive()
    bar.show_message("Opgeslagen.", MessageKind.SUCCESS, seconds=1)
    with qtbot.waitSignal(bar.closed):
        pass
    assert bar.text == ""


def test_a_long_message_wraps(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Kamer 3 is in de nacht van 4 december al voor Jan van Dijk, van 2 tot 9 december. " * 3)
    bar.resize(400, 30)
    settle()
    assert list(cut_off_texts(bar)) == []


def test_what_is_pinned_does_not_scroll_away(qtbot: QtBot) -> None:
    dialog = FormDialog("Lang")
    qtbot.addWidget(dialog)
    view = SafetyBannerView(banner_piet(), compact=True)
    dialog.pin(view)
    fields = [QLineEdit() for _number in range(40)]
    for number, field in enumerate(fields):
        dialog.add_row(f"Vraag {number}", field)
    dialog.open()
    settle()
    fields[-1].setFocus()
    settle()
    for chip in view.chips():
        assert chip.visibleRegion().boundingRect().size() == chip.size(), chip.text()


def test_a_dialog_grows_with_its_problem(dialog: FormDialog) -> None:
    before = dialog.height()
    dialog.show_problem("Er is op deze nachten geen bed vrij. Kies andere dagen, of zet de gast op de wachtlijst. " * 2)
    settle()
    assert dialog.height() > before
    assert list(cut_off_texts(dialog)) == []
