"""Retention: which files fall due, why some cannot go yet, and what was destroyed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.domain.retention import Part, Terms
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.i18n.retention_words import obstacle_words
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.removal import due_list, proof_sheet, removal_sheet
from logeerhuis_app.services.rows.retention import DestructionRow, DueList, DueRow, RemovalSheet
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.rights.access_dialog import AccessDialog
from logeerhuis_app.ui.rights.destroy_dialog import DestroyDialog
from logeerhuis_app.ui.rights.request_dialogs import KeepDialog, TermsDialog
from logeerhuis_app.ui.settings.paper_saving import Build, PaperSaving
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role


class RetentionTab(GrowingScrollArea):
    """What falls due above with what can be done about it, the protocol and the terms below."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self._column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self._column.setSpacing(px(14))
        self._operations = operations
        self.list = DueList((), (), Terms())
        self.paper = PaperSaving(self)
        self.paper.said.connect(self.said)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read again, and keep the same file chosen."""
        before = self.chosen()
        self.list = self._operations.read(due_list)
        rows = self.list.rows
        self.table.show_rows([_words(row, self._operations.door) for row in rows])
        ids = [(row.guest_id, row.part) for row in rows]
        if rows:
            self.table.selectRow(
                ids.index((before.guest_id, before.part)) if before and (before.guest_id, before.part) in ids else 0
            )
        self.protocol.show_rows([_destroyed(row) for row in self.list.destroyed])
        if self.list.destroyed:
            self.protocol.selectRow(0)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._protocol_card.setVisible(bool(self.list.destroyed))
        self._terms.setText(_terms_words(self.list.terms))
        self._show_deeds()

    def chosen(self) -> DueRow | None:
        place = self.table.currentRow()
        return self.list.rows[place] if 0 <= place < len(self.list.rows) else None

    def take_focus(self) -> None:
        first = self.table if self.list.rows else self.terms_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete opens the destruction of the chosen file, Enter keeps it longer."""
        deeds = {
            Qt.Key.Key_Delete: self.destroy_button,
            Qt.Key.Key_Return: self.keep_button,
            Qt.Key.Key_Enter: self.keep_button,
        }
        button = deeds.get(Qt.Key(event.key())) if not event.modifiers() else None
        if button is None:
            super().keyPressEvent(event)
        elif button.isEnabled() and button.isVisible():
            button.click()

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        due = Card(_("What falls due"), _("this year or before, and what guests asked for"))
        headings = [_("Guest"), _("What"), _("Due"), _("Why not yet")]
        self.table = FactTable(headings, wraps=(0, 3), name=_("What falls due"))
        self.nothing = Label(
            _("Nothing falls due this year, and no guest asked to have a file destroyed."), Role.MUTE, wraps=True
        )
        self.destroy_button = Button(_("Destroy the care file…"))
        self.keep_button = Button(_("Keep longer…"))
        self._finance = Label(_finance_words(), Role.SMALL, wraps=True)
        self.deeds = FlowArea(tokens.SPACE_2)
        self.deeds.add(self.destroy_button, self.keep_button)
        due.add(self.table, self.nothing, self.deeds, self._finance)
        self._protocol_card = Card(_("Destroyed files"), _("the protocol"))
        headings = [_("Proof"), _("Guest number"), _("On"), _("Ground"), _("By"), _("In backups until")]
        self.protocol = FactTable(headings, wraps=(3, 4), name=_("Destroyed files"))
        self.proof_button = Button(_("Save the proof as PDF…"), icon="print")
        proof = FlowArea(tokens.SPACE_2)
        proof.add(self.proof_button)
        self._protocol_card.add(self.protocol, proof)
        terms = Card(_("How long this house keeps files"))
        self._terms = Label("", wraps=True)
        self.terms_button = Button(_("Change the terms…"), icon="edit")
        line = FlowArea(tokens.SPACE_2)
        line.add(self.terms_button)
        terms.add(self._terms, line)
        for card in (due, self._protocol_card, terms):
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_deeds)
        self.destroy_button.clicked.connect(self._destroy)
        self.keep_button.clicked.connect(self._keep)
        self.terms_button.clicked.connect(
            lambda: self._open(TermsDialog(self._operations, self.window(), self.list.terms))
        )
        self.proof_button.clicked.connect(self._save_proof)

    def _show_deeds(self) -> None:
        row = self.chosen()
        is_care = row is not None and row.part is Part.CARE
        self.deeds.setVisible(is_care)
        self._finance.setVisible(row is not None and not is_care)

    def _destroy(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        dialog = DestroyDialog(self._operations, self.window(), sheet)
        dialog.access_wished.connect(partial(self._give_access, sheet))
        dialog.saved.connect(lambda _changes: self.said.emit(_("The care file is destroyed. Save the proof.")))
        self._open(dialog)

    def _give_access(self, sheet: RemovalSheet) -> None:
        self._open(AccessDialog(self._operations, self.window(), sheet.guest_id, sheet.guest_no, sheet.name))

    def _keep(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self._open(KeepDialog(self._operations, self.window(), sheet))

    def _sheet(self) -> RemovalSheet | None:
        row = self.chosen()
        return self._operations.read(partial(_removal, guest_id=row.guest_id)) if row is not None else None

    def _save_proof(self) -> None:
        row = self.list.destroyed[max(0, self.protocol.currentRow())]
        name = _("destruction-{number}.pdf").format(number=row.number)
        self.paper.ask(_("Save the proof of destruction"), name, partial(self.make_proof, row.destruction_id))

    def make_proof(self, destruction_id: int) -> Build:
        from logeerhuis_app.reports.destruction_proof import build_destruction_proof

        sheet = self._operations.read(lambda door: proof_sheet(door, destruction_id))
        return lambda out: build_destruction_proof(sheet, out)

    def _open(self, dialog: FileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self.reload)
        dialog.open()


def _removal(door: Door, guest_id: int) -> RemovalSheet:
    return removal_sheet(door, guest_id)


def _words(row: DueRow, door: Door) -> list[str]:
    """«Piet van den Berg, 14-03-1949 (0113)», «zorgdossier, op verzoek», «22-11-2046», «er is een verblijf gepland»."""
    who = f"{row.name}, {birth_words(row.born)} ({row.guest_no})"
    what = _("{part}, on request").format(part=label(row.part)) if row.has_request else label(row.part)
    day = date_numeric(row.day) if row.day is not None else _("not known")
    return [who, what, day, _why(row, door)]


def _why(row: DueRow, door: Door) -> str:
    if row.part is Part.FINANCE:
        is_over = row.day is not None and row.day <= door.clock.today()
        return _("may go after talking to the accountant") if is_over else _("the retention period runs")
    return ", ".join(obstacle_words(one.value) for one in row.obstacles) or _("can go now")


def _destroyed(row: DestructionRow) -> list[str]:
    until = date_numeric(row.backups_until)
    return [row.number, row.guest_no, date_numeric(row.destroyed_on), label(row.ground), row.decided_by, until]


def _terms_words(terms: Terms) -> str:
    care = ngettext("{n} year", "{n} years", terms.care_years).format(n=number(terms.care_years))
    finance = ngettext("{n} year", "{n} years", terms.finance_years).format(n=number(terms.finance_years))
    return _(
        "Care files: {care} after the last change or stay (Wgbo, art. 7:454 BW). "
        "Finance: {finance} after the end of the book year, a setting of this house with the tax office in mind."
    ).format(care=care, finance=finance)


def _finance_words() -> str:
    return _(
        "What was declared is a locked copy, and the program does not take it away. Ask the accountant what may go."
    )
