"""A pill with one or two words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from logeerhuis_app.domain.funding import Law
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.style.tokens import TONE_OF_LAW, Tone


class Badge(QLabel):
    """The words carry the meaning; the tone only helps to find it."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("badge", "true")
        self.show_text(text, tone)

    def show_text(self, text: str, tone: Tone) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("tone", str(tone))
        restyle(self)


class LawBadge(Badge):
    """Who pays: the law, followed by the payer where there is room («Wmo Helmond»)."""

    def __init__(self, law: Law | None, payer: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_law(law, payer)

    def show_law(self, law: Law | None, payer: str = "") -> None:
        if law is None:
            self.show_text(_("payer unknown"), Tone.AMBER)
            return
        self.show_text(f"{label(law)} {payer}".strip(), TONE_OF_LAW[law])
