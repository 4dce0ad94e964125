"""What a deed leaves on screen. These pictures change the house, so they are taken last."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.declarations.fix_all_dialog import FixAllDialog
from logeerhuis_app.ui.planning.cancel_dialog import CancelDialog
from logeerhuis_app.ui.planning.stay_panel import Deed
from tests.support.shots.dialogs import do_with_stay, handover_of_piet, open_fix_all
from tests.support.shots.shot import Shot, press_save
from tests.support.shots.stage import Stage, first


def after_shots() -> list[Shot]:
    return [
        Shot("after/fix-all-done", _fixed_all, FixAllDialog),
        Shot("after/declaration-fixed", _fixed),
        Shot("after/undo-offered", _cancelled),
        Shot("after/all-read", _all_read),
    ]


def _fixed_all(stage: Stage) -> QWidget:
    dialog = open_fix_all(stage)
    papers = stage.folder / "papieren"
    papers.mkdir()
    dialog.folder.setText(str(papers))
    press_save(dialog)
    return dialog


def _fixed(stage: Stage) -> QWidget:
    screen = stage.screen_of("declarations", Role.ADMINISTRATOR)
    group = first(screen.groups, lambda group: group.is_fixed and group.guests, "fixed declaration")
    screen.payers.chosen.emit(group.key)
    return stage.workplace(Role.ADMINISTRATOR).window


def _cancelled(stage: Stage) -> QWidget:
    do_with_stay(stage, Deed.CANCEL, stage.arrival(complete=True).booking_id)
    dialog = stage.dialog(CancelDialog)
    dialog.reason.setText("griep")
    press_save(dialog)
    return stage.workplace().window


def _all_read(stage: Stage) -> QWidget:
    handover_of_piet(stage).sign_all()
    return stage.workplace(Role.CARE).window
