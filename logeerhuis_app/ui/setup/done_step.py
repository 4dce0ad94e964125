"""The end: what is ready, what still waits, and what to do first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role


@dataclass(frozen=True)
class Fact:
    """One thing that is ready, or is not yet."""

    text: str
    is_ready: bool = True


class DoneStep(SetupStep):
    def __init__(self) -> None:
        super().__init__(_("Ready"), _("The house stands"), "")
        self.intro.hide()
        self.next_text = _("&To the house")
        self.can_go_back = False
        self._ready = Card(_("This is ready"))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(px(tokens.SPACE_2))
        self._ready.body.addLayout(self._facts)
        self._next = Card(_("What to do now"))
        self.add(self._ready, self._next)
        for deed in self._deeds():
            self._next.add(Label(deed, wraps=True))
        self.form.addStretch(1)

    @staticmethod
    def _deeds() -> tuple[str, ...]:
        return (
            _("1. Give each colleague an own account: Settings (Ctrl+,), Users."),
            _("2. Note address and IBAN of the house, who pays and at which rates: Settings (Ctrl+,)."),
            _("3. Make the file of the first guest: Guests (F4)."),
        )

    def show_facts(self, facts: Sequence[Fact]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for fact in facts:
            self._facts.addWidget(_line(fact))

    def texts(self) -> list[str]:
        """What is said of the house."""
        return [label.text() for label in self._ready.findChildren(Label) if label.text()]


def _line(fact: Fact) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(tokens.SPACE_2))
    sign = Label()
    name, colour = ("check", tokens.TEAL) if fact.is_ready else ("warning", tokens.AMBER_INK)
    sign.setPixmap(pixmap(name, colour, 16))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(fact.text, Role.BODY if fact.is_ready else Role.AMBER, wraps=True), 1)
    return line
