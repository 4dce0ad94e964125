"""What becomes of one night: a line, a question, or neither, and whose declaration it is on.

The night is the atom. Allocation, contract and rate are those of the date of its evening.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from logeerhuis_app.domain.billing_facts import (
    GuestFact,
    MonthFacts,
    NightFact,
    PayerKey,
    RateFact,
    Terms,
    in_force,
)
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing, QuestionKind
from logeerhuis_app.domain.entitlement import Grant, beyond_volume, beyond_wlz_year
from logeerhuis_app.domain.funding import LAW_OF_BASIS, Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month


class Fate(StrEnum):
    """Exactly one for each night."""

    LINE = "line"
    QUESTION = "question"
    HELD = "held"  # left out this time, asked again next time
    NOT_DECLARED = "not_declared"  # the house bears it
    ABSENT = "absent"  # away or not come: not payable
    NOT_KEPT = "not_kept"  # an option, or cancelled
    TO_COME = "to_come"
    LUMP_SUM = "lump_sum"  # paid by the month, whoever sleeps
    DECLARED = "declared"


KEPT = frozenset(
    {BookingState.CONFIRMED, BookingState.PRESENT, BookingState.AWAY, BookingState.LEFT, BookingState.CLOSED}
)
PASSABLE = frozenset(
    {
        QuestionKind.VOLUME_EXCEEDED,
        QuestionKind.WLZ_YEAR_FULL,
        QuestionKind.NO_BSN,
        QuestionKind.OVERLAPPING_ALLOCATIONS,
    }
)
"""Warnings that may be passed: there is a payer and a price, so the night can stand on a line."""
NEEDS_BSN = frozenset({Law.WMO, Law.WLZ, Law.ZVW})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One night with what was found. ``problems`` in the order in which they are asked."""

    fact: NightFact
    fate: Fate
    key: PayerKey
    home: Month  # the month on whose declaration it belongs
    grant: Grant | None = None
    terms: Terms | None = None
    rate: Cents | None = None
    problems: tuple[QuestionKind, ...] = ()

    @property
    def night(self) -> date:
        return self.fact.night

    @property
    def is_late(self) -> bool:
        """It stands on the declaration of a later month than its own."""
        return self.home != Month.of(self.night)


class _Found(NamedTuple):
    """Who pays one night, on which ground, at which price, and what is wrong with that."""

    key: PayerKey
    grant: Grant | None = None
    terms: Terms | None = None
    rate: Cents | None = None
    problems: tuple[QuestionKind, ...] = ()
    is_lump: bool = False


def judge(facts: MonthFacts) -> tuple[Verdict, ...]:
    """One verdict for each night, in the order guest, date.

    Nights that belong to another month's declaration only count along; whether there would be a question
    about them is not looked into.
    """
    return _Judge(facts).verdicts()


