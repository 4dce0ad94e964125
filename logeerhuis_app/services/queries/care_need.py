"""The care that was estimated at the talk, and what was seen in each stay."""

from sqlalchemy import select

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Booking, CareObservation, Intake
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.observations import STAYED
from logeerhuis_app.services.rows.intake import CareNeed, EstimateRow, ObservedRow

_ESTIMATE = ("held_on", "estimate_adl", "estimate_minutes", "estimate_nightly", "estimate_why")
_SEEN = ("seen_adl", "seen_minutes", "seen_nightly", "seen_why", "recorded_by", "version")


@reads(UseCase.SEE_CARE)
def care_need(work: Work, guest_id: int) -> CareNeed:
    """Every stay in which the guest was here, the latest first; one that nobody judged has version 0."""
    estimate = work.session.scalars(select(Intake).where(Intake.guest_id == guest_id)).one_or_none()
    stays = (
        select(Booking, CareObservation)
        .outerjoin(CareObservation, CareObservation.booking_id == Booking.id)
        .where(Booking.guest_id == guest_id, Booking.state.in_(STAYED))
        .order_by(Booking.arrival.desc(), Booking.id.desc())
    )
    return CareNeed(
        EstimateRow() if estimate is None else EstimateRow(**{name: getattr(estimate, name) for name in _ESTIMATE}),
        tuple(_seen(booking, row) for booking, row in work.session.execute(stays)),
    )


def is_first_to_judge(work: Work, guest_id: int) -> bool:
    """Whether nobody ever said what care this guest took: then the departure asks."""
    query = select(CareObservation.id).where(CareObservation.guest_id == guest_id).limit(1)
    return work.session.scalar(query) is None


def _seen(booking: Booking, row: CareObservation | None) -> ObservedRow:
    held = {} if row is None else {name: getattr(row, name) for name in _SEEN}
    return ObservedRow(booking.id, booking.arrival, booking.departure, **held)
