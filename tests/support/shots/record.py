"""Keeping a file true over time: what changed, two people at once, a form that was interrupted, what was seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.care_need import care_need
from logeerhuis_app.services.queries.file_changes import changes_since_stay
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.ui.guests.changes_dialog import ChangesDialog
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.observation_dialog import ObservationDialog
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from tests.support.shots.camera import come_to_rest
from tests.support.shots.stage import Stage, first


def _deeds(stage: Stage) -> FileDeeds:
    deeds: FileDeeds = stage.screen_of("guests").deeds
    return deeds


def _stayed(stage: Stage) -> int:
    """A guest who was here before, and of whom something was written down since."""
    door = stage.door(Role.MANAGER)
    rows = guest_list(door).rows
    guest = first(rows, lambda row: changes_since_stay(door, row.guest.guest_id).since is not None, "former guest")
    guest_id = guest.guest.guest_id
    if not changes_since_stay(door, guest_id).rows:
        answers = stage.file(guest_id).answers
        version = answers[CareTopic.SKIN].version if CareTopic.SKIN in answers else 0
        skin = AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="rode hiel links", version=version)
        record_answers(door, guest_id, [skin])
        add_contact(door, guest_id, ContactWish("Buurvrouw Tiny", phone="0492 123 456"))
    return guest_id


def _changes(stage: Stage) -> None:
    file = stage.file(_stayed(stage))
    deeds = _deeds(stage)
    deeds.show_changes(file, deeds.changes(file))


def _observation(stage: Stage) -> None:
    guest_id = _stayed(stage)
    stays = care_need(stage.door(Role.MANAGER), guest_id).stays
    _deeds(stage).write_observation(stage.file(guest_id), stays[0])


def _two_answers(stage: Stage) -> None:
    """As when somebody else saved another answer to the same question."""
    deeds = _deeds(stage)
    deeds.edit_person(stage.file(stage.piet))
    dialog = stage.dialog(PersonDialog)
    values = dialog.values()
    dialog.fields["town"].setText("Bakel")  # type: ignore[attr-defined]
    dialog.show_problem(dialog._take_over({**values, "town": "Gemert"}, dialog.version))
    come_to_rest()


def _not_saved(stage: Stage) -> None:
    deeds = _deeds(stage)
    deeds.edit_person(stage.file(stage.piet))
    dialog = stage.dialog(PersonDialog)
    dialog.fields["street"].setText("Kerkstr")  # type: ignore[attr-defined]
    assert dialog.draft is not None
    dialog.draft.keep()
    dialog.draft.leave()
    dialog.reject()
    come_to_rest()
    deeds.edit_person(stage.file(stage.piet))


RECORD: tuple[tuple[str, type[QDialog], Callable[[Stage], object]], ...] = (
    ("changes-since-stay", ChangesDialog, _changes),
    ("care-seen", ObservationDialog, _observation),
    ("person-two-answers", PersonDialog, _two_answers),
    ("person-not-saved", PersonDialog, _not_saved),
)
