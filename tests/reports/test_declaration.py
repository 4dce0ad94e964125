"""The declaration: everything a payer needs, nothing a payer may not have, to the cent."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from logeerhuis_app.domain.funding import Law, PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.i18n.format import amount
from logeerhuis_app.i18n.format import number as number_text
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.services.rows.declaring import DeclarationSheet, Party, StaySpan
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.pdf_reading import built, letters_of, loose_fonts, metadata_of, pages_of, signs_of, text_of


def printed(sheet: DeclarationSheet) -> bytes:
    return built(build_declaration, sheet)


def words(sheet: DeclarationSheet) -> str:
    return text_of(printed(sheet))


def draft() -> DeclarationSheet:
    return papers.sheet(number="", needs_signature=True, is_practice=True)


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("declaration", papers.sheet()),
        ("declaration-draft", draft()),
        ("declaration-lump-sum", papers.lump_sheet()),
        ("declaration-private", papers.private_sheet()),
        ("declaration-long", papers.long_sheet()),
    ],
)
def test_looks_as_a_human_saw_it(golden: Golden, name: str, sheet: DeclarationSheet) -> None:
    golden.check(name, printed(sheet), pictures=name in ("declaration", "declaration-draft", "declaration-lump-sum"))


def test_head_names_both_parties() -> None:
    text = words(papers.sheet())
    for fact in (
        "Logeerhuis Plezant", "Voorbeeldstraat 1, 5700 AA Helmond · 0492 12 34 56", "AGB 99999998 · KvK 12345678",
        "IBAN NL91 ABNA 0417 1643 00", "btw: vrijgesteld", "Gemeente Helmond (0794)", "Postbus 950", "5700 AZ Helmond",
        "Declaratienummer 2026-0117", "Datum 2 november 2026", "Periode 1 – 31 oktober 2026",
        "Contract Wmo 2026-HLM-04", "Uiterlijk betalen 2 december 2026",
        "Declaratie Wmo · kortdurend verblijf · oktober 2026",
    ):  # fmt: skip
        assert fact in text


def test_each_client_has_a_line() -> None:
    text = words(papers.sheet())
    assert "BSN Naam Geboren Toewijzing Verblijf Etmalen Tarief € Bedrag €" in text
    assert "999900006 Piet 14-03-1949 7012 30 sep – 4 okt 3 208,91 626,73" in text
    assert "999900067 Rita 11-12-1940 7031 9 – 10 okt (proef) 1 208,91 208,91" in text
    assert "Totaal 39 8.147,49" in text


def test_foot_explains_and_tells_how_to_pay() -> None:
    text = words(papers.sheet())
    assert "Een nacht telt in de maand waarin hij begint." in text
    assert "Nachten van vóór 1 oktober horen bij september." in text
    assert "Nachten vanaf 1 november volgen in november." in text
    assert "Product 04 kortdurend verblijf, eenheid 14 etmaal." in text
    assert "artikel 11, eerste lid, onderdeel g, 3° Wet op de omzetbelasting 1968" in text
    assert (
        "Wilt u € 8.147,49 overmaken naar NL91 ABNA 0417 1643 00 ten name van Logeerhuis Plezant, "
        "onder vermelding van 2026-0117. Vragen: administratie, 0492 12 34 56." in text
    )
    assert "Bevat persoonsgegevens: alleen voor de ontvanger" in text
    assert "2026-0117 · pagina 1 van 1" in text
    assert "CONCEPT" not in text
    assert "Handtekening" not in text


def test_a_house_without_a_telephone_gets_no_sentence_that_ends_in_nothing() -> None:
    silent = replace(papers.sheet(), house_phone="")
    assert "Vragen:" not in words(silent)
    assert "onder vermelding van 2026-0117." in words(silent)
    assert "Vragen:" not in words(replace(silent, total=Cents(0)))


def test_stays_within_the_month_need_no_word_about_other_months() -> None:
    lines = (papers.october_lines()[1],)
    text = words(papers.sheet(lines=lines, total=papers.total_of(lines)))
    assert "horen bij september" not in text
    assert "volgen in november" not in text


def test_nights_reported_later_are_not_sent_back_to_their_month() -> None:
    late = replace(papers.october_lines()[0], period_first=date(2026, 9, 30), period_last=date(2026, 9, 30))
    assert "horen bij september" not in words(papers.sheet(lines=(late,)))


def test_draft_says_so_on_each_page_and_asks_no_money() -> None:
    data = printed(replace(papers.long_sheet(), number=""))
    pages = pages_of(data)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "CONCEPT — nog niet vastgesteld, niet betalen" in page
        assert f"CONCEPT · pagina {number} van {len(pages)}" in page
    assert "Declaratienummer CONCEPT" in text_of(data)
    assert "overmaken" not in text_of(data)


def test_signature_block_if_the_payer_wants_one() -> None:
    text = words(draft())
    assert "Namens Logeerhuis Plezant" in text
    assert "Naam Plaats en datum Handtekening" in text
    assert "OEFENOMGEVING" in text


# -- many lines --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [60, 200])
def test_many_lines_carry_their_subtotals(count: int) -> None:
    sheet = papers.long_sheet(count)
    pages = [" ".join(page.split()) for page in pages_of(printed(sheet))]
    assert len(pages) > 1
    for page in pages:
        assert "BSN Naam Geboren Toewijzing Verblijf Etmalen Tarief € Bedrag €" in page
    for number, (before, after) in enumerate(pairwise(pages), start=1):
        above = sum(f" {line.allocation_number} " in page for line in sheet.lines for page in pages[:number])
        so_far = amount(sum(line.amount for line in sheet.lines[:above]))
        nights = sum(line.nights for line in sheet.lines[:above])
        assert f"Subtotaal, verder op pagina {number + 1} {number_text(nights)} {so_far}" in before
        assert f"Subtotaal van pagina {number} {number_text(nights)} {so_far}" in after
    assert f"Totaal {number_text(sum(line.nights for line in sheet.lines))} {amount(sheet.total)}" in pages[-1]
    assert all(f" {line.allocation_number} " in " ".join(pages) for line in sheet.lines)


@pytest.mark.parametrize("count", [*range(20, 34), 48, 52])
def test_any_number_of_lines_keeps_total_and_payment(count: int) -> None:
    sheet = papers.long_sheet(count)
    data = printed(sheet)
    assert all(sign.bottom >= 20 for sign in signs_of(data))
    text = text_of(data)
    assert text.count("Totaal") == 1
    assert text.count("Wilt u") == 1
    last = pages_of(data)[-1]
    assert "Wilt u" in last


def test_a_line_with_very_many_stays_is_cut_over_pages() -> None:
    spans = tuple(StaySpan(date(2026, 10, 1), date(2026, 10, 2), 1) for _n in range(120))
    line = replace(
        papers.october_lines()[0], spans=spans, nights=120, remarks=tuple(f"opmerking {n}" for n in range(60))
    )
    data = printed(papers.sheet(lines=(line,)))
    text = text_of(data)
    assert text.count("1 – 2 okt: 1") == 120
    assert "opmerking 59" in text
    assert all(sign.bottom >= 20 for sign in signs_of(data))


def test_decimal_commas_stand_under_each_other() -> None:
    lines = tuple(replace(line, amount=Cents(7 * 10**n)) for n, line in enumerate(papers.october_lines()))
    signs = signs_of(printed(papers.sheet(lines=lines)))
    commas = [sign.left for sign in signs if sign.text == "," and sign.left > 530 and sign.size < 10]
    assert len(commas) == len(lines)
    assert max(commas) - min(commas) < 0.01


# -- lines -------------------------------------------------------------------------------------------------------


def test_several_stays_of_one_guest_are_told_apart() -> None:
    first = papers.october_lines()[1]
    spans = (StaySpan(date(2026, 10, 2), date(2026, 10, 5), 3), StaySpan(date(2026, 10, 20), date(2026, 10, 27), 7))
    line = replace(first, spans=spans, remarks=("loopt door in november: 2 nachten volgen",))
    text = words(papers.sheet(lines=(line,), total=line.amount))
    assert "2 – 5 okt: 3" in text
    assert "20 – 27 okt: 7" in text
    assert "loopt door in november: 2 nachten volgen" in text


def test_a_usual_name_stands_on_one_line() -> None:
    lines = tuple(replace(line, name="Piet van den Berg") for line in papers.october_lines())
    assert "Piet van den Berg 14-03-1949" in " | ".join(pages_of(printed(papers.sheet(lines=lines)))[0].split("\n"))


def test_products_are_named_when_they_differ() -> None:
    one, two = papers.october_lines()[:2]
    text = words(papers.sheet(lines=(one, replace(two, product="logeren met verpleging"))))
    assert "Product: logeren met verpleging" in text
    assert "Product: kortdurend verblijf" not in text


def test_rows_are_set_closely_only_to_save_a_page() -> None:
    """Where the roomy setting runs over by a few lines, the close one keeps the paper on one page."""
    heights = [_row_pitch(papers.long_sheet(count)) for count in (6, 24)]
    assert heights[0] > heights[1]
    assert len(pages_of(printed(papers.long_sheet(24)))) == 1


def _row_pitch(sheet: DeclarationSheet) -> float:
    bases = sorted({round(sign.bottom) for sign in signs_of(printed(sheet)) if 50 < sign.left < 56 and sign.size < 10})
    return max(after - before for before, after in pairwise(bases[2:-1]) if after - before < 30)


def test_a_missing_bsn_is_said() -> None:
    line = replace(papers.october_lines()[0], bsn="")
    assert "ontbreekt Piet" in words(papers.sheet(lines=(line,)))


def test_a_month_without_nights_has_a_sentence() -> None:
    text = words(papers.sheet(lines=(), total=Cents(0)))
    assert "Er zijn in deze maand geen nachten te declareren." in text
    assert "Er is niets te betalen." in text


# -- other payers ------------------------------------------------------------------------------------------------


def test_lump_sum_carries_no_client_data() -> None:
    letters = letters_of(printed(papers.lump_sheet()))
    for line in papers.october_lines():
        for private in (line.bsn, line.name, f"{line.born.first:%d-%m-%Y}", line.allocation_number):
            assert private not in letters.replace("Logeerhuis", "")
    text = words(papers.lump_sheet())
    assert "Contract Subsidie 2026-18" in text
    assert "Beschikbaarheid logeerhuis, oktober 2026 1/12 12.500,00" in text
    assert "Jaarbedrag € 150.000,00 in twaalf gelijke delen" in text
    assert "persoonsgegevens" not in text


def test_a_lump_sum_of_one_payer_is_the_whole() -> None:
    assert "oktober 2026 geheel 12.500,00" in words(replace(papers.lump_sheet(), share=""))


def test_private_invoice_goes_to_the_guest_without_a_bsn() -> None:
    text = words(papers.private_sheet())
    assert "De heer P. van den Berg Dorpsstraat 12" in text
    assert "Factuurnummer 2026-0118" in text
    assert "Factuur · logeren · oktober 2026" in text
    assert "Naam Geboren Verblijf Nachten Tarief € Bedrag €" in text
    assert not any(bsn in text for bsn in papers.BSN)
    with_bsn = words(replace(papers.private_sheet(), show_bsn=True))
    assert "999900006" in with_bsn


def test_care_office_has_its_own_words() -> None:
    payer = Party("CZ Zorgkantoor", ("Postbus 4322",), "5503")
    text = words(papers.sheet(law=Law.WLZ, payer=payer, payer_kind=PayerKind.CARE_OFFICE, product="logeeropvang"))
    assert "CZ Zorgkantoor (UZOVI 5503)" in text
    assert "Declaratie Wlz · logeeropvang · oktober 2026" in text
    assert "BSN Naam Geboren Indicatie Verblijf" in text


def test_december_ends_on_the_last_day_of_the_year() -> None:
    text = words(papers.sheet(month=date(2026, 12, 1)))
    assert "Periode 1 – 31 december 2026" in text


# -- the file ----------------------------------------------------------------------------------------------------


def test_odd_names_are_printed_as_they_are() -> None:
    line = replace(papers.october_lines()[0], name="Łukasz <van> & Zoë 李")
    payer = replace(papers.HELMOND, name="Gemeente <Helmond> & zo")
    letters = letters_of(printed(papers.sheet(lines=(line,), payer=payer)))
    assert "Łukasz<van>&Zoë[U+674E]" in letters
    assert "Gemeente<Helmond>&zo(0794)" in letters


def test_same_values_give_the_same_bytes() -> None:
    assert printed(papers.long_sheet()) == printed(papers.long_sheet())


def test_every_font_is_embedded_and_the_file_says_what_it_is() -> None:
    data = printed(draft())
    assert loose_fonts(data) == []
    told = metadata_of(data)
    assert told["/Title"] == "Declaratie Wmo · kortdurend verblijf · oktober 2026 · CONCEPT"
    assert told["/Author"] == "Logeerhuis Plezant"
    assert told["/CreationDate"].startswith("D:20261102")
