"""One page of the assistant: what it asks, and what is wrong with an answer beside its field."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.label import Label, Role


class SetupStep(QWidget):
    """Collects; it does nothing itself. ``short`` stands in the list of steps."""

    changed = Signal()

    def __init__(self, short: str, title: str, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.short = short
        self.next_text = _("&Next")
        self.can_go_back = True
        self.rows: dict[str, FormRow] = {}
        self.form = QVBoxLayout(self)
        self.form.setContentsMargins(0, 0, px(tokens.SPACE_3), 0)
        self.form.setSpacing(px(tokens.SPACE_3))
        self.title = Label(title, Role.TITLE, wraps=True)
        self.intro = Label(intro, Role.MUTE, wraps=True)
        self.form.addWidget(self.title)
        self.form.addWidget(self.intro)

    def faults(self) -> Mapping[str, UserFacingError]:
        """What is wrong with what stands here, by code of its row; empty when the next step may come."""
        return {}

    def check(self) -> bool:
        """Say everything that is wrong, each beside its field, and put the keyboard in the first."""
        found = self.faults()
        for code, row in self.rows.items():
            if code in found:
                row.show_message(error_text(found[code]))
            else:
                row.clear_message()
        for code, row in self.rows.items():
            if code in found:
                row.focus_field()
                break
        return not found

    def row_of(self, _error: UserFacingError) -> str:
        """The code of the row a refusal is about; empty when it is about none."""
        return ""

    def refuse(self, error: UserFacingError) -> bool:
        """Say a refusal beside its field; False when it has none here."""
        row = self.rows.get(self.row_of(error))
        if row is None:
            return False
        row.show_message(error_text(error))
        row.focus_field()
        return True

    def take_focus(self) -> None:
        """The keyboard in the first question, or in the first that is to be mended."""
        rows = [row for row in self.rows.values() if row.isVisibleTo(self) and row.field.isEnabled()]
        for row in [*(row for row in rows if row.message), *rows]:
            row.focus_field()
            return

    # --- building ----------------------------------------------------------------------------------------------

    def add_row(self, code: str, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormRow:
        row = self.make_row(code, label, field, required=required, hint=hint)
        self.form.addWidget(row)
        return row

    def make_row(self, code: str, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormRow:
        row = FormRow(label, field, required=required, hint=hint)
        self.rows[code] = row
        return row

    def add_beside(self, *rows: QWidget) -> None:
        """Short questions on one line."""
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_4))
        for row in rows:
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(line)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.form.addWidget(widget)
