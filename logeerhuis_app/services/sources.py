"""From whom the house has what can harm a guest, and that it was asked again."""

from collections.abc import Iterable

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
    rows: list[tuple[str, Allergy | TreatmentDirective]] = [
        *(("allergy", row) for row in _of(work, Allergy, guest.id)),
        *(("treatment_directive", row) for row in _of(work, TreatmentDirective, guest.id)),
    ]
    for kind, row in rows:
        row.verified_at_utc, row.verified_by = work.now_utc, work.actor.name
        work.log("U", kind, row.id, guest.id, verified=True)
    if guest.resuscitation is not Resuscitation.NOT_DISCUSSED:
        guest.resuscitation_verified_at_utc, guest.resuscitation_verified_by = work.now_utc, work.actor.name
        work.log("U", "guest", guest.id, guest.id, verified="resuscitation")


def _of(work: Work, model: type[Allergy] | type[TreatmentDirective], guest_id: int) -> Iterable[Allergy]:
    query = select(model).where(model.guest_id == guest_id)
    if model is Allergy:
        query = query.where(Allergy.ended_on.is_(None))
    return work.session.scalars(query)
