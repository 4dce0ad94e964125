"""Destroying a care file: nothing of it is left anywhere, and what was declared stays to the cent."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import LargeBinary, Table, select, text

from logeerhuis_app import i18n
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.documents import DocumentKind, MediaType
from logeerhuis_app.domain.errors import ChangedByOther, FieldRequired, NotAllowed, NotFound
from logeerhuis_app.domain.errors_rights import FileDestroyed, NameMistyped, RemovalBlocked
from logeerhuis_app.domain.handover import NoteCategory, ShiftKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.retention import NO_BIRTH_DATE, Obstacle, Part, RemovalGround
from logeerhuis_app.domain.rights import Asker, Decision, RestrictionGround, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models import (
    AuditLine,
    Base,
    Booking,
    Declaration,
    DeclaredNight,
    Destruction,
    Document,
    DocumentContent,
    Guest,
    Note,
    Trajectory,
    TrajectoryStep,
)
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.file_parts import FINANCE, TRACES, care_rows
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups
from logeerhuis_app.services.queries.guests import guest_file, guest_list, show_bsn
from logeerhuis_app.services.removal import (
    KeepWish,
    destroy_file,
    due_list,
    keep_longer,
    proof_sheet,
    removal_sheet,
)
from logeerhuis_app.services.rights import (
    AskedBy,
    DecisionWish,
    RequestWish,
    decide_request,
    give_access,
    record_request,
    restrict_file,
)
from tests.support.declaring import plain_paper
from tests.support.guest_files import BSN, piet
from tests.support.houses import TestHouse, nov

OCTOBER = Month(2026, 10)


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


TRACED = (
    *("Lieshout", BSN, "Margreet", "penicilline", "Molenstraat", "0492 123 456", "verblijfskatheter", "bijtanken"),
    "keukentafel",
)
"""What the file of Piet holds; his last name is one that nothing else in the house has."""


@pytest.fixture
def guest(house: TestHouse) -> int:
    """Piet has left, October is declared, and he asked to have his file destroyed."""
    guest_id = piet(house)
    _rename(house, guest_id)
    _write_about(house, guest_id)
    with writing(house.door.engine) as session:
        for booking in session.query(Booking).filter(Booking.departure > nov(1)):
            session.execute(text("DELETE FROM night WHERE booking_id = :id"), {"id": booking.id})
            session.delete(booking)
    record_request(house.door, guest_id, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    return guest_id


def _rename(house: TestHouse, guest_id: int) -> None:
    """So that the record of changes holds a name as well."""
    person = guest_file(house.door, guest_id).person
    wish = PersonWish(
        "Piet", person.guest.born, last_name="Lieshout", prefix="van", version=person.version, street="Molenstraat",
        phone="0492 123 456", bsn=BSN, identity_checked_on=nov(2), town="Helmond", municipality="Helmond",
        municipality_code="0794",
    )  # fmt: skip
    change_guest(house.door, guest_id, wish)


def _write_about(house: TestHouse, guest_id: int) -> None:
    """A note with its correction, and the road of a request that led to a stay."""
    shift = {"shift_day": nov(20), "shift_kind": next(iter(ShiftKind)), "by_user_id": house.door.actor.user_id}
    place = house._any_location()
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    kind = next(iter(NoteCategory))
    said = {"guest_id": guest_id, "location_id": place, "at_utc": at, "category": kind, **shift}
    first = house.add(Note(text="Piet van Lieshout is onrustig", **said)).id
    house.add(Note(text="meneer Lieshout slaapt", corrects_id=first, reason="Lieshout", **said))
    road = Trajectory(
        guest_id=guest_id, guest_name="Piet van Lieshout", caller="Margreet", received_on=nov(1),
        referrer=next(iter(Referrer)), urgency=next(iter(Urgency)), state=next(iter(TrajectoryState)),
    )  # fmt: skip
    road_id = house.add(road).id
    house.add(TrajectoryStep(trajectory_id=road_id, at_utc=at, by="x", state=road.state, note="Margreet belde"))
    with writing(house.door.engine) as session:
        session.execute(text("UPDATE booking SET note = 'van Lieshout', trajectory_id = :id"), {"id": road_id})


def declared(house: TestHouse, guest_id: int) -> None:
    """October, private: the simplest payer that gives a paper."""
    with writing(house.door.engine) as session:
        session.execute(text("UPDATE night SET billing = 'not_declared' WHERE guest_id = :id"), {"id": guest_id})


def destroy(house: TestHouse, guest_id: int, name: str = "lieshout") -> int:
    version = removal_sheet(house.door, guest_id).version
    return destroy_file(house.door, guest_id, name, version).created_id


def everything(house: TestHouse) -> Iterator[tuple[str, str]]:
    """Every value of every row of every table as text, save the papers that left the house."""
    with reading(house.door.engine) as session:
        for table in Base.metadata.sorted_tables:
            columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
            if table.name == "declaration":
                columns = [column for column in columns if column.name != "sheet"]
            for row in session.execute(select(*columns)):
                yield table.name, " | ".join(str(value) for value in row)


def found(house: TestHouse, words: str) -> list[str]:
    return [table for table, row in everything(house) if words.casefold() in row.casefold()]


@pytest.mark.parametrize("words", TRACED)
def test_nothing_of_the_file_is_left_in_any_table(house: TestHouse, guest: int, words: str):
    assert found(house, words), "else this proves nothing"
    declared(house, guest)
    destroy(house, guest)
    assert found(house, words) == []


def test_every_table_that_leads_to_the_guest_goes_or_is_named(house: TestHouse, guest: int):
    """A new table of the guest is covered unasked; one that must stay is named in ``file_parts``."""
    owned = {table.name for table in Base.metadata.sorted_tables if _refers_to(table, "guest")}
    with reading(house.door.engine) as session:
        gone = set(care_rows(session, guest))
    assert not gone & (FINANCE | TRACES)
    assert {"note", "trajectory_step", "medication_item", "carer_situation", "carer_measure", "rights_request"} <= gone
    assert owned - FINANCE - TRACES - {"guest"} >= gone - {"trajectory_step", "medication_item", "document_content"}


def _refers_to(table: Table, name: str) -> bool:
    return any(key.column.table.name == name for key in table.foreign_keys)


def test_papers_and_pictures_go_with_their_bytes(house: TestHouse, guest: int):
    declared(house, guest)
    paper = Document(
        guest_id=guest, kind=next(iter(DocumentKind)), media_type=next(iter(MediaType)), size=4, note="Lieshout",
        attached_at_utc=datetime(2026, 11, 20, 12, tzinfo=UTC), attached_by="x",
    )  # fmt: skip
    paper_id = house.add(paper).id
    house.add(DocumentContent(document_id=paper_id, content=b"scan"))
    assert dict(removal_sheet(house.door, guest).gone)["document_content"] == 1
    destroy(house, guest)
    with reading(house.door.engine) as session:
        assert session.query(DocumentContent).count() == 0
    assert found(house, "Lieshout") == []


def test_a_number_and_the_payer_are_left(house: TestHouse, guest: int):
    declared(house, guest)
    number = removal_sheet(house.door, guest).guest_no
    proof = proof_sheet(house.door, destroy(house, guest))
    with reading(house.door.engine) as session:
        row = session.get_one(Guest, guest)
        assert (row.guest_no, row.given_name, row.last_name) == (number, "Vernietigd dossier 2026-001", "")
        assert (row.municipality_code, row.bsn, row.born) == ("0794", None, NO_BIRTH_DATE)
        assert session.query(Booking).filter_by(guest_id=guest, note="", trajectory_id=None).count() == 1
        assert list(broken_lines(session)) == []
    assert (proof.row.number, proof.row.guest_no, proof.row.decided_by) == ("2026-001", number, "M. Beheer")
    assert (proof.row.ground, proof.row.backups_until) == (RemovalGround.REQUEST, date(2027, 11, 30))
    assert dict(proof.row.removed)["care_answer"] > 5


def test_who_saw_the_file_stays_on_record(house: TestHouse, guest: int):
    guest_file(house.as_role(Role.CARE), guest)
    declared(house, guest)
    with reading(house.door.engine) as session:
        before = session.query(AuditLine.id, AuditLine.username, AuditLine.use_case).filter_by(guest_id=guest).all()
    destroy(house, guest)
    with reading(house.door.engine) as session:
        after = session.query(AuditLine.id, AuditLine.username, AuditLine.use_case).filter_by(guest_id=guest).all()
    assert after[: len(before)] == before
    assert ("care", "see_guest") in {tuple(row)[1:] for row in after}
    assert after[-1].use_case == "remove_file"


def test_nobody_finds_or_opens_it_any_more(house: TestHouse, guest: int):
    declared(house, guest)
    destroy(house, guest)
    for words in ("", "Lieshout", "vernietigd", "Piet"):
        assert guest_list(house.door, words).rows == ()
    for look in (guest_file, show_bsn):
        with pytest.raises(FileDestroyed):
            look(house.door, guest)
    with pytest.raises(FileDestroyed):
        give_access(house.door, guest, AskedBy(Asker.GUEST))
    with pytest.raises(RemovalBlocked):
        destroy_file(house.door, guest, "Vernietigd dossier 2026-001", removal_sheet(house.door, guest).version)


def test_what_was_declared_stays_to_the_cent(house: TestHouse, guest: int):
    contract = house.contract(house_payer(house), cents=21000, basis=_basis(house, guest), law=_law(house, guest))
    assert contract
    (group,) = [one for one in month_groups(house.door, OCTOBER) if one.payer_id]
    fix_declaration(house.door, OCTOBER, group.key, plain_paper)
    before, sheet = month_groups(house.door, OCTOBER), _sheet(house)
    paper = _paper(house)
    destroy(house, guest)
    assert [(one.number, one.total) for one in month_groups(house.door, OCTOBER)] == [
        (one.number, one.total) for one in before
    ]
    assert (_sheet(house), _paper(house)) == (sheet, paper)
    with reading(house.door.engine) as session:
        assert session.query(DeclaredNight).filter_by(guest_id=guest, is_credited=False).count() == 25
    assert month_groups(house.door, Month(2026, 11)) == (), "nothing to credit, nothing to ask"
    assert proof_sheet(house.door, 1).row.finance_until == date(2034, 1, 1)


def house_payer(house: TestHouse) -> int:
    with reading(house.door.engine) as session:
        return int(session.execute(text("SELECT payer_id FROM allocation")).scalar_one())


def _basis(house: TestHouse, guest: int) -> Any:
    return guest_file(house.door, guest).allocations[0].basis


def _law(house: TestHouse, guest: int) -> Any:
    return guest_file(house.door, guest).allocations[0].law


def _sheet(house: TestHouse) -> Any:
    return declaration_sheet(house.door, "d1", OCTOBER)


def _paper(house: TestHouse) -> tuple[bytes, str]:
    with reading(house.door.engine) as session:
        row = session.get_one(Declaration, 1)
        return row.pdf, row.pdf_sha256


# -- what stands in the way


def refused(house: TestHouse, guest: int) -> set[str]:
    with pytest.raises(RemovalBlocked) as refusal:
        destroy(house, guest)
    return set(refusal.value.missing)


def test_a_present_and_a_planned_stay_stand_in_the_way(house: TestHouse):
    guest = piet(house)
    record_request(house.door, guest, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    with pytest.raises(RemovalBlocked) as refusal:
        destroy(house, guest, "Berg")
    assert {"in_house", "stay_ahead", "declaration_open"} <= set(refusal.value.missing)


def test_nights_to_declare_stand_in_the_way(house: TestHouse, guest: int):
    assert refused(house, guest) == {"declaration_open"}


def test_without_a_request_the_term_stands_in_the_way(house: TestHouse, guest: int):
    declared(house, guest)
    request = guest_requests(house, guest)
    decide_request(house.door, request, DecisionWish(Decision.REFUSED, "belang van een ander", version=1))
    assert refused(house, guest) == {"term_runs"}


def guest_requests(house: TestHouse, guest: int) -> int:
    with reading(house.door.engine) as session:
        return int(
            session.execute(text("SELECT id FROM rights_request WHERE guest_id = :g"), {"g": guest}).scalar_one()
        )


def test_a_restriction_and_a_decision_to_keep_stand_in_the_way(house: TestHouse, guest: int):
    declared(house, guest)
    version = removal_sheet(house.door, guest).version
    restrict_file(house.door, guest, RestrictionGround.CLAIM, "rechtszaak", version)
    with pytest.raises(FieldRequired):
        keep_longer(house.door, guest, KeepWish(nov(30), " ", version + 1))
    keep_longer(house.door, guest, KeepWish(nov(30), "belang van zijn dochter", version + 1))
    assert refused(house, guest) == {"restricted", "kept_longer"}


def test_the_name_is_typed_and_the_newest_file_was_seen(house: TestHouse, guest: int):
    declared(house, guest)
    with pytest.raises(NameMistyped):
        destroy(house, guest, "Jansen")
    version = removal_sheet(house.door, guest).version
    keep_longer(house.door, guest, KeepWish(None, "", version))
    keep_longer(house.door, guest, KeepWish(nov(1), "x", version))
    with pytest.raises(ChangedByOther):
        destroy_file(house.door, guest, "Lieshout", version)
    with reading(house.door.engine) as session:
        assert session.query(Destruction).count() == 0


def test_his_name_in_the_file_of_somebody_else_is_counted(house: TestHouse, guest: int):
    before = removal_sheet(house.door, guest).mentions
    shift = {"shift_day": nov(20), "shift_kind": next(iter(ShiftKind)), "by_user_id": house.door.actor.user_id}
    said = {"location_id": house._any_location(), "at_utc": datetime(2026, 11, 20, 12, tzinfo=UTC), **shift}
    text_of = "zat aan tafel met de heer Van LIESHOUT"
    house.add(Note(guest_id=house.guest(), text=text_of, category=next(iter(NoteCategory)), **said))
    assert removal_sheet(house.door, guest).mentions == before + 1


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR])
def test_only_the_manager(house: TestHouse, guest: int, role: Role):
    door = house.as_role(role)
    for deed in (lambda: removal_sheet(door, guest), lambda: destroy_file(door, guest, "x", 1), lambda: due_list(door)):
        with pytest.raises(NotAllowed):
            deed()


def test_a_file_that_is_not_there(house: TestHouse):
    with pytest.raises(NotFound):
        removal_sheet(house.door, 99)


# -- what falls due


def test_after_twenty_years_it_falls_due_without_anybody_asking(house: TestHouse, guest: int):
    declared(house, guest)
    decide_request(house.door, guest_requests(house, guest), DecisionWish(Decision.REFUSED, "x", version=1))
    assert due_list(house.door).rows == ()
    later = house.at(datetime(2046, 11, 23, 11, tzinfo=UTC))
    (row,) = due_list(later).rows
    assert (row.guest_id, row.part, row.day, row.obstacles) == (guest, Part.CARE, date(2046, 11, 22), ())
    destroy_file(later, guest, "Lieshout", removal_sheet(later, guest).version)
    listing = due_list(later)
    assert listing.rows == ()
    assert [one.number for one in listing.destroyed] == ["2046-001"]


def test_what_ends_this_year_is_on_the_list_with_why_not_yet(house: TestHouse, guest: int):
    (row,) = due_list(house.door).rows
    assert (row.has_request, row.obstacles) == (True, (Obstacle.DECLARATION_OPEN,))
    declared(house, guest)
    decide_request(house.door, guest_requests(house, guest), DecisionWish(Decision.REFUSED, "x", version=1))
    (row,) = due_list(house.at(datetime(2046, 3, 1, 11, tzinfo=UTC))).rows
    assert row.obstacles == (Obstacle.TERM_RUNS,)


def test_a_change_starts_the_term_anew(house: TestHouse, guest: int):
    decide_request(house.door, guest_requests(house, guest), DecisionWish(Decision.REFUSED, "x", version=1))
    later = house.at(datetime(2030, 5, 1, 11, tzinfo=UTC))
    assert removal_sheet(later, guest).care_due == date(2046, 11, 22)
    _rename(TestHouse(later, house.place, house.users), guest)
    assert removal_sheet(later, guest).care_due == date(2050, 5, 1)
