"""Every screen: filled and empty, for each role that sees it differently, small and with large letters."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from logeerhuis_app.domain.errors import HouseUnreadable, WrongPassword
from logeerhuis_app.domain.errors_access import CodeWrong
from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.rows.declaring import PayerGroup
from logeerhuis_app.ui.backup.waiting_window import WaitingWindow
from logeerhuis_app.ui.login_window import LoginHint, LoginWindow
from logeerhuis_app.ui.planning.tape_geometry import Zoom
from logeerhuis_app.ui.start_window import StartWindow
from tests.support.shots.camera import come_to_rest
from tests.support.shots.rights import retention_tab
from tests.support.shots.shot import Shot
from tests.support.shots.stage import Stage, first

Show = Callable[[Stage], QWidget]
MAIN = {
    "today": Role.COORDINATOR,
    "planning": Role.COORDINATOR,
    "guests": Role.COORDINATOR,
    "requests": Role.COORDINATOR,
    "handover": Role.CARE,
    "declarations": Role.ADMINISTRATOR,
    "settings": Role.MANAGER,
}
"""Each screen of the rail, with the role that lives in it."""
ALSO = {
    Role.COORDINATOR: ("handover",),
    Role.CARE: ("today", "planning", "guests"),
    Role.ADMINISTRATOR: ("today", "planning", "guests"),
    Role.MANAGER: ("today", "planning", "guests", "requests", "handover", "declarations"),
}
TABS = ("overview", "care", "eating", "medication", "contacts", "carer", "funding", "stays", "documents", "log")


# --- before the door is open ------------------------------------------------------------------------------------


def start_shots() -> list[Shot]:
    return [
        Shot("start/no-house", lambda stage: _window(stage, StartWindow("/home/jansen/Logeerhuis"))),
        Shot("start/problem", lambda stage: _window(stage, _broken_house())),
        Shot("start/problem-backup", lambda stage: _window(stage, _broken_house(can_restore=True))),
        Shot("start/building", _building),
        Shot("start/waiting", _waiting),
        Shot("start/waiting-ended", _waiting_ended),
        Shot("start/login", lambda stage: _window(stage, LoginWindow("Logeerhuis Plezant"))),
        Shot("start/login-practice", lambda stage: _window(stage, _practice_login())),
        Shot("start/login-refused", _refused),
        Shot("start/login-busy", _busy),
        Shot("start/login-code", _code_step),
        Shot("start/login-code-refused", _code_refused),
    ]


def _window(stage: Stage, window: QWidget) -> QWidget:
    window.resize(window.sizeHint().expandedTo(window.minimumSizeHint()))
    stage.put(window, fill=False).show()
    window.activateWindow()
    return window


def _broken_house(*, can_restore: bool = False) -> StartWindow:
    problem = error_text(HouseUnreadable("/home/jansen/Logeerhuis", "damaged"))
    return StartWindow("/home/jansen/Logeerhuis", problem=problem, can_restore=can_restore)


def _waiting(stage: Stage) -> QWidget:
    title, text = _("The backup is being made"), _("The program closes by itself when it is ready.")
    window = WaitingWindow(title, text, can_stop=True)
    window.show_progress(3, 10)
    return _window(stage, window)


def _waiting_ended(stage: Stage) -> QWidget:
    window = WaitingWindow(_("The backup is being put back"), _("This takes a few seconds."), can_stop=False)
    window.show_end(error_text(HouseUnreadable("/media/usb/logeerhuis", "damaged")), _("Close"), is_problem=True)
    return _window(stage, window)


def _practice_login() -> LoginWindow:
    users = practice_users()
    return LoginWindow(
        "Oefenhuis",
        is_practice=True,
        users=[LoginHint(user.username, f"{user.name} · {label(user.role)}") for user in users],
        practice_password=users[0].password,
    )


def _building(stage: Stage) -> QWidget:
    window = StartWindow("/home/jansen/Logeerhuis")
    window.practice_button.click()
    return _window(stage, window)


def _refused(stage: Stage) -> QWidget:
    window = LoginWindow("Logeerhuis Plezant", user_name="bakker")
    window.show_problem(error_text(WrongPassword()))
    return _window(stage, window)


def _code_step(stage: Stage) -> QWidget:
    window = LoginWindow("Logeerhuis Plezant", user_name="bakker", has_recovery=True)
    window.ask_code()
    return _window(stage, window)


def _code_refused(stage: Stage) -> QWidget:
    window = LoginWindow("Logeerhuis Plezant", user_name="bakker", has_recovery=True)
    window.ask_code()
    window.show_problem(error_text(CodeWrong(stage.clock.now_utc())))
    return _window(stage, window)


def _busy(stage: Stage) -> QWidget:
    window = LoginWindow("Logeerhuis Plezant", user_name="bakker")
    window.set_busy(True)
    return _window(stage, window)


# --- the main screens -------------------------------------------------------------------------------------------


def main_shots(folder: str) -> list[Shot]:
    """One of each, at the size and with the letters of now."""
    shows: dict[str, Show] = {
        "today": lambda stage: stage.show("today"),
        "planning": _planning_selected,
        "guests": lambda stage: file_of(stage, stage.piet),
        "requests": lambda stage: stage.show("requests"),
        "handover": lambda stage: _handover(stage, stage.piet),
        "declarations": _declarations_with_question,
        "settings": lambda stage: stage.show("settings", Role.MANAGER),
    }
    return [Shot(f"{folder}/{name}", show) for name, show in shows.items()]


def screen_shots() -> list[Shot]:
    """What else the screens can show."""
    return [
        *main_shots("screens"),
        *_planning_shots(),
        Shot("screens/guests-nobody-chosen", lambda stage: stage.show("guests", Role.MANAGER)),
        Shot("screens/guests-search", _guests_search),
        Shot("screens/guests-none-found", _guests_none_found),
        Shot("screens/guests-bsn", _guests_bsn),
        Shot("screens/requests-list", _requests_list),
        Shot("screens/search", _search),
        Shot("screens/search-nothing", _search_nothing),
        Shot("screens/handover-arrival", _handover_arrival),
        Shot("screens/handover-other-house", lambda stage: _handover_place(stage, 1)),
        Shot("screens/handover-one-bed", lambda stage: _handover_place(stage, 2)),
        Shot("screens/handover-night", _handover_night),
        *_declaration_shots(),
        Shot("screens/settings-audit", _settings_audit),
        Shot("screens/settings-retention", retention_tab),
        Shot("screens/settings-house", _settings_house),
        Shot("screens/settings-payers", _settings_payers),
        Shot("screens/settings-administrator", lambda stage: stage.show("settings", Role.ADMINISTRATOR)),
    ]


def _planning_shots() -> list[Shot]:
    zooms = [Shot(f"screens/planning-{zoom.name.lower()}", partial(_planning_zoom, zoom=zoom)) for zoom in Zoom]
    return [
        *zooms,
        Shot("screens/planning-arrival", _planning_arrival),
        Shot("screens/planning-ghost", _planning_ghost),
        Shot("screens/planning-carry", _planning_carry),
        Shot("screens/planning-menu", _planning_menu),
        Shot("screens/planning-refused", _planning_refused),
    ]


def _declaration_shots() -> list[Shot]:
    wanted: dict[str, Callable[[PayerGroup], bool]] = {
        "lump-sum": lambda group: group.arrangement is Arrangement.LUMP_SUM,
        "ready": lambda group: group.is_ready and group.guests > 3,
        "no-payer": lambda group: group.payer_id is None,
        "private": lambda group: group.key.split(":")[2] == "private",
    }
    shots = [Shot(f"screens/declarations-{name}", partial(_declarations, want=want)) for name, want in wanted.items()]
    return [*shots, Shot("screens/declarations-month-open", _declarations_now)]


# --- planning


def _planning_selected(stage: Stage) -> QWidget:
    screen = stage.screen_of("planning")
    screen.chart.view.set_zoom(Zoom.MONTH)
    screen.chart.view.show_today()
    screen.show_booking(stage.present().booking_id)
    screen.chart.view.setFocus()
    return stage.workplace().window


def _planning_zoom(stage: Stage, zoom: Zoom) -> QWidget:
    _planning_selected(stage)
    stage.screen_of("planning").chart.view.set_zoom(zoom)
    return stage.workplace().window


def _planning_arrival(stage: Stage) -> QWidget:
    """What is missing before the guest may come in."""
    screen = stage.screen_of("planning")
    screen.chart.view.set_zoom(Zoom.MONTH)
    screen.chart.view.show_today()
    screen.show_booking(stage.arrival(complete=False).booking_id)
    return stage.workplace().window


def _planning_ghost(stage: Stage) -> QWidget:
    """A stay in the hand, over another's bed."""
    _planning_arrival(stage)
    screen = stage.screen_of("planning")
    screen.chart.view.setFocus()
    QTest.keyClick(screen.chart.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    return stage.workplace().window


def _planning_carry(stage: Stage) -> QWidget:
    """A waiting family in the hand, over the first bed that suits."""
    screen = stage.screen_of("planning")
    screen.chart.view.mouse.cancel()
    screen.waiting.cards()[0].chosen.emit()
    return stage.workplace().window


def _planning_menu(stage: Stage) -> QWidget:
    screen = stage.screen_of("planning")
    screen.chart.view.mouse.cancel()
    screen.chart.view.menu_wished.emit(stage.present().booking_id, QPoint(600, 300))
    windows = QApplication.topLevelWidgets()
    return first(windows, lambda one: isinstance(one, QMenu) and one.isVisible(), "open menu")


def _planning_refused(stage: Stage) -> QWidget:
    """Dropped where another sleeps: the sentence above the chart."""
    _planning_ghost(stage)
    QTest.keyClick(stage.screen_of("planning").chart.view, Qt.Key.Key_Return)
    return stage.workplace().window


# --- guests


def file_of(stage: Stage, guest_id: int, role: Role = Role.COORDINATOR, tab: int = 0) -> QWidget:
    screen = stage.screen_of("guests", role)
    screen.panel.clear_search()
    screen.open_guest(guest_id)
    screen.view.pages.setCurrentIndex(tab)
    return stage.workplace(role).window


def file_shots() -> list[Shot]:
    """Each tab of a full file and of one that was just opened."""
    full = [Shot(f"files/piet-{name}", partial(_tab, who="piet", tab=tab)) for tab, name in enumerate(TABS)]
    empty = [Shot(f"files/newcomer-{name}", partial(_tab, who="newcomer", tab=tab)) for tab, name in enumerate(TABS)]
    course = Shot("files/measured-carer", partial(_tab, who="measured", tab=TABS.index("carer")))
    return [*full, *empty, course]


def _tab(stage: Stage, who: str, tab: int) -> QWidget:
    return file_of(stage, getattr(stage, who), Role.MANAGER, tab)


def _guests_search(stage: Stage) -> QWidget:
    """Two with one name: the list must keep them apart."""
    screen = stage.screen_of("guests")
    screen.panel.search.setText("janssen")
    return stage.workplace().window


def _guests_none_found(stage: Stage) -> QWidget:
    screen = stage.screen_of("guests", Role.MANAGER)
    screen.panel.search.setText("xyz")
    return stage.workplace(Role.MANAGER).window


def _guests_bsn(stage: Stage) -> QWidget:
    window = file_of(stage, stage.piet)
    stage.screen_of("guests").view.head.bsn_button.click()
    return window


# --- requests, search, handover


def _requests_list(stage: Stage) -> QWidget:
    screen = stage.screen_of("requests", Role.MANAGER)
    screen.view_choice.set_current(1)
    screen.view_choice.changed.emit(1)
    return stage.workplace(Role.MANAGER).window


def _search(stage: Stage) -> QWidget:
    return _searched(stage, "ja")


def _search_nothing(stage: Stage) -> QWidget:
    return _searched(stage, "xyzzy")


def _searched(stage: Stage, words: str) -> QWidget:
    window = stage.show("today")
    line = stage.workplace().search.line
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, words)
    return window


