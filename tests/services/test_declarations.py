"""What a month owes, read from a real house on both databases."""

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence
from logeerhuis_app.domain.declaring import Billing, Choice, DeclarationState, QuestionKind
from logeerhuis_app.domain.errors import ChangedByOther, NightsDeclared, NotAllowed, NotFound
from logeerhuis_app.domain.funding import Basis, Frequency, Law, PayerKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Night
from logeerhuis_app.services.declarations import answer_question, ask_again, fix_declaration, take_back_answer
from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups
from logeerhuis_app.services.rows.declaring import PayerGroup
from tests.support.declaring import (
    NOVEMBER,
    OCTOBER,
    add_lump_sum,
    add_private_contract,
    add_stay,
    nights_of,
    oct_,
    plain_paper,
)
from tests.support.houses import TestHouse


def wmo_guest(house: TestHouse, name: str = "Piet", nights: int = 3, **allocation: object) -> tuple[int, int]:
    """A guest of a municipality with a stay of some nights from 5 October; gives guest and payer."""
    payer = house.payer()
    house.contract(payer, cents=20891)
    guest = house.guest(name, "Bakker", bsn=f"{999900000 + payer:09d}")
    house.allocation(guest, payer, **allocation)
    add_stay(house, guest, oct_(5), nights)
    return guest, payer


def only(house: TestHouse, month: Month = OCTOBER) -> PayerGroup:
    (group,) = month_groups(house.door, month)
    return group


def test_a_month_is_told_per_payer(house: TestHouse):
    wmo_guest(house)
    group = only(house)
    assert (group.payer, group.law, group.guests, group.nights) == ("Gemeente Helmond", Law.WMO, 1, 3)
    assert (group.total, group.state, group.is_ready) == (62673, DeclarationState.DRAFT, True)
    (line,) = group.lines
    assert (line.name, line.nights, line.rate, line.amount) == ("Piet Bakker", 3, 20891, 62673)


def test_a_month_without_stays_is_empty(house: TestHouse):
    assert month_groups(house.door, OCTOBER) == ()


def test_stays_are_named_whole_and_counted_in_part(house: TestHouse):
    guest, _payer = wmo_guest(house, nights=1)
    add_stay(house, guest, oct_(30), 4, label=BookingLabel.TRIAL)
    (line,) = only(house).lines
    assert [(span.arrival.day, span.departure.day, span.nights, span.is_trial) for span in line.spans] == [
        (5, 6, 1, False),
        (30, 3, 2, True),
    ]
    assert line.cautions == ("loopt door in november: 2 nachten volgen",)


def test_the_night_before_the_month_is_explained(house: TestHouse):
    guest, _payer = wmo_guest(house, nights=1)
    add_stay(house, guest, oct_(1).replace(month=9, day=30), 3)
    assert only(house).lines[0].notes == ("nacht van 30 sep stond in september",)


def test_nights_away_are_told_beside_the_line(house: TestHouse):
    guest, _payer = wmo_guest(house)
    with writing(house.door.engine) as session:
        first = select(Night).where(Night.guest_id == guest, Night.night == oct_(5))
        session.scalars(first).one().presence = Presence.AWAY
    (line,) = only(house).lines
    assert (line.nights, line.notes) == (2, ("1 nacht afwezig (5 okt): niet gedeclareerd",))


def test_a_question_has_its_sentence_and_choices(house: TestHouse):
    wmo_guest(house, number="7020", valid_until=oct_(6))
    group = only(house)
    (question,) = group.questions
    assert question.detail == "1 nacht (7 okt): buiten toewijzing 7020, die eindigt op 6 oktober 2026."
    assert question.choices == (Choice.ASK_EXTENSION, Choice.PRIVATE, Choice.NOT_DECLARED)
    assert group.lines[0].cautions == ("toewijzing 7020 eindigt 6 okt: 1 nacht niet gedekt",)
    assert not group.is_ready


def test_nights_that_nobody_pays_come_first(house: TestHouse):
    wmo_guest(house)
    nobody = house.guest("Ida", "Aalders")
    add_stay(house, nobody, oct_(9), 2)
    groups = month_groups(house.door, OCTOBER)
    assert [(group.payer, group.law) for group in groups] == [("", None), ("Gemeente Helmond", Law.WMO)]
    assert groups[0].questions[0].kind is QuestionKind.NO_PAYER


