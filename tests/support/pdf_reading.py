"""Reading a PDF back: its words, where they stand, in which letters, and as a picture."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image


def built(build: Callable[..., None], *values: object) -> bytes:
    """The bytes that a report writes."""
    out = io.BytesIO()
    build(*values, out)
    return out.getvalue()


def pages_of(data: bytes) -> list[str]:
    """The words of each page, one line end for each line."""
    with _opened(data) as document:
        return [_words(page) for page in document]


def text_of(data: bytes) -> str:
    """All words of all pages, every stretch of white space as one space."""
    return " ".join(" ".join(pages_of(data)).split())


def letters_of(data: bytes) -> str:
    """All signs without white space: what was typed must be in it wherever its lines were broken."""
    return "".join("".join(pages_of(data)).split())


@dataclass(frozen=True)
class Sign:
    """One printed sign with its place on the page, in points from the lower left corner."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def signs_of(data: bytes) -> Iterator[Sign]:
    """Every visible sign."""
    with _opened(data) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                sign = chr(raw.FPDFText_GetUnicode(text, place))
                if not sign.isspace():
                    left, bottom, right, top = text.get_charbox(place)
                    yield Sign(number, sign, left, bottom, right, top, raw.FPDFText_GetFontSize(text, place))
            text.close()
            page.close()


def pictures_of(data: bytes, points_per_pixel: float = 1.0) -> list[Image.Image]:
    """Each page in grey."""
    with _opened(data) as document:
        pages = [page.render(scale=1 / points_per_pixel, grayscale=True) for page in document]
        return [page.to_pil().convert("L").copy() for page in pages]


def loose_fonts(data: bytes) -> list[str]:
    """Names of the fonts that are not embedded in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [thing for thing in pdf.objects if _is_font(thing)]
        return [str(font.get("/BaseFont")) for font in fonts if not _is_embedded(font)]


def metadata_of(data: bytes) -> dict[str, str]:
    """Title, author, dates and language as they stand in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
        return {**info, "/Lang": str(pdf.Root.get("/Lang", ""))}


def _opened(data: bytes) -> Any:
    return pdfium.PdfDocument(data)


def _words(page: Any) -> str:
    text = page.get_textpage()
    words = str(text.get_text_bounded()).replace("\r\n", "\n").replace("\xa0", " ")
    text.close()
    page.close()
    return words


def _is_font(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"


def _is_embedded(font: Any) -> bool:
    return "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
