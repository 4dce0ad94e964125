"""Documents in a real window: in by keys or by dropping, looked at, copied out, removed; a photo only with consent."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind, ConsentState, DocumentKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.queries.documents import open_document
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.consent_dialogs import ConsentDialog, WithdrawDialog
from logeerhuis_app.ui.guests.document_dialogs import AttachDialog, CopyDialog, DescribeDialog
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.guests.documents_tab import DocumentsTab
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.handover.handover_screen import HandoverScreen
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.photo import Photo
from tests.support.documents import agree_to_photo, attach, attach_photo, pdf_of, picture
from tests.support.guest_files import piet
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, open_window, settle, take_keyboard
from tests.support.pdf_reading import text_of


@pytest.fixture
def guest(file_house: TestHouse) -> int:
    return piet(file_house)


@pytest.fixture
def opened(open_screen, guest: int):
    """The documents tab of Piet, as a role sees it."""

    def on_tab(role: Role = Role.MANAGER) -> GuestsScreen:
        screen: GuestsScreen = open_screen(role)
        screen.open_guest(guest)
        screen.view.show_tab(DocumentsTab)
        settle()
        return screen

    return on_tab


def shown(screen: GuestsScreen, kind: type[QDialog]):
    settle()
    found = [one for one in screen.findChildren(QDialog) if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1, [type(one).__name__ for one in screen.findChildren(QDialog) if one.isVisible()]
    return found[0]


def buttons(screen: GuestsScreen, words: str) -> list[QPushButton]:
    settle()
    return [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == words]


def press(qtbot, screen: GuestsScreen, words: str) -> None:
    found = buttons(screen, words)
    assert len(found) == 1, words
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def gone(qtbot, dialog: QDialog) -> None:
    """Wait for the pool to have kept what was asked."""
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        save(qtbot, dialog)
    settle()


def refused(qtbot, dialog: AttachDialog) -> str:
    save(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)
    assert dialog.isVisible()
    return dialog.problem.text()


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


def on_disk(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


# --- coming in ---------------------------------------------------------------------------------------------------


def test_a_scan_comes_in_by_keys_and_is_looked_at(qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path):
    screen = opened()
    (empty,) = [one for one in screen.findChildren(EmptyState) if one.isVisible()]
    assert empty.sentence.text() == "Er zijn nog geen documenten"
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = shown(screen, AttachDialog)
    qtbot.keyClicks(dialog.focusWidget(), on_disk(tmp_path, "brief.pdf", pdf_of("Brief", pages=2)))
    dialog.fields["kind"].set_value(DocumentKind.CARE_LETTER)
    qtbot.keyClicks(dialog.fields["note"], "van de huisarts")
    gone(qtbot, dialog)
    (row,) = file_of(file_house, guest).papers.documents
    assert (row.kind, row.pages, row.note) == (DocumentKind.CARE_LETTER, 2, "van de huisarts")
    (card,) = [one for one in screen.findChildren(ChoiceCard) if one.isVisible()]
    assert "2 bladzijden" in card.accessibleName()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    viewer = shown(screen, DocumentViewer)
    with qtbot.waitSignal(viewer.preview.shown, timeout=20_000):
        pass
    with qtbot.waitSignal(viewer.preview.shown, timeout=20_000):
        qtbot.keyClick(viewer, Qt.Key.Key_PageDown)
    assert viewer.preview.place.text() == "2 / 2"
    assert "Brief 2" in viewer.preview.sheet.accessibleDescription()
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_without_a_kind_it_asks_for_one(qtbot, opened, tmp_path: Path):
    screen = opened()
    press(qtbot, screen, "Document toevoegen")
    dialog = shown(screen, AttachDialog)
    qtbot.keyClicks(dialog.focusWidget(), on_disk(tmp_path, "brief.pdf", pdf_of()))
    save(qtbot, dialog)
    assert "soort" in dialog.problem.text().lower()
    dialog.reject()


@pytest.mark.qt_log_ignore("Corrupt JPEG data", "JPEG datastream", extend=True)
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("nep.pdf", b"dit is geen pdf", "geen pdf die te openen is"),
        ("stuk.pdf", b"%PDF-1.5\nkapot", "geen pdf die te openen is"),
        ("tekst.txt", b"hallo", "geen pdf, JPEG of PNG"),
        ("stuk.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 200, "geen afbeelding die te openen is"),
        ("leeg.pdf", b"", "is leeg"),
    ],
)
def test_what_is_no_document_is_said_beside_the_file(
    qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path, name: str, content: bytes, words: str
):
    screen = opened()
    path = on_disk(tmp_path, name, content)
    dialog = screen.deeds.papers.attach(screen.file, path=path)
    dialog.fields["kind"].set_value(DocumentKind.OTHER)
    qtbot.keyClicks(dialog.fields["note"], "blijft staan")
    assert words in refused(qtbot, dialog)
    assert name in dialog.problem.text()
    assert dialog.fields["note"].toPlainText() == "blijft staan"
    assert file_of(file_house, guest).papers.documents == ()
    dialog.reject()


def test_a_photo_of_two_gigabytes_is_refused_before_it_is_read(
    qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    agree_to_photo(file_house, guest)
    huge = tmp_path / "vakantie.jpg"
    with huge.open("wb") as file:
        file.truncate(2 * 2**30)

    def never(*_arguments: object, **_more: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(Path, "open", never)
    screen = opened()
    dialog = screen.deeds.papers.attach(screen.file, DocumentKind.PHOTO, path=str(huge))
    assert "2.048 MB" in refused(qtbot, dialog)
    dialog.reject()


def test_a_picture_that_unfolds_to_a_field_is_refused(qtbot, opened, tmp_path: Path):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")
    )
    screen = opened()
    dialog = screen.deeds.papers.attach(screen.file, path=on_disk(tmp_path, "bom.png", bomb))
    dialog.fields["kind"].set_value(DocumentKind.OTHER)
    assert "meer beeldpunten" in refused(qtbot, dialog)
    dialog.reject()


def test_dropped_files_are_asked_about_one_by_one(qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path):
    screen = opened()
    data = QMimeData()
    names = ("een.pdf", "twee.png")
    contents = (pdf_of(), picture(kind="PNG"))
    data.setUrls([QUrl.fromLocalFile(on_disk(tmp_path, *both)) for both in zip(names, contents, strict=True)])
    place, target = QPointF(50, 50), screen.view.current_tab().viewport()
    copy, left, bare = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place.toPoint(), copy, data, left, bare))
    QApplication.sendEvent(target, QDropEvent(place, copy, data, left, bare))
    for name in names:
        dialog = shown(screen, AttachDialog)
        assert dialog.fields["file"].value().endswith(name)
        dialog.fields["kind"].set_value(DocumentKind.OTHER)
        gone(qtbot, dialog)
    assert [row.media_type.value for row in file_of(file_house, guest).papers.documents] == [
        "image/png",
        "application/pdf",
    ]
    assert not [one for one in screen.findChildren(AttachDialog) if one.isVisible()]


# --- describing, copying, removing -------------------------------------------------------------------------------


def test_a_description_is_put_right_with_e(qtbot, opened, file_house: TestHouse, guest: int):
    attach(file_house, guest)
    attach(file_house, guest, DocumentKind.DECISION)
    screen = opened()
    (card,) = [one for one in screen.findChildren(ChoiceCard) if one.accessibleName().startswith("Brief")]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_E)
    dialog = shown(screen, DescribeDialog)
    dialog.fields["kind"].set_value(DocumentKind.LIVING_WILL)
    dialog.fields["dated_on"].set_value(nov(4))
    save(qtbot, dialog)
    row = file_of(file_house, guest).papers.documents[-1]
    assert (row.kind, row.dated_on) == (DocumentKind.LIVING_WILL, nov(4))


def test_a_copy_goes_out_after_a_warning_and_on_record(
    qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path
):
    made = attach(file_house, guest, DocumentKind.DECISION)
    screen = opened()
    press(qtbot, screen, "kopie bewaren…")
    warning = shown(screen, CopyDialog)
    qtbot.keyClick(warning.save_button, Qt.Key.Key_Space)
    question = screen.deeds.papers.question
    assert question is not None
    assert "Piet" not in question.selectedFiles()[0]
    with qtbot.waitSignal(screen.deeds.papers.copied, timeout=20_000):
        question.fileSelected.emit(str(tmp_path / "kopie.pdf"))
    question.close()
    assert (tmp_path / "kopie.pdf").read_bytes() == open_document(file_house.door, made).content
    assert "open" in screen.messages.text
    with reading(file_house.door.engine) as session:
        found = session.scalars(select(AuditLine.action).where(AuditLine.object_kind == "document_export")).all()
    assert found == ["E"]


def test_a_document_goes_with_a_reason(qtbot, opened, file_house: TestHouse, guest: int):
    attach(file_house, guest)
    screen = opened()
    press(qtbot, screen, "verwijderen…")
    dialog = shown(screen, ReasonDialog)
    qtbot.keyClicks(dialog.reason, "van een ander")
    save(qtbot, dialog)
    assert file_of(file_house, guest).papers.documents == ()


# --- photo and consent -------------------------------------------------------------------------------------------


def test_from_consent_to_face_and_back(qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path):
    screen = opened()
    assert buttons(screen, "Foto toevoegen") == []
    press(qtbot, screen, "Toestemming vastleggen")
    dialog = shown(screen, ConsentDialog)
    dialog.fields["answer"].set_value(ConsentAnswer.GIVEN)
    qtbot.keyClicks(dialog.fields["given_by"], "Margreet")
    dialog.fields["how"].set_value(ConsentHow.WRITTEN)
    save(qtbot, dialog)
    press(qtbot, screen, "Foto toevoegen")
    photo = shown(screen, AttachDialog)
    qtbot.keyClicks(photo.focusWidget(), on_disk(tmp_path, "piet.jpg", picture(900, 1200)))
    save(qtbot, photo)
    qtbot.waitUntil(lambda: bool(photo.problem.text()))  # the day it was taken
    photo.fields["dated_on"].set_value(nov(20))
    gone(qtbot, photo)
    assert screen.view.head.photo.has_picture
    assert screen.view.head.photo.accessibleName() == "foto van Piet van den Berg"
    assert not screen.view.head.old_photo.isVisible()
    press(qtbot, screen, "intrekken…")
    save(qtbot, shown(screen, WithdrawDialog))
    settle()
    assert not screen.view.head.photo.has_picture
    assert file_of(file_house, guest).papers.consent(ConsentKind.PHOTO).state is ConsentState.WITHDRAWN
    assert buttons(screen, "bekijken") == []
    press(qtbot, screen, "verwijderen…")
    removal = shown(screen, ReasonDialog)
    qtbot.keyClicks(removal.reason, "ingetrokken")
    save(qtbot, removal)
    assert file_of(file_house, guest).papers.documents == ()


def test_an_old_photo_is_told_in_the_head(opened, file_house: TestHouse, guest: int):
    agree_to_photo(file_house, guest)
    attach_photo(file_house, guest, nov(21).replace(year=2025))
    screen = opened()
    assert screen.view.head.old_photo.isVisible()
    assert screen.view.head.old_photo.text() == "foto ouder dan een jaar"


# --- roles -------------------------------------------------------------------------------------------------------


def test_each_role_finds_its_own(opened, file_house: TestHouse, guest: int):
    agree_to_photo(file_house, guest)
    attach_photo(file_house, guest)
    for kind in (DocumentKind.DECISION, DocumentKind.LIVING_WILL, DocumentKind.AUTHORISATION):
        attach(file_house, guest, kind)

    def cards(screen: GuestsScreen) -> list[str]:
        return [one.accessibleName().split(",")[0] for one in screen.findChildren(ChoiceCard) if one.isVisible()]

    care = opened(Role.CARE)
    assert cards(care) == ["Volmacht of beschikking van de rechter", "Wilsverklaring", "Foto"]
    assert care.view.head.photo.has_picture
    assert buttons(care, "kopie bewaren…") == buttons(care, "verwijderen…") == []
    administrator = opened(Role.ADMINISTRATOR)
    assert cards(administrator) == ["Volmacht of beschikking van de rechter", "Indicatie of besluit"]
    assert not administrator.view.head.photo.has_picture
    assert buttons(administrator, "Nieuwe foto") == buttons(administrator, "Vermissingsblad") == []
    assert len(buttons(administrator, "kopie bewaren…")) == 2


# --- the medication list -----------------------------------------------------------------------------------------


def test_the_pharmacys_list_gets_its_scan(qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path):
    screen = opened(Role.CARE)
    screen.view.show_tab(MedicationTab)
    press(qtbot, screen, "Scan toevoegen")
    dialog = shown(screen, AttachDialog)
    assert dialog.fields["kind"].value() is DocumentKind.MEDICATION_LIST
    qtbot.keyClicks(dialog.focusWidget(), on_disk(tmp_path, "lijst.pdf", pdf_of()))
    gone(qtbot, dialog)
    assert file_of(file_house, guest).medication.document_id
    press(qtbot, screen, "Scan bekijken")
    viewer = shown(screen, DocumentViewer)
    qtbot.waitUntil(lambda: bool(viewer.preview.pdf), timeout=20_000)
    viewer.accept()


# --- the missing-person sheet ------------------------------------------------------------------------------------


def wanders(house: TestHouse, guest: int, grade: str) -> None:
    row = file_of(house, guest).answers[CareTopic.WANDERING]
    answer = AnswerWish(CareTopic.WANDERING, AnswerState.GIVEN, grade, version=row.version)
    record_answers(house.door, guest, [answer])


def test_the_sheet_is_there_at_one_press(qtbot, opened, file_house: TestHouse, guest: int, tmp_path: Path):
    agree_to_photo(file_house, guest)
    attach_photo(file_house, guest)
    wanders(file_house, guest, "1")
    screen = opened(Role.CARE)
    assert not screen.view.head.sheet_button.isVisible()
    wanders(file_house, guest, "2")
    screen.activate()
    qtbot.keyClick(screen.view.head.sheet_button, Qt.Key.Key_Space)
    viewer = shown(screen, DocumentViewer)
    qtbot.waitUntil(lambda: bool(viewer.preview.pdf), timeout=20_000)
    words = text_of(viewer.preview.pdf)
    assert "VERMIST" in words
    assert "06 1234 5678" in words
    viewer.preview.save_button.click()
    question = screen.missing_print.question
    assert question is not None
    with qtbot.waitSignal(screen.missing_print.written, timeout=20_000):
        question.fileSelected.emit(str(tmp_path / "blad.pdf"))
    question.close()
    assert (tmp_path / "blad.pdf").read_bytes() == viewer.preview.pdf
    viewer.accept()
    with reading(file_house.door.engine) as session:
        found = session.scalars(select(AuditLine.username).where(AuditLine.object_kind == "missing_print")).all()
    assert found == ["care"]


def test_the_sheet_is_there_from_the_handover_too(qtbot, file_house: TestHouse, guest: int):
    """Whoever is missed is missed at the bedside, with the handover open."""
    agree_to_photo(file_house, guest)
    attach_photo(file_house, guest)
    screen = HandoverScreen(Operations(file_house.as_role(Role.CARE)))
    qtbot.addWidget(screen)
    screen.resize(1170, 700)
    open_window(screen)
    screen.activate()
    screen.show_guest(guest)
    settle()
    assert not screen.panel.missing_button.isVisible()
    assert [one.has_picture for one in screen.panel.banner.findChildren(Photo) if one.isVisible()] == [True]
    wanders(file_house, guest, "3")
    screen.activate()
    screen.show_guest(guest)
    settle()
    qtbot.keyClick(screen.panel.missing_button, Qt.Key.Key_Space)
    settle()
    (viewer,) = [one for one in screen.findChildren(DocumentViewer) if one.isVisible()]
    qtbot.waitUntil(lambda: bool(viewer.preview.pdf), timeout=20_000)
    assert "VERMIST" in text_of(viewer.preview.pdf)
    viewer.accept()


# --- looks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off(opened, file_house: TestHouse, guest: int, scale: float):
    agree_to_photo(file_house, guest)
    attach_photo(file_house, guest)
    attach(file_house, guest, DocumentKind.MEDICATION_LIST, note="een lange notitie " * 20)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_style(app, scale)
    try:
        screen = opened()
        assert list(cut_off_texts(screen.view.current_tab())) == []
        row = screen.file.papers.documents[0]
        for open_dialog in (
            lambda: screen.deeds.papers.attach(screen.file),
            lambda: screen.deeds.papers.describe(screen.file, row),
            lambda: screen.deeds.papers.ask_consent(screen.file, ConsentKind.RESEARCH),
            lambda: screen.deeds.papers.copy(screen.file, row),
        ):
            open_dialog()
            dialog = shown(screen, QDialog)
            assert list(cut_off_texts(dialog)) == []
            dialog.reject()
    finally:
        apply_style(app, 1.0)
