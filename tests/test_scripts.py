"""The commands of scripts/ explain themselves and refuse what they do not know."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from logeerhuis_app.clock import SystemClock
from tests.torture.__main__ import PARTS

ROOT = Path(__file__).resolve().parent.parent
SHELL = sorted(path for path in (ROOT / "scripts").iterdir() if path.suffix == "" and path.is_file())


def run(*command: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("script", SHELL, ids=lambda path: path.name)
def test_each_explains_itself(script: Path) -> None:
    answer = run(script, "--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"usage: scripts/{script.name}")


@pytest.mark.parametrize("name", ["setup", "run", "check", "build"])
def test_an_unknown_option_is_refused_before_anything_is_done(name: str) -> None:
    answer = run(ROOT / "scripts" / name, "--no-such-option")
    assert answer.returncode == 2
    assert "usage:" in answer.stderr


def words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_without_a_screen_the_main_job_is_done_on_paper(tmp_path: Path) -> None:
    environment = {**os.environ, "OUT": str(tmp_path / "out")}
    answer = subprocess.run(
        [ROOT / "scripts" / "run", "--headless"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "Er is geen scherm" in answer.stdout
    handover = tmp_path / "out" / f"overdracht-{SystemClock().today()}.pdf"
    assert "Huisoverzicht Plezant" in words_of(handover)
    (declarations,) = (tmp_path / "out").glob("declaraties-*")
    papers = sorted(declarations.glob("*.pdf"))
    assert len(papers) > 5
    assert all("€" in words_of(paper) for paper in papers)
    assert all(f"{declarations.name}/{paper.name}" in answer.stdout for paper in papers)


def test_the_build_server_runs_what_the_readme_says() -> None:
    assert "exec scripts/test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "    scripts/test " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_torture_knows_its_parts_and_each_has_its_tests() -> None:
    for files in PARTS.values():
        for file in files:
            path, _colons, name = file.partition("::")
            assert f"def {name}" in (ROOT / path).read_text(encoding="utf-8")
    command = [sys.executable, "-m", "tests.torture", "nothing", "--number", "2"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "unknown: nothing" in answer.stderr
