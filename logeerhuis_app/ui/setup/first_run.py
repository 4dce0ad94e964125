"""Leads somebody from an empty folder to a house at work: shows the pages, and does in the pool what each of them asks.

Nothing is written before the second page is done; from then on there is a whole house, and whatever is left for later
is on Today. So this may be stopped, closed or killed at any moment.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.errors import BackupFailed, UserFacingError
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import number
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.settings.paper_saving import Build, PaperSaving
from logeerhuis_app.ui.setup.assistant import AssistantWindow
from logeerhuis_app.ui.setup.backup_step import BackupStep
from logeerhuis_app.ui.setup.done_step import DoneStep, Fact
from logeerhuis_app.ui.setup.first_user_step import ManagerStep
from logeerhuis_app.ui.setup.house_step import HouseStep
from logeerhuis_app.ui.setup.recovery_step import RecoveryStep
from logeerhuis_app.ui.setup.step import SetupStep

if TYPE_CHECKING:
    from logeerhuis_app.services.door import Door
    from logeerhuis_app.services.login import HousePlace
    from logeerhuis_app.services.rows.backup import BackupDone
    from logeerhuis_app.services.rows.users import RecoverySheet


class FirstRun(QObject):
    """One for each start; ``door`` is there from the moment the house is."""

    entered = Signal(object)  # Door
    stopped = Signal()

    def __init__(
        self, place: "HousePlace", clock: Clock, settings: SettingsFile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.door: Door | None = None
        self._place, self._clock, self._settings = place, clock, settings
        self._sheet: RecoverySheet | None = None
        self.house = HouseStep()
        self.manager = ManagerStep(str(place), is_server=place.folder is None)
        self.recovery = RecoveryStep()
        self.backup = BackupStep(place.folder or Path())
        self.done = DoneStep()
        self.window = AssistantWindow(self._steps())
        self.paper = PaperSaving(self.window)
        self._connect()

    def show(self) -> None:
        self.window.show()
        self.window.activateWindow()

    def close(self) -> None:
        """The window goes; the door is for whoever was given it."""
        self.window.close()
        self.window.deleteLater()

    def _steps(self) -> list[SetupStep]:
        """A server has its own backups, and its passwords can be set anew there: no paper, no second place."""
        of_a_file: list[SetupStep] = [self.recovery, self.backup] if self._place.folder is not None else []
        return [self.house, self.manager, *of_a_file, self.done]

    def _connect(self) -> None:
        self.window.next_wished.connect(self._do_step)
        self.window.stopped.connect(self._stop)
        self.recovery.paper_wished.connect(self._ask_paper)
        self.paper.written.connect(self._paper_is_there)
        self.paper.said.connect(self.recovery.show_problem)

    def _stop(self) -> None:
        self.manager.forget_passwords()
        self.window.hide()
        self.stopped.emit()

    # --- one page after another --------------------------------------------------------------------------------

    def _do_step(self) -> None:
        deeds: dict[SetupStep, Callable[[], None]] = {
            self.manager: self._make_house,
            self.recovery: self._keep_code,
            self.backup: self._back_up,
            self.done: self._enter,
        }
        deeds.get(self.window.step, self.window.go_on)()

    def _make_house(self) -> None:
        house, manager = self.house.wish(), self.manager.wish()

        def work(_job: Job) -> "Door":
            from logeerhuis_app.services.new_house import make_house

            return make_house(self._place, house, manager, self._clock)

        self._run(work, self._house_is_made, _("The house is being made…"))

    def _house_is_made(self, door: "Door") -> None:
        self.door = door
        self.window.can_stop = False
        self.manager.forget_passwords()
        self._facts_and_on(door)

    def _enter(self) -> None:
        door = self._made_door()

        def work(_job: Job) -> "Door":
            from logeerhuis_app.services.new_house import enter

            return enter(door)

        self._run(work, self._come_in, _("Opening the house…"))

    def _come_in(self, door: "Door") -> None:
        self.entered.emit(door)

    # --- the recovery code -------------------------------------------------------------------------------------

    def _ask_paper(self) -> None:
        self.paper.ask(_("Save the recovery code as PDF, to print it"), _("recovery-code.pdf"), self.make_paper)

    def make_paper(self) -> Build:
        """The same code each time it is asked for, so that no paper is worthless."""
        from logeerhuis_app.services.recovery import draft_recovery_code

        sheet = self._sheet = self._sheet or draft_recovery_code(self._made_door())

        def build(out: Any) -> None:
            from logeerhuis_app.reports.recovery_code import build_recovery_code

            build_recovery_code(sheet, out)

        return build

    def _paper_is_there(self, file: Path) -> None:
        if self._sheet is not None:
            self.recovery.show_paper(self._sheet.code, str(file))

    def _keep_code(self) -> None:
        if self.recovery.is_put_off or self._sheet is None:
            self._facts_and_on(None)
            return
        door, sheet = self._made_door(), self._sheet

        def work(_job: Job) -> None:
            from logeerhuis_app.services.recovery import keep_recovery_code

            keep_recovery_code(door, sheet)

        self._run(work, self._facts_and_on, _("The code is being made valid…"))

    # --- the backups -------------------------------------------------------------------------------------------

    def _back_up(self) -> None:
        door, second = self._made_door(), self.backup.place
        if second is None:
            self._facts_and_on(None)
            return

        def work(job: Job) -> "BackupDone":
            from logeerhuis_app.services.backups import Watch, back_up

            return back_up(door, second, Watch(job.progress, job.is_stopped))

        self._run(work, self._backup_is_made, _("The first backup is being made…"))

    def _backup_is_made(self, done: "BackupDone") -> None:
        from logeerhuis_app.services.rows.backup import SecondCopy
        from logeerhuis_app.ui.backup.keeper import SECOND_PLACE_KEY

        if done.second is not SecondCopy.COPIED:
            self._refuse(BackupFailed(done.second_place, "unwritable"))
            return
        try:
            self._settings.set(SECOND_PLACE_KEY, done.second_place)
        except UserFacingError as refusal:
            self._refuse(refusal)
            return
        self._facts_and_on(done)

    # --- in the pool, and what came of it ----------------------------------------------------------------------

    def _run(self, work: Callable[[Job], Any], then: Callable[[Any], None], what: str) -> None:
        self.window.set_busy(True, what)
        job = Job(work, self)
        job.progressed.connect(self.window.show_progress)
        job.finished.connect(then, Qt.ConnectionType.QueuedConnection)
        job.failed.connect(self._refuse)
        job.start()

    def _refuse(self, error: Exception) -> None:
        """Beside its field where it has one on the page at hand, or above the buttons."""
        self.window.set_busy(False)
        if not isinstance(error, UserFacingError):
            self.window.show_problem(_("This did not succeed; nothing half-made was left behind."))
            raise error
        if self.window.step.refuse(error):
            self.window.bring_into_sight()
        else:
            self.window.show_problem(error_text(error))

    def _facts_and_on(self, _answer: object) -> None:
        self.show_facts()
        self.window.go_on()

    def _made_door(self) -> "Door":
        if self.door is None:
            raise RuntimeError("the house is not made yet")
        return self.door

    # --- what is said at the end -------------------------------------------------------------------------------

    def show_facts(self) -> None:
        """On the last page: what is ready, and what was left for later."""
        facts = [
            Fact(self._house_words()),
            Fact(self._manager_words()),
        ]
        if self._place.folder is not None:
            facts += [self._code_fact(), self._backup_fact()]
        self.done.show_facts(facts)

    def _house_words(self) -> str:
        house = self.house.wish()
        beds = ngettext("{n} bed", "{n} beds", len(house.rooms)).format(n=number(len(house.rooms)))
        if house.name.strip() == house.location.strip():
            return _("{house} with {beds}").format(house=house.name.strip(), beds=beds)
        return _("{house}: {location} with {beds}").format(house=house.name, location=house.location, beds=beds)

    def _manager_words(self) -> str:
        wish = self.manager.wish()
        return _("{name} is manager and logs in as {username}").format(name=wish.shown_name, username=wish.username)

    def _code_fact(self) -> Fact:
        if self.recovery.is_put_off:
            return Fact(_("The recovery code is not on paper yet: Settings, Users"), is_ready=False)
        return Fact(_("The recovery code is on paper; throw the PDF file away"))

    def _backup_fact(self) -> Fact:
        place = self.backup.place
        if place is None:
            return Fact(_("There is no second place for the backups yet: Backup, at the left"), is_ready=False)
        return Fact(_("The first backup was made and checked; the second copy goes to {place}").format(place=place))
