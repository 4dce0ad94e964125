"""What this shift has to do, with a box to tick."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.rows.handover import TaskRow
from logeerhuis_app.ui.handover.detail_words import task_text
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.label import Label, Role


class _Tick(QCheckBox):
    """The space bar ticks; up and down go to the tasks beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class TaskList(QWidget):
    """A tick asks; whether it is done is said by the rows that come back."""

    ticked = Signal(int, bool)  # task, done

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[TaskRow, ...] | None = None
        self.boxes: dict[int, QCheckBox] = {}

    def show_tasks(self, tasks: Sequence[TaskRow], day: date) -> None:
        if tuple(tasks) == self._shown:
            for task in tasks:  # a refused tick falls back
                self.boxes[task.task_id].setChecked(task.is_done)
            return
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), 0)
        self._clear()
        self._shown = tuple(tasks)
        for task in tasks:
            self._column.addWidget(self._line(task, day))
        if not tasks:
            self._column.addWidget(Label(_("no tasks in this shift"), Role.MUTE))
        if focused in self.boxes:
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first_open(self) -> None:
        """The first task that is not done, or the first of all."""
        box = next((box for box in self.boxes.values() if not box.isChecked()), None)
        box = box or next(iter(self.boxes.values()), None)
        if box is not None:
            box.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, task: TaskRow, day: date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        text = task_text(task, day, with_guest=True)
        box = _Tick()
        box.setChecked(task.is_done)
        box.setAccessibleName(text)
        box.setToolTip(self._tip(task))
        box.clicked.connect(lambda done, task_id=task.task_id: self.ticked.emit(task_id, done))
        self.boxes[task.task_id] = box
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text(task, text), 1)
        return line

    @staticmethod
    def _text(task: TaskRow, text: str) -> Label:
        if task.times_carried and not task.is_done:
            times = ngettext("carried over {n} time", "carried over {n} times", task.times_carried)
            text = f"{text} · {times.format(n=number(task.times_carried))}"
        role = Role.MUTE if task.is_done else Role.AMBER if task.times_carried else Role.BODY
        label = Label(text, role, wraps=True)
        label.setContentsMargins(0, px(4), 0, 0)
        return label

    @staticmethod
    def _tip(task: TaskRow) -> str:
        if task.is_done:
            return _("Done by {user}; space opens it again").format(user=task.done_by)
        return _("Space: done")

    def _clear(self) -> None:
        self.boxes = {}
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
