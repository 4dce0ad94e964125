"""One question that two files answer differently: both answers beside each other, and one of them holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.merging import Side
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.merging import MergeRow
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.label import Label, Role


class SideChoice(QWidget):
    """The arrows walk between the two answers, Enter or space chooses. The keyboard begins at what guards most.

    A file keeps its side of the window in every question: who chooses by place would take the wrong file's answer.
    """

    changed = Signal()

    def __init__(self, row: MergeRow, numbers: dict[Side, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.cards: dict[Side, ChoiceCard] = {}
        self._marks: dict[Side, Badge] = {}
        self._numbers = numbers
        self._side = row.chosen
        self._build()
        self._show()

    @property
    def side(self) -> Side | None:
        """Which file's answer holds; None: nobody chose yet."""
        return self._side

    def choose(self, side: Side) -> None:
        self._side = side
        self._show()
        self.changed.emit()

    def take_focus(self) -> None:
        """The keyboard on the answer that holds, or on the one that guards most."""
        self.cards[self._side or self.row.front].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        cards = list(self.cards.values())
        place = next((number for number, card in enumerate(cards) if card.hasFocus()), -1)
        if step and place >= 0 and 0 <= place + step < len(cards):
            cards[place + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        heading = QHBoxLayout()
        heading.addWidget(Label(self.row.label, Role.STRONG))
        self.open_mark = Badge(_("choose"), Tone.AMBER)
        heading.addWidget(self.open_mark)
        heading.addStretch(1)
        column.addLayout(heading)
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_2))
        for side in (Side.KEPT, Side.OTHER):
            line.addWidget(self._card(side), 1)
        column.addLayout(line)

    def _card(self, side: Side) -> ChoiceCard:
        card = ChoiceCard("")
        top = QHBoxLayout()
        top.addWidget(Label(self._numbers[side], Role.SMALL))
        top.addStretch(1)
        if self.row.is_safety and side is self.row.front:
            top.addWidget(Badge(_("strictest"), Tone.AMBER))
        self._marks[side] = Badge(_("chosen"), Tone.TEAL)
        top.addWidget(self._marks[side])
        card.body.addLayout(top)
        card.body.addWidget(Label(self._words(side), Role.BODY, wraps=True))
        card.body.addStretch(1)
        card.chosen.connect(lambda: self.choose(side))
        self.cards[side] = card
        return card

    def _words(self, side: Side) -> str:
        return (self.row.kept if side is Side.KEPT else self.row.other) or _("not filled in")

    def _show(self) -> None:
        self.open_mark.setVisible(self._side is None)
        for side, card in self.cards.items():
            is_chosen = side is self._side
            card.set_selected(is_chosen)
            self._marks[side].setVisible(is_chosen)
            name = f"{self.row.label}: {self._words(side)}, {self._numbers[side]}"
            card.setAccessibleName(_("{answer}, chosen").format(answer=name) if is_chosen else name)
