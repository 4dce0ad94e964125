"""Right: the paper as it will leave the house, page by page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number, percent
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.pages import PageImage, page_count, page_image
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

PAGE_POINTS = 595
"""Width of an A4 page."""
SCREEN_DPI = 96
ZOOM_STEPS = (0.4, 0.5, 0.6, 0.75, 1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True)
class Shown:
    """A paper with one of its pages as a picture."""

    pdf: bytes
    pages: int
    place: int
    page: PageImage


@dataclass(frozen=True)
class Made:
    """What came of one wish; no paper when it was gone by then, because somebody fixed or changed it."""

    wish: int
    shown: Shown | None


class Preview(QFrame):
    """Keeps the paper's bytes; walking and zooming draw from those."""

    save_requested = Signal()
    print_requested = Signal()
    shown = Signal()  # a page stands there

    def __init__(
        self,
        name: str = "",
        save_text: str = "",
        *,
        can_save: bool = True,
        can_print: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "desk")
        self._name = name or _("Preview of the declaration")
        self._save_text = save_text or _("Save as PDF…")
        self._can_save, self._can_print = can_save, can_print
        self._pdf = b""
        self._pages = 0
        self._place = 0
        self._zoom = 0.0  # 0: as wide as the panel
        self._wish = 0
        self._build()
        self.clear()

    @property
    def pdf(self) -> bytes:
        """The paper that is shown; empty while there is none."""
        return self._pdf

    def clear(self, reason: str = "") -> None:
        """Nothing to show, and why."""
        self._wish += 1
        self._pdf, self._pages, self._place = b"", 0, 0
        self.sheet.hide()
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._show_state()

    def show_made(self, make: Callable[[], bytes]) -> None:
        """Make the paper in the pool and show its first page. ``make`` opens its own session."""
        self.reason.setText(_("Drawing the paper …"))
        self.reason.setVisible(not self._pdf)
        dpi = self._dpi()

        def work() -> Shown:
            pdf = make()
            return Shown(pdf, page_count(pdf), 0, page_image(pdf, 0, dpi))

        self._start(work)

    def show_page(self, place: int) -> None:
        if not self._pdf or not 0 <= place < self._pages:
            return
        pdf, pages, dpi = self._pdf, self._pages, self._dpi()
        self._start(lambda: Shown(pdf, pages, place, page_image(pdf, place, dpi)))

    def turn(self, step: int) -> None:
        """One page further or back."""
        self.show_page(self._place + step)

    def zoom(self, step: int) -> None:
        """One step larger or smaller than it is shown now."""
        now = self._factor()
        steps = [each for each in ZOOM_STEPS if (each > now + 0.01 if step > 0 else each < now - 0.01)]
        if steps:
            self._zoom = min(steps) if step > 0 else max(steps)
            self.show_page(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom and event.size().width() != event.oldSize().width():
            self.show_page(self._place)

    # -- making pictures

    def _start(self, work: Callable[[], Shown]) -> None:
        self._wish += 1
        job = Job(partial(_made, self._wish, work))
        job.finished.connect(self._arrived)
        job.failed.connect(self._failed)
        job.start()

    def _arrived(self, made: Made) -> None:
        if made.wish != self._wish:
            return  # something else was asked for meanwhile
        if made.shown is None:
            self.clear(_("The paper cannot be shown."))
            return
        shown = made.shown
        self._pdf, self._pages, self._place = shown.pdf, shown.pages, shown.place
        picture = QPixmap.fromImage(shown.page.image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(picture)
        self.sheet.setFixedSize(picture.deviceIndependentSize().toSize() + QSize(2, 2))
        self.sheet.setAccessibleDescription(shown.page.text)
        self.sheet.show()
        self.reason.hide()
        self._show_state()
        self.shown.emit()

    def _failed(self, error: Exception) -> None:
        self.clear(_("The paper cannot be shown."))
        raise error

    def _dpi(self) -> float:
        return SCREEN_DPI * self._factor() * self.devicePixelRatioF()

    def _factor(self) -> float:
        """1.0 is life size on a screen of 96 dots per inch."""
        if self._zoom:
            return self._zoom
        room = max(px(120), self._scroll.width() - px(28))
        return room / (PAGE_POINTS * SCREEN_DPI / 72)

    def _show_state(self) -> None:
        there = bool(self._pdf)
        self.place.setText(_("{page} / {pages}").format(page=number(self._place + 1), pages=number(self._pages)))
        self.scale.setText(percent(self._factor()))
        for widget in (self.place, self.scale, self.smaller, self.larger, self.save_button, self.print_button):
            widget.setVisible(there)
        self.save_button.setVisible(there and self._can_save)
        self.print_button.setVisible(there and self._can_print)
        self.back.setVisible(there and self._pages > 1)
        self.forward.setVisible(there and self._pages > 1)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place + 1 < self._pages)

    # -- widgets

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(tokens.SPACE_2))
        column.addLayout(self._build_head())
        self.reason = Label("", Role.MUTE, wraps=True)
        column.addWidget(self.reason)
        self.sheet = QLabel()
        self.sheet.setProperty("role", "sheet")
        self.sheet.setAccessibleName(self._name)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self._name)
        column.addWidget(self._scroll, 1)
        self.save_button = Button(self._save_text, key="Ctrl+S")
        self.save_button.clicked.connect(self.save_requested)
        self.print_button = Button(_("Print…"), shown_key="Ctrl+P")
        self.print_button.clicked.connect(self.print_requested)
        buttons = FlowArea(tokens.SPACE_2)
        buttons.add(self.save_button, self.print_button)
        column.addWidget(buttons)

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(Label(_("Preview"), Role.HEADING))
        head.addStretch(1)
        self.place, self.scale = Label("", Role.SMALL), Label("", Role.SMALL)
        self.back = self._tool(_("Previous page"), "chevron-left", lambda: self.show_page(self._place - 1))
        self.forward = self._tool(_("Next page"), "chevron-right", lambda: self.show_page(self._place + 1))
        self.smaller = self._tool(_("Smaller"), "minus", lambda: self.zoom(-1))
        self.larger = self._tool(_("Larger"), "plus", lambda: self.zoom(1))
        for widget in (self.back, self.place, self.forward, self.smaller, self.scale, self.larger):
            head.addWidget(widget)
        return head

    def _tool(self, name: str, drawing: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setIcon(icon(drawing, tokens.INK, 14))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: deed())
        return button


def _made(wish: int, work: Callable[[], Shown], _job: Job) -> Made:
    try:
        return Made(wish, work())
    except UserFacingError:
        return Made(wish, None)
