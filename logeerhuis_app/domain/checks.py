"""Whether something typed can be right. Rules only; the sentences stand with the errors."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS, Kind, code_of, day_of
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.funding import Basis, PayerKind
from logeerhuis_app.domain.nights import age_on
from logeerhuis_app.domain.partial_date import PartialDate

YOUNGEST = 18
OLDEST = 115
"""Source: the house's own data dictionary; a guest outside these ages is a typing error."""
USUALLY_OLDER = 55
"""Somebody younger may come, but is asked about once. Source: as above."""


class Reason(StrEnum):
    """Why a field cannot be right: ``FieldInvalid.reason``."""

    BSN = "bsn"
    IDENTITY_FIRST = "identity_first"
    IN_FUTURE = "in_future"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    TOO_LONG = "too_long"
    ORDER = "order"
    UNKNOWN_CODE = "unknown_code"
    SAME_PERSON = "same_person"
    POSTCODE = "postcode"
    ONE_LETTER = "one_letter"
    LANGUAGE = "language"
    AGB = "agb"
    TOO_FAR = "too_far"
    IBAN = "iban"
    EIGHT_DIGITS = "eight_digits"
    FOUR_DIGITS = "four_digits"
    OTHER_LAW = "other_law"
    NEGATIVE = "negative"
    BED_CODE = "bed_code"
    LOCK_MINUTES = "lock_minutes"
    PHONE = "phone"
    EMAIL = "email"
    MONTH = "month"
    NUMBER = "number"
    CLOCK_TIME = "clock_time"
    LEADING_ZERO = "leading_zero"
    TRAILING_ZERO = "trailing_zero"
    THOUSANDS = "thousands"
    UNIT = "unit"
    NO_AMOUNT = "no_amount"
    FRACTION = "fraction"
    STRAY_ZERO = "stray_zero"
    STRENGTH_UNIT = "strength_unit"
    DOSE_UNIT = "dose_unit"
    EVERY_DAY = "every_day"
    EVERY_WEEK = "every_week"
    OTHER_COUNT = "other_count"
    HAS_ALLERGIES = "has_allergies"
    HAS_REPRESENTATIVES = "has_representatives"
    OUT_OF_BOUNDS = "out_of_bounds"
    DAY = "date"
    MARK = "mark"
    NO_NONE = "no_none"
    HAS_OXYGEN = "has_oxygen"


class FileConcern(StrEnum):
    """What is worth a second look but may be passed: ``Concern.kind``."""

    DUPLICATE = "duplicate_guest"
    YOUNG = "young_guest"
    ALLOCATION_OVERLAP = "allocation_overlap"
    PAYER_UNUSUAL = "payer_unusual"


def require_birth_date(born: PartialDate, today: date) -> None:
    """Raises: FieldInvalid, unless somebody of 18 to 115 years can be born then."""
    if born.first > today:
        raise FieldInvalid("born", born.isoformat(), Reason.IN_FUTURE)
    if age_on(born.first, today) < YOUNGEST:
        raise FieldInvalid("born", born.isoformat(), Reason.TOO_YOUNG)
    if age_on(min(born.last, today), today) > OLDEST:
        raise FieldInvalid("born", born.isoformat(), Reason.TOO_OLD)


def require_not_future(field: str, day: date | PartialDate | None, today: date) -> None:
    """Raises: FieldInvalid for something that is said to have happened after today."""
    first = day.first if isinstance(day, PartialDate) else day
    if day is not None and first is not None and first > today:
        raise FieldInvalid(field, day.isoformat(), Reason.IN_FUTURE)


def require_order(field: str, first: date | None, last: date | None) -> None:
    """Raises: FieldInvalid when it ends before it begins; an open end is always right."""
    if first is not None and last is not None and last < first:
        raise FieldInvalid(field, last.isoformat(), Reason.ORDER)


def require_phone(field: str, text: str) -> None:
    """Empty, or with so many digits that somebody can be called. Words beside it («na 18 uur») are welcome."""
    if text.strip() and sum(char.isdigit() for char in text) < 6:
        raise FieldInvalid(field, text, Reason.PHONE)


