"""The words of the safety banner: unknown is never worded like none."""

from dataclasses import replace
from datetime import date

import pytest

from logeerhuis_app import i18n
from logeerhuis_app.domain.care import AllergyStatus, Criticality, Resuscitation, Sensitivity, Severity
from logeerhuis_app.i18n.safety_words import SafetyLine, Subject, identity_words, safety_words
from tests.support.banners import PIET, alert, allergy, banner_none_known, banner_piet, banner_rita


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


def texts(lines: list[SafetyLine]) -> list[str]:
    return [line.text for line in lines]


def test_the_banner_of_the_picture() -> None:
    lines = safety_words(banner_piet())
    assert texts(lines) == [
        "Geen penicilline (anafylaxie)",
        "Reanimeren: nee (besproken 12-02-2026)",
        "Katheter",
        "Dwaalt 's nachts",
        "Valrisico",
    ]
    assert [line.severity for line in lines[:3]] == [Severity.RED, Severity.RED, Severity.AMBER]
    assert lines[0].action == "noodmedicatie: adrenalinepen in de medicijnkast, bel 112"
    assert lines[3].in_full == "Dwaalt 's nachts: deuralarm aan"


def test_not_asked_has_its_own_words_and_is_red() -> None:
    first, second = safety_words(banner_rita())
    assert first.text == "ALLERGIE NIET GEVRAAGD"
    assert first.severity is Severity.RED
    assert first.is_unknown
    assert "geen" not in first.text.lower()
    assert second.text == "Reanimeren: niet besproken"
    assert second.is_unknown


def test_none_known_carries_the_date_it_was_confirmed() -> None:
    first, second = safety_words(banner_none_known())
    assert (first.text, first.severity, first.is_unknown) == (
        "Allergie: geen bekend (18-11-2026)",
        Severity.INFO,
        False,
    )
    assert second.text == "Reanimeren: wel (besproken 02-01-2026)"
    unconfirmed = safety_words(replace(banner_none_known(), allergy_confirmed_on=None))[0]
    assert unconfirmed.text == "Allergie: geen bekend, niet bevestigd"
    assert unconfirmed.severity is Severity.AMBER


def test_data_not_available_is_a_third_thing() -> None:
    line = safety_words(replace(banner_rita(), allergy_status=AllergyStatus.UNAVAILABLE))[0]
    assert line.text == "Allergie: gegevens niet beschikbaar"
    assert line.is_unknown


def test_who_may_not_know_is_not_told_that_nothing_was_discussed() -> None:
    hidden = replace(banner_rita(), allergy_status=AllergyStatus.UNAVAILABLE)
    assert texts(safety_words(hidden)[:2]) == [
        "Allergie: gegevens niet beschikbaar",
        "Reanimeren: gegevens niet beschikbaar",
    ]


def test_known_without_a_substance_is_never_silent() -> None:
    line = safety_words(replace(banner_rita(), allergy_status=AllergyStatus.KNOWN))[0]
    assert line.severity is Severity.RED
    assert line.is_unknown


def test_every_status_says_something_about_both_subjects() -> None:
    for status in AllergyStatus:
        for choice in Resuscitation:
            banner = replace(banner_rita(), allergy_status=status, resuscitation=choice)
            subjects = [line.subject for line in safety_words(banner)]
            assert subjects == [Subject.ALLERGY, Subject.RESUSCITATION]
            assert all(line.text for line in safety_words(banner))


@pytest.mark.parametrize(
    ("criticality", "severity"),
    [
        (Criticality.MILD, Severity.AMBER),
        (Criticality.MODERATE, Severity.AMBER),
        (Criticality.SEVERE, Severity.RED),
        (Criticality.FATAL, Severity.RED),
    ],
)
def test_red_is_for_reactions_that_can_kill(criticality: Criticality, severity: Severity) -> None:
    banner = replace(banner_piet(), allergies=(allergy("pleister", "huiduitslag", criticality),))
    assert safety_words(banner)[0].severity is severity


def test_the_deadly_allergy_stands_first() -> None:
    mild = allergy("pleister", "huiduitslag", Criticality.MILD)
    lines = safety_words(replace(banner_piet(), allergies=(mild, allergy("noten", ""))))
    assert texts(lines)[:2] == ["Geen noten (reactie onbekend)", "Geen pleister (huiduitslag)"]


def test_an_intolerance_says_so() -> None:
    milk = replace(allergy("lactose", "buikpijn", Criticality.MILD), sensitivity=Sensitivity.INTOLERANCE)
    assert texts(safety_words(replace(banner_piet(), allergies=(milk,))))[0] == "Geen lactose (buikpijn, intolerantie)"


def test_other_wishes_for_resuscitation_stand_in_full() -> None:
    banner = replace(
        banner_rita(),
        resuscitation=Resuscitation.OTHER,
        resuscitation_text="wel, niet naar de IC",
        resuscitation_on=date(2026, 3, 1),
    )
    line = safety_words(banner)[1]
    assert line.text == "Reanimeren: wel, niet naar de IC (besproken 01-03-2026)"
    assert line.severity is Severity.RED
    wordless = safety_words(replace(banner, resuscitation_text="", resuscitation_on=None))[1]
    assert wordless.is_unknown
    assert wordless.text == "Reanimeren: anders, niet opgeschreven hoe (datum niet ingevuld)"


def test_alerts_come_red_first_and_keep_their_action() -> None:
    banner = replace(
        banner_none_known(),
        alerts=(
            alert("gehoorapparaat", Severity.INFO, "batterij 's avonds"),
            alert("valt"),
            alert("INSULINE", Severity.RED),
        ),
    )
    assert texts(safety_words(banner))[2:] == ["INSULINE", "Valt", "Gehoorapparaat"]


def test_two_identifiers() -> None:
    assert identity_words(PIET) == "14-03-1949 (77)"
