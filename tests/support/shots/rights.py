"""The dialogs about a guest's rights, and the tab of what falls due."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.domain.retention import Terms
from logeerhuis_app.domain.rights import Asker, Decision, RestrictionGround, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.removal import removal_sheet
from logeerhuis_app.services.rights import AskedBy, RequestWish, record_request, rights_sheet
from logeerhuis_app.services.rows.guest import RequestRow
from logeerhuis_app.services.rows.rights import RestrictionRow, RightsSheet
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.rights.access_dialog import AccessDialog
from logeerhuis_app.ui.rights.destroy_dialog import DestroyDialog
from logeerhuis_app.ui.rights.request_dialogs import (
    DecisionDialog,
    KeepDialog,
    LiftDialog,
    NewRequestDialog,
    RestrictDialog,
    TermsDialog,
)
from logeerhuis_app.ui.rights.rights_dialog import RightsDialog
from tests.support.shots.camera import come_to_rest
from tests.support.shots.stage import Stage

Make = Callable[[Operations, QWidget, Stage], QDialog]


def _asked(stage: Stage) -> int:
    """The newest file, whose guest asked to see it and to have it destroyed."""
    door, guest = stage.door(Role.MANAGER), stage.newcomer
    if not rights_sheet(door, guest).requests:
        day = stage.clock.today()
        daughter = AskedBy(Asker.REPRESENTATIVE, "M. de Wit", "levenstestament")
        record_request(door, guest, RequestWish(RightKind.ACCESS, day, daughter))
        wish = "Moeder komt niet meer logeren. Wij willen dat er niets bewaard blijft."
        record_request(door, guest, RequestWish(RightKind.REMOVAL, day, daughter, wish))
    return guest


def _sheet(stage: Stage) -> RightsSheet:
    return rights_sheet(stage.door(Role.MANAGER), stage.piet)


def _restricted(stage: Stage) -> RightsSheet:
    closed = RestrictionRow(stage.clock.today(), RestrictionGround.ACCURACY, "De diagnose wordt uitgezocht.")
    return replace(_sheet(stage), restriction=closed)


def _request(stage: Stage) -> RequestRow:
    wish = "In het dossier staat dat mijn vader drinkt. Dat klopt niet."
    day = stage.clock.today()
    return RequestRow(
        1, RightKind.CORRECTION, day, Asker.REPRESENTATIVE, "Els", "mentor", wish, Decision.OPEN, None, "", "", "", 1
    )


def _access(run: Operations, window: QWidget, stage: Stage) -> AccessDialog:
    sheet = _sheet(stage)
    return AccessDialog(run, window, sheet.guest_id, sheet.guest_no, sheet.name)


def _destroy(run: Operations, window: QWidget, stage: Stage, guest_id: int) -> DestroyDialog:
    return DestroyDialog(run, window, removal_sheet(stage.door(Role.MANAGER), guest_id))


def _keep(run: Operations, window: QWidget, stage: Stage) -> KeepDialog:
    return KeepDialog(run, window, removal_sheet(stage.door(Role.MANAGER), stage.piet))


def _opened(stage: Stage, make: Make) -> None:
    place = stage.workplace(Role.MANAGER)
    dialog = make(Operations(place.door), place.window, stage)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _second_step(stage: Stage) -> None:
    _opened(stage, lambda run, window, at: _destroy(run, window, at, _asked(at)))
    stage.dialog(DestroyDialog).save()
    come_to_rest()


_DIALOGS: tuple[tuple[str, type[QDialog], Make], ...] = (
    ("rights", RightsDialog, lambda run, window, stage: RightsDialog(run, window, _asked(stage))),
    ("rights-empty", RightsDialog, lambda run, window, stage: RightsDialog(run, window, stage.piet)),
    ("rights-request", NewRequestDialog, lambda run, window, stage: NewRequestDialog(run, window, _sheet(stage))),
    ("rights-decision", DecisionDialog, lambda run, window, stage: DecisionDialog(run, window, _request(stage))),
    ("rights-access", AccessDialog, _access),
    ("rights-restrict", RestrictDialog, lambda run, window, stage: RestrictDialog(run, window, _sheet(stage))),
    ("rights-lift", LiftDialog, lambda run, window, stage: LiftDialog(run, window, _restricted(stage))),
    ("rights-destroy", DestroyDialog, lambda run, window, stage: _destroy(run, window, stage, _asked(stage))),
    ("rights-destroy-blocked", DestroyDialog, lambda run, window, stage: _destroy(run, window, stage, stage.piet)),
    ("rights-keep", KeepDialog, _keep),
    ("retention-terms", TermsDialog, lambda run, window, _stage: TermsDialog(run, window, Terms())),
)
RIGHTS: tuple[tuple[str, type[QDialog], Callable[[Stage], object]], ...] = (
    *((name, kind, partial(_opened, make=make)) for name, kind, make in _DIALOGS),
    ("rights-destroy-typed", DestroyDialog, _second_step),
)


def retention_tab(stage: Stage) -> QWidget:
    """One request waits; nothing fell due in a house of a year old."""
    _asked(stage)
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.show_page("retention")
    return stage.workplace(Role.MANAGER).window
