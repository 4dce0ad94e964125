"""A clock that stands still on the day the tests know."""

from datetime import UTC, datetime

from logeerhuis_app.clock import FixedClock

SUNDAY_22_NOVEMBER = FixedClock(datetime(2026, 11, 22, 16, 2, tzinfo=UTC))
