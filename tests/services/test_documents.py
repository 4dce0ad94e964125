"""Documents inside the house: judged by content, seen by role, and a photo only while somebody agrees to it."""

from datetime import date

import pytest
from sqlalchemy import func, select

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.documents import (
    MOST_BYTES,
    SEEN_THROUGH,
    ConsentAnswer,
    ConsentHow,
    ConsentKind,
    ConsentState,
    DocumentKind,
    MediaType,
    is_photo_old,
)
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed, NotFound
from logeerhuis_app.domain.errors_documents import DocumentTooLarge, DocumentUnfit, NoPhotoConsent
from logeerhuis_app.domain.errors_rights import FileRestricted
from logeerhuis_app.domain.rights import RestrictionGround
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, Consent, Document, DocumentContent
from logeerhuis_app.services.documents import (
    ConsentWish,
    DescriptionWish,
    DocumentWish,
    attach_document,
    copy_document,
    describe_document,
    link_scan,
    record_consent,
    remove_document,
    withdraw_consent,
)
from logeerhuis_app.services.file_parts import care_rows, destroy_rows
from logeerhuis_app.services.medication import record_list
from logeerhuis_app.services.queries.documents import open_document
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.queries.missing import missing_sheet
from logeerhuis_app.services.rights import restrict_file
from logeerhuis_app.services.whole_house import guest_tables
from tests.support.documents import agree_to_photo, attach, attach_photo, locked_pdf, pdf_of, picture
from tests.support.houses import TestHouse, nov
from tests.support.medicines import pharmacy_list

CARE_SEES = {kind for kind, use_case in SEEN_THROUGH.items() if use_case.value != "see_funding_documents"}
ADMINISTRATOR_SEES = {DocumentKind.AUTHORISATION, DocumentKind.DECISION, DocumentKind.FINANCE}


def lines(house: TestHouse, kind: str) -> list[AuditLine]:
    with reading(house.door.engine) as session:
        found = list(session.scalars(select(AuditLine).where(AuditLine.object_kind == kind).order_by(AuditLine.id)))
        session.expunge_all()
    return found


def test_a_document_is_kept_and_comes_back_to_the_byte(house: TestHouse):
    guest = house.guest()
    content = pdf_of(pages=3)
    wish = DocumentWish(DocumentKind.CARE_LETTER, "brief van Noor.pdf", content, nov(3), "van de huisarts")
    made = attach_document(house.door, guest, wish).created_id
    (row,) = guest_file(house.door, guest).papers.documents
    assert (row.kind, row.media_type, row.pages, row.size) == (DocumentKind.CARE_LETTER, MediaType.PDF, 3, len(content))
    assert (row.dated_on, row.note, row.attached_on, row.attached_by) == (
        nov(3),
        "van de huisarts",
        nov(22),
        "M. Beheer",
    )
    assert open_document(house.door, made).content == content
    said = " ".join(line.detail for line in lines(house, "document"))
    assert "Noor" not in said
    assert "huisarts" not in said


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leeg.pdf", b"", "empty"),
        ("virus.pdf", b"MZ" + b"\0" * 500, "pdf"),
        ("brief.docx", b"PK\x03\x04" + b"\0" * 500, "unknown"),
        ("brief.pdf", b"%PDF-1.7\n" + b"niets " * 100, "pdf"),
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100, "heic"),
        ("bladzij.html", b"<html><script>alert(1)</script></html>", "unknown"),
    ],
)
def test_what_is_no_document_is_refused_by_its_content(file_house: TestHouse, name: str, content: bytes, reason: str):
    guest = file_house.guest()
    with pytest.raises(DocumentUnfit) as refusal:
        attach_document(file_house.door, guest, DocumentWish(DocumentKind.OTHER, name, content))
    assert refusal.value.reason == reason
    assert guest_file(file_house.door, guest).papers.documents == ()


def test_a_locked_pdf_says_so(file_house: TestHouse):
    with pytest.raises(DocumentUnfit) as refusal:
        attach_document(file_house.door, file_house.guest(), DocumentWish(DocumentKind.OTHER, "x.pdf", locked_pdf()))
    assert refusal.value.reason == "password"


def test_a_pdf_with_another_name_is_a_pdf(file_house: TestHouse):
    made = attach_document(
        file_house.door, file_house.guest(), DocumentWish(DocumentKind.OTHER, "scan.jpg", pdf_of())
    ).created_id
    assert open_document(file_house.door, made).row.media_type is MediaType.PDF


