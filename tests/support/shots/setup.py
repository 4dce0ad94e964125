"""The assistant of the first day: each page empty, filled in, and with everything wrong that can be wrong."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors_setup import FolderUnfit
from logeerhuis_app.i18n import _
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.setup.first_run import FirstRun
from logeerhuis_app.ui.start_window import StartWindow
from tests.support.shots.camera import come_to_rest
from tests.support.shots.shot import Shot
from tests.support.shots.stage import SCREENS, SMALL, Stage

PASSWORD = "fluitketel op zolder"
CODE = "7K2M-09QX-4HDW-ZZ8T-3B5N-PV6C-QX7R"
PAPER = "/home/jansen/Documenten/herstelcode.pdf"
PLACE = "/home/jansen/.local/share/logeerhuis"
HOUSE_IS_MADE = 2
"""From this page on there is a house, and nothing to stop."""
Deed = Callable[[FirstRun], None]
_RUNNING: list[FirstRun] = []
"""A page without who leads through it does nothing."""


def setup_shots(folder: str) -> list[Shot]:
    """No house is made for these: the pages are turned."""
    pages: tuple[tuple[str, int, Deed], ...] = (
        ("house", 0, _leave),
        ("house-filled", 0, _fill_house),
        ("house-wrong", 0, _house_wrong),
        ("manager", 1, _leave),
        ("manager-filled", 1, _fill_manager),
        ("manager-weak", 1, _weak),
        ("manager-wrong", 1, _press_next),
        ("manager-refused", 1, _refused),
        ("manager-busy", 1, _busy),
        ("recovery", 2, _leave),
        ("recovery-paper", 2, _paper),
        ("recovery-wrong", 2, _wrong_group),
        ("recovery-missing", 2, _press_next),
        ("recovery-later", 2, lambda run: run.recovery.later.box.setChecked(True)),
        ("backup", 3, _leave),
        ("backup-filled", 3, lambda run: run.backup.choose("/media/jansen/STICK/logeerhuis")),
        ("backup-wrong", 3, _press_next),
        ("done", 4, _done),
        ("done-later", 4, _done_later),
    )
    shots = [Shot(f"{folder}/{name}", partial(_page, place=place, deed=deed)) for name, place, deed in pages]
    return [Shot(f"{folder}/welcome", _welcome), *shots]


def _welcome(stage: Stage) -> QWidget:
    window = StartWindow(PLACE, can_restore=True)
    window.resize(window.sizeHint())
    stage.put(window, fill=False).show()
    return window


def _page(stage: Stage, place: int, deed: Deed) -> QWidget:
    run = FirstRun(HousePlace(stage.folder / "nieuw huis"), stage.clock, SettingsFile(stage.folder / "nieuw"))
    run.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # as the program does when a house was made
    run.window.destroyed.connect(run.deleteLater)
    _RUNNING.append(run)
    run.manager.folder.setText(PLACE)
    stage.put(run.window, fill=False)
    run.window.resize(run.window.size().boundedTo(QSize(*SCREENS[SMALL])))
    run.show()
    if place:
        _fill_house(run)
    run.window.can_stop = place < HOUSE_IS_MADE
    for _page_before in range(place):
        run.window.go_on()
    come_to_rest()
    deed(run)
    return run.window


def _leave(_run: FirstRun) -> None:
    """As it comes up."""


def _press_next(run: FirstRun) -> None:
    run.window.next_button.click()


def _fill_house(run: FirstRun) -> None:
    QTest.keyClicks(run.house.name, "Logeerhuis Plezant")
    run.house.count.setValue(7)


def _house_wrong(run: FirstRun) -> None:
    run.house.rooms.setPlainText("Tuinkamer\nKamer 2\ntuinkamer")
    _press_next(run)


def _fill_manager(run: FirstRun) -> None:
    for field, text in (
        (run.manager.given_name, "Paul"),
        (run.manager.last_name, "Hoogland"),
        (run.manager.password, PASSWORD),
        (run.manager.again, PASSWORD),
    ):
        QTest.keyClicks(field, text)


def _weak(run: FirstRun) -> None:
    _fill_manager(run)
    run.manager.password.clear()
    QTest.keyClicks(run.manager.password, "hooglandpaul")


def _refused(run: FirstRun) -> None:
    _fill_manager(run)
    run.manager.refuse(FolderUnfit(PLACE))
    run.window.bring_into_sight()


def _busy(run: FirstRun) -> None:
    _fill_manager(run)
    run.window.set_busy(True, _("The house is being made…"))


def _paper(run: FirstRun) -> None:
    run.recovery.show_paper(CODE, PAPER)


def _wrong_group(run: FirstRun) -> None:
    _paper(run)
    QTest.keyClicks(run.recovery.group, "K72M")
    _press_next(run)


def _done(run: FirstRun) -> None:
    _fill_manager(run)
    run.backup.choose("/media/jansen/STICK/logeerhuis")
    run.show_facts()


def _done_later(run: FirstRun) -> None:
    _fill_manager(run)
    for step in (run.recovery, run.backup):
        step.later.box.setChecked(True)
    run.show_facts()
