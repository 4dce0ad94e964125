"""The picture for the phone, read back from its pixels."""

import pytest
import segno
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.qr_code import QUIET_ZONE, QrCode
from tests.support.look import open_window

ADDRESS = "otpauth://totp/Logeerhuis%20Plezant:lemmens?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Logeerhuis"


@pytest.fixture(params=[1.0, 1.25, 1.5])
def code(request: pytest.FixtureRequest, qtbot: QtBot):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_style(app, request.param)
    made = QrCode("Plaatje")
    qtbot.addWidget(made)
    made.show_text(ADDRESS)
    open_window(made)
    yield made
    apply_style(app, 1.0)


def is_dark(image: QImage, at: QPoint) -> bool:
    return QColor(image.pixel(at)).lightness() < 100


def pixels_of(code: QrCode) -> tuple[QImage, int]:
    image = code.grab().toImage()
    count = len(code.matrix) + 2 * QUIET_ZONE
    assert image.width() == image.height()
    assert image.width() % count == 0
    return image, image.width() // count


def test_each_module_is_painted_where_and_as_it_should(code: QrCode) -> None:
    """The corners of each module too: a blurred edge costs the phone its reading."""
    image, side = pixels_of(code)
    wanted = [list(row) for row in segno.make_qr(ADDRESS, error="l").matrix]
    for corner in (QPoint(0, 0), QPoint(side - 1, side - 1), QPoint(side // 2, side // 2)):
        seen = [
            [
                int(is_dark(image, QPoint((column + QUIET_ZONE) * side, (row + QUIET_ZONE) * side) + corner))
                for column in range(len(wanted))
            ]
            for row in range(len(wanted))
        ]
        assert seen == wanted


def test_there_is_white_around_it(code: QrCode) -> None:
    image, side = pixels_of(code)
    white, last = QUIET_ZONE * side, image.width() - 1
    for along in range(0, image.width(), max(1, side // 2)):
        for across in (0, white - 1):
            places = [(along, across), (across, along), (along, last - across), (last - across, along)]
            assert all(QColor(image.pixel(*place)) == QColor("white") for place in places)


def test_it_says_what_it_is_and_keeps_its_size(code: QrCode) -> None:
    assert code.accessibleName() == "Plaatje"
    assert code.size() == code.sizeHint()
    assert code.module >= 4


def test_without_a_text_there_is_nothing(qtbot: QtBot) -> None:
    empty = QrCode("Plaatje")
    qtbot.addWidget(empty)
    assert empty.matrix == ()
    assert empty.sizeHint().isEmpty() or empty.sizeHint().width() == 0
