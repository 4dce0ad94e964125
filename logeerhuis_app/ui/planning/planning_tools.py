"""What the planning puts in the top bar: the way through time, how near, undo and a new stay."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.planning.tape_geometry import Zoom
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.segmented import Segmented


class DaySteps(QFrame):
    """«‹ Vandaag ›»."""

    stepped = Signal(int)  # -1 earlier, 1 later
    today_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segmented")
        self.earlier = self._button("‹", _("Earlier"), _("Earlier (Page Up)"))
        self.today = self._button(_("Today"), _("Today"), _("To today (T)"))
        self.later = self._button("›", _("Later"), _("Later (Page Down)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.earlier, self.today, self.later):
            row.addWidget(button)
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_wished)

    @staticmethod
    def _button(text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "segment")
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button


class ZoomChoice(Segmented):
    """«2 weken | Maand | Kwartaal | Jaar»."""

    zoomed = Signal(object)  # Zoom

    def __init__(self, zoom: Zoom, parent: QWidget | None = None) -> None:
        texts = (_("2 weeks"), _("Month"), _("Quarter"), _("Year"))
        super().__init__(texts, list(Zoom).index(zoom), accessible_name=_("How many nights are shown"), parent=parent)
        self.setToolTip(_("Closer and further away (+ and −)"))
        self.changed.connect(lambda place: self.zoomed.emit(list(Zoom)[place]))

    def show_zoom(self, zoom: Zoom) -> None:
        self.set_current(list(Zoom).index(zoom))


class UndoButton(Button):
    """Takes the last step back and says which one that is."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(_("Undo"), parent=parent)
        self._stack = stack
        self.clicked.connect(stack.undo)
        stack.canUndoChanged.connect(self.setEnabled)
        stack.undoTextChanged.connect(self._name_step)
        self.setEnabled(stack.canUndo())
        self._name_step(stack.undoText())

    def _name_step(self, step: str) -> None:
        tip = _("Take back: {step} (Ctrl+Z)").format(step=step) if step else _("Nothing to take back")
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)


class NewStayButton(Button):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("+ Stay"), Kind.PRIMARY, parent=parent)
        self.setAccessibleName(_("New stay"))
        self.setToolTip(_("Book a stay (Ctrl+N)"))
