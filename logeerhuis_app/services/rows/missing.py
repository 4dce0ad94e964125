"""What the missing-person sheet is drawn from."""

from dataclasses import dataclass, field

from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.handover import PrintStamp


@dataclass(frozen=True)
class MissingSheet:
    """``photo`` empty: there is none, or none that may be shown. ``place`` and ``phone``: of the house."""

    file: GuestFile
    stamp: PrintStamp
    place: str
    phone: str
    room: str
    photo: bytes = field(default=b"", repr=False)
