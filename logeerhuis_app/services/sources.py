"""From whom the house has what can harm a guest, and that it was asked again."""

from datetime import datetime

from sqlalchemy import select

from logeerhuis_app.domain.care import Resuscitation
from logeerhuis_app.models import Allergy, Guest, TreatmentDirective
from logeerhuis_app.models.sourced import Sourced
from logeerhuis_app.services.door import Work


def note_recorded(work: Work, row: Sourced) -> None:
    """It was written down or changed now; who asked about what it said before has not asked about this."""
    row.recorded_at_utc, row.recorded_by = work.now_utc, work.actor.name
    row.verified_at_utc, row.verified_by = None, ""


def note_verified(work: Work, guest: Guest) -> None:
    """At the door the allergies and the agreements about treatment are asked again, aloud (data dictionary C5)."""
    for row in _asked_at_the_door(work, guest.id):
        row.verified_at_utc, row.verified_by = work.now_utc, work.actor.name
        work.log("U", row.__tablename__, row.id, guest.id, verified=True)
    if guest.resuscitation is not Resuscitation.NOT_DISCUSSED:
        guest.resuscitation_verified_at_utc, guest.resuscitation_verified_by = work.now_utc, work.actor.name
        work.log("U", "guest", guest.id, guest.id, verified="resuscitation")


def forget_verified(work: Work, guest: Guest, at_utc: datetime) -> None:
    """Somebody else stood at the door at that moment: of this guest nothing was asked."""
    for row in _asked_at_the_door(work, guest.id):
        if row.verified_at_utc == at_utc:
            row.verified_at_utc, row.verified_by = None, ""
            work.log("U", row.__tablename__, row.id, guest.id, verified=False)
    if guest.resuscitation_verified_at_utc == at_utc:
        guest.resuscitation_verified_at_utc, guest.resuscitation_verified_by = None, ""
        work.log("U", "guest", guest.id, guest.id, verified="")


def _asked_at_the_door(work: Work, guest_id: int) -> list[Allergy | TreatmentDirective]:
    allergies = select(Allergy).where(Allergy.guest_id == guest_id, Allergy.ended_on.is_(None))
    directives = select(TreatmentDirective).where(TreatmentDirective.guest_id == guest_id)
    return [*work.session.scalars(allergies), *work.session.scalars(directives)]
