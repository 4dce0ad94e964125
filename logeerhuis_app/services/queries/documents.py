"""Documents, photo and consents as rows; the bytes only of what is looked at."""

from collections.abc import Collection
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.documents import (
    SEEN_THROUGH,
    ConsentKind,
    ConsentState,
    DocumentKind,
    is_photo_old,
    state_of,
)
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.errors_documents import NoPhotoConsent
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Consent, Document, DocumentContent
from logeerhuis_app.services.door import Door, Work, reads
from logeerhuis_app.services.field_values import found
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, one_of, whole_rows
from logeerhuis_app.services.rows.documents import ConsentRow, DocumentFile, DocumentRow, Papers, PhotoRow

_DOCUMENTS = Prepared(
    whole_rows(Document)
    .where(of_guests(Document.guest_id), one_of("kinds", Document.kind))
    .order_by(Document.id.desc())
)
_CONSENTS = Prepared(whole_rows(Consent).where(of_guests(Consent.guest_id)).order_by(Consent.id))
_PHOTOS = Prepared(
    select(Document.guest_id, Document.id, Document.dated_on, DocumentContent.small)
    .join(DocumentContent, DocumentContent.document_id == Document.id)
    .where(Document.kind == DocumentKind.PHOTO, of_guests(Document.guest_id))
    .order_by(Document.id)
)
_PHOTO_CONSENTS = Prepared(
    select(Consent.guest_id, Consent.answer, Consent.withdrawn_on)
    .where(Consent.kind == ConsentKind.PHOTO, of_guests(Consent.guest_id))
    .order_by(Consent.id)
)


def papers_of(work: Work, guest_id: int) -> Papers:
    """What this role may see of one guest's documents. The caller says whose file is looked at."""
    consents = consents_of(work, guest_id)
    kinds = [kind for kind, use_case in SEEN_THROUGH.items() if work.may(use_case)]
    is_shown = any(row.kind is ConsentKind.PHOTO and row.state is ConsentState.GIVEN for row in consents)
    rows = _DOCUMENTS.rows(work.session, guest_ids=[guest_id], kinds=kinds)
    return Papers(tuple(_row(row, is_shown=is_shown) for row in rows), consents)


def consents_of(work: Work, guest_id: int) -> tuple[ConsentRow, ...]:
    """The newest of each kind that this role sees; a kind nobody asked about has no row."""
    if not work.may(UseCase.RECORD_CONSENT):
        return ()
    newest: dict[ConsentKind, ConsentRow] = {}
    for row in _CONSENTS.rows(work.session, guest_ids=[guest_id]):
        newest[row.kind] = _consent(row)
    hidden = set() if work.may(UseCase.SEE_CARER) else {ConsentKind.CARER_DATA}
    return tuple(newest[kind] for kind in ConsentKind if kind in newest and kind not in hidden)


def photos_of(session: Session, guest_ids: Collection[int], today: date) -> dict[int, PhotoRow]:
    """The newest photo of each guest who, or for whom somebody, agreed to it."""
    photos = {
        guest_id: PhotoRow(small or b"", taken_on, document_id, taken_on is not None and is_photo_old(taken_on, today))
        for guest_id, document_id, taken_on, small in _PHOTOS.rows(session, guest_ids=guest_ids)
    }
    if not photos:
        return {}
    agreed = _photo_states(session, photos)
    return {guest_id: row for guest_id, row in photos.items() if agreed.get(guest_id) is ConsentState.GIVEN}


def photo_state(session: Session, guest_id: int) -> ConsentState:
    """Whether a photo of this guest may be kept and shown."""
    return _photo_states(session, [guest_id]).get(guest_id, ConsentState.NOT_ASKED)


def _photo_states(session: Session, guest_ids: Collection[int]) -> dict[int, ConsentState]:
    rows = _PHOTO_CONSENTS.rows(session, guest_ids=guest_ids)
    return {guest_id: state_of(answer, withdrawn_on) for guest_id, answer, withdrawn_on in rows}


# -- one document --------------------------------------------------------------------------------------------------


@reads(UseCase.SEE_GUEST)
def kind_of(work: Work, document_id: int) -> DocumentKind:
    """Which right opens it. Raises: NotFound."""
    return found(work.session, Document, document_id).kind


def open_document(door: Door, document_id: int) -> DocumentFile:
    """The document with its bytes; the look is on record, and so is a refusal.

    Raises:
        NotFound, NotAllowed; NoPhotoConsent: the consent for the photo is gone.
    """
    return door.read(SEEN_THROUGH[kind_of(door, document_id)], partial(_opened, document_id=document_id))


def _opened(work: Work, document_id: int) -> DocumentFile:
    file = content_of(work, document_id)
    work.log("R", "document", document_id, file.row.guest_id, document=file.row.kind.value)
    return file


def content_of(work: Work, document_id: int) -> DocumentFile:
    """Raises: NotFound, NoPhotoConsent."""
    row = found(work.session, Document, document_id)
    state = photo_state(work.session, row.guest_id)
    if row.kind is DocumentKind.PHOTO and state is not ConsentState.GIVEN:
        raise NoPhotoConsent(state.value)
    held = select(DocumentContent.content).where(DocumentContent.document_id == document_id)
    content = work.session.scalar(held)
    if content is None:
        raise NotFound("line", str(document_id))
    return DocumentFile(_row(row, is_shown=True), content)


def _row(row: Document, *, is_shown: bool) -> DocumentRow:
    return DocumentRow(
        document_id=row.id,
        guest_id=row.guest_id,
        kind=row.kind,
        media_type=row.media_type,
        size=row.size,
        pages=row.pages,
        dated_on=row.dated_on,
        note=row.note,
        attached_on=house_time(row.attached_at_utc).date(),
        attached_by=row.attached_by,
        version=row.version,
        is_hidden=row.kind is DocumentKind.PHOTO and not is_shown,
    )


def _consent(row: Consent) -> ConsentRow:
    return ConsentRow(
        kind=row.kind,
        state=state_of(row.answer, row.withdrawn_on),
        consent_id=row.id,
        answer=row.answer,
        given_by=row.given_by,
        how=row.how,
        given_on=row.given_on,
        withdrawn_on=row.withdrawn_on,
        recorded_by=row.recorded_by,
        version=row.version,
    )
