"""An empty list of which somebody said «none»; whoever adds to the list takes the word back with the same deed."""

from sqlalchemy import select

from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.models import IntakeStatement
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.field_values import kept


def withdraw_statement(work: Work, guest_id: int, one: FileList) -> None:
    """«None» holds until something is written down; taken away again, the list is to be asked for."""
    query = select(IntakeStatement).where(IntakeStatement.guest_id == guest_id, IntakeStatement.part == one)
    row = work.session.scalars(query).one_or_none()
    if row is not None:
        work.session.delete(row)
        work.session.flush()
        work.log("D", "intake_statement", row.id, guest_id, was=kept(row))
