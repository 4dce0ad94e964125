"""A photo becomes small, upright and silent about where it was taken."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from logeerhuis_app.domain.documents import MOST_PHOTO_BYTES, MOST_SMALL_BYTES
from logeerhuis_app.domain.errors_documents import DocumentTooLarge, DocumentUnfit
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


def test_only_a_file_is_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nergens.pdf"):
        with pytest.raises(DocumentUnfit) as refusal:
            read_file(path)
        assert refusal.value.reason == "not_readable"
    (tmp_path / "x.pdf").write_bytes(b"12345678")
    assert read_file(tmp_path / "x.pdf", 8) == b"12345678"
    with pytest.raises(DocumentTooLarge):
        read_file(tmp_path / "x.pdf", 7)
