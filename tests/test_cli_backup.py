"""Backup, check and restore by the command line, on a practice house with a month that was fixed."""

import io
import json
from pathlib import Path

import pytest

from tests.support.commands import CARE, COORDINATOR, CommandLine, commands, practice_template, run_main

__all__ = ["commands", "practice_template", "run_main"]

BOOK = ("book", "--guest", "0117", "--bed", "PLZ-1", "--from", "2027-03-01", "--to", "2027-03-03")


def exported(commands: CommandLine, file: Path) -> bytes:
    commands.done("export", file)
    return file.read_bytes()


def test_a_restore_brings_back_the_house_to_the_last_declaration(commands: CommandLine, tmp_path: Path) -> None:
    """The whole road, as after a mistake: fix a month, back up, work on, see what is lost, put back."""
    commands.done("declare", "2026-09", "--to", tmp_path / "papers", "--fix")
    before = exported(commands, tmp_path / "before.json")
    assert json.loads(before)["tables"]["declaration"]
    said = commands.done("backup", "--to", tmp_path / "stick.backup", user=CARE)
    assert "is gemaakt en gecontroleerd" in said.out
    assert "is heel" in commands.done("verify", tmp_path / "stick.backup").out
    commands.done(*BOOK, user=COORDINATOR)
    commands.done("declare", "2026-08", "--to", tmp_path / "papers", "--fix")
    after = exported(commands, tmp_path / "after.json")
    assert after != before
    said = commands.done("restore", tmp_path / "stick.backup", "--yes", "--json")
    lost = {row["table"]: row["made"] for row in said.json["comparison"]["losses"]}
    assert lost["booking"] == 1
    assert lost["night"] == 2
    assert lost["declaration"] > 0
    assert Path(said.json["kept"]).is_file()
    assert exported(commands, tmp_path / "again.json") == before
    assert "heel" in commands.done("verify").out
    commands.done(*BOOK, user=COORDINATOR)


def test_a_restore_asks_first_and_no_means_no(
    commands: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.done("backup", "--to", tmp_path)
    (backup,) = tmp_path.glob("*.backup")
    commands.done(*BOOK, user=COORDINATOR)
    before = exported(commands, tmp_path / "before.json")
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    said = commands.run("restore", backup)
    assert said.code == 1
    assert "Verblijven: 1 erbij" in said.err
    assert "Laatste handeling in het huis: zo 22-11-2026 12:00" in said.err
    assert "Deze back-up in de plaats van het huis zetten?" in said.err
    assert exported(commands, tmp_path / "after.json") == before
    assert not list(commands.house.glob("*restore*"))


def test_a_damaged_house_is_restored_by_command(commands: CommandLine, tmp_path: Path) -> None:
    before = exported(commands, tmp_path / "before.json")
    commands.done("backup", "--to", tmp_path / "x.backup")
    for rest in commands.house.glob("logeerhuis.db*"):
        rest.unlink()
    (commands.house / "logeerhuis.db").write_bytes(b"no house at all" * 1000)
    assert commands.run("verify").code == 1
    said = commands.done("restore", tmp_path / "x.backup", "--yes")
    assert "is teruggezet" in said.out
    assert exported(commands, tmp_path / "after.json") == before


def test_a_cut_off_backup_and_a_wrong_password_change_nothing(
    commands: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.done("backup", "--to", tmp_path / "x.backup")
    content = (tmp_path / "x.backup").read_bytes()
    (tmp_path / "x.backup").write_bytes(content[: len(content) // 2])
    for arguments in (("verify",), ("restore", "--yes")):
        said = commands.run(*arguments, tmp_path / "x.backup")
        assert said.code == 1
        assert "is beschadigd of afgebroken" in said.err
        assert said.err.count("\n") == 1
    assert commands.run("backup", "--to", tmp_path / "x.backup").code == 1  # whatever it was, it is not overwritten
    assert (tmp_path / "x.backup").stat().st_size == len(content) // 2


def test_a_house_on_a_server_says_where_its_backups_are(server_house, run_main, tmp_path: Path) -> None:
    said = run_main("manager", ("--database", server_house.place.url, "restore", str(tmp_path / "x"), "--yes"))
    assert said.code == 1
    assert said.err.count("\n") == 1
