"""After rows were written with ids of their own, a server must count on from the highest."""

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from logeerhuis_app.models import Base


def set_sequences(session: Session) -> None:
    """SQLite takes the highest id plus one by itself; PostgreSQL keeps a sequence per table."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        if "id" not in table.c:
            continue
        highest = session.scalar(select(func.max(table.c.id)))
        name = session.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name})
        if highest is not None and name is not None:
            session.execute(
                text("SELECT setval(CAST(:name AS regclass), :highest)"), {"name": name, "highest": highest}
            )
