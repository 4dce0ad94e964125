"""Run the command line as a person does, at a fixed moment, and keep what it said."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from logeerhuis_app.cli import main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.services.practice.users import practice_users
from tests.support.houses import NOON

PASSWORD = practice_users()[0].password
MANAGER, COORDINATOR, CARE, ADMINISTRATOR = "hoogland", "lemmens", "bakker", "vermeer"


@dataclass(frozen=True)
class Said:
    """What one command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class CommandLine:
    """``run("declare", "2026-10", "--to", folder)`` as one of the practice users, on one house."""

    house: Path
    run_main: Callable[[str, tuple[str, ...]], Said]

    def run(self, *arguments: object, user: str = MANAGER) -> Said:
        return self.run_main(user, ("--data", str(self.house), *map(str, arguments)))

    def done(self, *arguments: object, user: str = MANAGER) -> Said:
        said = self.run(*arguments, user=user)
        assert said.code == 0, said.err
        assert said.err == ""
        return said


@pytest.fixture
def run_main(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    def run(user: str, arguments: tuple[str, ...]) -> Said:
        monkeypatch.setenv("LOGEERHUIS_USER", user)
        monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
        capsys.readouterr()
        code = main(arguments, FixedClock(NOON))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One practice house, built by the command; to be copied."""
    folder = tmp_path_factory.mktemp("practice") / "house"
    assert main(["--data", str(folder), "demo"], FixedClock(NOON)) == 0
    return folder


@pytest.fixture
def commands(practice_template: Path, tmp_path: Path, run_main: Callable[..., Said]) -> CommandLine:
    """The command line on a fresh practice house."""
    house = tmp_path / "house"
    shutil.copytree(practice_template, house)
    return CommandLine(house, run_main)
