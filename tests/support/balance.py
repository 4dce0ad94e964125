"""What must be true of a house at every moment, whatever was done to it in whatever order."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import HOLDS_BED
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.models import Booking, Closure, Night
from logeerhuis_app.services.audit import broken_lines


def assert_nights_balance(session: Session) -> None:
    """No bed and no guest twice in a night; nights counted two ways agree."""
    rows = session.query(Night).all()
    taken = [(row.bed_id, row.night) for row in rows if row.bed_id]
    sleeping = [(row.guest_id, row.night) for row in rows if row.guest_id]
    assert len(set(taken)) == len(taken)
    assert len(set(sleeping)) == len(sleeping)
    expected = set()
    for booking in session.query(Booking):
        if booking.state in HOLDS_BED:
            count = (booking.departure - booking.arrival).days
            expected |= {(booking.id, booking.arrival + n * ONE_DAY) for n in range(count)}
    assert {(row.booking_id, row.night) for row in rows if row.booking_id} == expected
    closed = sum((one.until_day - one.from_day).days for one in session.query(Closure))
    assert closed == sum(1 for row in rows if row.closure_id)


def assert_record_is_whole(session: Session) -> None:
    assert list(broken_lines(session)) == []


def assert_file_is_whole(session: Session) -> None:
    """Every page's seal, every table and index, and that rows belong together."""
    assert session.execute(text("PRAGMA cipher_integrity_check")).fetchall() == []
    assert [row[0] for row in session.execute(text("PRAGMA integrity_check"))] == ["ok"]
    assert session.execute(text("PRAGMA foreign_key_check")).fetchall() == []
