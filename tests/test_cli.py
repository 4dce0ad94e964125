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
from sqlalchemy import text

from logeerhuis_app.cli import cli, main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.login import log_in
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
    assert said.out == "Geboekt: Zoë Koster in Kamer 1 van 1 maart 2027 tot 4 maart 2027 (3 nachten), optie.\n"
    taken = commands.run(*("0118" if part == "0117" else part for part in wish), user=COORDINATOR)
    assert taken.code == 1
    assert taken.err == (
        "Kamer 1 is op 1 – 3 mrt al voor Zoë Koster (1 – 4 mrt). Kies een ander bed of andere nachten.\n"
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


# -- import


def changed(source: Path, target: Path, change: Callable[[dict[str, list[dict[str, object]]]], None]) -> Path:
    house = json.loads(source.read_text(encoding="utf-8"))
    change(house["tables"])
    target.write_text(json.dumps(house), encoding="utf-8")
    return target


def test_dry_run_looks_and_leaves_nothing(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "a.json")
    other = CommandLine(tmp_path / "other", commands.run_main)
    assert "in orde" in other.done("import", tmp_path / "a.json", "--dry-run").out
    assert not other.house.exists()


def test_only_a_manager_of_the_file_makes_its_house(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "a.json")
    other = CommandLine(tmp_path / "other", commands.run_main)
    said = other.run("import", tmp_path / "a.json", user=COORDINATOR)
    assert said.code == 1
    assert "lemmens is geen beheerder" in said.err
    assert not other.house.exists()


def test_each_refusal_names_table_row_column_and_reason(commands: CommandLine, tmp_path: Path) -> None:
    def spoil(tables: dict[str, list[dict[str, object]]]) -> None:
        tables["guest"][11]["born"] = "11-12-1940"
        tables["bed"][2]["kind"] = "hammock"
        tables["night"][0]["bed_id"] = "first"
        del tables["note"][4]["text"]

    commands.done("export", tmp_path / "a.json")
    file = changed(tmp_path / "a.json", tmp_path / "b.json", spoil)
    other = CommandLine(tmp_path / "other", commands.run_main)
    said = other.run("import", file)
    assert said.code == 1
    lines = said.err.splitlines()
    assert "er zitten 4 fouten in" in lines[0]
    assert sorted(lines[1:]) == [
        "bed, rij 3, kolom kind: “hammock” is geen van de mogelijkheden",
        "guest, rij 12, kolom born: “11-12-1940” is niet goed geschreven",
        "night, rij 1, kolom bed_id: “first” is van een verkeerde soort",
        "note, rij 5, kolom text: ontbreekt",
    ]
    assert not other.house.exists()


def double_night(tables: dict[str, list[dict[str, object]]]) -> None:
    stay = next(row for row in tables["night"] if row["guest_id"] is not None)
    other = next(row for row in tables["booking"] if row["guest_id"] != stay["guest_id"])
    other |= {"arrival": stay["night"], "departure": "2030-01-01"}
    tables["night"].append({**stay, "id": 999_999, "guest_id": other["guest_id"], "booking_id": other["id"]})


def guest_twice(tables: dict[str, list[dict[str, object]]]) -> None:
    stay = next(row for row in tables["night"] if row["guest_id"] is not None)
    tables["night"].append({**stay, "id": 999_999, "bed_id": None})


def night_of_another(tables: dict[str, list[dict[str, object]]]) -> None:
    stay = next(row for row in tables["night"] if row["guest_id"] is not None)
    stay["guest_id"] = next(row["id"] for row in tables["guest"] if row["id"] != stay["guest_id"])


def loose_end(tables: dict[str, list[dict[str, object]]]) -> None:
    tables["booking"][0]["guest_id"] = 123_456


def departs_first(tables: dict[str, list[dict[str, object]]]) -> None:
    booking = next(row for row in tables["booking"] if row["state"] == "cancelled_guest")
    booking["departure"] = booking["arrival"]


def stay_without_its_bed(tables: dict[str, list[dict[str, object]]]) -> None:
    booking = next(row for row in tables["booking"] if row["state"] == "present")
    tables["night"] = [night for night in tables["night"] if night["booking_id"] != booking["id"]]


def silent_alert(tables: dict[str, list[dict[str, object]]]) -> None:
    tables["alert"][3]["action"] = ""


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (double_night, "dubbel bezet"),
        (guest_twice, "slaapt in de nacht van"),
        (night_of_another, "het verblijf is van een andere gast"),
        (loose_end, "er is geen rij 123456 in guest"),
        (departs_first, "vertrek is niet na aankomst"),
        (stay_without_its_bed, "en 0 daarvan houden een bed"),
        (silent_alert, "alert, rij 4: een waarschuwing moet zeggen wat te doen"),
    ],
)
def test_a_house_that_breaks_a_promise_is_not_taken_over(
    commands: CommandLine, tmp_path: Path, change: Callable[[dict[str, list[dict[str, object]]]], None], wanted: str
) -> None:
    commands.done("export", tmp_path / "a.json")
    file = changed(tmp_path / "a.json", tmp_path / "b.json", change)
    other = CommandLine(tmp_path / "other", commands.run_main)
    said = other.run("import", file)
    assert said.code == 1
    assert wanted in said.err
    assert not (other.house / "logeerhuis.db").exists()
    other.done("import", tmp_path / "a.json")


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
