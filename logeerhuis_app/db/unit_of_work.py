"""One user action, one transaction; and what a disk or a server says, as something the user understands."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.db.engine import reading_options
from logeerhuis_app.db.guest_words import keep_in_step
from logeerhuis_app.domain.errors import HouseBusy, HouseFull, HouseUnreadable, UserFacingError

DEADLOCK = "40P01"
DOUBLE = "23505"
SERVER_FULL = "53100"
NO_ROOM_BYTES = 256 * 1024
"""With less than this free, a failed write is for want of room, whatever the system called it."""
_UNREADABLE = {
    "malformed": "damaged",
    "file is not a database": "damaged",
    "readonly database": "readonly",
    "unable to open": "readonly",
    "disk I/O error": "disk",
}


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that commits at the end, or leaves everything as it was.

    Raises:
        HouseBusy: another writer kept the file for longer than anyone should wait.
        HouseFull: there is no room on the disk.
        HouseUnreadable: the file or the server let us down.
    """
    with explained(engine), Session(engine, expire_on_commit=False) as session, session.begin():
        keep_in_step(session)
        session.connection()  # take the write lock now: a look before it would be a look at the past
        yield session


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session for queries; it sees one moment and never makes a writer wait.

    Raises: as ``writing``.
    """
    with explained(engine), Session(engine, autoflush=False) as session:
        session.connection(execution_options=reading_options(engine))
        yield session  # closing it ends the moment


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """What goes wrong outside our rows, as a refusal the user understands; anything else is our fault and stays."""
    try:
        yield
    except DBAPIError as failure:
        refusal = refusal_for(failure, engine)
        if refusal is None:
            raise
        if isinstance(refusal, HouseUnreadable):
            engine.dispose()  # a drive that comes back is opened anew
        raise refusal from failure


def refusal_for(failure: DBAPIError, engine: Engine) -> UserFacingError | None:
    """What to tell the user; None where it is our mistake."""
    if is_busy(failure):
        return HouseBusy()
    text, place = str(failure.orig), _place(engine)
    if _is_full(failure, engine):
        return HouseFull(place)
    if failure.connection_invalidated and engine.dialect.name == "postgresql":
        return HouseUnreadable(place, "unreachable")
    reason = next((reason for words, reason in _UNREADABLE.items() if words in text), "")
    if reason and engine.dialect.name == "sqlite" and not Path(str(engine.url.database)).exists():
        reason = "gone"
    return HouseUnreadable(place, reason) if reason else None


def is_busy(failure: DBAPIError) -> bool:
    """The file stayed locked, or a server broke a deadlock by sacrificing us: nothing was done, try again."""
    sqlstate = getattr(failure.orig, "sqlstate", None)
    return sqlstate == DEADLOCK or "database is locked" in str(failure.orig)


def is_double(failure: IntegrityError) -> bool:
    """A row was refused because another one has its place already."""
    return getattr(failure.orig, "sqlstate", None) == DOUBLE or "UNIQUE constraint failed" in str(failure.orig)


def _is_full(failure: DBAPIError, engine: Engine) -> bool:
    text = str(failure.orig)
    if getattr(failure.orig, "sqlstate", None) == SERVER_FULL or "disk is full" in text:
        return True
    # The index beside the journal is mapped into memory; without room that fails under another name.
    folder = _folder(engine)
    return "disk I/O error" in text and folder is not None and shutil.disk_usage(folder).free < NO_ROOM_BYTES


def _folder(engine: Engine) -> Path | None:
    if engine.dialect.name != "sqlite":
        return None
    folder = Path(str(engine.url.database)).parent
    return folder if folder.is_dir() else None


def _place(engine: Engine) -> str:
    """Where the house is; a server without its password."""
    if engine.dialect.name == "sqlite":
        return str(Path(str(engine.url.database)).parent)
    return f"{engine.url.host}/{engine.url.database}"
