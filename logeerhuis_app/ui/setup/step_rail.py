"""The steps at the left: which are done, which one is at hand, which are still to come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.label import Label


class StepLine(QFrame):
    """«2  De beheerder»; a done step has a tick in the place of its number."""

    def __init__(self, place: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail-step")
        self._place, self._text = place, text
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(10), px(8))
        row.setSpacing(px(10))
        self._sign = Label()
        self._sign.setFixedWidth(px(18))
        self._words = Label(text, wraps=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_state(self, state: str) -> None:
        """``state``: done, now or later."""
        words = {"now": _("now"), "done": _("done"), "later": _("not yet")}[state]
        said = _("{step}: {state}").format(step=f"{number(self._place)} {self._text}", state=words)
        self.setAccessibleName(said)
        self.setProperty("state", state)
        if state == "done":
            self._sign.setPixmap(pixmap("check", tokens.RAIL_TEXT, 16))
        else:
            self._sign.setText(number(self._place))
        for widget in (self, self._words, self._sign):
            restyle(widget)


class StepRail(QFrame):
    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth((tokens.RAIL_WIDTH + 30 + px(tokens.RAIL_WIDTH + 30)) // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(16), px(8), px(12))
        column.setSpacing(px(2))
        column.addLayout(self._brand())
        column.addSpacing(px(14))
        self.lines = [StepLine(place, text) for place, text in enumerate(steps, start=1)]
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)

    def show_step(self, current: int) -> None:
        """0 for the first."""
        for place, line in enumerate(self.lines):
            line.show_state("now" if place == current else "done" if place < current else "later")
        self.setAccessibleName(_("Step {n} of {total}").format(n=number(current + 1), total=number(len(self.lines))))

    @staticmethod
    def _brand() -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, 0, 0)
        row.setSpacing(px(10))
        logo = Label()
        logo.setPixmap(pixmap("logo", tokens.PANEL, 24))
        name = Label(_("New house"))
        name.setProperty("role", "brand")
        row.addWidget(logo)
        row.addWidget(name, 1)
        return row
