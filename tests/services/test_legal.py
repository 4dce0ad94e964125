"""Who decides for a guest and what was laid down about treatment, in a real house."""

from dataclasses import replace

import pytest

from logeerhuis_app.domain.care import AnswerState, Resuscitation
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment, WzdStatus
from logeerhuis_app.services.care import ResuscitationWish, set_resuscitation
from logeerhuis_app.services.legal import (
    CapacityWish,
    DirectiveWish,
    RepresentativeWish,
    WillWish,
    add_capacity,
    add_representative,
    add_will,
    change_representative,
    remove_representative,
    set_wzd,
    state_representation,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.legal import LegalRow
from tests.support.houses import TestHouse, nov

MENTOR = RepresentativeWish(Representation.MENTOR, "Karin Berg", "06 1234 5678", Seen.YES, nov(1))


def legal(house: TestHouse, guest: int) -> LegalRow:
    return guest_file(house.door, guest).legal


def version(house: TestHouse, guest: int) -> int:
    return guest_file(house.door, guest).person.version


def test_nobody_asked_is_not_nobody(house: TestHouse):
    guest = house.guest("Piet")
    assert legal(house, guest).representation_state is AnswerState.NOT_ASKED
    state_representation(house.door, guest, AnswerState.NONE, version(house, guest))
    assert legal(house, guest).representation_state is AnswerState.NONE


def test_a_representative_takes_the_word_nobody_back(house: TestHouse):
    guest = house.guest("Piet")
    state_representation(house.door, guest, AnswerState.NONE, version(house, guest))
    made = add_representative(house.door, guest, MENTOR).created_id
    (row,) = legal(house, guest).representatives
    assert (row.name, row.kind, row.paper, row.valid_from) == ("Karin Berg", Representation.MENTOR, Seen.YES, nov(1))
    with pytest.raises(FieldInvalid):
        state_representation(house.door, guest, AnswerState.NONE, version(house, guest))
    remove_representative(house.door, made, row.version)
    assert legal(house, guest).representation_state is AnswerState.NOT_ASKED


def test_two_writers_of_one_representative(house: TestHouse):
    guest = house.guest("Piet")
    made = add_representative(house.door, guest, MENTOR).created_id
    change_representative(house.door, made, replace(MENTOR, note="belt liever", version=1))
    with pytest.raises(ChangedByOther):
        change_representative(house.door, made, replace(MENTOR, note="iets anders", version=1))
    assert legal(house, guest).representatives[0].note == "belt liever"


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (replace(MENTOR, name=" "), "name"),
        (replace(MENTOR, phone="123"), "phone"),
        (replace(MENTOR, valid_until=nov(1), valid_from=nov(2)), "valid_until"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(house: TestHouse, wish: RepresentativeWish, field: str):
    guest = house.guest("Piet")
    with pytest.raises((FieldRequired, FieldInvalid)) as refusal:
        add_representative(house.door, guest, wish)
    assert getattr(refusal.value, "field", "") == field
    assert legal(house, guest).representatives == ()


def test_capacity_is_about_one_decision(house: TestHouse):
    guest = house.guest("Piet")
    with pytest.raises(FieldRequired):
        add_capacity(house.door, guest, CapacityWish("", "kan dit"))
    add_capacity(house.door, guest, CapacityWish("opname", "kan dit zelf beslissen", "dr. Bos", nov(3)))
    (row,) = legal(house, guest).capacity
    assert (row.decision, row.judged_by, row.judged_on) == ("opname", "dr. Bos", nov(3))


def test_agreements_on_treatment_stand_with_resuscitation(house: TestHouse):
    guest = house.guest("Piet")
    directives = (
        DirectiveWish(Treatment.HOSPITAL, Directive.NO, "", "Margreet", nov(3)),
        DirectiveWish(Treatment.ANTIBIOTICS, Directive.OTHER, "alleen tabletten", "Margreet", nov(3)),
        DirectiveWish(Treatment.BLOOD, Directive.NOT_DISCUSSED),
    )
    agreed = ResuscitationWish(Resuscitation.NO, nov(3), version=version(house, guest), directives=directives)
    wish = replace(agreed, discussed_with="Margreet", seen=Seen.YES)
    set_resuscitation(house.door, guest, wish)
    held = {row.treatment: row for row in legal(house, guest).directives}
    assert list(held) == list(Treatment), "what was not discussed stands there as well"
    assert held[Treatment.HOSPITAL].decision is Directive.NO
    assert held[Treatment.ANTIBIOTICS].text == "alleen tabletten"
    assert held[Treatment.BLOOD].decision is Directive.NOT_DISCUSSED
    assert (legal(house, guest).resuscitation_with, legal(house, guest).resuscitation_seen) == ("Margreet", Seen.YES)


def test_otherwise_says_how(house: TestHouse):
    guest = house.guest("Piet")
    wish = DirectiveWish(Treatment.HOSPITAL, Directive.OTHER)
    with pytest.raises(FieldRequired) as refusal:
        set_resuscitation(
            house.door, guest, ResuscitationWish(Resuscitation.YES, nov(3), version=1, directives=(wish,))
        )
    assert refusal.value.field == "hospital_text"


def test_a_changed_agreement_makes_a_newer_file(house: TestHouse):
    guest = house.guest("Piet")
    agreed = ResuscitationWish(Resuscitation.YES, nov(3), version=version(house, guest))
    set_resuscitation(house.door, guest, agreed)
    before = version(house, guest)
    more = replace(agreed, version=before, directives=(DirectiveWish(Treatment.BLOOD, Directive.NO),))
    set_resuscitation(house.door, guest, more)
    with pytest.raises(ChangedByOther):
        set_resuscitation(house.door, guest, more)


def test_a_living_will_and_compulsory_care(house: TestHouse):
    guest = house.guest("Piet")
    with pytest.raises(FieldRequired):
        add_will(house.door, guest, WillWish(LivingWillKind.OTHER))
    add_will(house.door, guest, WillWish(LivingWillKind.TREATMENT_BAN, nov(2), Seen.NO, "ligt bij de huisarts"))
    set_wzd(house.door, guest, WzdStatus.ARTICLE_21, "bedsensor", version(house, guest))
    held = legal(house, guest)
    assert (held.wills[0].kind, held.wills[0].paper) == (LivingWillKind.TREATMENT_BAN, Seen.NO)
    assert (held.wzd_status, held.wzd_text) == (WzdStatus.ARTICLE_21, "bedsensor")
