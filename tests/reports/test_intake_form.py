"""The paper form of the intake: in the order of the talk, for a pen, and never one guest's page among another's."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.carers import CarerFact
from logeerhuis_app.domain.intake import PART_OF_GATE, SECTION_OF_PART, IntakePart
from logeerhuis_app.i18n.intake_words import part_title
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.intake_form import build_intake_form
from logeerhuis_app.reports.intake_questions import questions_of
from logeerhuis_app.services.rows.intake import IntakeSheet
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.pdf_reading import built, loose_fonts, metadata_of, pages_of, text_of

SHEET = IntakeSheet("Logeerhuis Plezant", papers.STAMP.printed_at_utc, "M. Bakker", papers.PIET.guest)


def pages(sheet: IntakeSheet = SHEET) -> list[str]:
    return pages_of(built(build_intake_form, sheet))


def test_looks_as_a_human_saw_it(golden: Golden) -> None:
    golden.check("intake", built(build_intake_form, SHEET))


def test_for_a_new_guest_looks_as_a_human_saw_it(golden: Golden) -> None:
    golden.check("intake-new", built(build_intake_form, replace(SHEET, guest=None)), pictures=False)


def test_each_page_carries_two_identifiers_and_the_house() -> None:
    for page in pages():
        assert "Piet" in page
        assert "14-03-1949" in page
        assert "Logeerhuis Plezant" in page


def test_the_parts_come_in_the_order_of_the_talk() -> None:
    said = text_of(built(build_intake_form, SHEET))
    places = [said.index(f"{place}. {part_title(part)}") for place, part in enumerate(IntakePart, start=1)]
    assert places == sorted(places)


def test_every_question_of_care_belongs_to_a_part() -> None:
    assert set(SECTION_OF_PART.values()) == set(Section)
    assert set(PART_OF_GATE) == set(CheckInGate)


@pytest.mark.parametrize("gate", CheckInGate)
def test_what_check_in_needs_is_marked(gate: CheckInGate) -> None:
    assert any(question.is_needed for question in questions_of(PART_OF_GATE[gate])), label(gate)


def test_open_is_said_to_be_not_asked() -> None:
    assert "Wat open blijft telt als «niet gevraagd»" in text_of(built(build_intake_form, SHEET))


def test_the_carer_has_a_sheet_apart() -> None:
    *talk, carer = pages()
    assert "Blad van de mantelzorger" in carer
    said = " ".join(carer.split())
    places = [said.index(label(fact)[1:]) for fact in CarerFact]
    assert places == sorted(places), "the order of the screen"
    assert not any("Hoe zwaar is het" in page for page in talk)


def test_the_carers_sheet_stays_one_page_for_a_namesake() -> None:
    *_talk, carer = pages(replace(SHEET, guest=replace(papers.PIET.guest, has_namesake=True)))
    assert "NAAMGENOOT" in carer
    assert label(CarerFact.AGE)[1:] in carer


def test_letters_are_inside_and_the_file_says_no_name() -> None:
    data = built(build_intake_form, SHEET)
    assert loose_fonts(data) == []
    assert "Piet" not in str(metadata_of(data))


def test_a_practice_guest_is_marked() -> None:
    assert "OEFENOMGEVING" in pages(replace(SHEET, is_practice=True))[0]


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=240), st.text(max_size=120))
def test_whatever_the_name_the_form_is_printed(name: str, house: str) -> None:
    assert pages(replace(SHEET, house=house, guest=replace(papers.PIET.guest, name=name)))
