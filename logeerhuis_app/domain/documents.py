"""Papers and pictures in a file, and consents: their kinds, who needs which, and what is too large or too old."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from logeerhuis_app.domain.roles import UseCase

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
"""Of one document: a scan of twenty pages stays well below it."""
MOST_PHOTO_BYTES = MEGABYTE
"""Of a photo as it is kept; larger ones are made smaller before."""
MOST_PHOTO_SOURCE_BYTES = 40 * MEGABYTE
"""Of a photo as it comes from a camera."""
MOST_SMALL_BYTES = 64 * 1024
"""Of the small picture in the round frame."""
MOST_PIXELS = 50_000_000
"""A picture that unfolds to more is no photo of a guest."""
MOST_PAGES = 300
PHOTO_OLD_MONTHS = 12


class MediaType(StrEnum):
    """What the bytes are, by their content and never by a file's name."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


PICTURES = frozenset({MediaType.JPEG, MediaType.PNG})
SUFFIX: Mapping[MediaType, str] = {MediaType.PDF: "pdf", MediaType.JPEG: "jpg", MediaType.PNG: "png"}


class DocumentKind(StrEnum):
    """What a document is. A copy of an identity card is none of these: kind and day of the check are enough."""

    PHOTO = "photo"
    MEDICATION_LIST = "medication_list"
    NO_RESUSCITATION = "no_resuscitation"
    LIVING_WILL = "living_will"
    CARE_LETTER = "care_letter"
    AUTHORISATION = "authorisation"
    DECISION = "decision"
    FINANCE = "finance"
    OTHER = "other"


SEEN_THROUGH: Mapping[DocumentKind, UseCase] = {
    DocumentKind.PHOTO: UseCase.SEE_CARE_DOCUMENTS,
    DocumentKind.MEDICATION_LIST: UseCase.SEE_CARE_DOCUMENTS,
    DocumentKind.NO_RESUSCITATION: UseCase.SEE_CARE_DOCUMENTS,
    DocumentKind.LIVING_WILL: UseCase.SEE_CARE_DOCUMENTS,
    DocumentKind.CARE_LETTER: UseCase.SEE_CARE_DOCUMENTS,
    DocumentKind.AUTHORISATION: UseCase.SEE_LEGAL_DOCUMENTS,
    DocumentKind.DECISION: UseCase.SEE_FUNDING_DOCUMENTS,
    DocumentKind.FINANCE: UseCase.SEE_FUNDING_DOCUMENTS,
    DocumentKind.OTHER: UseCase.SEE_CARE_DOCUMENTS,
}
"""Which right opens which kind."""


class ConsentKind(StrEnum):
    """What somebody may agree to (data dictionary B15)."""

    PHOTO = "photo"
    SHARING = "sharing"  # with GP and pharmacy
    STORIES = "stories"
    RESEARCH = "research"
    CARER_DATA = "carer_data"


class ConsentAnswer(StrEnum):
    """No row at all means that nobody asked."""

    GIVEN = "given"
    REFUSED = "refused"


class ConsentHow(StrEnum):
    """How the answer came."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    TELEPHONE = "telephone"
    EMAIL = "email"


class ConsentState(StrEnum):
    """What holds today."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


def state_of(answer: ConsentAnswer, withdrawn_on: date | None) -> ConsentState:
    """A consent that was withdrawn is none, whatever was said before."""
    if answer is ConsentAnswer.REFUSED:
        return ConsentState.REFUSED
    return ConsentState.GIVEN if withdrawn_on is None else ConsentState.WITHDRAWN


def is_photo_old(taken_on: date, today: date) -> bool:
    """More than a year: people change, and a stranger must know the guest by it."""
    months = (today.year - taken_on.year) * 12 + today.month - taken_on.month
    return months > PHOTO_OLD_MONTHS or (months == PHOTO_OLD_MONTHS and today.day > taken_on.day)
