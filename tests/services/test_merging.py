"""Two files of one person become one: nothing is lost, no night is declared twice, and what guards a guest stays."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from logeerhuis_app import i18n
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    MedicationCare,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.errors import ChangedByOther, ConcernsOpen, NotAllowed
from logeerhuis_app.domain.errors_merging import ChoiceOpen, FileMerged, MergeBlocked
from logeerhuis_app.domain.guests import FileStatus, Gender, Relationship
from logeerhuis_app.domain.handover import NoteCategory, ShiftKind
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Representation
from logeerhuis_app.domain.merging import Side
from logeerhuis_app.domain.rights import Asker, RestrictionGround, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import (
    AuditLine,
    Base,
    Guest,
    Note,
)
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    record_answers,
    set_resuscitation,
    state_allergies,
)
from logeerhuis_app.services.guests import PersonWish, change_guest, register_guest
from logeerhuis_app.services.intake import state_list
from logeerhuis_app.services.legal import RepresentativeWish, add_representative, state_representation
from logeerhuis_app.services.medication import ListWish, check_list, record_list
from logeerhuis_app.services.merge_parts import (
    CHOSEN,
    LISTS_OF_PART,
    REFUSED,
    STATED,
    STAY_BEHIND,
    counts,
    owned_columns,
)
from logeerhuis_app.services.merging import MergeWish, merge_files
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.guests import guest_file, guest_list, guest_log
from logeerhuis_app.services.queries.merging import PARTS, merge_sheet
from logeerhuis_app.services.removal import destroy_file, due_list, removal_sheet
from logeerhuis_app.services.rights import AskedBy, RequestWish, give_access, record_request, restrict_file
from tests.support.balance import assert_nights_balance
from tests.support.guest_files import BSN, MEDICINES, piet
from tests.support.houses import TestHouse, nov
from tests.support.merging import blocked, merge, second, stay, wish_for


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


@pytest.fixture
def two(house: TestHouse) -> tuple[int, int]:
    """Piet, and a second file that the weekend shift opened for him."""
    return piet(house), second(house)


# -- nothing is left behind


def test_every_table_of_a_guest_moves_or_is_named():
    """A new table of the guest is covered unasked; one of which a guest has one row needs a rule."""
    moved = {column.table.name for column in owned_columns()}
    owned = {table.name for table in Base.metadata.sorted_tables if _refers_to_guest(table)}
    assert owned - STAY_BEHIND == moved
    single = {
        table.name
        for table in Base.metadata.sorted_tables
        for one in (*table.constraints, *table.indexes)
        if getattr(one, "unique", type(one).__name__ == "UniqueConstraint")
        and "guest_id" in {column.name for column in getattr(one, "columns", ())}
    }
    assert single - STAY_BEHIND == REFUSED | CHOSEN | {STATED, "handover_ack", "problem"}  # one problem leads


def _refers_to_guest(table) -> bool:
    return any(key.column.table.name == "guest" for key in table.foreign_keys)


def test_every_column_of_the_guest_is_chosen_or_has_a_rule():
    chosen = {name for names in PARTS.values() for name in names}
    by_rule = {"bsn", "file_status", "end_reason", "ended_on", "kept_until", "kept_reason", "care_changed_on"}
    refused = {"restricted_on", "restriction_ground", "restriction_reason"}
    own = {"id", "guest_no", "version", "merged_into_id"}
    assert chosen | by_rule | refused | own == {column.name for column in Guest.__table__.columns}


def test_everything_moves_and_the_old_number_leads_to_the_kept_file(house: TestHouse, two: tuple[int, int]):
    whole, kept = two
    with reading(house.door.engine) as session:
        before = dict(counts(session, whole))
        number = session.get_one(Guest, whole).guest_no
    merge(house, kept, whole)
    with reading(house.door.engine) as session:
        assert dict(counts(session, kept)) == {**before, "guest": 1}
        assert counts(session, whole) == ()
        empty = session.get_one(Guest, whole)
        assert (empty.file_status, empty.merged_into_id, empty.bsn, empty.last_name) == (
            FileStatus.MERGED, kept, None, "",
        )  # fmt: skip
        assert session.get_one(Guest, kept).bsn == BSN
        assert_nights_balance(session)
        assert list(broken_lines(session)) == []
    for words in (number, "Berg", "06 9876 5432"):
        assert [row.guest.guest_id for row in guest_list(house.door, words).rows] == [kept], words
    with pytest.raises(FileMerged) as leads:
        guest_file(house.door, whole)
    assert leads.value.kept_id == kept


def test_both_logs_tell_and_the_kept_one_reads_as_one(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    merge(house, kept, other)
    number = _number(house, other)
    lines = [row.what for row in guest_log(house.door, kept)]
    assert any(f"samengevoegd met gast {number}" in line for line in lines)
    assert any("samengevoegd in gast" in line for line in lines), "of the other file"
    with reading(house.door.engine) as session:
        details = session.scalars(select(AuditLine.detail).where(AuditLine.use_case == "merge_files")).all()
    assert BSN not in "".join(details)
    assert any(json.loads(one).get("was", {}).get("phone") == "06 9876 5432" for one in details), "what gave way"


def _number(house: TestHouse, guest: int) -> str:
    with reading(house.door.engine) as session:
        return session.get_one(Guest, guest).guest_no


def test_notes_keep_their_writers(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    writer = house.as_role(Role.CARE).actor.user_id
    note = house.add(
        Note(
            guest_id=other, location_id=house._any_location(), at_utc=house.door.clock.now_utc(), shift_day=nov(21),
            shift_kind=next(iter(ShiftKind)), category=next(iter(NoteCategory)), text="sliep goed", by_user_id=writer,
        )
    ).id  # fmt: skip
    merge(house, kept, other)
    with reading(house.door.engine) as session:
        row = session.get_one(Note, note)
        assert (row.guest_id, row.by_user_id, row.text) == (kept, writer, "sliep goed")


# -- what guards the guest


def test_allergies_and_alerts_of_both_are_kept(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    add_allergy(house.door, other, AllergyWish("noten", Criticality.FATAL, rescue="EpiPen in de tas"))
    add_allergy(house.door, other, AllergyWish("penicilline", Criticality.MILD, reaction="uitslag"))
    add_alert(house.door, other, AlertWish(AlertKind.EPILEPSY, "112 na 5 minuten", Severity.RED))
    add_alert(house.door, other, AlertWish(AlertKind.CATHETER, "zak legen 3× per dag", Severity.AMBER))
    merge(house, kept, other)
    banner = guest_file(house.door, kept).banner
    agents = sorted((row.agent, row.criticality.value) for row in banner.allergies)
    assert agents == [("noten", "fatal"), ("penicilline", "mild"), ("penicilline", "severe")]
    assert banner.allergy_status is AllergyStatus.KNOWN
    actions = [row.action for row in banner.alerts]
    assert actions.count("zak legen 3× per dag") == 1, "the same line to the letter is one line"
    assert "112 na 5 minuten" in actions
    assert len(actions) == 4


def test_no_list_is_none_that_holds_something_in_the_other_file(house: TestHouse):
    kept, other = second(house), second(house)
    for which in FileList:
        state_list(house.door, kept, which, AnswerState.NONE)
    add_alert(house.door, other, AlertWish(AlertKind.EPILEPSY, "112 na 5 minuten", Severity.RED))
    state_list(house.door, other, FileList.HELP, AnswerState.UNKNOWN)
    merge(house, kept, other)
    file = guest_file(house.door, kept)
    assert set(file.said) == {FileList.CONTACTS, FileList.PROFESSIONALS, FileList.PROBLEMS}
    assert file.state_of(FileList.ALERTS) is AnswerState.GIVEN
    assert file.state_of(FileList.HELP) is AnswerState.NOT_ASKED


def test_each_list_of_which_none_can_be_said_is_looked_through():
    assert set(LISTS_OF_PART) == {which.value for which in FileList}


def test_who_decides_in_one_file_is_never_nobody_in_both(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    state_representation(house.door, kept, AnswerState.NONE, guest_file(house.door, kept).person.version)
    add_representative(house.door, other, RepresentativeWish(Representation.MENTOR, "Jan de Mentor"))
    merge(house, kept, other)
    legal = guest_file(house.door, kept).legal
    assert "Jan de Mentor" in {row.name for row in legal.representatives}
    assert legal.representation_state is AnswerState.GIVEN


def test_known_allergies_are_never_undone_by_none_known(house: TestHouse, two: tuple[int, int]):
    whole, kept = two
    state_allergies(house.door, kept, AllergyStatus.NONE_KNOWN, guest_file(house.door, kept).person.version)
    merge(house, kept, whole)
    banner = guest_file(house.door, kept).banner
    assert (banner.allergy_status, [row.agent for row in banner.allergies]) == (AllergyStatus.KNOWN, ["penicilline"])


def test_what_was_asked_in_one_file_only_is_taken_over(house: TestHouse, two: tuple[int, int]):
    whole, kept = two
    merge(house, kept, whole)
    file = guest_file(house.door, kept)
    assert file.banner.resuscitation is Resuscitation.NO
    assert file.medication.care is MedicationCare.TAKEN_OVER
    assert file.answers[CareTopic.SKIN].state is AnswerState.NONE
    assert file.person.gender_code is Gender.MALE


def test_a_contradiction_that_can_harm_is_chosen_by_a_person(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    version = guest_file(house.door, other).person.version
    set_resuscitation(house.door, other, ResuscitationWish(Resuscitation.YES, nov(1), version=version))
    record_answers(
        house.door,
        other,
        [
            AnswerWish(CareTopic.DRINK_LEVEL, AnswerState.GIVEN, "3"),
            AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="drukplek hiel"),
            AnswerWish(CareTopic.LIKES, AnswerState.GIVEN, text="thee"),
        ],
    )
    sheet = merge_sheet(house.door, kept, other)
    rows = {row.code: row for row in sheet.rows}
    assert (rows["resuscitation"].chosen, rows["resuscitation"].front) == (None, Side.KEPT)
    assert (rows["answer:drink_level"].chosen, rows["answer:drink_level"].front) == (None, Side.OTHER)
    assert (rows["answer:skin"].chosen, rows["answer:skin"].front) == (None, Side.OTHER), "before «none»"
    assert rows["answer:likes"].chosen is Side.KEPT
    assert [row.is_safety for row in sheet.rows] == sorted([row.is_safety for row in sheet.rows], reverse=True)
    for open_code in ("resuscitation", "answer:drink_level", "answer:skin"):
        wish = wish_for(house, kept, other)
        choices = {code: side for code, side in wish.choices.items() if code != open_code}
        with pytest.raises(ChoiceOpen) as refusal:
            merge_files(house.door, MergeWish(kept, other, wish.kept_version, wish.other_version, choices))
        assert refusal.value.field == open_code
    merge(house, kept, other, **{"answer:drink_level": Side.OTHER, "resuscitation": Side.OTHER})
    file = guest_file(house.door, kept)
    assert (file.banner.resuscitation, file.banner.resuscitation_on) == (Resuscitation.YES, nov(1))
    assert file.answers[CareTopic.DRINK_LEVEL].code == "3"
    assert file.answers[CareTopic.SKIN].state is AnswerState.NONE


def test_two_lists_become_one_that_is_to_be_checked(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    double = MEDICINES[0]
    more = replace(double, dose_amount="2")
    record_list(house.door, other, ListWish(nov(2), "Apotheek West", "via de zoon", (double, more), pages=1))
    merge(house, kept, other)
    row = guest_file(house.door, kept).medication
    assert (row.list_date, row.checked_by, len(row.medicines)) == (nov(2), (), 5)
    assert all(one.is_to_check for one in row.medicines)
    assert [one.dose_amount for one in row.medicines if "metoprolol" in one.name] == ["1", "2"]


def test_a_list_of_the_other_file_alone_is_checked_again(house: TestHouse, two: tuple[int, int]):
    whole, kept = two
    merge(house, kept, whole)
    row = guest_file(house.door, kept).medication
    assert (row.checked_by, len(row.medicines)) == ((), 4)
    assert all(one.is_to_check for one in row.medicines)
    check_list(house.as_role(Role.CARE), row.list_id, row.version)


def test_the_first_contact_stays_the_first(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    add_contact(house.door, other, ContactWish("Jan", Relationship.SON, "06 1111 2222"))
    merge(house, kept, other)
    contacts = guest_file(house.door, kept).contacts
    assert [(row.order, row.name.split()[0]) for row in contacts] == [(1, "Margreet"), (2, "Els"), (3, "Jan")]


# -- what stands in the way


def test_one_person_cannot_be_in_two_beds(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    stay(house, other, house.bed("Kamer 8"), nov(23), nov(26), BookingState.CONFIRMED)
    with pytest.raises(MergeBlocked) as refusal:
        merge(house, kept, other)
    assert (refusal.value.missing, refusal.value.nights) == (("same_nights",), (nov(23),))


def test_both_in_the_house(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    stay(house, other, house.bed("Kamer 8"), nov(22), nov(23), BookingState.PRESENT)
    assert blocked(house, kept, other) == {"both_in_house", "same_nights"}


def test_another_bsn(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    version = guest_file(house.door, other).person.version
    change = PersonWish(
        "Piet", date(1949, 3, 14), "Berg", "van den", bsn="123456782", identity_checked_on=nov(1), version=version
    )
    change_guest(house.door, other, change)
    assert blocked(house, kept, other) == {"other_bsn"}


def test_a_restricted_file_and_the_file_itself(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    assert blocked(house, kept, kept) == {"same_file"}
    version = guest_file(house.door, other).person.version
    restrict_file(house.door, other, RestrictionGround.CLAIM, "rechtszaak", version)
    assert blocked(house, kept, other) == {"restricted"}
    assert merge_sheet(house.door, kept, other).other.name == ""


def test_a_file_that_was_merged_already_and_a_chain(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    merge(house, kept, other)
    third = second(house)
    assert blocked(house, third, other) == {"merged"}
    merge(house, third, kept)
    assert [row.guest.guest_id for row in guest_list(house.door, _number(house, other)).rows] == [third]


def test_another_birth_date_and_name_need_a_yes(house: TestHouse, two: tuple[int, int]):
    kept = two[0]
    other = register_guest(house.door, PersonWish("Joop", date(1949, 3, 15), "Smit")).created_id
    with pytest.raises(ConcernsOpen) as asked:
        merge(house, kept, other)
    kinds = tuple(one.kind for one in asked.value.concerns)
    assert kinds == ("merge_other_birth_date", "merge_other_name")
    merge_files(house.door, wish_for(house, kept, other, kinds, born=Side.OTHER))
    assert guest_file(house.door, kept).person.guest.born == date(1949, 3, 15)


def test_a_file_that_changed_meanwhile(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    wish = wish_for(house, kept, other)
    version = guest_file(house.door, other).person.version
    set_resuscitation(house.door, other, ResuscitationWish(Resuscitation.YES, nov(1), version=version))
    with pytest.raises(ChangedByOther):
        merge_files(house.door, wish)


@pytest.mark.parametrize("role", [Role.CARE, Role.ADMINISTRATOR])
def test_only_who_plans(house: TestHouse, two: tuple[int, int], role: Role):
    for deed in (
        lambda: merge_sheet(house.as_role(role), *two),
        lambda: merge_files(house.as_role(role), MergeWish(*two, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_destroying_the_kept_file_empties_the_record_of_both(house: TestHouse):
    other, kept = second(house), second(house, last_name="Lieshout", phone="")
    merge_files(house.door, wish_for(house, kept, other, ("merge_other_name",)))
    assert _in_record(house, "06 9876 5432"), "else this proves nothing"
    record_request(house.door, kept, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    destroy_file(house.door, kept, "Lieshout", removal_sheet(house.door, kept).version)
    assert not _in_record(house, "06 9876 5432")
    with reading(house.door.engine) as session:
        assert list(broken_lines(session)) == []


def _in_record(house: TestHouse, words: str) -> bool:
    with reading(house.door.engine) as session:
        return any(words in line.detail for line in session.query(AuditLine))


def test_a_merged_number_gives_no_empty_file_and_never_falls_due(house: TestHouse, two: tuple[int, int]):
    kept, other = two
    merge(house, kept, other)
    with pytest.raises(FileMerged):
        give_access(house.door, other, AskedBy(Asker.GUEST))
    later = house.at(datetime(2060, 1, 1, 12, tzinfo=UTC))
    assert {row.guest_id for row in due_list(later).rows} == {kept}
