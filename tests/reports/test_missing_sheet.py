"""The missing-person sheet: enough to know and to find the guest by, and nothing that is not for the street."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Severity
from logeerhuis_app.reports.guest_card import build_guest_cards
from logeerhuis_app.reports.missing_sheet import build_missing_sheet
from logeerhuis_app.services.rows.documents import PhotoRow
from logeerhuis_app.services.rows.guest import AlertRow, AnswerRow, GuestFile
from logeerhuis_app.services.rows.missing import MissingSheet
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.pdf_reading import built, loose_fonts, metadata_of, pages_of, text_of

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
YESTERDAY = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def face(width: int, height: int) -> bytes:
    """A face as a child draws it."""
    image = Image.new("RGB", (width, height), "#DDE7E6")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 6, height * 7 // 10, width * 5 // 6, height), fill="#37675F")
    draw.ellipse((width // 4, height // 6, width * 3 // 4, height * 2 // 3), fill="#C99D77")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return out.getvalue()


PHOTO = PhotoRow(face(192, 192), papers.TODAY.replace(day=2), 7)
APPEARANCE = {
    CareTopic.HAIR: "grijs, kort, kalende kruin",
    CareTopic.MARKS: "litteken boven het linkeroog, loopt mank",
    CareTopic.CLOTHING: "bruine broek, groen vest, sloffen",
    CareTopic.LIKELY_PLACES: "bushalte Molenstraat, de kerk, het oude voetbalveld",
}


def piet(photo: PhotoRow = PHOTO, answered: datetime = NOW) -> GuestFile:
    card = papers.piet_card()
    told = {
        topic: AnswerRow(topic, AnswerState.GIVEN, "", text, answered_at_utc=answered)
        for topic, text in APPEARANCE.items()
    }
    told[CareTopic.HEIGHT] = AnswerRow(CareTopic.HEIGHT, AnswerState.GIVEN, "178")
    told[CareTopic.BUILD] = AnswerRow(CareTopic.BUILD, AnswerState.GIVEN, "slim")
    insulin = AlertRow(9, "insuline", "suiker meten, dan 112", Severity.RED, AlertKind.INSULIN.value)
    banner = replace(card.file.banner, photo=photo, alerts=(*card.file.banner.alerts, insulin))
    return replace(card.file, banner=banner, answers={**card.file.answers, **told})


def sheet(file: GuestFile | None = None, **more: object) -> MissingSheet:
    made = MissingSheet(file or piet(), papers.STAMP, "Plezant", "0492 123 456", "Kamer 1", face(900, 1200))
    return replace(made, **more)  # type: ignore[arg-type]


def words(made: MissingSheet) -> str:
    return text_of(built(build_missing_sheet, made))


def test_looks_as_a_human_saw_it(golden: Golden) -> None:
    golden.check("missing", built(build_missing_sheet, sheet()))


def test_empty_looks_as_a_human_saw_it(golden: Golden) -> None:
    empty = papers.empty_card().file
    golden.check("missing-empty", built(build_missing_sheet, sheet(empty, photo=b"", phone="", room="")))


def test_the_card_carries_the_face(golden: Golden) -> None:
    card = papers.piet_card()
    file = replace(card.file, banner=replace(card.file.banner, photo=replace(PHOTO, is_old=True)))
    golden.check("card-photo", built(build_guest_cards, [replace(card, file=file)], papers.STAMP))


def test_it_says_nothing_that_is_not_for_the_street() -> None:
    said = words(sheet()).lower()
    for private in ("bsn", papers.BSN[0], "dementie", "reanim", "penicilline", "wmo", "katheter", "belast"):
        assert private not in said


def test_life_risk_is_told_with_what_to_do() -> None:
    assert "Insuline → suiker meten, dan 112" in words(sheet())


def test_the_clothing_of_another_day_says_so() -> None:
    assert "opnieuw vragen" not in words(sheet())
    assert "opnieuw vragen" in words(sheet(piet(answered=YESTERDAY)))


def test_an_old_photo_says_so() -> None:
    assert "ouder dan een jaar" in words(sheet(piet(replace(PHOTO, is_old=True))))
    assert "ouder dan een jaar" not in words(sheet())


def test_what_was_not_asked_is_never_left_out() -> None:
    said = words(sheet(papers.empty_card().file, photo=b""))
    assert said.count("niet gevraagd") >= 6
    assert "geen foto" in said


def test_it_is_one_page_with_letters_inside() -> None:
    data = built(build_missing_sheet, sheet())
    assert len(pages_of(data)) == 1
    assert loose_fonts(data) == []
    assert "Vermissingsblad" in str(metadata_of(data))
    assert "Piet" not in str(metadata_of(data))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=3000), st.integers(20, 2000), st.integers(20, 2000))
def test_whatever_was_written_is_printed(text: str, width: int, height: int) -> None:
    """Nobody's words make the sheet fail, and no picture is too wide or too tall for it."""
    file = piet()
    answer = AnswerRow(CareTopic.MARKS, AnswerState.GIVEN, "", text, answered_at_utc=NOW)
    file = replace(file, answers={**file.answers, CareTopic.MARKS: answer})
    assert pages_of(built(build_missing_sheet, sheet(file, photo=face(width, height))))


@pytest.mark.parametrize("practice", [True, False])
def test_a_practice_guest_is_marked(practice: bool) -> None:
    stamp = replace(papers.STAMP, is_practice=practice)
    assert ("OEFENOMGEVING" in words(sheet(stamp=stamp))) is practice
