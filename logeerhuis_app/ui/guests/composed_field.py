"""A field of a form that is made of several widgets; what it holds is one value, compared and kept as such."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ComposedField(QWidget):
    """``value`` is plain and can be compared; ``from_kept`` takes back what a draft kept of it."""

    changed = Signal()

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def words(self, value: Any) -> str:
        """A value in words, for «the other wrote»."""
        raise NotImplementedError

    def from_kept(self, value: Any) -> Any:
        """What JSON made of a value, as ``set_value`` takes it."""
        raise NotImplementedError
