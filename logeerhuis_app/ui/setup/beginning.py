"""Where there is no house yet: the choice, the assistant behind it, or the practice house being built."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.start_window import StartWindow

if TYPE_CHECKING:
    from logeerhuis_app.services.login import HousePlace
    from logeerhuis_app.ui.setup.first_run import FirstRun


class Beginning(QObject):
    """``build_practice`` is called in the pool."""

    entered = Signal(object)  # Door of a house that was just made
    practice_built = Signal()

    def __init__(
        self,
        place: "HousePlace",
        clock: Clock,
        settings: SettingsFile,
        build_practice: Callable[[Job], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._clock, self._settings = place, clock, settings
        self._build_practice = build_practice
        self.first_run: FirstRun | None = None
        self.window = StartWindow(str(place), can_restore=place.folder is not None)
        self.window.new_house_wished.connect(self._begin_first_run)
        self.window.practice_wished.connect(self._make_practice_house)
        self.window.show()

    def close(self) -> None:
        """A house is open, or its login: nothing is to be begun any more."""
        self.window.close()
        if self.first_run is not None:
            self.first_run.close()
            self.first_run = None

    def _begin_first_run(self) -> None:
        """Who stopped half-way finds everything but the passwords again."""
        from logeerhuis_app.ui.setup.first_run import FirstRun

        if self.first_run is None:
            self.first_run = FirstRun(self._place, self._clock, self._settings, self)
            self.first_run.entered.connect(self.entered)
            self.first_run.stopped.connect(self.window.show)
        self.first_run.show()
        self.window.hide()

    def _make_practice_house(self) -> None:
        job = Job(self._build_practice, self)
        job.finished.connect(self._practice_is_made)
        job.failed.connect(self._practice_failed)
        job.start()

    def _practice_is_made(self, _house: object) -> None:
        self.practice_built.emit()

    def _practice_failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self.window.show_problem(error_text(error))
