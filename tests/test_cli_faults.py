"""What cannot be, on the command line: one Dutch sentence, and nothing has changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.login import log_in
from tests.support.commands import (
    ADMINISTRATOR,
    MANAGER,
    PASSWORD,
    CommandLine,
    Said,
    commands,
    practice_template,
    run_main,
)
from tests.support.houses import NOON

__all__ = ["commands", "practice_template", "run_main"]


def book(
    guest: str = "0117", bed: str = "PLZ-1", first: str = "2027-03-01", last: str = "2027-03-04"
) -> tuple[str, ...]:
    return ("book", "--guest", guest, "--bed", bed, "--from", first, "--to", last)


BAD: dict[str, tuple[tuple[str, ...], str]] = {
    "departure before arrival": (book(last="2027-02-28"), "is niet na aankomst"),
    "no date": (book(first="gisteren"), "“gisteren” is geen datum"),
    "date that does not exist": (book(first="2027-02-30"), "is geen datum"),
    "wrong year": (book(last="2037-03-04"), "langer dan 366"),
    "unknown bed": (book(bed="PLZ-99"), "Er is geen bed “PLZ-99”"),
    "unknown guest": (book(guest="9999"), "Er is geen gast “9999”"),
    "closed bed": (book(bed="PLZ-4", first="2026-12-11", last="2026-12-14"), "Kamer 4 is gesloten"),
    "taken bed": (book(first="2026-12-20", last="2026-12-22"), "Piet van Lieshout"),
    "guest twice in a night": (book(guest="0113", bed="PLZ-2", first="2026-12-20", last="2026-12-22"), "slaapt op"),
    "guest that the house cannot take": (book(guest="0113", bed="OPW-1"), "Wlz"),
    "no month": (("declare", "oktober", "--to", "OUT"), "“oktober” is geen maand"),
    "month 13": (("declare", "2026-13", "--to", "OUT"), "is geen maand"),
    "month at the end of time": (("declare", "9999-12", "--to", "OUT"), "is geen maand"),
    "month without stays": (("declare", "2024-02", "--to", "OUT"), "er logeerde niemand"),
    "month to come": (("declare", "2031-02", "--to", "OUT"), "er logeerde niemand"),
    "stay without payer": (("declare", "2026-10", "--to", "OUT", "--fix"), "Koos Naaktgeboren"),
    "month that is not over": (("declare", "2026-11", "--to", "OUT", "--fix"), "nog niet voorbij"),
    "unknown payer": (("declare", "2026-10", "--to", "OUT", "--payer", "0001"), "Er is geen financier “0001”"),
    "unknown location": (("handover", "--to", "OUT/x.pdf", "--location", "XXX"), "“XXX”"),
    "handover without date": (("handover", "--to", "OUT/x.pdf", "--date", "32-1-2026"), "is geen datum"),
    "no such file": (("import", "OUT/none.json"), "Er is geen bestand"),
    "damaged JSON": (("import", "DAMAGED"), "regel 3 is geen geldige JSON"),
    "other JSON": (("import", "OTHER"), "is geen huis dat Logeerhuis heeft geëxporteerd"),
    "spreadsheet": (("import", "OUT/x.xlsx"), "leest alleen JSON"),
    "house that is not empty": (("import", "WHOLE"), "staan al 194 gasten"),
    "unknown guest to export": (("export", "OUT/x.json", "--guest", "9999"), "Er is geen gast “9999”"),
    "restore of nothing": (("restore", "OUT/x", "--yes"), "Er is geen back-up"),
    "restore of another file": (("restore", "OTHER", "--yes"), "is geen back-up van Logeerhuis"),
    "check of nothing": (("verify", "OUT/x"), "Er is geen back-up"),
    "backup over another file": (("backup", "--to", "OTHER"), "is een ander bestand"),
}


@pytest.fixture(scope="module")
def untouched(practice_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One house for everything that cannot be, with its export beside it: nothing may ever change in it."""
    folder = tmp_path_factory.mktemp("untouched")
    shutil.copytree(practice_template, folder / "house")
    (folder / "damaged.json").write_text('{\n"format": "logeerhuis-house",\n"version": oops}\n', encoding="utf-8")
    (folder / "other.json").write_text('{"format": "something else"}', encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    untouched: Path, run_main: Callable[..., Said], tmp_path: Path, case: str
) -> None:
    commands = CommandLine(untouched / "house", run_main)
    before = untouched / "before.json"
    if not before.exists():
        commands.done("export", before)
    places = {"OUT": tmp_path / "out", "WHOLE": before}
    places |= {"DAMAGED": untouched / "damaged.json", "OTHER": untouched / "other.json"}
    arguments, wanted = BAD[case]
    for name, path in places.items():
        arguments = tuple(part.replace(name, str(path)) for part in arguments)
    said = commands.run(*arguments)
    assert said.code == 1
    assert wanted in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert not (tmp_path / "out").exists()
    commands.done("export", tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == before.read_bytes()


def test_missing_house_is_one_sentence(run_main: Callable[..., Said], tmp_path: Path) -> None:
    said = run_main(MANAGER, ("--data", str(tmp_path / "none"), "verify"))
    assert (said.code, said.out) == (1, "")
    assert "staat nog geen huis" in said.err
    assert not (tmp_path / "none").exists()


def test_damaged_house_is_one_sentence_and_stays_as_it_is(commands: CommandLine) -> None:
    file = commands.house / "logeerhuis.db"
    for rest in commands.house.glob("logeerhuis.db-*"):
        rest.unlink()
    file.write_bytes(b"no house at all" * 1000)
    said = commands.run("verify")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "is geen huis van Logeerhuis" in said.err
    assert file.read_bytes() == b"no house at all" * 1000


def test_server_that_is_not_there_is_one_sentence(run_main: Callable[..., Said]) -> None:
    said = run_main(MANAGER, ("--database", "postgresql+psycopg://127.0.0.1:1/none", "verify"))
    assert said.code == 1
    assert said.err == "De server 127.0.0.1:1/none antwoordt niet. Kijk of hij aanstaat en of het adres klopt.\n"


def test_folder_that_cannot_be_written_is_one_sentence(commands: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = commands.run("declare", "2026-10", "--to", tmp_path / "file" / "sub", user=ADMINISTRATOR)
    assert said.code == 1
    assert "kan niet worden geschreven" in said.err
    assert said.err.count("\n") == 1


def test_changed_log_is_found(commands: CommandLine) -> None:
    assert "heel" in commands.done("verify").out
    door = log_in(HousePlace(commands.house), MANAGER, PASSWORD, FixedClock(NOON))
    with door.engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET username = 'niemand' WHERE id = 2"))
    door.engine.dispose()
    said = commands.run("verify")
    assert said.code == 1
    assert "niet heel" in said.err
    assert "regel 2" in said.err
