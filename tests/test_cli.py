"""The whole main job without a window, with real files; and one Dutch sentence for everything that cannot be."""

import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from logeerhuis_app.cli import cli, main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from tests.support.commands import (
    ADMINISTRATOR,
    CARE,
    COORDINATOR,
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
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show|this message|OPTIONS|ARGS|required|default)\b")
NAMES = sorted(cli.commands)


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


# -- help


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_is_dutch(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [name, "--help"] if name else ["--help"]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert said.startswith("Gebruik: logeerhuis")
    assert not ENGLISH.search(said), said


def test_all_commands_are_there() -> None:
    wanted = "backup book declare demo export handover import new-house restore self-test verify"
    assert wanted.split() == NAMES


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"],
        ["declare"],
        ["demo", "--size", "reus"],
        ["book", "--guest", "1"],
        ["--database", "sqlite:///x", "verify"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Gebruik:" in said.err
    assert "Fout:" in said.err


# -- the main job


def test_demo_prints_users_that_can_come_in(run_main: Callable[..., Said], tmp_path: Path) -> None:
    said = run_main(MANAGER, ("--data", str(tmp_path / "new"), "demo"))
    assert said.code == 0
    assert "18 bedden" in said.out
    for name in (MANAGER, COORDINATOR, CARE, ADMINISTRATOR):
        assert re.search(rf"^{name} +{PASSWORD} ", said.out, re.MULTILINE)
    again = run_main(MANAGER, ("--data", str(tmp_path / "new"), "demo"))
    assert again.code == 1
    assert "Er is al een huis" in again.err
    assert run_main(MANAGER, ("--data", str(tmp_path / "new"), "demo", "--again", "--seed", "3")).code == 0


def test_demo_as_json(run_main: Callable[..., Said], tmp_path: Path) -> None:
    said = run_main(MANAGER, ("--data", str(tmp_path / "new"), "--json", "demo"))
    users = said.json["users"]
    assert {user["role"] for user in users} == {"manager", "coordinator", "care", "administrator"}
    assert {user["password"] for user in users} == {PASSWORD}


def test_handover_is_on_paper(commands: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "out" / "overdracht.pdf"
    said = commands.done("handover", "--to", file, "--shift", "avond", user=CARE)
    assert "Overdracht van zondag 22 november 2026, avond" in said.out
    words = pdf_text(file)
    for wanted in ("Piet", "PENICILLINE", "Annie", "Łukasz", "Plezant", "de Open Waard", "In de Dennen"):
        assert wanted.casefold() in words.casefold()


def test_handover_of_one_location(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("handover", "--to", tmp_path / "den.pdf", "--location", "den", user=CARE)
    words = pdf_text(tmp_path / "den.pdf")
    assert "Łukasz" in words
    assert "Piet van Lieshout" not in words


def test_declarations_are_on_paper_with_file_names_that_name_nobody(commands: CommandLine, tmp_path: Path) -> None:
    said = commands.run("declare", "2026-10", "--to", tmp_path / "out", "--json", user=ADMINISTRATOR)
    assert said.code == 1  # four questions are open
    rows = said.json["declarations"]
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert files == sorted(row["file"] for row in rows if row["file"])
    assert "declaratie-2026-10-5529-PLZ.pdf" in files
    assert all(re.fullmatch(r"declaratie-2026-10-\w+-[A-Z]{3}(-gast\d{4})?\.pdf", name) for name in files)
    office = next(row for row in rows if row["payer_code"] == "5529")
    assert office["amount_cents"] == office["units"] * 20891
    words = pdf_text(tmp_path / "out" / "declaratie-2026-10-5529-PLZ.pdf")
    assert "208,91" in words
    assert "Piet" in words


def test_declarations_as_table(commands: CommandLine, tmp_path: Path) -> None:
    said = commands.run("declare", "2026-10", "--to", tmp_path / "out", user=ADMINISTRATOR)
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "4 vragen" in said.err
    head = said.out.splitlines()[0].split()
    assert head == ["Financier", "Huis", "Wet", "Gasten", "Eenheden", "Bedrag", "Vragen", "Declaratie"]
    assert "Koos Naaktgeboren: 7 nachten" in said.out
    assert "1/12" in said.out


def test_fixing_numbers_without_a_gap_and_once(commands: CommandLine, tmp_path: Path) -> None:
    payers = ("--payer", "5529", "--payer", "0743")
    said = commands.done("declare", "2026-10", "--to", tmp_path, "--fix", *payers, "--json", user=ADMINISTRATOR)
    assert sorted(row["number"] for row in said.json["declarations"]) == ["2026-0001", "2026-0002"]
    file = next(row["file"] for row in said.json["declarations"] if row["payer_code"] == "5529")
    first = (tmp_path / file).read_bytes()
    again = commands.done("declare", "2026-10", "--to", tmp_path, "--fix", *payers, "--json", user=ADMINISTRATOR)
    assert [row["number"] for row in again.json["declarations"]] == [row["number"] for row in said.json["declarations"]]
    assert (tmp_path / file).read_bytes() == first


def test_book_places_an_option_and_refuses_the_next(commands: CommandLine) -> None:
    wish = ("book", "--guest", "0117", "--bed", "plz-1", "--from", "1-3-2027", "--to", "2027-03-04")
    said = commands.done(*wish, user=COORDINATOR)
    stay = "in Kamer 1 van 1 maart 2027 tot 4 maart 2027 (3 nachten), optie."
    assert said.out == f"Geboekt: Zoë van der Wal-Koster {stay}\n"
    taken = commands.run(*("0118" if part == "0117" else part for part in wish), user=COORDINATOR)
    assert taken.code == 1
    assert taken.err == (
        "Kamer 1 is op 1 – 3 mrt al voor Zoë van der Wal-Koster (1 – 4 mrt). Kies een ander bed of andere nachten.\n"
    )


def test_warning_is_passed_only_when_asked(commands: CommandLine) -> None:
    wish = ("book", "--guest", "0119", "--bed", "OPW-1", "--from", "2027-03-01", "--to", "2027-03-03", "--confirm")
    warned = commands.run(*wish, user=COORDINATOR)
    assert warned.code == 1
    assert "beschikking" in warned.err
    assert "bevestigd" in commands.done(*wish, "--anyway", user=COORDINATOR).out


def test_house_goes_out_and_comes_back_the_same(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("declare", "2026-10", "--to", tmp_path / "d", "--fix", "--payer", "5529", user=ADMINISTRATOR)
    commands.done("export", tmp_path / "a.json")
    other = CommandLine(tmp_path / "other", commands.run_main)
    assert "overgenomen" in other.done("import", tmp_path / "a.json").out
    other.done("export", tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    said = other.done("declare", "2026-10", "--to", tmp_path / "d2", "--payer", "5529", "--json", user=ADMINISTRATOR)
    assert [row["number"] for row in said.json["declarations"]] == ["2026-0001"]
    assert "heel" in other.done("verify").out


def test_export_keeps_secrets(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "a.json")
    house = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (house["format"], house["version"]) == ("logeerhuis-house", 1)
    assert not {"audit_line", "audit_head"} & set(house["tables"])
    assert "password_hash" not in house["tables"]["app_user"][0]


@pytest.mark.parametrize("name", ["logeerhuis.keys", "logeerhuis.db"])
@pytest.mark.parametrize("command", ["export", "handover"])
def test_a_house_is_never_written_over_by_what_leaves_it(
    commands: CommandLine, tmp_path: Path, command: str, name: str
) -> None:
    """A wrong name typed after --to would shut everybody out for good."""
    before = (commands.house / name).read_bytes()
    to = commands.house / name
    said = commands.run(command, *(["--to"] if command == "handover" else []), to)
    assert said.code == 1
    assert "kan niet worden geschreven" in said.err
    assert (commands.house / "logeerhuis.keys").stat().st_size
    assert name == "logeerhuis.db" or to.read_bytes() == before
    commands.done("verify")


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_what_is_written_is_its_owners_alone(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "house.json")
    assert (tmp_path / "house.json").stat().st_mode & 0o077 == 0


def test_export_of_one_guest_holds_nobody_else(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "piet.json", "--guest", "0113")
    tables = json.loads((tmp_path / "piet.json").read_text(encoding="utf-8"))["tables"]
    assert [guest["given_name"] for guest in tables["guest"]] == ["Piet"]
    piet = tables["guest"][0]["id"]
    assert {row["guest_id"] for rows in tables.values() for row in rows if "guest_id" in row} == {piet}
    assert len(tables["medication_item"]) == 5
    assert tables["trajectory_step"]


# -- who may what


REFUSED: list[tuple[str, tuple[str, ...]]] = [
    (CARE, ("declare", "2026-10", "--to", "OUT")),
    (COORDINATOR, ("declare", "2026-10", "--to", "OUT")),
    (ADMINISTRATOR, ("handover", "--to", "OUT/x.pdf")),
    (ADMINISTRATOR, ("book", "--guest", "0117", "--bed", "PLZ-1", "--from", "2027-03-01", "--to", "2027-03-02")),
    (CARE, ("book", "--guest", "0117", "--bed", "PLZ-1", "--from", "2027-03-01", "--to", "2027-03-02")),
    (COORDINATOR, ("export", "OUT/x.json")),
    (ADMINISTRATOR, ("export", "OUT/x.json", "--guest", "0113")),
    (CARE, ("verify",)),
    (COORDINATOR, ("restore", "OUT/x", "--yes")),
]


@pytest.mark.parametrize(
    ("user", "arguments"), REFUSED, ids=lambda value: value if isinstance(value, str) else value[0]
)
def test_a_role_that_may_not_is_refused(
    commands: CommandLine, tmp_path: Path, user: str, arguments: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    said = commands.run(*(part.replace("OUT", str(out)) for part in arguments), user=user)
    assert said.code == 1
    assert re.match(r"De rol \w+ mag dit niet: .*\n$", said.err)
    assert not out.exists()


def test_wrong_password_is_one_sentence(
    commands: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOGEERHUIS_USER", MANAGER)
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", "iets heel anders")
    assert main(["--data", str(commands.house), "verify"], FixedClock(NOON)) == 1
    assert capsys.readouterr().err.startswith("Gebruikersnaam of wachtwoord klopt niet.")
    secret = tmp_path / "wachtwoord.txt"
    secret.write_text(f"{PASSWORD}\nnog een regel\n", encoding="utf-8")
    later = FixedClock(NOON + timedelta(minutes=1))  # a wrong password is followed by a short wait
    assert main(["--data", str(commands.house), "verify", "--password-file", str(secret)], later) == 0


def test_name_and_password_are_asked_for(commands: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(words: str, **_options: object) -> str:
        asked.append(words)
        return MANAGER if len(asked) == 1 else PASSWORD

    monkeypatch.delenv("LOGEERHUIS_USER", raising=False)
    monkeypatch.delenv("LOGEERHUIS_PASSWORD", raising=False)
    monkeypatch.setattr("click.prompt", answer)
    assert main(["--data", str(commands.house), "verify"], FixedClock(NOON)) == 0
    assert asked == ["Gebruikersnaam", "Wachtwoord"]


# -- what cannot be: one sentence, exit 1, nothing changed


def test_self_test_passes(run_main: Callable[..., Said], qapp: object) -> None:
    said = run_main(MANAGER, ("self-test",))
    assert said.code == 0, said.err
    assert said.out.splitlines()[-1] == "Zelftest geslaagd."


def test_no_command_opens_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened = []

    def window(place: HousePlace, clock: FixedClock) -> int:
        opened.append((place.folder, clock.today()))
        return 0

    monkeypatch.setattr("logeerhuis_app.app.run_window", window)
    assert main(["--data", str(tmp_path)], FixedClock(NOON)) == 0
    assert opened == [(tmp_path, date(2026, 11, 22))]


def test_copying_a_house_is_enough_to_move_it(commands: CommandLine, tmp_path: Path) -> None:
    """The data folder holds everything."""
    shutil.copytree(commands.house, tmp_path / "elsewhere")
    assert CommandLine(tmp_path / "elsewhere", commands.run_main).done("verify")


def test_a_clock_that_went_back_is_said_beside_the_answer(commands: CommandLine, monkeypatch, capsys) -> None:
    monkeypatch.setenv("LOGEERHUIS_USER", MANAGER)
    monkeypatch.setenv("LOGEERHUIS_PASSWORD", PASSWORD)
    assert main(["--data", str(commands.house), "verify", "--json"], FixedClock(NOON - timedelta(days=3))) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["broken"] == []
    assert "donderdag 19 november 2026" in said.err
    assert len(said.err.splitlines()) == 1
    assert commands.done("verify").err == ""
