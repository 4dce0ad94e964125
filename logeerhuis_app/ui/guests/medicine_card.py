"""One line of the transcript to read: what, how much, when; then in words; what was stopped is struck through."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.medicine_words import (
    DOT,
    count_words,
    days_words,
    dose_words,
    how_words,
    medicine_name,
    moments,
    needed_words,
    packaging_words,
    period_words,
    risk_words,
    spoken_words,
)
from logeerhuis_app.services.rows.medication import MedicineRow
from logeerhuis_app.ui.guests.parts import WideLabel
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class MedicineCard(QFrame):
    """A line with its badges and the deeds that belong to it."""

    def __init__(self, row: MedicineRow, today: date, deeds: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(tokens.SPACE_1), 0, px(tokens.SPACE_1))
        column.setSpacing(px(2))
        is_stopped = row.is_stopped(today)
        head = FlowArea(tokens.SPACE_2)
        head.add(*self._title(is_stopped), *(() if is_stopped else _badges(row)), *deeds)
        column.addWidget(head)
        for text, role in _lines(row, today):
            column.addWidget(Label(text, role, wraps=True))
        self.setAccessibleName(spoken_card(row, today))

    def _title(self, is_stopped: bool) -> list[QWidget]:
        title = WideLabel(Role.STRONG)
        title.setText(headline(self.row))
        font = title.font()
        font.setStrikeOut(is_stopped)
        title.setFont(font)
        return [title]


def headline(row: MedicineRow) -> str:
    """«metoprolol 50 mg · 1 tablet · 8:00, 18:00»."""
    return DOT.join(part for part in (medicine_name(row), dose_words(row), ", ".join(moments(row))) if part)


def spoken_card(row: MedicineRow, today: date) -> str:
    """The whole line for a screen reader."""
    words = [headline(row), *(badge.text() for badge in _badges(row)), *(text for text, _role in _lines(row, today))]
    return ", ".join(words)


def _badges(row: MedicineRow) -> list[Badge]:
    """Amber for what is to be done or easily done wrong; the words say it without the colour."""
    found = (
        (_("TO CHECK") if row.is_to_check else "", Tone.AMBER),
        (days_words(row), Tone.AMBER),
        (risk_words(row), Tone.AMBER),
        (_("2 persons") if row.double_check else "", Tone.TEAL),
        (_("only when needed") if row.as_needed else "", Tone.NEUTRAL),
    )
    return [Badge(text, tone) for text, tone in found if text]


def _lines(row: MedicineRow, today: date) -> list[tuple[str, Role]]:
    """Until when, when needed, in words, and the rest."""
    about = DOT.join(part for part in (how_words(row), row.instruction) if part)
    more = [_("for: {reason}").format(reason=row.reason) if row.reason else ""]
    more += [_("by: {prescriber}").format(prescriber=row.prescriber) if row.prescriber else "", packaging_words(row)]
    counted = [(count_words(row, moment), row.needs_second(moment)) for moment in CountMoment]
    found = (
        *((words, Role.AMBER if waits else Role.BODY) for words, waits in counted),
        (period_words(row, today), Role.AMBER),
        (needed_words(row), Role.BODY),
        (DOT.join(part for part in (spoken_words(row), about, *more) if part), Role.MUTE),
    )
    return [(text, role) for text, role in found if text]
