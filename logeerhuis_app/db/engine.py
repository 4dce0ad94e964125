"""Connections to the house: an encrypted SQLite file, or a PostgreSQL server.

Writers begin IMMEDIATE: a look and an insert in one deferred transaction would let two desks see the same free
bed, and most of the losers would fail with a locked file. Readers begin plainly and never wait.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection

BUSY_SECONDS = 5
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF")


def file_engine(path: Path, key: bytes) -> Engine:
    """An engine on one encrypted file; ``key`` is 32 random bytes and never part of a URL or a log."""

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA cipher_log_level=NONE")  # SQLCipher would write to stderr on a wrong key
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine(f"sqlite:///{path}", module=sqlcipher, creator=connect, pool_size=3)
    event.listen(engine, "begin", _begin)
    return engine


def server_engine(url: str) -> Engine:
    """An engine on PostgreSQL; the driver is only imported here, for it costs a quarter of a second."""
    return create_engine(url, pool_size=3, pool_pre_ping=True)


def reading_options(engine: Engine) -> dict[str, Any]:
    """How a reader sees one moment: a file does so by itself, a server has to be asked."""
    if engine.dialect.name == "postgresql":
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {"read_only": True}


def _begin(connection: Connection) -> None:
    is_reader = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")