def test_too_large_is_said_in_megabytes(file_house: TestHouse):
    wish = DocumentWish(DocumentKind.OTHER, "x.pdf", b"%PDF-1.4" + b"\0" * MOST_BYTES)
    with pytest.raises(DocumentTooLarge) as refusal:
        attach_document(file_house.door, file_house.guest(), wish)
    assert (refusal.value.megabytes, refusal.value.most) == (11, 10)


# --- who sees what -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.CARE, CARE_SEES),
        (Role.ADMINISTRATOR, ADMINISTRATOR_SEES),
        (Role.COORDINATOR, set(DocumentKind)),
        (Role.MANAGER, set(DocumentKind)),
    ],
)
def test_each_role_sees_its_own_kinds(file_house: TestHouse, role: Role, sees: set[DocumentKind], kind: DocumentKind):
    guest = file_house.guest()
    agree_to_photo(file_house, guest)
    is_photo = kind is DocumentKind.PHOTO
    made = attach_photo(file_house, guest) if is_photo else attach(file_house, guest, kind)
    door = file_house.door if role is Role.MANAGER else file_house.as_role(role)
    listed = [row.kind for row in guest_file(door, guest).papers.documents]
    if kind in sees:
        assert listed == [kind]
        assert open_document(door, made).row.kind is kind
    else:
        assert listed == []
        for deed in (
            lambda: open_document(door, made),
            lambda: attach_document(door, guest, DocumentWish(kind, "x", b"x")),
        ):
            with pytest.raises(NotAllowed):
                deed()
        assert lines(file_house, "use_case")[-1].outcome == "refused"


def test_the_administrator_sees_no_photo_and_care_takes_nothing_out(house: TestHouse):
    guest = house.guest()
    agree_to_photo(house, guest)
    made = attach_photo(house, guest)
    administrator, care = house.as_role(Role.ADMINISTRATOR), house.as_role(Role.CARE)
    assert guest_file(administrator, guest).banner.photo.small == b""
    assert guest_file(care, guest).banner.photo.small
    with pytest.raises(NotAllowed):
        copy_document(care, made)
    with pytest.raises(NotAllowed):
        remove_document(care, made, "weg", 1)


def test_every_look_and_every_copy_is_on_record(house: TestHouse):
    guest = house.guest()
    made = attach(house, guest, DocumentKind.DECISION)
    open_document(house.as_role(Role.COORDINATOR), made)
    copied = copy_document(house.as_role(Role.ADMINISTRATOR), made)
    assert copied.file.content == pdf_of()
    (look,) = [line for line in lines(house, "document") if line.action == "R"]
    assert (look.username, look.guest_id, look.object_id) == ("coordinator", guest, made)
    (out,) = lines(house, "document_export")
    assert (out.username, out.action, out.guest_id) == ("administrator", "E", guest)


def test_the_papers_of_a_closed_file_are_closed_too(house: TestHouse):
    """Restricted at the guest's wish, and the guest is not in the house: the manager only."""
    guest = house.guest()
    consent = agree_to_photo(house, guest)
    made = attach(house, guest, DocumentKind.AUTHORISATION)
    restrict_file(house.door, guest, RestrictionGround.ACCURACY, "de zoon betwist de volmacht", 1)
    coordinator = house.as_role(Role.COORDINATOR)
    answer = ConsentWish(ConsentKind.STORIES, ConsentAnswer.GIVEN, "Noor", ConsentHow.SPOKEN, nov(2))
    for deed in (
        lambda: open_document(coordinator, made),
        lambda: copy_document(coordinator, made),
        lambda: remove_document(coordinator, made, "weg", 1),
        lambda: describe_document(coordinator, made, DescriptionWish(DocumentKind.OTHER, None, "", 1)),
        lambda: attach_document(coordinator, guest, DocumentWish(DocumentKind.OTHER, "x.pdf", pdf_of())),
        lambda: record_consent(coordinator, guest, answer),
        lambda: withdraw_consent(coordinator, consent, nov(3), 1),
        lambda: missing_sheet(coordinator, guest),
    ):
        with pytest.raises(FileRestricted):
            deed()
    assert open_document(house.door, made).content == pdf_of()


