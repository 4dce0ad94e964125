"""What can go wrong with a document and a photo."""

from dataclasses import dataclass

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class DocumentTooLarge(UserFacingError):
    """Refused by its size, before it is read."""

    name: str
    megabytes: int
    most: int
    field: str = "file"


@dataclass
class DocumentUnfit(UserFacingError):
    """The content is none that is kept; ``reason`` is a code: not_readable, empty, unknown, heic, pdf, password,
    picture, pixels, pages, not_photo, photo_kind, other_list."""

    name: str
    reason: str
    field: str = "file"


@dataclass
class NoPhotoConsent(UserFacingError):
    """Without consent there is no photo; ``reason`` is a code: not_asked, refused, withdrawn."""

    reason: str
