"""The window of the assistant: the steps at the left, one page at a time, back and on below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.setup.step_rail import StepRail
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role

WIDTH, HEIGHT = 960, 640


class AssistantWindow(QWidget):
    """Shows and collects; whoever hears ``next_wished`` does what is to be done and calls ``go_on``.

    Enter and Ctrl+Enter go on, Alt+Left goes back, Esc stops as long as nothing was written.
    """

    next_wished = Signal()  # the page at hand is in order
    stopped = Signal()  # before the house was made

    def __init__(self, steps: Sequence[SetupStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(" · ".join((_("New house"), _("Logeerhuis"))))
        self.setProperty("role", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = tuple(steps)
        self.can_stop = True
        self._is_busy = False
        self._build()
        self._connect()
        self._show(0)

    @property
    def place(self) -> int:
        """Which step is at hand, from 0."""
        return self._pages.currentIndex()

    @property
    def step(self) -> SetupStep:
        return self.steps[self.place]

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    @property
    def problem(self) -> str:
        """The sentence above the buttons; empty when there is none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def go_on(self) -> None:
        """To the next page."""
        self.set_busy(False)
        self._show(min(self.place + 1, len(self.steps) - 1))

    def go_back(self) -> None:
        if not self._is_busy and self.place and self.step.can_go_back:
            self._show(self.place - 1)

    def show_problem(self, text: str) -> None:
        """What is about none of the fields."""
        self.set_busy(False)
        self._problem.setText(text)
        self._problem.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    def bring_into_sight(self) -> None:
        """On a low screen with large letters the first fault may stand below the edge."""
        row = next((row for row in self.step.rows.values() if row.message), None)
        area = self._pages.currentWidget()
        if row is not None and isinstance(area, QScrollArea):
            QApplication.sendPostedEvents()  # the sentence has its room only after the layout heard of it
            area.ensureWidgetVisible(row, 0, px(tokens.SPACE_2))

    def set_busy(self, busy: bool, what: str = "") -> None:
        """``what`` says what takes so long."""
        self._is_busy = busy
        self._pages.setEnabled(not busy)
        self._busy_text.setText(what)
        for widget in (self._busy_text, self.progress):
            widget.setVisible(busy)
        self.progress.setRange(0, 0)
        if busy:
            self._problem.hide()
        self._show_buttons()

    def show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    # --- Qt ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from every field; on a button it presses that button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            button = focused if isinstance(focused, QPushButton) else self.next_button
            button.click()
        elif event.key() == Qt.Key.Key_Escape and self.can_stop:
            self._stop()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """While the house is being made the window stays; that takes seconds."""
        if self._is_busy:
            event.ignore()
            return
        super().closeEvent(event)

    # --- inside ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self.go_back)
        self.stop_button.clicked.connect(self._stop)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.next_button.click)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_button.click)

    def _next(self) -> None:
        if self._is_busy:
            return
        self._problem.hide()
        if self.step.check():
            self.next_wished.emit()
        else:
            self.bring_into_sight()

    def _stop(self) -> None:
        if self.can_stop and not self._is_busy:
            self.stopped.emit()

    def _show(self, place: int) -> None:
        self._problem.hide()
        self._pages.setCurrentIndex(place)
        self.rail.show_step(place)
        self._show_buttons()
        self.step.take_focus()

    def _show_buttons(self) -> None:
        self.next_button.setText(self.step.next_text)
        self.next_button.setAccessibleName(self.step.next_text.replace("&", ""))
        self.next_button.setEnabled(not self._is_busy)
        self.back_button.setVisible(self.place > 0 and self.step.can_go_back)
        self.back_button.setEnabled(not self._is_busy)
        self.stop_button.setVisible(self.can_stop)
        self.stop_button.setEnabled(not self._is_busy)

    def _build(self) -> None:
        self.rail = StepRail([step.short for step in self.steps])
        self._pages = QStackedWidget()
        for step in self.steps:
            self._pages.addWidget(GrowingScrollArea(step))
        right = QVBoxLayout()
        right.setContentsMargins(px(28), px(22), px(28), px(18))
        right.setSpacing(px(tokens.SPACE_3))
        right.addWidget(self._pages, 1)
        self._problem = Label("", Role.PROBLEM, wraps=True)
        right.addWidget(self._problem)
        right.addLayout(self._build_progress())
        right.addLayout(self._build_buttons())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self._problem.hide()
        room = self.screen().availableGeometry()
        self.resize(min(px(WIDTH), room.width()), min(px(HEIGHT), room.height()))

    def _build_progress(self) -> QHBoxLayout:
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self._busy_text = Label("", Role.MUTE)
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_3))
        line.addWidget(self._busy_text)
        line.addWidget(self.progress, 1)
        for widget in (self.progress, self._busy_text):
            widget.hide()
        return line

    def _build_buttons(self) -> QHBoxLayout:
        self.stop_button = Button(_("&Stop"))
        self.stop_button.setToolTip(_("{action} (Esc)").format(action=_("Stop")))
        self.back_button = Button(_("&Back"))
        self.back_button.setToolTip(_("{action} (Alt+Left)").format(action=_("Back")))
        self.next_button = Button(_("&Next"), Kind.PRIMARY)
        self.next_button.setToolTip(_("Enter goes on as well"))
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_2))
        line.addWidget(self.stop_button)
        line.addStretch(1)
        line.addWidget(self.back_button)
        line.addWidget(self.next_button)
        return line
