"""A few choices side by side, of which one holds («2 weken | Maand | Kwartaal | Jaar»)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.style.sheet import restyle


class Segmented(QFrame):
    """One Tab stop; left and right choose. A person's choice is said by ``changed``, a program's is not."""

    changed = Signal(int)  # place of the choice, from 0

    def __init__(
        self, texts: Sequence[str], current: int = 0, *, accessible_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, text in enumerate(texts):
            row.addWidget(self._segment(text, place))
        self._group.idClicked.connect(self._choose)
        self.set_current(current)

    def current(self) -> int:
        return self._group.checkedId()

    def set_current(self, place: int) -> None:
        self._group.button(place).setChecked(True)
        for button in self.buttons():
            is_current = self._group.id(button) == place
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
            restyle(button)
        self.setFocusProxy(self._group.button(place))

    def buttons(self) -> list[QPushButton]:
        return [button for button in self._group.buttons() if isinstance(button, QPushButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        place = self.current() + step
        if step and 0 <= place < len(self._group.buttons()):
            self._choose(place)
            self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.set_current(place)
        self.changed.emit(place)

    def _segment(self, text: str, place: int) -> QPushButton:
        button = _Segment(text)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        self._group.addButton(button, place)
        return button


class _Segment(QPushButton):
    """Leaves the arrows to the whole row, which knows the neighbours; as wide as its text is when chosen, in bold."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        bold = QFont(self.font())
        bold.setBold(True)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) + 2 * px(11) + 6
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)
