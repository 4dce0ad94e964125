"""A line to search with: a glass at the left, a key or a count at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.label import Label, Role


class SearchLine(QLineEdit):
    """``set_remark`` writes at the right-hand end («Ctrl+K», «6 gasten»)."""

    def __init__(self, placeholder: str, accessible_name: str, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(accessible_name)
        self._glass = Label(parent=self)
        self._glass.setPixmap(pixmap("search", tokens.MUTE, 16))
        self._remark = Label("", Role.SMALL, parent=self)
        for label in (self._glass, self._remark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_remark(remark)

    def set_remark(self, text: str) -> None:
        self._remark.setText(text)
        self._place()

    def remark(self) -> str:
        return self._remark.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._remark.ensurePolished()
        wide = self._remark.sizeHint().width() if self._remark.text() else 0
        self._glass.setGeometry(px(10), 0, px(16), self.height())
        self._remark.setGeometry(self.width() - wide - px(10), 0, wide, self.height())
        self.setTextMargins(px(22), 0, wide, 0)
