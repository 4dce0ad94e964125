"""A file to be chosen: typed, pasted, or found with a button."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button


class PathField(QWidget):
    """The name stands in ``line``; ``question`` is the window in which a file is looked up."""

    def __init__(self, title: str, name_filter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._filter = title, name_filter
        self.question: QFileDialog | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Choose a file, or type where it is"))
        self.choose_button = Button(_("Choose file…"))
        self.choose_button.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_2))
        row.addWidget(self.line, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.line)

    def value(self) -> str:
        return self.line.text().strip()

    def set_value(self, text: str) -> None:
        self.line.setText(text)

    def _ask(self) -> None:
        self.question = QFileDialog(self, self._title, str(Path.home()))
        self.question.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.question.setNameFilter(self._filter)
        self.question.fileSelected.connect(self.line.setText)
        self.question.open()
