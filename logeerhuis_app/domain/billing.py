"""A month's nights as declarations in the making: per payer their lines, questions and decisions.

One line is guest × payer × allocation × rate × calendar month, with all stays of the month added up
(iWmo TR416); its period is the month as far as the allocation is in force (TR387, TR388).
Each payable night stands on exactly one line, in exactly one question, or was decided away.

A night that turns up after its month was fixed for its payer is a line of its own on that payer's next
declaration; it keeps its own month and period. Nights of a month that was never fixed stay in that month.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.billing_facts import MonthFacts, PayerKey
from logeerhuis_app.domain.declaring import Billing, Choice, QuestionKind
from logeerhuis_app.domain.entitlement import Grant
from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.domain.lump_sums import LumpPart, lump_key, lump_parts
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.verdicts import Fate, Verdict, judge

CHOICES: dict[QuestionKind, tuple[Choice, ...]] = {
    QuestionKind.NO_PAYER: (Choice.OPEN_FILE, Choice.PRIVATE, Choice.NOT_DECLARED),
    QuestionKind.OUTSIDE_ALLOCATION: (Choice.ASK_EXTENSION, Choice.PRIVATE, Choice.NOT_DECLARED),
    QuestionKind.VOLUME_EXCEEDED: (
        Choice.ASK_EXTENSION,
        Choice.PRIVATE,
        Choice.NOT_DECLARED,
        Choice.DECLARE_ANYWAY,
    ),
    QuestionKind.NO_RATE: (Choice.OPEN_RATES, Choice.PRIVATE, Choice.NOT_DECLARED),
    QuestionKind.NO_CONTRACT: (Choice.OPEN_RATES, Choice.PRIVATE, Choice.NOT_DECLARED),
    QuestionKind.NO_BSN: (Choice.OPEN_FILE, Choice.DECLARE_ANYWAY, Choice.NOT_DECLARED),
    QuestionKind.NOT_CHECKED_OUT: (Choice.COUNT_AS_SLEPT, Choice.COUNT_AS_ABSENT, Choice.OPEN_FILE),
    QuestionKind.ABSENCE_OPEN: (Choice.COUNT_AS_ABSENT, Choice.COUNT_AS_SLEPT, Choice.OPEN_FILE),
    QuestionKind.WLZ_YEAR_FULL: (Choice.DECLARE_ANYWAY, Choice.PRIVATE, Choice.NOT_DECLARED),
    QuestionKind.OVERLAPPING_ALLOCATIONS: (Choice.OPEN_FILE, Choice.DECLARE_ANYWAY, Choice.NOT_DECLARED),
}
"""What can be decided, the likeliest first."""
ANSWERS: dict[Choice, Billing] = {
    Choice.ASK_EXTENSION: Billing.HELD,
    Choice.PRIVATE: Billing.PRIVATE,
    Choice.NOT_DECLARED: Billing.NOT_DECLARED,
    Choice.DECLARE_ANYWAY: Billing.ACCEPTED,
}
"""The choices that decide about the money of a night; the others go elsewhere or say who slept."""


@dataclass(frozen=True)
class BilledLine:
    """``period``: first and last day of the product period. ``accepted``: warnings that were passed."""

    guest_id: int
    grant: Grant | None
    contract_id: int
    rate: Cents
    month: Month
    period: tuple[date, date]
    nights: tuple[date, ...]
    booking_ids: tuple[int, ...]  # of each night, in the same order
    accepted: tuple[QuestionKind, ...] = ()

    @property
    def amount(self) -> Cents:
        return Cents(len(self.nights) * self.rate)


@dataclass(frozen=True)
class BilledQuestion:
    """Nights of one guest that nobody can bill yet, and why. ``also``: further warnings that an answer passes."""

    kind: QuestionKind
    guest_id: int
    nights: tuple[date, ...]
    grant: Grant | None
    choices: tuple[Choice, ...]
    also: tuple[QuestionKind, ...] = ()
    is_private: bool = False


@dataclass(frozen=True)
class Decision:
    """Nights that were decided away, and can be asked again."""

    guest_id: int
    nights: tuple[date, ...]
    billing: Billing


@dataclass(frozen=True)
class Bill:
    """One declaration in the making."""

    key: PayerKey
    arrangement: Arrangement
    lines: tuple[BilledLine, ...]
    questions: tuple[BilledQuestion, ...]
    decisions: tuple[Decision, ...]
    total: Cents
    lump: LumpPart | None = None


def bills_of(facts: MonthFacts) -> tuple[Bill, ...]:
    """What is still to be declared over the month, per payer; what was declared before is left out."""
    return (*per_night_bills(facts, judge(facts)), *lump_bills(facts))


def per_night_bills(facts: MonthFacts, verdicts: Iterable[Verdict]) -> list[Bill]:
    """The bills that follow from nights."""
    by_key: dict[PayerKey, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.home == facts.month and verdict.fate in _SHOWN:
            by_key[verdict.key].append(verdict)
    return [_bill(key, found) for key, found in by_key.items()]


_SHOWN = frozenset({Fate.LINE, Fate.QUESTION, Fate.HELD, Fate.NOT_DECLARED})


def _bill(key: PayerKey, verdicts: list[Verdict]) -> Bill:
    lines = _lines(verdicts)
    return Bill(
        key,
        Arrangement.PER_NIGHT,
        lines,
        _questions(verdicts),
        _decisions(verdicts),
        Cents(sum(line.amount for line in lines)),
    )


def _lines(verdicts: list[Verdict]) -> tuple[BilledLine, ...]:
    found: dict[tuple[object, ...], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.fate is Fate.LINE:
            grant_id = verdict.grant.id if verdict.grant else 0
            found[verdict.fact.guest_id, Month.of(verdict.night), grant_id, verdict.rate].append(verdict)
    return tuple(_line(nights) for nights in found.values())


def _line(verdicts: list[Verdict]) -> BilledLine:
    verdicts = sorted(verdicts, key=lambda verdict: verdict.night)
    first = verdicts[0]
    if first.terms is None or first.rate is None:
        raise ValueError(f"night {first.night} has no price")
    month = Month.of(first.night)
    accepted = {kind: None for verdict in verdicts for kind in verdict.problems}
    return BilledLine(
        first.fact.guest_id,
        first.grant,
        first.terms.id,
        first.rate,
        month,
        first.grant.within(month) if first.grant else (month.first, month.last),
        tuple(verdict.night for verdict in verdicts),
        tuple(verdict.fact.booking_id for verdict in verdicts),
        tuple(accepted),
    )


def _questions(verdicts: list[Verdict]) -> tuple[BilledQuestion, ...]:
    found: dict[tuple[object, ...], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.fate is Fate.QUESTION:
            grant_id = verdict.grant.id if verdict.grant else 0
            found[verdict.fact.guest_id, verdict.problems, grant_id, _is_private(verdict)].append(verdict)
    return tuple(_question(nights) for nights in found.values())


def _question(verdicts: list[Verdict]) -> BilledQuestion:
    first = verdicts[0]
    kind, *also = first.problems
    is_private = _is_private(first)
    choices = tuple(each for each in CHOICES[kind] if not (is_private and each is Choice.PRIVATE))
    nights = tuple(sorted(verdict.night for verdict in verdicts))
    return BilledQuestion(kind, first.fact.guest_id, nights, first.grant, choices, tuple(also), is_private)


def _is_private(verdict: Verdict) -> bool:
    return verdict.fact.billing is Billing.PRIVATE


def _decisions(verdicts: list[Verdict]) -> tuple[Decision, ...]:
    found: dict[tuple[int, Billing], list[date]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.fate in (Fate.HELD, Fate.NOT_DECLARED) or _is_private(verdict):
            found[verdict.fact.guest_id, verdict.fact.billing].append(verdict.night)
    return tuple(Decision(guest, tuple(sorted(nights)), billing) for (guest, billing), nights in found.items())


def lump_bills(facts: MonthFacts) -> list[Bill]:
    """One bill for each party of each lump sum that is in force in the month and was not declared yet."""
    payers = dict(facts.payers)
    parts = [
        part
        for terms in facts.contracts
        if terms.arrangement is Arrangement.LUMP_SUM and _touches(terms.valid_from, terms.valid_until, facts.month)
        for part in lump_parts(terms, payers, facts.month)
    ]
    return [
        _lump_bill(part)
        for part in parts
        if lump_key(part.terms.id, part.payer_id, facts.month) not in facts.fixed_lumps
    ]


def _touches(first: date, last: date | None, month: Month) -> bool:
    return first <= month.last and (last is None or last >= month.first)


def _lump_bill(part: LumpPart) -> Bill:
    key = PayerKey(part.payer_id, part.terms.location_id, part.law, contract_id=part.terms.id)
    questions: tuple[BilledQuestion, ...] = ()
    if part.amount is None:
        questions = (BilledQuestion(QuestionKind.NO_RATE, 0, (), None, (Choice.OPEN_RATES,)),)
    return Bill(key, Arrangement.LUMP_SUM, (), questions, (), part.amount or Cents(0), part)
