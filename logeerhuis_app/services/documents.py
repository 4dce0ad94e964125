"""Attaching, describing, copying out and removing a guest's documents; writing down what was agreed to."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import delete, update

from logeerhuis_app.domain.checks import require_not_future, require_order
from logeerhuis_app.domain.documents import (
    MOST_PHOTO_BYTES,
    MOST_SMALL_BYTES,
    PICTURES,
    SEEN_THROUGH,
    ConsentAnswer,
    ConsentHow,
    ConsentKind,
    ConsentState,
    DocumentKind,
    MediaType,
)
from logeerhuis_app.domain.errors import FieldRequired
from logeerhuis_app.domain.errors_documents import DocumentUnfit, NoPhotoConsent
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Consent, Document, DocumentContent, Guest, MedicationList
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.document_content import media_type, page_count, require_size
from logeerhuis_app.services.door import Door, Work, writes
from logeerhuis_app.services.field_values import found, kept, put
from logeerhuis_app.services.queries.documents import content_of, kind_of, photo_state
from logeerhuis_app.services.rows.documents import Copied

_CHANGED = Topic.GUESTS | Topic.CARE


@dataclass(frozen=True)
class DocumentWish:
    """``name``: of the file, for the sentence of a refusal; it is not kept. ``small``: of a photo, made before.

    ``list_id``: the medication list of which this is the scan.
    """

    kind: DocumentKind | None
    name: str
    content: bytes = field(repr=False)
    dated_on: date | None = None
    note: str = ""
    small: bytes = field(default=b"", repr=False)
    list_id: int = 0


@dataclass(frozen=True)
class DescriptionWish:
    """What can be put right of a document: all but its bytes."""

    kind: DocumentKind
    dated_on: date | None
    note: str
    version: int


@dataclass(frozen=True)
class ConsentWish:
    kind: ConsentKind
    answer: ConsentAnswer | None
    given_by: str
    how: ConsentHow | None
    given_on: date | None


@dataclass(frozen=True)
class _Checked:
    media_type: MediaType
    pages: int


# -- documents -----------------------------------------------------------------------------------------------------


def attach_document(door: Door, guest_id: int, wish: DocumentWish) -> Changes:
    """Keep a document inside the house. Its content is judged before the house is touched.

    Raises:
        FieldRequired: no kind; a photo without the day it was taken.
        NotAllowed: a kind that this role does not see.
        DocumentTooLarge, DocumentUnfit: see ``document_content``.
        NoPhotoConsent: a photo that nobody agreed to.
    """
    if wish.kind is None:
        raise FieldRequired("kind")
    door.require(SEEN_THROUGH[wish.kind])
    checked = _checked(wish)
    return door.write(UseCase.ATTACH_DOCUMENT, partial(_attach, guest_id=guest_id, wish=wish, checked=checked))


def _checked(wish: DocumentWish) -> _Checked:
    is_photo = wish.kind is DocumentKind.PHOTO
    if is_photo:
        require_size(wish.name, len(wish.content), MOST_PHOTO_BYTES)
        require_size(wish.name, len(wish.small), MOST_SMALL_BYTES)
    require_size(wish.name, len(wish.content))
    kind = media_type(wish.name, wish.content)
    if is_photo and (kind not in PICTURES or media_type(wish.name, wish.small) not in PICTURES):
        raise DocumentUnfit(wish.name, "not_photo")
    return _Checked(kind, page_count(wish.name, wish.content) if kind is MediaType.PDF else 1)


def _attach(work: Work, guest_id: int, wish: DocumentWish, checked: _Checked) -> Changes:
    found(work.session, Guest, guest_id)
    _require_description(work, wish.kind, wish.dated_on)
    _require_consent(work, guest_id, wish.kind)
    row = Document(guest_id=guest_id, media_type=checked.media_type, size=len(wish.content), pages=checked.pages)
    put(row, {"kind": wish.kind, "dated_on": wish.dated_on, "note": wish.note})
    row.attached_at_utc, row.attached_by = work.now_utc, work.actor.name
    work.session.add(row)
    work.session.flush()
    is_photo = wish.kind is DocumentKind.PHOTO
    work.session.add(DocumentContent(document_id=row.id, content=wish.content, small=wish.small if is_photo else None))
    facts: dict[str, Any] = {"document": row.kind.value, "type": row.media_type.value, "size": row.size}
    work.log("C", "document", row.id, guest_id, pages=row.pages, **facts)
    if wish.list_id:
        _link(work, wish.list_id, row)
    return Changes(_CHANGED, created_id=row.id)


def _require_description(work: Work, kind: DocumentKind | None, dated_on: date | None) -> None:
    if kind is DocumentKind.PHOTO and dated_on is None:
        raise FieldRequired("dated_on")
    require_not_future("dated_on", dated_on, work.today)


def _require_consent(work: Work, guest_id: int, kind: DocumentKind | None) -> None:
    state = photo_state(work.session, guest_id)
    if kind is DocumentKind.PHOTO and state is not ConsentState.GIVEN:
        raise NoPhotoConsent(state.value)


def describe_document(door: Door, document_id: int, wish: DescriptionWish) -> Changes:
    """Put kind, date or note right. A photo stays a photo, and nothing else becomes one: it has no small picture.

    Raises:
        NotFound, NotAllowed, ChangedByOther, FieldRequired, FieldInvalid; DocumentUnfit: see above.
    """
    door.require(SEEN_THROUGH[kind_of(door, document_id)])
    door.require(SEEN_THROUGH[wish.kind])
    return door.write(UseCase.ATTACH_DOCUMENT, partial(_describe, document_id=document_id, wish=wish))


def _describe(work: Work, document_id: int, wish: DescriptionWish) -> Changes:
    row = found(work.session, Document, document_id, wish.version)
    if (row.kind is DocumentKind.PHOTO) != (wish.kind is DocumentKind.PHOTO):
        raise DocumentUnfit("", "photo_kind", field="kind")
    _require_description(work, wish.kind, wish.dated_on)
    changed = put(row, {"kind": wish.kind, "dated_on": wish.dated_on, "note": wish.note})
    if "note" in changed:
        changed["note"] = "changed"  # free text stays in the file
    work.log("U", "document", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED)


def copy_document(door: Door, document_id: int) -> Copied:
    """The document for a place outside the house, where nothing protects it any more; on record as leaving.

    Raises: NotFound, NotAllowed, NoPhotoConsent.
    """
    door.require(SEEN_THROUGH[kind_of(door, document_id)])
    return door.write(UseCase.COPY_DOCUMENT, partial(_copy, document_id=document_id))


def _copy(work: Work, document_id: int) -> Copied:
    file = content_of(work, document_id)
    guest = found(work.session, Guest, file.row.guest_id)
    work.log("E", "document_export", document_id, guest.id, document=file.row.kind.value)
    return Copied(file, guest.guest_no, work.now_utc)


def remove_document(door: Door, document_id: int, reason: str, version: int) -> Changes:
    """Take it away with its bytes; what it was and why stays on record.

    Raises: NotFound, NotAllowed, ChangedByOther; FieldRequired without a reason.
    """
    door.require(SEEN_THROUGH[kind_of(door, document_id)])
    return door.write(
        UseCase.REMOVE_DOCUMENT, partial(_remove, document_id=document_id, reason=reason, version=version)
    )


def _remove(work: Work, document_id: int, reason: str, version: int) -> Changes:
    row = found(work.session, Document, document_id, version)
    if not reason.strip():
        raise FieldRequired("reason")
    was = {name: value for name, value in kept(row).items() if name not in ("note", "attached_at_utc")}
    session = work.session
    session.execute(delete(DocumentContent).where(DocumentContent.document_id == row.id))
    session.execute(update(MedicationList).where(MedicationList.document_id == row.id).values(document_id=None))
    session.delete(row)
    session.flush()
    work.log("D", "document", document_id, row.guest_id, reason=reason.strip(), was=was)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_MEDICATION)
def link_scan(work: Work, list_id: int, document_id: int, version: int) -> Changes:
    """Say which document is the scan of the pharmacy's list.

    Raises: NotFound, ChangedByOther; DocumentUnfit: it is of another guest or of another kind.
    """
    found(work.session, MedicationList, list_id, version)
    _link(work, list_id, found(work.session, Document, document_id))
    return Changes(_CHANGED)


def _link(work: Work, list_id: int, document: Document) -> None:
    row = found(work.session, MedicationList, list_id)
    if row.guest_id != document.guest_id or document.kind is not DocumentKind.MEDICATION_LIST:
        raise DocumentUnfit("", "other_list", field="kind")
    changed = put(row, {"document_id": document.id})
    work.log("U", "medication_list", row.id, row.guest_id, changed=changed)


# -- consents ------------------------------------------------------------------------------------------------------


@writes(UseCase.RECORD_CONSENT)
def record_consent(work: Work, guest_id: int, wish: ConsentWish) -> Changes:
    """Write down an answer; earlier answers of this kind stay as they were.

    Raises:
        FieldRequired: what was answered, by whom, how or when.
        FieldInvalid: an answer of tomorrow.
    """
    found(work.session, Guest, guest_id)
    for name in ("answer", "how", "given_on"):
        if getattr(wish, name) is None:
            raise FieldRequired(name)
    if not wish.given_by.strip():
        raise FieldRequired("given_by")
    require_not_future("given_on", wish.given_on, work.today)
    row = Consent(guest_id=guest_id, kind=wish.kind, recorded_by=work.actor.name)
    names = ("answer", "given_by", "how", "given_on")
    put(row, {name: getattr(wish, name) for name in names})
    work.session.add(row)
    work.session.flush()
    work.log("C", "consent", row.id, guest_id, consent=wish.kind.value, answer=row.answer.value)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.RECORD_CONSENT)
def withdraw_consent(work: Work, consent_id: int, on: date | None, version: int) -> Changes:
    """From this day on there is no consent; what was done before stays as it was.

    Raises: FieldRequired, FieldInvalid: no day, one to come, or one before the consent; ChangedByOther.
    """
    row = found(work.session, Consent, consent_id, version)
    if on is None:
        raise FieldRequired("withdrawn_on")
    require_not_future("withdrawn_on", on, work.today)
    require_order("withdrawn_on", row.given_on, on)
    put(row, {"withdrawn_on": on})
    work.log("U", "consent", row.id, row.guest_id, consent=row.kind.value, withdrawn_on=on)
    return Changes(_CHANGED)
