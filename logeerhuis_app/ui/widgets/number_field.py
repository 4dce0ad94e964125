"""A whole number with arrows."""

from PySide6.QtWidgets import QSpinBox, QWidget

from logeerhuis_app.ui.style import px


class NumberField(QSpinBox):
    """Between two limits; up and down step, the number is selected when the field is entered."""

    def __init__(self, least: int, most: int, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setValue(least if value is None else value)
        # WORKAROUND: Qt 6.11 ignores horizontal padding of a spin box in a style sheet.
        self.lineEdit().setTextMargins(px(8), 0, 0, 0)
