"""What whoever makes a house does in the assistant."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.recovery import groups
from logeerhuis_app.ui.setup.first_run import FirstRun
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.today.today_screen import TodayScreen
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import NOON
from tests.support.look import settle
from tests.support.recovery_paper import code_on

PATIENCE_MS = 20_000
CLOCK = FixedClock(NOON)
PASSWORD = "fluitketel op zolder"
Begin = Callable[[HousePlace], Program]


def opened(qtbot, program: Program) -> FirstRun:
    """The assistant, from the first window."""
    assert program.begin is not None
    program.begin.activateWindow()
    settle()
    qtbot.keyClick(program.begin.new_button, Qt.Key.Key_Space)
    run = program.first_run
    assert run is not None
    settle()
    assert run.window.isVisible()
    assert not program.begin.isVisible()
    return run


def type_into(qtbot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)


def enter(qtbot, field: QWidget) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()


def arrive(qtbot, run: FirstRun, step: SetupStep) -> None:
    qtbot.waitUntil(lambda: run.window.step is step and not run.window.is_busy, timeout=PATIENCE_MS)


def fill_house(qtbot, run: FirstRun) -> None:
    type_into(qtbot, run.house.name, "Plezant")
    run.house.count.setFocus()
    run.house.count.selectAll()
    qtbot.keyClicks(run.house.count, "3")
    enter(qtbot, run.house.count)
    arrive(qtbot, run, run.manager)


def fill_manager(qtbot, run: FirstRun) -> None:
    type_into(qtbot, run.manager.given_name, "Paul")
    type_into(qtbot, run.manager.last_name, "Hoogland")
    type_into(qtbot, run.manager.password, PASSWORD)
    type_into(qtbot, run.manager.again, PASSWORD)


def make_house(qtbot, run: FirstRun) -> None:
    fill_house(qtbot, run)
    fill_manager(qtbot, run)
    enter(qtbot, run.manager.again)
    arrive(qtbot, run, run.recovery)


def save_paper(qtbot, run: FirstRun, file: Path) -> str:
    """Gives the first group of the code, as it stands on the paper."""
    qtbot.keyClick(run.recovery.paper_button, Qt.Key.Key_Space)
    assert run.paper.question is not None
    run.paper.question.close()
    with qtbot.waitSignal(run.paper.written, timeout=PATIENCE_MS):
        run.paper.question.fileSelected.emit(str(file))
    settle()
    return groups(code_on(file))[0]


def left_lines(workplace: Workplace) -> list[str]:
    """What Today still asks of the manager."""
    screen = workplace.window.screen_of("today")
    assert isinstance(screen, TodayScreen)
    names = [line.accessibleName() for line in screen.lines()]
    return [name for name in names if "herstelcode" in name or "tweede plek" in name]


def at(run: FirstRun) -> str:
    """Which page is on screen."""
    return type(run.window.step).__name__


def said(row: FormRow) -> str:
    return row.message


def end(program: Program) -> None:
    """Close whatever of the program is open."""
    run = program.first_run
    if run is not None and run.door is not None:
        run.door.engine.dispose()
    program._close_start()
    if program.workplace is not None:
        program.workplace.close()
    if program.login is not None:
        program.login.close()
        program.login.deleteLater()
