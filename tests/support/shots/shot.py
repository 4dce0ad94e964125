"""One picture to take."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from tests.support.shots.camera import come_to_rest
from tests.support.shots.stage import Stage

Open = Callable[[Stage], object]
"""What a user does until a dialog is open."""


@dataclass(frozen=True)
class Shot:
    """``show`` brings on screen what is to be seen and gives the widget to save. ``of``: the dialog it shows."""

    name: str
    show: Callable[[Stage], QWidget]
    of: type[QDialog] | None = None


def press_save(dialog: Any) -> None:
    dialog.save_button.click()
    come_to_rest()
