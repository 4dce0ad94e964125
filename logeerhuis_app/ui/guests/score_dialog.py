"""Score a Barthel or a Katz: an item on each line, the total as it grows."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care_scores import MOST_POINTS, Score, ScoreItem, ScoreKind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.score_words import points_words, total_words
from logeerhuis_app.services.care_scores import ScoreWish, add_score, change_score, end_score
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.field_access import RowChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog, Values
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role


class ScoreDialog(SafetyDialog):
    """What is left open stays open: then there is no total, and the words say how far it is."""

    def __init__(
        self,
        operations: Operations,
        parent: QWidget,
        file: GuestFile,
        kind: ScoreKind,
        row: ScoreRow | None = None,
    ) -> None:
        self._row, self._kind = row, kind
        hint = _("What the guest does, not what the guest could do. Whoever needs somebody near does not do it alone.")
        newest = self._read if row is not None else None
        super().__init__(operations, label(kind), parent, file, newest=newest, hint=hint)
        self.ask("taken_on", _("Seen on"), DateField(operations.door.clock, past=True), required=True)
        self._ask_items()
        self.total = Label("", Role.STRONG, wraps=True)
        self.add_wide(self.total)
        self.ask("note", _("Note"), WideText())
        if row is not None:
            self.add_remove_button(_("Withdraw…"), self._withdraw)
        self.setMinimumWidth(px(680))
        self.start({"taken_on": operations.door.clock.today()})
        self._show_total()

    def deed(self) -> Callable[[Door], Changes]:
        held, row = self.values(), self._row
        wish = ScoreWish(self._score(held), held["taken_on"], held["note"], self.version)
        if row is None:
            return lambda door: add_score(door, self.guest_id, wish)
        return lambda door: change_score(door, row.score_id, wish)

    def _ask_items(self) -> None:
        questions: list[tuple[str, str, QWidget]] = []
        for item, most in MOST_POINTS[self._kind].items():
            points = [(value, points_words(self._kind, item, value)) for value in range(most + 1)]
            choice = RowChoice(points, nothing=_("not scored"))
            choice.setSizeAdjustPolicy(RowChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.currentIndexChanged.connect(self._show_total)
            questions.append((item.value, label(item), choice))
        for place in range(0, len(questions), 2):
            self.ask_beside(*questions[place : place + 2])

    def _score(self, held: Values) -> Score:
        items = MOST_POINTS[self._kind]
        return Score(self._kind, {item: held[item.value] for item in items if held[item.value] is not None})

    def _show_total(self) -> None:
        if "note" in self.fields:
            self.total.setText(total_words(self._score(self.values())))

    def _read(self) -> tuple[Values, int] | None:
        score_id = self._row.score_id if self._row is not None else 0
        row = next((one for one in self.read_file().scores if one.score_id == score_id), None)
        if row is None or row.ended_on is not None:
            return None
        items = {item.value: row.score.items.get(item) for item in ScoreItem}
        return {**items, "taken_on": row.taken_on, "note": row.note}, row.version

    def _withdraw(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Why does this score not count?")
            deed = lambda reason: lambda door: end_score(door, row.score_id, reason, version)  # noqa: E731
            self.leave_after(ReasonDialog(self.operations, title, deed, self))
