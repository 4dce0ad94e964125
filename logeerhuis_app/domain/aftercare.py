"""When a family is called after a stay (Dutch: nazorg)."""

from datetime import date, timedelta

CALL_FROM_DAYS = 2
CALL_UNTIL_DAYS = 7
"""Source: data dictionary B14; a call two to seven days after each stay."""


def call_window(departure: date) -> tuple[date, date]:
    """First and last day for the call after a stay."""
    return departure + timedelta(days=CALL_FROM_DAYS), departure + timedelta(days=CALL_UNTIL_DAYS)