def test_each_guest_who_pays_is_a_payer(house: TestHouse):
    house.location()
    payer = add_private_contract(house)
    for name in ("Jan", "Ida"):
        guest = house.guest(name, "Vos", street="Dorpsstraat", house_no="3", postcode="5751 BB", town="Deurne")
        house.allocation(guest, payer, basis=Basis.PGB)
        add_stay(house, guest, oct_(5), 1)
    groups = month_groups(house.door, OCTOBER)
    assert [(group.payer, group.kind, group.total) for group in groups] == [
        ("Ida Vos", PayerKind.GUEST, 24930),
        ("Jan Vos", PayerKind.GUEST, 24930),
    ]
    sheet = declaration_sheet(house.door, groups[0].key, OCTOBER)
    assert sheet.payer.lines == ("Dorpsstraat 3", "5751 BB Deurne")
    assert sheet.needs_signature


def test_a_lump_sum_is_one_amount_without_guests(house: TestHouse):
    house.location()
    helmond, insurer = house.payer(), house.payer("CZ", PayerKind.INSURER)
    add_lump_sum(house, 1000001, {insurer: (1, 2), helmond: (1, 2)})
    guest = house.guest(municipality_code="9999")
    house.allocation(guest, helmond)
    add_stay(house, guest, oct_(5), 3)
    groups = month_groups(house.door, OCTOBER)
    assert [(group.law, group.total, group.share, group.lines) for group in groups] == [
        (Law.WMO, 500000, "1/2", ()),
        (Law.ZVW, 500001, "1/2", ()),
    ]
    assert "€ 10.000,01" in declaration_sheet(house.door, groups[0].key, OCTOBER).share_note.replace("\xa0", " ")


@pytest.mark.parametrize("role", [Role.CARE, Role.COORDINATOR])
def test_care_and_planning_see_no_money(house: TestHouse, role: Role):
    with pytest.raises(NotAllowed):
        month_groups(house.as_role(role), OCTOBER)


def test_the_paper_of_a_draft_has_no_number(house: TestHouse):
    wmo_guest(house)
    group = only(house)
    sheet = declaration_sheet(house.as_role(Role.ADMINISTRATOR), group.key, OCTOBER)
    assert (sheet.number, sheet.total, sheet.payer.name) == ("", 62673, "Gemeente Helmond")
    assert sheet.lines[0].bsn.startswith("9999")
    assert (sheet.due_on - sheet.issued_on).days == 30


def test_the_paper_of_one_payer_says_what_the_month_said(house: TestHouse):
    """It is read from that payer's guests alone, and must come to the same."""
    guest, _payer = wmo_guest(house, "Piet", volume=20, frequency=Frequency.TOTAL)
    wmo_guest(house, "Ida", nights=2)
    add_private_contract(house)
    answer_question(house.door, OCTOBER, guest, [oct_(6)], Choice.PRIVATE)
    add_lump_sum(house, 100000, {house.payer("CZ", PayerKind.INSURER): (1, 1)})
    groups = month_groups(house.door, OCTOBER)
    assert len(groups) == 4
    for group in groups:
        sheet = declaration_sheet(house.door, group.key, OCTOBER)
        assert (sheet.total, sheet.lines) == (group.total, group.lines)


@pytest.mark.parametrize("key", ["", "x", "1:2:wmo:0", "1:2:3", "d99"])
def test_an_unknown_key_is_said(house: TestHouse, key: str):
    house.location()
    with pytest.raises(NotFound):
        declaration_sheet(house.door, key, OCTOBER)


def test_no_paper_for_nights_that_nobody_pays(house: TestHouse):
    house.location()
    add_stay(house, house.guest(), oct_(9), 2)
    with pytest.raises(NotFound):
        declaration_sheet(house.door, only(house).key, OCTOBER)


# -- answers


def asked(house: TestHouse) -> tuple[int, PayerGroup]:
    """One night outside the allocation."""
    guest, _payer = wmo_guest(house, valid_until=oct_(6))
    return guest, only(house)


def test_a_night_can_be_left_to_the_house(house: TestHouse):
    guest, _group = asked(house)
    answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.NOT_DECLARED)
    group = only(house)
    assert group.is_ready
    assert (group.nights, group.decisions[0].nights, group.decisions[0].billing) == (
        2,
        (oct_(7),),
        Billing.NOT_DECLARED,
    )


def test_a_night_can_be_paid_by_the_guest(house: TestHouse):
    guest, _group = asked(house)
    add_private_contract(house)
    answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.PRIVATE)
    assert [(group.law, group.total) for group in month_groups(house.door, OCTOBER)] == [
        (Law.WMO, 2 * 20891),
        (Law.PRIVATE, 12500),
    ]


