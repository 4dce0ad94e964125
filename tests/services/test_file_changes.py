"""What changed since the last stay: net, in words, safety first, and no more than the role may see."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import inspect

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import (
    AlertKind,
    AnswerState,
    CareTopic,
    Criticality,
    MedicationCare,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.file_changes import ChangeSection, net
from logeerhuis_app.domain.legal import Representation, WzdStatus
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.error_words import field_word
from logeerhuis_app.i18n.file_words import COLUMNS
from logeerhuis_app.models import Booking, Guest
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ProblemWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    add_problem,
    change_allergy,
    end_alert,
    record_answers,
    remove_allergy,
    set_resuscitation,
)
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.legal import RepresentativeWish, add_representative, set_wzd
from logeerhuis_app.services.medication import CareWish, set_medication_care
from logeerhuis_app.services.network import ContactWish, add_contact, change_contact
from logeerhuis_app.services.queries.file_changes import CARE_OF_GUEST, NOT_TOLD, QUIET, WHOLE, changes_since_stay
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.record_values import MODELS, NO_WORDS
from logeerhuis_app.services.rows.guest import GuestPerson
from logeerhuis_app.services.taking_back import take_back
from tests.support.houses import TestHouse, nov

BEFORE = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
NUTS = AllergyWish("noten", Criticality.MILD, reaction="jeuk")


@pytest.fixture
def stayed(house: TestHouse) -> int:
    """A guest who left on 14 November; until then much was written down, which is no news."""
    guest, early = house.guest("Noor", born=date(1940, 1, 30)), house.at(BEFORE)
    add_allergy(early, guest, NUTS)
    add_alert(early, guest, AlertWish(AlertKind.FALLING, "rollator", Severity.AMBER))
    add_contact(early, guest, ContactWish("Margreet", phone="0492 123 456"))
    record_answers(early, guest, [AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="gaaf")])
    house.add(
        Booking(
            guest_id=guest,
            location_id=house.location(),
            arrival=nov(10),
            departure=nov(14),
            state=BookingState.LEFT,
            label=BookingLabel.INCIDENTAL,
            checked_out_at_utc=datetime(2026, 11, 14, 9, 30, tzinfo=UTC),
        )
    )
    return guest


def said(house: TestHouse, guest: int, role: Role = Role.MANAGER) -> list[tuple[str, str, str]]:
    return [(row.what, row.old, row.new) for row in changes_since_stay(house.as_role(role), guest).rows]


def test_who_never_stayed_has_nothing_to_compare(house: TestHouse):
    guest = house.guest()
    add_allergy(house.door, guest, NUTS)
    found = changes_since_stay(house.door, guest)
    assert (found.since, found.rows) == (None, ())


def test_what_was_known_at_the_departure_is_no_news(house: TestHouse, stayed: int):
    found = changes_since_stay(house.door, stayed)
    assert (found.since, found.rows) == (nov(14), ())


def test_a_field_is_told_once_from_the_first_value_to_the_last(house: TestHouse, stayed: int):
    row = guest_file(house.door, stayed).banner.allergies[0]
    change_allergy(house.door, row.allergy_id, AllergyWish("noten", Criticality.MILD, reaction="benauwd", version=1))
    worse = AllergyWish("noten", Criticality.FATAL, reaction="shock", rescue="EpiPen", version=2)
    change_allergy(house.as_role(Role.CARE), row.allergy_id, worse)
    found = changes_since_stay(house.door, stayed)
    assert ("allergie noten: reactie", "jeuk", "shock") in [(one.what, one.old, one.new) for one in found.rows]
    assert len(found.rows) == 3
    assert {one.user for one in found.rows} == {house.users[Role.CARE].name}
    assert {one.section for one in found.rows} == {ChangeSection.SAFETY}
    assert found.keys == {f"allergy {row.allergy_id}"}


def test_what_went_back_to_what_it_was_is_no_news(house: TestHouse, stayed: int):
    person = guest_file(house.door, stayed).person
    wish = PersonWish("Noor", person.guest.born, "Jansen", town="Gemert", version=person.version)
    done = change_guest(house.door, stayed, wish)
    assert said(house, stayed)
    take_back(house.door, done.lines)
    row = guest_file(house.door, stayed).banner.allergies[0]
    gone = remove_allergy(house.door, row.allergy_id, "vergissing", row.version)
    take_back(house.door, gone.lines)
    added = add_problem(house.door, stayed, ProblemWish("COPD"))
    take_back(house.door, added.lines)
    assert said(house, stayed) == []


def test_new_gone_and_ended_are_told_whole(house: TestHouse, stayed: int):
    file = guest_file(house.door, stayed)
    allergy, alert = file.banner.allergies[0], file.banner.alerts[0]
    add_problem(house.door, stayed, ProblemWish("COPD", "GOLD 3"))
    remove_allergy(house.door, allergy.allergy_id, "was van de buurman", allergy.version)
    end_alert(house.door, alert.alert_id, "loopt weer goed", alert.version)
    rows = {row.what: row for row in changes_since_stay(house.door, stayed).rows}
    assert "GOLD 3" in rows["aandoening COPD"].new
    assert rows["aandoening COPD"].old == ""
    assert rows["allergie noten"].new == ""
    assert rows["allergie noten"].reason == "was van de buurman"
    assert any(row.reason == "loopt weer goed" and not row.new for row in rows.values())


def test_answers_and_agreements_are_told_in_the_words_of_the_file(house: TestHouse, stayed: int):
    record_answers(house.door, stayed, [AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="rode hiel", version=1)])
    version = guest_file(house.door, stayed).person.version
    set_resuscitation(house.door, stayed, ResuscitationWish(Resuscitation.NO, nov(20), version=version))
    rows = changes_since_stay(house.door, stayed).rows
    assert rows[0].section is ChangeSection.SAFETY
    assert any((row.old, row.new) == ("gaaf", "rode hiel") for row in rows)
    assert any(row.new == "nee" for row in rows)


def test_each_role_is_told_what_it_may_see(house: TestHouse, stayed: int):
    person = guest_file(house.door, stayed).person
    wish = PersonWish(
        "Noor", person.guest.born, "Jansen", town="Gemert", bsn="999990019", identity_checked_on=nov(2),
        version=person.version,
    )  # fmt: skip
    change_guest(house.door, stayed, wish)
    row = guest_file(house.door, stayed).banner.allergies[0]
    change_allergy(house.door, row.allergy_id, AllergyWish("noten", Criticality.MILD, reaction="benauwd", version=1))
    contact = guest_file(house.door, stayed).contacts[0]
    change_contact(
        house.door, contact.contact_id, ContactWish("Margreet", phone="0492 999 999", version=contact.version)
    )
    by_role = {role: " ".join(str(words) for words in said(house, stayed, role)) for role in Role}
    for role, told in by_role.items():
        assert "Gemert" in told, role
        assert "0492 999 999" in told, role
        assert "999990019" not in told
    assert "BSN" in by_role[Role.COORDINATOR]
    assert "BSN" not in by_role[Role.CARE]
    assert "benauwd" in by_role[Role.CARE]
    assert "benauwd" not in by_role[Role.ADMINISTRATOR]


def test_the_office_is_told_no_care_that_stands_with_the_guest(house: TestHouse, stayed: int):
    version = guest_file(house.door, stayed).person.version
    bem = CareWish(MedicationCare.TAKEN_OVER, nov(20), MedicationCare.TAKEN_OVER, "pillen in de la", version)
    set_medication_care(house.door, stayed, bem)
    set_wzd(house.door, stayed, WzdStatus.ARTICLE_21, "hek omhoog", version + 1)
    with_son = ResuscitationWish(Resuscitation.NO, nov(20), discussed_with="de zoon", version=version + 2)
    set_resuscitation(house.door, stayed, with_son)
    add_representative(house.door, stayed, RepresentativeWish(Representation.MENTOR, "Jan"))
    told = " ".join(map(str, said(house, stayed, Role.CARE)))
    assert all(words in told for words in ("pillen in de la", "hek omhoog", "de zoon"))
    assert said(house, stayed, Role.ADMINISTRATOR) == []


def test_each_column_of_a_guest_is_care_or_stands_with_the_person():
    with_person = {one.name for one in fields(GuestPerson)} | {"guest_no", "born", "bsn", "identity_number"}
    others = set(inspect(Guest).columns.keys()) - with_person - QUIET
    assert {name for name in others if not name.startswith(tuple(CARE_OF_GUEST))} == set()
    assert not [name for name in with_person if name.startswith(tuple(CARE_OF_GUEST))]


def test_only_the_first_and_the_last_value_count():
    assert net([{"a": [1, 2], "b": ["", "x"]}, {"a": [2, 3], "b": ["x", ""]}, {"c": "changed"}]) == {
        "a": (1, 3),
        "c": ("", "changed"),
    }


def test_every_column_that_can_change_has_a_word():
    """An English name of a column on screen is a defect; a new table of the file is told without being named here."""
    told = {
        name: model
        for name, model in MODELS.items()
        if (name not in NOT_TOLD | WHOLE and "guest_id" in model.__table__.columns) or name == "guest"
    }
    assert {"allergy", "contact_person", "care_observation", "guest"} <= set(told)
    without = [
        f"{name}.{column.key}"
        for name, model in told.items()
        for column in inspect(model).column_attrs
        if column.key not in QUIET | NO_WORDS and column.key not in COLUMNS and not field_word(column.key)
    ]
    assert without == []
