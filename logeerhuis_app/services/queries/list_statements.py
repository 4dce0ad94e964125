"""What was said of lists of a file that hold nothing."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy.orm import Session

from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.models import IntakeStatement
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.guest import ListStatement

_STATEMENTS = Prepared(whole_rows(IntakeStatement).where(of_guests(IntakeStatement.guest_id)))


def statements_of(session: Session, guest_ids: Collection[int]) -> dict[int, dict[FileList, ListStatement]]:
    """By guest, and by the list it is about."""
    found: dict[int, dict[FileList, ListStatement]] = defaultdict(dict)
    for row in _STATEMENTS.rows(session, guest_ids=guest_ids):
        found[row.guest_id][row.part] = ListStatement(row.state, row.recorded_at_utc, row.recorded_by)
    return found
