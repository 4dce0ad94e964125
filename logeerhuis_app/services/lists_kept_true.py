"""What a file says of a whole list is true of the rows in it, also after one of several deeds was taken back.

«Known» stands over an allergy, «none» over nothing, and where somebody decides nobody is to be asked for.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AllergyStatus, AnswerState
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.models import (
    Alert,
    Allergy,
    ContactPerson,
    Guest,
    HealthProfessional,
    HelpFromOthers,
    Problem,
    Representative,
)
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.intake_lists import withdraw_statement
from logeerhuis_app.services.oxygen import keep_fire_alert

_ROWS = {
    FileList.CONTACTS: select(ContactPerson.id, ContactPerson.guest_id),
    FileList.PROFESSIONALS: select(HealthProfessional.id, HealthProfessional.guest_id),
    FileList.HELP: select(HelpFromOthers.id, HelpFromOthers.guest_id),
    FileList.PROBLEMS: select(Problem.id, Problem.guest_id),
    FileList.ALERTS: select(Alert.id, Alert.guest_id).where(Alert.ended_on.is_(None)),
}


def keep_lists_true(work: Work, guest_id: int) -> None:
    """Put right what the guest's file says of its lists, on record."""
    guest = found(work.session, Guest, guest_id, lock=True)
    has_some = bool(allergy_count(work.session, guest_id))
    if has_some is not (guest.allergy_status is AllergyStatus.KNOWN):
        put_allergy_status(work, guest, AllergyStatus.KNOWN if has_some else AllergyStatus.NOT_ASKED)
    _keep_representation_true(work, guest)
    for which in FileList:
        if has_rows(work.session, guest_id, which):
            withdraw_statement(work, guest_id, which)
    keep_fire_alert(work, guest_id)
    work.session.flush()


def has_rows(session: Session, guest_id: int, which: FileList) -> bool:
    rows = _ROWS[which].subquery()
    return session.scalar(select(rows.c.id).where(rows.c.guest_id == guest_id).limit(1)) is not None


def allergy_count(session: Session, guest_id: int) -> int:
    """Of those that hold."""
    query = select(func.count()).where(Allergy.guest_id == guest_id, Allergy.ended_on.is_(None))
    return session.scalar(query) or 0


def put_allergy_status(work: Work, guest: Guest, status: AllergyStatus) -> None:
    """With who said so, and on which day."""
    is_said = status is not AllergyStatus.NOT_ASKED
    values = {
        "allergy_status": status,
        "allergy_confirmed_on": work.today if is_said else None,
        "allergy_confirmed_by": work.actor.name if is_said else "",
    }
    changed = put(guest, values)
    if changed:
        work.log("U", "guest", guest.id, guest.id, changed=changed)


def _keep_representation_true(work: Work, guest: Guest) -> None:
    one = select(Representative.id).where(Representative.guest_id == guest.id).limit(1)
    has_some = work.session.scalar(one) is not None
    if has_some is (guest.representation_state is AnswerState.GIVEN):
        return
    changed = put(guest, {"representation_state": AnswerState.GIVEN if has_some else AnswerState.NOT_ASKED})
    work.log("U", "guest", guest.id, guest.id, changed=changed)
