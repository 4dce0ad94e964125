"""The intake: of a guest of whom all is known, and of one of whom nothing was asked."""

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.intake.carer_sheet import CarerSheet
from logeerhuis_app.ui.intake.estimate_form import EstimateForm
from logeerhuis_app.ui.intake.intake_dialog import IntakeDialog
from tests.support.shots.shot import Shot
from tests.support.shots.stage import Stage


def intake_shots(folder: str) -> list[Shot]:
    filled: tuple[tuple[IntakePart, type[QDialog]], ...] = (
        (IntakePart.EATING, IntakeDialog),
        (IntakePart.MOVING, IntakeDialog),
        (IntakePart.SELF_CARE, IntakeDialog),
        (IntakePart.HELP, IntakeDialog),
        (IntakePart.ESTIMATE, EstimateForm),
    )
    return [
        *(Shot(f"{folder}/intake-{part.value}", partial(_filled, part=part), kind) for part, kind in filled),
        Shot(f"{folder}/intake-not-asked", partial(_empty, part=IntakePart.MIND), IntakeDialog),
        Shot(f"{folder}/intake-carer", _carer, CarerSheet),
        Shot(f"{folder}/intake-empty-list", partial(_empty, part=IntakePart.HEALTH), IntakeDialog),
    ]


def _filled(stage: Stage, part: IntakePart) -> QWidget:
    return _at(stage, stage.piet, part)


def _empty(stage: Stage, part: IntakePart) -> QWidget:
    return _at(stage, stage.newcomer, part)


def _carer(stage: Stage) -> QWidget:
    _at(stage, stage.piet, IntakePart.PEOPLE)
    stage.dialog(IntakeDialog).show_carer_sheet()
    return stage.dialog(CarerSheet)


def _at(stage: Stage, guest_id: int, part: IntakePart) -> QWidget:
    stage.screen_of("guests")
    stage.workplace(Role.COORDINATOR).take_intake(guest_id)
    dialog = stage.dialog(IntakeDialog)
    dialog.go_to(part)
    return dialog
