"""A pill that narrows a list down while it is pressed in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.style.tokens import Tone


class FilterPill(QPushButton):
    """Space or a click presses it in; a tick says so beside the colour."""

    def __init__(self, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._text = text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("chip", "true")
        self.setProperty("compact", "true")
        self.toggled.connect(self._show)
        self._show()

    def _show(self) -> None:
        is_on = self.isChecked()
        self.setText(f"✓ {self._text}" if is_on else self._text)
        state = _("on") if is_on else _("off")
        self.setAccessibleName(_("Filter {filter}: {state}").format(filter=self._text, state=state))
        self.setProperty("tone", str(Tone.TEAL if is_on else Tone.NEUTRAL))
        restyle(self)
