"""A white panel with a heading."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.label import Label, Role


class Card(QFrame):
    """Put content in ``body``; ``add_to_heading`` places badges or buttons beside the title."""

    def __init__(self, title: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        side = px(tokens.SPACE_4)
        self.body.setContentsMargins(side, px(14), side, px(14))
        self.body.setSpacing(px(tokens.SPACE_2))
        self.heading = QHBoxLayout()
        self.heading.setSpacing(px(tokens.SPACE_2))
        self.title = Label(title, Role.HEADING)
        self.hint = Label(hint, Role.SMALL)
        for label in (self.title, self.hint):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.heading.addWidget(self.title)
        self.heading.addWidget(self.hint)
        self.heading.addStretch(1)
        self.body.addLayout(self.heading)  # first: shown without a parent they would be windows for a moment
        self.title.setVisible(bool(title))
        self.hint.setVisible(bool(hint))

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.body.addWidget(widget)

    def add_to_heading(self, widget: QWidget, *, at_end: bool = False) -> None:
        """Directly after the title, or at the right-hand end."""
        place = self.heading.count() if at_end else self.heading.count() - 1
        self.heading.insertWidget(place, widget)
