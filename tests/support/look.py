"""Pictures of widgets for a person to look at, and a search for cut-off text."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractButton, QAbstractItemView)


def grab(widget: QWidget, to: Path, width: int = 0, height: int = 0) -> None:
    """Show the widget at this size and save what stands there."""
    if width or height:
        widget.resize(width or widget.width(), height or widget.height())
    widget.show()
    settle()
    to.parent.mkdir(parents=True, exist_ok=True)
    assert widget.grab().save(str(to))


MOST_TURNS = 200


def open_window(widget: QWidget) -> None:
    """Show it as the window that has the keyboard, which on a busy machine takes a few turns."""
    widget.show()
    take_keyboard(widget)


def take_keyboard(widget: QWidget) -> None:
    """Make this open window the one that gets the keys."""
    for _turn in range(MOST_TURNS):
        widget.activateWindow()
        settle()
        if widget.isActiveWindow():
            return
    raise AssertionError("the window never got the keyboard")


def settle() -> None:
    """Let layouts that wait for the event loop come to rest."""
    for _turn in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


class StrangeWindows(QObject):
    """Notes every widget that is shown as a window of its own without being a dialog: it flashes and takes the keys.

    That happens to a widget that is made visible before it has a parent.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and not isinstance(watched, QDialog):
            self.seen.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


def cut_off_texts(window: QWidget) -> Iterator[str]:
    """The words of labels and buttons that get less room than they need."""
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text() and not _fits(label):
            yield label.text()
    for button in window.findChildren(QAbstractButton):
        if button.isVisibleTo(window) and button.text() and button.width() < button.sizeHint().width() - 1:
            yield button.text()


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width()) - 1
    hint = label.sizeHint()
    return label.width() >= hint.width() - 1 and label.height() >= hint.height() - 1


def nameless_fields(window: QWidget) -> Iterator[str]:
    """What can be typed in, chosen or pressed, and of which a screen reader could not say what it is."""
    for field in window.findChildren(QWidget):
        is_part = isinstance(field, QHeaderView) or isinstance(field.parentWidget(), QAbstractSpinBox | QComboBox)
        if not isinstance(field, FIELDS) or is_part or not field.isVisibleTo(window):
            continue
        if field.isEnabled() and not spoken_name(field):
            parent = field.parentWidget()
            yield f"{type(field).__name__} in {type(parent).__name__}"


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it: its own name, its text, or that of the label beside it."""
    heard = QAccessible.queryAccessibleInterface(widget)
    return "" if heard is None else heard.text(QAccessible.Text.Name).strip()