def _handover(stage: Stage, guest_id: int, place: int = 0) -> QWidget:
    screen = stage.screen_of("handover", Role.CARE)
    screen.place_choice.setCurrentIndex(place)
    screen.show_guest(guest_id)
    return stage.workplace(Role.CARE).window


def _handover_arrival(stage: Stage) -> QWidget:
    return _handover(stage, stage.arrival(complete=False).guest_id)


def _handover_place(stage: Stage, place: int) -> QWidget:
    return _handover(stage, 0, place)


def _handover_night(stage: Stage) -> QWidget:
    """The night that has not begun: nothing was written in it yet."""
    window = _handover(stage, stage.piet)
    screen = stage.screen_of("handover", Role.CARE)
    screen.shift_choice.set_current(2)
    screen.shift_choice.changed.emit(2)
    come_to_rest()
    return window


# --- declarations


def _declarations_with_question(stage: Stage) -> QWidget:
    return _declarations(stage, lambda group: bool(group.questions) and bool(group.lines))


def _declarations(stage: Stage, want: Callable[[PayerGroup], bool]) -> QWidget:
    """The month before, at the first payer of this kind."""
    screen = stage.screen_of("declarations", Role.ADMINISTRATOR)
    screen.show_month(Month.of(stage.clock.today()).previous())
    come_to_rest()
    group = first(screen.groups, want, "payer of this kind")
    screen.payers.select(group.key)
    screen.payers.chosen.emit(group.key)
    screen.payers.focus_selected()
    return stage.workplace(Role.ADMINISTRATOR).window


