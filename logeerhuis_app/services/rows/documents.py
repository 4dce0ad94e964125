"""What screens and papers show of documents, photo and consents."""

from dataclasses import dataclass, field
from datetime import date, datetime

from logeerhuis_app.domain.documents import (
    ConsentAnswer,
    ConsentHow,
    ConsentKind,
    ConsentState,
    DocumentKind,
    MediaType,
)


@dataclass(frozen=True)
class DocumentRow:
    """One line of the list; the bytes are read apart, when somebody looks."""

    document_id: int
    guest_id: int
    kind: DocumentKind
    media_type: MediaType
    size: int
    pages: int
    dated_on: date | None
    note: str
    attached_on: date
    attached_by: str
    version: int = 0
    is_hidden: bool = False  # a photo without consent is shown nowhere


@dataclass(frozen=True)
class DocumentFile:
    """A document with its bytes."""

    row: DocumentRow
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class PhotoRow:
    """The small picture in the round frame; empty: there is none, or none that may be shown."""

    small: bytes = field(default=b"", repr=False)
    taken_on: date | None = None
    document_id: int = 0
    is_old: bool = False  # more than a year: people change


@dataclass(frozen=True)
class ConsentRow:
    """One kind of consent as it holds now; ``consent_id`` 0: nobody asked."""

    kind: ConsentKind
    state: ConsentState = ConsentState.NOT_ASKED
    consent_id: int = 0
    answer: ConsentAnswer | None = None
    given_by: str = ""
    how: ConsentHow | None = None
    given_on: date | None = None
    withdrawn_on: date | None = None
    recorded_by: str = ""
    version: int = 0


@dataclass(frozen=True)
class Papers:
    """What a file holds on paper, and what was agreed to; the photo stands in the banner."""

    documents: tuple[DocumentRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()

    def consent(self, kind: ConsentKind) -> ConsentRow:
        return next((row for row in self.consents if row.kind is kind), ConsentRow(kind))


@dataclass(frozen=True)
class Copied:
    """A document on its way out of the house."""

    file: DocumentFile
    guest_no: str
    at_utc: datetime