def test_an_extension_keeps_the_night_for_the_next_declaration(house: TestHouse):
    guest, group = asked(house)
    answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.ASK_EXTENSION)
    fix_declaration(house.door, OCTOBER, group.key, plain_paper)
    (november,) = month_groups(house.door, NOVEMBER)
    assert november.questions[0].nights == (oct_(7),)
    assert [group.is_fixed for group in month_groups(house.door, OCTOBER)] == [True]


def test_a_guest_who_never_checked_in_did_not_come(house: TestHouse):
    guest, _payer = wmo_guest(house)
    add_stay(house, guest, oct_(20), 2, state=BookingState.CONFIRMED, presence=Presence.PLANNED)
    (question,) = only(house).questions
    assert question.kind is QuestionKind.NOT_CHECKED_OUT
    answer_question(house.door, OCTOBER, guest, question.nights, Choice.COUNT_AS_ABSENT)
    assert [presence for _night, presence, _billing in nights_of(house, guest)][-2:] == [Presence.NO_SHOW] * 2
    assert only(house).is_ready


def test_an_answer_can_be_taken_back(house: TestHouse):
    guest, before = asked(house)
    changes = answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.NOT_DECLARED)
    take_back_answer(house.door, changes)
    assert only(house) == before


def test_taking_back_leaves_what_a_colleague_decided_since(house: TestHouse):
    guest, _before = asked(house)
    mine = answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.NOT_DECLARED)
    answer_question(house.as_role(Role.ADMINISTRATOR), OCTOBER, guest, [oct_(7)], Choice.ASK_EXTENSION)
    with pytest.raises(ChangedByOther):
        take_back_answer(house.door, mine)
    assert nights_of(house, guest)[-1][2] is Billing.HELD


def test_a_stay_that_moved_is_paid_to_each_house_for_its_own_nights(house: TestHouse):
    one, other = house.location("PLZ", name="Plezant"), house.location("WPN", name="Wijkpension")
    payer, guest = house.payer(), house.guest("Piet", "Bakker", bsn="999990019")
    house.contract(payer, one, cents=20000)
    house.contract(payer, other, cents=30000)
    house.allocation(guest, payer)
    stay = add_stay(house, guest, oct_(5), 3, location_id=other)
    beds = [house.bed("Kamer 1", one), house.bed("Kamer 1", one), house.bed("Kamer 9", other)]
    with writing(house.door.engine) as session:
        nights = session.scalars(select(Night).where(Night.booking_id == stay).order_by(Night.night))
        for night, bed in zip(nights, beds, strict=True):
            night.bed_id = bed
    groups = month_groups(house.door, OCTOBER)
    assert [(group.location, group.nights, group.total) for group in groups] == [
        ("Plezant", 2, 40000),
        ("Wijkpension", 1, 30000),
    ]


def test_a_decision_can_be_asked_again(house: TestHouse):
    guest, before = asked(house)
    answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.ASK_EXTENSION)
    ask_again(house.door, OCTOBER, guest, [oct_(7)])
    assert only(house) == before


def test_nights_that_went_meanwhile_are_not_decided_about(house: TestHouse):
    guest, _group = asked(house)
    with pytest.raises(ChangedByOther):
        answer_question(house.door, OCTOBER, guest, [oct_(7), oct_(8)], Choice.NOT_DECLARED)
    assert all(billing is Billing.NORMAL for _night, _presence, billing in nights_of(house, guest))


def test_declared_nights_are_not_decided_about(house: TestHouse):
    guest, _payer = wmo_guest(house)
    fix_declaration(house.door, OCTOBER, only(house).key, plain_paper)
    with pytest.raises(NightsDeclared):
        answer_question(house.door, OCTOBER, guest, [oct_(5)], Choice.NOT_DECLARED)


def test_a_choice_that_leads_elsewhere_decides_nothing(house: TestHouse):
    guest, _group = asked(house)
    with pytest.raises(ValueError, match="decides nothing"):
        answer_question(house.door, OCTOBER, guest, [oct_(7)], Choice.OPEN_FILE)


def test_the_coordinator_answers_no_questions_about_money(house: TestHouse):
    guest, _group = asked(house)
    with pytest.raises(NotAllowed):
        answer_question(house.as_role(Role.COORDINATOR), OCTOBER, guest, [oct_(7)], Choice.NOT_DECLARED)