def test_a_destroyed_file_takes_its_papers_along(house: TestHouse):
    guest = house.guest()
    agree_to_photo(house, guest)
    attach_photo(house, guest)
    attach(house, guest)
    assert set(access_tables(house, guest)) >= {"document", "document_content", "consent"}
    with writing(house.door.engine) as session:
        destroy_rows(session, guest, care_rows(session, guest))
    with reading(house.door.engine) as session:
        for table in (Document, DocumentContent, Consent):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def access_tables(house: TestHouse, guest: int) -> list[str]:
    """The tables of which the guest's own copy holds rows."""
    with reading(house.door.engine) as session:
        return [name for name, rows in guest_tables(session, guest).items() if rows]


# --- changing and removing ---------------------------------------------------------------------------------------


def test_kind_date_and_note_can_be_put_right(house: TestHouse):
    guest = house.guest()
    made = attach(house, guest)
    describe_document(house.door, made, DescriptionWish(DocumentKind.LIVING_WILL, nov(4), "bij de notaris", 1))
    (row,) = guest_file(house.door, guest).papers.documents
    assert (row.kind, row.dated_on, row.note) == (DocumentKind.LIVING_WILL, nov(4), "bij de notaris")
    with pytest.raises(ChangedByOther):
        describe_document(house.door, made, DescriptionWish(DocumentKind.OTHER, None, "", 1))
    with pytest.raises(FieldInvalid):
        describe_document(house.door, made, DescriptionWish(DocumentKind.OTHER, nov(23), "", row.version))
    with pytest.raises(DocumentUnfit):
        describe_document(house.door, made, DescriptionWish(DocumentKind.PHOTO, nov(4), "", row.version))


def test_a_removed_document_leaves_its_trace_and_not_its_bytes(house: TestHouse):
    guest = house.guest()
    made = attach(house, guest, note="over de buurvrouw")
    with pytest.raises(FieldRequired):
        remove_document(house.door, made, " ", 1)
    remove_document(house.door, made, "van een andere gast", 1)
    assert guest_file(house.door, guest).papers.documents == ()
    with reading(house.door.engine) as session:
        assert session.scalar(select(func.count()).select_from(DocumentContent)) == 0
        assert session.scalar(select(func.count()).select_from(Document)) == 0
    (line,) = [line for line in lines(house, "document") if line.action == "D"]
    assert "van een andere gast" in line.detail
    assert "buurvrouw" not in line.detail
    with pytest.raises(NotFound):
        open_document(house.door, made)


# --- the medication list -----------------------------------------------------------------------------------------


def test_a_list_points_to_its_scan_until_that_is_removed(house: TestHouse):
    guest, other = house.guest(), house.guest("Ander", "Iemand")
    listed = record_list(house.door, guest, pharmacy_list(day=nov(19))).created_id
    made = attach(house, guest, DocumentKind.MEDICATION_LIST, list_id=listed)
    medication = guest_file(house.door, guest).medication
    assert medication.document_id == made
    strange = attach(house, other, DocumentKind.MEDICATION_LIST)
    with pytest.raises(DocumentUnfit):
        link_scan(house.door, listed, strange, medication.version)
    second = attach(house, guest, DocumentKind.MEDICATION_LIST)
    link_scan(house.door, listed, second, medication.version)
    assert guest_file(house.door, guest).medication.document_id == second
    remove_document(house.door, second, "onleesbaar", 1)
    assert guest_file(house.door, guest).medication.document_id == 0


# --- photo and consent -------------------------------------------------------------------------------------------


def test_no_photo_without_consent(house: TestHouse):
    guest = house.guest()
    with pytest.raises(NoPhotoConsent) as refusal:
        attach_photo(house, guest)
    assert refusal.value.reason == "not_asked"
    wish = ConsentWish(ConsentKind.PHOTO, ConsentAnswer.REFUSED, "Noor zelf", ConsentHow.SPOKEN, nov(2))
    record_consent(house.door, guest, wish)
    with pytest.raises(NoPhotoConsent) as refusal:
        attach_photo(house, guest)
    assert refusal.value.reason == "refused"
    agree_to_photo(house, guest)
    attach_photo(house, guest)
    assert guest_file(house.door, guest).banner.photo.taken_on == nov(2)


def test_a_withdrawn_consent_hides_the_photo_everywhere(house: TestHouse):
    guest = house.guest()
    consent = agree_to_photo(house, guest)
    made = attach_photo(house, guest)
    withdraw_consent(house.door, consent, nov(20), 1)
    file = guest_file(house.door, guest)
    assert file.banner.photo.small == b""
    assert file.papers.consent(ConsentKind.PHOTO).state is ConsentState.WITHDRAWN
    (row,) = file.papers.documents
    assert row.is_hidden
    for deed in (open_document, copy_document):
        with pytest.raises(NoPhotoConsent):
            deed(house.door, made)
    remove_document(house.door, made, "toestemming ingetrokken", row.version)
    assert guest_file(house.door, guest).papers.documents == ()


