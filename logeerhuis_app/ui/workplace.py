"""One logged-in user's window: which screens the role has, and how they send people on to each other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.audit_words import turned_off_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.house import lock_minutes
from logeerhuis_app.services.left_open import LeftOpen, left_open
from logeerhuis_app.services.queries.search import find_everything
from logeerhuis_app.services.rows.search import HitKind, SearchHit
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.backup.desk import BackupDesk
from logeerhuis_app.ui.drafts import Drafts, draft_words
from logeerhuis_app.ui.house_watch import HouseWatch
from logeerhuis_app.ui.main_window import MainWindow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen, ScreenSpec
from logeerhuis_app.ui.search_actions import FoundDeed, SearchActions, from_table
from logeerhuis_app.ui.widgets.message_bar import MessageKind
from logeerhuis_app.ui.widgets.search_box import SearchBox

UNDO_SECONDS = 8
FIRST_SCREEN = {Role.CARE: "handover", Role.ADMINISTRATOR: "declarations"}


class Workplace(QObject):
    """Makes the main window and joins it to the operations."""

    lock_requested = Signal()
    restore_requested = Signal(object)  # Restoration
    shut_out = Signal(str)  # a whole sentence
    patience_changed = Signal(int)  # minutes until the lock, as the house has them now

    def __init__(self, operations: Operations, settings: SettingsFile, house_name: str, *, is_practice: bool) -> None:
        super().__init__()
        self._operations = operations
        self._settings = settings
        self._is_practice = is_practice
        actor = operations.door.actor
        self.user_name = actor.username
        self.search = SearchBox(self._find)
        self.window = MainWindow(
            self._specs(),
            actor.name,
            label(operations.door.role),
            settings=settings,
            is_practice=is_practice,
            house_name=house_name,
            search=self.search,
        )
        self.backups = BackupDesk(self.window, operations.door, settings, self)
        self.house_watch = HouseWatch(operations.door, settings, self)
        self._actions = SearchActions(self._deeds())
        self._connect()

    @property
    def door(self) -> Door:
        """Through which this user acts."""
        return self._operations.door

    def show(self) -> None:
        self._tell_patience()
        self._operations.watch()
        self.backups.start()
        self.house_watch.start()
        self.show_screen(FIRST_SCREEN.get(self._operations.door.role, "today"))
        self.window.show()  # after its screen: a window that comes up empty leaves the keyboard in the rail

    def close(self) -> None:
        """The user leaves: the window goes, the house is closed."""
        self._operations.leaving.emit()
        self._operations.stop_watching()
        self.backups.stop()
        self.house_watch.stop()
        self.window.close()
        self.window.deleteLater()
        self._operations.door.engine.dispose()

    def rest(self) -> None:
        """Locked: nobody looks, so nothing is read in this user's name. The backups are the house's own and go on."""
        self._operations.stop_watching()

    def pause(self) -> None:
        """Somebody else is at work now, whose window makes the backups."""
        self.backups.pause()

    def wake(self) -> None:
        """The user is back: everything on screen is read again."""
        self._operations.catch_up()
        self._operations.watch()
        self.backups.start()

    @property
    def drafts(self) -> Drafts:
        """What this user left half written."""
        return self._operations.drafts

    def tell_of_drafts(self) -> None:
        """After a change of role the screens are new; what was half written is not."""
        if not self.drafts.is_empty:
            may_write = self._operations.door.may(UseCase.WRITE_NOTE)
            self.window.show_message(draft_words(self.drafts, may_write=may_write), MessageKind.ATTENTION)

    def tell_of_second_step(self) -> None:
        """Whose second step was turned off by another hears that, and how to turn it on again."""
        if words := self._second_step_words():
            self.window.show_message(words, MessageKind.ATTENTION)

    def _second_step_words(self) -> str:
        from logeerhuis_app.services.second_factor import turned_off_by_other

        told = self._operations.read(turned_off_by_other)
        return turned_off_words(told) if told is not None else ""

    def tell(self, error: UserFacingError) -> None:
        """A refusal that no screen took up."""
        self._operations.tell(error)

    def offer_recovery_code(self) -> None:
        """There is no valid one: it is the only way in when every manager's password is lost.

        Whoever just used it up may have lost a second step by it, and hears that too.
        """
        said = _("There is no valid recovery code: if every manager loses the password, nobody can come in any more.")
        said = " ".join(words for words in (self._second_step_words(), said) if words)
        self.window.show_message(
            said, MessageKind.ATTENTION, action_text=_("Make one…"), on_action=self._make_recovery_code
        )

    def _make_recovery_code(self) -> None:
        self.show_screen("settings").make_recovery_code()  # type: ignore[attr-defined]

    def show_screen(self, screen_id: str) -> Screen:
        return self.window.show_screen(screen_id)

    # --- which screens -----------------------------------------------------------------------------------------

    def _specs(self) -> list[ScreenSpec]:
        """What the role may see, in the order of the rail; a screen it may not see is not there at all."""
        all_of_them: list[tuple[UseCase, ScreenSpec]] = [
            (UseCase.SEE_TODAY, ScreenSpec("today", N_("Today"), "today", "F2", self._today)),
            (UseCase.SEE_PLANNING, ScreenSpec("planning", N_("Planning"), "planning", "F3", self._planning)),
            (UseCase.SEE_GUEST, ScreenSpec("guests", N_("Guests"), "guests", "F4", self._guests)),
            (UseCase.SEE_TRAJECTORIES, ScreenSpec("requests", N_("Requests"), "requests", "F5", self._requests)),
            (UseCase.SEE_HANDOVER, ScreenSpec("handover", N_("Handover"), "handover", "F6", self._handover)),
            (
                UseCase.SEE_DECLARATIONS,
                ScreenSpec("declarations", N_("Declarations"), "declarations", "F7", self._declarations),
            ),
            (
                UseCase.CHANGE_PAYERS,  # of all its pages the one that most roles may see
                ScreenSpec("settings", N_("Settings"), "settings", "Ctrl+,", self._settings_screen, at_bottom=True),
            ),
        ]
        return [spec for use_case, spec in all_of_them if self._operations.door.may(use_case)]

    def _today(self) -> Screen:
        from logeerhuis_app.ui.today.today_screen import TodayScreen

        screen = TodayScreen(self._operations)
        screen.guest_opened.connect(self.open_guest)
        screen.intake_wished.connect(self.take_intake)
        screen.booking_opened.connect(self.open_booking)
        screen.request_opened.connect(self.open_request)
        screen.handover_opened.connect(self.open_handover)
        screen.declarations_opened.connect(self.open_declarations)
        screen.retention_opened.connect(partial(self._open_settings, "retention"))
        screen.count_changed.connect(partial(self.window.set_count, "today"))
        screen.backup_opened.connect(self.window.action(ActionId.BACKUP).trigger)
        screen.left_opened.connect(self._do_left_open)
        screen.left_open = self._left_open
        self.backups.tell(screen.show_backups)
        return screen

    def _left_open(self) -> Iterable[LeftOpen]:
        """A practice house may be lost."""
        keeper = self.backups.keeper
        if self._is_practice:
            return ()
        return left_open(self._operations.door, keeper.second_place if keeper is not None else None)

    def _do_left_open(self, what: LeftOpen) -> None:
        ways: dict[LeftOpen, Callable[[], object]] = {
            LeftOpen.RECOVERY_CODE: self._make_recovery_code,
            LeftOpen.SECOND_PLACE: self.window.action(ActionId.BACKUP).trigger,
            LeftOpen.COLLEAGUES: partial(self._open_settings, "users"),
            LeftOpen.PAYERS: partial(self._open_settings, "payers"),
            LeftOpen.FIRST_GUEST: partial(self.show_screen, "guests"),
        }
        ways[what]()

    def _planning(self) -> Screen:
        from logeerhuis_app.ui.planning.planning_screen import PlanningScreen

        screen = PlanningScreen(self._operations)
        screen.guest_opened.connect(self.open_guest)
        return screen

    def _guests(self) -> Screen:
        from logeerhuis_app.ui.guests.guests_screen import GuestsScreen

        screen = GuestsScreen(self._operations)
        screen.stay_wished.connect(self.plan_stay)
        screen.booking_wished.connect(self.open_booking)
        return screen

    def _requests(self) -> Screen:
        from logeerhuis_app.ui.requests.requests_screen import RequestsScreen

        screen = RequestsScreen(self._operations)
        screen.guest_opened.connect(self.open_guest)
        screen.intake_wished.connect(self.take_intake)
        screen.count_changed.connect(partial(self.window.set_count, "requests"))
        return screen

    def _handover(self) -> Screen:
        from logeerhuis_app.ui.handover.handover_screen import HandoverScreen

        screen = HandoverScreen(self._operations)
        screen.guest_opened.connect(self.open_guest)
        screen.count_changed.connect(partial(self.window.set_count, "handover"))
        return screen

    def _declarations(self) -> Screen:
        from logeerhuis_app.ui.declarations.declarations_screen import DeclarationsScreen

        screen = DeclarationsScreen(self._operations)
        screen.guest_opened.connect(self.open_guest)
        return screen

    def _settings_screen(self) -> Screen:
        from logeerhuis_app.ui.settings.settings_screen import SettingsScreen

        screen = SettingsScreen(self._operations)
        screen.said.connect(self.window.show_message)
        return screen

    # --- going there -------------------------------------------------------------------------------------------

    def open_guest(self, guest_id: int) -> None:
        """Show this guest's file."""
        self.show_screen("guests").open_guest(guest_id)  # type: ignore[attr-defined]

    def take_intake(self, guest_id: int) -> None:
        """Show this guest's file with the intake over it."""
        self.show_screen("guests").take_intake(guest_id)  # type: ignore[attr-defined]

    def open_booking(self, booking_id: int) -> None:
        """Show this stay in the chart."""
        self.show_screen("planning").show_booking(booking_id)  # type: ignore[attr-defined]

    def open_request(self, trajectory_id: int) -> None:
        """Show this family's road."""
        self.show_screen("requests").open_request(trajectory_id)  # type: ignore[attr-defined]

    def open_handover(self, guest_id: int) -> None:
        """Show this guest in the handover of the shift that runs."""
        self.show_screen("handover").show_guest(guest_id)  # type: ignore[attr-defined]

    def open_declarations(self, first_of_month: date) -> None:
        """Show the declarations of this month."""
        self.show_screen("declarations").show_month(Month.of(first_of_month))  # type: ignore[attr-defined]

    def plan_stay(self, guest_id: int) -> None:
        """Choose a bed and nights for this guest."""
        self.show_screen("planning").new_stay(guest_id)  # type: ignore[attr-defined]

    def new_stay(self) -> None:
        """Ctrl+N: for the guest who is shown, or for somebody to be chosen."""
        if self.window.screen_of(self.window.current_screen).plan_stay():
            return
        self.show_screen("planning").new_stay()  # type: ignore[attr-defined]

    # --- the search --------------------------------------------------------------------------------------------

    def _find(self, text: str) -> tuple[SearchHit, ...]:
        """People first; what can be done stands under them."""
        return (*self._operations.read(partial(find_everything, text=text)), *self._actions.find(text))

    def _deeds(self) -> Iterator[FoundDeed]:
        """What the search finds besides people, as far as the role may."""
        may, settings = self._operations.door.may, self._open_settings
        if may(UseCase.PLACE_BOOKING):
            yield from_table(ActionId.NEW_BOOKING, self.new_stay, _("book option"))
        if may(UseCase.BACK_UP):
            yield FoundDeed(_("Make a backup"), self.backups.make, _("copy save"))
            yield from_table(ActionId.BACKUP, self.backups.open, _("second place stick"))
        if may(UseCase.RESTORE):
            yield FoundDeed(_("Put back a backup"), self.backups.open_restore, _("restore recover"))
        if may(UseCase.MANAGE_USERS):
            yield FoundDeed(_("Users"), partial(settings, "users"), _("colleague password block role"))
        if may(UseCase.SEE_AUDIT):
            yield FoundDeed(_("Who saw what"), partial(settings, "audit"), _("log looked"))
        if may(UseCase.CHANGE_HOUSE):
            yield FoundDeed(_("House and beds"), partial(settings, "house"), _("room location address lock minutes"))
        if may(UseCase.CHANGE_PAYERS):
            yield FoundDeed(_("Payers and rates"), partial(settings, "payers"), _("contract insurer price"))
        if may(UseCase.SEE_RETENTION):
            yield FoundDeed(_("Retention"), partial(settings, "retention"), _("destroy file term due"))
        yield FoundDeed(_("Lock now"), self.lock_requested.emit, _("log out change user"), "Ctrl+L")
        yield from_table(ActionId.OWN_PASSWORD, self.change_own_password, _("change code phone app"))
        yield from_table(ActionId.HELP, self.window.show_keys, _("keyboard help"))

    def _open_settings(self, page: str) -> None:
        self.show_screen("settings").show_page(page)  # type: ignore[attr-defined]

    # --- joining -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.window.lock_requested.connect(self.lock_requested)
        self.backups.restore_requested.connect(self.restore_requested)
        self.search.picked.connect(self._go_to)
        self._operations.shut_out.connect(self.shut_out)
        self.house_watch.found.connect(partial(self.window.show_message, kind=MessageKind.ATTENTION))
        self._operations.changed.connect(self._hear)
        self._operations.refused.connect(partial(self.window.show_message, kind=MessageKind.ATTENTION))
        stack = self._operations.undo_stack
        self._follow(self.window.action(ActionId.UNDO), stack.undo, stack.canUndoChanged)
        self._follow(self.window.action(ActionId.REDO), stack.redo, stack.canRedoChanged)
        stack.indexChanged.connect(self._offer_undo)
        new_booking = self.window.action(ActionId.NEW_BOOKING)
        new_booking.setEnabled(self._operations.door.may(UseCase.PLACE_BOOKING))
        new_booking.triggered.connect(lambda: self.new_stay())
        self.window.action(ActionId.PRINT).triggered.connect(lambda: self.print_page())
        self.window.action(ActionId.OWN_PASSWORD).triggered.connect(lambda: self.change_own_password())
        self._last_index = 0

    def _hear(self, changes: Changes, _origin: object) -> None:
        if changes.topics & Topic.HOUSE:
            self._tell_patience()

    def _tell_patience(self) -> None:
        self.patience_changed.emit(self._operations.read(lock_minutes))

    def change_own_password(self) -> None:
        """Ctrl+Shift+W, for every role."""
        from logeerhuis_app.ui.settings.own_account import OwnPasswordDialog

        dialog = OwnPasswordDialog(self._operations, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def print_page(self) -> None:
        """Ctrl+P: the screen that is shown knows what there is to print, if anything."""
        self.window.screen_of(self.window.current_screen).print_page()

    @staticmethod
    def _follow(action: object, deed: Callable[[], None], can_changed: object) -> None:
        action.triggered.connect(lambda: deed())  # type: ignore[attr-defined]
        action.setEnabled(False)  # type: ignore[attr-defined]
        can_changed.connect(action.setEnabled)  # type: ignore[attr-defined]

    def _offer_undo(self, index: int) -> None:
        """After a new step the window says what was done and how to take it back."""
        stack = self._operations.undo_stack
        if index > self._last_index and index == stack.count():
            self.window.show_message(
                stack.undoText(), action_text=_("Undo (Ctrl+Z)"), on_action=stack.undo, seconds=UNDO_SECONDS
            )
        self._last_index = index

    def _go_to(self, hit: SearchHit) -> None:
        if hit.kind is HitKind.ACTION:
            self._actions.do(hit)
            return
        go = {HitKind.GUEST: self.open_guest, HitKind.STAY: self.open_booking}.get(hit.kind)
        if go is not None:
            go(int(hit.id))
