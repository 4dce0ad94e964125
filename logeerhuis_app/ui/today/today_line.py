"""One line of Vandaag: opened with Enter or a click, sometimes with a button for what is to be done now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.today.today_words import Said
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

MOST_BESIDE = 48
"""Characters that stand beside the name; more stand under it."""


class TodayLine(ChoiceCard):
    """``chosen``: open what it is about. ``asked``: the button was pressed."""

    asked = Signal()

    def __init__(self, said: Said, action: str = "", parent: QWidget | None = None) -> None:
        words = " · ".join(part for part in (said.title, said.detail, said.attention) if part)
        super().__init__(words, parent)
        self.setProperty("dense", "true")
        self.setToolTip(_("Enter: open"))
        self._has_button = bool(action)
        self.body.setContentsMargins(px(12), px(6), px(8), px(6))
        row = QHBoxLayout()
        row.setSpacing(px(tokens.SPACE_2))
        row.addLayout(self._texts(said), 1)
        self.button: Button | None = None
        if action:
            self.button = Button(action)
            self.button.setAccessibleName(f"{action} {said.title}")
            self.button.clicked.connect(self.asked)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def _texts(self, said: Said) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        head = FlowArea(tokens.SPACE_2)
        head.flow.addWidget(Label(said.title, Role.HEADING))
        for word in said.badges:
            head.flow.addWidget(Badge(word, Tone.TRIAL if word == _("TRIAL") else Tone.AMBER))
        if len(said.detail) <= MOST_BESIDE and not said.attention and not self._has_button:
            head.flow.addWidget(Label(said.detail, Role.MUTE))
            column.addWidget(head)
            return column
        column.addWidget(head)
        for text, role in ((said.detail, Role.MUTE), (said.attention, Role.AMBER)):
            if text:
                column.addWidget(Label(text, role, wraps=True))
        return column
