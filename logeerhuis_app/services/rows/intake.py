"""The intake as screens and papers show it."""

from dataclasses import dataclass
from datetime import datetime

from logeerhuis_app.services.rows.guest import GuestRef


@dataclass(frozen=True)
class IntakeSheet:
    """The paper form. Without a guest its head has lines to write on."""

    house: str
    printed_at_utc: datetime
    printed_by: str
    guest: GuestRef | None = None
    is_practice: bool = False
