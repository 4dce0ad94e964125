"""Writing a note, putting one right, and leaving a task; each under the banner of the guest it is about."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from logeerhuis_app.clock import Clock, house_time
from logeerhuis_app.domain.handover import STARTS, Shift, ShiftKind, shift_at
from logeerhuis_app.i18n import _
from logeerhuis_app.reports.shift_words import shift_words
from logeerhuis_app.services.handover import MOST_CHARACTERS, SHIFTS_BACK
from logeerhuis_app.services.rows.handover import NoteRow
from logeerhuis_app.ui.handover.pinned_banner import PinnedBanner
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.time_field import TimeField

ROOM_FOR_TEXT = 120


class NoteText(QPlainTextEdit):
    """Tab leaves the field; the text is what was typed and nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(px(ROOM_FOR_TEXT))

    def text(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter belongs to the dialog."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


def _whose(banner: PinnedBanner | None) -> QWidget:
    """The guest pinned above the form, or the house."""
    return banner or Label(_("About the house, not about one guest"), Role.STRONG)


class NoteDialog(FormDialog):
    """A note for one shift. After midnight it says out loud which night it belongs to."""

    def __init__(
        self, banner: PinnedBanner | None, clock: Clock, draft: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Write a note"), parent, hint=_("Draft found again: write on or clear it") if draft else "")
        self.pin(_whose(banner))
        self.text = NoteText()
        self.text.setPlainText(draft)
        self.add_row(_("&Note"), self.text, required=True)
        self.is_important = QCheckBox(_("&Important: comes first, and stays until somebody else has read it"))
        self.add_wide(self.is_important)
        self._shifts = _shifts_up_to(clock)
        self.shift_choice = QComboBox()
        self.shift_choice.addItems([shift_words(shift) for shift in self._shifts])
        self.add_row(_("For which &shift"), self.shift_choice, hint=_midnight_hint(clock))
        self.text.setFocus()
        self.setMinimumWidth(px(560))

    def shift(self) -> Shift:
        return self._shifts[self.shift_choice.currentIndex()]

    def missing_required(self) -> None:
        """An empty or too long note is refused by the door, with its own sentence."""

    def draft(self) -> str:
        """What was typed; kept when the dialog is closed by accident."""
        return self.text.text().strip()[:MOST_CHARACTERS]


def _shifts_up_to(clock: Clock) -> list[Shift]:
    """The shift that runs, then those before it that may still be written in."""
    shifts = [shift_at(house_time(clock.now_utc()).replace(tzinfo=None))]
    for _step in range(SHIFTS_BACK):
        shifts.append(shifts[-1].previous())
    return shifts


def _midnight_hint(clock: Clock) -> str:
    now = house_time(clock.now_utc())
    if now.time() >= STARTS[ShiftKind.EARLY]:
        return ""
    return _(
        "It is after midnight: the night shift that runs began yesterday. Choose the evening for what happened then."
    )


class CorrectionDialog(FormDialog):
    """The old text stays readable; the new one names it and says why."""

    def __init__(self, note: NoteRow, banner: PinnedBanner | None, parent: QWidget | None = None) -> None:
        super().__init__(_("Correct a note"), parent, hint=_("The old text stays, with a line through it."))
        self.pin(_whose(banner))
        self.note = note
        self.text = NoteText()
        self.text.setPlainText(note.text)
        self.add_row(_("&New text"), self.text, required=True)
        self.reason = QLineEdit()
        self.add_row(_("&Why was the old one not right"), self.reason, required=True)
        self.text.setFocus()
        self.setMinimumWidth(px(560))


class TaskDialog(FormDialog):
    """Something to do, for one guest or for the house; not done, it carries over to the next shift."""

    def __init__(
        self, guests: Sequence[tuple[str, int | None]], chosen: int | None, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New task"), parent)
        self._guests = guests
        self.whose = QComboBox()
        self.whose.addItems([name for name, _guest_id in guests])
        self.whose.setCurrentIndex(next((at for at, (_name, key) in enumerate(guests) if key == chosen), 0))
        self.add_row(_("&For"), self.whose)
        self.text = QLineEdit()
        self.add_row(_("&What"), self.text, required=True)
        self.day = DateField(clock, value=house_time(clock.now_utc()).date())
        self.add_row(_("&Day"), self.day, required=True)
        self.has_time = QCheckBox(_("at a fixed &time"))
        self.at = TimeField(_next_hour(clock))
        self.at.setEnabled(False)
        self.has_time.toggled.connect(self.at.setEnabled)
        self.add_wide(self._time_line())
        self.text.setFocus()

    def guest_id(self) -> int | None:
        return self._guests[self.whose.currentIndex()][1]

    def due_on(self) -> date | None:
        return self.day.value()

    def due_at(self) -> time | None:
        return self.at.value() if self.has_time.isChecked() else None

    def _time_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.has_time)
        row.addWidget(self.at)
        row.addStretch(1)
        return line


def _next_hour(clock: Clock) -> time:
    return time((house_time(clock.now_utc()).hour + 1) % 24, 0)
