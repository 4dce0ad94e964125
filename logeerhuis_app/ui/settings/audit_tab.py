"""Who saw what: the record of actions by guest, user, period and kind; on paper for the guest who asks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import LogBroken, UserFacingError
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.audit_words import KINDS
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import clock_time, moment, number
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.audit_chain import LogState, look_through_log
from logeerhuis_app.services.queries.audit_log import PAGE, audit_page, audit_sheet, audit_users
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.rows.audit import AuditFilter, AuditPage, AuditRow
from logeerhuis_app.services.rows.guest import GuestListRow
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.paper_saving import Build, PaperSaving
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker
from logeerhuis_app.ui.widgets.label import Label, Role

MOST_FOUND = 8


class AuditTab(GrowingScrollArea):
    """The questions above, the answers by pages below, the latest first."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self._column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self._column.setSpacing(px(14))
        self._operations = operations
        self.page = AuditPage((), 0, 0)
        self.paper = PaperSaving(self)
        self.paper.said.connect(self.said)
        self._build()
        self._connect()

    def reload(self) -> None:
        """From the newest line on; the chain is looked through once, off the window's thread."""
        self._fill_users()
        self.show_page(0)
        if not self.chain.text():
            self._check_chain()

    def show_page(self, offset: int) -> None:
        asked = self.asked()
        self.page = self._operations.read(lambda door: audit_page(door, asked, offset))
        self.table.show_rows([_words(row) for row in self.page.rows])
        self.table.setVisible(bool(self.page.rows))
        self.nothing.setVisible(not self.page.rows)
        self._card.hint.setText(self._count_words())
        self._card.hint.show()
        self.newer.setEnabled(offset > 0)
        self.older.setEnabled(offset + PAGE < self.page.total)
        self._pager.setVisible(self.page.total > PAGE)

    def asked(self) -> AuditFilter:
        return AuditFilter(
            guest_id=self.guest.guest_id(),
            username=self.user.currentData(),
            first=self.first.value(),
            last=self.last.value(),
            kind=self.kind.currentData(),
        )

    def print_page(self) -> None:
        self.paper.ask(_("Save the log as PDF"), _("who-saw-what.pdf"), partial(self.make_paper, self.asked()))

    def make_paper(self, asked: AuditFilter) -> Build:
        from logeerhuis_app.reports.audit_report import build_audit_report

        sheet = self._operations.read(lambda door: audit_sheet(door, asked))
        return lambda out: build_audit_report(sheet, out)

    def take_focus(self) -> None:
        self.guest.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.guest = GuestPicker(self._find)
        self.user, self.kind = QComboBox(), QComboBox()
        clock = self._operations.door.clock
        self.first, self.last = DateField(clock, past=True), DateField(clock, past=True)
        self.kind.addItem(_("Everything"), None)
        for kind, words in KINDS.items():
            self.kind.addItem(_(words), kind)
        self.clear_button = Button(_("Show everything"))
        self.print_button = Button(_("Save as PDF…"), icon="print")
        self._column.addWidget(self._build_questions())
        self._card = Card(_("Who saw what"))
        self.chain = Label("", Role.SMALL, wraps=True)
        self.table = FactTable([_("When"), _("Who"), _("What"), _("Guest")], wraps=(2, 3), name=_("Who saw what"))
        self.nothing = Label(_("Nothing in the log fits this. Take a longer period or fewer conditions."), wraps=True)
        self._card.add(self.chain, self.table, self.nothing, self._build_pager())
        self._column.addWidget(self._card)
        self._column.addStretch(1)

    def _build_questions(self) -> Card:
        card = Card()
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(px(tokens.SPACE_4))
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(FormRow(_("&Guest"), self.guest), 2, top)
        first.addWidget(FormRow(_("&User"), self.user), 1, top)
        first.addWidget(FormRow(_("&What happened"), self.kind), 1, top)
        second.addWidget(FormRow(_("&From"), self.first), 1, top)
        second.addWidget(FormRow(_("Un&til"), self.last), 1, top)
        buttons = FlowArea(tokens.SPACE_2)
        buttons.add(self.clear_button, self.print_button)
        second.addWidget(buttons, 2, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(first)
        card.body.addLayout(second)
        return card

    def _build_pager(self) -> QWidget:
        self._pager = FlowArea(tokens.SPACE_2)
        self.newer = Button(_("Newer lines"), key="Ctrl+PgUp")
        self.older = Button(_("Older lines"), key="Ctrl+PgDown")
        self._pager.add(self.newer, self.older)
        return self._pager

    def _connect(self) -> None:
        self.guest.picked.connect(lambda _guest: self.show_page(0))
        self.guest.change_button.clicked.connect(lambda: self.show_page(0))
        self.user.activated.connect(lambda _place: self.show_page(0))
        self.kind.activated.connect(lambda _place: self.show_page(0))
        self.first.changed.connect(lambda _day: self.show_page(0))
        self.last.changed.connect(lambda _day: self.show_page(0))
        self.clear_button.clicked.connect(self.clear)
        self.print_button.clicked.connect(self.print_page)
        self.newer.clicked.connect(lambda: self.show_page(max(0, self.page.offset - PAGE)))
        self.older.clicked.connect(lambda: self.show_page(self.page.offset + PAGE))

    def clear(self) -> None:
        """No conditions any more."""
        self.guest.clear()
        self.user.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        for day in (self.first, self.last):
            day.set_value(None)
        self.show_page(0)

    def _fill_users(self) -> None:
        chosen = self.user.currentData()
        self.user.clear()
        self.user.addItem(_("Everybody"), None)
        for username, name in self._operations.read(audit_users):
            self.user.addItem(name, username)
        self.user.setCurrentIndex(max(0, self.user.findData(chosen)))

    def _find(self, text: str) -> Sequence[GuestListRow]:
        return self._operations.read(lambda door: guest_list(door, text, most=MOST_FOUND)).rows

    def _count_words(self) -> str:
        if self.page.total <= PAGE:
            return ngettext("{n} line", "{n} lines", self.page.total).format(n=number(self.page.total))
        first, last = self.page.offset + 1, self.page.offset + len(self.page.rows)
        return _("{first} to {last} of {total} lines, the latest first").format(
            first=number(first), last=number(last), total=number(self.page.total)
        )

    def _check_chain(self) -> None:
        self.chain.setText(_("The log is being checked…"))
        door = self._operations.door
        job = Job(lambda _job: _looked_through(door), self)
        job.finished.connect(self._show_chain)
        job.failed.connect(self._chain_not_read)
        job.start()

    def _show_chain(self, state: LogState) -> None:
        now = clock_time(house_time(self._operations.door.clock.now_utc()))
        self.chain.set_role(Role.PROBLEM if state.broken else Role.SMALL)
        if state.broken:
            self.chain.setText(error_text(LogBroken(state.broken)))
        else:
            whole = _("The log is whole: no line was changed or taken out, checked at {time}.")
            self.chain.setText(whole.format(time=now))

    def _chain_not_read(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.chain.setText(error_text(failure))


def _looked_through(door: Door) -> LogState:
    return look_through_log(door)


def _words(row: AuditRow) -> list[str]:
    return [moment(row.at_utc), row.who, row.what, row.guest]
