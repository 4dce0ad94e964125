"""Traps that were walked into once, each with a guard beside it."""

import ast
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "logeerhuis_app"


def test_void_calls_do_not_eat_none(qapp: object) -> None:
    """PySide6 6.12.0 loses a reference to None per void call; Python 3.11 aborts after a few thousand."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


def modules(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (PACKAGE / room).rglob("*.py"))


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_no_dialog_stops_the_event_loop() -> None:
    """``exec()`` starts an event loop within the first, where no test and no lock screen reaches; use ``open()``."""
    found = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in modules("ui")
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("exec", "exec_")
    ]
    assert found == []


def test_money_and_nights_are_never_floats() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in modules("domain", "models", "services")
        for call in calls(path)
        if isinstance(call.func, ast.Name) and call.func.id == "float"
    ]
    assert found == []
