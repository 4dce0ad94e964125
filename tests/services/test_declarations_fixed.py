"""What left the house: a numbered copy that nothing changes any more."""

import hashlib
import io
import threading
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.errors import (
    AlreadyFixed,
    MonthNotOver,
    NightsDeclared,
    NoBankAccount,
    NotAllowed,
    NothingToDeclare,
    OpenQuestions,
)
from logeerhuis_app.domain.funding import PayerKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, Booking, Declaration, DeclarationLine, DeclaredNight, Location, Night
from logeerhuis_app.models.declaration import IssuedDocumentChanged
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.declarations import declaration_sheet, fixed_pdf, month_groups
from logeerhuis_app.services.rows.declaring import DeclarationSheet
from logeerhuis_app.services.stays import record_absence
from tests.support.declaring import (
    NOVEMBER,
    OCTOBER,
    add_lump_sum,
    add_stay,
    nights_of,
    oct_,
    plain_paper,
    state_of,
)
from tests.support.houses import TestHouse, nov


def paper(sheet: DeclarationSheet) -> bytes:
    out = io.BytesIO()
    build_declaration(sheet, out)
    return out.getvalue()


def wmo_house(house: TestHouse, *names: str, **allocation: object) -> tuple[str, list[int]]:
    """Guests of one municipality with three nights each in October; gives the key of the group and the stays."""
    payer = house.payer()
    house.contract(payer, cents=20891)
    stays = []
    for place, name in enumerate(names or ("Piet",)):
        guest = house.guest(name, "Bakker", bsn=f"{999900006 + payer * 100 + place:09d}")
        house.allocation(guest, payer, **allocation)
        stays.append(add_stay(house, guest, oct_(5), 3))
    return next(group.key for group in month_groups(house.door, OCTOBER) if group.payer_id == payer), stays


def rows(house: TestHouse, model: Any) -> list[Any]:
    with reading(house.door.engine) as session:
        found = list(session.scalars(select(model).order_by(model.id)))
        session.expunge_all()  # or the end of the look would empty them
        return found


def test_fixing_copies_everything_and_gives_the_next_number(house: TestHouse):
    key, _stays = wmo_house(house, "Piet", "Ida")
    changes = fix_declaration(house.as_role(Role.ADMINISTRATOR), OCTOBER, key, paper)
    assert changes.number == "2026-0001"
    (declaration,) = rows(house, Declaration)
    assert (declaration.id, declaration.total_cents) == (changes.created_id, 6 * 20891)
    assert [(line.reference, line.nights, line.amount_cents) for line in rows(house, DeclarationLine)] == [
        ("2026-0001-001", 3, 3 * 20891),
        ("2026-0001-002", 3, 3 * 20891),
    ]
    assert len(rows(house, DeclaredNight)) == 6


def test_the_paper_is_kept_with_its_hash_and_can_be_made_again(house: TestHouse):
    key, _stays = wmo_house(house)
    changes = fix_declaration(house.door, OCTOBER, key, paper)
    pdf = fixed_pdf(house.door, changes.created_id)
    assert pdf.startswith(b"%PDF")
    assert rows(house, Declaration)[0].pdf_sha256 == hashlib.sha256(pdf).hexdigest()
    sheet = declaration_sheet(house.door, f"d{changes.created_id}", OCTOBER)
    assert sheet.number == "2026-0001"
    assert paper(sheet) == pdf


def test_whoever_opens_a_paper_has_looked_at_the_guests_on_it(house: TestHouse):
    key, _stays = wmo_house(house, "Piet", "Ida")
    changes = fix_declaration(house.door, OCTOBER, key, plain_paper)
    fixed_pdf(house.as_role(Role.ADMINISTRATOR), changes.created_id)
    looks = [line for line in rows(house, AuditLine) if (line.role, line.action) == ("administrator", "R")]
    guests = {night.guest_id for night in rows(house, DeclaredNight)}
    assert {line.guest_id for line in looks if line.object_kind == "guest"} == guests
    assert [line.object_id for line in looks if line.object_kind == "declaration_pdf"] == [changes.created_id]


def test_a_later_change_of_guest_rate_and_payer_leaves_the_copy_alone(house: TestHouse):
    key, _stays = wmo_house(house)
    changes = fix_declaration(house.door, OCTOBER, key, paper)
    before = month_groups(house.door, OCTOBER)
    with writing(house.door.engine) as session:
        for table, column, value in (
            ("payer", "name", "'Fusiestad'"),
            ("rate", "amount_cents", "1"),
            ("guest", "last_name", "'X'"),
        ):
            session.connection().exec_driver_sql(f"UPDATE {table} SET {column} = {value}")
    assert month_groups(house.door, OCTOBER) == before
    assert paper(declaration_sheet(house.door, f"d{changes.created_id}", OCTOBER)) == fixed_pdf(
        house.door, changes.created_id
    )


