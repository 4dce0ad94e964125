"""How much care it was, as it was seen in one stay."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number, period
from logeerhuis_app.i18n.need_words import NEEDS, adl_words
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.observations import ObservationWish, record_observation
from logeerhuis_app.services.queries.care_need import care_need
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.intake import CareNeed, ObservedRow
from logeerhuis_app.ui.guests.field_access import RowChoice, WideText, read
from logeerhuis_app.ui.guests.file_dialog import Values
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations

MINUTES = (15, 30, 45, 60, 90, 120, 180, 240, 360, 480)
TIMES = range(11)
SEEN = ("seen_adl", "seen_minutes", "seen_nightly", "seen_why")


def seen_fields() -> list[tuple[str, str, QWidget]]:
    """The questions; nothing is chosen for anybody."""
    nothing = _("not filled in")
    minutes = RowChoice([(n, _minutes(n)) for n in MINUTES], nothing, other=_minutes)
    times = RowChoice([(n, number(n)) for n in TIMES], nothing, other=number)
    return [
        ("seen_adl", _("Care need as a whole"), RowChoice(list(enumerate(map(adl_words, NEEDS))), nothing)),
        ("seen_minutes", _("Minutes of care a day"), minutes),
        ("seen_nightly", _("Times of help in a night"), times),
        ("seen_why", _("Why it was different"), WideText()),
    ]


def _minutes(minutes: int) -> str:
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))


def seen_wish(fields: Sequence[tuple[str, str, QWidget]], version: int = 0) -> ObservationWish:
    held: dict[str, Any] = {code: read(field) for code, _label, field in fields}
    return _wish(held, version)


class ObservationDialog(SafetyDialog):
    """Kept with the stay, and laid beside the estimate of the talk."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: ObservedRow) -> None:
        self._row = row
        title = _("Care seen, {stay}").format(stay=period(row.arrival, row.departure))
        hint = _("As it was, not as it was expected: the talk's estimate is laid beside it.")
        super().__init__(operations, title, parent, file, newest=self._read, hint=hint)
        adl, minutes, nightly, why = seen_fields()
        self.ask(*adl)
        self.ask_beside(minutes, nightly)
        self.ask(*why)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        wish, booking_id = _wish(self.values(), self.version), self._row.booking_id
        return lambda door: record_observation(door, booking_id, wish)

    def _read(self) -> tuple[Values, int]:
        need = self.operations.read(partial(_need, guest_id=self.guest_id))
        row = next((row for row in need.stays if row.booking_id == self._row.booking_id), self._row)
        place = NEEDS.index(row.seen_adl) if row.seen_adl in NEEDS else None
        return {name: getattr(row, name) for name in SEEN} | {"seen_adl": place}, row.version


def _wish(held: Values, version: int) -> ObservationWish:
    place = held["seen_adl"]
    values = {name: held[name] for name in SEEN if name != "seen_adl"}
    return ObservationWish(**values, seen_adl="" if place is None else NEEDS[place], version=version)


def _need(door: Door, guest_id: int) -> CareNeed:
    return care_need(door, guest_id)
