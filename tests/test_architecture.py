"""Who may import whom, and how large a piece may grow."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "logeerhuis_app"
FILE_LINES = 400
FUNCTION_LINES = 60
# Tables of words or of columns: long, but nothing to follow.
LONG_TABLES = {"i18n/labels.py"}


def test_rooms_are_entered_by_their_doors() -> None:
    """The contracts stand in pyproject.toml under [tool.importlinter]."""
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-6000:]


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("logeerhuis_app", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("room", ["domain", "services.rows"])
def test_rules_and_rows_need_the_standard_library_only(imports: grimp.ImportGraph, room: str) -> None:
    root = f"logeerhuis_app.{room}"
    inside = {root, *imports.find_descendants(root)}
    outside = {name for module in inside for name in imports.find_modules_directly_imported_by(module)}
    libraries = {name.partition(".")[0] for name in outside} - {"logeerhuis_app"}
    assert libraries - sys.stdlib_module_names == set()


def test_the_command_line_starts_without_qt() -> None:
    """``logeerhuis declare`` must run on a server without a single graphics library."""
    code = "import sys, logeerhuis_app.cli; print(any(name.partition('.')[0] == 'PySide6' for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def sources() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if "migrations/versions" not in name:
            yield name, path.read_text(encoding="utf-8")


def function_lengths() -> dict[str, int]:
    return {
        f"{name}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, source in sources()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_file_outgrows_its_reader() -> None:
    lengths = {name: source.count("\n") for name, source in sources() if name not in LONG_TABLES}
    assert {name: length for name, length in lengths.items() if length > FILE_LINES} == {}


def test_no_function_outgrows_its_reader() -> None:
    lengths = function_lengths()
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}
    assert statistics.median(lengths.values()) <= 10


def test_nothing_is_called_a_helper() -> None:
    """A name says what the thing does for the house."""
    vague = ("util", "helper", "manager", "misc", "common")
    names = [name for name, _ in sources() if any(word in name.lower() for word in vague)]
    classes = [
        f"{name}:{node.name}"
        for name, source in sources()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and node.name.endswith(("Manager", "Helper", "Utils"))
    ]
    assert names + classes == []
