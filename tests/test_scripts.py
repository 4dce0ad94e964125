"""The commands of scripts/ explain themselves and refuse what they do not know."""

import subprocess
from pathlib import Path

import pytest

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


def test_the_build_server_runs_what_the_readme_says() -> None:
    assert "exec scripts/test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "    scripts/test " in (ROOT / "README.md").read_text(encoding="utf-8")