def require_email(field: str, text: str) -> None:
    if text.strip() and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text.strip()):
        raise FieldInvalid(field, text, Reason.EMAIL)


def require_answer(topic: CareTopic, state: AnswerState, code: str, text: str, today: date) -> str:
    """The code of an answer in its one spelling; empty where nothing is given.

    Drinks (IDDSI 0-4) and food (IDDSI 3-7) have lists of their own, so that a 5 can never be a drink.

    Raises:
        FieldRequired: the answer is «given» but empty.
        FieldInvalid: it is no answer to this question: not on its list, out of bounds, no day, or a day to come.
    """
    question = QUESTIONS[topic]
    if state is AnswerState.NONE and not question.has_none:
        raise FieldInvalid(topic.value, "", Reason.NO_NONE)
    if state is not AnswerState.GIVEN:
        return ""
    value = code_of(topic, code)
    if value is None:
        raise FieldInvalid(topic.value, code, _ANSWER_FAULTS.get(question.kind, Reason.UNKNOWN_CODE))
    if not value and not (text.strip() and (question.in_words or question.kind is Kind.TEXT)):
        raise FieldRequired(topic.value)
    if question.is_past:
        require_not_future(topic.value, day_of(value), today)
    return value


_ANSWER_FAULTS = {Kind.DAY: Reason.DAY, Kind.NUMBER: Reason.OUT_OF_BOUNDS, Kind.SEVERAL: Reason.MARK}


def amount_fault(text: str) -> Reason | None:
    """What makes a number in a dose or strength easy to misread by a factor ten; None: nothing.

    «,5» without its zero, «5,0» with one too many, and «1.000», which one reads as thousand and another as one.
    Source: data dictionary B7 and D4 nr. 8 (ten times the dose by a decimal sign).
    """
    for number in _numbers(text):
        if number[0] in ".,":
            return Reason.LEADING_ZERO
        if re.fullmatch(r"[1-9]\d*\.\d{3}([.,].*)?", number) or len(re.findall(r"[.,]", number)) > 1:
            return Reason.THOUSANDS
        if re.fullmatch(r"\d+[.,]\d*0", number):
            return Reason.TRAILING_ZERO
    return None


def dose_fault(text: str) -> Reason | None:
    """As ``amount_fault``, and a number needs its unit: «1» of what?"""
    fault = amount_fault(text)
    if fault is None and any(_numbers(text)) and not any(char.isalpha() for char in text):
        return Reason.UNIT
    return fault


def clock_text(text: str) -> str | None:
    """«8», «8:00», «08.00», «8u30» as «8:00», «8:30»; None when it is no time of the day."""
    found = re.fullmatch(r"(\d{1,2})(?:\s*(?:[:.u]|uur)\s*(\d{2})?)?", text.strip().casefold())
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour}:{minute:02d}" if hour < 24 and minute < 60 else None


def periods_overlap(first: date, last: date | None, other_first: date, other_last: date | None) -> bool:
    """Whether two periods share a day; both ends included, an empty end never comes."""
    return first <= (other_last or date.max) and other_first <= (last or date.max)


USUAL_PAYER: dict[Basis, PayerKind] = {
    Basis.WMO: PayerKind.MUNICIPALITY,
    Basis.MPT: PayerKind.CARE_OFFICE,
    Basis.VPT: PayerKind.CARE_OFFICE,
    Basis.ELV: PayerKind.INSURER,
    Basis.PGB: PayerKind.GUEST,
    Basis.PRIVATE: PayerKind.GUEST,
}


def is_usual_payer(basis: Basis, kind: PayerKind) -> bool:
    """A Wlz night is not paid by a municipality; «other» parties pay for whatever was agreed."""
    return kind is PayerKind.OTHER or USUAL_PAYER[basis] is kind


def _numbers(text: str) -> Iterator[str]:
    """Every number in the text; a comma or dot that only ends a sentence is not part of it."""
    return (number.rstrip(".,") for number in re.findall(r"(?:[.,]?\d)[\d.,]*", text))
