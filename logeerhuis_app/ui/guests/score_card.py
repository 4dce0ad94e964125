"""Barthel and Katz on the care tab: the latest of each with its day; older ones behind one line."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.score_words import ended_words, total_words
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.parts import add_button, buttons_row, item_card, list_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.more_section import MoreSection

Edit = Callable[[ScoreKind, ScoreRow | None], object]


def score_card(file: GuestFile, edit: Edit | None) -> Card:
    """With ``edit`` a score can be added, and one that counts opens."""
    latest = [row for row in (_latest(file, kind) for kind in ScoreKind) if row is not None]
    card = list_card(_("Barthel and Katz"), [_item(row, edit) for row in latest], _("No score was taken."))
    older = [row for row in file.scores if row not in latest]
    if older:
        words = ngettext("{n} older or withdrawn", "{n} older or withdrawn", len(older)).format(n=number(len(older)))
        more = MoreSection(words)
        for row in older:
            more.form.addWidget(_item(row, edit))
        card.add(more)
    if edit is not None:
        adds = [add_button(label(kind), lambda kind=kind: edit(kind, None)) for kind in ScoreKind]  # type: ignore[misc]
        card.add(buttons_row(*adds))
    return card


def _latest(file: GuestFile, kind: ScoreKind) -> ScoreRow | None:
    return next((row for row in file.scores if row.score.kind is kind and row.ended_on is None), None)


def _item(row: ScoreRow, edit: Edit | None) -> QWidget:
    seen = _("seen {date} by {name}").format(date=date_numeric(row.taken_on), name=row.recorded_by)
    deed = None if edit is None or row.ended_on is not None else lambda: edit(row.score.kind, row)
    return item_card(total_words(row.score), [seen, row.note], deed, problem=ended_words(row.ended_on, row.ended_why))
