"""The shared widgets on one sheet, and those that open over others."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.guest import GuestListRow
from logeerhuis_app.ui.widgets.calendar_popup import CalendarPopup
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker
from tests.support.banners import PIET, RITA
from tests.support.gallery import gallery
from tests.support.shots.shot import Shot
from tests.support.shots.stage import Stage, first

WIDTH, HEIGHT = 1750, 1250


def widget_shots() -> list[Shot]:
    return [
        Shot("widgets/gallery", _gallery),
        Shot("widgets/results", _results),
        Shot("widgets/calendar", _calendar),
    ]


def _open(stage: Stage, window: QWidget, width: int, height: int) -> QWidget:
    window.resize(width, height)
    stage.put(window, fill=False).show()
    window.activateWindow()
    return window


def _gallery(stage: Stage) -> QWidget:
    return _open(stage, gallery(), WIDTH, HEIGHT)


def _results(stage: Stage) -> QWidget:
    window = QWidget()
    rows = (GuestListRow(PIET, Law.WLZ), GuestListRow(RITA, Law.WMO))
    picker = GuestPicker(lambda _text: rows)
    picker.setParent(window)
    picker.setGeometry(16, 16, 420, 40)
    _open(stage, window, 460, 220)
    picker.line.setFocus()
    QTest.keyClicks(picker.line, "pi")
    return window


def _calendar(stage: Stage) -> QWidget:
    window = QWidget()
    field = DateField(stage.clock, value=stage.clock.today())
    field.setParent(window)
    _open(stage, window, 400, 80)
    field.open_calendar()
    return first(field.findChildren(CalendarPopup), lambda _popup: True, "open calendar")
