"""The command line lets each role do what its table allows and no more: every command, every role."""

from collections.abc import Callable
from pathlib import Path

import pytest

from logeerhuis_app.cli import cli
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.roles import Role, UseCase, is_allowed
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.login import log_in
from tests.support.commands import (
    ADMINISTRATOR,
    CARE,
    COORDINATOR,
    MANAGER,
    PASSWORD,
    CommandLine,
    commands,
    practice_template,
    run_main,
)
from tests.support.counts import COUNT
from tests.support.houses import NOON

__all__ = ["commands", "practice_template", "run_main"]
USERS = {
    Role.MANAGER: MANAGER,
    Role.COORDINATOR: COORDINATOR,
    Role.CARE: CARE,
    Role.ADMINISTRATOR: ADMINISTRATOR,
}
BOOK = ("book", "--guest", "0117", "--bed", "PLZ-1", "--from", "2027-03-01", "--to", "2027-03-04")
DECLARE = ("declare", "2026-10", "--payer", "5529", "--to", "OUT")
CELLS: dict[str, tuple[UseCase, tuple[str, ...]]] = {
    "backup": (UseCase.BACK_UP, ("backup", "--to", "OUT/x.backup")),
    "book": (UseCase.PLACE_BOOKING, BOOK),
    "declare": (UseCase.SEE_DECLARATIONS, DECLARE),
    "declare --fix": (UseCase.FIX_DECLARATION, (*DECLARE, "--fix")),
    "export": (UseCase.EXPORT_HOUSE, ("export", "OUT/x.json")),
    "export --guest": (UseCase.EXPORT_GUEST, ("export", "OUT/x.json", "--guest", "0113")),
    "handover": (UseCase.PRINT_HANDOVER, ("handover", "--to", "OUT/x.pdf")),
    "import": (UseCase.IMPORT_HOUSE, ("import", "GIVEN/house.json")),
    "restore": (UseCase.RESTORE, ("restore", "GIVEN/x.backup", "--yes")),
    "verify": (UseCase.SEE_AUDIT, ("verify",)),
    "verify FILE": (UseCase.SEE_AUDIT, ("verify", "GIVEN/x.backup")),
}
NOBODY_LOGS_IN = {"demo", "new-house", "self-test"}
"""They make a house of their own."""
NOT_EMPTY = "alleen in een leeg huis"
"""A house with guests in it takes no other house over, whoever asks."""


@pytest.fixture(scope="module")
def given(practice_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[CommandLine], Path]:
    """A backup and an export of the house, made once by its manager."""
    folder = tmp_path_factory.mktemp("given")

    def made(commands: CommandLine) -> Path:
        if not (folder / "x.backup").exists():
            commands.done("backup", "--to", folder / "x.backup")
            commands.done("export", folder / "house.json")
        return folder

    return made


def test_every_command_has_its_line_in_the_table() -> None:
    assert {name.partition(" ")[0] for name in CELLS} | NOBODY_LOGS_IN == set(cli.commands)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", CELLS)
def test_each_cell_of_the_table_is_kept_on_the_command_line(
    name: str, role: Role, commands: CommandLine, given, tmp_path: Path, record_property
) -> None:
    use_case, words = CELLS[name]
    out = tmp_path / "out"
    here = [word.replace("OUT", str(out)).replace("GIVEN", str(given(commands))) for word in words]
    out.mkdir(exist_ok=True)
    said = commands.run(*here, user=USERS[role])
    if is_allowed(role, use_case):
        assert said.code == 0 or NOT_EMPTY in said.err, said.err
    else:
        assert said.code == 1
        assert said.err.startswith(f"De rol {label(role).lower()} mag dit niet: ")
        assert said.err.count("\n") == 1
        assert said.out == ""
        assert list(out.iterdir()) == []
        assert name == "verify FILE" or USERS[role] in refused(commands)
    record_property(COUNT + "roles: cells of command and role on the command line", 1)


def refused(commands: CommandLine) -> set[str]:
    """Who was refused something, as the record of the house has it; nobody writes in a backup."""
    door = log_in(HousePlace(commands.house), MANAGER, PASSWORD, FixedClock(NOON))
    with reading(door.engine) as session:
        found = {line.username for line in session.query(AuditLine).filter_by(outcome="refused")}
    door.engine.dispose()
    return found
