"""How a test kills: work in a process of its own, ended by SIGKILL at a moment of chance or at a step of its choice.

A kill by chance finds what nobody thought of; a kill at each step finds the moment that chance misses for years.
"""

import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.services.door import Door
from tests.support.houses import TestHouse

Line = dict[str, Any]
Work = Callable[[int], None]
"""Works until it is killed; gets the writing end of a pipe."""
WARM: dict[Any, Any] = {}
"""Compiled statements, made once: else each desk would spend its short life on compiling."""
STEPS = frozenset({"os.rename", "os.remove", "os.link", "os.chmod", "os.mkdir", "os.truncate", "shutil.rmtree"})
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
FINISHED = 3
DONE = b'{"what": "done"'
BROKE_OFF = "broke off by itself"


def say(pipe: int, what: str, **line: Any) -> None:
    """One line of JSON; the one who kills reads it afterwards."""
    os.write(pipe, (json.dumps({"what": what, **line}) + "\n").encode())


def killed_at_work(work: Work, life_s: float, after: int = 0) -> list[Line]:
    """Run ``work(pipe)`` in a process of its own, kill it, and give what it had said.

    ``life_s`` counts from the moment when so many deeds were done: a busy machine is slow, and no easier on the house.
    """
    child, reader = _started(work)
    heard = _heard(reader, after)
    time.sleep(life_s)
    os.kill(child, signal.SIGKILL)
    status, said = _ended(child, reader, heard)
    assert os.WIFSIGNALED(status), said[-1:]
    return said


def killed_at_step(work: Work, step: int) -> tuple[list[Line], bool]:
    """Kill ``work`` just before it touches a file for the nth time, or commits.

    Gives what it had said, and whether it was killed: it gets to its end where it has no such step.
    """

    def counted(pipe: int) -> None:
        left = step

        def one_more(*_any: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "commit", one_more)
        sys.addaudithook(lambda name, arguments: one_more() if _touches_a_file(name, arguments) else None)
        work(pipe)
        os._exit(FINISHED)

    status, said = _ended(*_started(counted))
    is_finished = os.WIFEXITED(status) and os.WEXITSTATUS(status) == FINISHED
    assert is_finished or os.WIFSIGNALED(status), said[-1:]
    return said, not is_finished


def _touches_a_file(name: str, arguments: tuple[Any, ...]) -> bool:
    if name == "open":
        return bool(isinstance(arguments[2], int) and arguments[2] & WRITES)
    return name in STEPS


def _started(work: Work) -> tuple[int, int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work(writer)
        except BaseException:  # noqa: BLE001 — told to the test, which is another process
            say(writer, BROKE_OFF, why=traceback.format_exc())
        finally:
            os._exit(1)  # nothing of the test runner may run here
    os.close(writer)
    return child, reader


def _heard(reader: int, deeds: int) -> bytes:
    """What is on the pipe when so many deeds were done, or when it is closed."""
    heard = b""
    while heard.count(DONE) < deeds and (more := os.read(reader, 1 << 16)):
        heard += more
    return heard


def _ended(child: int, reader: int, heard: bytes = b"") -> tuple[int, list[Line]]:
    """The pipe is read to its end first: a child whose pipe is full would wait for ever."""
    with os.fdopen(reader, "rb") as pipe:
        said = heard + pipe.read()
    _pid, status = os.waitpid(child, 0)
    return status, [json.loads(line) for line in said.splitlines()]


def warm_engine(path: Path, key: bytes) -> Engine:
    return file_engine(path, key).execution_options(compiled_cache=WARM)


def key_of(house: TestHouse) -> bytes:
    assert house.door.vault is not None
    return house.door.vault.key


def copied(house: TestHouse, folder: Path) -> TestHouse:
    """The same house in another folder, with a key file of its own."""
    assert house.place.folder is not None
    assert house.door.vault is not None
    shutil.copytree(house.place.folder, folder)
    place = type(house.place)(folder)
    door = house.door
    engine = file_engine(place.database, house.door.vault.key)
    vault = type(house.door.vault)(place.keys, house.door.vault.key)
    return TestHouse(Door(engine, door.actor, door.clock, vault=vault), place, house.users)
