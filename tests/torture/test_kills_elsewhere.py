"""kill -9 while a backup is made, and while an older house is brought up to this version."""

import random
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from logeerhuis_app.db import schema
from logeerhuis_app.db.backup import Watch, make_backup
from logeerhuis_app.db.backup_file import check_parts
from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.models import Guest
from tests.support.balance import assert_file_is_whole, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import TestHouse
from tests.torture.killing import copied, key_of, killed_at_work, say

GUESTS, TURNS = 40, 1500
NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def _whole(path: Path, key: bytes) -> str | None:
    engine = file_engine(path, key)
    with reading(engine) as session:
        assert_file_is_whole(session)
        assert_record_is_whole(session)
        assert session.query(Guest).count() == GUESTS
    found = schema.revision(engine)
    engine.dispose()
    return found


def _fill(house: TestHouse) -> None:
    for number in range(GUESTS):
        house.guest(f"Gast {number}")
    house.door.engine.dispose()


def seconds_of(deed: Callable[[], object]) -> float:
    """On this machine, as busy as it is now."""
    started = time.monotonic()
    deed()
    return time.monotonic() - started


def _kill_backups(house: TestHouse, folder: Path, kills: int, record_property) -> int:
    """After how many kills house and backup were looked at, and were whole."""
    _fill(house)
    target, chance, confirmed, whole = folder / "a.backup", random.Random(7), 0, 0

    def work(pipe: int) -> None:
        while True:
            make_backup(house.place, key_of(house), target, NOW, Watch())
            say(pipe, "backed up")

    usual = seconds_of(lambda: make_backup(house.place, key_of(house), folder / "first.backup", NOW, Watch()))
    for _kill in range(kills):
        confirmed += len(killed_at_work(work, chance.uniform(0, 3 * usual)))
        assert _whole(house.place.database, key_of(house)) == schema.HEAD
        if confirmed or target.exists():
            check_parts(target, lambda _bytes: None)
        whole += 1
    record_property(COUNT + "kills: while backing up", kills)
    record_property(COUNT + "deeds: backups confirmed between the kills", confirmed)
    return whole


@pytest.fixture
def long_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next version: a table more, and each guest touched."""
    scripts = tmp_path / "scripts"
    shutil.copytree(Path(schema.__file__).with_name("migrations"), scripts)
    (scripts / "versions" / "0002_more.py").write_text(
        "from alembic import op\nrevision, down_revision = '0002', '0001'\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE more (id INTEGER, guest_id INTEGER)')\n"
        f"    for turn in range({TURNS}):\n"
        "        op.execute('INSERT INTO more SELECT id, id FROM guest')\n"
        "        op.execute(\"UPDATE guest SET street = street || 'x'\")\n",
        encoding="utf-8",
    )
    make = schema.alembic_config

    def config():
        made = make()
        made.set_main_option("script_location", str(scripts))
        return made

    monkeypatch.setattr(schema, "alembic_config", config)
    monkeypatch.setattr(schema, "HEAD", "0002")


def _kill_migrations(house: TestHouse, folder: Path, kills: int, record_property) -> int:
    """How many times the next start found the old house or the new one, and finished it."""
    _fill(house)
    chance, finished, whole = random.Random(11), 0, 0
    first = copied(house, folder / "first")
    usual = seconds_of(lambda: schema.migrate(first.door.engine))
    first.door.engine.dispose()
    for number in range(kills):
        once = copied(house, folder / f"house{number}")
        path, key = once.place.database, key_of(once)

        def work(pipe: int, path: Path = path, key: bytes = key) -> None:
            schema.migrate(file_engine(path, key))
            say(pipe, "migrated")
            time.sleep(60)

        said = killed_at_work(work, chance.uniform(0, 1.3 * usual))
        engine = file_engine(path, key)
        found = schema.revision(engine)
        with reading(engine) as session:
            assert_file_is_whole(session)
            lengths = {len(street) for (street,) in session.execute(text("SELECT street FROM guest"))}
            tables = session.execute(text("SELECT count(*) FROM sqlite_master WHERE name = 'more'")).scalar()
        assert (found, tables, lengths) in [("0001", 0, {0}), ("0002", 1, {TURNS})]
        assert found == "0002" or not said
        finished += found == "0002"
        schema.migrate(engine)  # the next start finishes it
        assert schema.revision(engine) == "0002"
        whole += 1
        engine.dispose()
        shutil.rmtree(folder / f"house{number}")
    record_property(COUNT + "kills: while migrating", kills)
    record_property(COUNT + "deeds: migrations done before the kill", finished)
    return whole


def test_a_killed_backup_harms_neither_house_nor_backup(file_house: TestHouse, tmp_path: Path, record_property):
    assert _kill_backups(file_house, tmp_path, 6, record_property) == 6


@pytest.mark.usefixtures("long_migration")
def test_a_killed_migration_is_done_whole_or_not_at_all(file_house: TestHouse, tmp_path: Path, record_property):
    assert _kill_migrations(file_house, tmp_path, 3, record_property) == 3


@pytest.mark.torture
def test_a_hundred_killed_backups(file_house: TestHouse, tmp_path: Path, record_property):
    kills = how_often(100)
    assert _kill_backups(file_house, tmp_path, kills, record_property) == kills


@pytest.mark.torture
@pytest.mark.usefixtures("long_migration")
def test_fifty_killed_migrations(file_house: TestHouse, tmp_path: Path, record_property):
    kills = how_often(50)
    assert _kill_migrations(file_house, tmp_path, kills, record_property) == kills