def test_a_fixed_declaration_cannot_be_changed_or_removed(house: TestHouse):
    key, _stays = wmo_house(house)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    for model, column, value in ((Declaration, "total_cents", 1), (DeclarationLine, "nights", 1)):
        with pytest.raises(IssuedDocumentChanged), writing(house.door.engine) as session:
            setattr(session.scalars(select(model)).one(), column, value)
    for gone in (Declaration, DeclarationLine, DeclaredNight):
        with pytest.raises(IssuedDocumentChanged), writing(house.door.engine) as session:
            session.delete(session.scalars(select(gone)).first())


def test_fixed_twice_is_refused_with_its_number(house: TestHouse):
    key, _stays = wmo_house(house)
    changes = fix_declaration(house.door, OCTOBER, key, plain_paper)
    for again in (key, f"d{changes.created_id}"):
        with pytest.raises(AlreadyFixed) as refusal:
            fix_declaration(house.door, OCTOBER, again, plain_paper)
        assert refusal.value.number == "2026-0001"
    assert len(rows(house, Declaration)) == 1


def test_open_questions_stop_it(house: TestHouse):
    key, _stays = wmo_house(house, valid_until=oct_(6))
    with pytest.raises(OpenQuestions) as refusal:
        fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert (refusal.value.payer, refusal.value.count) == ("Gemeente Helmond", 1)
    assert rows(house, Declaration) == []


def test_without_an_account_nobody_could_pay_it(house: TestHouse):
    """What is fixed never changes: the IBAN would be missing for ever."""
    key, _stays = wmo_house(house)
    _set_iban(house, "")
    (group,) = month_groups(house.door, OCTOBER)
    assert group.lacks_account
    with pytest.raises(NoBankAccount) as refusal:
        fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert refusal.value.location == "Plezant"
    assert rows(house, Declaration) == []
    _set_iban(house, "NL91ABNA0417164300")
    assert fix_declaration(house.door, OCTOBER, key, plain_paper).number == "2026-0001"


def _set_iban(house: TestHouse, iban: str) -> None:
    with writing(house.door.engine) as session:
        session.scalars(select(Location)).one().iban = iban


def test_a_month_is_fixed_after_its_last_night(house: TestHouse):
    key, _stays = wmo_house(house)
    last_evening = datetime(2026, 10, 31, 22, 0, tzinfo=UTC)
    with pytest.raises(MonthNotOver):
        fix_declaration(house.at(last_evening), OCTOBER, key, plain_paper)
    assert fix_declaration(house.at(datetime(2026, 11, 1, 7, 0, tzinfo=UTC)), OCTOBER, key, plain_paper).number


def test_nothing_to_declare_is_said(house: TestHouse):
    house.location()
    with pytest.raises(NothingToDeclare):
        fix_declaration(house.door, OCTOBER, "1:1:wmo:0", plain_paper)


def test_care_and_planning_fix_nothing(house: TestHouse):
    key, _stays = wmo_house(house)
    for role in (Role.CARE, Role.COORDINATOR):
        with pytest.raises(NotAllowed):
            fix_declaration(house.as_role(role), OCTOBER, key, plain_paper)


def test_a_paper_that_cannot_be_made_uses_no_number(house: TestHouse):
    key, _stays = wmo_house(house)

    def broken(_sheet: DeclarationSheet) -> bytes:
        raise RuntimeError("out of ink")

    with pytest.raises(RuntimeError):
        fix_declaration(house.door, OCTOBER, key, broken)
    assert fix_declaration(house.door, OCTOBER, key, plain_paper).number == "2026-0001"


def test_the_series_begins_anew_each_year(house: TestHouse):
    key, _stays = wmo_house(house)
    other, _more = wmo_house(house, "Ida")
    assert fix_declaration(house.door, OCTOBER, key, plain_paper).number == "2026-0001"
    january = house.at(datetime(2027, 1, 4, 9, 0, tzinfo=UTC))
    assert fix_declaration(january, OCTOBER, other, plain_paper).number == "2027-0001"


def test_the_database_itself_lets_a_night_be_declared_once(house: TestHouse):
    key, _stays = wmo_house(house)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    night = rows(house, DeclaredNight)[0]
    with pytest.raises(IntegrityError):
        house.add(DeclaredNight(line_id=night.line_id, guest_id=night.guest_id, night=night.night))


def test_an_absence_does_not_touch_declared_nights(house: TestHouse):
    key, _stays = wmo_house(house)
    guest = rows(house, Night)[0].guest_id
    stay = add_stay(house, guest, oct_(30), 40, state=BookingState.PRESENT, presence=Presence.PLANNED)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    version = next(booking.version for booking in rows(house, Booking) if booking.id == stay)
    with pytest.raises(NightsDeclared) as refusal:
        record_absence(house.door, stay, version, oct_(31), nov(3), "ziekenhuis")
    assert refusal.value.nights == (oct_(31),)
    record_absence(house.door, stay, version, nov(1), nov(3), "ziekenhuis")


def test_two_desks_fix_the_same_payer_and_one_wins(house: TestHouse):
    key, _stays = wmo_house(house, "Piet", "Ida", "Jan")
    answers = at_once([(house, key)] * 2)
    assert sorted(answers) == ["2026-0001", "AlreadyFixed"]
    assert len(rows(house, Declaration)) == 1
    assert len(rows(house, DeclaredNight)) == 9


