"""A house that does not open: one sentence with the way out, the same everywhere, and not one byte changed."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from logeerhuis_app.app import Program
from logeerhuis_app.cli import main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import engine as engines
from logeerhuis_app.db import opening, schema
from logeerhuis_app.db.unit_of_work import explained, reading, writing
from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.models import Guest
from logeerhuis_app.services.login import log_in
from logeerhuis_app.settings import SettingsFile
from tests.support.counts import COUNT
from tests.support.drives import read_only
from tests.support.houses import NOON, PASSWORD, TestHouse

CLOCK = FixedClock(NOON)
PATIENCE_MS = 20_000
PAGE = 4096
Harm = Callable[[TestHouse], AbstractContextManager[None] | None]


def _file(house: TestHouse) -> Path:
    return house.place.database


def _key(house: TestHouse) -> bytes:
    assert house.door.vault is not None
    return house.door.vault.key


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


def damaged_page(house: TestHouse) -> None:
    flip(_file(house), 7 * PAGE + 1000)


def damaged_beginning(house: TestHouse) -> None:
    flip(_file(house), 100)


def cut_off(house: TestHouse) -> None:
    content = _file(house).read_bytes()
    _file(house).write_bytes(content[: len(content) // 2 + 77])


def cut_off_at_a_page(house: TestHouse) -> None:
    content = _file(house).read_bytes()
    _file(house).write_bytes(content[: len(content) // PAGE // 2 * PAGE])


def zero_length(house: TestHouse) -> None:
    _file(house).write_bytes(b"")


def newer(house: TestHouse) -> None:
    with writing(house.door.engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    house.door.engine.dispose()


def unfinished(house: TestHouse) -> None:
    _file(house).write_bytes(b"")
    engine = engines.file_engine(_file(house), _key(house))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE something (id INTEGER)")
    engine.dispose()


def pdf(house: TestHouse) -> None:
    _file(house).write_bytes(b"%PDF-1.7\n" + b"x" * 9000)


def plain_sqlite(house: TestHouse) -> None:
    import sqlite3

    _file(house).unlink()
    connection = sqlite3.connect(_file(house))
    connection.execute("CREATE TABLE guest (id INTEGER)")
    connection.commit()
    connection.close()


def text_file(house: TestHouse) -> None:
    _file(house).write_text("Boodschappen: melk, brood en kaas.\n", encoding="utf-8")


def no_key_file(house: TestHouse) -> None:
    house.place.keys.unlink()


def no_house_file(house: TestHouse) -> None:
    _file(house).unlink()


def damaged_key_file(house: TestHouse) -> None:
    house.place.keys.write_bytes(house.place.keys.read_bytes()[:-40])


def file_of_another_house(house: TestHouse) -> None:
    _file(house).write_bytes(b"")
    engine = engines.file_engine(_file(house), bytes(range(32)))
    schema.migrate(engine)
    engine.dispose()


def on_a_drive_without_writing(house: TestHouse) -> AbstractContextManager[None]:
    assert house.place.folder is not None
    return read_only(house.place.folder)


def in_use(house: TestHouse) -> AbstractContextManager[None]:
    return _held_by_another_program(house)


HOLDING = """
import sys, sqlcipher3.dbapi2 as sqlcipher
path, key = sys.stdin.readline().split("|")
held = sqlcipher.connect(path, isolation_level=None)
held.execute(f"PRAGMA key=\\"x'{key.strip()}'\\"")
held.execute("PRAGMA locking_mode=EXCLUSIVE")
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def _held_by_another_program(house: TestHouse) -> Iterator[None]:
    command = [sys.executable, "-c", HOLDING]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdin.write(f"{_file(house)}|{_key(house).hex()}\n")
        other.stdin.flush()
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.stdin.write("\n")
            other.stdin.flush()
            other.wait(timeout=20)


