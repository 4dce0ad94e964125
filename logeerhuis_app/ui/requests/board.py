"""The board: one column per stage of the road."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.domain.trajectory import Stage
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.trajectory import TrajectoryRow
from logeerhuis_app.ui.requests.request_card import RequestCard
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.label import Label, Role

COLUMN_WIDTH = 126


class Board(QScrollArea):
    """Up and down walk within a column, left and right between columns, Enter chooses."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.cards: list[RequestCard] = []

    def show_rows(self, rows: Sequence[TrajectoryRow], selected_id: int | None) -> None:
        """All columns anew; the chosen card keeps the focus when it had it."""
        had_focus = any(card.hasFocus() for card in self.cards)
        self.cards = []
        page = QWidget()
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, px(tokens.SPACE_1), 0)
        columns.setSpacing(px(tokens.SPACE_2))
        for stage in Stage:
            columns.addWidget(self._column(stage, [row for row in rows if row.stage is stage], selected_id), 1)
        self.setWidget(page)
        if had_focus:
            self.focus_card(selected_id)

    def focus_card(self, trajectory_id: int | None) -> None:
        card = next((card for card in self.cards if card.row.trajectory_id == trajectory_id), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card)

    def _column(self, stage: Stage, rows: Sequence[TrajectoryRow], selected_id: int | None) -> QWidget:
        column = QWidget()
        column.setMinimumWidth(px(COLUMN_WIDTH))
        column.setAccessibleName(label(stage))
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(tokens.SPACE_2))
        heading = QHBoxLayout()
        heading.addWidget(Label(label(stage), Role.STRONG))
        heading.addWidget(Badge(str(len(rows)), Tone.NEUTRAL))
        heading.addStretch(1)
        body.addLayout(heading)
        for row in rows:
            body.addWidget(self._card(row, selected_id, column))
        if not rows:
            body.addWidget(Label(_("nobody here now"), Role.SMALL, wraps=True))
        body.addStretch(1)
        return column

    def _card(self, row: TrajectoryRow, selected_id: int | None, column: QWidget) -> RequestCard:
        card = RequestCard(row, column)
        card.set_selected(row.trajectory_id == selected_id)
        card.chosen.connect(lambda: self.chosen.emit(row.trajectory_id))
        self.cards.append(card)
        return card
