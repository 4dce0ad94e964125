"""The date field under real keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.widgets.calendar_popup import CalendarPopup
from logeerhuis_app.ui.widgets.date_field import DateField
from tests.support.clocks import SUNDAY_22_NOVEMBER as CLOCK
from tests.support.look import open_window, settle


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField(CLOCK)
    qtbot.addWidget(field)
    open_window(field)
    field.setFocus()
    return field


def test_it_says_in_words_what_was_understood(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClicks(field.line, "4 dec")
    assert field.value() == date(2026, 12, 4)
    assert field.echo.text() == "vr 4 december 2026"
    assert field.line.accessibleDescription() == "vr 4 december 2026"
    field.line.clearFocus()
    assert field.line.text() == "04-12-2026"


def test_what_is_no_day_is_said_beside_the_field(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClicks(field.line, "31-11")
    assert field.value() is None
    assert not field.is_understood()
    assert field.echo.text() == "dit is geen dag"
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.property("invalid") == "true"
    assert field.line.text() == "31-11"
    field.line.clear()
    assert field.is_understood()
    assert field.echo.text() == ""


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2026, 12, 5)),
        (Qt.Key.Key_Down, date(2026, 12, 3)),
        (Qt.Key.Key_PageUp, date(2026, 12, 11)),
        (Qt.Key.Key_PageDown, date(2026, 11, 27)),
    ],
)
def test_arrows_walk_over_the_days(qtbot: QtBot, field: DateField, key: Qt.Key, day: date) -> None:
    field.set_value(date(2026, 12, 4))
    with qtbot.waitSignal(field.changed) as heard:
        qtbot.keyClick(field.line, key)
    assert field.value() == day
    assert heard.args == [day]


def test_from_empty_the_arrows_start_today(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == CLOCK.today()


def test_changed_is_said_once_for_each_other_day(qtbot: QtBot, field: DateField) -> None:
    heard: list[object] = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field.line, "4-12")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert heard[-1] == date(2026, 12, 4)
    assert len(heard) == len({str(day) for day in heard})


def test_a_birth_date_needs_a_year(qtbot: QtBot) -> None:
    field = DateField(CLOCK, birth=True)
    qtbot.addWidget(field)
    field.line.setText("14-3")
    assert field.value() is None
    field.line.setText("14-3-49")
    assert field.value() == date(1949, 3, 14)
    assert field.echo.text() == "ma 14 maart 1949"


def test_the_calendar_opens_by_key_and_picks(qtbot: QtBot, field: DateField) -> None:
    field.set_value(date(2026, 12, 4))
    qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    view = popup.calendar.focusProxy() or popup.calendar
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert field.value() == date(2026, 12, 5)
    assert QApplication.activePopupWidget() is None


def test_escape_leaves_the_day_alone(qtbot: QtBot, field: DateField) -> None:
    field.set_value(date(2026, 12, 4))
    field.open_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    assert field.value() == date(2026, 12, 4)


def test_in_a_narrow_place_the_words_go_below(qtbot: QtBot, field: DateField) -> None:
    field.set_value(date(2026, 12, 4))
    field.resize(600, field.height())
    settle()
    beside = field.echo.mapTo(field, field.echo.rect().topLeft()).y()
    field.resize(200, field.height())
    settle()
    below = field.echo.mapTo(field, field.echo.rect().topLeft()).y()
    assert beside < field.line.height() <= below
    assert field.echo.visibleRegion().boundingRect().height() == field.echo.height()
