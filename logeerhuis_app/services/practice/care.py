"""What care knows of a practice guest: drawn from a kind of illness, or told in the families' file.

What was not asked gets no row; what nobody could tell is «unknown»; the three empties stay three things.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from typing import Any

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic, DuringStay, Resuscitation
from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import HelpKind
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.person import FrequencyPeriod, FrequencyUnit
from logeerhuis_app.models import (
    Alert,
    Allergy,
    Base,
    CareAnswer,
    CareScore,
    HelpFromOthers,
    IntakeStatement,
    MedicationItem,
    MedicationList,
    Problem,
)
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar

ASKED_AT_THE_DOOR = {"wandering", "fall_risk", "choking"}
LEFT_OUT = 0.12
NOBODY_KNEW = 0.06
WALKS_AWAY = 2
LIST_WANTED_DAYS = (45, 14)
"""A guest who was here lately or comes soon has a pharmacy list."""


class CareMaker:
    """Writes the care side of a guest's file."""

    def __init__(self, book: RowBook, words: Row, calendar: Calendar, random: Random, carers: list[str]) -> None:
        self._book = book
        self._words = words
        self._calendar = calendar
        self._random = random
        self._carers = carers

    # -- by chance

    def columns(self, guest: PracticeGuest) -> Row:
        """What stands in the guest's own row: allergy, resuscitation, who handles the medicines."""
        if not guest.was_here and self._random.random() < 0.5:
            return {}
        status = self._random.choices(
            (AllergyStatus.NONE_KNOWN, AllergyStatus.KNOWN, AllergyStatus.UNAVAILABLE), weights=(80, 17, 3)
        )[0]
        directive = self._random.choices(
            (Resuscitation.YES, Resuscitation.NO, Resuscitation.NOT_DISCUSSED), weights=(50, 30, 20)
        )[0]
        asked_on = self._calendar.today - timedelta(days=self._random.randrange(1, 90))
        return {
            "allergy_status": status,
            "allergy_confirmed_on": asked_on,
            "allergy_confirmed_by": self._random.choice(self._carers),
            "resuscitation": directive,
            "resuscitation_on": asked_on,
            "medication_care": self._words["kinds"][guest.care]["medication_care"],
        }

    def write(self, guest: PracticeGuest) -> None:
        """Problems, answers, alerts, help at home; the medicines too when they matter now."""
        kind = self._words["kinds"][guest.care]
        for place, problem in enumerate(kind["problems"]):
            self._book.add(Problem, guest_id=guest.guest_id, is_leading=place == 0, **problem)
        codes = self._write_codes(guest, kind)
        self._write_texts(guest, kind)
        if guest.person.get("allergy_status") is AllergyStatus.KNOWN:
            self._book.add(Allergy, guest_id=guest.guest_id, **self._random.choice(self._words["allergies"]))
        with self._or_none(guest, Alert, FileList.ALERTS):
            for alert in kind["alerts"]:
                self._write_alert(guest, alert, codes)
        with self._or_none(guest, HelpFromOthers, FileList.HELP):
            self._write_help(guest)
        if guest.stays_near(self._calendar.today, *LIST_WANTED_DAYS):
            self._write_list(guest, self._list_about(guest), kind["medicines"])

    def _write_codes(self, guest: PracticeGuest, kind: Row) -> dict[str, str]:
        codes = {}
        for topic, options in kind["answers"].items():
            must = topic in ASKED_AT_THE_DOOR and guest.was_here
            if not must and self._random.random() < LEFT_OUT:
                continue
            if topic != "wandering" and self._random.random() < NOBODY_KNEW:
                self._answer(guest, topic, AnswerState.UNKNOWN)
                continue
            allowed = [code for code in options if topic != "wandering" or self._may(guest, int(code))]
            codes[topic] = self._random.choice(allowed or ["1"])
            self._answer(guest, topic, AnswerState.GIVEN, code=codes[topic])
        if "diet" in kind:
            self._answer(guest, "diet", AnswerState.GIVEN, code=kind["diet"])
        elif self._random.random() < 0.6:
            self._answer(guest, "diet", AnswerState.NONE)
        return codes

    def _may(self, guest: PracticeGuest, wandering: int) -> bool:
        return guest.may_walk_away or wandering < WALKS_AWAY

    def _write_texts(self, guest: PracticeGuest, kind: Row) -> None:
        for topic, options in kind["texts"].items():
            if self._random.random() > LEFT_OUT:
                self._answer(guest, topic, AnswerState.GIVEN, text=self._random.choice(options))

    def _write_alert(self, guest: PracticeGuest, alert: Row, codes: dict[str, str]) -> None:
        topic, code = alert.get("if", (None, None))
        if topic is None or codes.get(topic) == code:
            columns = {key: value for key, value in alert.items() if key != "if"}
            self._book.add(Alert, guest_id=guest.guest_id, **columns)

    @contextmanager
    def _or_none(self, guest: PracticeGuest, table: type[Base], which: FileList) -> Iterator[None]:
        """Where nothing is written in here, somebody asked and was told that there is none."""
        before = len(self._book.of(table))
        yield
        if len(self._book.of(table)) == before:
            self._book.add(
                IntakeStatement,
                guest_id=guest.guest_id,
                part=which,
                state=AnswerState.NONE,
                recorded_at_utc=self._calendar.now_utc - timedelta(days=3),
                recorded_by=self._carers[0],
            )

    def _write_help(self, guest: PracticeGuest) -> None:
        open_chance = 0.0 if guest.was_here else 0.3
        for kind, law, often in _HELP:
            if self._random.random() < 0.6:
                is_open = self._random.random() < open_chance
                during = DuringStay.OPEN if is_open else self._random.choice(_ARRANGED[kind])
                self._book.add(HelpFromOthers, guest_id=guest.guest_id, kind=kind, law=law, during_stay=during, **often)

    def _list_about(self, guest: PracticeGuest) -> Row:
        """How old the list is and how many people looked at it; some old, some unchecked."""
        stay = guest.stays_near(self._calendar.today, *LIST_WANTED_DAYS)[-1]
        list_date = min(self._calendar.today, stay.period.arrival) - timedelta(days=self._random.choice((1, 2, 3, 12)))
        checked = 2 if guest.was_here and self._random.random() < 0.85 else self._random.choice((0, 1))
        return {"age": (self._calendar.today - list_date).days, "checked": checked, "pharmacy": "Apotheek de Voorbeeld"}

    # -- as told

    def told_columns(self, told: Row) -> Row:
        """Ages of answers as days: «asked three days ago»."""
        today = self._calendar.today
        columns: Row = {}
        if "allergy_age" in told:
            columns["allergy_confirmed_on"] = today - timedelta(days=told["allergy_age"])
            columns["allergy_confirmed_by"] = self._carers[0]
        if "bem_age" in told:
            columns["bem_on"] = today - timedelta(days=told["bem_age"])
        if "resuscitation_age" in told:
            columns["resuscitation_on"] = today - timedelta(days=told["resuscitation_age"])
        return columns

    def write_told(self, guest: PracticeGuest) -> None:
        told = guest.told
        for model, key in ((Problem, "problems"), (Allergy, "allergies"), (Alert, "alerts"), (HelpFromOthers, "help")):
            for row in told.get(key, []):
                self._book.add(model, guest_id=guest.guest_id, **row)
        for topic, answer in told.get("answers", {}).items():
            if isinstance(answer, str):
                self._answer(guest, topic, AnswerState(answer))
            elif "in_days" in answer:
                day = self._calendar.today + timedelta(days=answer["in_days"])
                self._answer(guest, topic, AnswerState.GIVEN, code=day.isoformat())
            else:
                self._answer(guest, topic, AnswerState.GIVEN, **answer)
        for score in told.get("scores", []):
            self._write_score(guest, score)
        if "medication" in told:
            self._write_list(guest, told["medication"], told["medication"]["items"])

    # -- rows

    def _write_score(self, guest: PracticeGuest, told: Row) -> None:
        self._book.add(
            CareScore,
            guest_id=guest.guest_id,
            kind=ScoreKind(told["kind"]),
            taken_on=self._calendar.today - timedelta(days=told["age"]),
            items=told["items"],
            note=told.get("note", ""),
            recorded_at_utc=self._calendar.now_utc - timedelta(days=told["age"]),
            recorded_by=self._carers[0],
        )

    def _answer(self, guest: PracticeGuest, topic: str, state: AnswerState, **values: Any) -> None:
        self._book.add(
            CareAnswer,
            guest_id=guest.guest_id,
            topic=CareTopic(topic),
            state=state,
            recorded_at_utc=self._calendar.now_utc - timedelta(days=3),
            recorded_by=self._carers[0],
            **values,
        )

    def _write_list(self, guest: PracticeGuest, about: Row, medicines: list[str]) -> None:
        checkers = [*self._carers[: about["checked"]], "", ""]
        list_date = self._calendar.today - timedelta(days=about["age"])
        list_id = self._book.add(
            MedicationList,
            guest_id=guest.guest_id,
            list_date=list_date,
            pharmacy=about["pharmacy"],
            origin="overzicht van de apotheek, meegegeven door de familie",
            pages=1 + len(medicines) // 4,
            checked_by_1=checkers[0],
            checked_by_2=checkers[1],
            checked_at_utc=self._calendar.at(list_date, "15:00") if about["checked"] else None,
        )
        for order, name in enumerate(medicines):
            columns = dict(self._words["medicines"][name])
            if (ended := columns.pop("ends_days_ago", None)) is not None:
                columns["ends_on"] = self._calendar.today - timedelta(days=ended)
            self._book.add(MedicationItem, list_id=list_id, order=order, **columns)


_HELP = (
    (HelpKind.DISTRICT_NURSING, Law.ZVW, {"often": 1, "often_period": FrequencyPeriod.DAY}),
    (HelpKind.DAY_CARE, Law.WMO, {"often": 2, "often_unit": FrequencyUnit.DAYS, "weekdays": [2, 4]}),
    (HelpKind.HOUSEHOLD, Law.WMO, {"often": 1}),
)
_ARRANGED = {
    HelpKind.DISTRICT_NURSING: (DuringStay.COMES_ALONG, DuringStay.TAKEN_OVER),
    HelpKind.DAY_CARE: (DuringStay.PAUSED, DuringStay.COMES_ALONG),
    HelpKind.HOUSEHOLD: (DuringStay.PAUSED,),
}
