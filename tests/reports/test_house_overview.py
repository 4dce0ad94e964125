"""The house overview: everyone in the house on one page, nothing clipped."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from logeerhuis_app.domain.care import CareTopic, DuringStay
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import HelpKind
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.i18n.gate_words import missing_words
from logeerhuis_app.reports.handover import build_handover
from logeerhuis_app.reports.house_overview import build_house_overview
from logeerhuis_app.reports.styles import SMALLEST
from logeerhuis_app.services.rows.guest import HelpRow
from logeerhuis_app.services.rows.handover import HandoverRows, NoteRow, TaskRow
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.pdf_reading import built, letters_of, loose_fonts, metadata_of, pages_of, signs_of, text_of


def printed(rows: HandoverRows) -> bytes:
    return built(build_house_overview, rows, papers.STAMP)


def words(rows: HandoverRows) -> str:
    return text_of(printed(rows))


def test_looks_as_a_human_saw_it(golden: Golden) -> None:
    golden.check("house-overview", printed(papers.house_rows()))


def test_head_counts_the_house() -> None:
    assert "Plezant · avonddienst zondag 22 november 2026 · 6 in huis · 1 komt · niemand vertrekt" in words(
        papers.house_rows()
    )


def test_a_night_names_both_its_days() -> None:
    rows = replace(papers.house_rows(), shift=Shift(date(2026, 10, 24), ShiftKind.NIGHT))
    assert "nachtdienst za 24 okt → zo 25 okt 2026" in words(rows)


def test_each_guest_has_two_identifiers_and_the_stop_signs() -> None:
    text = words(papers.house_rows())
    for banner in (papers.PIET, papers.JAN, papers.RITA, papers.IDA, papers.JOHAN, papers.JANNIE, papers.B):
        assert banner.guest.name in text
        assert f"{banner.guest.born.first:%d-%m-%Y} ({banner.guest.age})" in text
        for alert in banner.alerts:
            assert alert.name.lower() in text.lower()
    assert "ALLERGIE NIET GEVRAAGD" in text
    assert "Reanimeren: niet besproken" in text
    assert "NIET REANIMEREN — besproken 12-02-2026" in text
    assert "ALLERGIE: pleister — huiduitslag" in text


def test_medication_says_age_checks_and_what_lacks() -> None:
    text = words(papers.house_rows())
    assert "18:00 (dubbele controle)" in text
    assert "lijst: 15 dagen · oude lijst, vraag een nieuwe" in text
    assert "tweede controle ontbreekt" in text
    assert "geen lijst van de apotheek volgende gift onbekend" in text


def test_food_that_may_not_be_given_as_it_is() -> None:
    answers = (papers.given(CareTopic.FOOD_LEVEL, code="5"), papers.given(CareTopic.DRINK_LEVEL, code="0"))
    rows = papers.house_rows()
    text = words(replace(rows, guests=(replace(rows.guests[2], answers=answers),)))
    assert "voeding 5, zacht en vochtig met kleine stukjes, zie advies logopedist" in text
    assert "drank" not in text


def test_urgent_news_in_full_the_rest_counted() -> None:
    text = words(papers.house_rows())
    assert "16:20 urine troebel, huisarts gebeld, belt voor 20:00 terug (SW) en nog 1 notitie" in text
    assert "kopje thee" not in text


def test_what_comes_next_names_tasks_of_later_shifts_and_who_comes_along() -> None:
    later = replace(papers.task("kapper", time(10, 30)), due_on=papers.TODAY + timedelta(days=1))
    nurse = HelpRow(1, "wijkverpleging", Law.ZVW, "dagelijks", DuringStay.COMES_ALONG, "9:00",
                    kind_code=HelpKind.DISTRICT_NURSING)  # fmt: skip
    manager = replace(nurse, kind="casemanager", kind_code=HelpKind.CASE_MANAGEMENT)
    meals = replace(nurse, kind="maaltijden", kind_code=HelpKind.MEALS, during_stay=DuringStay.OPEN)
    guest = replace(
        papers.house_rows().guests[0],
        upcoming=(later,),
        help_at_home=(nurse, manager, meals),
        missing=("wandering", "allergy"),
    )
    text = words(replace(papers.house_rows(), guests=(guest,)))
    assert f"intake onvolledig: {missing_words(['wandering'])[0]} 20:00 huisarts belt terug" in text
    assert "ma 23 nov 10:30 kapper" in text
    assert "wijkverpleging (9:00): gaat mee" in text
    assert "maaltijden: nog regelen" in text
    assert "casemanager" not in text


def test_who_may_fetch_a_guest_who_leaves() -> None:
    guest = replace(papers.house_rows().guests[0], departure=papers.TODAY, departure_time=time(11))
    rows = replace(papers.house_rows(), guests=(guest,), departures_today=1)
    assert "vertrekt vandaag, 11:00 · mag halen: Margreet, Els" in words(rows)
    nobody = replace(guest, contacts=())
    assert "mag halen: niet gevraagd" in words(replace(rows, guests=(nobody,)))


def test_arrival_says_what_is_missing() -> None:
    text = words(papers.house_rows())
    assert "komt 14:00" in text
    assert f"intake onvolledig: {missing_words(['contact'])[0]} rolstoel, vervoer vrijwilligers" in text
    arrival = replace(papers.house_rows().arrivals[0], missing=())
    assert "intake volledig" in words(replace(papers.house_rows(), arrivals=(arrival,)))


def test_empty_house_has_a_sentence() -> None:
    rows = replace(papers.house_rows(), guests=(), arrivals=())
    text = words(rows)
    assert "Er is in deze dienst niemand in huis." in text
    assert "Stop-signalen" not in text


def test_notes_and_tasks_of_the_house() -> None:
    note = NoteRow(1, None, papers.at(15, 30), papers.SHIFT, "lift doet het niet", True, "S. de Wit")
    task = TaskRow(1, None, "", "monteur bellen", papers.TODAY, time(17), False)
    done = replace(task, text="post gehaald", is_done=True)
    text = words(replace(papers.house_rows(), notes=(note,), tasks=(task, done)))
    assert "Het huis 15:30 lift doet het niet (SW) Taak 17:00: monteur bellen" in text
    assert "post gehaald" not in text


def test_ten_guests_fit_on_one_page() -> None:
    assert len(pages_of(printed(papers.many_rows(10)))) == 1


def test_more_guests_go_on_under_the_same_heads() -> None:
    pages = [" ".join(page.split()) for page in pages_of(printed(papers.many_rows(40)))]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "Wie Stop-signalen Medicatie Nieuw sinds 15:00 Wat volgt" in page
        assert f"Huisoverzicht Plezant · {number}/{len(pages)}" in page
        assert page.count("INSULINE") == page.count("02-07-1951") == page.count("gecontroleerd")
    assert all(f"Gast {n} " in " ".join(pages) for n in range(1, 41))


def test_a_row_longer_than_a_page_is_cut_with_its_stop_signs_repeated() -> None:
    long = papers.note(16, 0, " ".join(f"woord{n}" for n in range(900)), important=True)
    rows = papers.house_rows()
    data = printed(replace(rows, guests=(replace(rows.guests[0], notes=(long,)),), arrivals=()))
    pages = pages_of(data)
    assert len(pages) > 1
    assert all("penicilline" in page and "Piet" in page for page in pages)
    letters = letters_of(data)
    assert all(f"woord{n}" in letters for n in range(900))


@pytest.mark.parametrize("rows", [papers.house_rows(), papers.many_rows(40)])
def test_nothing_small_nothing_outside_the_page(rows: HandoverRows) -> None:
    for sign in signs_of(printed(rows)):
        assert sign.size >= SMALLEST - 0.01
        assert 30 <= sign.left <= sign.right <= 812
        assert 20 <= sign.bottom <= sign.top <= 575


# -- the whole handover ------------------------------------------------------------------------------------------


def test_handover_is_the_overview_and_a_card_per_guest() -> None:
    data = built(build_handover, papers.handover_print())
    pages = pages_of(data)
    assert len(pages) == 7
    assert "Huisoverzicht" in pages[0]
    for card, page in zip(papers.cards(), pages[1:], strict=True):
        guest = card.file.banner.guest
        assert f"{guest.name} · {guest.born.first:%d-%m-%Y} · gast {guest.guest_no} · 1/1" in page
    assert loose_fonts(data) == []
    assert metadata_of(data)["/Title"] == "Overdracht"


def test_handover_gives_the_same_bytes_twice() -> None:
    assert built(build_handover, papers.handover_print()) == built(build_handover, papers.handover_print())
