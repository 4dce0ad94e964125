"""The field for a date of which only a part is known, under real keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField
from tests.support.clocks import SUNDAY_22_NOVEMBER as CLOCK
from tests.support.look import open_window


@pytest.fixture
def field(qtbot: QtBot) -> PartialDateField:
    field = PartialDateField(CLOCK)
    qtbot.addWidget(field)
    open_window(field)
    field.setFocus()
    return field


@pytest.mark.parametrize(
    ("typed", "value", "echo"),
    [
        ("1938", PartialDate(1938), "1938, dag onbekend"),
        ("5-1938", PartialDate(1938, 5), "mei 1938, dag onbekend"),
        ("mei 1938", PartialDate(1938, 5), "mei 1938, dag onbekend"),
        ("1938-05", PartialDate(1938, 5), "mei 1938, dag onbekend"),
        ("12-5-1938", PartialDate.of(date(1938, 5, 12)), "do 12 mei 1938"),
    ],
)
def test_it_takes_as_much_as_is_known(
    qtbot: QtBot, field: PartialDateField, typed: str, value: PartialDate, echo: str
) -> None:
    qtbot.keyClicks(field.line, typed)
    assert field.value() == value
    assert field.echo.text() == echo == field.line.accessibleDescription()


@pytest.mark.parametrize("typed", ["29-2-1939", "13-1938", "31-11-1940", "veel later", "38"])
def test_what_is_no_date_is_said_beside_it_and_stays(qtbot: QtBot, field: PartialDateField, typed: str) -> None:
    qtbot.keyClicks(field.line, typed)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() is None
    assert not field.is_understood()
    assert field.echo.text() == "dit is geen dag"
    assert field.line.text() == typed


def test_what_it_shows_can_be_typed_again(qtbot: QtBot) -> None:
    for value in (PartialDate(1938), PartialDate(1938, 3), PartialDate(1938, 3, 9)):
        field = PartialDateField(CLOCK, birth=True, value=value)
        qtbot.addWidget(field)
        assert field.value() == value


def test_a_birth_year_of_two_digits_is_that_of_an_adult(qtbot: QtBot) -> None:
    field = PartialDateField(CLOCK, birth=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "14-3-26")
    assert field.value() == PartialDate(1926, 3, 14)
