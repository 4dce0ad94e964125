"""What a guest may ask of the house about the own file, and what restricting it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE, BookingState
from logeerhuis_app.domain.errors import FieldRequired
from logeerhuis_app.domain.roles import Role, UseCase


class RightKind(StrEnum):
    """Source: General Data Protection Regulation (AVG), art. 15 to 18 and 20; removal also art. 7:455 BW."""

    ACCESS = "access"
    CORRECTION = "correction"
    RESTRICTION = "restriction"
    REMOVAL = "removal"


class Asker(StrEnum):
    """Who asks. A representative says on what ground."""

    GUEST = "guest"
    REPRESENTATIVE = "representative"
    GP = "gp"
    HOUSE = "house"


class Decision(StrEnum):
    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class RestrictionGround(StrEnum):
    """Source: AVG, art. 18 paragraph 1, a to d."""

    ACCURACY = "accuracy"
    UNLAWFUL = "unlawful"
    CLAIM = "claim"
    OBJECTION = "objection"


FILE_DEEDS: frozenset[UseCase] = frozenset(
    {
        *(UseCase.SEE_GUEST, UseCase.SEE_BSN, UseCase.SEE_FUNDING, UseCase.SEE_CARER),
        *(UseCase.CHANGE_GUEST, UseCase.CHANGE_CARE, UseCase.CHANGE_CONTACTS, UseCase.CHANGE_FUNDING),
        UseCase.CHANGE_CARER,
        *(UseCase.CHANGE_MEDICATION, UseCase.CHECK_MEDICATION, UseCase.WRITE_NOTE, UseCase.PLACE_BOOKING),
        *(UseCase.SEE_CARE_DOCUMENTS, UseCase.SEE_LEGAL_DOCUMENTS, UseCase.SEE_FUNDING_DOCUMENTS),
        *(UseCase.ATTACH_DOCUMENT, UseCase.COPY_DOCUMENT, UseCase.REMOVE_DOCUMENT, UseCase.RECORD_CONSENT),
        *(UseCase.PRINT_MISSING_SHEET, UseCase.RECORD_REQUEST, UseCase.KEEP_DRAFT),
        *(UseCase.OPEN_TRAJECTORY, UseCase.ADVANCE_TRAJECTORY),
    }
)
"""What a closed file refuses. Cancelling a stay, checking out and declaring what was slept go on."""


def require_asker(asker: Asker, name: str, ground: str) -> None:
    """Whoever asks for another says who that is, and a representative on what ground.

    Raises: FieldRequired.
    """
    if asker in {Asker.REPRESENTATIVE, Asker.GP} and not name.strip():
        raise FieldRequired("asker_name")
    if asker is Asker.REPRESENTATIVE and not ground.strip():
        raise FieldRequired("ground")


@dataclass(frozen=True)
class StayFact:
    """One booking, as far as it says whether somebody must be able to care for the guest."""

    arrival: date
    departure: date
    state: BookingState


def is_closed_to(role: Role, stays: Iterable[StayFact], today: date) -> bool:
    """Whether a restricted file is closed to this role today.

    While the guest is in the house, and on the day of arrival, it is open: at the bedside nothing that keeps a guest
    safe may be missing. Source: AVG, art. 18 paragraph 2 (protection of the rights of another, and consent to care).
    """
    return role is not Role.MANAGER and not any(_needs_care(stay, today) for stay in stays)


def _needs_care(stay: StayFact, today: date) -> bool:
    if stay.state in IN_HOUSE:
        return True
    return stay.state in EXPECTED and stay.arrival <= today < stay.departure
