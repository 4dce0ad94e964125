"""What a Barthel or a Katz says, in words: one source for screen and print.

The words of the points are the house's own short ones, after the forms of C. Collin and others (1988) and S. Katz and
others (1963). The Barthel asks what the guest does, not what the guest could do: who needs somebody near does not do it
alone.
"""

from datetime import date

from logeerhuis_app.domain.care_scores import MOST_POINTS, Score, ScoreItem, ScoreKind
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label

_INCONTINENT = (N_("incontinent"), N_("an accident now and then"), N_("continent"))
_HELP = (N_("needs help"), N_("does it alone"))
_SOME_HELP = (N_("not without full help"), N_("with some help"), N_("does it alone"))
_POINTS: dict[ScoreItem, tuple[str, ...]] = {
    ScoreItem.BOWELS: _INCONTINENT,
    ScoreItem.BLADDER: (N_("incontinent, or a catheter that others care for"), *_INCONTINENT[1:]),
    ScoreItem.GROOMING: _HELP,
    ScoreItem.TOILET: _SOME_HELP,
    ScoreItem.FEEDING: (N_("is fed"), N_("with help, for example cutting"), N_("does it alone")),
    ScoreItem.TRANSFER: (
        N_("not possible"),
        N_("with much help, of one or two"),
        N_("with little help, or words"),
        N_("does it alone"),
    ),
    ScoreItem.MOBILITY: (
        N_("does not move about"),
        N_("alone in the wheelchair"),
        N_("walks with the help of one"),
        N_("walks alone, also with an aid"),
    ),
    ScoreItem.DRESSING: (N_("not without full help"), N_("does half of it"), N_("does it alone")),
    ScoreItem.STAIRS: _SOME_HELP,
    ScoreItem.BATHING: _HELP,
}


def points_words(kind: ScoreKind, item: ScoreItem, points: int) -> str:
    """«2: met weinig hulp, of woorden»."""
    words = _HELP if kind is ScoreKind.KATZ else _POINTS[item]
    return _("{points}: {words}").format(points=number(points), words=_(words[points]))


def total_words(score: Score) -> str:
    """«Barthel 14 van 20: deels hulp nodig», «Barthel niet compleet: 7 van 10 gevraagd»; never a sum of some items."""
    name, total = label(score.kind), score.total
    if total is None:
        words = _("{score} not complete: {n} of {all} items")
        return words.format(score=name, n=number(len(score.items)), all=number(score.asked))
    said = _("{score} {total} of {most}").format(score=name, total=number(total), most=number(score.most))
    band = score.score_class
    return said if band is None else _("{score}: {words}").format(score=said, words=label(band))


def item_lines(score: Score) -> list[str]:
    """Each item with its points in words; an open one says so."""
    return [_("{item}: {words}").format(item=label(item), words=_item(score, item)) for item in MOST_POINTS[score.kind]]


def _item(score: Score, item: ScoreItem) -> str:
    return points_words(score.kind, item, score.items[item]) if item in score.items else _("not scored")


def ended_words(ended_on: date | None, why: str) -> str:
    """«telt niet meer sinds 22-11-2026: verkeerde gast»; empty while it counts."""
    if ended_on is None:
        return ""
    return _("does not count since {date}: {reason}").format(date=date_numeric(ended_on), reason=why)
