"""One picture to take."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from tests.support.shots.stage import Stage


@dataclass(frozen=True)
class Shot:
    """``show`` brings on screen what is to be seen and gives the widget to save. ``of``: the dialog it shows."""

    name: str
    show: Callable[[Stage], QWidget]
    of: type[QDialog] | None = None
