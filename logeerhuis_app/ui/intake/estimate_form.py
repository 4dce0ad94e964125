"""How much care is expected, as it looks at the talk."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import code_words
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import EstimateWish, set_estimate
from logeerhuis_app.services.queries.intake import intake_view
from logeerhuis_app.services.rows.intake import EstimateRow
from logeerhuis_app.ui.guests.field_access import RowChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog, Values
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField

NEEDS = QUESTIONS[CareTopic.ADL_OVERALL].codes
MINUTES = (15, 30, 45, 60, 90, 120, 180, 240, 360, 480)
TIMES = range(11)


class EstimateForm(FileDialog):
    """Nothing is chosen for anybody: «not estimated» stays until somebody says otherwise."""

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int) -> None:
        self._guest_id = guest_id
        hint = _("What is seen in the house is laid beside this later: say it as it looks now.")
        super().__init__(operations, _("Care need estimated now"), parent, newest=self._read, hint=hint)
        nothing = _("not estimated")
        self.ask("estimate_adl", _("Care need as a whole"), RowChoice(_needs(), nothing))
        minutes = RowChoice([(n, _minutes(n)) for n in MINUTES], nothing, other=_minutes)
        times = RowChoice([(n, number(n)) for n in TIMES], nothing, other=number)
        self.ask_beside(
            ("estimate_minutes", _("Minutes of care a day"), minutes),
            ("estimate_nightly", _("Times of help in a night"), times),
        )
        self.ask("estimate_why", _("Why we think so"), WideText())
        self.ask_beside(
            ("held_on", _("Talk on"), DateField(operations.door.clock, past=True)),
            ("place", _("Where"), QLineEdit()),
        )
        self.ask("present", _("Who were there"), QLineEdit())
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        need = held.pop("estimate_adl")
        wish = EstimateWish(**held, estimate_adl="" if need is None else NEEDS[need], version=self.version)
        return lambda door: set_estimate(door, self._guest_id, wish)

    def _read(self) -> tuple[Values, int]:
        row = self.operations.read(partial(_read_estimate, guest_id=self._guest_id))
        names = ("estimate_minutes", "estimate_nightly", "estimate_why", "held_on", "place", "present")
        need = NEEDS.index(row.estimate_adl) if row.estimate_adl in NEEDS else None
        return {name: getattr(row, name) for name in names} | {"estimate_adl": need}, row.version


def _needs() -> list[tuple[int, str]]:
    return [(place, code_words(CareTopic.ADL_OVERALL, code)) for place, code in enumerate(NEEDS)]


def _minutes(minutes: int) -> str:
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))


def _read_estimate(door: Door, guest_id: int) -> EstimateRow:
    return intake_view(door, guest_id).estimate
