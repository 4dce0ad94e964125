"""Everything that can be done with a file, by name; the tabs ask for it and know no dialog."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, Section
from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.care import state_allergies
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import state_list
from logeerhuis_app.services.medication import check_list, confirm_medicine
from logeerhuis_app.services.medicine_counts import sign_count
from logeerhuis_app.services.queries.care_need import care_need
from logeerhuis_app.services.queries.file_changes import changes_since_stay
from logeerhuis_app.services.queries.guests import house_people, payer_choices, show_bsn
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.services.rows.carer import CarerRow, MeasureRow
from logeerhuis_app.services.rows.funding import AllocationRow
from logeerhuis_app.services.rows.guest import (
    AlertRow,
    AllergyRow,
    ContactRow,
    GuestFile,
    HelpRow,
    ProblemRow,
    ProfessionalRow,
)
from logeerhuis_app.services.rows.intake import CareNeed, ObservedRow
from logeerhuis_app.services.rows.medication import MedicineRow
from logeerhuis_app.services.rows.record import FileChanges
from logeerhuis_app.services.rows.trajectory import UserRef
from logeerhuis_app.ui.guests.allocation_dialog import AllocationDialog
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.carer_dialogs import CarerDialog, MeasureDialog
from logeerhuis_app.ui.guests.changes_dialog import ChangesDialog
from logeerhuis_app.ui.guests.contact_dialogs import ContactDialog, HelpDialog, ProfessionalDialog
from logeerhuis_app.ui.guests.document_deeds import DocumentDeeds
from logeerhuis_app.ui.guests.legal_deeds import LegalDeeds
from logeerhuis_app.ui.guests.medication_dialogs import CountDialog, ListDialog, MedicationCareDialog, StopDialog
from logeerhuis_app.ui.guests.medication_scope import MedicationScopeDialog
from logeerhuis_app.ui.guests.observation_dialog import ObservationDialog
from logeerhuis_app.ui.guests.person_dialog import FixedContactDialog, PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import AlertDialog, AllergyDialog, ProblemDialog, ResuscitationDialog
from logeerhuis_app.ui.guests.score_dialog import ScoreDialog
from logeerhuis_app.ui.guests.whose import whose
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.dialog import FormDialog


class FileDeeds(QObject):
    """``said`` carries a sentence for the message bar; ``card_wished`` the file whose card is to be printed."""

    said = Signal(str)
    file_wished = Signal(int)  # guest_id: show this file instead
    card_wished = Signal(object)  # GuestFile
    sheet_wished = Signal(object)  # GuestFile
    booking_wished = Signal(int)  # booking_id: show this stay in the planning

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self.operations = operations
        self._window = window
        self.papers = DocumentDeeds(operations, window)
        self.legal = LegalDeeds(operations, window, self._open)
        self.papers.said.connect(self.said)

    @property
    def today(self) -> date:
        return self.operations.door.clock.today()

    # --- who the guest is --------------------------------------------------------------------------------------

    def register(self, then: Callable[[Changes], None]) -> None:
        dialog = PersonDialog(self.operations, self._window)
        dialog.saved.connect(then)
        dialog.other_wished.connect(self.file_wished)
        self._open(dialog)

    def edit_person(self, file: GuestFile) -> None:
        if self._may(UseCase.CHANGE_GUEST):
            dialog = PersonDialog(self.operations, self._window, file.person.guest.guest_id)
            dialog.other_wished.connect(self.file_wished)
            dialog.merge_wished.connect(lambda other_id: self.merge(file, other_id))
            self._open(dialog, file)

    def edit_fixed_contact(self, file: GuestFile) -> None:
        people = self.operations.read(house_people)
        held, name = file.person.fixed_contact_id, file.fixed_contact
        if held is not None and held not in {one.user_id for one in people}:
            people = (*people, UserRef(held, _("{name} (account closed)").format(name=name), ""))
        self._open(FixedContactDialog(self.operations, self._window, file.person.guest.guest_id, people), file)

    def read_bsn(self, guest_id: int) -> str:
        """The number in full; that it was looked at is on record."""
        return self.operations.read(partial(_read_bsn, guest_id=guest_id))

    def open_rights(self, file: GuestFile) -> None:
        """What was asked about this file, and what can be done about it."""
        from logeerhuis_app.ui.rights.rights_dialog import RightsDialog  # seldom asked for

        dialog = RightsDialog(self.operations, self._window, file.person.guest.guest_id)
        dialog.said.connect(self.said)
        self._open(dialog, file)

    def take_intake(self, file: GuestFile) -> None:
        """The talk, part by part; it opens where it was left."""
        if self._may(UseCase.CHANGE_CARE):
            from logeerhuis_app.ui.intake.intake_dialog import IntakeDialog  # it knows the tabs, which know the deeds

            dialog = IntakeDialog(self.operations, self._window, file.person.guest.guest_id)
            dialog.file_wished.connect(self.file_wished)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def merge(self, file: GuestFile, other_id: int = 0) -> None:
        """Make one file of this one and another of the same person."""
        from logeerhuis_app.ui.guests.merge_dialog import MergeDialog  # seldom asked for

        dialog = MergeDialog(self.operations, self._window, file.person.guest, other_id)
        dialog.merged.connect(self._merged)
        self._open(dialog)

    def _merged(self, changes: Changes) -> None:
        self.file_wished.emit(changes.created_id)
        words = _("Merged with guest {number}. Look through allergies, alerts and medicines now.")
        self.said.emit(words.format(number=changes.number))

    def print_card(self, file: GuestFile) -> None:
        self.card_wished.emit(file)

    def show_missing_sheet(self, file: GuestFile) -> None:
        if self._may(UseCase.PRINT_MISSING_SHEET):
            self.sheet_wished.emit(file)

    # --- estimated and seen ------------------------------------------------------------------------------------

    def care_need(self, file: GuestFile) -> CareNeed:
        return self.operations.read(partial(_read_need, guest_id=file.person.guest.guest_id))

    def write_observation(self, file: GuestFile, row: ObservedRow) -> None:
        """What care one stay took."""
        if self._may(UseCase.CHANGE_CARE):
            self._open(ObservationDialog(self.operations, self._window, file, row))

    # --- what changed ------------------------------------------------------------------------------------------

    def changes(self, file: GuestFile) -> FileChanges:
        """Since the last departure, as far as this role may see."""
        return self.operations.read(partial(_read_changes, guest_id=file.person.guest.guest_id))

    def show_changes(self, file: GuestFile, changes: FileChanges) -> None:
        self._open(ChangesDialog(file.person.guest.name, changes, self._window))

    # --- care --------------------------------------------------------------------------------------------------

    def state_allergies(self, file: GuestFile, status: AllergyStatus) -> None:
        guest = file.person.guest
        self._run(lambda door: state_allergies(door, guest.guest_id, status, file.person.version))

    def state_list(self, file: GuestFile, which: FileList, state: AnswerState) -> None:
        """Of a list with nothing on it: there is none, nobody can tell, or it was not asked after all."""
        guest_id = file.person.guest.guest_id
        self._run(lambda door: state_list(door, guest_id, which, state))

    def edit_allergy(self, file: GuestFile, row: AllergyRow | None = None) -> None:
        if self._may(UseCase.CHANGE_CARE):
            self._open(AllergyDialog(self.operations, self._window, file, row))

    def edit_resuscitation(self, file: GuestFile) -> None:
        self._open(ResuscitationDialog(self.operations, self._window, file))

    def edit_alert(self, file: GuestFile, row: AlertRow | None = None) -> None:
        self._open(AlertDialog(self.operations, self._window, file, row))

    def edit_problem(self, file: GuestFile, row: ProblemRow | None = None) -> None:
        self._open(ProblemDialog(self.operations, self._window, file, row))

    def edit_answers(self, file: GuestFile, section: Section) -> None:
        if self._may(UseCase.CHANGE_CARE):
            self._open(AnswersDialog(self.operations, self._window, file, section))

    def edit_score(self, file: GuestFile, kind: ScoreKind, row: ScoreRow | None = None) -> None:
        """A new Barthel or Katz, or one that is put right or withdrawn."""
        if self._may(UseCase.CHANGE_CARE):
            self._open(ScoreDialog(self.operations, self._window, file, kind, row))

    def write_list(self, file: GuestFile) -> None:
        self._open(ListDialog(self.operations, self._window, file))

    def check_list(self, file: GuestFile) -> None:
        row = file.medication
        if self._run(lambda door: check_list(door, row.list_id, row.version)):
            self.said.emit(_("Recorded that you compared the list with the pharmacy's paper."))

    def confirm_medicine(self, file: GuestFile, row: MedicineRow) -> None:
        """This copied line stands so on the new paper."""
        version = file.medication.version
        if self._run(lambda door: confirm_medicine(door, row.item_id, version)):
            self.said.emit(_("Recorded: {name} stands so on the new paper.").format(name=row.name))

    def stop_medicine(self, file: GuestFile, row: MedicineRow) -> None:
        """Stop it, or take it up again where it was stopped."""
        self._open(StopDialog(self.operations, self._window, file, row))

    def count_medicines(self, file: GuestFile, moment: CountMoment) -> None:
        self._open(CountDialog(self.operations, self._window, file, moment))

    def sign_count(self, row: MedicineRow, moment: CountMoment) -> None:
        """«I counted the same», of an opioid."""
        count = row.count_of(moment)
        quantity = count.quantity if count is not None else 0
        if self._run(lambda door: sign_count(door, row.item_id, moment, quantity)):
            self.said.emit(_("Recorded that you counted {n} of {name} too.").format(n=quantity, name=row.name))

    def explain_medication(self) -> None:
        self._open(MedicationScopeDialog(self._window))

    def edit_medication_care(self, file: GuestFile) -> None:
        self._open(MedicationCareDialog(self.operations, self._window, file))

    # --- people and money --------------------------------------------------------------------------------------

    def edit_contact(self, file: GuestFile, row: ContactRow | None = None) -> None:
        self._open(ContactDialog(self.operations, self._window, file, row), file)

    def edit_professional(self, file: GuestFile, row: ProfessionalRow | None = None) -> None:
        self._open(ProfessionalDialog(self.operations, self._window, file, row), file)

    def edit_help(self, file: GuestFile, row: HelpRow | None = None) -> None:
        self._open(HelpDialog(self.operations, self._window, file, row), file)

    def edit_carer(self, file: GuestFile, row: CarerRow) -> None:
        if self._may(UseCase.CHANGE_CARER):
            self._open(CarerDialog(self.operations, self._window, file.person.guest.guest_id, row), file)

    def edit_measure(self, file: GuestFile, row: CarerRow, measure: MeasureRow | None = None) -> None:
        """A new measurement of this carer, or a correction of one."""
        if self._may(UseCase.CHANGE_CARER):
            self._open(MeasureDialog(self.operations, self._window, file.person.guest.guest_id, row, measure), file)

    def edit_allocation(self, file: GuestFile, row: AllocationRow | None = None) -> None:
        payers = self.operations.read(payer_choices)
        self._open(AllocationDialog(self.operations, self._window, file, payers, row), file)

    # --- inside ------------------------------------------------------------------------------------------------

    def _may(self, use_case: UseCase) -> bool:
        return self.operations.door.may(use_case)

    def _open(self, dialog: FormDialog, file: GuestFile | None = None) -> None:
        """With ``file`` under whose it is, and what can kill; a safety dialog has that of its own."""
        if file is not None:
            dialog.pin(whose(file), first=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, deed: Callable[[Door], Changes]) -> bool:
        refuse = lambda error: self.said.emit(error_text(error))  # noqa: E731
        return self.operations.run_edit(_("Saved in the file"), deed, None, on_error=refuse) is not None


def _read_need(door: Door, guest_id: int) -> CareNeed:
    return care_need(door, guest_id)


def _read_changes(door: Door, guest_id: int) -> FileChanges:
    return changes_since_stay(door, guest_id)


def _read_bsn(door: Door, guest_id: int) -> str:
    return show_bsn(door, guest_id)
