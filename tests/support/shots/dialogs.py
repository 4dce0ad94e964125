"""Every dialog, opened the way a user opens it."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.domain.documents import ConsentKind, DocumentKind
from logeerhuis_app.domain.measures import MeasureKind
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import NEEDS_REASON, NEXT_STATES, TrajectoryState
from logeerhuis_app.i18n import _
from logeerhuis_app.log import report
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.services.queries.trajectories import trajectory_rows
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.services.users import user_list
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.backup.backup_dialog import BackupDialog
from logeerhuis_app.ui.backup.restore_dialog import RestoreDialog
from logeerhuis_app.ui.crash_dialog import CrashDialog
from logeerhuis_app.ui.declarations.fix_all_dialog import FixAllDialog
from logeerhuis_app.ui.guests.allocation_dialog import AllocationDialog
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.carer_dialogs import CarerDialog, MeasureDialog
from logeerhuis_app.ui.guests.consent_dialogs import ConsentDialog, WithdrawDialog
from logeerhuis_app.ui.guests.contact_dialogs import ContactDialog, HelpDialog, ProfessionalDialog
from logeerhuis_app.ui.guests.document_dialogs import AttachDialog, CopyDialog, DescribeDialog
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog, RemoveDialog
from logeerhuis_app.ui.guests.legal_dialogs import CapacityDialog, LivingWillDialog, RepresentativeDialog, WzdDialog
from logeerhuis_app.ui.guests.medication_dialogs import CountDialog, ListDialog, MedicationCareDialog, StopDialog
from logeerhuis_app.ui.guests.medication_scope import MedicationScopeDialog
from logeerhuis_app.ui.guests.person_dialog import FixedContactDialog, PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import AlertDialog, AllergyDialog, ProblemDialog, ResuscitationDialog
from logeerhuis_app.ui.guests.score_dialog import ScoreDialog
from logeerhuis_app.ui.handover.note_dialogs import CorrectionDialog, NoteDialog, TaskDialog
from logeerhuis_app.ui.key_overview import KeyOverview
from logeerhuis_app.ui.lost_password import LostPasswordDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from logeerhuis_app.ui.planning.cancel_dialog import CancelDialog
from logeerhuis_app.ui.planning.closing import CloseForNowDialog
from logeerhuis_app.ui.planning.move_dialog import MoveDialog
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.requests.dialogs import RequestDialog, StepDialog
from logeerhuis_app.ui.settings.house_dialogs import BedDialog, CloseBedDialog, LocationDialog
from logeerhuis_app.ui.settings.own_account import OwnPasswordDialog
from logeerhuis_app.ui.settings.payer_dialogs import (
    ContractDialog,
    CorrectRateDialog,
    EndContractDialog,
    PayerDialog,
    RateDialog,
)
from logeerhuis_app.ui.settings.payers_tab import PayersTab
from logeerhuis_app.ui.settings.second_step import TurnOffForDialog, TurnOffOwnDialog, TurnOnDialog
from logeerhuis_app.ui.settings.user_dialogs import (
    BlockDialog,
    ChangeUserDialog,
    GivePasswordDialog,
    NewUserDialog,
)
from logeerhuis_app.ui.stays.absence_dialog import AbsenceDialog
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.widgets.button import Button
from tests.support.shots.camera import come_to_rest
from tests.support.shots.intake import intake_shots
from tests.support.shots.merging import MERGING
from tests.support.shots.record import RECORD
from tests.support.shots.rights import RIGHTS
from tests.support.shots.shot import Shot
from tests.support.shots.stage import Stage, first

Open = Callable[[Stage], object]
AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def dialog_shots(folder: str) -> list[Shot]:
    return [
        Shot(f"{folder}/{name}", partial(_opened, kind=kind, do=do), kind)
        for name, kind, do in (
            *(*PLANNING, *DOOR, *HANDOVER, *REQUESTS, *PERSON, *CARE),
            *(*PAPERS, *PEOPLE, *RECORD, *RIGHTS, *MERGING, *HOUSE, *REST),
        )
    ] + intake_shots(folder)


def _opened(stage: Stage, kind: type[AnyDialog], do: Open) -> AnyDialog:
    do(stage)
    return stage.dialog(kind)


# --- planning


def _planning(stage: Stage) -> Any:
    screen = stage.screen_of("planning")
    screen.chart.view.mouse.cancel()
    return screen


def _detail(stage: Stage, booking_id: int) -> BookingDetail:
    detail = booking_detail(stage.door(Role.COORDINATOR), booking_id)
    return first([detail], lambda one: one is not None, "such stay")  # type: ignore[return-value]


def do_with_stay(stage: Stage, deed: Deed, booking_id: int) -> None:
    _planning(stage).wishes.do(deed, _detail(stage, booking_id))


def _book_waiting(stage: Stage) -> BookingDialog:
    """The first family that waits, in the first bed of the chart."""
    screen = _planning(stage)
    rows = screen.chart.view.tape.chart
    waiting = first(rows.waiting, lambda row: row.guest_id is not None, "waiting guest")
    screen.wishes.place_waiting(waiting.trajectory_id, rows.beds[0].bed_id, stage.clock.today())
    return stage.dialog(BookingDialog)


def _book_refused(stage: Stage) -> None:
    press_save(_book_waiting(stage))


def _book_unfilled(stage: Stage) -> None:
    _planning(stage).wishes.place(None, None, None)
    press_save(stage.dialog(BookingDialog))


def _book_searching(stage: Stage) -> None:
    """The list of guests lies over the form."""
    _planning(stage).wishes.place(None, None, None)
    line = stage.dialog(BookingDialog).guest.line
    line.setFocus()
    QTest.keyClicks(line, "jan")


def press_save(dialog: Any) -> None:
    dialog.save_button.click()
    come_to_rest()


PLANNING: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("booking", BookingDialog, lambda stage: _planning(stage).wishes.place(None, None, None)),
    ("booking-waiting", BookingDialog, _book_waiting),
    ("booking-refused", BookingDialog, _book_refused),
    ("booking-unfilled", BookingDialog, _book_unfilled),
    ("booking-searching", BookingDialog, _book_searching),
    ("move", MoveDialog, lambda stage: do_with_stay(stage, Deed.MOVE, stage.arrival(complete=True).booking_id)),
    ("move-present", MoveDialog, lambda stage: do_with_stay(stage, Deed.MOVE, stage.present().booking_id)),
    ("absence", AbsenceDialog, lambda stage: do_with_stay(stage, Deed.AWAY, stage.present().booking_id)),
    ("cancel", CancelDialog, lambda stage: do_with_stay(stage, Deed.CANCEL, stage.arrival(complete=True).booking_id)),
)


# --- at the door, and in the shift


def _check_in_unticked(stage: Stage) -> None:
    _check_in(stage)
    press_save(stage.dialog(CheckInDialog))


def _check_in(stage: Stage) -> None:
    do_with_stay(stage, Deed.CHECK_IN, stage.arrival(complete=True).booking_id)


def _check_in_missing(stage: Stage) -> None:
    do_with_stay(stage, Deed.CHECK_IN, stage.arrival(complete=False).booking_id)


DOOR: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("check-in", CheckInDialog, _check_in),
    ("check-in-unticked", CheckInDialog, _check_in_unticked),
    ("check-in-missing", CheckInDialog, _check_in_missing),
    ("check-out-early", CheckOutDialog, lambda stage: do_with_stay(stage, Deed.CHECK_OUT, stage.present().booking_id)),
)


def handover_of_piet(stage: Stage) -> Any:
    screen = stage.screen_of("handover", Role.CARE)
    screen.place_choice.setCurrentIndex(0)
    screen.show_guest(stage.piet)
    come_to_rest()
    return screen


def _note_draft(stage: Stage) -> None:
    """Closed by accident, and found again."""
    screen = handover_of_piet(stage)
    screen.panel.note_requested.emit()
    dialog = stage.dialog(NoteDialog)
    dialog.text.setPlainText("Om 14.30 onrustig na het bezoek, zocht zijn jas. Rustig bij muziek.")
    dialog.reject()
    come_to_rest()
    screen.panel.note_requested.emit()


def _correct(stage: Stage) -> None:
    screen = handover_of_piet(stage)
    notes = [note for guest in screen.page.guests for note in guest.notes]
    note = first(notes, lambda note: not note.is_corrected, "note")
    screen.panel.correction_requested.emit(note)


HANDOVER: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("note", NoteDialog, lambda stage: handover_of_piet(stage).panel.note_requested.emit()),
    ("note-house", NoteDialog, lambda stage: handover_of_piet(stage).panel.house_note_requested.emit()),
    ("note-draft", NoteDialog, _note_draft),
    ("note-correction", CorrectionDialog, _correct),
    ("task", TaskDialog, lambda stage: handover_of_piet(stage).panel.task_requested.emit()),
)


# --- requests


def _step(stage: Stage, state: TrajectoryState | None = None) -> None:
    stage.screen_of("requests").take_step(state)


def _step_with_reason(stage: Stage) -> None:
    """To a state that asks why."""
    screen = stage.screen_of("requests")
    rows = trajectory_rows(stage.door(Role.COORDINATOR))
    row = first(rows, lambda row: bool(NEXT_STATES[row.state] & NEEDS_REASON), "family that may stop")
    screen.open_request(row.trajectory_id)
    _step(stage, next(iter(NEXT_STATES[row.state] & NEEDS_REASON)))


REQUESTS: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("request", RequestDialog, lambda stage: stage.screen_of("requests").new_request()),
    ("step", StepDialog, _step),
    ("step-with-reason", StepDialog, _step_with_reason),
)


# --- the guest's file


def _deeds(stage: Stage) -> FileDeeds:
    deeds: FileDeeds = stage.screen_of("guests").deeds
    return deeds


def _piet(stage: Stage) -> tuple[FileDeeds, GuestFile]:
    return _deeds(stage), stage.file(stage.piet)


def _edit(name: str, rows: Callable[[GuestFile], Any] | None = None) -> Open:
    """The dialog of this deed: for the first row there is, or with no ``rows`` for a new one."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        getattr(deeds, name)(file, *([rows(file)[0]] if rows else []))

    return do


