"""Conditions, allergies and alerts in all their columns, in a real house."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from logeerhuis_app.domain.care import AlertKind, AllergyCategory, Criticality, Severity
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.health import (
    DementiaStage,
    EuAllergen,
    ProblemKind,
    Reaction,
    ReactionSeverity,
    Verification,
)
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.models import Problem
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    ProblemWish,
    add_alert,
    add_allergy,
    add_problem,
    change_problem,
)
from logeerhuis_app.services.queries.guests import guest_file
from tests.support.houses import TestHouse, nov

DEMENTIA = ProblemWish(
    kind=ProblemKind.DEMENTIA,
    stage=DementiaStage.ADVANCED,
    started=PartialDate(2019),
    verification=Verification.CONFIRMED,
    is_leading=True,
)


def test_a_condition_says_how_far_and_since_when(house: TestHouse):
    guest = house.guest("Jan")
    add_problem(house.door, guest, DEMENTIA)
    (row,) = guest_file(house.door, guest).problems
    assert (row.name, row.started, row.verification) == (
        "dementie (gevorderd)",
        PartialDate(2019),
        Verification.CONFIRMED,
    )


def test_a_stage_is_of_dementia_only_and_what_is_over_leads_no_more(house: TestHouse):
    guest = house.guest("Jan")
    wish = replace(DEMENTIA, kind=ProblemKind.CANCER, ended=PartialDate(2021, 3))
    add_problem(house.door, guest, wish)
    (row,) = guest_file(house.door, guest).problems
    assert (row.stage, row.is_leading, row.ended) == (None, False, PartialDate(2021, 3))


def test_the_database_lets_one_lead(house: TestHouse):
    guest = house.guest("Jan")
    add_problem(house.door, guest, DEMENTIA)
    add_problem(house.door, guest, ProblemWish(kind=ProblemKind.PARKINSON, is_leading=True))
    problems = guest_file(house.door, guest).problems
    assert [(row.kind, row.is_leading) for row in problems] == [
        (ProblemKind.PARKINSON, True),
        (ProblemKind.DEMENTIA, False),
    ]
    with pytest.raises(IntegrityError):
        house.add(Problem(guest_id=guest, name="nog een", is_leading=True))


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (ProblemWish(), "name"),
        (replace(DEMENTIA, started=PartialDate(2027)), "started"),
        (replace(DEMENTIA, started=PartialDate(2020), ended=PartialDate(2019, 5)), "ended"),
    ],
)
def test_a_condition_that_cannot_be_is_refused_at_its_field(house: TestHouse, wish: ProblemWish, field: str):
    guest = house.guest("Jan")
    with pytest.raises((FieldRequired, FieldInvalid)) as refusal:
        add_problem(house.door, guest, wish)
    assert getattr(refusal.value, "field", "") == field


def test_two_writers_of_one_condition(house: TestHouse):
    guest = house.guest("Jan")
    made = add_problem(house.door, guest, DEMENTIA).created_id
    change_problem(house.door, made, replace(DEMENTIA, detail="thuis vastgesteld", version=1))
    with pytest.raises(ChangedByOther):
        change_problem(house.door, made, replace(DEMENTIA, version=1))


def test_an_allergy_tells_what_happened_and_when(house: TestHouse):
    guest = house.guest("Jan")
    wish = AllergyWish(
        "noten",
        Criticality.SEVERE,
        AllergyCategory.FOOD,
        reaction="in het gezicht",
        eu_allergen=EuAllergen.NUTS,
        reactions=(Reaction.ANGIOEDEMA, Reaction.ITCHING),
        reaction_severity=ReactionSeverity.SEVERE,
        last_reaction=PartialDate(2024, 6),
    )
    add_allergy(house.door, guest, wish)
    (row,) = guest_file(house.door, guest).banner.allergies
    assert row.reaction == "angio-oedeem, jeuk, in het gezicht"
    assert (row.eu_allergen, row.last_reaction) == (EuAllergen.NUTS, PartialDate(2024, 6))
    assert (row.reactions, row.own_reaction) == ((Reaction.ANGIOEDEMA, Reaction.ITCHING), "in het gezicht")


def test_a_food_of_the_list_is_no_medicine(house: TestHouse):
    guest = house.guest("Jan")
    wish = AllergyWish("melk", Criticality.MILD, AllergyCategory.MEDICATION, eu_allergen=EuAllergen.MILK)
    add_allergy(house.door, guest, wish)
    assert guest_file(house.door, guest).banner.allergies[0].eu_allergen is None


def test_an_alert_is_looked_at_again(house: TestHouse):
    guest = house.guest("Jan")
    wish = AlertWish(AlertKind.FALLING, "hek omhoog", Severity.AMBER, starts_on=nov(3), review_on=date(2026, 12, 1))
    add_alert(house.door, guest, wish)
    (row,) = guest_file(house.door, guest).banner.alerts
    assert (row.starts_on, row.review_on) == (nov(3), date(2026, 12, 1))
    with pytest.raises(FieldInvalid):
        add_alert(house.door, guest, replace(wish, review_on=nov(1)))
