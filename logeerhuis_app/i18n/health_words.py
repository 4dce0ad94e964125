"""Conditions and reactions in words, put together from what was chosen and what was typed."""

from collections.abc import Sequence
from typing import Protocol

from logeerhuis_app.domain.health import DementiaStage, ProblemKind, Reaction, Verification
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import partial_words


class Condition(Protocol):
    """What a row of a problem says."""

    @property
    def kind(self) -> ProblemKind: ...
    @property
    def name(self) -> str: ...
    @property
    def stage(self) -> DementiaStage | None: ...


def problem_words(row: Condition) -> str:
    """«dementie (gevorderd)», «beroerte, links»: the kind with its stage, or what was typed."""
    kind = "" if row.kind is ProblemKind.OTHER else label(row.kind)
    if row.stage is not None:
        kind = f"{kind} ({label(row.stage)})"
    return ", ".join(part for part in (kind, row.name) if part)


def course_words(started: PartialDate | None, ended: PartialDate | None, verification: Verification | None) -> str:
    """«sinds 2019 · vastgesteld door een arts»."""
    since = _("since {date}").format(date=partial_words(started)) if started else ""
    until = _("until {date}").format(date=partial_words(ended)) if ended else ""
    sure = label(verification) if verification is not None else ""
    return " · ".join(part for part in (since, until, sure) if part)


def reaction_words(reactions: Sequence[Reaction], own_words: str) -> str:
    """«anafylaxie, galbulten, op de armen»."""
    return ", ".join([*(label(one) for one in reactions), *([own_words] if own_words else [])])
