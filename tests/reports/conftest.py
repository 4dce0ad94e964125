"""Papers are tested in Dutch, and against golden files that a human has looked at.

``pytest tests/reports --update-golden`` writes the golden files anew; look at them before you commit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from logeerhuis_app import i18n
from tests.support.pdf_reading import pages_of, pictures_of

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
FAILURES = ROOT / "out" / "golden-failures"
CLEARLY_DIFFERENT = 64
"""Of 255: less is another version of the renderer smoothing its edges."""
MOST_DIFFERENT = 0.00005
"""Share of the pixels that may be clearly different."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden papers anew, for a human to look at"
    )


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    before = i18n.language()
    i18n.install("nl")
    yield
    if before != "en":
        i18n.install(before)


@dataclass(frozen=True)
class Golden:
    """Compares a paper with its golden text and, if asked, with the picture of each page."""

    is_update: bool

    def check(self, name: str, data: bytes, *, pictures: bool = True) -> None:
        self._check_text(GOLDEN / f"{name}.txt", "\n----- next page -----\n".join(pages_of(data)) + "\n")
        for number, picture in enumerate(pictures_of(data) if pictures else [], start=1):
            self._check_picture(GOLDEN / f"{name}-{number}.png", picture)

    def _check_text(self, file: Path, text: str) -> None:
        if self.is_update:
            file.write_text(text, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == text

    def _check_picture(self, file: Path, picture: Image.Image) -> None:
        if self.is_update:
            picture.save(file, optimize=True)
        with Image.open(file) as opened:
            golden = opened.convert("L")
        if not look_alike(golden, picture):
            _leave(file.stem, golden, picture)
            pytest.fail(f"{file.name} looks different: see {FAILURES}", pytrace=False)


def look_alike(golden: Image.Image, picture: Image.Image) -> bool:
    if golden.size != picture.size:
        return False
    difference = ImageChops.difference(golden, picture)
    clear = difference.point(lambda value: 255 if value >= CLEARLY_DIFFERENT else 0)
    return ImageStat.Stat(clear).mean[0] / 255 <= MOST_DIFFERENT


def _leave(name: str, golden: Image.Image, picture: Image.Image) -> None:
    """Both pictures and the difference, for the person who must judge."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    golden.save(FAILURES / f"{name}-golden.png")
    picture.save(FAILURES / f"{name}-now.png")
    if golden.size == picture.size:
        ImageChops.difference(golden, picture).save(FAILURES / f"{name}-difference.png")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(is_update=request.config.getoption("--update-golden", default=False))
