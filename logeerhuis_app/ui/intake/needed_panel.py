"""What must be known before the guest can come: always in sight, and shorter with every answer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.intake import PART_OF_GATE
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import capital, number
from logeerhuis_app.i18n.gate_words import gate_fix, gate_label
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class NeededPanel(QFrame):
    """Each line leads to the part of the talk where it is asked."""

    part_wished = Signal(object)  # IntakePart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(tokens.SPACE_1))
        self._title = Label("", Role.STRONG, wraps=True)
        self._lines = FlowArea(tokens.SPACE_2)
        column.addWidget(self._title)
        column.addWidget(self._lines)
        column.addStretch(1)

    def show_missing(self, missing: Sequence[str]) -> None:
        """Codes of CheckInGate, in the order of the talk."""
        if self.buttons and tuple(self.buttons) == tuple(missing):
            return
        self._lines.flow.clear()
        self.buttons = {code: self._button(code) for code in missing}
        self._lines.add(*self.buttons.values())
        self._lines.setVisible(bool(missing))
        count = ngettext("Needed for arrival: {n} thing", "Needed for arrival: {n} things", len(missing))
        words = count.format(n=number(len(missing))) if missing else _("Everything for the arrival is known.")
        self._title.setText(words)
        self.setAccessibleName(words)
        self.setProperty("tone", "attention" if missing else "success")
        restyle(self)

    def _button(self, code: str) -> Button:
        words = gate_label(code)
        button = Button(capital(words), Kind.LINK)
        button.setToolTip(gate_fix(code))
        button.setAccessibleDescription(gate_fix(code))
        button.clicked.connect(lambda: self.part_wished.emit(PART_OF_GATE[CheckInGate(code)]))
        return button
