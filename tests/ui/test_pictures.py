"""A photo becomes small, upright and silent about where it was taken."""

import io
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QImage

from logeerhuis_app.domain.documents import MOST_PHOTO_BYTES, MOST_SMALL_BYTES, MediaType
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.errors_documents import DocumentTooLarge, DocumentUnfit
from logeerhuis_app.services.document_content import media_type, page_count
from logeerhuis_app.ui.pages import MOST_DOTS, page_image
from logeerhuis_app.ui.pictures import PHOTO_SIDE, SMALL_SIDE, fitted_photo, picture_page, read_file
from tests.support.documents import pdf_of, picture

TURNED = 6  # the camera was held a quarter turn
MAKER, ORIENTATION = 271, 274


def camera_photo(width: int, height: int, turn: int = 1) -> bytes:
    """Red at the left edge, noise elsewhere; with what a camera writes besides."""
    image = Image.effect_noise((width, height), 90).convert("RGB")
    image.paste((255, 0, 0), (0, 0, width // 8, height))
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "Toestelmerk-Geheim", turn
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, exif=exif, comment=b"Molenstraat 12")
    return out.getvalue()


def test_a_large_photo_fits() -> None:
    large, small = fitted_photo("x.jpg", camera_photo(3000, 4000))
    assert len(large) <= MOST_PHOTO_BYTES
    assert len(small) <= MOST_SMALL_BYTES
    shown, face = QImage.fromData(large), QImage.fromData(small)
    assert (shown.width(), shown.height()) == (PHOTO_SIDE * 3 // 4, PHOTO_SIDE)
    assert (face.width(), face.height()) == (SMALL_SIDE, SMALL_SIDE)


def test_what_the_camera_wrote_stays_behind() -> None:
    for kept in fitted_photo("x.jpg", camera_photo(300, 400)):
        assert b"Toestelmerk" not in kept
        assert b"Molenstraat" not in kept


def test_a_turned_photo_stands_upright() -> None:
    large, _small = fitted_photo("x.jpg", camera_photo(400, 300, TURNED))
    shown = QImage.fromData(large)
    assert (shown.width(), shown.height()) == (300, 400)
    assert shown.pixelColor(150, 10).red() > 200 > 100 > shown.pixelColor(150, 10).green()  # the left edge is above now


def test_a_png_with_holes_becomes_white_behind_them() -> None:
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    large, _small = fitted_photo("x.png", out.getvalue())
    assert QImage.fromData(large).pixelColor(25, 25).lightness() > 250


@pytest.mark.parametrize(("content", "reason"), [(pdf_of(), "not_photo"), (b"GIF89a" + b"\0" * 99, "unknown")])
def test_a_photo_is_a_picture(content: bytes, reason: str) -> None:
    with pytest.raises(DocumentUnfit) as refusal:
        fitted_photo("x", content)
    assert refusal.value.reason == reason


def test_a_picture_is_a_page_of_its_own_width() -> None:
    assert picture_page(picture(60, 80), 100).width() == 827
    assert picture_page(picture(4000, 300), 100).width() == 827


# --- pages -------------------------------------------------------------------------------------------------------


def test_a_page_as_large_as_a_field_is_drawn_small() -> None:
    """14,400 points is the largest page there is; life size it would take gigabytes."""
    image = page_image(pdf_of(size=(14_400, 14_400)), 0, 192).image
    assert image.width() * image.height() <= MOST_DOTS * 1.01


def test_a_bent_page_is_said_and_the_others_are_shown() -> None:
    pdf = pdf_of(pages=2)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Bent)
        out = io.BytesIO()
        document.save(out)
    bent = out.getvalue()
    assert page_image(bent, 0, 50).image.width() > 100
    with pytest.raises(DocumentUnfit):
        page_image(bent, 1, 50)


@pytest.mark.no_qt_log  # the readers of pictures grumble about each of them
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_make_it_crash(data: st.DataObject) -> None:
    """A real paper or picture with some bytes bent: kept and drawn, or refused in words."""
    content = bytearray(data.draw(st.sampled_from([PDF, JPEG, PNG])))
    for _turn in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    try:
        kind = media_type("x", bytes(content[:cut]))
        if kind is MediaType.PDF:
            page_count("x", bytes(content[:cut]))
            page_image(bytes(content[:cut]), 0, 20)
        else:
            fitted_photo("x", bytes(content[:cut]))
    except UserFacingError:
        pass


PDF, JPEG, PNG = pdf_of(packed=False), camera_photo(40, 40), picture(kind="PNG")


def test_only_a_file_is_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nergens.pdf"):
        with pytest.raises(DocumentUnfit) as refusal:
            read_file(path)
        assert refusal.value.reason == "not_readable"
    (tmp_path / "x.pdf").write_bytes(b"12345678")
    assert read_file(tmp_path / "x.pdf", 8) == b"12345678"
    with pytest.raises(DocumentTooLarge):
        read_file(tmp_path / "x.pdf", 7)
