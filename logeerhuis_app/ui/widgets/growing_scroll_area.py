"""A scroll area that asks for the height of what is in it, and scrolls when it gets less."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from logeerhuis_app.ui.style import px


class GrowingScrollArea(QScrollArea):
    """Scrolls up and down only; a wide content widens it instead."""

    content_changed = Signal()

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setProperty("role", "scrolled")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)
        self._free_height()

    def height_within(self, width: int) -> int:
        """What the content needs to stand there without scrolling."""
        if self._inside.hasHeightForWidth():
            return self._inside.heightForWidth(width)
        return self._inside.sizeHint().height()

    def sizeHint(self) -> QSize:
        wide = self._inside.sizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, self.height_within(wide))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        wide = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, min(px(64), hint.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._free_height()
            self.updateGeometry()
            self.content_changed.emit()
        return super().eventFilter(watched, event)

    def _free_height(self) -> None:
        """What wraps is as high as its width makes it; Qt's own least height is that of a narrower one, and scrolls."""
        least = 1 if self._inside.hasHeightForWidth() else 0
        if self._inside.minimumHeight() != least:
            self._inside.setMinimumHeight(least)
