"""Connections to the house: an encrypted SQLite file, or a PostgreSQL server.

Writers begin IMMEDIATE: a look and an insert in one deferred transaction would let two desks see the same free
bed, and most of the losers would fail with a locked file. Readers begin plainly and never wait.
"""

import os
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

from logeerhuis_app.domain.errors import HouseUnreadable

BUSY_SECONDS = 5
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF")


def file_engine(path: Path, key: bytes) -> Engine:
    """An engine on one encrypted file, which must be there; ``key``: 32 random bytes, never part of a URL or a log."""
    address = f"{path.absolute().as_uri()}?mode=rw"  # else a file that was taken away would be made anew, empty

    def connect() -> Any:
        connection = sqlcipher.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA cipher_log_level=NONE")  # SQLCipher would write to stderr on a wrong key
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(f"sqlite:///{path}", module=sqlcipher, creator=connect, pool_size=3)
    event.listen(engine, "connect", lambda _driver, record: record.info.update(file=_identity(path)))
    event.listen(engine, "begin", partial(_begin_in_file, path))
    return engine


def server_engine(url: str) -> Engine:
    """An engine on PostgreSQL; the driver is only imported here, for it costs a quarter of a second."""
    return create_engine(url, pool_size=3, pool_pre_ping=True)


def reading_options(engine: Engine) -> dict[str, Any]:
    """How a reader sees one moment: a file does so by itself, a server has to be asked."""
    if engine.dialect.name == "postgresql":
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {"read_only": True}


def _begin_in_file(path: Path, connection: Connection) -> None:
    """Raises: HouseUnreadable, when the file is not the one that was opened: what is written there would be lost."""
    if _identity(path) != connection.info["file"]:
        connection.invalidate()
        raise HouseUnreadable(str(path.parent), "gone")
    is_reader = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands there; None for none. Windows keeps an open file where it is, so there that is all it tells."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return (0, 0) if os.name == "nt" else (facts.st_dev, facts.st_ino)
