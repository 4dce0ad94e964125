"""Settings: a tab for each part of the house; the manager has them all, the administrator the payers and rates."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.settings.audit_tab import AuditTab
from logeerhuis_app.ui.settings.house_tab import HouseTab
from logeerhuis_app.ui.settings.payers_tab import PayersTab
from logeerhuis_app.ui.settings.retention_tab import RetentionTab
from logeerhuis_app.ui.settings.users_tab import UsersTab
from logeerhuis_app.ui.style import px

Page = UsersTab | AuditTab | HouseTab | PayersTab | RetentionTab


class SettingsScreen(Screen):
    """Arranges the tabs; each of them reads its rows when it is looked at."""

    said = Signal(str)  # a sentence for the message bar

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setExpanding(False)
        self.pages.setAccessibleName(_("Parts of the settings"))
        self.users = UsersTab(operations)
        self.audit = AuditTab(operations)
        self.house = HouseTab(operations)
        self.payers = PayersTab(operations)
        self.retention = RetentionTab(operations)
        parts: tuple[tuple[UseCase, Page, str], ...] = (
            (UseCase.MANAGE_USERS, self.users, _("Users")),
            (UseCase.SEE_AUDIT, self.audit, _("Who saw what")),
            (UseCase.CHANGE_HOUSE, self.house, _("House and beds")),
            (UseCase.CHANGE_PAYERS, self.payers, _("Payers and rates")),
            (UseCase.SEE_RETENTION, self.retention, _("Retention")),
        )
        for use_case, tab, name in parts:
            tab.said.connect(self.said)
            place = self.pages.addTab(tab, name)
            self.pages.setTabVisible(place, operations.door.may(use_case))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), 0)
        column.addWidget(self.pages)
        self.pages.currentChanged.connect(self._show_page)
        operations.changed.connect(self._hear)

    def activate(self) -> None:
        self._show_page()
        self._tab().take_focus()

    def show_page(self, page: str) -> None:
        """By the name of the tab: users, audit, house, payers, retention; one that this role may see."""
        self.pages.setCurrentWidget(getattr(self, page))
        self._tab().take_focus()

    def make_recovery_code(self) -> None:
        """Asked for from a message: the page with the codes, and where to put the paper."""
        self.pages.setCurrentWidget(self.users)
        self.users.ask_code()

    def print_page(self) -> None:
        """Ctrl+P: the log as it is filtered."""
        if self._tab() is self.audit:
            self.audit.print_page()

    def key_help(self) -> Sequence[tuple[str, str]]:
        if not self._operations.door.may(UseCase.MANAGE_USERS):
            return (("Insert", _("New payer")), ("Enter", _("To the contracts")))
        return (
            ("↑ ↓", _("Choose a user")),
            ("Insert", _("New user")),
            ("Enter", _("Change name and role of the chosen user")),
            ("Delete", _("Block the chosen user")),
        )

    def _tab(self) -> Page:
        tabs: tuple[Page, ...] = (self.users, self.audit, self.house, self.payers, self.retention)
        return next(tab for tab in tabs if tab is self.pages.currentWidget())

    def _show_page(self) -> None:
        self._tab().reload()

    def _hear(self, changes: Changes, _origin: object) -> None:
        is_shown_here = changes.topics & (Topic.HOUSE | Topic.GUESTS | Topic.BOOKINGS)
        if is_shown_here and self.isVisible() and self._tab() is not self.audit:
            self._tab().reload()
