"""F1: every key that works here, on one sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role

KeyLines = Sequence[tuple[str, str]]


class KeyOverview(QDialog):
    """Groups of keys with what they do; Esc closes it."""

    def __init__(self, groups: Sequence[tuple[str, KeyLines]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.lines = [line for _title, lines in groups for line in lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(tokens.SPACE_3))
        column.addWidget(Label(_("Keys"), Role.TITLE))
        scroll = GrowingScrollArea(self._build_groups(groups))
        column.addWidget(scroll, 1)
        self.close_button = Button(_("Close"), Kind.PRIMARY)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        room = self.screen().availableGeometry()
        width = min(px(640), room.width())
        self.resize(width, min(scroll.height_within(width - px(48)) + px(140), int(room.height() * 0.9)))

    def _build_groups(self, groups: Sequence[tuple[str, KeyLines]]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(tokens.SPACE_4))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        place = 0
        for title, lines in groups:
            if not lines:
                continue
            grid.addWidget(Label(title, Role.HEADING), place, 0, 1, 2)
            for keys, what in lines:
                place += 1
                grid.addWidget(Label(keys, Role.STRONG), place, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Label(what, wraps=True), place, 1)
            grid.setRowMinimumHeight(place + 1, px(8))
            place += 2
        grid.setRowStretch(place, 1)
        return inside
