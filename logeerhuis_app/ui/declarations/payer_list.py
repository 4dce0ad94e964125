"""Left: the payers of the month, each with what it owes and how it stands."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.money import Cents
from logeerhuis_app.i18n import ngettext
from logeerhuis_app.i18n.format import euros, number
from logeerhuis_app.services.rows.declaring import PayerGroup
from logeerhuis_app.ui.declarations import words
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role


class PayerCard(ChoiceCard):
    """One payer's month."""

    def __init__(self, group: PayerGroup, today: date, *, with_location: bool) -> None:
        badge, tone = words.badge_of(group, today)
        summary = words.summary_words(group, with_location=with_location)
        said = (words.payer_words(group), summary, euros(group.total), badge)
        super().__init__(", ".join(said))
        self.key = group.key
        head = QHBoxLayout()
        head.setSpacing(px(tokens.SPACE_2))
        head.addWidget(Label(words.payer_words(group), Role.HEADING, wraps=True), 1)
        head.addWidget(Label(euros(group.total), Role.HEADING), 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(px(tokens.SPACE_2))
        foot.addWidget(Label(summary, Role.SMALL, wraps=True), 1)
        foot.addWidget(Badge(badge, tone), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(head)
        self.body.addLayout(foot)


class PayerList(QWidget):
    """Choosing a card, by mouse or with arrows and Enter, shows that payer."""

    chosen = Signal(str)  # key of the group
    content_changed = Signal()  # the cards may need another width

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[PayerCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(14), px(4), px(8))
        column.setSpacing(px(tokens.SPACE_2))
        head = QHBoxLayout()
        head.setContentsMargins(px(2), 0, px(12), 0)
        self.count = Label("", Role.HEADING)
        self.sum = Label("", Role.HEADING)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.sum)
        column.addLayout(head)
        self._inside = QWidget()
        self._cards = QVBoxLayout(self._inside)
        self._cards.setContentsMargins(0, 0, px(10), 0)
        self._cards.setSpacing(px(10))
        self._cards.addStretch(1)
        self._scroll = GrowingScrollArea(self._inside)
        self._scroll.content_changed.connect(self.content_changed)
        column.addWidget(self._scroll, 1)

    def show_groups(self, groups: Sequence[PayerGroup], today: date) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        several = len({group.location_id for group in groups}) > 1
        self.cards = [PayerCard(group, today, with_location=several) for group in groups]
        for place, card in enumerate(self.cards):
            card.chosen.connect(lambda key=card.key: self._choose(key))
            self._cards.insertWidget(place, card)
        payers = len({(group.payer_id, group.payer) for group in groups})
        self.count.setText(ngettext("{n} payer", "{n} payers", payers).format(n=number(payers)))
        self.sum.setText(euros(Cents(sum(group.total for group in groups))))

    def least_width(self) -> int:
        """So that no name of a payer and no amount is cut off, whatever the size of the letters."""
        return max(px(252), self.minimumSizeHint().width())

    def select(self, key: str) -> None:
        """Mark the card of this group and bring it into view."""
        for card in self.cards:
            card.set_selected(card.key == key)
            if card.key == key:
                self._scroll.ensureWidgetVisible(card)

    def focus_selected(self) -> None:
        """Put the keyboard on the chosen card."""
        for card in self.cards:
            if card.is_selected:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)