def _legal(name: str) -> Open:
    """A new one of what is laid down about deciding and treatment."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        getattr(deeds.legal, name)(file)

    return do


def _answers(section: Section) -> Open:
    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        deeds.edit_answers(file, section)

    return do


def _score(stage: Stage) -> None:
    """One of which some items were not seen yet."""
    file = stage.file(stage.guest("Bert Bouwmans"))
    row = first(file.scores, lambda row: row.score.total is None, "open score")
    _deeds(stage).edit_score(file, row.score.kind, row)


def _answers_empty(stage: Stage) -> None:
    _deeds(stage).edit_answers(stage.file(stage.newcomer), Section.EATING)


def _taken_over(stage: Stage) -> None:
    """A list with the lines of the last one, one of them opened and one that can be misread."""
    deeds, file = _piet(stage)
    deeds.write_list(file)
    dialog = stage.dialog(ListDialog)
    dialog.take_over()
    dialog.lines[0].more_button.setChecked(True)
    dialog.lines[0].strength.setText(",5 mg")
    dialog.lines[0].check()


def _count(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.count_medicines(file, CountMoment.BROUGHT)


def _explain(stage: Stage) -> None:
    _deeds(stage).explain_medication()


def _person_refused(stage: Stage) -> None:
    _deeds(stage).register(lambda _changes: None)
    dialog = stage.dialog(PersonDialog)
    press_save(dialog)


def _removed(do: Open, kind: type[QDialog]) -> Open:
    """What the button «Verwijderen…» of this dialog asks."""

    def ask(stage: Stage) -> None:
        do(stage)
        buttons = stage.dialog(kind).findChildren(Button)
        first(buttons, lambda button: button.text() == _("Remove…"), "button to remove").click()

    return ask


PERSON: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("person-new", PersonDialog, lambda stage: _deeds(stage).register(lambda _changes: None)),
    ("person-refused", PersonDialog, _person_refused),
    ("person", PersonDialog, _edit("edit_person")),
    ("fixed-contact", FixedContactDialog, _edit("edit_fixed_contact")),
)
_ALLERGY = _edit("edit_allergy", lambda file: file.banner.allergies)
_CONTACT = _edit("edit_contact", lambda file: file.contacts)
CARE: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("allergy-new", AllergyDialog, _edit("edit_allergy")),
    ("allergy", AllergyDialog, _ALLERGY),
    ("allergy-removed", ReasonDialog, _removed(_ALLERGY, AllergyDialog)),
    ("resuscitation", ResuscitationDialog, _edit("edit_resuscitation")),
    ("alert-new", AlertDialog, _edit("edit_alert")),
    ("alert", AlertDialog, _edit("edit_alert", lambda file: file.banner.alerts)),
    ("problem-new", ProblemDialog, _edit("edit_problem")),
    ("problem", ProblemDialog, _edit("edit_problem", lambda file: file.problems)),
    *((f"answers-{section.value.replace('_', '-')}", AnswersDialog, _answers(section)) for section in Section),
    ("answers-not-asked", AnswersDialog, _answers_empty),
    ("score-new", ScoreDialog, lambda stage: _piet(stage)[0].edit_score(_piet(stage)[1], ScoreKind.BARTHEL)),
    ("score", ScoreDialog, _score),
    ("medication-list", ListDialog, _edit("write_list")),
    ("medication-list-full", ListDialog, _taken_over),
    ("medication-stop", StopDialog, _edit("stop_medicine", lambda file: file.medication.medicines)),
    ("medication-count", CountDialog, _count),
    ("medication-scope", MedicationScopeDialog, _explain),
    ("medication-care", MedicationCareDialog, _edit("edit_medication_care")),
)


def _paper(deed: str, kind: DocumentKind = DocumentKind.DECISION) -> Open:
    """What can be done with the first document of this kind."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        row = first(file.papers.documents, lambda row: row.kind is kind, f"document: {kind}")
        getattr(deeds.papers, deed)(file, row)
        come_to_rest()

    return do


