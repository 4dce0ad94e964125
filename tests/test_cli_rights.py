"""The whole file of one guest from the command line: PDF for people, JSON for machines."""

import json
from pathlib import Path

from tests.support.commands import COORDINATOR, CommandLine, commands, practice_template, run_main
from tests.support.pdf_reading import text_of

__all__ = ["commands", "practice_template", "run_main"]


def test_a_name_in_pdf_gives_paper(commands: CommandLine, tmp_path: Path) -> None:
    who = ("--given-to", "vertegenwoordiger", "--name", "Margreet", "--ground", "mentor")
    said = commands.done("export", tmp_path / "piet.pdf", "--guest", "0113", *who)
    assert "Het dossier van gast 0113 staat in" in said.out
    words = text_of((tmp_path / "piet.pdf").read_bytes())
    assert "Dossier van Piet van Lieshout" in words
    assert "aan de vertegenwoordiger, Margreet (mentor)." in words


def test_what_was_given_before_stands_in_what_is_given_now(commands: CommandLine, tmp_path: Path) -> None:
    commands.done("export", tmp_path / "a.json", "--guest", "0113", "--given-to", "gast")
    commands.done("export", tmp_path / "b.json", "--guest", "0113")
    document = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    assert document["format"] == "logeerhuis-guest"
    given = [row["asker"] for row in document["tables"]["rights_request"] if row["kind"] == "access"]
    assert given[-2:] == ["guest", "house"]


def test_who_asks_for_another_says_so(commands: CommandLine, tmp_path: Path) -> None:
    said = commands.run("export", tmp_path / "x.pdf", "--guest", "0113", "--given-to", "vertegenwoordiger")
    assert said.code == 1
    assert "naam van wie vraagt" in said.err
    assert not (tmp_path / "x.pdf").exists()
    assert commands.run("export", tmp_path / "x.pdf", "--guest", "0113", user=COORDINATOR).code == 1
