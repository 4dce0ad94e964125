"""The watching fixtures and the private PostgreSQL server do what the other tests trust them to do."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.postgres import PostgresServer

CASES = """
import logging, threading, time
import pytest

def test_logs_an_error():
    logging.getLogger("house").error("lost a night")

@pytest.mark.error_log_expected
def test_announces_its_error():
    logging.getLogger("house").error("lost a night")

def test_leaves_a_window(qapp):
    from PySide6.QtWidgets import QWidget
    global window
    window = QWidget(); window.setWindowTitle("Boeking"); window.show()

def test_closes_its_window(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget(); qtbot.addWidget(window); window.show()

def test_comes_after_and_is_well(qapp):
    pass

def test_warns():
    import warnings
    warnings.warn("old way", DeprecationWarning)
"""


def test_a_test_that_leaves_something_behind_fails(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parent.parent
    (tmp_path / "conftest.py").write_text((root / "tests/conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_cases.py").write_text(CASES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", f"--rootdir={root}"]
    command += ["-c", str(root / "pyproject.toml"), str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=root)
    outcomes = re.findall(r"^(FAILED|ERROR|PASSED) \S+::(\w+)", run.stdout, re.MULTILINE)
    assert set(outcomes) == {
        ("ERROR", "test_logs_an_error"),
        ("PASSED", "test_logs_an_error"),
        ("PASSED", "test_announces_its_error"),
        ("ERROR", "test_leaves_a_window"),
        ("PASSED", "test_leaves_a_window"),
        ("PASSED", "test_closes_its_window"),
        ("PASSED", "test_comes_after_and_is_well"),
        ("FAILED", "test_warns"),
    }, run.stdout
    assert "lost a night" in run.stdout
    assert "QWidget 'Boeking'" in run.stdout


def test_each_database_is_fresh_and_its_own(postgres_server: PostgresServer) -> None:
    psycopg = pytest.importorskip("psycopg")
    first = postgres_server.create()
    with psycopg.connect(host=str(postgres_server.folder), user="logeerhuis", dbname=first) as connection:
        connection.execute("CREATE TABLE bed (code text)")
        connection.execute("INSERT INTO bed VALUES ('Duin 1')")
    copy = postgres_server.create(template=first)
    with psycopg.connect(host=str(postgres_server.folder), user="logeerhuis", dbname=copy) as connection:
        assert connection.execute("SELECT code FROM bed").fetchall() == [("Duin 1",)]
        postgres_server.drop(first)
    postgres_server.drop(copy)


def test_the_url_opens_an_empty_database(postgres_url: str) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    engine = sqlalchemy.create_engine(postgres_url)
    assert sqlalchemy.inspect(engine).get_table_names() == []
    engine.dispose()
