"""The transcript of the pharmacy's list at a glance: to read from, never to administer from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.bookings import IN_HOUSE
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.medicine_words import (
    DOT,
    dose_words,
    flags,
    medicine_name,
    moments,
    needed_words,
    period_words,
)
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.fact_table import FactTable


class MedicineTable(FactTable):
    """One row per line that still matters; no columns of hours, for that would look like a list to tick."""

    def __init__(self, medicines: Sequence[MedicineRow], today: date, parent: QWidget | None = None) -> None:
        headings = [_("Medicine"), _("Dose"), _("Times"), _("Mind")]
        super().__init__(headings, wraps=(1, 3), name=_("Medication"), parent=parent)
        stopped = {place for place, medicine in enumerate(medicines) if medicine.is_stopped(today)}
        self.show_rows([_row(medicine, today) for medicine in medicines], struck=stopped)


def _row(medicine: MedicineRow, today: date) -> list[str]:
    needed = needed_words(medicine)
    dose = DOT.join(part for part in (dose_words(medicine), needed) if part)
    return [medicine_name(medicine), dose, ", ".join(moments(medicine)), mind_words(medicine, today)]


def mind_words(medicine: MedicineRow, today: date) -> str:
    """Whether it was stopped first, then what must not be overlooked."""
    stopped = period_words(medicine, today)
    marks = [] if medicine.is_stopped(today) else flags(medicine)
    return DOT.join(part for part in (stopped, *marks, medicine.instruction) if part)


def medication_badge(row: MedicationRow, *, is_present: bool = False) -> Badge:
    """Checked by two, by one, or by nobody; red only while the guest is in the house (see ``ListWorry``)."""
    if row.list_date is None:
        return Badge(_("no list"), Tone.AMBER)
    if row.is_checked:
        return Badge(_("checked by 2"), Tone.TEAL)
    words = _("checked by 1 of 2") if row.checked_by else _("not checked")
    if is_present:
        return Badge(_("not checked by two people yet"), Tone.RED)
    return Badge(words, Tone.AMBER)


def is_present(file: GuestFile) -> bool:
    """In the house, or away for some nights while the bed is kept."""
    return any(stay.state_code in IN_HOUSE for stay in file.stays)
