"""The one door: refusals, whole deeds, and a record that cannot be changed unnoticed."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.errors import ChangedByOther, NotAllowed
from logeerhuis_app.domain.roles import ALLOWED, Role, UseCase
from logeerhuis_app.models import AuditLine, Guest, House, User
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.door import Work, reads, writes
from tests.support.counts import COUNT
from tests.support.houses import NOON, TestHouse

CELLS = [(use_case, role) for use_case in UseCase for role in Role]


@writes(UseCase.CHANGE_HOUSE)
def rename(work: Work, name: str) -> None:
    work.session.get_one(House, 1).name = name
    work.log("U", "house", 1, name=name)
    if name == "boem":
        raise RuntimeError("half-way")


@reads(UseCase.SEE_GUEST)
def look(work: Work, guest_id: int) -> str:
    work.looked_at(guest_id)
    return work.session.get_one(Guest, guest_id).given_name


@writes(UseCase.CHANGE_HOUSE)
def hire(work: Work, username: str) -> None:
    """As when two desks looked at the same moment, and both saw a free name."""
    work.session.add(User(username=username, name="Nieuw", role=Role.CARE))


@reads(UseCase.EXPORT_HOUSE)
def take_out(work: Work) -> None:
    work.log("E", "house_export")


@reads(UseCase.SEE_DECLARATIONS)
def look_at_month(work: Work, guests: list[int]) -> None:
    work.log("R", "declaration_month", 202611, guests=guests)


def lines(house: TestHouse, **wanted) -> list[AuditLine]:
    with reading(house.door.engine) as session:
        found = session.query(AuditLine).filter_by(**wanted).order_by(AuditLine.id).all()
        session.expunge_all()
        return found


@pytest.mark.parametrize(("use_case", "role"), CELLS)
def test_each_cell_of_the_table_is_kept_at_the_door(
    file_house: TestHouse, use_case: UseCase, role: Role, record_property
):
    door = file_house.as_role(role)
    if role in ALLOWED[use_case]:
        assert door.write(use_case, lambda work: "in") == "in"
    else:
        with pytest.raises(NotAllowed):
            door.write(use_case, lambda work: "in")
        (line,) = lines(file_house, outcome="refused")
        assert (line.use_case, line.role) == (use_case.value, role.value)
    record_property(COUNT + "roles: cells of use case and role at the door", 1)


def test_a_deed_that_fails_leaves_nothing_behind(house: TestHouse):
    before = len(lines(house))
    with pytest.raises(RuntimeError):
        rename(house.door, "boem")
    with reading(house.door.engine) as session:
        assert session.get_one(House, 1).name == "Testhuis"
    assert len(lines(house)) == before


def test_each_deed_and_each_look_is_on_record(house: TestHouse):
    guest = house.guest("Noor")
    rename(house.door, "Nieuw")
    assert look(house.as_role(Role.CARE), guest) == "Noor"
    (deed,) = lines(house, use_case="change_house")
    assert (deed.action, deed.username, deed.object_kind) == ("U", "manager", "house")
    (seen,) = lines(house, use_case="see_guest")
    assert (seen.action, seen.username, seen.guest_id) == ("R", "care", guest)


def test_a_screen_that_refreshes_itself_is_one_look(house: TestHouse):
    guest, door = house.guest(), house.as_role(Role.CARE)
    look(door, guest)
    look(door, guest)
    assert len(lines(house, use_case="see_guest")) == 1
    later = house.at(NOON + timedelta(hours=2))
    look(later, guest)
    assert len(lines(house, use_case="see_guest")) == 2


def test_somebody_else_on_the_same_page_is_a_new_look(house: TestHouse):
    for guests in ([1, 2], [1, 2], [1, 2, 3]):
        look_at_month(house.door, guests)
    assert [line.detail for line in lines(house, object_kind="declaration_month")] == [
        '{"guests": [1, 2]}',
        '{"guests": [1, 2, 3]}',
    ]


def test_whatever_leaves_the_house_is_on_record_each_time(house: TestHouse):
    take_out(house.door)
    take_out(house.door)
    assert len(lines(house, object_kind="house_export")) == 2


def test_whoever_was_faster_is_no_fault_of_the_program(house: TestHouse):
    hire(house.door, "nieuw")
    with pytest.raises(ChangedByOther):
        hire(house.door, "nieuw")
    with reading(house.door.engine) as session:
        assert session.scalar(select(func.count()).where(User.username == "nieuw")) == 1


def test_a_reader_sees_one_moment(house: TestHouse):
    count = select(func.count()).select_from(Guest)
    with reading(house.door.engine) as session:
        before = session.scalar(count)
        house.guest()
        assert session.scalar(count) == before
    with reading(house.door.engine) as session:
        assert session.scalar(count) == (before or 0) + 1


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE audit_line SET username = 'iemand' WHERE id = 2",
        "DELETE FROM audit_line WHERE id = 2",
        "DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)",
    ],
)
def test_a_changed_or_missing_line_is_noticed(house: TestHouse, tamper: str):
    for name in ("een", "twee", "drie"):
        rename(house.door, name)
    with reading(house.door.engine) as session:
        assert list(broken_lines(session)) == []
    with writing(house.door.engine) as session:
        session.execute(text(tamper))
    with reading(house.door.engine) as session:
        assert list(broken_lines(session)) != []
