"""A list of things to do at the door, each with a box to tick and what the file says about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.stays.door_steps import Step
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.label import Label, Role


class StepBox(QWidget):
    """One step; the space bar ticks it, up and down go to its neighbours."""

    ticked = Signal()

    def __init__(self, place: int, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        text = _("{n}. {step}").format(n=number(place), step=step.title)
        self.box = QCheckBox(text.replace("&", "&&"))
        self.box.setAccessibleName(_("{field}, required").format(field=text) if step.is_required else text)
        self.box.setAccessibleDescription(step.facts)
        self.box.toggled.connect(self.ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_2))
        line.addWidget(self.box)
        if step.is_required:
            line.addWidget(Label(_("required"), Role.SMALL), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        column.addLayout(line)
        if step.facts:
            column.addLayout(self._facts(step))

    def _facts(self, step: Step) -> QHBoxLayout:
        facts = Label(step.facts, Role.PROBLEM if step.needs_attention else Role.MUTE, wraps=True)
        line = QHBoxLayout()
        line.setContentsMargins(px(29), 0, 0, px(2))
        line.addWidget(facts)
        return line


class StepList(QWidget):
    """The steps in their fixed order."""

    changed = Signal()

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1))
        self.boxes = [StepBox(place, step) for place, step in enumerate(steps, 1)]
        for box in self.boxes:
            box.ticked.connect(self.changed)
            column.addWidget(box)

    def first_missing(self) -> StepBox | None:
        """The first required step that is not ticked."""
        return next((box for box in self.boxes if box.step.is_required and not box.box.isChecked()), None)

    def left_open(self) -> list[str]:
        """The short names of what may follow later and was not ticked."""
        return [box.step.short for box in self.boxes if box.step.short and not box.box.isChecked()]
