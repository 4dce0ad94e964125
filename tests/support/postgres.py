"""A PostgreSQL server for the tests alone: made from nothing in a folder of its own, gone when they end.

It listens on a socket in that folder only, and never touches a server of the machine. Where the programs are not
installed the tests that need them are skipped, and the summary says so in red.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import pytest

REASON_PREFIX: Final = "PostgreSQL is not there"
START_PATIENCE_S = 30.0
USER: Final = "logeerhuis"
# What a crash would lose does not matter here; the tests are about what the database does, not about its disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "log_min_messages": "fatal",
}


@dataclass
class PostgresServer:
    """A running private server. ``create`` hands out fresh databases."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{USER}@/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """The name of a fresh database, a copy of the template (which nobody may be connected to)."""
        name = f"house_{next(self._numbers)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Throw a database away, with whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server per test process."""
    programs = _programs()
    if programs is None:
        pytest.skip(f"{REASON_PREFIX}: install the package postgresql to run this test on both databases.")
    pytest.importorskip("psycopg", reason=f"{REASON_PREFIX}: install the extra [postgres].")
    folder = Path(tempfile.mkdtemp(prefix="lh-pg-", dir="/tmp"))  # a socket's path may have 107 characters at most
    with suppress(PermissionError):
        shutil.chown(folder, _owner())
    folder.chmod(0o755)
    server = PostgresServer(folder)
    process = _start(programs, folder)
    try:
        _wait_until_it_answers(server, process)
        yield server
    finally:
        _stop(process)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of a fresh empty database, dropped after the test."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    postgres_server.drop(name)


def _programs() -> Path | None:
    """The folder with initdb and postgres: the newest that Debian keeps, or what the path has."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: float(path.parts[-3]), reverse=True)
    found = newest[0] if newest else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _owner() -> str:
    """Who owns the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_owner(*command: str) -> list[str]:
    return ["runuser", "-u", _owner(), "--", *command] if os.geteuid() == 0 else [*command]


def _start(programs: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """Make the cluster and start it under a shell that ends it as soon as this process is gone, however it went."""
    data = folder / "data"
    make = [programs / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(_as_owner(*map(str, make)), check=True, capture_output=True, cwd=folder)
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    serve = [str(programs / "postgres"), "-D", str(data), f"--unix_socket_directories={folder}", *settings]
    guard = '"$@" </dev/null & server=$!; read -r _; kill -QUIT $server; wait $server'
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            _as_owner("sh", "-c", guard, "sh", *serve),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,
        )


def _wait_until_it_answers(server: PostgresServer, process: "subprocess.Popen[bytes]") -> None:
    import psycopg

    deadline = time.monotonic() + START_PATIENCE_S
    while True:
        try:
            server._execute("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > deadline or process.poll() is not None:
                log = (server.folder / "log").read_text(errors="replace")
                raise RuntimeError(f"the private PostgreSQL server does not answer:\n{log}") from None
            time.sleep(0.05)
        else:
            return


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.stdin:
        process.stdin.close()
    process.wait(timeout=START_PATIENCE_S)
