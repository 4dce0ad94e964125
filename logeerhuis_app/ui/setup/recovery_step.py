"""The recovery code: on paper first, and it counts only when somebody reads from that paper."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.errors_setup import PaperMissing, RecoveryGroupWrong
from logeerhuis_app.domain.recovery import is_first_group
from logeerhuis_app.i18n import _
from logeerhuis_app.ui.setup.later import Later
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class RecoveryStep(SetupStep):
    """The code is never on screen: who could copy it from there would need no paper."""

    paper_wished = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("The recovery code"),
            _("A way back in, on paper"),
            _(
                "Passwords get lost. With this code a manager can then open the house again; without password and "
                "without code nobody can, not even the makers of the program."
            ),
        )
        self.can_go_back = False
        self._code = ""
        self._build()
        self.paper_button.clicked.connect(self.paper_wished)
        self.later.toggled.connect(self._put_off)

    @property
    def is_put_off(self) -> bool:
        return self.later.is_chosen

    def show_paper(self, code: str, file: str) -> None:
        """The paper was written; from here on its first group may be typed."""
        self._code = code
        self.state.setText(
            _("Saved as {file}. Print it, put the paper in a safe or give it to the board, and throw the file away.")
            .format(file=file)
        )  # fmt: skip
        self.state.set_role(Role.BODY)
        self.group.setEnabled(True)
        self.rows["group"].clear_message()
        self.rows["group"].focus_field()

    def faults(self) -> Mapping[str, UserFacingError]:
        if self.is_put_off:
            return {}
        if not self._code:
            return {"group": PaperMissing()}
        return {} if is_first_group(self.group.text(), self._code) else {"group": RecoveryGroupWrong()}

    def check(self) -> bool:
        is_right = super().check()
        if not is_right and not self._code:
            self.paper_button.setFocus()
        return is_right

    def show_problem(self, text: str) -> None:
        """The paper could not be written."""
        self.state.setText(text)
        self.state.set_role(Role.PROBLEM)

    def take_focus(self) -> None:
        (self.group if self.group.isEnabled() else self.paper_button).setFocus()

    def _build(self) -> None:
        self.add(Label(_("1. Put the code on paper"), Role.HEADING))
        self.paper_button = Button(_("Save the recovery code as PDF…"), Kind.PRIMARY, icon="print")
        line = FlowArea()
        line.add(self.paper_button)
        self.state = Label(_("One page. It opens at once, so that you can print it."), Role.MUTE, wraps=True)
        self.add(line, self.state)
        self.add(Label(_("2. Show that the paper is there"), Role.HEADING))
        self.group = QLineEdit()
        self.group.setMaxLength(9)
        self.group.setEnabled(False)
        self.add_row(
            "group",
            _("First &group of the code"),
            self.group,
            hint=_("Four signs, upper left in the box on the paper. From then on the code is valid."),
        )
        self.later = Later(
            _("La&ter"),
            _(
                "Then there is no way back in yet: if the only manager forgets the password, this house and all its "
                "backups are lost for ever. Today reminds you until there is a code."
            ),
        )
        self.add(self.later)
        self.form.addStretch(1)

    def _put_off(self, put_off: bool) -> None:
        self.rows["group"].clear_message()
        self.paper_button.setEnabled(not put_off)
        self.group.setEnabled(bool(self._code) and not put_off)
