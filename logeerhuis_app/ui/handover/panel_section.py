"""A heading with a line under it, and what belongs to it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.services.rows.guest import ContactRow
from logeerhuis_app.ui.handover import detail_words as words
from logeerhuis_app.ui.handover.line_stack import LineStack
from logeerhuis_app.ui.handover.row_words import Line
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.label import Label, Role


class PanelSection(QWidget):
    """Its content is replaced as a whole; ``beside`` puts a button at the end of the heading."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        self._heading = QHBoxLayout()
        self._heading.addWidget(Label(title, Role.HEADING), 1)
        column.addLayout(self._heading)
        rule = QFrame()
        rule.setProperty("role", "line")
        column.addWidget(rule)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(3))
        column.addLayout(self._body)

    def beside(self, widget: QWidget) -> None:
        self._heading.addWidget(widget)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.show_widgets([LineStack(lines)])

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        while self._body.count():
            item = self._body.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None and old not in widgets:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._body.addWidget(widget)


class ContactGrid(QWidget):
    """Who to call first: the name at the left, the number at the right, and what to keep in mind."""

    def __init__(self, contacts: Sequence[ContactRow], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        for place, contact in enumerate(contacts):
            grid.addWidget(Label(contact.name, Role.MUTE), place * 2, 0)
            grid.addWidget(Label(words.contact_words(contact), Role.STRONG, wraps=True), place * 2, 1)
            warning = words.contact_warning(contact, today)
            if warning:
                grid.addWidget(Label(warning, Role.AMBER, wraps=True), place * 2 + 1, 1)
