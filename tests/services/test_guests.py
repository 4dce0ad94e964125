"""Opening and changing a file: what is refused, what is kept, what the record says."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import (
    AlreadyExists,
    ChangedByOther,
    ConcernsOpen,
    FieldInvalid,
    FieldRequired,
    NotAllowed,
    NotFound,
)
from logeerhuis_app.domain.guests import FileStatus, Gender
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import IdentityDocument
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, Guest
from logeerhuis_app.services.changes import Topic
from logeerhuis_app.services.guests import PersonWish, change_guest, register_guest, set_fixed_contact
from logeerhuis_app.services.queries.guests import guest_file, house_people, show_bsn
from tests.support.houses import TestHouse, nov

PIET = PersonWish("Piet", date(1949, 3, 14), last_name="Berg", prefix="van den", gender=Gender.MALE, town="Helmond")
BSN = "123456782"
KNOWN = replace(PIET, bsn=BSN, identity_checked_on=nov(20), identity_document=IdentityDocument.PASSPORT)


def lines(house: TestHouse, guest_id: int) -> list[AuditLine]:
    with reading(house.door.engine) as session:
        found = session.scalars(select(AuditLine).where(AuditLine.guest_id == guest_id).order_by(AuditLine.id)).all()
        session.expunge_all()
        return list(found)


def everything_said(house: TestHouse) -> str:
    with reading(house.door.engine) as session:
        return "\n".join(session.scalars(select(AuditLine.detail)))


def test_a_given_name_and_a_birth_date_open_a_file(house: TestHouse):
    changes = register_guest(house.door, PersonWish(" Ida ", date(1940, 11, 19)))
    person = guest_file(house.door, changes.created_id).person
    assert (person.given_name, person.guest.name, person.guest.born, person.guest.age) == (
        "Ida",
        "Ida",
        PartialDate(1940, 11, 19),
        86,
    )
    assert changes.topics & Topic.GUESTS
    assert person.guest.guest_no == changes.number == "0001"


@pytest.mark.parametrize("typed", ["Jan\nPiet", "Jan \u202ePiet", "Jan \x00Piet", "Jan \ud800Piet"])
def test_a_name_is_one_line_that_reads_as_it_was_typed(house: TestHouse, typed: str):
    changes = register_guest(house.door, PersonWish(typed, date(1940, 11, 19)))
    assert guest_file(house.door, changes.created_id).person.guest.name == "Jan Piet"


def test_a_name_of_nothing_that_can_be_seen_is_no_name(house: TestHouse):
    with pytest.raises(FieldRequired):
        register_guest(house.door, PersonWish("\x00", date(1940, 11, 19)))


def test_guest_numbers_go_on_where_the_highest_stopped(house: TestHouse):
    house.guest(guest_no="0412")
    house.guest(guest_no="PLZ-9999")
    assert register_guest(house.door, PIET).number == "0413"


@pytest.mark.parametrize(
    ("wish", "field", "error"),
    [
        (replace(PIET, given_name="  "), "given_name", FieldRequired),
        (replace(PIET, born=None), "born", FieldRequired),
        (replace(PIET, born=date(2027, 1, 1)), "born", FieldInvalid),
        (replace(PIET, born=date(2015, 1, 1)), "born", FieldInvalid),
        (replace(PIET, born=date(1849, 3, 14)), "born", FieldInvalid),
        (replace(KNOWN, bsn="12345678"), "bsn", FieldInvalid),
        (replace(KNOWN, bsn="123456789"), "bsn", FieldInvalid),
        (replace(KNOWN, bsn="000000000"), "bsn", FieldInvalid),
        (replace(KNOWN, bsn="1234567821"), "bsn", FieldInvalid),
        (replace(PIET, bsn=BSN), "bsn", FieldInvalid),  # before the identity was established
        (replace(KNOWN, identity_checked_on=nov(23)), "identity_checked_on", FieldInvalid),
        (replace(PIET, postcode="0123 AB"), "postcode", FieldInvalid),
        (replace(PIET, phone="bellen"), "phone", FieldInvalid),
        (replace(PIET, email="margreet"), "email", FieldInvalid),
        (replace(PIET, town="H" * 200), "town", FieldInvalid),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(house: TestHouse, wish, field, error):
    with pytest.raises(error) as caught:
        register_guest(house.door, wish)
    assert caught.value.field == field
    with reading(house.door.engine) as session:
        assert session.scalars(select(Guest)).all() == []


def test_a_bsn_that_is_wrong_is_not_repeated_in_the_error(house: TestHouse):
    with pytest.raises(FieldInvalid) as caught:
        register_guest(house.door, replace(KNOWN, bsn="123456789"))
    assert "123456789" not in repr(caught.value)


def test_a_number_is_kept_in_one_spelling(house: TestHouse):
    made = register_guest(house.door, replace(KNOWN, bsn="1234.56.782", postcode="2601dc"))
    assert show_bsn(house.door, made.created_id) == BSN
    assert guest_file(house.door, made.created_id).person.postcode == "2601 DC"


def test_a_bsn_belongs_to_one_file_which_is_named(house: TestHouse):
    register_guest(house.door, KNOWN)
    with pytest.raises(AlreadyExists) as caught:
        register_guest(house.door, replace(KNOWN, given_name="Jan", born=date(1951, 7, 2)))
    assert caught.value.kind == "bsn"
    assert "Piet van den Berg" in caught.value.key
    assert BSN not in caught.value.key


def test_a_second_file_for_the_same_person_asks_first(house: TestHouse):
    register_guest(house.door, PIET)
    twin = replace(PIET, given_name="PIËT")
    with pytest.raises(ConcernsOpen) as caught:
        register_guest(house.door, twin)
    (concern,) = caught.value.concerns
    assert concern.kind == "duplicate_guest"
    assert "14-03-1949" in concern.detail
    passed = register_guest(house.door, replace(twin, accepted=(concern.kind,)))
    assert json.loads(lines(house, passed.created_id)[0].detail)["accepted"] == ["duplicate_guest"]
    assert guest_file(house.door, passed.created_id).person.guest.has_namesake


def test_a_change_puts_old_and_new_on_record(house: TestHouse):
    guest = register_guest(house.door, KNOWN).created_id
    version = guest_file(house.door, guest).person.version
    change_guest(house.door, guest, replace(KNOWN, town="Deurne", bsn="111222333", version=version))
    detail = json.loads(next(line for line in lines(house, guest) if line.action == "U").detail)
    assert detail["changed"]["town"] == ["Helmond", "Deurne"]
    assert detail["changed"]["bsn"] == "changed"
    assert show_bsn(house.door, guest) == "111222333"


def test_the_record_never_holds_a_bsn(house: TestHouse):
    guest = register_guest(house.door, KNOWN).created_id
    change_guest(house.door, guest, replace(KNOWN, bsn="111222333", version=1))
    show_bsn(house.door, guest)
    said = everything_said(house)
    assert BSN not in said
    assert "111222333" not in said


def test_a_bsn_that_nobody_touched_stays(house: TestHouse):
    guest = register_guest(house.door, KNOWN).created_id
    change_guest(house.door, guest, replace(KNOWN, bsn=None, town="Deurne", version=1))
    assert show_bsn(house.door, guest) == BSN
    change_guest(house.door, guest, replace(KNOWN, bsn="", version=2))
    assert show_bsn(house.door, guest) == ""


def test_the_second_of_two_writers_is_told(house: TestHouse):
    guest = register_guest(house.door, PIET).created_id
    change_guest(house.door, guest, replace(PIET, town="Deurne", version=1))
    with pytest.raises(ChangedByOther):
        change_guest(house.door, guest, replace(PIET, town="Asten", version=1))
    assert guest_file(house.door, guest).person.town == "Deurne"


def test_changing_a_street_never_asks_about_a_known_twin(house: TestHouse):
    register_guest(house.door, PIET)
    twin = register_guest(house.door, replace(PIET, accepted=("duplicate_guest",))).created_id
    change_guest(house.door, twin, replace(PIET, street="Dorpsstraat", version=1))
    assert guest_file(house.door, twin).person.street == "Dorpsstraat"


def test_only_planners_open_and_change_files(house: TestHouse):
    guest = register_guest(house.as_role(Role.COORDINATOR), PIET).created_id
    for role in (Role.CARE, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            register_guest(house.as_role(role), replace(PIET, given_name="Jan"))
        with pytest.raises(NotAllowed):
            change_guest(house.as_role(role), guest, replace(PIET, version=1))


def test_the_bsn_in_full_is_logged_and_not_for_care(house: TestHouse):
    guest = register_guest(house.door, KNOWN).created_id
    assert guest_file(house.door, guest).person.bsn == "••••• 782"
    care = guest_file(house.as_role(Role.CARE), guest).person
    assert (care.bsn, care.may_see_bsn, care.identity_document) == ("", False, None)
    assert show_bsn(house.as_role(Role.ADMINISTRATOR), guest) == BSN
    assert [line.username for line in lines(house, guest) if line.object_kind == "bsn"] == ["administrator"]
    with pytest.raises(NotAllowed):
        show_bsn(house.as_role(Role.CARE), guest)


def test_a_family_has_one_fixed_contact_in_the_house(house: TestHouse):
    guest = register_guest(house.door, PIET).created_id
    somebody = house_people(house.door)[0]
    set_fixed_contact(house.door, guest, somebody.user_id, 1)
    file = guest_file(house.door, guest)
    assert (file.fixed_contact, file.person.fixed_contact_id) == (somebody.name, somebody.user_id)
    with pytest.raises(ChangedByOther):
        set_fixed_contact(house.door, guest, None, 1)
    with pytest.raises(NotFound):
        set_fixed_contact(house.door, guest, 999_999, 2)


def test_a_file_that_is_not_there_is_said(house: TestHouse):
    with pytest.raises(NotFound):
        guest_file(house.door, 4711)
    with pytest.raises(NotFound):
        change_guest(house.door, 4711, PIET)


def test_an_ended_file_can_be_opened_again(house: TestHouse):
    guest = house.guest(file_status=FileStatus.ENDED)
    version = guest_file(house.door, guest).person.version
    change_guest(house.door, guest, PersonWish("Noor", date(1940, 1, 30), last_name="Jansen", version=version))
    assert guest_file(house.door, guest).person.file_status is FileStatus.ACTIVE
