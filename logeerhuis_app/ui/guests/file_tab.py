"""What every tab of the file has: its name with a count, its cards, and whether its rows are still to be drawn."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.card_grid import CardGrid
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea

PAIR_WIDTH = 360


class FileTab(GrowingScrollArea):
    """Scrolls under the banner. Its rows are made when the tab is looked at, not before."""

    def __init__(self, deeds: FileDeeds, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self.column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self.column.setSpacing(px(14))
        self.deeds = deeds
        self.file: GuestFile | None = None
        self._drawn: GuestFile | None = None

    def title(self, file: GuestFile) -> str:
        """The name on the tab, with how many there are."""
        raise NotImplementedError

    def may_show(self, file: GuestFile) -> bool:
        """Whether this role sees the tab at all."""
        return True

    def take_file(self, file: GuestFile) -> None:
        """Another file, or a newer one; drawn when it is looked at."""
        self.file = file
        if self.isVisible():
            self.draw()

    def draw(self) -> None:
        """Make the rows of the file, once."""
        if self.file is not None and self.file is not self._drawn:
            place = self.verticalScrollBar().value()
            is_same = self._drawn is not None and self._drawn.person.guest == self.file.person.guest
            self._drawn = self.file
            self.show_file(self.file)
            self.verticalScrollBar().setValue(place if is_same else 0)

    def show_file(self, file: GuestFile) -> None:
        """Make the cards."""
        raise NotImplementedError

    def show_pairs(self, cards: Sequence[QWidget]) -> None:
        """Two beside each other where there is room, in place of what stood there."""
        grid = CardGrid(least_width=PAIR_WIDTH, most_columns=2)
        for card in cards:
            if isinstance(card, Card):
                card.body.addStretch(1)  # beside a taller card the rows stay together at the top
        grid.show_cards([(card, 1) for card in cards])
        self.show_cards([grid])

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """One below the other, in place of what stood there."""
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in cards:
            self.column.addWidget(card)
        self.column.addStretch(1)

    def main_deed(self) -> None:
        """What E does here; nothing where nothing can be changed."""

    def add_deed(self) -> None:
        """What Insert does here."""
