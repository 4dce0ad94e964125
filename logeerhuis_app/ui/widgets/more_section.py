"""Questions that are rarely asked, behind one button; what went wrong inside opens it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind


class HasForm(Protocol):
    """A dialog whose questions go into ``form``."""

    form: QVBoxLayout


class MoreSection(QWidget):
    """Closed it says how many of its questions are filled in, so that nothing hides there unseen."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._count: Callable[[], int] = lambda: 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_2))
        self.button = Button("", Kind.LINK)
        self.button.setStyleSheet("text-align: left")
        self.button.clicked.connect(self.toggle)
        column.addWidget(self.button)
        self._inside = QWidget(self)
        self.form = QVBoxLayout(self._inside)
        self.form.setContentsMargins(px(tokens.SPACE_4), 0, 0, 0)
        self.form.setSpacing(px(tokens.SPACE_3))
        self._inside.hide()
        column.addWidget(self._inside)
        self.tell()

    @property
    def is_open(self) -> bool:
        return not self._inside.isHidden()

    def count_with(self, count: Callable[[], int]) -> None:
        """How many questions inside have an answer."""
        self._count = count
        self.tell()

    def showEvent(self, event: QShowEvent) -> None:
        """By now the form is filled from its row."""
        super().showEvent(event)
        self.tell()

    def toggle(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        self.tell()

    def open_up(self) -> None:
        self._inside.show()
        self.tell()

    def tell(self) -> None:
        """The words of the button, for eye and screen reader."""
        filled = self._count()
        words = ngettext("{n} filled in", "{n} filled in", filled).format(n=number(filled))
        title = f"{self._title} · {words}" if filled and not self.is_open else self._title
        self.button.setText(f"{'▾' if self.is_open else '▸'} {title}")
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(_("open") if self.is_open else _("closed"))


@contextmanager
def more(dialog: HasForm, title: str) -> Iterator[MoreSection]:
    """What is asked within goes into a section of its own."""
    section = MoreSection(title)
    around = dialog.form
    around.addWidget(section)
    dialog.form = section.form
    try:
        yield section
    finally:
        dialog.form = around


def open_around(widget: QWidget) -> None:
    """Open every section that this widget stands in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, MoreSection):
            above.open_up()
        above = above.parentWidget()
