"""Barthel and Katz in a real window: scored by keys, shown with their day, put right, withdrawn."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from logeerhuis_app.domain.care_scores import MOST_POINTS, Score, ScoreItem, ScoreKind
from logeerhuis_app.domain.errors import ChangedByOther, FieldRequired, NotAllowed
from logeerhuis_app.domain.rights import Asker
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.reports.guest_file import build_guest_file
from logeerhuis_app.services.care_scores import ScoreWish, add_score, change_score, end_score
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rights import AskedBy, give_access
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.score_dialog import ScoreDialog
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, settle, take_keyboard
from tests.support.pdf_reading import built, text_of

KATZ = Score(ScoreKind.KATZ, dict.fromkeys(MOST_POINTS[ScoreKind.KATZ], 1))


@pytest.fixture
def ida(open_screen, file_house: TestHouse):
    guest = file_house.guest("Ida")
    screen = open_screen(Role.CARE)
    screen.open_guest(guest)
    screen.view.show_tab(CareTab)
    settle()
    return screen, guest


def scores(house: TestHouse, guest: int) -> tuple[ScoreRow, ...]:
    return guest_file(house.door, guest).scores


def shown(screen) -> list[str]:
    settle()
    return [one.text() for one in screen.view.current_tab().findChildren(QLabel) if one.isVisible()]


Kind = TypeVar("Kind", bound=QDialog)


def dialog_of(screen: GuestsScreen, kind: type[Kind]) -> Kind:
    settle()
    (found,) = [one for one in screen.findChildren(kind) if one.isVisible()]
    take_keyboard(found)
    return found


def opened(qtbot, screen, words: str) -> ScoreDialog:
    buttons = screen.view.current_tab().findChildren(QPushButton)
    (button,) = [one for one in buttons if one.isVisible() and one.text() == words]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    return dialog_of(screen, ScoreDialog)


def save(qtbot, dialog: QDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_barthel_is_scored_by_keys(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = opened(qtbot, screen, "Barthel")
    assert dialog.total.text() == "Barthel niet compleet: 0 van 10"
    for item, most in MOST_POINTS[ScoreKind.BARTHEL].items():
        for _step in range(most + 1):
            qtbot.keyClick(dialog.fields[item.value], Qt.Key.Key_Down)
    assert dialog.total.text() == "Barthel 20 van 20: zelfstandig"
    qtbot.keyClick(dialog.fields["stairs"], Qt.Key.Key_Up)
    assert dialog.total.text() == "Barthel 19 van 20: grotendeels zelfstandig"
    assert list(cut_off_texts(dialog)) == []
    save(qtbot, dialog)
    (row,) = scores(file_house, guest)
    assert (row.score.total, row.score.items[ScoreItem.STAIRS], row.taken_on) == (19, 1, nov(22))
    assert "Barthel 19 van 20: grotendeels zelfstandig" in shown(screen)
    assert any("22-11-2026" in words for words in shown(screen))


def test_missing_items_give_no_total(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = opened(qtbot, screen, "Katz")
    for item in ("bathing", "dressing"):
        qtbot.keyClick(dialog.fields[item], Qt.Key.Key_Down)
    save(qtbot, dialog)
    assert scores(file_house, guest)[0].score.total is None
    assert "Katz niet compleet: 2 van 6" in shown(screen)


def test_nothing_scored_is_refused(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = opened(qtbot, screen, "Katz")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "Bad of douche" in dialog.problem.text()
    assert scores(file_house, guest) == ()


def test_an_older_one_stands_behind_a_line(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    for day in (3, 20):
        add_score(file_house.door, guest, ScoreWish(KATZ, nov(day), f"dag {day}"))
    screen.open_guest(guest)
    screen.view.show_tab(CareTab)
    assert "dag 20" in shown(screen)
    assert "dag 3" not in shown(screen)
    assert "▸ 1 oudere of ingetrokken" in [one.text() for one in screen.view.current_tab().findChildren(QPushButton)]


def test_one_that_does_not_count_keeps_its_reason(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    add_score(file_house.door, guest, ScoreWish(KATZ, nov(20)))
    screen.open_guest(guest)
    settle()
    screen.deeds.edit_score(screen.file, ScoreKind.KATZ, screen.file.scores[0])
    dialog = dialog_of(screen, ScoreDialog)
    (away,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Intrekken…"]
    qtbot.keyClick(away, Qt.Key.Key_Space)
    question = dialog_of(screen, ReasonDialog)
    qtbot.keyClicks(question.findChild(QLineEdit), "verkeerde gast")
    save(qtbot, question)
    (row,) = scores(file_house, guest)
    assert (row.ended_on, row.ended_why) == (nov(22), "verkeerde gast")
    assert "Er is geen score afgenomen." in shown(screen)


def test_two_people_and_roles(file_house: TestHouse):
    guest = file_house.guest()
    row_id = add_score(file_house.door, guest, ScoreWish(KATZ, nov(20))).created_id
    change_score(file_house.door, row_id, ScoreWish(KATZ, nov(19), version=1))
    with pytest.raises(ChangedByOther):
        change_score(file_house.door, row_id, ScoreWish(KATZ, nov(18), version=1))
    with pytest.raises(FieldRequired):
        end_score(file_house.door, row_id, " ", 2)
    end_score(file_house.door, row_id, "dubbel", 2)
    with pytest.raises(ChangedByOther):
        change_score(file_house.door, row_id, ScoreWish(KATZ, nov(18), version=3))
    with pytest.raises(NotAllowed):
        add_score(file_house.as_role(Role.ADMINISTRATOR), guest, ScoreWish(KATZ, nov(20)))
    assert guest_file(file_house.as_role(Role.ADMINISTRATOR), guest).scores == ()


def test_the_access_file_has_each_item(file_house: TestHouse):
    guest = file_house.guest()
    add_score(file_house.door, guest, ScoreWish(KATZ, nov(20), "aan tafel"))
    dossier = give_access(file_house.door, guest, AskedBy(Asker.GUEST))
    words = text_of(built(build_guest_file, dossier))
    assert "Katz 6 van 6" in words
    assert "Continentie: 1: zelfstandig" in words
    assert "aan tafel" in words
