"""Two files become one, and every night is paid once."""

from datetime import date
from random import Random

import pytest
from sqlalchemy import select, text

from logeerhuis_app import i18n
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.funding import Basis, Law, PayerKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.models import (
    Declaration,
    DeclaredNight,
)
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.funding import AllocationWish, add_allocation
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.queries.declarations import month_groups
from logeerhuis_app.services.queries.guests import guest_file
from tests.support.balance import assert_nights_balance
from tests.support.declaring import plain_paper
from tests.support.guest_files import BSN, piet
from tests.support.houses import TestHouse, nov
from tests.support.merging import merge, second, stay

OCTOBER = Month(2026, 10)


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


def test_what_was_declared_stays_to_the_letter_and_counts_for_the_kept_file(house: TestHouse):
    whole, kept = piet(house), second(house)
    house.contract(_payer(house), cents=21000, basis=Basis.MPT, law=Law.WLZ)
    (group,) = [one for one in month_groups(house.door, OCTOBER) if one.payer_id]
    fix_declaration(house.door, OCTOBER, group.key, plain_paper)
    paper = _paper(house)
    merge(house, kept, whole)
    assert _paper(house) == paper
    assert [one.number for one in month_groups(house.door, OCTOBER)] == [paper[0]], "and no night of it a second time"
    assert all(one.number for one in month_groups(house.door, OCTOBER))
    with reading(house.door.engine) as session:
        assert session.query(DeclaredNight).filter_by(guest_id=kept, is_credited=False).count() == 25


def _payer(house: TestHouse) -> int:
    with reading(house.door.engine) as session:
        return int(session.execute(text("SELECT payer_id FROM allocation LIMIT 1")).scalar_one())


def _paper(house: TestHouse) -> tuple[object, ...]:
    with reading(house.door.engine) as session:
        row = session.get_one(Declaration, 1)
        return row.number, row.total_cents, row.sheet, row.pdf, row.pdf_sha256, row.state


@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_declared_before_each_night_is_declared_once(house: TestHouse, seed: int):
    """Stays at random over two files and two months; some months are fixed before the files become one, some after."""
    chance = Random(seed)
    payer = house.payer("CZ", PayerKind.CARE_OFFICE)
    house.contract(payer, cents=21000, basis=Basis.MPT, law=Law.WLZ)
    files = [second(house), second(house)]
    beds = [house.bed("Kamer 1"), house.bed("Kamer 2")]
    for guest, bsn in zip(files, (BSN, "123456782"), strict=True):
        add_allocation(house.door, guest, AllocationWish(payer, Basis.MPT, date(2026, 1, 1), number="AW-1"))
        _set_bsn(house, guest, bsn)
    slept = _random_stays(house, files, beds, chance)
    months = [Month(2026, 9), OCTOBER]
    late = {month for month in months if chance.random() < 0.5}
    for month in months:
        if month not in late:
            _fix(house, month)
    kept, other = chance.sample(files, 2)
    _set_bsn(house, other, "")  # it was a typing error
    merge(house, kept, other)
    for month in months:
        _fix(house, month)
    with reading(house.door.engine) as session:
        rows = session.execute(select(DeclaredNight.guest_id, DeclaredNight.night, DeclaredNight.is_credited)).all()
        assert_nights_balance(session)
    assert {row.guest_id for row in rows} <= {kept}
    standing = sorted(row.night for row in rows if not row.is_credited)
    assert standing == sorted(slept), "declared minus credited is one for each night that was slept"


def _set_bsn(house: TestHouse, guest: int, bsn: str) -> None:
    version = guest_file(house.door, guest).person.version
    wish = PersonWish(
        "Piet", date(1949, 3, 14), "Berg", "van den", bsn=bsn, identity_checked_on=nov(1), version=version
    )
    change_guest(house.door, guest, wish)


def _random_stays(house: TestHouse, files: list[int], beds: list[int], chance: Random) -> list[date]:
    slept: list[date] = []
    day = date(2026, 9, 1).toordinal() + chance.randint(0, 3)
    while day < date(2026, 10, 28).toordinal():
        length = chance.randint(1, 3)
        first, last = date.fromordinal(day), date.fromordinal(day + length)
        stay(house, chance.choice(files), chance.choice(beds), first, last, BookingState.LEFT)
        slept += [date.fromordinal(day + number) for number in range(length)]
        day += length + chance.randint(0, 6)
    return slept


def _fix(house: TestHouse, month: Month) -> None:
    for group in month_groups(house.door, month):
        if not group.number and group.lines:
            fix_declaration(house.door, month, group.key, plain_paper)
