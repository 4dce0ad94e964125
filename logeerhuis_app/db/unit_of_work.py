"""One user action, one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from logeerhuis_app.db.engine import reading_options
from logeerhuis_app.domain.errors import HouseBusy

DEADLOCK = "40P01"
DOUBLE = "23505"


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end, or leaves everything as it was.

    Raises:
        HouseBusy: another writer kept the file for longer than anyone should wait.
    """
    with Session(engine, expire_on_commit=False) as session:
        try:
            with session.begin():
                session.connection()  # take the write lock now: a look before it would be a look at the past
                yield session
        except OperationalError as failure:
            if is_busy(failure):
                raise HouseBusy from failure
            raise


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for queries; it sees one moment and never makes a writer wait."""
    with Session(engine.execution_options(**reading_options(engine)), autoflush=False) as session:
        yield session
        session.rollback()


def is_busy(failure: OperationalError) -> bool:
    """The file stayed locked, or a server broke a deadlock by sacrificing us: nothing was done, try again."""
    sqlstate = getattr(failure.orig, "sqlstate", None)
    return sqlstate == DEADLOCK or "database is locked" in str(failure.orig)


def is_double(failure: IntegrityError) -> bool:
    """A row was refused because another one has its place already."""
    return getattr(failure.orig, "sqlstate", None) == DOUBLE or "UNIQUE constraint failed" in str(failure.orig)
