"""The promise of the house at random: every night is paid once, by the right payer, at that date's rate."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.billing import Bill, bills_of
from logeerhuis_app.domain.billing_facts import GuestFact, MonthFacts, NightFact, PayerKey, RateFact, Terms
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.entitlement import Grant, beyond_volume, weeks_touched
from logeerhuis_app.domain.funding import Arrangement, Basis, Frequency, Law
from logeerhuis_app.domain.lump_sums import lump_parts
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.verdicts import Fate, judge
from tests.domain.billing_cases import CARE_OFFICE, HELMOND, HOUSE, INSURER, PAYERS, SELF, ZEIST, lump_contract

# Around a year border, and long enough for three months.
FIRST = date(2025, 12, 1)
DAYS = 95
TODAY = date(2026, 2, 20)
MONTHS = [Month(2025, 12), Month(2026, 1), Month(2026, 2), Month(2026, 3), Month(2026, 4)]
GUESTS = [1, 2, 3]
PER_NIGHT_PAYERS = [HELMOND, CARE_OFFICE, SELF, ZEIST]
BASES = {HELMOND: Basis.WMO, CARE_OFFICE: Basis.MPT, SELF: Basis.PGB, ZEIST: Basis.WMO, INSURER: Basis.ELV}

days = st.integers(0, DAYS - 1).map(lambda n: FIRST + timedelta(days=n))
often = st.sampled_from
states = often(
    [BookingState.LEFT] * 6 + [BookingState.PRESENT, BookingState.AWAY, BookingState.CONFIRMED, BookingState.OPTION]
)
presences = often([Presence.SLEPT] * 6 + [Presence.PLANNED, Presence.AWAY, Presence.NO_SHOW])
billings = often([Billing.NORMAL] * 5 + list(Billing))


@st.composite
def stays(draw: st.DrawFn) -> list[NightFact]:
    """Nights of a few guests; a guest has a night once, as the database sees to."""
    found: dict[tuple[int, date], NightFact] = {}
    for booking in range(draw(st.integers(1, 8))):
        guest, first, state = draw(often(GUESTS)), draw(days), draw(states)
        for n in range(draw(st.integers(1, 20))):
            night = first + timedelta(days=n)
            fact = NightFact(guest, night, booking, HOUSE, state, draw(presences), draw(billings))
            found.setdefault((guest, night), fact)
    return list(found.values())


@st.composite
def grants(draw: st.DrawFn) -> tuple[Grant, ...]:
    """Allocations that overlap, end, and leave gaps."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        payer, first = draw(often([*PER_NIGHT_PAYERS, INSURER])), draw(days)
        length = draw(st.none() | st.integers(0, 60))
        last = None if length is None else first + timedelta(days=length)
        volume = draw(st.none() | st.integers(0, 15))
        frequency = draw(often(list(Frequency))) if volume is not None else None
        made.append(Grant(number + 1, draw(often(GUESTS)), payer, BASES[payer], first, last, volume, frequency))
    return tuple(made)


@st.composite
def contracts(draw: st.DrawFn) -> tuple[Terms, ...]:
    """Rates that change on a random day, sometimes with a hole; sometimes a lump sum, sometimes no contract."""
    made = []
    for number, payer in enumerate(PER_NIGHT_PAYERS):
        change, hole = draw(days), draw(st.integers(0, 3))
        bases = [Basis.PRIVATE, Basis.PGB] if payer == SELF else [BASES[payer]]
        rates = tuple(
            rate
            for basis in bases
            for rate in (
                RateFact(basis, Cents(draw(st.integers(1, 40000))), FIRST, change),
                RateFact(basis, Cents(draw(st.integers(1, 40000))), change + timedelta(days=1 + hole)),
            )
        )
        if draw(st.integers(0, 5)):
            made.append(Terms(number + 1, HOUSE, payer, Law.WMO, Arrangement.PER_NIGHT, FIRST, None, rates))
    if draw(st.booleans()):
        made.append(lump_contract(100001, {INSURER: Fraction(1, 3), ZEIST: Fraction(2, 3)}))
    return tuple(made)


@st.composite
def houses(draw: st.DrawFn) -> MonthFacts:
    guests = {
        guest: GuestFact(guest, draw(st.integers(0, 5)) > 0, draw(st.none() | st.just(ZEIST))) for guest in GUESTS
    }
    nights, given_grants = draw(stays()), draw(grants())
    some_declared = {
        (fact.guest_id, fact.night): given_grants[0].id if given_grants else None
        for fact in nights
        if fact.presence is Presence.SLEPT and draw(st.integers(0, 6)) == 0
    }
    fixed = {
        PayerKey(payer, HOUSE, law): frozenset(draw(st.sets(often(MONTHS[:3]))))
        for payer, law in ((HELMOND, Law.WMO), (CARE_OFFICE, Law.WLZ))
    }
    return MonthFacts(
        MONTHS[0],
        TODAY,
        tuple(nights),
        guests,
        given_grants,
        draw(contracts()),
        PAYERS,
        some_declared,
        fixed,
    )


def all_bills(facts: MonthFacts) -> list[Bill]:
    """The bills over every month: where each night ends up, whichever month that is."""
    return [bill for month in MONTHS for bill in bills_of(_over(facts, month))]


def _over(facts: MonthFacts, month: Month) -> MonthFacts:
    return replace(facts, month=month)


