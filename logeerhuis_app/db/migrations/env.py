"""Alembic's entry: always on a connection that is handed in, so that encryption and BEGIN stay ours."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Enum

from logeerhuis_app.models import Base
from logeerhuis_app.models.base import PartialDay, UtcMoment


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write plain column types into a new script: today's classes and code lists will not be there tomorrow."""
    if kind == "type" and isinstance(item, UtcMoment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, PartialDay):
        return "sa.String(length=10)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=False,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
