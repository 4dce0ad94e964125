"""A real house by the command line: made whole with its paper, or refused with one sentence and nothing left."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from logeerhuis_app.cli import main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.recovery import read_code
from logeerhuis_app.services.login import house_sign, log_in
from logeerhuis_app.services.recovery import recover
from tests.support.commands import Said
from tests.support.drives import read_only
from tests.support.houses import NOON
from tests.support.recovery_paper import code_on, words_on

CLOCK = FixedClock(NOON)
PASSWORD = "fluitketel op zolder"
WISH = {"--name": "Plezant", "--location": "In de Dennen", "--beds": "7", "--manager": "Paul Hoogland"}
Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(*more: str, password: str = PASSWORD, user: str = "p.hoogland", **changed: Any) -> Said:
        monkeypatch.setenv("LOGEERHUIS_PASSWORD", password)
        wish = {**WISH, **{f"--{name}": value for name, value in changed.items()}}
        words = [part for pair in wish.items() for part in pair]
        capsys.readouterr()
        code = main(["--data", str(tmp_path / "house"), "--user", user, "new-house", *words, *more], CLOCK)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def place(tmp_path: Path) -> HousePlace:
    return HousePlace(tmp_path / "house")


def test_the_house_is_there_and_the_code_opens_it(run: Run, place: HousePlace):
    said = run()
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Plezant staat in {place} met 7 bedden; P. Hoogland is beheerder en logt in als")
    code = next(line for line in said.out.splitlines() if "Herstelcode" in line).rpartition(": ")[2]
    assert read_code(code) == code
    log_in(place, "p.hoogland", PASSWORD, CLOCK).engine.dispose()
    recover(place, code, "p.hoogland", "korenbloem in juli", CLOCK).engine.dispose()


def test_the_paper_holds_the_code_and_the_screen_does_not(run: Run, place: HousePlace, tmp_path: Path):
    paper = tmp_path / "papieren" / "code.pdf"
    said = run("--recovery-code", str(paper), "--json", beds="Duin, Zee ,Bos")
    assert said.code == 0
    assert said.json == {
        "place": str(place),
        "house": "Plezant",
        "location": "In de Dennen",
        "rooms": ["Duin", "Zee", "Bos"],
        "user": "p.hoogland",
        "recovery_code": None,
        "recovery_file": str(paper),
    }
    words = words_on(paper)
    assert "Herstelcode" in words
    assert "P. Hoogland" in words
    recover(place, code_on(paper), "p.hoogland", "korenbloem in juli", CLOCK).engine.dispose()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": " "}, "naam van het huis"),
        ({"beds": "0"}, "minstens één bed"),
        ({"beds": ""}, "minstens één bed"),
        ({"beds": "41"}, "41 kamers"),
        ({"beds": "Duin,Zee,duin"}, "“duin” staat hier twee keer"),
        ({"manager": "Hoogland"}, "achternaam"),
        ({"user": "p hoogland"}, "gebruikersnaam"),
        ({"password": "kort"}, "minstens 12 tekens"),
        ({"password": "paulhoogland"}, "eigen naam"),
        ({"password": ""}, "minstens 12 tekens"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_made(run: Run, place: HousePlace, changed: Any, words: str):
    said = run(**changed)
    assert said.code == 1
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert not place.database.parent.exists()


def test_a_house_that_is_there_stays(run: Run, place: HousePlace):
    assert run().code == 0
    said = run(name="Ander huis")
    assert said.code == 1
    assert "Er is al een huis" in said.err
    assert house_sign(place).house == "Plezant"


def test_without_a_paper_there_is_no_house(run: Run, place: HousePlace, tmp_path: Path):
    shut = tmp_path / "shut"
    shut.mkdir()
    with read_only(shut):
        said = run("--recovery-code", str(shut / "code.pdf"))
    assert said.code == 1
    assert str(shut / "code.pdf") in said.err
    assert not place.database.exists()
    assert not place.keys.exists()
    assert run().code == 0


def test_a_missing_question_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--data", str(tmp_path), "new-house", "--name", "Plezant"], CLOCK) == 2
    assert "--beds" in capsys.readouterr().err


def test_a_server_gets_no_recovery_code(postgres_url: str, capsys, monkeypatch):
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
    words = [part for pair in WISH.items() for part in pair]
    assert main(["--database", postgres_url, "--user", "p.hoogland", "new-house", *words, "--json"], CLOCK) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["recovery_code"] is None
    assert said["recovery_file"] is None
    log_in(HousePlace(url=postgres_url), "p.hoogland", PASSWORD, CLOCK).engine.dispose()


def test_a_password_that_is_typed_is_typed_twice(tmp_path: Path):
    """As in a terminal, where the password is not in the environment."""
    words = [part for pair in WISH.items() for part in pair]
    command = [sys.executable, "-m", "logeerhuis_app", "--data", str(tmp_path / "house"), "new-house", *words]
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("LOGEERHUIS_")}
    typed = f"p.hoogland\n{PASSWORD}\nanders getypt\n{PASSWORD}\n{PASSWORD}\n"
    done = subprocess.run(command, input=typed, capture_output=True, text=True, env=surroundings, check=False)
    assert done.returncode == 0, done.stderr
    assert "Nog eens hetzelfde" in done.stderr
    assert "die twee zijn niet gelijk" in done.stderr
    assert PASSWORD not in done.stdout + done.stderr