def test_the_newest_photo_is_shown(house: TestHouse):
    guest = house.guest()
    agree_to_photo(house, guest)
    attach_photo(house, guest, nov(1))
    newest = attach_photo(house, guest, nov(5))
    assert guest_file(house.door, guest).banner.photo.document_id == newest


def test_a_photo_is_a_small_picture_with_its_day(file_house: TestHouse):
    guest = file_house.guest()
    agree_to_photo(file_house, guest)
    small = picture(96, 96)
    for wish, fault in (
        (DocumentWish(DocumentKind.PHOTO, "x.pdf", pdf_of(), nov(2), small=small), DocumentUnfit),
        (DocumentWish(DocumentKind.PHOTO, "x.jpg", picture(), nov(2)), DocumentUnfit),
        (DocumentWish(DocumentKind.PHOTO, "x.jpg", picture(), None, small=small), FieldRequired),
        (DocumentWish(DocumentKind.PHOTO, "x.jpg", picture(), nov(23), small=small), FieldInvalid),
        (
            DocumentWish(DocumentKind.PHOTO, "x.jpg", b"\xff\xd8\xff" + b"\0" * 2**20, nov(2), small=small),
            DocumentTooLarge,
        ),
        (DocumentWish(None, "x.jpg", picture()), FieldRequired),
    ):
        with pytest.raises(fault):
            attach_document(file_house.door, guest, wish)


@pytest.mark.parametrize(
    ("taken", "is_old"),
    [(date(2025, 11, 21), True), (date(2025, 11, 22), False), (date(2026, 1, 1), False), (date(2024, 12, 31), True)],
)
def test_a_photo_is_old_after_a_year(taken: date, is_old: bool):
    assert is_photo_old(taken, nov(22)) is is_old


def test_consents_keep_who_how_and_when(house: TestHouse):
    guest = house.guest()
    assert guest_file(house.door, guest).papers.consent(ConsentKind.RESEARCH).state is ConsentState.NOT_ASKED
    for missing in (
        ConsentWish(ConsentKind.SHARING, None, "Noor", ConsentHow.SPOKEN, nov(2)),
        ConsentWish(ConsentKind.SHARING, ConsentAnswer.GIVEN, " ", ConsentHow.SPOKEN, nov(2)),
        ConsentWish(ConsentKind.SHARING, ConsentAnswer.GIVEN, "Noor", None, nov(2)),
        ConsentWish(ConsentKind.SHARING, ConsentAnswer.GIVEN, "Noor", ConsentHow.SPOKEN, None),
    ):
        with pytest.raises(FieldRequired):
            record_consent(house.door, guest, missing)
    wish = ConsentWish(ConsentKind.SHARING, ConsentAnswer.GIVEN, "Noor", ConsentHow.SPOKEN, nov(2))
    made = record_consent(house.as_role(Role.CARE), guest, wish).created_id
    row = guest_file(house.door, guest).papers.consent(ConsentKind.SHARING)
    assert (row.state, row.given_by, row.how, row.given_on) == (ConsentState.GIVEN, "Noor", ConsentHow.SPOKEN, nov(2))
    assert row.recorded_by == "Care Test"
    with pytest.raises(FieldInvalid):
        withdraw_consent(house.door, made, nov(1), row.version)
    with pytest.raises(FieldInvalid):
        withdraw_consent(house.door, made, nov(23), row.version)
    withdraw_consent(house.door, made, nov(5), row.version)
    assert guest_file(house.door, guest).papers.consent(ConsentKind.SHARING).withdrawn_on == nov(5)


def test_the_carers_own_consent_is_for_those_who_see_the_carer(house: TestHouse):
    guest = house.guest()
    wish = ConsentWish(ConsentKind.CARER_DATA, ConsentAnswer.GIVEN, "Margreet", ConsentHow.SPOKEN, nov(2))
    record_consent(house.door, guest, wish)
    assert guest_file(house.door, guest).papers.consents
    assert guest_file(house.as_role(Role.CARE), guest).papers.consents == ()
    assert guest_file(house.as_role(Role.ADMINISTRATOR), guest).papers.consents == ()