def is_payable(facts: MonthFacts, fact: NightFact) -> bool:
    """Said anew, on purpose not with the code under test."""
    if (fact.guest_id, fact.night) in facts.declared:
        return False
    if fact.state is BookingState.OPTION or fact.presence in (Presence.AWAY, Presence.NO_SHOW):
        return False
    return not (fact.presence is Presence.PLANNED and fact.night >= TODAY)


@given(houses())
def test_every_payable_night_is_on_one_line_or_in_one_question_or_decided_away(facts: MonthFacts):
    seen: Counter[tuple[int, date]] = Counter()
    for bill in all_bills(facts):
        for line in bill.lines:
            seen.update((line.guest_id, night) for night in line.nights)
        for question in bill.questions:
            seen.update((question.guest_id, night) for night in question.nights)
        for decision in bill.decisions:
            if decision.billing is not Billing.PRIVATE:  # those stand on a line or in a question as well
                seen.update((decision.guest_id, night) for night in decision.nights)
    lump = {(each.fact.guest_id, each.night) for each in judge(facts) if each.fate is Fate.LUMP_SUM}
    expected = {(fact.guest_id, fact.night) for fact in facts.nights if is_payable(facts, fact)} - lump
    assert seen == dict.fromkeys(expected, 1)


@given(houses())
def test_totals_are_nights_times_the_rate_of_their_date(facts: MonthFacts):
    terms = {each.id: each for each in facts.contracts}
    for bill in all_bills(facts):
        if bill.lump is not None:
            continue
        exact = 0
        for line in bill.lines:
            basis = line.grant.basis if line.grant else Basis.PRIVATE
            for night in line.nights:
                in_force = [
                    rate.cents
                    for rate in terms[line.contract_id].rates
                    if rate.basis is basis and rate.valid_from <= night and night <= (rate.valid_until or night)
                ]
                assert line.rate in in_force
                exact += line.rate
        assert bill.total == exact


@given(houses())
def test_a_line_keeps_to_its_month_its_allocation_and_its_payer(facts: MonthFacts):
    by_guest_night = {(fact.guest_id, fact.night): fact for fact in facts.nights}
    for bill in all_bills(facts):
        for line in bill.lines:
            first, last = line.period
            assert all(line.month.holds(night) and first <= night <= last for night in line.nights)
            if line.grant is None:
                assert bill.key.guest_id == line.guest_id
            else:
                assert (line.grant.payer_id, line.grant.guest_id) == (bill.key.payer_id, line.guest_id)
            for night in line.nights:
                assert by_guest_night[line.guest_id, night].billing is not Billing.NOT_DECLARED


@given(houses())
def test_one_line_for_each_guest_allocation_rate_and_month(facts: MonthFacts):
    for bill in all_bills(facts):
        keys = [(line.guest_id, line.grant, line.rate, line.month) for line in bill.lines]
        assert len(keys) == len(set(keys))


@given(houses())
def test_no_volume_is_overdrawn_without_somebody_accepting_it(facts: MonthFacts):
    spent: Counter[tuple[int, Month | None]] = Counter()
    for bill in all_bills(facts):
        for line in bill.lines:
            if line.grant is not None and line.grant.volume is not None and not line.accepted:
                month = None if line.grant.frequency is Frequency.TOTAL else line.month
                spent[line.grant.id, month] += len(line.nights)
    for grant in facts.grants:
        for month in (None, *MONTHS):
            if grant.volume is not None and spent[grant.id, month]:
                weeks = weeks_touched(*grant.within(month)) if month and grant.frequency is Frequency.WEEK else 1
                assert spent[grant.id, month] <= grant.volume * weeks


@given(houses())
def test_the_same_facts_give_the_same_bills_in_any_order(facts: MonthFacts):
    shuffled = replace(facts, nights=tuple(reversed(facts.nights)), grants=tuple(reversed(facts.grants)))
    assert {str(bill.key): bill.total for bill in all_bills(facts)} == {
        str(bill.key): bill.total for bill in all_bills(shuffled)
    }


@given(st.integers(1, 10**9), st.lists(st.integers(1, 12), min_size=1, max_size=5), st.sampled_from(MONTHS))
def test_shares_add_up_to_the_cent(monthly: int, weights: list[int], month: Month):
    parties = [HELMOND, CARE_OFFICE, INSURER, SELF, ZEIST]
    shares = {payer: Fraction(weight, sum(weights)) for payer, weight in zip(parties, weights, strict=False)}
    parts = lump_parts(lump_contract(monthly, shares), PAYERS, month)
    assert sum(part.amount or 0 for part in parts) == monthly
    assert all(abs((part.amount or 0) - monthly * part.share) < 1 for part in parts)


@given(st.sets(days), st.integers(0, 20), st.sampled_from(list(Frequency)))
def test_what_was_declared_is_never_taken_back_by_a_counter(nights: set[date], volume: int, frequency: Frequency):
    grant = Grant(1, 1, HELMOND, Basis.WMO, FIRST, FIRST + timedelta(days=DAYS), volume, frequency)
    declared = set(sorted(nights)[::2])
    gone = beyond_volume(grant, nights, declared)
    assert not gone & declared
    assert gone <= nights


@given(days, st.integers(0, 40))
def test_weeks_touched_is_the_number_of_mondays_behind_the_days(first: date, length: int):
    each = [first + timedelta(days=n) for n in range(length + 1)]
    assert weeks_touched(first, each[-1]) == len({day - timedelta(days=day.weekday()) for day in each})
