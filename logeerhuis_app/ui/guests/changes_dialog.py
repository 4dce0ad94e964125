"""What changed in a file since the guest was last here: who, when, from what to what; safety first."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.file_changes import ChangeSection
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import capital, date_long, moment, number
from logeerhuis_app.i18n.record_words import section_words
from logeerhuis_app.services.rows.record import ChangeRow, FileChanges
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable


def changed_words(changes: FileChanges) -> str:
    """«5 dingen gewijzigd sinds 14 oktober»; empty where nothing changed, or there is nothing to compare."""
    if changes.since is None or not changes.rows:
        return ""
    count = len(changes.rows)
    words = ngettext("{n} thing changed since {date}", "{n} things changed since {date}", count)
    return words.format(n=number(count), date=date_long(changes.since))


class ChangesDialog(FormDialog):
    """To read; Esc closes it."""

    def __init__(self, guest: str, changes: FileChanges, parent: QWidget | None) -> None:
        title = _("Changed since the last stay of {guest}").format(guest=guest)
        super().__init__(title, parent, cancel_text=_("Close"), hint=changed_words(changes))
        self.save_button.hide()
        self.save_button.setDefault(False)
        self.tables: list[FactTable] = []
        for section, rows in groupby(changes.rows, key=lambda row: row.section):
            self.add_wide(self._card(section, rows))
        self.setMinimumWidth(px(820))
        self.cancel_button.setFocus()

    def _card(self, section: ChangeSection, rows: Iterable[ChangeRow]) -> Card:
        headings = [_("What"), _("Was"), _("Is now"), _("Who"), _("When")]
        table = FactTable(headings, wraps=(0, 1, 2), name=section_words(section))
        table.show_rows([_cells(row) for row in rows])
        self.tables.append(table)
        card = Card(section_words(section))
        card.add(table)
        return card


def _cells(row: ChangeRow) -> list[str]:
    now = row.new or _("is there no longer")
    if row.reason:
        now = _("{what}: {why}").format(what=now, why=row.reason)
    return [capital(row.what), row.old or "–", now, row.user, moment(row.at_utc)]
