"""Taking back a change of a file: the old comes back as a new deed, or nothing happens and it is said why."""

import json
from datetime import date

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    Severity,
)
from logeerhuis_app.domain.errors import NotAllowed
from logeerhuis_app.domain.errors_record import ChangedSince, NotToBeTakenBack
from logeerhuis_app.domain.guests import Gender, HelpKind
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Representation
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ProblemWish,
    add_alert,
    add_allergy,
    add_problem,
    change_allergy,
    end_alert,
    record_answers,
    remove_allergy,
    remove_problem,
    state_allergies,
)
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.intake import state_list
from logeerhuis_app.services.legal import RepresentativeWish, add_representative
from logeerhuis_app.services.network import (
    ContactWish,
    HelpWish,
    add_contact,
    add_help,
    change_contact,
    remove_contact,
    remove_help,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.taking_back import can_take_back, take_back
from tests.support.houses import TestHouse

NUTS = AllergyWish("noten", Criticality.SEVERE, reaction="benauwd")


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


def back(house: TestHouse, done: Changes) -> Changes:
    assert can_take_back(house.door, done.lines)
    return take_back(house.door, done.lines)


def test_a_person_is_as_before_and_both_steps_are_on_record(house: TestHouse):
    guest = house.guest("Noor", born=date(1940, 1, 30))
    person = file_of(house, guest).person
    wish = PersonWish("Noor", person.guest.born, "Jansen", town="Gemert", phone="0492 123 456", version=person.version)
    done = change_guest(house.door, guest, wish)
    undone = back(house, done)
    held = file_of(house, guest).person
    assert (held.guest.town, held.phone) == ("Helmond", "")
    assert held.version == person.version + 2
    again = back(house, undone)  # and the step back is one that can be taken back
    assert file_of(house, guest).person.guest.town == "Gemert"
    with reading(house.door.engine) as session:
        lines = list(session.scalars(select(AuditLine).where(AuditLine.id.in_(again.lines))))
        assert json.loads(lines[0].detail)["changed"]["town"] == ["Helmond", "Gemert"]
        assert list(broken_lines(session)) == []


def test_a_no_to_what_was_never_asked_is_on_record_and_can_be_taken_back(house: TestHouse):
    guest = house.guest("Noor", town="", municipality="", municipality_code="", gender=Gender.UNKNOWN)
    person = file_of(house, guest).person
    wish = PersonWish("Noor", person.guest.born, "Jansen", interpreter_needed=False, version=person.version)
    back(house, change_guest(house.door, guest, wish))
    assert file_of(house, guest).person.interpreter_needed is None


def test_an_allergy_goes_and_comes_with_what_the_file_says_of_it(house: TestHouse):
    guest = house.guest()
    added = add_allergy(house.door, guest, NUTS)
    gone = back(house, added)
    banner = file_of(house, guest).banner
    assert (banner.allergies, banner.allergy_status) == ((), AllergyStatus.NOT_ASKED)
    back(house, gone)
    banner = file_of(house, guest).banner
    assert [(row.agent, row.criticality, row.reaction) for row in banner.allergies] == [
        ("noten", Criticality.SEVERE, "benauwd")
    ]
    assert banner.allergy_status is AllergyStatus.KNOWN
    row = banner.allergies[0]
    back(house, remove_allergy(house.door, row.allergy_id, "was van de buurman", row.version))
    banner = file_of(house, guest).banner
    assert ([row.agent for row in banner.allergies], banner.allergy_status) == (["noten"], AllergyStatus.KNOWN)


def test_nothing_known_after_all(house: TestHouse):
    guest = house.guest()
    done = state_allergies(house.door, guest, AllergyStatus.NONE_KNOWN, 1)
    back(house, done)
    assert file_of(house, guest).banner.allergy_status is AllergyStatus.NOT_ASKED


def test_an_alert_that_ended_is_there_again(house: TestHouse):
    guest = house.guest()
    alert = add_alert(house.door, guest, AlertWish(AlertKind.FALLING, "rollator", Severity.AMBER)).created_id
    done = end_alert(house.door, alert, "loopt weer goed", 1)
    assert file_of(house, guest).banner.alerts == ()
    back(house, done)
    assert [row.action for row in file_of(house, guest).banner.alerts] == ["rollator"]


def test_answers_that_were_first_and_answers_that_were_changed(house: TestHouse):
    guest = house.guest()
    night = AnswerWish(CareTopic.NIGHT, AnswerState.GIVEN, text="slaapt door")
    first = record_answers(house.door, guest, [night])
    changed = record_answers(house.door, guest, [AnswerWish(CareTopic.NIGHT, AnswerState.NONE, version=1)])
    back(house, changed)
    assert file_of(house, guest).answers[CareTopic.NIGHT].text == "slaapt door"
    with pytest.raises(ChangedSince) as refused:  # the answer is the same, but nobody gave it at that time
        take_back(house.as_role(Role.MANAGER), changed.lines)
    assert refused.value.who == house.door.actor.name
    back(house, first)
    assert CareTopic.NIGHT not in file_of(house, guest).answers


def test_a_contact_comes_back_in_its_place(house: TestHouse):
    guest = house.guest()
    for name in ("Margreet", "Piet", "Truus"):
        add_contact(house.door, guest, ContactWish(name))
    first = file_of(house, guest).contacts[0]
    removed = remove_contact(house.door, first.contact_id, first.version)
    assert [row.name for row in file_of(house, guest).contacts] == ["Piet", "Truus"]
    back(house, removed)
    assert [(row.order, row.name) for row in file_of(house, guest).contacts] == [
        (1, "Margreet"),
        (2, "Piet"),
        (3, "Truus"),
    ]
    last = file_of(house, guest).contacts[2]
    moved = change_contact(house.door, last.contact_id, ContactWish("Truus", order=1, version=last.version))
    assert [row.name for row in file_of(house, guest).contacts] == ["Truus", "Margreet", "Piet"]
    back(house, moved)
    assert [row.name for row in file_of(house, guest).contacts] == ["Margreet", "Piet", "Truus"]


def test_help_and_conditions_come_back(house: TestHouse):
    guest = house.guest()
    care = add_help(house.door, guest, HelpWish(HelpKind.DAY_CARE, DuringStay.PAUSED)).created_id
    back(house, remove_help(house.door, care))
    assert [row.during_stay for row in file_of(house, guest).help_at_home] == [DuringStay.PAUSED]
    copd = add_problem(house.door, guest, ProblemWish("COPD", is_leading=True)).created_id
    led = add_problem(house.door, guest, ProblemWish("dementie", is_leading=True))
    back(house, led)
    assert [(row.name, row.is_leading) for row in file_of(house, guest).problems] == [("COPD", True)]
    back(house, remove_problem(house.door, copd))
    assert [row.name for row in file_of(house, guest).problems] == ["COPD"]


def test_what_somebody_changed_since_stays_and_who_it_was_is_said(house: TestHouse):
    guest, care = house.guest(), house.as_role(Role.CARE)
    added = add_allergy(house.door, guest, NUTS)
    changed = change_allergy(house.door, added.created_id, AllergyWish("pinda", Criticality.SEVERE, version=1))
    change_allergy(care, added.created_id, AllergyWish("pinda's", Criticality.FATAL, rescue="EpiPen", version=2))
    with pytest.raises(ChangedSince) as refused:
        take_back(house.door, changed.lines)
    assert refused.value.who == house.users[Role.CARE].name
    assert file_of(house, guest).banner.allergies[0].agent == "pinda's"


def test_known_stands_over_an_allergy_whoever_wrote_it(house: TestHouse):
    guest, care = house.guest(), house.as_role(Role.CARE)
    add_allergy(care, guest, NUTS)
    mine = add_allergy(house.door, guest, AllergyWish("penicilline", Criticality.SEVERE))
    nuts = next(row for row in file_of(house, guest).banner.allergies if row.agent == "noten")
    remove_allergy(care, nuts.allergy_id, "van de buurman", nuts.version)
    take_back(house.door, mine.lines)
    banner = file_of(house, guest).banner
    assert (banner.allergies, banner.allergy_status) == ((), AllergyStatus.NOT_ASKED), "never «known» of nothing"


def test_a_list_that_another_filled_is_not_none_again(house: TestHouse):
    guest, care = house.guest(), house.as_role(Role.CARE)
    state_list(care, guest, FileList.PROBLEMS, AnswerState.NONE)
    mine = add_problem(house.door, guest, ProblemWish("COPD"))
    add_problem(care, guest, ProblemWish("epilepsie"))
    take_back(house.door, mine.lines)
    file = file_of(house, guest)
    assert [row.name for row in file.problems] == ["epilepsie"]
    assert FileList.PROBLEMS not in file.said


def test_who_decides_stays_said_while_another_is_written_down(house: TestHouse):
    guest, care = house.guest(), house.as_role(Role.CARE)
    mine = add_representative(house.door, guest, RepresentativeWish(Representation.MENTOR, "Jan"))
    add_representative(care, guest, RepresentativeWish(Representation.CURATOR, "Piet"))
    take_back(house.door, mine.lines)
    legal = file_of(house, guest).legal
    assert ([row.name for row in legal.representatives], legal.representation_state) == (["Piet"], AnswerState.GIVEN)


def test_the_alert_against_fire_stays_while_there_is_oxygen(house: TestHouse):
    guest, care = house.guest(), house.as_role(Role.CARE)
    fire = AlertWish(kind=AlertKind.OXYGEN, action="geen open vuur", severity=Severity.RED)
    mine = add_alert(house.door, guest, fire)
    record_answers(care, guest, [AnswerWish(CareTopic.OXYGEN, AnswerState.GIVEN, "2")])
    take_back(house.door, mine.lines)
    assert [row.kind for row in file_of(house, guest).banner.alerts] == [AlertKind.OXYGEN]


def test_nobody_takes_back_the_deed_of_another_or_beyond_the_own_role(house: TestHouse):
    guest = house.guest()
    done = add_contact(house.door, guest, ContactWish("Margreet"))
    with pytest.raises(NotToBeTakenBack):
        take_back(house.as_role(Role.COORDINATOR), done.lines)
    with pytest.raises(NotAllowed):
        take_back(house.as_role(Role.CARE), done.lines)
    assert file_of(house, guest).contacts


def test_a_bsn_and_a_bed_are_no_such_change(house: TestHouse):
    guest = house.guest("Noor", born=date(1940, 1, 30))
    born = file_of(house, guest).person.guest.born
    wish = PersonWish("Noor", born, "Jansen", bsn="999990019", identity_checked_on=date(2026, 11, 2), version=1)
    done = change_guest(house.door, guest, wish)
    assert not can_take_back(house.door, done.lines)
    assert not can_take_back(house.door, ())
    with pytest.raises(NotToBeTakenBack):
        take_back(house.door, done.lines)