def _declarations_now(stage: Stage) -> QWidget:
    """A month that is not over cannot be fixed."""
    screen = stage.screen_of("declarations", Role.ADMINISTRATOR)
    screen.show_month(Month.of(stage.clock.today()))
    return stage.workplace(Role.ADMINISTRATOR).window


# --- settings


def _settings_audit(stage: Stage) -> QWidget:
    """Every line before this one was written by taking the pictures before this one."""
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.audit)
    return stage.workplace(Role.MANAGER).window


def _settings_house(stage: Stage) -> QWidget:
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.house)
    return stage.workplace(Role.MANAGER).window


def _settings_payers(stage: Stage) -> QWidget:
    screen = stage.screen_of("settings", Role.MANAGER)
    screen.pages.setCurrentWidget(screen.payers)
    return stage.workplace(Role.MANAGER).window


# --- per role, and empty ----------------------------------------------------------------------------------------


def role_shots() -> list[Shot]:
    """What the other roles see of the same screens."""
    return list(_role_shots())


def _role_shots() -> Iterator[Shot]:
    for role, screens in ALSO.items():
        for name in screens:
            show = partial(_piet_for, role=role) if name == "guests" else partial(Stage.show, screen_id=name, role=role)
            yield Shot(f"roles/{name}-{role.value}", show)


def _piet_for(stage: Stage, role: Role) -> QWidget:
    return file_of(stage, stage.piet, role)


def empty_shots() -> list[Shot]:
    """A house of a minute old: each screen says what to do first."""
    return [Shot(f"empty/{name}", partial(_empty, screen_id=name)) for name in MAIN]


def _empty(stage: Stage, screen_id: str) -> QWidget:
    place = stage.empty_workplace()
    place.show_screen(screen_id)
    return place.window
