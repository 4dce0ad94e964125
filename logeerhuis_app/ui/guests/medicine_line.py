"""One line of the pharmacy's list while it is being typed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.medication import MedicineWish, require_medicine
from logeerhuis_app.services.rows.guest import MedicineRow
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.label import Label, Role


class MedicineLine(QFrame):
    """Medicine, dose and times; «when needed» opens its condition and its maximum."""

    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._is_to_check = False
        self._build(number)
        self.as_needed.toggled.connect(self._show_needed)
        self.remove_button.clicked.connect(self.removed)
        self._show_needed(False)

    def wish(self) -> MedicineWish:
        return MedicineWish(
            name=self.name.text().strip(),
            dose=self.dose.text().strip(),
            times=tuple(part.strip() for part in self.times.text().replace(";", ",").split(",") if part.strip()),
            as_needed=self.as_needed.isChecked(),
            condition=self.condition.text().strip(),
            maximum=self.maximum.text().strip(),
            instruction=self.instruction.text().strip(),
            double_check=self.double_check.isChecked(),
            is_to_check=self._is_to_check,
        )

    def is_empty(self) -> bool:
        return not any(field.text().strip() for field in self.findChildren(QLineEdit))

    def take(self, row: MedicineRow) -> None:
        """Copied from an older list: to be checked line by line."""
        self.name.setText(row.name)
        self.dose.setText(row.dose)
        self.times.setText(", ".join(row.times))
        self.as_needed.setChecked(row.as_needed)
        self.condition.setText(row.condition)
        self.maximum.setText(row.maximum)
        self.instruction.setText(row.instruction)
        self.double_check.setChecked(row.double_check)
        self._is_to_check = True

    def check(self) -> bool:
        """Say beside the line what is wrong with it, and go there; True when all is well."""
        self.problem.hide()
        self._mark(None)
        try:
            require_medicine(self.wish())
        except (FieldRequired, FieldInvalid) as error:
            self.show_error(error, error.field)
            return False
        return True

    def show_error(self, error: UserFacingError, code: str) -> None:
        fields = {
            "medicine": self.name,
            "dose": self.dose,
            "times": self.times,
            "condition": self.condition,
            "maximum": self.maximum,
        }
        field = fields.get(code, self.name)
        self.problem.setText(error_text(error))
        self.problem.show()
        self._mark(field)
        field.setFocus()
        field.setAccessibleDescription(self.problem.text())

    def _build(self, number: int) -> None:
        column = QVBoxLayout(self)
        side = px(tokens.SPACE_3)
        column.setContentsMargins(side, px(tokens.SPACE_2), side, px(tokens.SPACE_2))
        column.setSpacing(px(tokens.SPACE_1))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(tokens.SPACE_2))
        grid.setVerticalSpacing(px(tokens.SPACE_1))
        self.name = self._line(number, _("Medicine and strength"), _("metoprolol 50 mg"))
        self.dose = self._line(number, _("Dose"), _("1 tablet"))
        self.times = self._line(number, _("Times"), _("8:00, 18:00"))
        self.instruction = self._line(number, _("Mind"), _("before the meal"))
        self.condition = self._line(number, _("When needed for"), _("pain"))
        self.maximum = self._line(number, _("At most"), _("6 per day"))
        self.as_needed = QCheckBox(_("when needed"))
        self.double_check = QCheckBox(_("2 persons"))
        self.double_check.setToolTip(_("The pharmacy asks a second person to check"))
        self.remove_button = QToolButton()
        self.remove_button.setProperty("kind", "plain")
        self.remove_button.setIcon(icon("close", tokens.INK, 14))
        self.remove_button.setToolTip(_("Take this line out"))
        self.remove_button.setAccessibleName(_("Take line {n} out").format(n=number))
        for place, field in enumerate((self.name, self.dose, self.times)):
            grid.addWidget(field, 0, place)
        grid.addWidget(self.remove_button, 0, 3)
        grid.addWidget(self.instruction, 1, 0)
        grid.addWidget(self.as_needed, 1, 1)
        grid.addWidget(self.double_check, 1, 2)
        grid.addWidget(self.condition, 2, 0)
        grid.addWidget(self.maximum, 2, 1, 1, 2)
        for place, share in enumerate((5, 3, 3)):
            grid.setColumnStretch(place, share)
        column.addLayout(grid)
        self.problem = Label("", Role.PROBLEM, wraps=True)
        self.problem.hide()
        column.addWidget(self.problem)

    @staticmethod
    def _line(number: int, name: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("{name}: {example}").format(name=name, example=example))
        field.setToolTip(name)
        field.setAccessibleName(_("{name}, line {n}").format(name=name, n=number))
        return field

    def _show_needed(self, needed: bool) -> None:
        self.condition.setVisible(needed)
        self.maximum.setVisible(needed)

    def _mark(self, wrong: QLineEdit | None) -> None:
        for field in self.findChildren(QLineEdit):
            field.setProperty("invalid", "true" if field is wrong else "false")
            restyle(field)
