"""A house that is taken over by a command: looked at first, refused by table, row and column, or whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.commands import (
    COORDINATOR,
    CommandLine,
    commands,
    practice_template,
    run_main,
)

__all__ = ["commands", "practice_template", "run_main"]


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
