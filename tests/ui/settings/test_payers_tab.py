"""Payers and rates in a real window: an empty house gets what a declaration needs, with keys and clicks."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.payers import payer_facts
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.payer_dialogs import (
    ContractDialog,
    CorrectRateDialog,
    EndContractDialog,
    PayerDialog,
    RateDialog,
)
from logeerhuis_app.ui.settings.payers_tab import PayersTab
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, open_window, settle

Window = TypeVar("Window", bound=QWidget)


@pytest.fixture
def tab(qtbot: QtBot, file_house: TestHouse) -> Iterator[PayersTab]:
    screen = SettingsScreen(Operations(file_house.door))
    qtbot.addWidget(screen)
    screen.resize(1150, 700)
    open_window(screen)
    screen.show_page("payers")
    settle()
    yield screen.payers
    screen.close()  # which is kept alive until here


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def opened(tab: PayersTab, kind: type[Window]) -> Window:
    (dialog,) = (one for one in tab.window().findChildren(kind) if one.isVisible())
    return dialog


def typed(dialog: FileDialog, **texts: str) -> None:
    for code, text in texts.items():
        dialog.fields[code].setText(text)  # type: ignore[attr-defined]


def add_helmond(qtbot: QtBot, tab: PayersTab) -> None:
    click(qtbot, tab.add_payer_button)
    dialog = opened(tab, PayerDialog)
    typed(dialog, name="Gemeente Helmond", code="0794", postcode_town="5700 AA Helmond")
    click(qtbot, dialog.save_button)


def add_contract(qtbot: QtBot, tab: PayersTab, amount: str = "152,50") -> None:
    click(qtbot, tab.add_contract_button)
    dialog = opened(tab, ContractDialog)
    typed(dialog, number="WMO-14", amount_cents=amount, product="Kortdurend verblijf")
    click(qtbot, dialog.save_button)


def test_from_nothing_to_a_rate(qtbot: QtBot, tab: PayersTab, file_house: TestHouse) -> None:
    assert tab.no_payer.isVisible()
    add_helmond(qtbot, tab)
    assert tab.payers.texts() == [["Gemeente Helmond", "gemeente", "0794", "geen contract"]]
    assert tab.no_location.isVisible()
    assert not tab.add_contract_button.isEnabled()
    file_house.location()
    tab.reload()
    add_contract(qtbot, tab)
    (row,) = tab.rates.texts()
    assert [text.replace("\xa0", " ") for text in row] == [
        "Plezant",
        "WMO-14",
        "Wmo",
        "€ 152,50",
        "01-01-2026",
        "geen einde",
    ]
    assert tab.payers.texts()[0][3].replace("\xa0", " ") == "€ 152,50"
    tab.payers.setFocus()
    qtbot.keyClick(tab.payers, Qt.Key.Key_Return)
    assert tab.window().focusWidget() is tab.rates
    assert list(cut_off_texts(tab)) == []


def test_a_new_rate_and_one_put_right(qtbot: QtBot, tab: PayersTab, file_house: TestHouse) -> None:
    file_house.location()
    add_helmond(qtbot, tab)
    add_contract(qtbot, tab)
    click(qtbot, tab.add_rate_button)
    dialog = opened(tab, RateDialog)
    dialog.fields["valid_from"].set_value(date(2027, 1, 1))  # type: ignore[attr-defined]
    typed(dialog, amount_cents="158")
    click(qtbot, dialog.save_button)
    assert [row[3].replace("\xa0", " ") for row in tab.rates.texts()] == ["€ 158,00", "€ 152,50"]
    assert tab.rates.texts()[1][5] == "31-12-2026"
    tab.rates.selectRow(1)
    assert not tab.correct_button.isVisible(), "only the newest can be put right"
    tab.rates.selectRow(0)
    click(qtbot, tab.correct_button)
    correction = opened(tab, CorrectRateDialog)
    typed(correction, amount_cents="157,25")
    click(qtbot, correction.save_button)
    assert payer_facts(file_house.door).contracts[0].rates[0].amount_cents == 15_725


def test_an_amount_that_cannot_be_read_is_asked_again(qtbot: QtBot, tab: PayersTab, file_house: TestHouse) -> None:
    file_house.location()
    add_helmond(qtbot, tab)
    add_contract(qtbot, tab, "1,5")
    dialog = opened(tab, ContractDialog)
    assert "geen bedrag" in dialog.problem.text()
    assert dialog.fields["number"].text() == "WMO-14"  # type: ignore[attr-defined]
    typed(dialog, amount_cents="", number="")
    click(qtbot, dialog.save_button)
    assert dialog.isVisible()
    typed(dialog, amount_cents="150", number="WMO-15")
    click(qtbot, dialog.save_button)
    assert tab.rates.texts()[0][1] == "WMO-15"


def test_a_contract_ends(qtbot: QtBot, tab: PayersTab, file_house: TestHouse) -> None:
    file_house.location()
    add_helmond(qtbot, tab)
    add_contract(qtbot, tab)
    click(qtbot, tab.end_button)
    dialog = opened(tab, EndContractDialog)
    dialog.fields["valid_until"].set_value(date(2026, 12, 31))  # type: ignore[attr-defined]
    click(qtbot, dialog.save_button)
    assert tab.rates.texts()[0][1] == "WMO-14, tot en met 31-12-2026"


def test_a_wrong_code_is_said_beside_it(qtbot: QtBot, tab: PayersTab) -> None:
    click(qtbot, tab.add_payer_button)
    dialog = opened(tab, PayerDialog)
    typed(dialog, name="Gemeente Helmond", code="79")
    click(qtbot, dialog.save_button)
    assert "vier cijfers" in dialog.problem.text()
    typed(dialog, code="0794")
    click(qtbot, dialog.save_button)
    assert tab.payers.texts()[0][0] == "Gemeente Helmond"


def test_the_administrator_has_this_page_and_no_other(qtbot: QtBot, file_house: TestHouse):
    screen = SettingsScreen(Operations(file_house.as_role(Role.ADMINISTRATOR)))
    qtbot.addWidget(screen)
    screen.resize(1150, 700)
    open_window(screen)
    screen.activate()
    settle()
    pages = screen.pages
    shown = [pages.tabText(place) for place in range(pages.count()) if pages.isTabVisible(place)]
    assert shown == ["Betalers en tarieven"]
    add_helmond(qtbot, screen.payers)
    assert screen.payers.payers.rowCount() == 1
    assert ("Insert", "Nieuwe betaler") in screen.key_help()
    screen.close()
