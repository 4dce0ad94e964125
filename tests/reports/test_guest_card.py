"""The guest card: nothing that can harm is left out, nothing private is let in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logeerhuis_app.domain.care import (
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    InfoScope,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Directive, Representation, Treatment
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n.safety_words import safety_words
from logeerhuis_app.reports.guest_card import build_guest_cards
from logeerhuis_app.reports.styles import SMALLEST
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, AnswerRow, ListStatement, SafetyBanner
from logeerhuis_app.services.rows.handover import GuestCard, PrintStamp
from logeerhuis_app.services.rows.legal import DirectiveRow, LegalRow, RepresentativeRow
from logeerhuis_app.services.rows.medication import MedicationRow
from tests.reports.conftest import Golden
from tests.support import papers
from tests.support.pdf_reading import (
    built,
    letters_of,
    loose_fonts,
    metadata_of,
    pages_of,
    signs_of,
    text_of,
)


def printed(card: GuestCard, stamp: PrintStamp = papers.STAMP) -> bytes:
    return built(build_guest_cards, [card], stamp)


def words(card: GuestCard, stamp: PrintStamp = papers.STAMP) -> str:
    return text_of(printed(card, stamp))


def with_banner(**more: object) -> GuestCard:
    card = papers.piet_card()
    banner = replace(papers.PIET, **more)  # type: ignore[arg-type]
    return replace(card, file=replace(card.file, banner=banner))


# -- looks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "card"),
    [("card", papers.piet_card()), ("card-empty", papers.empty_card()), ("card-long", papers.long_card())],
)
def test_looks_as_a_human_saw_it(golden: Golden, name: str, card: GuestCard) -> None:
    golden.check(name, printed(card), pictures=name != "card-long")


def test_practice_house_is_marked_on_each_page(golden: Golden) -> None:
    data = printed(papers.long_card(), replace(papers.STAMP, is_practice=True))
    assert len(pages_of(data)) > 1
    assert all("OEFENOMGEVING" in page for page in pages_of(data))
    assert "OEFENOMGEVING" not in words(papers.long_card())


def test_same_values_give_the_same_bytes() -> None:
    assert printed(papers.piet_card()) == printed(papers.piet_card())


def test_every_font_is_embedded() -> None:
    card = papers.piet_card()
    guest = replace(card.file.banner.guest, name="Łukasz → ☐")
    odd = replace(card, file=replace(card.file, banner=replace(papers.PIET, guest=guest)))
    assert loose_fonts(printed(odd)) == []


def test_file_says_what_it_is() -> None:
    told = metadata_of(printed(papers.piet_card()))
    assert told["/Lang"] == "nl-NL"
    assert told["/Title"] == "Gastkaarten"
    assert told["/Author"] == "Logeerhuis Plezant"
    assert told["/CreationDate"].startswith("D:20261122160200")


# -- who ---------------------------------------------------------------------------------------------------------


def test_two_identifiers_and_the_room_on_top() -> None:
    text = words(papers.piet_card())
    assert text.startswith("foto Piet 14 maart 1949 (77) · man · gast 0113 · kamer 1")


def test_footer_says_who_printed_until_when_and_which_page() -> None:
    text = words(papers.piet_card())
    for part in ("Afgedrukt zo 22-11-2026 17:02 door M. Bakker", "geldig tot einde avonddienst"):
        assert part in text
    assert "na gebruik vernietigen" in text
    assert "Piet · 14-03-1949 · gast 0113 · 1/1" in text


def test_namesake_and_trial_stay_are_said() -> None:
    guest = replace(papers.PIET.guest, has_namesake=True)
    text = words(replace(with_banner(guest=guest), is_trial=True))
    assert "NAAMGENOOT: controleer de geboortedatum" in text
    assert "PROEFVERBLIJF" in text


def test_nothing_private_reaches_the_card() -> None:
    letters = letters_of(printed(papers.piet_card()))
    assert not any(bsn in letters for bsn in papers.BSN)
    for private in ("overbelast", "zere rug", "INDICATIE-4711", "CZ Zorgkantoor", "VV5", "Wlz", "Zvw"):
        assert private.replace(" ", "") not in letters


# -- stop-signs --------------------------------------------------------------------------------------------------


def test_known_allergy_resuscitation_and_red_alert_with_what_to_do() -> None:
    text = words(papers.piet_card())
    assert "STOP — eerst lezen" in text
    assert "ALLERGIE: penicilline — anafylaxie → adrenalinepen in medicijnkast, bel 112" in text
    assert "NIET REANIMEREN — besproken 12-02-2026 met gast en partner, verklaring gezien" in text
    assert "BLOEDVERDUNNER → na elke val de huisarts bellen" in text
    assert "LET OP Dwaalt ’s nachts (zoekt in huis) → deurmelder aan" in text


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (AllergyStatus.NOT_ASKED, "ALLERGIE NIET GEVRAAGD"),
        (AllergyStatus.UNAVAILABLE, "Allergie: gegevens niet beschikbaar"),
        (AllergyStatus.NONE_KNOWN, "Allergie: geen bekend"),
        (AllergyStatus.KNOWN, "Allergie: bekend, maar"),
    ],
)
def test_four_allergy_statuses_are_four_sentences(status: AllergyStatus, sentence: str) -> None:
    text = words(with_banner(allergy_status=status, allergies=(), allergy_confirmed_on=date(2026, 11, 18)))
    assert sentence in text
    assert ("geen bekend" in text) == (status is AllergyStatus.NONE_KNOWN)


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (Resuscitation.NOT_DISCUSSED, "Reanimeren: niet besproken"),
        (Resuscitation.YES, "Reanimeren: wel"),
        (Resuscitation.NO, "NIET REANIMEREN"),
        (Resuscitation.OTHER, "Reanimeren: alleen kort"),
    ],
)
def test_four_wishes_on_resuscitation(choice: Resuscitation, sentence: str) -> None:
    text = words(with_banner(resuscitation=choice, resuscitation_text="alleen kort"))
    assert sentence in text
    assert ("NIET REANIMEREN" in text) == (choice is Resuscitation.NO)


@pytest.mark.parametrize("banner", [papers.PIET, papers.JAN, papers.RITA, papers.IDA, papers.JANNIE, papers.B])
def test_every_line_of_the_banner_on_screen_is_on_the_card(banner: SafetyBanner) -> None:
    text = words(papers.card_of(papers.file_of(banner))).lower()
    for alert in banner.alerts:
        assert alert.name.lower() in text
        assert alert.action.lower() in text
    for allergy in banner.allergies:
        assert f"allergie: {allergy.agent}" in text
    for line in safety_words(banner):
        assert line.action.rpartition(": ")[2].lower() in text


def test_the_word_discussed_is_said_once() -> None:
    text = words(with_banner(resuscitation_text="Besproken met partner"))
    assert "NIET REANIMEREN — besproken 12-02-2026 met partner" in text


def test_severe_allergies_come_first() -> None:
    mild = AllergyRow(1, "pleister", "jeuk", Criticality.MILD, Sensitivity.ALLERGY)
    fatal = AllergyRow(2, "noten", "benauwd", Criticality.FATAL, Sensitivity.ALLERGY)
    lactose = AllergyRow(3, "lactose", "", Criticality.MILD, Sensitivity.INTOLERANCE)
    text = words(with_banner(allergies=(mild, lactose, fatal)))
    assert text.index("ALLERGIE: noten") < text.index("ALLERGIE: pleister") < text.index("INTOLERANTIE: lactose")
    assert "INTOLERANTIE: lactose — reactie onbekend" in text


# -- the empties -------------------------------------------------------------------------------------------------


def test_an_empty_file_says_not_asked_under_each_heading() -> None:
    text = words(papers.empty_card())
    for heading in (
        "Eten en drinken",
        "Bewegen, vallen, verzorging",
        "Toilet, huid, zuurstof",
        "Nacht",
        "Gedrag en aanpak",
        "Zo is Rita",
    ):
        assert f"{heading} niet gevraagd" in text
    for name in ("Eerst", "Daarna", "Mag halen", "Huisarts", "Thuiszorg"):
        assert f"{name} niet gevraagd" in text
    assert "Geen lijst van de apotheek ontvangen Volgende: onbekend · hulp: niet gevraagd" in text
    assert "Nieuw sinds 15:00 niets nieuws" in text
    assert "LET OP waarschuwingen: niet gevraagd" in text
    assert "Bekend met: niet gevraagd" in text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AnswerState.NONE, "gevraagd: geen (20-11-2026, S. de Wit)"),
        (AnswerState.UNKNOWN, "gevraagd, onbekend (20-11-2026, S. de Wit)"),
    ],
)
def test_an_empty_list_says_who_was_told_what_and_when(state: AnswerState, said: str) -> None:
    statement = ListStatement(state, datetime(2026, 11, 20, 9, 0, tzinfo=UTC), "S. de Wit")
    card = papers.empty_card()
    text = words(replace(card, file=replace(card.file, said=dict.fromkeys(FileList, statement))))
    for name in ("LET OP waarschuwingen:", "Bekend met:", "Eerst", "Daarna", "Huisarts", "Thuiszorg"):
        assert f"{name} {said}" in text


def test_red_alerts_alone_leave_nothing_else_to_mind() -> None:
    alert = AlertRow(1, "bloedverdunner", "na elke val de huisarts bellen", Severity.RED)
    text = words(with_banner(alerts=(alert,)))
    assert "LET OP geen andere waarschuwingen vastgelegd" in text


def test_three_empties_are_three_words() -> None:
    states = (AnswerState.NOT_ASKED, AnswerState.UNKNOWN, AnswerState.NONE)
    topics = (CareTopic.OXYGEN, CareTopic.CATHETER, CareTopic.WOUND)
    answers = {topic: AnswerRow(topic, state) for topic, state in zip(topics, states, strict=True)}
    text = words(papers.card_of(papers.file_of(papers.IDA, answers=answers)))
    rest = "niet gevraagd: zuurstof, 17 andere onderwerpen"
    assert f"Katheter gevraagd, onbekend Wond geen {rest}" in text


def test_levels_carry_their_number() -> None:
    text = words(papers.piet_card())
    assert "Drank 0 dun" in text
    assert "Voeding 7 normaal" in text
    assert "Dieet zoutarm (medisch)" in text


# -- medication --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("checked_by", "sentence"),
    [
        (("S. de Wit", "M. Bakker"), "gecontroleerd SW + MB"),
        (("S. de Wit", "S. de Wit"), "gecontroleerd SW, tweede controle ontbreekt"),
        (("S. de Wit",), "gecontroleerd SW, tweede controle ontbreekt"),
        ((), "nog niet gecontroleerd"),
    ],
)
def test_two_people_make_a_list_checked(checked_by: tuple[str, ...], sentence: str) -> None:
    card = papers.piet_card()
    medication = MedicationRow(date(2026, 11, 19), checked_by=checked_by)
    text = words(replace(card, file=replace(card.file, medication=medication)))
    assert f"Lijst apotheek van 19-11-2026 (3 dagen) · {sentence}" in text
    assert "Geen toedienlijst – zie de lijst van de apotheek" in text


def test_an_old_list_is_called_old() -> None:
    card = papers.piet_card()
    medication = MedicationRow(date(2026, 11, 7), checked_by=("S. de Wit", "M. Bakker"))
    assert "vraag een nieuwe lijst: hij is ouder dan 14 dagen" in words(
        replace(card, file=replace(card.file, medication=medication))
    )
    assert "vraag een nieuwe lijst" not in words(card)


def test_the_leading_condition_is_named_first() -> None:
    assert "Bekend met: dementie, hartfalen" in words(papers.piet_card())


def test_next_dose_with_a_double_check() -> None:
    assert "Volgende: 18:00 (dubbele controle) · " in words(papers.piet_card())


# -- news and people ---------------------------------------------------------------------------------------------


def test_important_news_comes_first_and_tasks_after() -> None:
    text = words(papers.piet_card())
    urgent, calm, task = text.index("16:20 urine troebel"), text.index("15:40 goed gegeten"), text.index("Taak 20:00:")
    assert urgent < calm < task


def test_a_correction_shows_both_texts() -> None:
    first = replace(papers.note(15, 10, "kreeg 2 tabletten"), is_corrected=True)
    second = replace(papers.note(15, 20, "kreeg 1 tablet"), corrects=first.note_id)
    text = words(replace(papers.piet_card(), notes=(first, second)))
    assert "15:10 kreeg 2 tabletten (gecorrigeerd) (SW)" in text
    assert "15:20 correctie: kreeg 1 tablet (SW)" in text


def test_news_over_midnight_names_its_day() -> None:
    night = Shift(papers.TODAY, ShiftKind.NIGHT)
    stamp = replace(papers.STAMP, shift=night, printed_at_utc=papers.at(2, 0, date(2026, 11, 23)))
    note = replace(papers.note(23, 30, "viel uit bed"), at_utc=papers.at(1, 30, date(2026, 11, 23)))
    text = words(replace(papers.piet_card(), notes=(note,)), stamp)
    assert "Nieuw sinds 23:00" in text
    assert "ma 23 nov 1:30 viel uit bed" in text
    assert "geldig tot einde nachtdienst" in text


@pytest.mark.parametrize(("hour", "word"), [(0, "2:30 (zomertijd)"), (1, "2:30 (wintertijd)")])
def test_the_hour_that_comes_twice_says_which(hour: int, word: str) -> None:
    sunday = date(2026, 10, 25)
    note = replace(papers.note(2, 30, "viel"), at_utc=datetime(2026, 10, 25, hour, 30, tzinfo=UTC))
    stamp = replace(papers.STAMP, shift=Shift(sunday - timedelta(days=1), ShiftKind.NIGHT))
    assert f"zo 25 okt {word} viel" in words(replace(papers.piet_card(), notes=(note,)), stamp)


def test_older_news_moves_the_heading_back_one_shift_and_carries_its_day() -> None:
    older = replace(papers.note(6, 0, "viel"), at_utc=papers.at(6, 0, date(2026, 11, 20)))
    text = words(replace(papers.piet_card(), notes=(older,)))
    assert "Nieuw sinds 7:00 vr 20 nov 6:00 viel" in text
    at_night = replace(papers.STAMP, shift=Shift(papers.TODAY, ShiftKind.EARLY))
    assert "Nieuw sinds za 21 nov 23:00" in words(replace(papers.piet_card(), notes=(older,)), at_night)


def test_people_carry_what_to_keep_in_mind() -> None:
    silent = replace(papers.DAUGHTER, info_scope=InfoScope.NOTHING, phone="")
    card = papers.piet_card()
    text = words(replace(card, file=replace(card.file, answers={}, contacts=(silent, papers.MARGREET))))
    assert "Eerst Margreet, partner, 06 1234 5678 · beslist" in text
    assert "geen telefoonnummer · GEEN INFORMATIE GEVEN · weg 24 – 28 nov" in text


# -- layout ------------------------------------------------------------------------------------------------------


def test_a_full_card_is_set_closely_before_it_takes_a_second_page() -> None:
    card = papers.piet_card()
    contacts = tuple(replace(papers.DAUGHTER, contact_id=n, order=n) for n in range(2, 9))
    full = replace(card, file=replace(card.file, contacts=(papers.MARGREET, *contacts)))
    assert len(pages_of(printed(full))) == 1
    assert _body_size(full) < _body_size(card)


def _body_size(card: GuestCard) -> float:
    """The size in which «Drank» is set."""
    signs = list(signs_of(printed(card)))
    letters = "".join(sign.text for sign in signs)
    return signs[letters.index("Drank")].size


def test_overflow_repeats_who_and_the_stop_signs() -> None:
    pages = [" ".join(page.split()) for page in pages_of(printed(papers.long_card()))]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert "Piet" in page
        assert "14 maart 1949" in page
        assert "ALLERGIE: penicilline — anafylaxie" in page
        assert "NIET REANIMEREN" in page
        assert f"gast 0113 · {number}/{len(pages)}" in page


def crowded_banner(count: int) -> SafetyBanner:
    alert = AlertRow(1, "verslikt zich in alles wat dun is en hoest dan niet", "rechtop, verdikken, blijf erbij " * 4,
                     Severity.RED)  # fmt: skip
    return replace(papers.PIET, alerts=tuple(replace(alert, alert_id=n, name=f"teken {n}") for n in range(count)))


@pytest.mark.parametrize("count", [12, 40, 300])
def test_more_stop_signs_than_fit_are_all_there(count: int) -> None:
    card = papers.card_of(papers.file_of(crowded_banner(count)))
    data = printed(card)
    text = text_of(data)
    assert all(f"TEKEN {n} →" in text for n in range(count))
    assert all("STOP" in page for page in pages_of(data))


@pytest.mark.parametrize(
    "card", [papers.piet_card(), papers.long_card(), papers.card_of(papers.file_of(crowded_banner(40)))]
)
def test_nothing_small_nothing_outside_the_page(card: GuestCard) -> None:
    for sign in signs_of(printed(card)):
        assert sign.size >= SMALLEST - 0.01
        assert 30 <= sign.left <= sign.right <= 565
        assert 20 <= sign.bottom <= sign.top <= 812


_SHORT = st.text(st.characters(codec="cp1252", exclude_categories=["C", "Z"], exclude_characters="-"), max_size=25)


@given(st.lists(_SHORT, max_size=40))
@settings(max_examples=40)
def test_every_sign_of_every_note_is_printed(texts: list[str]) -> None:
    """Short notes stay whole, so each must be found as it was typed, on whichever page."""
    notes = tuple(papers.note(15, 1, text) for text in texts)
    letters = letters_of(printed(replace(papers.piet_card(), notes=notes)))
    assert [text for text in texts if text not in letters] == []


def test_odd_names_are_printed_as_they_are() -> None:
    guest = replace(papers.PIET.guest, name="Łukasz <b> & Zoë’s 李")
    text = words(with_banner(guest=guest))
    assert "Łukasz <b> & Zoë’s [U+674E]" in text


def test_what_was_agreed_not_to_do_stands_under_the_stop_signs() -> None:
    """In words, and in no colour of its own."""
    card = papers.piet_card()
    directive = DirectiveRow(Treatment.HOSPITAL, Directive.NO, "", "Margreet", None)
    decides = RepresentativeRow(1, Representation.MENTOR, "Karin Berg", "06 1234 5678")
    legal = LegalRow(AnswerState.GIVEN, (decides,), directives=(directive,))
    text = words(replace(card, file=replace(card.file, legal=legal)))
    assert "afgesproken: ziekenhuisopname: niet" in text
    assert "Beslist Karin Berg (mentor), 06 1234 5678" in text.replace("\u00a0", " ")


def test_a_birth_date_of_which_only_the_year_is_known_says_so() -> None:
    card = papers.piet_card()
    guest = replace(card.file.banner.guest, born=PartialDate(1938), age=88)
    banner, person = replace(card.file.banner, guest=guest), replace(card.file.person, guest=guest)
    text = words(replace(card, file=replace(card.file, banner=banner, person=person)))
    assert "1938 (dag onbekend) (circa 88)" in text
    assert "01-01-1938" not in text
