"""Payers, contracts and rates: what a night costs on its own date, written down without a file."""

from datetime import date
from typing import Any

import pytest

from logeerhuis_app.domain.errors import (
    AlreadyExists,
    ChangedByOther,
    FieldInvalid,
    FieldRequired,
    NotAllowed,
    UserFacingError,
)
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Share
from logeerhuis_app.services.house import house_facts
from logeerhuis_app.services.payers import (
    ContractWish,
    PayerWish,
    RateWish,
    add_contract,
    add_payer,
    add_rate,
    change_payer,
    correct_rate,
    end_contract,
    payer_facts,
)
from logeerhuis_app.services.rows.payers import ContractRow
from tests.support.houses import TestHouse

HELMOND = PayerWish(PayerKind.MUNICIPALITY, "Gemeente Helmond", "0794", address="Weg op den Heuvel 35")
FIRST = date(2026, 1, 1)


def contract(house: TestHouse, **values: Any) -> ContractRow:
    payer = add_payer(house.door, HELMOND).created_id
    wish = {"location_id": house.location(), "number": "C-1", "basis": Basis.WMO, "valid_from": FIRST}
    add_contract(house.door, payer, ContractWish(**{**wish, "amount_cents": 15_000, **values}))
    (row,) = payer_facts(house.door).of(payer)
    return row


def test_a_payer_gets_a_contract_and_a_rate(house: TestHouse):
    row = contract(house, product="Kortdurend verblijf", product_category="04")
    assert (row.law, row.arrangement, row.location, row.number) == (Law.WMO, Arrangement.PER_NIGHT, "Plezant", "C-1")
    (rate,) = row.rates
    assert (rate.basis, rate.valid_from, rate.valid_until, rate.amount_cents) == (Basis.WMO, FIRST, None, 15_000)
    (payer,) = payer_facts(house.door).payers
    assert (payer.kind, payer.code, payer.name) == (PayerKind.MUNICIPALITY, "0794", "Gemeente Helmond")


def test_a_new_rate_ends_the_one_before_it_the_day_before(house: TestHouse):
    row = contract(house)
    add_rate(house.door, row.contract_id, RateWish(Basis.WMO, date(2026, 7, 1), 15_550))
    (row,) = payer_facts(house.door).contracts
    spans = [(rate.valid_from, rate.valid_until, rate.amount_cents, rate.is_last) for rate in row.rates]
    assert spans == [(date(2026, 7, 1), None, 15_550, True), (FIRST, date(2026, 6, 30), 15_000, False)]
    with pytest.raises(FieldInvalid) as refusal:
        add_rate(house.door, row.contract_id, RateWish(Basis.WMO, date(2026, 7, 1), 1))
    assert refusal.value.field == "valid_from"
    with pytest.raises(FieldInvalid):
        add_rate(house.door, row.contract_id, RateWish(Basis.MPT, date(2026, 8, 1), 1))


def test_a_rate_that_was_typed_wrongly_is_put_right(house: TestHouse):
    row = contract(house)
    correct_rate(house.door, row.rates[0].rate_id, 16_000)
    assert payer_facts(house.door).contracts[0].rates[0].amount_cents == 16_000
    for cents, error in ((None, FieldRequired), (-1, FieldInvalid)):
        with pytest.raises(error):
            correct_rate(house.door, row.rates[0].rate_id, cents)


def test_a_contract_ends_and_goes_on(house: TestHouse):
    row = contract(house)
    with pytest.raises(FieldInvalid):
        end_contract(house.door, row.contract_id, date(2025, 12, 31), row.version)
    end_contract(house.door, row.contract_id, date(2026, 12, 31), row.version)
    with pytest.raises(ChangedByOther):
        end_contract(house.door, row.contract_id, None, row.version)
    assert payer_facts(house.door).contracts[0].valid_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (PayerWish(PayerKind.MUNICIPALITY, "", "0794"), FieldRequired),
        (PayerWish(PayerKind.MUNICIPALITY, "Gemeente Helmond", "794"), FieldInvalid),
        (PayerWish(PayerKind.INSURER, "CZ", ""), FieldInvalid),
        (PayerWish(PayerKind.MUNICIPALITY, "Nog een Helmond", " 0794 "), AlreadyExists),
        (PayerWish(PayerKind.OTHER, "x" * 121), FieldInvalid),
    ],
)
def test_a_payer_that_cannot_be_is_refused(house: TestHouse, wish: PayerWish, error: type[UserFacingError]):
    add_payer(house.door, HELMOND)
    with pytest.raises(error):
        add_payer(house.door, wish)
    assert len(payer_facts(house.door).payers) == 1


def test_a_payer_is_changed_by_one_at_a_time(house: TestHouse):
    add_payer(house.door, HELMOND)
    (row,) = payer_facts(house.door).payers
    wish = PayerWish(PayerKind.MUNICIPALITY, "Gemeente Helmond", "0794", "Wmo", version=row.version)
    change_payer(house.door, row.payer_id, wish)
    assert payer_facts(house.door).payers[0].department == "Wmo"
    with pytest.raises(ChangedByOther):
        change_payer(house.door, row.payer_id, wish)


@pytest.mark.parametrize("values", [{"number": " "}, {"valid_from": None}, {"amount_cents": None}])
def test_a_contract_that_says_too_little_is_refused_whole(house: TestHouse, values: dict[str, Any]):
    with pytest.raises(FieldRequired):
        contract(house, **values)
    assert payer_facts(house.door).contracts == ()


@pytest.mark.parametrize("role", [Role.CARE, Role.COORDINATOR])
def test_who_has_no_business_with_money_sees_no_rates(house: TestHouse, role: Role):
    with pytest.raises(NotAllowed):
        payer_facts(house.as_role(role))


def test_the_administrator_notes_who_pays_and_changes_nothing_else_of_the_house(house: TestHouse):
    office = house.as_role(Role.ADMINISTRATOR)
    add_payer(office, HELMOND)
    assert [row.name for row in payer_facts(office).payers] == ["Gemeente Helmond"]
    with pytest.raises(NotAllowed):
        house_facts(office)


def test_whoever_shares_a_lump_sum_has_that_contract_too(house: TestHouse):
    first, second = (house.payer(name) for name in ("Gemeente Asten", "Gemeente Deurne"))
    row = house.contract(first, arrangement=Arrangement.LUMP_SUM)
    for order, payer_id in enumerate((first, second), start=1):
        house.add(Share(contract_id=row, payer_id=payer_id, order=order, numerator=1, denominator=2))
    facts = payer_facts(house.door)
    assert [one.contract_id for one in facts.of(second)] == [row]
    assert facts.of(first) == facts.of(second)


def test_the_price_of_a_day(house: TestHouse):
    row = contract(house)
    add_rate(house.door, row.contract_id, RateWish(Basis.WMO, date(2026, 7, 1), 15_550))
    end_contract(house.door, row.contract_id, date(2026, 12, 31), row.version)
    (row,) = payer_facts(house.door).contracts
    days = (date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1))
    assert [row.cents_on(day) for day in days] == [(), (15_000,), (15_550,), ()]
