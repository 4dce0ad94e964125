"""Medicines on paper: what is easily done wrong is there in words, and nothing that could be given from or ticked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from logeerhuis_app.domain.medication import Medicine, Period, Rhythm, StopType
from logeerhuis_app.reports.guest_card import build_guest_cards
from logeerhuis_app.services.rows.handover import GuestCard
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.medicines import ACENOCOUMAROL, METHOTREXATE, METOPROLOL, PARACETAMOL
from tests.support.pdf_reading import built, pages_of, signs_of, text_of

TODAY = date(2026, 11, 22)
WATERMARK = "Geen toedienlijst – zie de lijst van de apotheek"
WEEKLY = replace(METHOTREXATE, strength="2.5")
STOPPED = replace(METOPROLOL, name="furosemide", stop_type=StopType.TEMPORARY, ends_on=TODAY, stop_note="huisarts Vos")
OLD = replace(METOPROLOL, name="diclofenac", stop_type=StopType.STOPPED, ends_on=TODAY - timedelta(days=15))
PATCH = replace(
    Medicine("fentanyl", "1 pleister"), rhythm=Rhythm.INTERVAL, every=3, every_unit=Period.DAY, starts_on=TODAY
)


def row(medicine: Medicine) -> MedicineRow:
    return MedicineRow(**vars(medicine))


def card_with(*medicines: Medicine, **more: object) -> GuestCard:
    card = papers.piet_card()
    listed = replace(papers.PIET_LIST, medicines=tuple(map(row, medicines)), **more)  # type: ignore[arg-type]
    return replace(card, file=replace(card.file, medication=listed))


def printed(card: GuestCard) -> bytes:
    return built(build_guest_cards, [card], papers.STAMP)


def words(*medicines: Medicine, **more: object) -> str:
    return text_of(printed(card_with(*medicines, **more)))


def test_looks_as_a_human_saw_it(golden: Golden) -> None:
    golden.check("card-medicines", printed(card_with(METOPROLOL, ACENOCOUMAROL, WEEKLY, PARACETAMOL, PATCH, STOPPED)))


def test_what_is_not_daily_or_needs_two_is_said_in_full() -> None:
    text = words(METOPROLOL, ACENOCOUMAROL, WEEKLY, PARACETAMOL, PATCH, STOPPED, OLD)
    assert "methotrexaat 2,5 mg · 4 tabletten · wekelijks: maandag" in text
    assert "risicovol: cytostaticum of methotrexaat" in text
    assert "acenocoumarol 1 mg · volgens schema · risicovol: antistolling · 2 personen" in text
    assert "paracetamol 500 mg · 2 tabletten · zo nodig bij pijn, hoogstens 6 tabletten per 24 uur" in text
    assert "fentanyl · 1 pleister · om de 3 dagen, vanaf 22-11-2026" in text
    assert "furosemide 50 mg · TIJDELIJK GESTOPT sinds 22-11-2026 (huisarts Vos)" in text
    assert WATERMARK in text


def test_a_daily_medicine_and_one_stopped_long_ago_stand_on_the_pharmacys_list_only() -> None:
    text = words(METOPROLOL, OLD)
    assert "metoprolol" not in text
    assert "diclofenac" not in text


def test_no_box_to_tick_stands_beside_a_medicine() -> None:
    signs = signs_of(printed(card_with(METOPROLOL, WEEKLY, PARACETAMOL)))
    assert not set("☐□▢❏") & set(signs)


def test_copied_lines_are_not_active_and_the_next_dose_is_unknown() -> None:
    card = card_with(replace(METOPROLOL, is_to_check=True))
    text = text_of(printed(replace(card, next_dose="")))
    assert "1 overgenomen regel te controleren: niet actief" in text
    assert "Volgende: onbekend" in text


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"list_date": TODAY - timedelta(days=15)}, "hij is ouder dan 14 dagen"),
        ({"left_on": TODAY}, "van voor het einde van een eerder verblijf (22-11-2026)"),
        ({"away_until": TODAY}, "na het ziekenhuis is er altijd een nieuwe lijst"),
        ({"changed_on": TODAY}, "op 22-11-2026 is een medicijn gestopt of weer gestart"),
    ],
)
def test_why_a_new_list_is_asked_for(more: dict[str, object], why: str) -> None:
    assert why in words(METOPROLOL, **more)


def test_a_long_list_of_special_medicines_runs_over_with_the_stop_signs_repeated() -> None:
    many = [replace(WEEKLY, name=f"middel {n}", instruction="met een glas water " * 4) for n in range(40)]
    pages = pages_of(printed(card_with(*many)))
    assert len(pages) > 1
    assert all("STOP" in page and "Piet" in page for page in pages)
    assert all(f"middel {n} " in " ".join(" ".join(pages).split()) for n in range(40))


def test_without_a_list_nothing_is_made_up() -> None:
    card = papers.piet_card()
    text = text_of(printed(replace(card, file=replace(card.file, medication=MedicationRow()), next_dose="")))
    assert "Geen lijst van de apotheek ontvangen" in text
    assert "Volgende: onbekend" in text
