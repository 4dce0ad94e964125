"""What was asked about one file, and the statements of the guest that stay with it."""

from sqlalchemy.orm import Session

from logeerhuis_app.domain.rights import RightKind
from logeerhuis_app.models import RightsRequest
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.guest import RequestRow

_REQUESTS = Prepared(
    whole_rows(RightsRequest).where(of_guests(RightsRequest.guest_id)).order_by(RightsRequest.id.desc())
)


def requests_of(session: Session, guest_id: int) -> tuple[RequestRow, ...]:
    """The latest first."""
    return tuple(_row(row) for row in _REQUESTS.rows(session, guest_ids=[guest_id]))


def corrections_of(session: Session, guest_id: int) -> tuple[RequestRow, ...]:
    """What everybody who reads the file must know: what the guest wants to have put right, and says about it."""
    return tuple(row for row in requests_of(session, guest_id) if row.kind is RightKind.CORRECTION)


def _row(row: RightsRequest) -> RequestRow:
    return RequestRow(
        request_id=row.id,
        kind=row.kind,
        received_on=row.received_on,
        asker=row.asker,
        asker_name=row.asker_name,
        ground=row.ground,
        wish=row.wish,
        decision=row.decision,
        decided_on=row.decided_on,
        decided_by=row.decided_by,
        reason=row.reason,
        statement=row.statement,
        version=row.version,
    )
