"""The transcript of the pharmacy's list: to read from, never to administer from."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import MedicationRow, MedicineRow
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.fact_table import FactTable

MOST_TIMES = 5


class MedicineTable(FactTable):
    """One column per time of the day that occurs; with many different times they stand in one column as text."""

    def __init__(self, medicines: Sequence[MedicineRow], parent: QWidget | None = None) -> None:
        self._times = _times_of(medicines)
        columns = self._times if len(self._times) <= MOST_TIMES else [_("Times")]
        headings = [_("Medicine"), _("Dose"), *columns, _("Mind")]
        wraps = (1, len(headings) - 1)
        super().__init__(headings, wraps=wraps, name=_("Medication"), parent=parent)
        self.show_rows([self._row(medicine) for medicine in medicines])

    def _row(self, medicine: MedicineRow) -> list[str]:
        if len(self._times) > MOST_TIMES:
            cells = [", ".join(medicine.times)]
        else:
            cells = [_amount(medicine) if moment in medicine.times else "" for moment in self._times]
        return [medicine.name, dose_words(medicine), *cells, mind_words(medicine)]


def dose_words(medicine: MedicineRow) -> str:
    """«1 tablet», «1 tablet, zo nodig bij pijn, max. 6 per dag»."""
    if not medicine.as_needed:
        return medicine.dose
    return _("{dose}, when needed: {condition}, at most {maximum}").format(
        dose=medicine.dose, condition=medicine.condition, maximum=medicine.maximum
    )


def mind_words(medicine: MedicineRow) -> str:
    parts = [_("2 persons") if medicine.double_check else "", _("TO CHECK") if medicine.is_to_check else ""]
    return " · ".join(part for part in (*parts, medicine.instruction) if part)


def medication_badge(row: MedicationRow) -> Badge:
    """Checked by two, by one, or by nobody; in words."""
    if row.list_date is None:
        return Badge(_("no list"), Tone.AMBER)
    if row.is_checked:
        return Badge(_("checked by 2"), Tone.TEAL)
    return Badge(_("checked by 1 of 2") if row.checked_by else _("not checked"), Tone.AMBER)


def _amount(medicine: MedicineRow) -> str:
    """«1» of «1 tablet»; a dot where the dose is not a plain number."""
    found = re.match(r"(\d+(?:[.,/]\d+)?|½|¼)\b", medicine.dose)
    return found[1] if found else "•"


def _times_of(medicines: Sequence[MedicineRow]) -> list[str]:
    moments = {moment for medicine in medicines for moment in medicine.times}
    return sorted(moments, key=lambda moment: [int(part) for part in moment.split(":")])