@contextmanager
def _mounted_as(kind: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/share {folder} {kind} rw 0 0\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(opening, "MOUNTS", mounts)
        yield


HARMS: dict[str, tuple[Harm, str]] = {
    "damaged page": (damaged_page, "beschadigd"),
    "damaged beginning": (damaged_beginning, "beschadigd"),
    "cut off": (cut_off, "afgebroken"),
    "cut off at a page": (cut_off_at_a_page, "beschadigd"),
    "zero length": (zero_length, "leeg"),
    "newer": (newer, "nieuwere versie"),
    "unfinished": (unfinished, "niet afgemaakt"),
    "pdf": (pdf, "geen huis van Logeerhuis"),
    "plain sqlite": (plain_sqlite, "geen huis van Logeerhuis"),
    "text": (text_file, "geen huis van Logeerhuis"),
    "no key file": (no_key_file, "sleutelbestand"),
    "no house file": (no_house_file, "is weg"),
    "damaged key file": (damaged_key_file, "sleutelbestand"),
    "of another house": (file_of_another_house, "horen niet bij elkaar"),
    "read only": (on_a_drive_without_writing, "kan niet worden geschreven"),
    "in use": (in_use, "in gebruik"),
}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits five seconds for a lock in a test."""
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.2)


def everything_in(folder: Path) -> dict[str, bytes]:
    """The house, its journal and its keys; an empty journal is as good as none."""
    mine = [folder / name for name in ("logeerhuis.db", "logeerhuis.db-wal", "logeerhuis.keys")]
    there = {path.name: path.read_bytes() for path in mine if path.exists()}
    return {name: content for name, content in there.items() if content or not name.endswith("-wal")}


def said_by_command(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("LOGEERHUIS_USER", "manager")
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
    capsys.readouterr()
    assert main(("--data", str(folder), "verify"), CLOCK) == 1
    return capsys.readouterr().err.strip()


def said_by_window(qtbot, house: TestHouse, settings: Path) -> str:
    program = Program(house.place, CLOCK, SettingsFile(settings))
    program.start()
    try:
        if program.begin is not None:
            assert not program.begin.practice_button.isVisible()  # no house is made over another
            return program.begin.problem
        login = program.login
        assert login is not None
        login.user_field.setText("manager")
        login.password_field.setText(PASSWORD)
        qtbot.mouseClick(login.login_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: login.problem != "", timeout=PATIENCE_MS)
        return login.problem
    finally:
        for window in (program.login, program.begin):
            if window is not None:
                window.close()
                window.deleteLater()
        QApplication.processEvents()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("name", HARMS)
def test_one_sentence_the_same_everywhere_and_nothing_overwritten(
    name: str, qtbot, file_house: TestHouse, tmp_path: Path, monkeypatch, capsys
):
    harm, words = HARMS[name]
    file_house.guest()
    file_house.door.engine.dispose()
    folder = _file(file_house).parent
    with harm(file_house) or nullcontext():
        before = everything_in(folder)
        said = said_by_command(folder, monkeypatch, capsys)
        assert said_by_window(qtbot, file_house, tmp_path / "settings") == said
        assert everything_in(folder) == before
    assert words in said
    assert str(folder) in said
    assert len(said.splitlines()) == 1
    assert said.count(". ") >= 1  # what is wrong, and the way out


@pytest.mark.parametrize("kind", ["nfs4", "cifs"])
def test_a_network_drive_is_refused_with_the_reason(kind: str, qtbot, file_house, tmp_path, monkeypatch, capsys):
    folder = _file(file_house).parent
    with _mounted_as(kind, folder, tmp_path, monkeypatch):
        said = said_by_command(folder, monkeypatch, capsys)
        assert said_by_window(qtbot, file_house, tmp_path / "settings") == said
        assert main(("--data", str(folder / "deeper"), "demo"), CLOCK) == 1
        assert "netwerk" in capsys.readouterr().err
    assert "netwerk" in said
    assert "PostgreSQL" in said
    assert not (folder / "deeper").exists()


def test_a_local_drive_inside_a_share_and_the_other_way_round(tmp_path: Path, monkeypatch):
    mounts = tmp_path / "mounts"
    (tmp_path / "share" / "my disk").mkdir(parents=True)
    lines = [f"/dev/sda1 {tmp_path} ext4 rw 0 0", f"server:/x {tmp_path}/share nfs rw 0 0"]
    lines.append(f"/dev/sdb1 {tmp_path}/share/my\\040disk ext4 rw 0 0")
    mounts.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(opening, "MOUNTS", mounts)
    assert not opening.is_on_network(tmp_path / "house")
    assert opening.is_on_network(tmp_path / "share" / "house")
    assert not opening.is_on_network(tmp_path / "share" / "my disk" / "house")
    monkeypatch.setattr(opening, "MOUNTS", tmp_path / "no such file")
    assert not opening.is_on_network(tmp_path)


def test_each_page_that_was_touched_is_noticed(file_house: TestHouse, tmp_path: Path, record_property):
    file_house.door.engine.dispose()
    whole = _file(file_house).read_bytes()
    path = tmp_path / "copy.db"
    pages = len(whole) // PAGE
    for number in range(pages):
        path.write_bytes(whole)
        flip(path, number * PAGE + 2000)
        engine = engines.file_engine(path, _key(file_house))
        with pytest.raises(HouseUnreadable) as noticed, explained(engine):
            schema.require_whole(engine)
        engine.dispose()
        assert noticed.value.reason == "damaged"
    record_property(COUNT + "pages: flipped, and each noticed", pages)
    assert pages > 50


def test_damage_found_at_work_is_a_sentence_too(file_house: TestHouse, monkeypatch):
    for number in range(60):
        file_house.guest(last_name=f"Jansen {number}", street="Straat " * 10)
    file_house.door.engine.dispose()
    monkeypatch.setattr(schema, "CHECKED_BYTES", 0)
    content = bytearray(_file(file_house).read_bytes())
    for number in range(len(content) // PAGE - 12, len(content) // PAGE):
        content[number * PAGE + 2000] ^= 1
    door = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    door.engine.dispose()
    _file(file_house).write_bytes(content)
    with pytest.raises(HouseUnreadable) as refusal, reading(file_house.door.engine) as session:
        session.query(Guest).all()
    assert refusal.value.reason == "damaged"


@pytest.fixture
def failing_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The next version of the house, whose migration breaks off half-way."""
    scripts = tmp_path / "scripts"
    shutil.copytree(Path(schema.__file__).with_name("migrations"), scripts)
    (scripts / "versions" / "0002_breaks.py").write_text(
        "from alembic import op\nrevision, down_revision = '0002', '0001'\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
        "    op.execute(\"UPDATE guest SET last_name = 'weg'\")\n"
        "    op.execute('SELECT nothing FROM nowhere')\n",
        encoding="utf-8",
    )
    make = schema.alembic_config

    def config():
        made = make()
        made.set_main_option("script_location", str(scripts))
        return made

    monkeypatch.setattr(schema, "alembic_config", config)
    monkeypatch.setattr(schema, "HEAD", "0002")
    return scripts


@pytest.mark.usefixtures("failing_migration")
def test_a_migration_that_fails_leaves_the_house_as_it_was(file_house: TestHouse, monkeypatch, capsys):
    guest = file_house.guest(last_name="Blijft")
    file_house.door.engine.dispose()
    before = everything_in(_file(file_house).parent)
    said = said_by_command(_file(file_house).parent, monkeypatch, capsys)
    assert "gebleven zoals het was" in said
    assert everything_in(_file(file_house).parent) == before
    copy = schema.copy_of(_file(file_house), "0001")
    for path in (_file(file_house), copy):
        engine = engines.file_engine(path, _key(file_house))
        assert schema.revision(engine) == "0001"
        with reading(engine) as session:
            assert session.get_one(Guest, guest).last_name == "Blijft"
        engine.dispose()
    assert b"SQLite format" not in copy.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0


def test_a_migration_that_works_keeps_a_copy(file_house: TestHouse, failing_migration: Path):
    script = failing_migration / "versions" / "0002_breaks.py"
    script.write_text(script.read_text(encoding="utf-8").replace("SELECT nothing FROM nowhere", "SELECT 1"), "utf-8")
    file_house.door.engine.dispose()
    door = log_in(file_house.place, "manager", PASSWORD, CLOCK)
    assert schema.revision(door.engine) == "0002"
    door.engine.dispose()
    assert schema.copy_of(_file(file_house), "0001").exists()
