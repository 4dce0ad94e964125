"""Estimated at the talk, seen in the stays, and how far they lie apart."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric, period
from logeerhuis_app.i18n.need_words import need_lines
from logeerhuis_app.services.rows.intake import CareNeed, EstimateRow, ObservedRow
from logeerhuis_app.ui.guests.parts import Deed, add_button, buttons_row
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.label import Label, Role

MOST_STAYS = 3


def need_card(need: CareNeed, deed: Deed | None) -> Card:
    """The latest stays of which somebody said what care they took; ``deed`` writes it down of the latest stay."""
    card = Card(_("Care need: estimated and seen"))
    card.add(Label(_estimate_words(need.estimate), Role.MUTE, wraps=True))
    seen = [row for row in need.stays if row.version][:MOST_STAYS]
    for row in seen:
        card.add(*_stay(need.estimate, row))
    if not seen:
        card.add(Label(_("Of no stay was written down what care it took."), Role.MISSING, wraps=True))
    if deed is not None and need.stays:
        words = _("Care of {stay}").format(stay=period(need.stays[0].arrival, need.stays[0].departure))
        card.add(buttons_row(add_button(words, deed)))
    return card


def _estimate_words(estimate: EstimateRow) -> str:
    if estimate.held_on is None:
        return _("No care need was estimated at a talk yet.")
    words = _("Estimated at the talk of {date}.").format(date=date_numeric(estimate.held_on))
    return f"{words} {estimate.estimate_why}".strip()


def _stay(estimate: EstimateRow, row: ObservedRow) -> list[QWidget]:
    stay = period(row.arrival, row.departure)
    headings = [stay, _("Estimated"), _("Seen"), _("Difference")]
    table = FactTable(headings, wraps=(0, 1, 2, 3), name=_("Care need, {stay}").format(stay=stay))
    table.show_rows(need_lines(estimate, row))
    parts: list[QWidget] = [table]
    if row.seen_why:
        why = _("Why: {reason} ({user})").format(reason=row.seen_why, user=row.recorded_by)
        parts.append(Label(why, Role.BODY, wraps=True))
    return parts
