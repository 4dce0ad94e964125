"""The chain of the log holds when the details of a line are destroyed on record, and only then."""

from sqlalchemy import update

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.audit import EMPTIED, broken_lines, empty_details
from logeerhuis_app.services.door import Door, Work
from tests.support.houses import TestHouse


def change(door: Door, guest_id: int) -> int:
    """A deed with something to hide; gives its line."""
    door.write(
        UseCase.CHANGE_GUEST, lambda work: work.log("U", "guest", guest_id, guest_id, changed={"town": ["A", "B"]})
    )
    with reading(door.engine) as session:
        return session.query(AuditLine.id).order_by(AuditLine.id.desc()).limit(1).scalar() or 0


def broken(door: Door) -> list[int]:
    with reading(door.engine) as session:
        return list(broken_lines(session))


def empty(door: Door, line_id: int) -> None:
    with writing(door.engine) as session:
        empty_details(session, [line_id])


def say_emptied(door: Door, line_id: int) -> None:
    def say(work: Work) -> None:
        work.log("D", "guest", 1, None, **{EMPTIED: [line_id]})

    door.write(UseCase.REMOVE_FILE, say)


def test_details_go_and_the_chain_stays(house: TestHouse):
    line = change(house.door, house.guest())
    change(house.door, house.guest())
    empty(house.door, line)
    assert broken(house.door) == [line], "nobody said so"
    say_emptied(house.door, line)
    assert broken(house.door) == []


def test_other_words_in_the_place_of_emptied_ones_are_seen(house: TestHouse):
    line = change(house.door, house.guest())
    empty(house.door, line)
    say_emptied(house.door, line)
    with writing(house.door.engine) as session:
        session.execute(update(AuditLine).where(AuditLine.id == line).values(detail='{"changed": {}}'))
    assert broken(house.door) == [line]


def test_changed_details_are_seen(house: TestHouse):
    line = change(house.door, house.guest())
    with writing(house.door.engine) as session:
        session.execute(update(AuditLine).where(AuditLine.id == line).values(detail="{}"))
    assert broken(house.door) == [line]
