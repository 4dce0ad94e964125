"""House and beds: the locations, the beds of the chosen one, the name of the house, and when every PC locks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.house_facts import LONGEST_LOCK, SHORTEST_LOCK
from logeerhuis_app.domain.new_house import LONGEST_NAME
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.house import change_lock_minutes, house_facts, rename_house, reopen_bed
from logeerhuis_app.services.rows.house import BedClosure, BedFacts, HouseFacts, LocationRow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning.closing import CloseForNowDialog, lift_closure
from logeerhuis_app.ui.settings.house_dialogs import BedDialog, CloseBedDialog, LocationDialog
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.number_field import NumberField


class HouseTab(GrowingScrollArea):
    """Each card has its table with what can be done to the chosen row under it."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self._column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self._column.setSpacing(px(14))
        self._operations = operations
        self._facts: HouseFacts | None = None
        self._beds: tuple[BedFacts, ...] = ()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read again, and keep the same location and bed chosen."""
        place, bed = max(0, self.locations.currentRow()), max(0, self.beds.currentRow())
        self._facts = facts = self._operations.read(house_facts)
        self.locations.blockSignals(True)
        self.locations.show_rows([_location_words(row) for row in facts.locations])
        self.locations.selectRow(min(place, len(facts.locations) - 1))
        self.locations.blockSignals(False)
        self.locations.setVisible(bool(facts.locations))
        self.no_location.setVisible(not facts.locations)
        self.change_location_button.setEnabled(bool(facts.locations))
        self._show_beds()
        self.beds.selectRow(min(bed, len(self._beds) - 1))
        self.minutes.setValue(facts.lock_minutes)
        if not self.name.isModified():  # what is being typed is not taken away by a change elsewhere
            self.name.setText(facts.name)

    def location(self) -> LocationRow | None:
        """The chosen one."""
        rows = self._facts.locations if self._facts is not None else ()
        place = self.locations.currentRow()
        return rows[place] if 0 <= place < len(rows) else None

    def bed(self) -> BedFacts | None:
        """The chosen one."""
        place = self.beds.currentRow()
        return self._beds[place] if 0 <= place < len(self._beds) else None

    def take_focus(self) -> None:
        (self.locations if self.locations.isVisible() else self.add_location_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for card in (self._build_locations(), self._build_beds(), self._build_name(), self._build_lock()):
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _build_name(self) -> Card:
        card = Card(_("House"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        hint = _("As it stands on paper and at the login")
        self._name_row = FormRow(_("Name of the &house"), self.name, required=True, hint=hint)
        self.save_name_button = Button(_("Save"))
        self.save_name_button.setAccessibleName(_("Save the name of the house"))
        line = FlowArea(tokens.SPACE_2)
        line.add(self.save_name_button)
        card.add(self._name_row, line)
        return card

    def _build_locations(self) -> Card:
        card = Card(_("Locations"))
        self.add_location_button = Button(_("New location…"), icon="plus")
        card.add_to_heading(self.add_location_button, at_end=True)
        headings = [_("Name"), _("Care organisation"), _("Town of the location"), _("Beds")]
        self.locations = FactTable(headings, wraps=(0, 1), name=_("Locations"))
        self.no_location = Label(_("Begin with a location: the address where guests stay."), Role.MUTE, wraps=True)
        self.change_location_button = Button(_("Address and numbers…"), icon="edit")
        line = FlowArea(tokens.SPACE_2)
        line.add(self.change_location_button)
        card.add(self.locations, self.no_location, line)
        return card

    def _build_beds(self) -> Card:
        self._bed_card = card = Card(_("Beds"))
        self.add_bed_button = Button(_("New bed…"), Kind.PRIMARY, icon="plus")
        card.add_to_heading(self.add_bed_button, at_end=True)
        headings = [_("Room"), _("Code"), _("Kind of bed"), _("What it has"), _("In use")]
        self.beds = FactTable(headings, wraps=(0, 2, 3), name=_("Beds"))
        self.no_bed = Label(_("There is no bed here yet: press New bed."), Role.MUTE, wraps=True)
        self.change_bed_button = Button(_("Change bed…"), icon="edit")
        self.pause_bed_button = Button(_("Close for some nights…"))
        self.lift_button = Button(_("Open again"))
        self.close_bed_button = Button(_("Close for good…"))
        self.reopen_bed_button = Button(_("Back in use"))
        line = FlowArea(tokens.SPACE_2)
        line.add(
            self.change_bed_button,
            self.pause_bed_button,
            self.lift_button,
            self.close_bed_button,
            self.reopen_bed_button,
        )
        card.add(self.beds, self.no_bed, line)
        return card

    def _build_lock(self) -> Card:
        card = Card(_("Lock"))
        why = _(
            "Whoever walks past a desk that nobody uses must not be able to read who stays here. After so many minutes "
            "without a key or the mouse every PC of the house locks; what was half written is kept."
        )
        self.minutes = NumberField(SHORTEST_LOCK, LONGEST_LOCK)
        self.minutes.setMaximumWidth(px(110))
        self._lock_row = FormRow(_("&Minutes until the lock"), self.minutes)
        self.save_lock_button = Button(_("Save"))
        self.save_lock_button.setAccessibleName(_("Save the minutes until the lock"))
        line = FlowArea(tokens.SPACE_2)
        line.add(self.save_lock_button)
        card.add(Label(why, Role.MUTE, wraps=True), self._lock_row, line)
        return card

    def _connect(self) -> None:
        self.locations.itemSelectionChanged.connect(self._show_beds)
        self.beds.itemSelectionChanged.connect(self._show_deeds)
        self.add_location_button.clicked.connect(lambda: self._open(LocationDialog(self._operations, self.window())))
        self.change_location_button.clicked.connect(self._change_location)
        self.add_bed_button.clicked.connect(self._add_bed)
        self.change_bed_button.clicked.connect(self._change_bed)
        self.close_bed_button.clicked.connect(self._close_bed)
        self.pause_bed_button.clicked.connect(self._pause_bed)
        self.lift_button.clicked.connect(self._lift)
        self.reopen_bed_button.clicked.connect(self._reopen_bed)
        self.save_name_button.clicked.connect(self._save_name)
        self.name.returnPressed.connect(self._save_name)
        self.save_lock_button.clicked.connect(self._save_lock)
        self.minutes.valueChanged.connect(lambda _minutes: self._lock_row.clear_message())

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_beds(self) -> None:
        facts, location = self._facts, self.location()
        self._bed_card.setVisible(location is not None)
        if facts is None or location is None:
            self._beds = ()
            return
        self._beds = tuple(bed for bed in facts.beds if bed.location_id == location.location_id)
        self.beds.show_rows([_bed_words(bed) for bed in self._beds])
        self.beds.selectRow(0)
        self.beds.setVisible(bool(self._beds))
        self.no_bed.setVisible(not self._beds)
        self._bed_card.title.setText(_("Beds of {location}").format(location=location.name))
        self._bed_card.hint.setText(_in_use_words(location.beds))
        self._bed_card.hint.show()
        self._show_deeds()

    def _show_deeds(self) -> None:
        bed = self.bed()
        is_gone = bed is not None and bed.closed_from is not None
        self.change_bed_button.setVisible(bed is not None)
        for button in (self.pause_bed_button, self.close_bed_button):
            button.setVisible(bed is not None and not is_gone)
        self.lift_button.setVisible(bed is not None and bool(bed.closures))
        self.reopen_bed_button.setVisible(is_gone)

    # --- doing -------------------------------------------------------------------------------------------------

    def _change_location(self) -> None:
        if (location := self.location()) is not None:
            self._open(LocationDialog(self._operations, self.window(), location))

    def _add_bed(self) -> None:
        if (location := self.location()) is not None:
            self._open(BedDialog(self._operations, self.window(), location))

    def _change_bed(self) -> None:
        location, bed = self.location(), self.bed()
        if location is not None and bed is not None:
            self._open(BedDialog(self._operations, self.window(), location, bed))

    def _close_bed(self) -> None:
        if (bed := self.bed()) is not None:
            self._open(CloseBedDialog(self._operations, self.window(), bed))

    def _pause_bed(self) -> None:
        if (bed := self.bed()) is not None and self._facts is not None:
            self._open(CloseForNowDialog(self._operations, bed.bed_id, bed.name, self._facts.today, self.window()))

    def _lift(self) -> None:
        """The nearest one; the next press takes the one after it."""
        bed = self.bed()
        if bed is not None and bed.closures:
            lift_closure(self._operations, bed.closures[0].closure_id, bed.name, self)
            self.reload()

    def _reopen_bed(self) -> None:
        if (bed := self.bed()) is None:
            return
        bed_id = bed.bed_id
        if self._operations.run(lambda door: reopen_bed(door, bed_id), self) is not None:
            self.reload()

    def _save_name(self) -> None:
        name = self.name.text()
        if self._operations.run(lambda door: rename_house(door, name), self, on_error=self._refuse_name) is None:
            return
        self.name.setModified(False)
        self.reload()
        said = _("The house is called {house} now. Open windows bear the new name after the next login.")
        self.said.emit(said.format(house=self.name.text()))

    def _refuse_name(self, error: UserFacingError) -> None:
        self._name_row.show_message(error_text(error))

    def _save_lock(self) -> None:
        minutes = self.minutes.value()
        if self._operations.run(lambda door: change_lock_minutes(door, minutes), self, on_error=self._refuse_lock):
            self.said.emit(_lock_words(minutes))

    def _refuse_lock(self, error: UserFacingError) -> None:
        self._lock_row.show_message(error_text(error))

    def _open(self, dialog: FormDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.reload)
        dialog.open()


def _location_words(row: LocationRow) -> list[str]:
    """«Plezant», «Stichting Voorbeeld», «Helmond», «7»."""
    return [row.name, row.provider, row.town or _("not filled in"), number(row.beds)]


def _bed_words(bed: BedFacts) -> list[str]:
    """«Kamer 3», «PLZ-3», «logeerbed, vast», «rolstoel · tillift», «opgeheven vanaf 1-12-2026»."""
    has = [
        *([_("wheelchair")] if bed.is_wheelchair_accessible else []),
        *([_("lift")] if bed.has_lift else []),
        *([_("near the staff")] if bed.has_supervision else []),
        *([_("quiet")] if bed.is_quiet else []),
    ]
    state = _("yes")
    if bed.closures:
        state = _closure_words(bed.closures[0])
    if bed.closed_from is not None:
        state = _("closed for good from {date}").format(date=date_numeric(bed.closed_from))
    return [bed.name, bed.code, label(bed.kind), " · ".join(has) or bed.features or "–", state]


def _closure_words(closure: BedClosure) -> str:
    """«onderhoud: 24-11-2026 t/m 26-11-2026»."""
    return _("{reason}: {first} to {last}").format(
        reason=label(closure.reason),
        first=date_numeric(closure.first_night),
        last=date_numeric(closure.last_night),
    )


def _lock_words(minutes: int) -> str:
    words = ngettext(
        "Every PC of the house locks after {n} minute.", "Every PC of the house locks after {n} minutes.", minutes
    )
    return words.format(n=number(minutes))


def _in_use_words(count: int) -> str:
    return ngettext("{n} in use", "{n} in use", count).format(n=number(count))
