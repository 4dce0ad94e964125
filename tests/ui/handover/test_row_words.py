"""The order of safety and the three empties, without a window."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    MedicationCare,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.guests import VISITS, HelpKind
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.medication import DoseUnit, Period, Rhythm, StopType, Weekday
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.guest import (
    AlertRow,
    AllergyRow,
    AnswerRow,
    GuestRef,
    HelpRow,
    SafetyBanner,
)
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, NoteRow, TaskRow
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow
from logeerhuis_app.ui.handover import row_words as words
from logeerhuis_app.ui.handover.detail_words import now_lines
from logeerhuis_app.ui.handover.row_words import Weight

DAY = date(2026, 11, 22)
EVENING = Shift(DAY, ShiftKind.LATE)
PIET = GuestRef(1, "0113", "Piet", PartialDate(1949, 3, 14), 77, "Helmond")


def banner(**values: object) -> SafetyBanner:
    defaults: dict[str, object] = {
        "allergy_status": AllergyStatus.NONE_KNOWN,
        "allergy_confirmed_on": date(2026, 11, 18),
        "resuscitation": Resuscitation.YES,
        "resuscitation_on": date(2026, 2, 12),
    }
    return SafetyBanner(guest=PIET, **{**defaults, **values})  # type: ignore[arg-type]


def guest(safety: SafetyBanner | None = None, **values: object) -> HandoverGuest:
    row = HandoverGuest(
        banner=safety or banner(),
        booking_id=1,
        bed_id=1,
        room="1",
        is_trial=False,
        night_number=2,
        nights=4,
        departure=date(2026, 11, 25),
        departure_time=time(11, 0),
        is_away=False,
        medication=MedicationRow(date(2026, 11, 19), "Linde", ("SW", "MB"), MedicationCare.TAKEN_OVER),
        next_dose="18:00",
        next_dose_needs_two=False,
    )
    return replace(row, **values)  # type: ignore[arg-type]


def allergy(criticality: Criticality, agent: str = "penicilline", reaction: str = "anafylaxie") -> AllergyRow:
    return AllergyRow(1, agent, reaction, criticality, Sensitivity.ALLERGY, "pen in medicijnkast, 112")


def said(lines: list[words.Line]) -> list[tuple[str, str]]:
    return [(line.text, str(line.weight)) for line in lines]


def test_what_can_kill_comes_first_in_capitals() -> None:
    safety = banner(
        allergy_status=AllergyStatus.KNOWN,
        allergies=(allergy(Criticality.MILD, "pleister", "huiduitslag"), allergy(Criticality.FATAL)),
        resuscitation=Resuscitation.NO,
        alerts=(
            AlertRow(1, "dwaalt", "deur dicht", Severity.AMBER),
            AlertRow(2, "bloedverdunner", "bel huisarts na val", Severity.RED),
        ),
    )
    assert said(words.stop_lines(guest(safety), DAY)) == [
        ("ALLERGIE PENICILLINE: anafylaxie", "life"),
        ("NIET REANIMEREN (12-02-2026)", "life"),
        ("BLOEDVERDUNNER: bel huisarts na val", "life"),
        ("allergie: pleister (huiduitslag)", "body"),
        ("dwaalt", "amber"),
    ]


@pytest.mark.parametrize(
    ("status", "confirmed", "text", "weight"),
    [
        (AllergyStatus.NOT_ASKED, None, "ALLERGIE NIET GEVRAAGD", "life"),
        (AllergyStatus.UNAVAILABLE, None, "Allergie: gegevens niet beschikbaar", "amber"),
        (AllergyStatus.NONE_KNOWN, None, "Allergie: geen bekend, niet bevestigd", "amber"),
    ],
)
def test_an_unknown_never_reads_like_a_none(
    status: AllergyStatus, confirmed: date | None, text: str, weight: str
) -> None:
    lines = words.stop_lines(guest(banner(allergy_status=status, allergy_confirmed_on=confirmed)), DAY)
    assert (text, weight) in said(lines)


def test_what_is_no_risk_stands_on_one_calm_line() -> None:
    assert said(words.stop_lines(guest(), DAY)) == [("allergie: geen bekend (18-11) · reanimeren: wel", "body")]
    old = banner(allergy_confirmed_on=date(2024, 11, 18))
    assert said(words.stop_lines(guest(old), DAY))[0][0].startswith("allergie: geen bekend (18-11-2024)")


@given(
    st.sampled_from(AllergyStatus),
    st.sampled_from(Resuscitation),
    st.none() | st.dates(date(2020, 1, 1), DAY),
    st.lists(st.sampled_from(Criticality), max_size=3),
    st.lists(st.sampled_from(Severity), max_size=4),
)
def test_allergy_and_resuscitation_are_always_said_and_red_comes_first(
    status: AllergyStatus,
    resuscitation: Resuscitation,
    on: date | None,
    allergies: list[Criticality],
    alerts: list[Severity],
) -> None:
    safety = banner(
        allergy_status=status,
        allergy_confirmed_on=on,
        resuscitation=resuscitation,
        resuscitation_on=on,
        allergies=tuple(allergy(one) for one in allergies) if status is AllergyStatus.KNOWN else (),
        alerts=tuple(AlertRow(at, f"waarschuwing {at}", "doen", one) for at, one in enumerate(alerts)),
    )
    lines = words.stop_lines(guest(safety), DAY)
    text = " ".join(line.text for line in lines).casefold()
    assert "allergie" in text
    assert "reanim" in text
    assert all(f"waarschuwing {at}" in text for at in range(len(alerts)))
    if status is not AllergyStatus.NONE_KNOWN:
        assert "allergie: geen bekend" not in text
    reds = [line.weight is Weight.LIFE for line in lines]
    assert reds == sorted(reds, reverse=True)
    tight = words.red_on_one_line(lines)
    assert sum(line.weight is Weight.LIFE for line in tight) <= 1
    assert sorted(" · ".join(line.text for line in tight)) == sorted(" · ".join(line.text for line in lines))


def test_choking_carries_its_numbers_also_without_an_alert() -> None:
    answers = (
        AnswerRow(CareTopic.DRINK_LEVEL, AnswerState.GIVEN, "2"),
        AnswerRow(CareTopic.FOOD_LEVEL, AnswerState.GIVEN, "5"),
    )
    assert said(words.stop_lines(guest(answers=answers), DAY))[-1] == ("drank 2 · voeding 5", "amber")
    chokes = banner(alerts=(AlertRow(1, "verslikt", "rechtop", Severity.AMBER, AlertKind.CHOKING.value),))
    assert said(words.stop_lines(guest(chokes, answers=answers), DAY))[-1] == (
        "verslikt: drank 2 · voeding 5",
        "amber",
    )


def test_a_risk_that_was_answered_with_yes_is_said_without_an_alert() -> None:
    answers = (
        AnswerRow(CareTopic.FALL_RISK, AnswerState.GIVEN, "yes"),
        AnswerRow(CareTopic.CHOKING, AnswerState.GIVEN, "no"),
        AnswerRow(CareTopic.WANDERING, AnswerState.GIVEN, "2"),
    )
    assert said(words.stop_lines(guest(answers=answers), DAY))[-1] == ("valt snel · verlaat het huis", "amber")


def test_an_incomplete_intake_says_what_the_other_columns_do_not() -> None:
    missing = (CheckInGate.ALLERGY.value, CheckInGate.CONTACT.value, CheckInGate.FALLING.value)
    last = words.stop_lines(guest(missing=missing), DAY)[-1]
    assert last.text == "intake onvolledig: tweede contact ontbreekt · niet gevraagd: vallen"


# -- medication ----------------------------------------------------------------------------------------------------


def lists(list_date: date | None, *checkers: str) -> MedicationRow:
    return MedicationRow(list_date, "Linde", checkers, MedicationCare.TAKEN_OVER)


@pytest.mark.parametrize(
    ("medication", "expected"),
    [
        (lists(date(2026, 11, 19), "SW", "MB"), ("lijst 3 dagen · gecontroleerd", "mute")),
        (lists(DAY, "SW", "MB"), ("lijst vandaag · gecontroleerd", "mute")),
        (lists(date(2026, 11, 8), "SW", "MB"), ("lijst 14 dagen · gecontroleerd", "mute")),
        (lists(date(2026, 11, 7), "SW", "MB"), ("lijst 15 dagen oud · vraag een nieuwe", "amber")),
        (lists(date(2026, 11, 19), "SW"), ("lijst nog niet door twee mensen gecontroleerd", "life")),
        (lists(date(2026, 11, 19), "SW", "SW"), ("lijst nog niet door twee mensen gecontroleerd", "life")),
    ],
)
def test_how_far_the_list_may_be_trusted(medication: MedicationRow, expected: tuple[str, str]) -> None:
    lines = words.medication_lines(guest(medication=medication), DAY)
    assert (lines[0].text, str(lines[0].weight)) == ("18:00", "strong")
    assert said(lines)[-1] == expected


def test_copied_lines_are_said_before_any_next_dose() -> None:
    copied = MedicineRow("metoprolol", "1 tablet", ("8:00",), is_to_check=True)
    row = replace(lists(DAY, "SW", "MB"), medicines=(copied,))
    lines = words.medication_lines(guest(medication=row, next_dose=""), DAY)
    assert [(line.text, str(line.weight)) for line in lines[:2]] == [
        ("1 overgenomen regel te controleren", "amber"),
        ("volgende gift onbekend", "amber"),
    ]


def test_a_weekly_medicine_says_its_day_and_what_is_needed_its_maximum() -> None:
    weekly = MedicineRow("methotrexaat", "4 tabletten", rhythm=Rhythm.WEEKLY, weekdays=(Weekday.MONDAY,))
    needed: dict[str, Any] = {"as_needed": True, "condition": "pijn", "most": "6", "most_unit": DoseUnit.TABLET}
    paracetamol = MedicineRow("paracetamol", "2 tabletten", most_per=Period.DAY, **needed)
    stopped = MedicineRow("furosemide", "1 tablet", stop_type=StopType.STOPPED, ends_on=DAY, stop_note="huisarts")
    row = replace(lists(DAY, "SW", "MB"), medicines=(weekly, paracetamol, stopped))
    assert "methotrexaat · wekelijks: maandag" in [
        line.text for line in words.medication_lines(guest(medication=row), DAY)
    ]
    panel = [line.text for line in now_lines(guest(medication=row), DAY)]
    assert "paracetamol · zo nodig bij pijn, hoogstens 6 tabletten per 24 uur" in panel
    assert "furosemide · STOPGEZET op 22-11-2026 (huisarts)" in panel


def test_two_people_stand_beside_the_dose() -> None:
    assert words.medication_lines(guest(next_dose_needs_two=True), DAY)[0].badge == "2 personen"


def test_without_a_list_nobody_knows_the_next_dose() -> None:
    lines = words.medication_lines(guest(medication=lists(None), next_dose=""), DAY)
    assert [line.text for line in lines] == ["geen lijst van de apotheek", "volgende gift onbekend"]


# -- news ------------------------------------------------------------------------------------------------------------


def note(note_id: int, text: str, **values: object) -> NoteRow:
    at = datetime.fromisoformat("2026-11-22T15:20:00+00:00")
    row = NoteRow(note_id, 1, at, EVENING, text, is_important=False, by="S. de Wit")
    return replace(row, **values)  # type: ignore[arg-type]


def task(text: str, carried: int = 0) -> TaskRow:
    return TaskRow(1, 1, "Piet", text, DAY, time(20, 0), is_done=False, times_carried=carried)


def test_nothing_new_is_said_and_tasks_count() -> None:
    assert said(words.news_lines(guest())) == [("niets nieuws", "mute")]
    assert said(words.news_lines(guest(tasks=(task("bellen"),)))) == [("niets nieuws · 1 taak open", "mute")]
    late = guest(tasks=(task("bellen", carried=2),))
    assert said(words.news_lines(late)) == [("niets nieuws", "mute"), ("1 taak open · 2 keer doorgeschoven", "amber")]


def test_a_corrected_note_is_no_news_in_the_row() -> None:
    row = guest(notes=(note(2, "1 tablet", corrects=1), note(1, "2 tabletten", is_corrected=True)))
    assert [one.text for one in words.news(row)] == ["1 tablet"]


def test_a_long_note_ends_at_a_word() -> None:
    long = note(1, "woord " * 100)
    assert words.note_start(long).endswith("woord …")
    assert len(words.note_start(long)) <= words.MOST_OF_A_NOTE + 2


def test_in_the_hour_that_comes_twice_the_note_says_which() -> None:
    night = Shift(date(2026, 10, 24), ShiftKind.NIGHT)
    first = note(1, "wakker", at_utc=datetime.fromisoformat("2026-10-25T00:30:00+00:00"), shift=night)
    second = note(2, "wakker", at_utc=datetime.fromisoformat("2026-10-25T01:30:00+00:00"), shift=night)
    day = date(2026, 10, 25)
    assert words.note_time(first, day) == "2:30 (zomertijd)"
    assert words.note_time(second, day) == "2:30 (wintertijd)"


# -- who -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("departure", "expected"),
    [(date(2026, 11, 25), "nacht 2/4"), (DAY, "vertrekt vandaag"), (date(2026, 11, 21), "zou za 21 nov vertrekken")],
)
def test_how_far_the_stay_is(departure: date, expected: str) -> None:
    assert words.stay_words(guest(departure=departure), DAY) == expected


def test_an_absence_is_said_with_its_days_before_it_begins_and_while_it_lasts() -> None:
    absence = Absence(date(2026, 11, 24), date(2026, 11, 26))
    assert words.stay_words(guest(absence=absence), DAY) == "gaat weg di 24 nov tot do 26 nov"
    assert words.stay_words(guest(absence=absence, is_away=True), DAY) == "afwezig di 24 nov tot do 26 nov"


@pytest.mark.parametrize("kind", sorted(VISITS))
def test_who_comes_along_in_a_stay_is_said(kind: HelpKind) -> None:
    row = HelpRow(1, label(kind), None, "di 10:00", DuringStay.COMES_ALONG, kind_code=kind)
    expected = f"{label(kind)} di 10:00 gaat mee"
    assert [line.text for line in words.next_lines(guest(help_at_home=(row,)), DAY)] == [expected]
    stays_home = replace(row, during_stay=DuringStay.TAKEN_OVER)
    assert words.next_lines(guest(help_at_home=(stays_home,)), DAY) == []


def test_flags_are_words() -> None:
    namesake = banner()
    namesake = replace(namesake, guest=replace(PIET, has_namesake=True))
    assert words.badges(guest(namesake, is_trial=True, is_away=True)) == ["NAAMGENOOT", "PROEF", "AFWEZIG"]


@pytest.mark.parametrize(("hour", "expected"), [(13, "komt om 14:00"), (15, "zou om 14:00 komen")])
def test_who_should_have_been_here_is_amber(hour: int, expected: str) -> None:
    row = ArrivalRow(banner(), 1, "5", DAY, time(14, 0), (CheckInGate.CONTACT.value,), note="rolstoel")
    first, second = words.arrival_lines(row, DAY, datetime(2026, 11, 22, hour, 0))
    assert first.text == expected
    assert (first.weight is Weight.AMBER) == (hour == 15)
    assert second.text == "rolstoel"
    assert said(words.arrival_missing(row)) == [("tweede contact ontbreekt", "amber")]


def test_a_guest_to_come_is_not_shown_without_what_can_kill() -> None:
    safety = banner(
        allergy_status=AllergyStatus.KNOWN,
        allergies=(allergy(Criticality.SEVERE), allergy(Criticality.MILD, "pleister")),
        resuscitation=Resuscitation.NOT_DISCUSSED,
        resuscitation_on=None,
    )
    assert said(words.warning_lines(safety, DAY)) == [
        ("ALLERGIE PENICILLINE: anafylaxie", "life"),
        ("Reanimeren: niet besproken", "amber"),
        ("allergie: pleister (anafylaxie)", "body"),
    ]
    ((calm, weight),) = said(words.warning_lines(banner(), DAY))
    assert weight == "body"
    assert "allergie" in calm
    assert "reanimeren" in calm
