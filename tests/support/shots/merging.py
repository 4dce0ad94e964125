"""Merging two files of one person: empty, full of contradictions, what happens, and what stands in the way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Criticality, Resuscitation, Severity
from logeerhuis_app.domain.merging import Side
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    record_answers,
    set_resuscitation,
)
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.queries.guests import guest_file, guest_list
from logeerhuis_app.ui.guests.merge_dialog import MergeDialog
from logeerhuis_app.ui.operations import Operations
from tests.support.shots.camera import come_to_rest
from tests.support.shots.stage import Stage

PHONE = "06 1234 9999"


def _second(stage: Stage) -> int:
    """A second file of the same guest, that says other things."""
    door = stage.door(Role.MANAGER)
    found = guest_list(door, PHONE.replace(" ", "")).rows
    if found:
        return found[0].guest.guest_id
    person = guest_file(door, stage.piet).person
    wish = PersonWish(
        person.given_name,
        person.guest.born,
        person.last_name,
        person.prefix,
        phone=PHONE,
        town="Deurne",
        accepted=("duplicate_guest",),
    )
    guest = register_guest(door, wish).created_id
    day = stage.clock.today().replace(day=1)
    version = guest_file(door, guest).person.version
    set_resuscitation(door, guest, ResuscitationWish(Resuscitation.YES, day, "met zijn dochter", version))
    add_allergy(door, guest, AllergyWish("noten", Criticality.MODERATE, reaction="jeuk"))
    add_alert(door, guest, AlertWish(AlertKind.FALLING, "rollator binnen bereik", Severity.AMBER))
    answers = (
        AnswerWish(CareTopic.DRINK_LEVEL, AnswerState.GIVEN, "3"),
        AnswerWish(CareTopic.FALL_RISK, AnswerState.GIVEN, "no"),
        AnswerWish(CareTopic.DIET, AnswerState.NONE),
    )
    record_answers(door, guest, answers)
    return guest


def _open(stage: Stage, other: Callable[[Stage], int]) -> MergeDialog:
    place = stage.workplace(Role.COORDINATOR)
    guest = guest_file(place.door, stage.piet).person.guest
    dialog = MergeDialog(Operations(place.door), place.window, guest, other(stage))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    come_to_rest()
    return dialog


def _second_step(stage: Stage) -> None:
    dialog = _open(stage, _second)
    for choice in dialog.choices:
        choice.choose(choice.side or Side.KEPT)
    dialog.save_button.click()
    come_to_rest()


MERGING: tuple[tuple[str, type[QDialog], Callable[[Stage], object]], ...] = (
    ("merge-empty", MergeDialog, partial(_open, other=lambda _stage: 0)),
    ("merge-choose", MergeDialog, partial(_open, other=_second)),
    ("merge-last-step", MergeDialog, _second_step),
    ("merge-blocked", MergeDialog, partial(_open, other=lambda stage: stage.piet)),
)
