"""Every widget at every text size: nothing cut off, nothing English, everything named and visibly focused."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.style import apply_style
from tests.support.gallery import gallery
from tests.support.look import cut_off_texts, open_window, settle


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = gallery()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def large(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    apply_style(qapp, request.param)
    yield request.param
    apply_style(qapp)


@pytest.mark.parametrize("large", [1.0, 1.25, 1.5], indirect=True)
def test_nothing_is_cut_off(qtbot: QtBot, large: float) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.resize(round(1700 * large), 400)
    open_window(window)
    assert list(cut_off_texts(window)) == []


def test_it_is_all_dutch(window: QWidget) -> None:
    words = [label.text() for label in window.findChildren(QLabel)]
    words += [button.text() for button in window.findChildren(QAbstractButton)]
    words += [line.placeholderText() for line in window.findChildren(QLineEdit)]
    text = " ".join(words).lower()
    for english in (" not ", "unknown", "resuscitation", "allergy", "choose", "required", "another", "filled"):
        assert english not in text


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea | QAbstractItemView)
    ]


def test_everything_that_takes_the_keyboard_has_a_name(window: QWidget) -> None:
    open_window(window)
    nameless = [
        widget
        for widget in focusable(window)
        if not widget.accessibleName() and not isinstance(widget, QAbstractButton | QTabBar)
    ]
    nameless += [
        w for w in focusable(window) if isinstance(w, QAbstractButton) and not (w.accessibleName() or w.text())
    ]
    assert nameless == []


def test_the_focus_can_be_seen_on_every_control(window: QWidget) -> None:
    window.resize(1700, 1000)
    open_window(window)
    unseen = []
    for widget in focusable(window):
        window.setFocus()
        widget.clearFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit):
            widget.deselect()
        settle()
        if widget.hasFocus() and widget.grab().toImage() == before:
            unseen.append(widget)
    assert unseen == []
