"""Two people changed the same question: what the other wrote, under what was typed here, and which of the two holds."""

from enum import Enum, auto
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.guests.field_access import read, write
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class Holds(Enum):
    """Whose answer is saved."""

    MINE = auto()
    THEIRS = auto()


class ConflictLine(QFrame):
    """Nothing is lost by choosing: the other button brings the other answer back. Typing on is a choice as well."""

    decided = Signal()

    def __init__(self, name: str, field: QWidget, theirs: Any, words: str, who: str) -> None:
        super().__init__()
        self._field, self._theirs, self._mine = field, theirs, read(field)
        self._holds: Holds | None = None
        self.setProperty("role", "message")
        self.setProperty("tone", "attention")
        self._build(words, who)
        self.setAccessibleName(self.said.text())
        for button in (self.mine_button, self.theirs_button):
            button.setAccessibleName(_("{field}: {answer}").format(field=name, answer=button.text()))
        self.mine_button.clicked.connect(lambda: self.choose(Holds.MINE))
        self.theirs_button.clicked.connect(lambda: self.choose(Holds.THEIRS))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def holds(self) -> Holds | None:
        """None: nobody chose yet, and what was typed is as it was when the other's answer came in."""
        if self._holds is None and read(self._field) != self._mine:
            return Holds.MINE
        return self._holds

    def choose(self, holds: Holds) -> None:
        if self._holds is not Holds.THEIRS:
            self._mine = read(self._field)
        self._holds = holds
        write(self._field, self._theirs if holds is Holds.THEIRS else self._mine)
        self.mine_button.setEnabled(holds is not Holds.MINE)
        self.theirs_button.setEnabled(holds is not Holds.THEIRS)
        chosen = self.mine_button if holds is Holds.MINE else self.theirs_button
        self.chosen.setText(_("Chosen: {answer}").format(answer=chosen.text()))
        self.chosen.show()
        (self._field.focusProxy() or self._field).setFocus()
        self.decided.emit()

    def _build(self, words: str, who: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(6), px(10), px(8))
        column.setSpacing(px(tokens.SPACE_1))
        self.said = Label(_("{user} wrote: «{value}»").format(user=who, value=words), Role.BODY, wraps=True)
        self.mine_button = Button(_("Keep mine"))
        self.theirs_button = Button(_("Take the other's"))
        self.chosen = Label("", Role.SMALL)
        self.chosen.hide()
        buttons = FlowArea(tokens.SPACE_2)
        buttons.add(self.mine_button, self.theirs_button, self.chosen)
        column.addWidget(self.said)
        column.addWidget(buttons)
