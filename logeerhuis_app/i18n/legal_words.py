"""Who decides for a guest and what was laid down, in words: one source for screens and papers."""

from datetime import date

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.legal import ABOUT_MONEY_ONLY, Directive, Seen
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.legal import CapacityRow, DirectiveRow, LegalRow, LivingWillRow, RepresentativeRow

_NO_BREAK = "\u00a0"
"""A telephone number stays on one line."""


def representation_words(legal: LegalRow, today: date) -> str:
    """«Margreet (partner), 06 1234 5678»; else which of the empties it is."""
    holding = [row for row in legal.representatives if row.holds_on(today)]
    care = [row for row in holding if row.kind not in ABOUT_MONEY_ONLY]
    if holding:
        return "; ".join(_named(row) for row in care or holding)
    return {
        AnswerState.NONE: _("nobody: asked"),
        AnswerState.UNKNOWN: _("asked, unknown"),
        AnswerState.NOT_ASKED: _("not asked"),
        AnswerState.GIVEN: _("nobody at this moment"),
    }[legal.representation_state]


def is_representation_known(legal: LegalRow) -> bool:
    return legal.representation_state in {AnswerState.GIVEN, AnswerState.NONE}


def representative_lines(row: RepresentativeRow) -> list[str]:
    """The ground, the number, the term, the paper, the note: a line each."""
    paper = "" if row.paper is Seen.NOT_ASKED else label(row.paper)
    return [part for part in (label(row.kind), row.phone, _term(row), paper, row.note) if part]


def capacity_words(row: CapacityRow) -> str:
    """«kan dit zelf beslissen (huisarts, 03-11-2026)»."""
    on = date_numeric(row.judged_on) if row.judged_on else ""
    by = ", ".join(part for part in (row.judged_by, on) if part)
    return f"{row.judgement} ({by})" if by else row.judgement


def directive_words(row: DirectiveRow) -> str:
    """«niet», «anders: alleen voor een breuk», «niet besproken»."""
    words = label(row.decision)
    return _("{decision}: {text}").format(decision=words, text=row.text) if row.text else words


def limits(legal: LegalRow) -> list[DirectiveRow]:
    """What care must know: every treatment that is not simply given."""
    return [row for row in legal.directives if row.decision in {Directive.NO, Directive.OTHER}]


def limits_words(legal: LegalRow) -> str:
    """«ziekenhuisopname: niet; antibiotica: anders: alleen tabletten»; empty where nothing was limited."""
    return "; ".join(f"{label(row.treatment)}: {directive_words(row)}" for row in limits(legal))


def is_nothing_discussed(legal: LegalRow) -> bool:
    return all(row.decision is Directive.NOT_DISCUSSED for row in legal.directives)


def will_words(row: LivingWillRow) -> str:
    """«van 03-11-2020 · papier gezien · ligt bij de huisarts»."""
    dated = _("of {date}").format(date=date_numeric(row.dated_on)) if row.dated_on else _("date not filled in")
    paper = "" if row.paper is Seen.NOT_ASKED else label(row.paper)
    return " · ".join(part for part in (dated, paper, row.text) if part)


def wzd_words(legal: LegalRow) -> str:
    if legal.wzd_status is None:
        return _("not asked")
    words = label(legal.wzd_status)
    return _("{decision}: {text}").format(decision=words, text=legal.wzd_text) if legal.wzd_text else words


def _named(row: RepresentativeRow) -> str:
    words = f"{row.name} ({label(row.kind)})"
    return f"{words}, {row.phone.replace(' ', _NO_BREAK)}" if row.phone else words


def _term(row: RepresentativeRow) -> str:
    if row.valid_from is None and row.valid_until is None:
        return ""
    start = date_numeric(row.valid_from) if row.valid_from else "…"
    return f"{start} – {date_numeric(row.valid_until) if row.valid_until else '…'}"
