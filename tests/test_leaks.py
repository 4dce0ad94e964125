"""Marked words go in at every corner; after work, a crash and a broken-off transaction no file holds one of them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from logeerhuis_app.log import FILE as LOG_FILE
from logeerhuis_app.settings import FILE as SETTINGS_FILE
from tests.support.counts import COUNT
from tests.support.leaky_day import BSN, CODE_FILE, CRASHED, GIVEN, LAST, MARKS

ENOUGH_FILES = 10
PATIENCE_S = 600
"""Only a day that never ends is a fault: on a busy machine it takes minutes."""
FOLDERS = ("data", "home", "temp", "config", "cache", "state", "runtime", "stick")


def disguises(mark: str) -> Iterator[bytes]:
    """How a word may stand in a file."""
    for form in {mark, mark.casefold(), mark.upper()}:
        yield from (form.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"))
        yield json.dumps(form)[1:-1].encode()
    if mark.isdigit():
        yield from (f"{mark[:4]}{dot}{mark[4:6]}{dot}{mark[6:]}".encode() for dot in ". -")


def marks_in(content: bytes) -> list[str]:
    return [mark for mark in MARKS if any(form in content for form in disguises(mark))]


def environment(folder: Path) -> dict[str, str]:
    """Everything a program may write goes below one folder."""
    places = {
        "HOME": "home", "USERPROFILE": "home", "APPDATA": "home", "LOCALAPPDATA": "home", "TMPDIR": "temp",
        "TEMP": "temp", "TMP": "temp", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "home", "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "runtime",
    }  # fmt: skip
    for name in set(places.values()):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
    return {
        **os.environ,
        **{name: str(folder / place) for name, place in places.items()},
        "QT_QPA_PLATFORM": "offscreen",
    }


@pytest.fixture(scope="module")
def after_the_day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    folder = tmp_path_factory.mktemp("leaks")
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.support.leaky_day", str(folder)]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, env=environment(folder), capture_output=True, timeout=PATIENCE_S, check=False
    )
    return folder, done


def written(folder: Path) -> list[Path]:
    return sorted(path for name in FOLDERS for path in (folder / name).rglob("*") if path.is_file())


def test_the_day_went_as_planned(after_the_day):
    folder, done = after_the_day
    assert done.returncode == CRASHED, done.stderr.decode()[-3000:]
    names = {path.name for path in written(folder)}
    assert {"logeerhuis.db", "logeerhuis.db-wal", "logeerhuis.keys", SETTINGS_FILE, LOG_FILE} <= names
    assert (folder / "data" / "logeerhuis.db-wal").stat().st_size > 100_000
    assert any((folder / "stick").rglob("logeerhuis-*"))
    assert any(name.startswith("logeerhuis-before-") for name in names)
    assert "logeerhuis.tries" in names
    assert any((folder / "data").rglob("logeerhuis-*"))
    log = (folder / "data" / LOG_FILE).read_text(encoding="utf-8")
    assert log.count(": crash\n") == 2
    assert "RuntimeError" in log
    assert "KeyError" in log


def test_what_the_user_asked_for_is_found_so_the_search_works(after_the_day):
    folder, _done = after_the_day
    for name in ("gast.txt", "huis.json"):
        assert {GIVEN, LAST, BSN} <= set(marks_in((folder / "papers" / name).read_bytes())), name
    assert (folder / "papers" / "overdracht.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_each_mark_would_be_found(encoding: str):
    for mark in MARKS:
        assert mark in marks_in(b"\0\1" + mark.encode(encoding) + b"\xff")
    assert GIVEN in marks_in(json.dumps({"naam": GIVEN}).encode())


def test_no_file_that_was_written_unasked_holds_a_marked_word(after_the_day, record_property):
    folder, done = after_the_day
    files = written(folder)
    leaks = {str(path.relative_to(folder)): marks_in(path.read_bytes()) for path in files}
    leaks |= {f"name of {path.name}": marks_in(str(path.relative_to(folder)).encode()) for path in files}
    leaks |= {"what it said": marks_in(done.stdout), "what it complained": marks_in(done.stderr)}
    code = (folder / "papers" / CODE_FILE).read_text(encoding="utf-8")
    for path in files:
        content = path.read_bytes().upper()
        assert not any(form.encode() in content for form in (code, code.replace("-", ""))), path
    assert {where: marks for where, marks in leaks.items() if marks} == {}
    assert len(files) >= ENOUGH_FILES
    record_property(COUNT + "leaks: files searched for marked words", len(files))
    record_property(COUNT + "leaks: bytes searched for marked words", sum(path.stat().st_size for path in files))
