"""The proof that a care file was destroyed: one page, and no name on it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import BinaryIO

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.file_words import removed_words
from logeerhuis_app.i18n.format import date_long
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.base import MARGIN, PORTRAIT, About, Footer, Page, Placed, write_pages
from logeerhuis_app.reports.flowables import Columns, Gap, Part, Rule, Stack, Text
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import BODY, BODY_MUTE, NAME
from logeerhuis_app.services.rows.retention import ProofSheet

WIDTH = PORTRAIT[0] - 2 * MARGIN
TOP = PORTRAIT[1] - 48.0
NAME_WIDTH = 132.0


def build_destruction_proof(sheet: ProofSheet, out: BinaryIO) -> None:
    title = _("Proof of destruction {number}").format(number=sheet.row.number)
    part = Stack((Text(safe(title), NAME), Gap(6), Text(safe(_intro(sheet)), BODY), Gap(10), *_lines(sheet)))
    made = _("Made {day} by {name}").format(day=date_long(sheet.today), name=sheet.made_by)
    page = Page(PORTRAIT, (Placed(part, MARGIN, TOP, WIDTH),), Footer((made,), sheet.house), title)
    at = datetime.combine(sheet.today, time(), UTC)
    write_pages([page], About(title, sheet.house, at, sheet.is_practice), out)


def _intro(sheet: ProofSheet) -> str:
    return _("{house} destroyed the care file of guest {no} for good.").format(house=sheet.house, no=sheet.row.guest_no)


def _lines(sheet: ProofSheet) -> Iterator[Part]:
    row = sheet.row
    finance = _("guest number, payer, nights, and the declarations as they were sent")
    if row.finance_until is not None:
        finance = _("{kept}, until {date}").format(kept=finance, date=date_long(row.finance_until))
    backups = _("at the latest on {date} the last backup of the house that still holds the file is gone")
    facts = (
        (_("Destroyed on"), date_long(row.destroyed_on)),
        (_("Ground"), label(row.ground)),
        (_("Decided by"), row.decided_by),
        (_("What went"), removed_words(row.removed)),
        (_("What stayed"), finance),
        (_("Backups"), backups.format(date=date_long(row.backups_until))),
    )
    for name, words in facts:
        cells = (Text(safe(name), BODY_MUTE), Text(safe(words), BODY))
        yield Stack((Gap(4), Columns(cells, (NAME_WIDTH, 0), gap=10), Gap(4), Rule()))
