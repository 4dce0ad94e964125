"""How much care it is, in words, and how far what was seen lies from what was estimated."""

from collections.abc import Callable

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import code_words
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.rows.intake import EstimateRow, ObservedRow

NEEDS = QUESTIONS[CareTopic.ADL_OVERALL].codes
"""From the least care to the most."""


def need_lines(estimate: EstimateRow, seen: ObservedRow) -> list[list[str]]:
    """What it is about, estimated, seen, and the difference; three lines."""
    return [
        [
            _("Care need as a whole"),
            adl_words(estimate.estimate_adl) or _("not estimated"),
            adl_words(seen.seen_adl) or _("not written down"),
            _adl_difference(estimate.estimate_adl, seen.seen_adl),
        ],
        [
            _("Minutes of care a day"),
            _minutes(estimate.estimate_minutes) or _("not estimated"),
            _minutes(seen.seen_minutes) or _("not written down"),
            _difference(estimate.estimate_minutes, seen.seen_minutes, _minutes),
        ],
        [
            _("Times of help in a night"),
            _times(estimate.estimate_nightly) or _("not estimated"),
            _times(seen.seen_nightly) or _("not written down"),
            _difference(estimate.estimate_nightly, seen.seen_nightly, _times),
        ],
    ]


def adl_words(code: str) -> str:
    return code_words(CareTopic.ADL_OVERALL, code) if code else ""


def _adl_difference(estimated: str, seen: str) -> str:
    if estimated not in NEEDS or seen not in NEEDS:
        return "–"
    step = NEEDS.index(seen) - NEEDS.index(estimated)
    if step == 0:
        return _("as estimated")
    return _("more care than estimated") if step > 0 else _("less care than estimated")


def _difference(estimated: int | None, seen: int | None, words: Callable[[int], str]) -> str:
    if estimated is None or seen is None:
        return "–"
    if seen == estimated:
        return _("as estimated")
    told = words(abs(seen - estimated))
    return _("{amount} more").format(amount=told) if seen > estimated else _("{amount} less").format(amount=told)


def _minutes(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes))


def _times(times: int | None) -> str:
    if times is None:
        return ""
    return ngettext("{n} time", "{n} times", times).format(n=number(times))
