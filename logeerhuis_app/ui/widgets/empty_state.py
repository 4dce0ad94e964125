"""What a screen says while it has nothing to show: why, and what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label, Role


class EmptyState(QWidget):
    """A drawing, one sentence, what to do first, and a button that does it where this role may."""

    acted = Signal()

    def __init__(
        self,
        sentence: str,
        first_step: str = "",
        button_text: str = "",
        *,
        icon: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{sentence} {first_step}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(tokens.SPACE_2))
        drawing = Label()
        drawing.setPixmap(pixmap(icon, tokens.LINE_STRONG, 44))
        self.sentence = Label(sentence, Role.HEADING, wraps=True)
        self.first_step = Label(first_step, Role.MUTE, wraps=True)
        self.button = Button(button_text, Kind.PRIMARY)
        self.button.clicked.connect(self.acted)
        column.addStretch(1)
        column.addWidget(drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.sentence, self.first_step):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(px(tokens.SPACE_1))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.first_step.setVisible(bool(first_step))
        self.button.setVisible(bool(button_text))