def _attach(stage: Stage, kind: DocumentKind | None = None) -> None:
    deeds, file = _piet(stage)
    deeds.papers.attach(file, kind)


def _attach_refused(stage: Stage) -> None:
    """A file that is not there: said beside its field."""
    deeds, file = _piet(stage)
    deeds.papers.attach(file, path="/home/jansen/Bureaublad/brief.pdf")
    dialog = stage.dialog(AttachDialog)
    write(dialog.fields["kind"], DocumentKind.CARE_LETTER)
    press_save(dialog)
    come_to_rest()


def _consent(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.papers.ask_consent(file, ConsentKind.STORIES)


def _withdraw(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.papers.withdraw(file, file.papers.consent(ConsentKind.PHOTO))


def _missing(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.show_missing_sheet(file)
    come_to_rest()


PAPERS: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("document-new", AttachDialog, _attach),
    ("document-refused", AttachDialog, _attach_refused),
    ("document-photo", AttachDialog, partial(_attach, kind=DocumentKind.PHOTO)),
    ("document", DescribeDialog, _paper("describe")),
    ("document-copy", CopyDialog, _paper("copy")),
    ("document-viewer", DocumentViewer, _paper("view")),
    ("document-viewer-photo", DocumentViewer, _paper("view", DocumentKind.PHOTO)),
    ("missing-sheet", DocumentViewer, _missing),
    ("consent", ConsentDialog, _consent),
    ("consent-withdrawn", WithdrawDialog, _withdraw),
)


def _carer(stage: Stage, name: str) -> None:
    deeds, file = _piet(stage)
    getattr(deeds, name)(file, stage.carers(stage.piet).carers[0])


def _measure(stage: Stage, kind: MeasureKind) -> None:
    _carer(stage, "edit_measure")
    write(stage.dialog(MeasureDialog).fields["kind"], kind)


def _measure_refused(stage: Stage) -> None:
    _measure(stage, MeasureKind.CSI)
    dialog = stage.dialog(MeasureDialog)
    write(dialog.fields["total"], "99")
    press_save(dialog)


def _measure_corrected(stage: Stage) -> None:
    deeds, _file = _piet(stage)
    held = stage.carers(stage.measured)
    row = next(row for row in held.carers if row.contact_id == held.measures[0].contact_id)
    deeds.edit_measure(stage.file(stage.measured), row, held.measures[0])


PEOPLE: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("contact-new", ContactDialog, _edit("edit_contact")),
    ("contact", ContactDialog, _CONTACT),
    ("contact-removed", RemoveDialog, _removed(_CONTACT, ContactDialog)),
    ("professional-new", ProfessionalDialog, _edit("edit_professional")),
    ("professional", ProfessionalDialog, _edit("edit_professional", lambda file: file.professionals)),
    ("representative-new", RepresentativeDialog, _legal("edit_representative")),
    ("capacity-new", CapacityDialog, _legal("edit_capacity")),
    ("living-will-new", LivingWillDialog, _legal("edit_will")),
    ("wzd", WzdDialog, _legal("edit_wzd")),
    ("help-new", HelpDialog, _edit("edit_help")),
    ("help", HelpDialog, _edit("edit_help", lambda file: file.help_at_home)),
    ("carer", CarerDialog, partial(_carer, name="edit_carer")),
    ("measure-new", MeasureDialog, partial(_carer, name="edit_measure")),
    *((f"measure-{kind.value}", MeasureDialog, partial(_measure, kind=kind)) for kind in MeasureKind),
    ("measure-refused", MeasureDialog, _measure_refused),
    ("measure-corrected", MeasureDialog, _measure_corrected),
    ("allocation-new", AllocationDialog, _edit("edit_allocation")),
    ("allocation", AllocationDialog, _edit("edit_allocation", lambda file: file.allocations)),
)


# --- users and backups


def _users(stage: Stage, button: str, place: int = 1) -> None:
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.users)
    screen.users.table.selectRow(place)
    getattr(screen.users, button).click()


