"""Every dialog, opened the way a user opens it."""

import sys
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import NEEDS_REASON, NEXT_STATES, TrajectoryState
from logeerhuis_app.log import report
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.services.queries.trajectories import trajectory_rows
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.services.users import user_list
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.backup.backup_dialog import BackupDialog
from logeerhuis_app.ui.backup.restore_dialog import RestoreDialog
from logeerhuis_app.ui.crash_dialog import CrashDialog
from logeerhuis_app.ui.declarations.fix_all_dialog import FixAllDialog
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
from tests.support.shots.camera import come_to_rest
from tests.support.shots.guest_file import CARE, PAPERS, PEOPLE, PERSON
from tests.support.shots.intake import intake_shots
from tests.support.shots.merging import MERGING
from tests.support.shots.record import RECORD
from tests.support.shots.rights import RIGHTS
from tests.support.shots.shot import Open, Shot, press_save
from tests.support.shots.stage import Stage, first

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
