"""«‹ oktober 2026 ›»: which month is declared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from logeerhuis_app.domain.nights import Month
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import month_year
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.widgets.label import Label, Role


class MonthChooser(QFrame):
    """One Tab stop; left and right walk through the months."""

    changed = Signal(object)  # Month

    def __init__(self, month: Month, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._month = month
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.setSpacing(px(tokens.SPACE_1))
        self.back = self._button("chevron-left", _("Previous month (Alt+Left)"), "Alt+Left")
        self.name = Label("", Role.STRONG)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name.setMinimumWidth(self._widest())
        self.forward = self._button("chevron-right", _("Next month (Alt+Right)"), "Alt+Right")
        for widget in (self.back, self.name, self.forward):
            row.addWidget(widget)
        self.back.clicked.connect(lambda: self.choose(self._month.previous()))
        self.forward.clicked.connect(lambda: self.choose(self._month.next()))
        self._show()

    @property
    def month(self) -> Month:
        return self._month

    def choose(self, month: Month) -> None:
        if month != self._month:
            self._month = month
            self._show()
            self.changed.emit(month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.choose(self._month.previous())
        elif event.key() == Qt.Key.Key_Right:
            self.choose(self._month.next())
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        words = month_year(self._month.first)
        self.name.setText(words)
        self.setAccessibleName(_("Month: {month}").format(month=words))

    def _widest(self) -> int:
        """Room for the longest name, so that nothing jumps while walking through the year."""
        metrics = self.name.fontMetrics()
        names = (month_year(Month(2026, n).first) for n in range(1, 13))
        return max(metrics.horizontalAdvance(name) for name in names) + px(20)

    def _button(self, drawing: str, tip: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setIcon(icon(drawing, tokens.INK, 14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setShortcut(key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