def test_desks_that_fix_different_payers_leave_no_gap(house: TestHouse):
    keys = [wmo_house(house, name)[0] for name in ("Piet", "Ida", "Jan", "Rita")]
    answers = at_once([(house, key) for key in keys])
    assert sorted(answers) == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]


def at_once(tasks: list[tuple[TestHouse, str]]) -> list[str]:
    """Each task in a thread of its own, all let go at the same moment; numbers, or the names of refusals."""
    barrier, answers = threading.Barrier(len(tasks)), []

    def fix(house: TestHouse, key: str) -> None:
        door = Door(house.door.engine, house.door.actor, house.door.clock)
        barrier.wait()
        try:
            answers.append(fix_declaration(door, OCTOBER, key, plain_paper).number)
        except (AlreadyFixed, NothingToDeclare) as refusal:
            answers.append(type(refusal).__name__)

    threads = [threading.Thread(target=fix, args=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


# -- what becomes of the stays


def test_a_stay_that_is_declared_whole_is_closed(house: TestHouse):
    key, (stay,) = wmo_house(house)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert state_of(house, stay) is BookingState.CLOSED


def test_a_stay_over_the_border_waits_for_its_last_month(house: TestHouse):
    key, _stays = wmo_house(house)
    guest = rows(house, Night)[0].guest_id
    stay = add_stay(house, guest, oct_(30), 4)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert state_of(house, stay) is BookingState.LEFT
    fix_declaration(house.at(datetime(2026, 12, 1, 9, tzinfo=UTC)), NOVEMBER, key, plain_paper)
    assert state_of(house, stay) is BookingState.CLOSED


def test_nights_away_do_not_keep_a_stay_open(house: TestHouse):
    key, _stays = wmo_house(house)
    guest = rows(house, Night)[0].guest_id
    stay = add_stay(house, guest, oct_(20), 3)
    with writing(house.door.engine) as session:
        session.scalars(select(Night).where(Night.booking_id == stay).limit(1)).one().presence = Presence.AWAY
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert state_of(house, stay) is BookingState.CLOSED


def test_a_guest_in_the_house_slept_what_is_declared(house: TestHouse):
    key, _stays = wmo_house(house)
    guest = rows(house, Night)[0].guest_id
    stay = add_stay(house, guest, oct_(30), 40, state=BookingState.PRESENT, presence=Presence.PLANNED)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    slept = [night for night, presence, _billing in nights_of(house, guest) if presence is Presence.SLEPT]
    assert slept[-2:] == [oct_(30), oct_(31)]
    assert state_of(house, stay) is BookingState.PRESENT


def test_a_late_found_night_comes_with_the_next_declaration(house: TestHouse):
    key, _stays = wmo_house(house)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    guest = rows(house, Night)[0].guest_id
    add_stay(house, guest, oct_(20), 1)
    add_stay(house, guest, nov(3), 2)
    (october,) = month_groups(house.door, OCTOBER)
    assert october.is_fixed
    (november,) = month_groups(house.door, NOVEMBER)
    assert [(line.nights, line.period_last.month, bool(line.remarks)) for line in november.lines] == [
        (1, 10, True),
        (2, 11, False),
    ]


def test_a_share_of_a_lump_sum_is_fixed_once_and_closes_the_stays(house: TestHouse):
    house.location()
    helmond, insurer = house.payer(), house.payer("CZ", PayerKind.INSURER)
    add_lump_sum(house, 900000, {insurer: (1, 2), helmond: (1, 2)})
    guest = house.guest()
    house.allocation(guest, helmond)
    stay = add_stay(house, guest, oct_(5), 3)
    keys = [group.key for group in month_groups(house.door, OCTOBER)]
    assert [fix_declaration(house.door, OCTOBER, key, paper).number for key in keys] == ["2026-0001", "2026-0002"]
    with pytest.raises(AlreadyFixed):
        fix_declaration(house.door, OCTOBER, keys[0], paper)
    assert [group.total for group in month_groups(house.door, OCTOBER)] == [450000, 450000]
    assert state_of(house, stay) is BookingState.CLOSED


def test_each_line_is_on_record_under_its_guest(house: TestHouse):
    key, _stays = wmo_house(house, "Piet", "Ida")
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    kinds = [(line.object_kind, line.guest_id is not None) for line in rows(house, AuditLine) if line.action == "C"]
    assert kinds[-3:] == [("declaration", False), ("declaration_line", True), ("declaration_line", True)]


def test_looking_at_a_month_and_a_paper_is_on_record(house: TestHouse):
    key, _stays = wmo_house(house)
    declaration_sheet(house.door, key, OCTOBER)
    seen = [line.object_kind for line in rows(house, AuditLine) if line.action == "R"]
    assert seen == ["declaration_month", "guest"]


@pytest.mark.parametrize("month", [Month(2026, 9), NOVEMBER])
def test_other_months_are_not_touched(house: TestHouse, month: Month):
    key, _stays = wmo_house(house)
    fix_declaration(house.door, OCTOBER, key, plain_paper)
    assert month_groups(house.door, month) == ()
