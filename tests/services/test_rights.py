"""Access, correction and restriction: who asks, what is decided, and that both are on record."""

import json

import pytest

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed, NotFound
from logeerhuis_app.domain.errors_rights import AlreadyDecided
from logeerhuis_app.domain.rights import Asker, Decision, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.queries.guests import guest_file, guest_log
from logeerhuis_app.services.rights import (
    AskedBy,
    DecisionWish,
    RequestWish,
    decide_request,
    give_access,
    give_access_to_number,
    record_request,
    rights_sheet,
)
from tests.support.guest_files import BSN, piet
from tests.support.houses import TestHouse, nov

GUEST = AskedBy(Asker.GUEST)


def ask(house: TestHouse, guest: int, kind: RightKind = RightKind.CORRECTION, wish: str = "Mijn zoon heet Jan.") -> int:
    return record_request(house.door, guest, RequestWish(kind, nov(20), GUEST, wish)).created_id


def test_the_access_file_is_given_on_record(house: TestHouse):
    guest = piet(house)
    given = give_access(house.door, guest, AskedBy(Asker.GP, "dokter De Groot"))
    assert given.bsn == BSN
    assert given.log
    assert guest_log(house.door, guest)[0].what == "de gegevens van een gast exporteren"
    (row,) = rights_sheet(house.door, guest).requests
    assert (row.kind, row.asker, row.asker_name) == (RightKind.ACCESS, Asker.GP, "dokter De Groot")
    assert (row.decision, row.decided_on, row.decided_by) == (Decision.GRANTED, nov(22), "M. Beheer")
    with reading(house.door.engine) as session:
        line = session.query(AuditLine).filter_by(use_case="export_guest").one()
        assert (line.guest_id, line.action) == (guest, "E")
        assert json.loads(line.detail)["to"] == "gp"
        assert "Groot" not in line.detail


def test_the_whole_file_by_its_number_and_nobody_else(house: TestHouse):
    guest, other = piet(house), house.guest("Noor")
    number = guest_file(house.door, guest).person.guest.guest_no
    tables = give_access_to_number(house.door, number, AskedBy(Asker.HOUSE)).tables
    assert {row["guest_id"] for rows in tables.values() for row in rows if "guest_id" in row} == {guest}
    assert [row["id"] for row in tables["guest"]] == [guest]
    assert other not in {row["id"] for row in tables["guest"]}
    with pytest.raises(NotFound):
        give_access_to_number(house.door, "9999", GUEST)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR])
def test_only_the_manager_gives_access(house: TestHouse, role: Role):
    with pytest.raises(NotAllowed):
        give_access(house.as_role(role), house.guest(), GUEST)


@pytest.mark.parametrize(
    ("by", "field"),
    [
        (AskedBy(Asker.REPRESENTATIVE, "", "mentor"), "asker_name"),
        (AskedBy(Asker.REPRESENTATIVE, "Els", " "), "ground"),
        (AskedBy(Asker.GP), "asker_name"),
    ],
)
def test_who_asks_for_another_says_who_and_on_what_ground(house: TestHouse, by: AskedBy, field: str):
    with pytest.raises(FieldRequired) as refused:
        give_access(house.door, house.guest(), by)
    assert refused.value.field == field


def test_a_request_is_recorded_at_the_desk_and_decided_by_the_manager(house: TestHouse):
    guest = house.guest()
    desk = house.as_role(Role.COORDINATOR)
    request = record_request(desk, guest, RequestWish(RightKind.CORRECTION, nov(20), GUEST, "Ik heet Nora.")).created_id
    with pytest.raises(NotAllowed):
        decide_request(desk, request, DecisionWish(Decision.GRANTED, version=1))
    decide_request(house.door, request, DecisionWish(Decision.GRANTED, version=1))
    (row,) = rights_sheet(desk, guest).requests
    assert (row.wish, row.decision, row.decided_by) == ("Ik heet Nora.", Decision.GRANTED, "M. Beheer")


def test_a_refusal_has_its_reason_and_keeps_the_statement(house: TestHouse):
    guest = house.guest()
    request = ask(house, guest)
    with pytest.raises(FieldRequired) as refused:
        decide_request(house.door, request, DecisionWish(Decision.REFUSED, version=1))
    assert refused.value.field == "reason"
    wish = DecisionWish(Decision.REFUSED, "staat zo in het paspoort", "Ik ben het er niet mee eens.", 1)
    decide_request(house.door, request, wish)
    (row,) = guest_file(house.as_role(Role.CARE), guest).corrections
    assert (row.reason, row.statement) == ("staat zo in het paspoort", "Ik ben het er niet mee eens.")
    with pytest.raises(AlreadyDecided):
        decide_request(house.door, request, DecisionWish(Decision.GRANTED, version=row.version))


def test_two_who_decide_at_once(house: TestHouse):
    request = ask(house, house.guest())
    decide_request(house.door, request, DecisionWish(Decision.GRANTED, version=1))
    with pytest.raises(ChangedByOther):
        decide_request(house.door, request, DecisionWish(Decision.GRANTED, version=1))


def test_what_cannot_be_is_refused(house: TestHouse):
    guest = house.guest()
    with pytest.raises(FieldRequired):
        ask(house, guest, wish=" ")
    with pytest.raises(FieldInvalid):
        record_request(house.door, guest, RequestWish(RightKind.ACCESS, nov(23), GUEST))
    with pytest.raises(FieldRequired):
        record_request(house.door, guest, RequestWish(RightKind.ACCESS, None, GUEST))
    assert ask(house, guest, RightKind.REMOVAL, "")


def test_the_log_holds_no_words_of_the_guest(house: TestHouse):
    guest = house.guest()
    decide_request(house.door, ask(house, guest), DecisionWish(Decision.REFUSED, "geheim", "mijn verhaal", 1))
    with reading(house.door.engine) as session:
        details = " ".join(session.scalars(session.query(AuditLine.detail).statement))
    assert not [word for word in ("zoon", "geheim", "verhaal") if word in details]