class _Judge:
    """The rules over one set of facts, with the look-ups made once."""

    def __init__(self, facts: MonthFacts) -> None:
        self._facts = facts
        self._grants: dict[int, list[Grant]] = defaultdict(list)
        for grant in sorted(facts.grants, key=lambda grant: (grant.valid_from, grant.id)):
            self._grants[grant.guest_id].append(grant)
        self._terms: dict[tuple[int, int, Arrangement], list[Terms]] = defaultdict(list)
        for terms in sorted(facts.contracts, key=lambda terms: (terms.valid_from, terms.id)):
            for payer_id, _part in terms.parties:
                self._terms[terms.location_id, payer_id, terms.arrangement].append(terms)
        self._lump_locations = {place for place, _payer, kind in self._terms if kind is Arrangement.LUMP_SUM}
        self._prices: dict[tuple[int, int, Basis, date], tuple[Terms, RateFact] | None] = {}
        self._guest_payers = sorted(payer.id for payer in facts.payers.values() if payer.kind is PayerKind.GUEST)

    def verdicts(self) -> tuple[Verdict, ...]:
        by_guest: dict[int, list[NightFact]] = defaultdict(list)
        for fact in self._facts.nights:
            by_guest[fact.guest_id].append(fact)
        return tuple(
            verdict for guest_id in sorted(by_guest) for verdict in self._of_guest(guest_id, by_guest[guest_id])
        )

    def _of_guest(self, guest_id: int, nights: list[NightFact]) -> list[Verdict]:
        nights.sort(key=lambda fact: fact.night)
        first = [self._first_look(fact) for fact in nights]
        spent = self._beyond(guest_id, first)
        guest = self._facts.guests[guest_id]
        return [self._decide(verdict, guest, spent) for verdict in first]

    # -- what one night says by itself

    def _first_look(self, fact: NightFact) -> Verdict:
        """Payer, price and the problems with them; the counters come after."""
        if (fact.guest_id, fact.night) in self._facts.declared:
            return Verdict(fact, Fate.DECLARED, PayerKey(None, fact.location_id), Month.of(fact.night))
        matters = self._may_matter(fact)
        found = self._place(fact) if matters else self._place_for_counting(fact)
        return Verdict(
            fact,
            self._fate_so_far(fact, found),
            found.key,
            self._home(fact, found.key) if matters else Month.of(fact.night),
            found.grant,
            found.terms,
            found.rate,
            found.problems,
        )

    def _may_matter(self, fact: NightFact) -> bool:
        """It can stand on this month's declaration, or a lump sum may have paid for it."""
        return fact.location_id in self._lump_locations or self._facts.may_be_shown(fact)

    def _fate_so_far(self, fact: NightFact, found: "_Found") -> Fate:
        if fact.state not in KEPT:
            return Fate.NOT_KEPT
        if fact.presence in (Presence.AWAY, Presence.NO_SHOW):
            return Fate.ABSENT
        if fact.presence is Presence.PLANNED and fact.night >= self._facts.today:
            return Fate.TO_COME
        if found.is_lump:
            return Fate.LUMP_SUM
        return Fate.NOT_DECLARED if fact.billing is Billing.NOT_DECLARED else Fate.LINE

    def _home(self, fact: NightFact, key: PayerKey) -> Month:
        """A night found after its month was fixed waits for that payer's next declaration.

        Source: iWmo IV090 and TR319: lines may be of an earlier month, the declaration itself may not.
        A held night comes back with the last month that is over.
        """
        month = Month.of(fact.night)
        fixed = self._facts.fixed_months.get(key, frozenset())
        if month in fixed:
            month = max(fixed).next()
        if fact.billing is Billing.HELD:
            month = max(month, Month.of(self._facts.today).previous())
        return month

    # -- who pays, on which ground, at which price

    def _place(self, fact: NightFact) -> "_Found":
        if fact.billing is Billing.PRIVATE:
            return self._place_private(fact)
        grants = self._grants.get(fact.guest_id, [])
        covering = [grant for grant in grants if grant.covers(fact.night)]
        if not covering:
            return self._place_uncovered(fact, grants)
        grant = covering[-1]  # the newest decision; which one counts is asked
        if self._lump(fact, grant.payer_id):
            return _Found(self._key(fact, grant), grant, is_lump=True)
        found = self._priced(fact, grant)
        if len(covering) > 1:
            found = found._replace(problems=(QuestionKind.OVERLAPPING_ALLOCATIONS, *found.problems))
        return found

    def _place_for_counting(self, fact: NightFact) -> "_Found":
        """A night of another month: only which volume it takes from. There may be ten times as many of those."""
        if fact.billing is not Billing.PRIVATE:
            for grant in reversed(self._grants.get(fact.guest_id, [])):
                if grant.covers(fact.night):
                    return _Found(PayerKey(grant.payer_id, fact.location_id), grant)
        return _Found(PayerKey(None, fact.location_id))

    def _place_uncovered(self, fact: NightFact, grants: Sequence[Grant]) -> "_Found":
        nearest = min(grants, key=lambda grant: grant.days_from(fact.night)) if grants else None
        home_payer = self._facts.guests[fact.guest_id].home_payer_id
        for payer_id in (nearest.payer_id if nearest else None, home_payer):
            if payer_id is not None and self._lump(fact, payer_id):
                return _Found(PayerKey(payer_id, fact.location_id), is_lump=True)
        if nearest is None:
            return _Found(PayerKey(None, fact.location_id), problems=(QuestionKind.NO_PAYER,))
        return _Found(self._key(fact, nearest), nearest, problems=(QuestionKind.OUTSIDE_ALLOCATION,))

    def _priced(self, fact: NightFact, grant: Grant) -> "_Found":
        key = self._key(fact, grant)
        if not self._in_force(fact, grant.payer_id, Arrangement.PER_NIGHT):
            return _Found(key, grant, problems=(QuestionKind.NO_CONTRACT,))
        price = self._price(fact, grant.payer_id, grant.basis)
        if price is None:
            return _Found(key, grant, problems=(QuestionKind.NO_RATE,))
        return _Found(key, grant, price[0], price[1].cents)

    def _place_private(self, fact: NightFact) -> "_Found":
        for payer_id in self._guest_payers:
            price = self._price(fact, payer_id, Basis.PRIVATE)
            if price is not None:
                key = PayerKey(payer_id, fact.location_id, Law.PRIVATE, fact.guest_id)
                return _Found(key, None, price[0], price[1].cents)
        payer = self._guest_payers[0] if self._guest_payers else None
        key = PayerKey(payer, fact.location_id, Law.PRIVATE, fact.guest_id)
        return _Found(key, problems=(QuestionKind.NO_RATE,))

    def _key(self, fact: NightFact, grant: Grant) -> PayerKey:
        pays_self = self._facts.payers[grant.payer_id].kind is PayerKind.GUEST
        guest_id = fact.guest_id if pays_self else None
        return PayerKey(grant.payer_id, fact.location_id, LAW_OF_BASIS[grant.basis], guest_id)

    def _lump(self, fact: NightFact, payer_id: int) -> bool:
        return bool(self._in_force(fact, payer_id, Arrangement.LUMP_SUM))

    def _in_force(self, fact: NightFact, payer_id: int, arrangement: Arrangement) -> list[Terms]:
        known = self._terms.get((fact.location_id, payer_id, arrangement), [])
        return [terms for terms in known if in_force(fact.night, terms.valid_from, terms.valid_until)]

    def _price(self, fact: NightFact, payer_id: int, basis: Basis) -> tuple[Terms, RateFact] | None:
        """The rate of that date; looked up once for all guests of that evening."""
        place = (fact.location_id, payer_id, basis, fact.night)
        if place not in self._prices:
            self._prices[place] = _rate(self._in_force(fact, payer_id, Arrangement.PER_NIGHT), basis, fact.night)
        return self._prices[place]

    # -- the counters, and the last word

    def _beyond(self, guest_id: int, verdicts: Sequence[Verdict]) -> dict[QuestionKind, set[date]]:
        """The nights beyond a volume, and those beyond the Wlz year."""
        declared = {verdict.night for verdict in verdicts if verdict.fate is Fate.DECLARED}
        counted: dict[int, list[date]] = defaultdict(list)
        for verdict in verdicts:
            grant_id = self._counts_on(verdict)
            if grant_id is not None:
                counted[grant_id].append(verdict.night)
        spent: set[date] = set()
        wlz: list[date] = []
        for grant in self._grants.get(guest_id, []):
            nights = counted.get(grant.id, [])
            if LAW_OF_BASIS[grant.basis] is Law.WLZ:
                wlz.extend(nights)
            spent |= beyond_volume(grant, nights, declared)
        full = set(beyond_wlz_year(wlz, declared))
        return {QuestionKind.VOLUME_EXCEEDED: spent, QuestionKind.WLZ_YEAR_FULL: full}

    def _counts_on(self, verdict: Verdict) -> int | None:
        """The grant that pays for the night, as far as it was slept and is not the house's or the guest's own."""
        if verdict.fate is Fate.DECLARED:
            return self._facts.declared[verdict.fact.guest_id, verdict.night]
        outside = QuestionKind.OUTSIDE_ALLOCATION in verdict.problems
        if verdict.fate is not Fate.LINE or verdict.grant is None or outside:
            return None
        return verdict.grant.id

    def _decide(self, verdict: Verdict, guest: GuestFact, spent: dict[QuestionKind, set[date]]) -> Verdict:
        if verdict.fate is not Fate.LINE or verdict.home != self._facts.month:
            return verdict
        problems = self._problems(verdict, guest, spent)
        return replace(verdict, problems=problems, fate=self._fate(verdict, problems))

    def _problems(
        self, verdict: Verdict, guest: GuestFact, spent: dict[QuestionKind, set[date]]
    ) -> tuple[QuestionKind, ...]:
        problems = [*_presence_problems(verdict.fact), *verdict.problems]
        if verdict.key.law in NEEDS_BSN and not guest.has_bsn and QuestionKind.OUTSIDE_ALLOCATION not in problems:
            problems.append(QuestionKind.NO_BSN)
        problems.extend(kind for kind, nights in spent.items() if verdict.night in nights)
        return tuple(sorted(problems, key=lambda kind: kind in PASSABLE))

    def _fate(self, verdict: Verdict, problems: Iterable[QuestionKind]) -> Fate:
        billing = verdict.fact.billing
        if not problems or (billing is Billing.ACCEPTED and PASSABLE.issuperset(problems)):
            return Fate.LINE
        return Fate.HELD if billing is Billing.HELD and not verdict.is_late else Fate.QUESTION


def _presence_problems(fact: NightFact) -> list[QuestionKind]:
    """A night in the past that nobody confirmed. Whoever is present sleeps in the house: that needs no asking."""
    if fact.presence is not Presence.PLANNED or fact.state is BookingState.PRESENT:
        return []
    return [QuestionKind.ABSENCE_OPEN if fact.state is BookingState.AWAY else QuestionKind.NOT_CHECKED_OUT]


def _rate(contracts: Iterable[Terms], basis: Basis, night: date) -> tuple[Terms, RateFact] | None:
    """The rate of that date; of two that are both in force the newer one."""
    found = [
        (rate.valid_from, terms.id, terms, rate)
        for terms in contracts
        for rate in terms.rates
        if rate.basis is basis and in_force(night, rate.valid_from, rate.valid_until)
    ]
    if not found:
        return None
    newest = max(found, key=lambda each: each[:2])
    return newest[2], newest[3]
