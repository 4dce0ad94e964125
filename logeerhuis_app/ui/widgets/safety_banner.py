"""The banner that never scrolls away: who this is, and everything that can kill, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import Severity
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.safety_words import SafetyLine, Subject, identity_words, safety_words
from logeerhuis_app.services.rows.guest import SafetyBanner
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

MOST_RED = 5
"""So many red statements are shown in full; the rest is counted and opens with one press (data dictionary B5)."""

_TONES = {Severity.RED: str(Tone.RED), Severity.AMBER: str(Tone.AMBER), Severity.INFO: "plain"}


def counted_reds(lines: Sequence[SafetyLine]) -> list[SafetyLine]:
    """The red statements beyond the most that are shown in full; never the resuscitation."""
    reds = [line for line in lines if line.severity is Severity.RED]
    foldable = [line for line in reds if line.subject is not Subject.RESUSCITATION]
    return foldable[max(0, MOST_RED - (len(reds) - len(foldable))) :]


class SafetyChip(QLabel):
    """One statement; wraps when the line is too short for it, never cut off."""

    def __init__(self, line: SafetyLine, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(line.text)
        self.setProperty("chip", "true")
        self.setProperty("compact", "true" if compact else "false")
        self.setProperty("tone", _TONES[line.severity])
        self.setProperty("unknown", "true" if line.is_unknown else "false")
        self.setToolTip(line.action)
        self.setAccessibleName(line.in_full)
        self.setWordWrap(True)
        side, top = (px(8), px(3)) if compact else (px(12), px(8))
        self.setIndent(0)
        self.setContentsMargins(side, top, side, top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """On one line; Qt's own guess for a wrapping label is a narrow block."""
        self.ensurePolished()  # or the letters are measured before the style sheet made them bold
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 5  # its border
        return QSize(width, self.heightForWidth(width))


class SafetyBannerView(QWidget):
    """Shows one guest's ``SafetyBanner``. ``compact`` is for rows and side panels."""

    def __init__(
        self,
        banner: SafetyBanner | None = None,
        *,
        compact: bool = False,
        with_identity: bool = True,
        with_statements: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._compact = compact
        self._with_identity = with_identity
        self._with_statements = with_statements
        self._lines: list[SafetyLine] = []
        self._expanded = False
        self._build()
        if banner is not None:
            self.show_banner(banner)

    def show_banner(self, banner: SafetyBanner) -> None:
        self._lines = safety_words(banner) if self._with_statements else []
        self._expanded = False
        guest = banner.guest
        self._name.setText(guest.name)
        self._second.setText(identity_words(guest))
        self._namesake.setVisible(guest.has_namesake)
        self.setAccessibleName(_("Safety of {guest}, born {born}").format(guest=guest.name, born=self._second.text()))
        self.setAccessibleDescription("\n".join(line.in_full for line in self._lines))
        self._show_chips()

    def set_compact(self, compact: bool) -> None:
        """Smaller statements, on a screen where they would leave no room for what is below."""
        if compact != self._compact:
            self._compact = compact
            self._show_chips()

    def chips(self) -> list[SafetyChip]:
        """The statements that stand on the screen in full."""
        return [chip for chip in self._chip_area.findChildren(SafetyChip) if not chip.isHidden()]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1 if self._compact else tokens.SPACE_2))
        self._who = FlowArea(tokens.SPACE_2)
        self._name = Label("", Role.HEADING if self._compact else Role.TITLE)
        self._second = Label("", Role.STRONG if self._compact else Role.BODY)
        self._namesake = Badge(_("NAMESAKE"), Tone.AMBER)
        self._namesake.setToolTip(_("Another guest has a similar name: check the birth date"))
        for widget in (self._name, self._second, self._namesake):
            self._who.flow.addWidget(widget)
        self._chip_area = FlowArea(tokens.SPACE_1 if self._compact else tokens.SPACE_2)
        self._chip_flow = self._chip_area.flow
        column.addWidget(self._who)
        self._who.setVisible(self._with_identity)
        column.addWidget(self._chip_area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _show_chips(self) -> None:
        self._chip_flow.clear()
        counted = [] if self._expanded else counted_reds(self._lines)
        for line in self._lines:
            if line not in counted:
                self._chip_flow.addWidget(SafetyChip(line, compact=self._compact))
        if counted:
            self._chip_flow.addWidget(self._more_button(counted))
        self.updateGeometry()

    def _more_button(self, counted: Sequence[SafetyLine]) -> QPushButton:
        """«+2»: red like what it stands for, everything in its tooltip, opened by one press."""
        more = QPushButton(f"+{len(counted)}")
        more.setProperty("chip", "true")
        more.setProperty("compact", "true" if self._compact else "false")
        more.setProperty("tone", str(Tone.RED))
        words = "\n".join(line.in_full for line in counted)
        more.setToolTip(words)
        more.setAccessibleName(_("{count} more: {statements}").format(count=len(counted), statements=words))
        more.clicked.connect(self._expand)
        return more

    def _expand(self) -> None:
        self._expanded = True
        self._show_chips()
