"""The code of the phone on the command line: from the environment, asked for, or one sentence."""

import os
import sys
from datetime import timedelta

import pytest

from logeerhuis_app.cli import main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.login import log_in
from tests.support.commands import MANAGER, PASSWORD, CommandLine, commands, practice_template, run_main
from tests.support.houses import NOON
from tests.support.phones import Phone, with_phone, wrong_code

__all__ = ["commands", "practice_template", "run_main"]
LONG_AGO = NOON - timedelta(hours=1)


@pytest.fixture
def phone(commands: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Phone:
    """The manager of the practice house uses one."""
    monkeypatch.delenv("LOGEERHUIS_CODE", raising=False)
    door = log_in(HousePlace(commands.house), MANAGER, PASSWORD, FixedClock(LONG_AGO))
    made = with_phone(door, PASSWORD)
    door.engine.dispose()
    return made


def test_the_code_comes_from_the_environment(
    commands: CommandLine, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = phone.code(NOON)
    monkeypatch.setenv("LOGEERHUIS_CODE", f"{code[:3]} {code[3:]}")
    commands.done("verify")
    again = commands.run("verify")
    assert (again.code, again.out) == (1, "")
    assert "al gebruikt" in again.err


def test_without_a_code_and_without_a_terminal_it_is_one_sentence(commands: CommandLine, phone: Phone) -> None:
    said = commands.run("verify")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "Deze gebruiker logt in met wachtwoord én code van de telefoon. Zet de code in LOGEERHUIS_CODE, of geef de "
        "opdracht in een terminal: daar wordt ernaar gevraagd.\n"
    )


def test_a_wrong_code_names_the_clock(commands: CommandLine, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGEERHUIS_CODE", wrong_code(phone, NOON))
    said = commands.run("verify")
    assert said.code == 1
    assert "klok van deze pc: die staat op zo 22-11-2026 12:00" in said.err
    monkeypatch.setenv("LOGEERHUIS_CODE", phone.code(NOON))
    assert "Wacht één seconde" in commands.run("verify").err


def test_a_user_without_a_phone_needs_none(commands: CommandLine, phone: Phone) -> None:
    said = commands.run("handover", "--to", commands.house / "overdracht.pdf", user="bakker")
    assert said.code == 0, said.err


def test_a_restore_asks_for_it_too(commands: CommandLine, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = commands.house.parent / "kopie"
    monkeypatch.setenv("LOGEERHUIS_CODE", phone.code(NOON - timedelta(seconds=30)))
    commands.done("backup", "--to", copy)
    monkeypatch.delenv("LOGEERHUIS_CODE")
    said = commands.run("restore", copy, "--yes")
    assert (said.code, "LOGEERHUIS_CODE" in said.err) == (1, True)
    monkeypatch.setenv("LOGEERHUIS_CODE", phone.code(NOON))
    commands.done("restore", copy, "--yes")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal that a test can hold is a thing of Unix")
def test_where_somebody_sits_it_is_asked_for(
    commands: CommandLine, phone: Phone, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keyboard, terminal = os.openpty()
    os.write(keyboard, f"{phone.code(NOON)}\n".encode())
    monkeypatch.setenv("LOGEERHUIS_USER", MANAGER)
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
    with os.fdopen(terminal, "r", encoding="utf-8") as sits:
        monkeypatch.setattr("sys.stdin", sits)
        code = main(["--data", str(commands.house), "verify"], FixedClock(NOON))
    os.close(keyboard)
    said = capsys.readouterr()
    assert (code, said.err.strip()) == (0, "Code van uw telefoon:")
    assert "logboek" in said.out
