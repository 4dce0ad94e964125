"""Takes the pictures, and says what does not look right without needing eyes."""

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from types import TracebackType

from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from logeerhuis_app import paths
from logeerhuis_app.ui.planning.waiting_list import Shelf
from logeerhuis_app.ui.requests.board import Board
from tests.support.look import cut_off_texts, nameless_fields

REST_S = 0.24
"""Longer than any timer with which a screen waits for fast fingers."""
TURN_S = 0.01
MEANT_TO_SCROLL = (Shelf, Board)
"""One row of cards however many families wait, and one column for each step of their road."""
QUIET_TURNS = 4
ENGLISH_WORDS = re.compile(r"\b(the|and|this|has|with|from|are|yet|your|ask|choose|first|guests?)\b", re.IGNORECASE)
"""None of them is a word in Dutch; they stand in sentences that the catalogue does not know."""
PATIENCE_MS = 20_000


class Windows(QObject):
    """Sees every window that opens, also the one that was none: a widget shown before it had its place."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._opened.append(watched)
        return False

    def flashes(self) -> list[str]:
        """Those that are no windows any more; on a desk each flashes up and takes the keyboard away."""
        names = [type(one).__name__ for one in self._opened if isValid(one) and not one.isWindow()]
        self._opened.clear()
        return [f"flashes as a window of its own: {name}" for name in names]


@dataclass
class Camera:
    """``findings``: what is wrong by itself, by picture."""

    folder: Path
    taken: list[str] = field(default_factory=list)
    findings: dict[str, list[str]] = field(default_factory=dict)
    _faults: list[str] = field(default_factory=list)
    _windows: Windows = field(default_factory=Windows)

    def __enter__(self) -> "Camera":
        """Qt swallows what goes wrong in a slot, and murmurs to nobody; here both are findings."""
        sys.excepthook = self._caught
        qInstallMessageHandler(self._heard)
        if (program := QCoreApplication.instance()) is not None:
            program.installEventFilter(self._windows)
        return self

    def __exit__(self, *_what: object) -> None:
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)
        if (program := QCoreApplication.instance()) is not None:
            program.removeEventFilter(self._windows)

    def miss(self, name: str, why: LookupError) -> None:
        """What should be on the picture is not there."""
        self._note(name, [f"not taken: {why}", *self._faults])
        self._faults.clear()

    def take(self, widget: QWidget, name: str) -> None:
        """Save what stands on screen when nothing moves any more."""
        come_to_rest(REST_S if is_window(widget) else 0)
        path = self.path_of(name)
        if not widget.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        self._note(name, [*_findings(widget), *self._windows.flashes(), *self._faults])
        self._faults.clear()

    def path_of(self, name: str) -> Path:
        """Where the picture of this name goes; a name is used once."""
        if name in self.taken:
            raise ValueError(f"two pictures are called {name}")
        self.taken.append(name)
        path = self.folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write_index(self) -> Path:
        """All pictures on one page, with what was found below each."""
        parts = ['<meta charset="utf-8"><title>shots</title>', "<style>img{max-width:100%;border:1px solid}</style>"]
        for name in self.taken:
            notes = "".join(f"<p>{escape(one)}</p>" for one in self.findings.get(name, []))
            parts.append(f'<h3 id="{name}">{name}</h3>{notes}<img src="{name}.png" loading="lazy">')
        index = self.folder / "index.html"
        index.write_text("\n".join(parts), encoding="utf-8")
        return index

    def _note(self, name: str, found: list[str]) -> None:
        if found:
            self.findings[name] = found

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._faults.append(f"error: {kind.__name__}: {error}")
        sys.__excepthook__(kind, error, trace)

    def _heard(self, kind: QtMsgType, _where: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith("This plugin does not support"):
            self._faults.append(f"Qt says: {words}")


def is_window(widget: QWidget) -> bool:
    """A whole window of screens, where timers wait for fast fingers."""
    return isinstance(widget, QMainWindow)


def come_to_rest(seconds: float = 0) -> None:
    """Until the pool is idle and every layout has settled; timers run for so many seconds."""
    pool = QThreadPool.globalInstance()
    end = time.monotonic() + seconds
    quiet = 0
    while quiet < QUIET_TURNS or time.monotonic() < end:
        quiet = 0 if pool.activeThreadCount() else quiet + 1
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        if pool.activeThreadCount() or quiet >= QUIET_TURNS:
            time.sleep(TURN_S)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs that would do it
    if not pool.waitForDone(PATIENCE_MS):
        raise TimeoutError("a job does not end")


def _findings(widget: QWidget) -> Iterator[str]:
    for text in cut_off_texts(widget):
        yield f"cut off: {text!r}"
    for text in sorted(set(_texts(widget))):
        if text in _english() or ENGLISH_WORDS.search(text):
            yield f"English: {text!r}"
    for nameless in nameless_fields(widget):
        yield f"nameless: {nameless}"
    yield from _sideways(widget)


def _sideways(widget: QWidget) -> Iterator[str]:
    for area in [widget, *widget.findChildren(QAbstractScrollArea)]:
        if not isinstance(area, QAbstractScrollArea):
            continue
        bar = area.horizontalScrollBar()
        if type(area) in MEANT_TO_SCROLL:
            continue
        if area.isVisibleTo(widget) and bar.isVisibleTo(widget) and bar.maximum() > 0:
            yield f"scrolls sideways: {_where(area)}"
        elif area.isVisibleTo(widget) and _hides_its_right(area):
            yield f"right-hand side cannot be reached: {_where(area)}"


def _where(area: QWidget) -> str:
    parent = area.parentWidget()
    return type(area).__name__ if parent is None else f"{type(area).__name__} in {type(parent).__name__}"


def _hides_its_right(area: QAbstractScrollArea) -> bool:
    """Wider than its frame, and the bar that would show the rest is switched off."""
    is_off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    is_chart = area.property("role") == "tape"  # walked through with keys, buttons and the wheel
    return is_off and not is_chart and area.horizontalScrollBar().maximum() > 0


def _texts(widget: QWidget) -> Iterator[str]:
    for one in [widget, *widget.findChildren(QWidget)]:
        if one.isVisibleTo(widget) or one is widget:
            yield from (one.toolTip(), one.accessibleName(), one.windowTitle())
            yield from _own_texts(one)


def _own_texts(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, QLineEdit):
        yield one.placeholderText()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(place) for place in range(one.count()))
    elif isinstance(one, QTabWidget):
        yield from (one.tabText(place) for place in range(one.count()))


@cache
def _english() -> frozenset[str]:
    """Texts of the catalogue that are no Dutch: one of these on screen was marked and never looked up."""
    with paths.resource("locale", "nl", "LC_MESSAGES", "logeerhuis.po").open("rb") as file:
        messages = [message for message in read_po(file) if isinstance(message.id, str) and message.id]
    dutch = {message.string for message in messages}
    return frozenset(str(message.id) for message in messages if message.id not in dutch)