def _house(stage: Stage, button: str) -> None:
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.house)
    getattr(screen.house, button).click()


def _second_step(stage: Stage) -> None:
    """From the dialog of the own account, which stays open below."""
    stage.workplace().change_own_password()
    stage.dialog(OwnPasswordDialog).second_step.button.click()


def _second_step_refused(stage: Stage) -> None:
    _second_step(stage)
    dialog = stage.dialog(TurnOnDialog)
    dialog.code.setText("123 456")
    dialog.own_password.setText(practice_users()[0].password)
    press_save(dialog)


def _open_apart(dialog: QDialog) -> None:
    """Without a phone in the practice house its own way cannot be gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _second_step_off(stage: Stage) -> None:
    place = stage.workplace()
    _open_apart(TurnOffOwnDialog(Operations(place.door), place.window))


def _second_step_lost(stage: Stage) -> None:
    place = stage.workplace(Role.MANAGER)
    user = first(user_list(place.door).users, lambda row: row.role is Role.CARE, "user in care")
    _open_apart(TurnOffForDialog(Operations(place.door), place.window, user))


def _choose_payer_with_rate(tab: PayersTab) -> None:
    """A lump sum that several share has no rates."""
    for place in range(tab.payers.rowCount()):
        tab.payers.selectRow(place)
        line = tab.line()
        if line is not None and line[1] is not None:
            return
    raise LookupError("no payer with a rate")


def _payers(stage: Stage, button: str) -> None:
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.payers)
    _choose_payer_with_rate(screen.payers)
    getattr(screen.payers, button).click()


def _lost_password(stage: Stage) -> None:
    dialog = LostPasswordDialog(stage.workplace().window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _backup(stage: Stage) -> None:
    stage.workplace(Role.MANAGER).window.action(ActionId.BACKUP).trigger()


def _restore(stage: Stage) -> None:
    _backup(stage)
    stage.dialog(BackupDialog).restore_wished.emit()


HOUSE: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("user-new", NewUserDialog, lambda stage: _users(stage, "add_button")),
    ("user", ChangeUserDialog, lambda stage: _users(stage, "change_button")),
    ("user-password", GivePasswordDialog, lambda stage: _users(stage, "password_button")),
    ("user-blocked", BlockDialog, lambda stage: _users(stage, "block_button")),
    ("location-new", LocationDialog, lambda stage: _house(stage, "add_location_button")),
    ("location", LocationDialog, lambda stage: _house(stage, "change_location_button")),
    ("bed-new", BedDialog, lambda stage: _house(stage, "add_bed_button")),
    ("bed", BedDialog, lambda stage: _house(stage, "change_bed_button")),
    ("bed-closing", CloseBedDialog, lambda stage: _house(stage, "close_bed_button")),
    ("bed-closing-for-now", CloseForNowDialog, lambda stage: _house(stage, "pause_bed_button")),
    ("payer-new", PayerDialog, lambda stage: _payers(stage, "add_payer_button")),
    ("payer", PayerDialog, lambda stage: _payers(stage, "change_payer_button")),
    ("contract-new", ContractDialog, lambda stage: _payers(stage, "add_contract_button")),
    ("rate-new", RateDialog, lambda stage: _payers(stage, "add_rate_button")),
    ("rate-correction", CorrectRateDialog, lambda stage: _payers(stage, "correct_button")),
    ("contract-end", EndContractDialog, lambda stage: _payers(stage, "end_button")),
    ("own-password", OwnPasswordDialog, lambda stage: stage.workplace().change_own_password()),
    ("second-step", TurnOnDialog, _second_step),
    ("second-step-refused", TurnOnDialog, _second_step_refused),
    ("second-step-off", TurnOffOwnDialog, _second_step_off),
    ("second-step-lost-phone", TurnOffForDialog, _second_step_lost),
    ("lost-password", LostPasswordDialog, _lost_password),
    ("backup", BackupDialog, _backup),
    ("restore", RestoreDialog, _restore),
)


# --- the rest


def open_fix_all(stage: Stage) -> FixAllDialog:
    screen = stage.screen_of("declarations", Role.ADMINISTRATOR)
    screen.show_month(Month.of(stage.clock.today()).previous())
    come_to_rest()
    screen.fix_all_button.click()
    dialog = stage.dialog(FixAllDialog)
    dialog.folder.setText("/home/vermeer/Documenten/Declaraties")
    return dialog


def _keys(stage: Stage, screen_id: str) -> None:
    stage.screen_of(screen_id)
    stage.workplace().window.action(ActionId.HELP).trigger()


def _crash(stage: Stage) -> None:
    try:
        stage.guest("niemand die zo heet")
    except LookupError:
        kind, _error, trace = sys.exc_info()
        dialog = CrashDialog(report(kind or LookupError, trace), stage.workplace().window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


REST: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("fix-all", FixAllDialog, open_fix_all),
    ("keys-planning", KeyOverview, lambda stage: _keys(stage, "planning")),
    ("keys-handover", KeyOverview, lambda stage: _keys(stage, "handover")),
    ("crash", CrashDialog, _crash),
)
