"""One test per rule; the rules together stand in test_billing_at_random."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from logeerhuis_app.domain.billing import CHOICES, Bill, bills_of
from logeerhuis_app.domain.billing_facts import GuestFact, MonthFacts, PayerKey
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing, Choice, QuestionKind
from logeerhuis_app.domain.funding import Basis, Frequency, Law
from logeerhuis_app.domain.nights import Month
from tests.domain.billing_cases import (
    CARE_OFFICE,
    HELMOND,
    HOUSE,
    INSURER,
    OCTOBER,
    SELF,
    ZEIST,
    contract,
    grant,
    lump_contract,
    month_facts,
    nights,
    oct_,
    rate,
)


def only(facts: MonthFacts) -> Bill:
    (bill,) = bills_of(facts)
    return bill


def asked(facts: MonthFacts) -> list[tuple[QuestionKind, int]]:
    return [(question.kind, len(question.nights)) for bill in bills_of(facts) for question in bill.questions]


def test_all_stays_of_a_month_on_one_allocation_are_one_line():
    bill = only(month_facts([*nights(oct_(5), 3, booking=1), *nights(oct_(19), 4, booking=2)], grant()))
    (line,) = bill.lines
    assert len(line.nights) == 7
    assert (line.amount, bill.total) == (105000, 105000)
    assert line.period == (oct_(1), oct_(31))


def test_a_stay_over_the_month_border_is_split_by_the_date_of_the_night():
    stay = nights(date(2026, 9, 30), 4)
    october = only(month_facts(stay, grant()))
    september = only(month_facts(stay, grant(), month=Month(2026, 9)))
    assert [len(bill.lines[0].nights) for bill in (september, october)] == [1, 3]


def test_a_stay_over_the_year_border_has_the_rate_of_each_year():
    wmo = contract(
        HELMOND,
        rate(Basis.WMO, 15000, last=date(2025, 12, 31)),
        rate(Basis.WMO, 15600, first=date(2026, 1, 1)),
    )
    stay = nights(date(2025, 12, 30), 4)
    december = only(month_facts(stay, grant(), month=Month(2025, 12), contracts=(wmo,)))
    january = only(month_facts(stay, grant(), month=Month(2026, 1), contracts=(wmo,)))
    assert (december.total, january.total) == (30000, 31200)


def test_two_rates_in_a_month_are_two_lines():
    wmo = contract(HELMOND, rate(Basis.WMO, 15000, last=oct_(15)), rate(Basis.WMO, 16000, first=oct_(16)))
    bill = only(month_facts(nights(oct_(14), 4), grant(), contracts=(wmo,)))
    assert [(line.rate, len(line.nights)) for line in bill.lines] == [(15000, 2), (16000, 2)]


def test_two_allocations_in_a_month_are_two_lines_with_their_own_periods():
    bill = only(month_facts(nights(oct_(14), 4), grant(last=oct_(15)), grant(first=oct_(16))))
    assert [line.period for line in bill.lines] == [(oct_(1), oct_(15)), (oct_(16), oct_(31))]


def test_two_payers_in_one_stay_are_split_by_date():
    facts = month_facts(nights(oct_(10), 6), grant(HELMOND, last=oct_(12)), grant(CARE_OFFICE, first=oct_(13)))
    wmo, wlz = bills_of(facts)
    assert (wmo.key, wlz.key) == (PayerKey(HELMOND, HOUSE, Law.WMO), PayerKey(CARE_OFFICE, HOUSE, Law.WLZ))
    assert (wmo.total, wlz.total) == (3 * 15000, 3 * 20891)


@pytest.mark.parametrize("presence", [Presence.AWAY, Presence.NO_SHOW])
def test_nights_away_or_not_come_are_not_payable(presence: Presence):
    assert bills_of(month_facts(nights(oct_(5), 3, presence=presence), grant())) == ()


@pytest.mark.parametrize("state", [BookingState.OPTION, BookingState.WAITING, BookingState.CANCELLED_GUEST])
def test_options_and_cancelled_stays_are_never_declared(state: BookingState):
    assert bills_of(month_facts(nights(oct_(5), 3, state=state), grant())) == ()


def test_nights_to_come_wait_until_they_were_slept():
    stay = nights(date(2026, 11, 20), 5, state=BookingState.PRESENT, presence=Presence.PLANNED)
    bill = only(month_facts(stay, grant(), month=Month(2026, 11)))
    assert bill.lines[0].nights == (date(2026, 11, 20), date(2026, 11, 21))


def test_a_night_nobody_confirmed_is_asked():
    stay = nights(oct_(5), 3, state=BookingState.CONFIRMED, presence=Presence.PLANNED)
    assert asked(month_facts(stay, grant())) == [(QuestionKind.NOT_CHECKED_OUT, 3)]


def test_an_absence_without_an_end_is_asked():
    stay = nights(oct_(5), 3, state=BookingState.AWAY, presence=Presence.PLANNED)
    assert asked(month_facts(stay, grant())) == [(QuestionKind.ABSENCE_OPEN, 3)]


def test_nobody_pays():
    bill = only(month_facts(nights(oct_(5), 3)))
    assert bill.key == PayerKey(None, HOUSE)
    assert [question.kind for question in bill.questions] == [QuestionKind.NO_PAYER]
    assert bill.total == 0


def test_nights_after_the_allocation_are_asked_and_the_others_declared():
    bill = only(month_facts(nights(oct_(27), 4), grant(last=oct_(29))))
    assert [len(line.nights) for line in bill.lines] == [3]
    (question,) = bill.questions
    assert (question.kind, question.nights) == (QuestionKind.OUTSIDE_ALLOCATION, (oct_(30),))
    assert question.choices == (Choice.ASK_EXTENSION, Choice.PRIVATE, Choice.NOT_DECLARED)
    assert bill.lines[0].period == (oct_(1), oct_(29))


def test_the_last_day_of_an_allocation_still_counts():
    assert only(month_facts(nights(oct_(29), 1), grant(first=oct_(29), last=oct_(29)))).total == 15000


def test_a_total_volume_counts_the_nights_of_earlier_months():
    stays = [*nights(date(2026, 8, 3), 8), *nights(oct_(5), 4)]
    bill = only(month_facts(stays, grant(volume=10, frequency=Frequency.TOTAL)))
    assert bill.lines[0].nights == (oct_(5), oct_(6))
    assert bill.questions[0].kind is QuestionKind.VOLUME_EXCEEDED
    assert bill.questions[0].nights == (oct_(7), oct_(8))


def test_a_volume_per_month_is_whole_in_a_broken_month():
    bill = only(month_facts(nights(oct_(20), 6), grant(first=oct_(20), volume=5, frequency=Frequency.MONTH)))
    assert len(bill.lines[0].nights) == 5


def test_a_volume_per_week_counts_the_weeks_that_touch_the_period():
    # Friday 30 October to Sunday 1 November 2026 lie in one week, so October has one touched week here.
    stays = nights(oct_(30), 2)
    facts = month_facts(stays, grant(first=oct_(30), last=date(2026, 11, 30), volume=1, frequency=Frequency.WEEK))
    assert len(only(facts).lines[0].nights) == 1


def test_a_volume_per_week_has_a_sum_over_the_whole_allocation():
    # One touched week in all: the two nights on both sides of the month border share it.
    stays = nights(oct_(31), 2)
    given = grant(first=oct_(31), last=date(2026, 11, 1), volume=1, frequency=Frequency.WEEK)
    november = only(month_facts(stays, given, month=Month(2026, 11)))
    assert [question.kind for question in november.questions] == [QuestionKind.VOLUME_EXCEEDED]


def test_an_accepted_warning_is_declared_and_remembered():
    stay = nights(oct_(5), 3, billing=Billing.ACCEPTED)
    bill = only(month_facts(stay, grant(volume=1, frequency=Frequency.TOTAL)))
    assert len(bill.lines[0].nights) == 3
    assert bill.lines[0].accepted == (QuestionKind.VOLUME_EXCEEDED,)


def test_accepting_does_not_make_a_payer():
    stay = nights(oct_(5), 3, billing=Billing.ACCEPTED)
    assert asked(month_facts(stay)) == [(QuestionKind.NO_PAYER, 3)]


def test_a_question_tells_all_warnings_that_its_answer_passes():
    facts = month_facts(
        nights(oct_(5), 1),
        grant(volume=0, frequency=Frequency.TOTAL),
        guests={1: GuestFact(1, has_bsn=False)},
    )
    (question,) = only(facts).questions
    assert {question.kind, *question.also} == {QuestionKind.NO_BSN, QuestionKind.VOLUME_EXCEEDED}


def test_no_contract_and_no_rate_are_two_questions():
    assert asked(month_facts(nights(oct_(5), 1), grant(), contracts=())) == [(QuestionKind.NO_CONTRACT, 1)]
    other = contract(HELMOND, rate(Basis.MPT, 100))
    assert asked(month_facts(nights(oct_(5), 1), grant(), contracts=(other,))) == [(QuestionKind.NO_RATE, 1)]


def test_without_a_bsn_no_law_pays_but_the_guest_can():
    nobody = {1: GuestFact(1, has_bsn=False)}
    assert asked(month_facts(nights(oct_(5), 1), grant(), guests=nobody)) == [(QuestionKind.NO_BSN, 1)]
    assert only(month_facts(nights(oct_(5), 1), grant(SELF), guests=nobody)).total == 24930


def test_the_157th_wlz_night_of_a_year_is_a_warning():
    stays = [*nights(date(2026, 1, 1), 155), *nights(oct_(1), 2)]
    bill = only(month_facts(stays, grant(CARE_OFFICE)))
    assert bill.lines[0].nights == (oct_(1),)
    assert bill.questions[0].kind is QuestionKind.WLZ_YEAR_FULL


def test_the_wlz_counter_starts_again_in_january():
    stays = [*nights(date(2025, 1, 1), 156), *nights(date(2026, 1, 1), 2)]
    assert asked(month_facts(stays, grant(CARE_OFFICE), month=Month(2026, 1))) == []


def test_overlapping_allocations_are_asked_and_the_newest_counts_when_accepted():
    both = (grant(HELMOND), grant(ZEIST, first=oct_(1)))
    (question,) = only(month_facts(nights(oct_(5), 2), *both)).questions
    assert question.kind is QuestionKind.OVERLAPPING_ALLOCATIONS
    accepted = only(month_facts(nights(oct_(5), 2, billing=Billing.ACCEPTED), *both))
    assert (accepted.key.payer_id, accepted.total) == (ZEIST, 2 * 23031)


def test_private_nights_go_to_the_guest_at_the_private_rate():
    stays = [*nights(oct_(27), 3), *nights(oct_(30), 1, billing=Billing.PRIVATE)]
    wmo, own = bills_of(month_facts(stays, grant(last=oct_(29))))
    assert (wmo.total, own.total) == (45000, 12500)
    assert own.key == PayerKey(SELF, HOUSE, Law.PRIVATE, guest_id=1)


def test_a_private_night_without_a_private_rate_is_asked_and_cannot_be_made_private_again():
    stay = nights(oct_(5), 1, billing=Billing.PRIVATE)
    (question,) = only(month_facts(stay, grant(), contracts=())).questions
    assert question.kind is QuestionKind.NO_RATE
    assert Choice.PRIVATE not in question.choices


def test_each_guest_who_pays_has_a_bill_of_his_own():
    stays = [*nights(oct_(5), 1, guest=1), *nights(oct_(5), 2, guest=2)]
    bills = bills_of(month_facts(stays, grant(SELF, 1), grant(SELF, 2)))
    assert [(bill.key.guest_id, bill.total) for bill in bills] == [(1, 24930), (2, 49860)]


def test_held_nights_are_left_out_and_asked_again_with_the_next_month():
    stay = nights(oct_(30), 1, billing=Billing.HELD)
    given = grant(last=oct_(29))
    now = only(month_facts(stay, given))
    assert (now.questions, now.decisions[0].billing) == ((), Billing.HELD)
    december = date(2026, 12, 2)
    assert bills_of(month_facts(stay, given, today=december)) == ()
    assert asked(month_facts(stay, given, today=december, month=Month(2026, 11))) == [
        (QuestionKind.OUTSIDE_ALLOCATION, 1)
    ]


def test_a_held_night_is_declared_once_the_extension_is_there():
    assert only(month_facts(nights(oct_(30), 1, billing=Billing.HELD), grant())).total == 15000


def test_nights_the_house_bears_are_left_out_for_good():
    bill = only(month_facts(nights(oct_(5), 2, billing=Billing.NOT_DECLARED), grant()))
    assert (bill.lines, bill.questions, bill.decisions[0].nights) == ((), (), (oct_(5), oct_(6)))


def test_declared_nights_are_not_declared_again():
    given = grant()
    declared = {(1, oct_(5)): given.id}
    assert only(month_facts(nights(oct_(5), 2), given, declared=declared)).lines[0].nights == (oct_(6),)


def test_a_late_found_night_is_a_line_of_its_own_on_the_next_declaration():
    fixed = {PayerKey(HELMOND, HOUSE, Law.WMO): frozenset({OCTOBER})}
    stays = [*nights(oct_(31), 1), *nights(date(2026, 11, 10), 2)]
    assert bills_of(month_facts(stays, grant(), fixed_months=fixed)) == ()
    november = only(month_facts(stays, grant(), fixed_months=fixed, month=Month(2026, 11)))
    assert [(line.month, len(line.nights)) for line in november.lines] == [(OCTOBER, 1), (Month(2026, 11), 2)]


def test_a_month_that_was_never_fixed_keeps_its_nights():
    fixed = {PayerKey(HELMOND, HOUSE, Law.WMO): frozenset({OCTOBER})}
    facts = month_facts(nights(date(2026, 9, 5), 1), grant(), fixed_months=fixed, month=Month(2026, 9))
    assert only(facts).total == 15000


def test_guests_of_a_lump_sum_give_no_lines():
    lump = lump_contract(100000, {HELMOND: Fraction(1, 3), INSURER: Fraction(1, 3), CARE_OFFICE: Fraction(1, 3)})
    bills = bills_of(month_facts(nights(oct_(5), 3), grant(), contracts=(lump,)))
    assert [bill.lines for bill in bills] == [(), (), ()]
    assert [bill.total for bill in bills] == [33334, 33333, 33333]
    assert [bill.key.law for bill in bills] == [Law.WMO, Law.ZVW, Law.WLZ]


def test_a_lump_sum_house_needs_no_allocation_for_a_guest_of_a_sharing_municipality():
    lump = lump_contract(100000, {HELMOND: Fraction(1)})
    resident = {1: GuestFact(1, has_bsn=True, home_payer_id=HELMOND)}
    assert asked(month_facts(nights(oct_(5), 3), contracts=(lump,), guests=resident)) == []


def test_a_share_of_a_month_is_declared_once():
    lump = lump_contract(100000, {HELMOND: Fraction(1)})
    facts = month_facts([], contracts=(lump,), fixed_lumps=frozenset({f"{lump.id}:{HELMOND}:2026-10"}))
    assert bills_of(facts) == ()


def test_a_lump_sum_that_begins_half_way_counts_by_days():
    lump = lump_contract(310000, {HELMOND: Fraction(1)}, valid_from=oct_(22))
    assert only(month_facts([], contracts=(lump,))).total == 100000


def test_shares_that_do_not_add_up_are_asked_about():
    lump = lump_contract(100000, {HELMOND: Fraction(1, 3)})
    assert asked(month_facts([], contracts=(lump,))) == [(QuestionKind.NO_RATE, 0)]


def test_every_question_has_choices():
    assert set(CHOICES) == set(QuestionKind)
    assert all(CHOICES.values())


def test_nights_of_one_guest_never_mix_with_those_of_another():
    stays = [*nights(oct_(5), 2, guest=1), *nights(oct_(5) + timedelta(days=1), 2, guest=2)]
    bill = only(month_facts(stays, grant(guest=1), grant(guest=2)))
    assert [(line.guest_id, len(line.nights)) for line in bill.lines] == [(1, 2), (2, 2)]
