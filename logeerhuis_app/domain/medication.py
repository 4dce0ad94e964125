"""The pharmacy's list and its lines: what they may say, when a line holds, and how old a list may be.

It records and shows. Nothing here weighs one medicine against another, or a dose against a guest.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from logeerhuis_app.domain.amounts import plain, read_amount, read_amounts
from logeerhuis_app.domain.care import is_list_old
from logeerhuis_app.domain.checks import Reason, amount_fault, clock_text, dose_fault, require_order
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired

STOPPED_STAYS_DAYS = 14
"""A stopped line is shown, struck through, this many days; then it is folded away. Source: data dictionary B7."""


class StrengthUnit(StrEnum):
    """zib FarmaceutischProduct, Concentration. «µg» and «mcg» are never shown: they are read as mg."""

    MG = "mg"
    G = "g"
    MICROGRAM = "microgram"
    IE = "ie"
    MMOL = "mmol"
    ML = "ml"
    PERCENT = "percent"
    MG_ML = "mg_ml"
    MICROGRAM_ML = "microgram_ml"
    IE_ML = "ie_ml"
    MG_G = "mg_g"
    MICROGRAM_HOUR = "microgram_hour"
    MG_DAY = "mg_day"
    MICROGRAM_DOSE = "microgram_dose"


class DoseUnit(StrEnum):
    """zib Gebruiksinstructie, Dose. «Times» is for a maximum only."""

    TABLET = "tablet"
    CAPSULE = "capsule"
    MG = "mg"
    G = "g"
    MICROGRAM = "microgram"
    ML = "ml"
    IE = "ie"
    DROP = "drop"
    PUFF = "puff"
    SPRAY = "spray"
    PATCH = "patch"
    SACHET = "sachet"
    SUPPOSITORY = "suppository"
    AMPOULE = "ampoule"
    PIECE = "piece"
    TIMES = "times"


class MedicineForm(StrEnum):
    """zib FarmaceutischProduct, PharmaceuticalForm."""

    TABLET = "tablet"
    CAPSULE = "capsule"
    LIQUID = "liquid"
    DROPS = "drops"
    POWDER = "powder"
    SUPPOSITORY = "suppository"
    ENEMA = "enema"
    PATCH = "patch"
    CREAM = "cream"
    INJECTION = "injection"
    INHALER = "inhaler"
    SPRAY = "spray"
    EYE_DROPS = "eye_drops"
    OTHER = "other"


class Route(StrEnum):
    """zib Gebruiksinstructie, RouteOfAdministration."""

    ORAL = "oral"
    PATCH = "patch"
    INJECTION = "injection"
    INHALATION = "inhalation"
    EYE = "eye"
    EAR = "ear"
    NOSE = "nose"
    RECTAL = "rectal"
    SKIN = "skin"
    TUBE = "tube"


class DayPart(StrEnum):
    """zib Gebruiksinstructie, TimeOfDay: where the list gives no hour."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Weekday(StrEnum):
    """zib Gebruiksinstructie, WeekDay; in the order of ``date.weekday()``."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


WEEK = tuple(Weekday)


class Rhythm(StrEnum):
    """On which days: each, some days of the week, or every so many days, weeks or months."""

    DAILY = "daily"
    WEEKLY = "weekly"
    INTERVAL = "interval"


class Period(StrEnum):
    """Of an interval, and of the maximum of a medicine when needed; a day is 24 hours."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class StopType(StrEnum):
    """zib MedicatieAfspraak, StopType."""

    TEMPORARY = "temporary"
    STOPPED = "stopped"


class HighRisk(StrEnum):
    """What the house marks as risky because the pharmacy's list says so."""

    INSULIN = "insulin"
    ANTICOAGULANT = "anticoagulant"
    OPIOID = "opioid"
    CYTOSTATIC = "cytostatic"


class Packaging(StrEnum):
    """zib MedicatieVerstrekking, DistributionForm. A week box is not accepted unless somebody says why."""

    GDS = "gds"
    LOOSE = "loose"
    WEEK_BOX = "week_box"


class CountMoment(StrEnum):
    """What came with the guest, and what goes back; the name is that of the columns."""

    BROUGHT = "brought"
    RETURNED = "returned"


class ListWorry(StrEnum):
    """Why a list may not hold any more. All of these are amber: an old list is asked for anew, nobody is in danger yet.

    Red is kept for a guest who is in the house with a list that two people have not compared: then a slip of the pen
    (ten times the dose, another guest's list) stands between the paper and the bedside unseen. Source: data dictionary
    B7 («red from arrival + 0 h until done; older than the last change or than 14 days: amber»).
    """

    OLD = "old"
    CHANGED_SINCE = "changed_since"
    EARLIER_STAY = "earlier_stay"
    WAS_AWAY = "was_away"


@dataclass(frozen=True)
class Medicine:
    """One line as the pharmacy wrote it. Amounts as they are kept («0.5»); ``times`` as «8:00».

    ``name`` is the substance, ``brand`` what else stands on the box. ``dose`` holds the pharmacy's own words where no
    number with a unit fits («volgens schema»). Nothing here may be guessed: what the list does not say stays empty.
    """

    name: str
    dose: str = ""
    times: tuple[str, ...] = ()
    as_needed: bool = False
    condition: str = ""
    instruction: str = ""
    double_check: bool = False
    is_to_check: bool = False  # taken over from an older list: never active until somebody compared it
    brand: str = ""
    strength: str = ""
    strength_unit: StrengthUnit | None = None
    form: MedicineForm | None = None
    route: Route | None = None
    dose_amount: str = ""
    dose_unit: DoseUnit | None = None
    day_parts: tuple[DayPart, ...] = ()
    rhythm: Rhythm = Rhythm.DAILY
    weekdays: tuple[Weekday, ...] = ()
    every: int | None = None
    every_unit: Period | None = None
    most: str = ""
    most_unit: DoseUnit | None = None
    most_per: Period | None = None
    starts_on: date | None = None
    ends_on: date | None = None  # with a stop type: not given any more from this day; without: the last day
    stop_type: StopType | None = None
    stop_note: str = ""  # who said so, when it was stopped or taken up again
    reason: str = ""
    prescriber: str = ""
    high_risk: HighRisk | None = None
    packaging: Packaging | None = None
    packaging_note: str = ""

    def is_stopped(self, today: date) -> bool:
        """Not given any more: stopped by somebody, or at the end of its course."""
        if self.ends_on is None:
            return False
        return today >= self.ends_on if self.stop_type else today > self.ends_on

    def is_folded(self, today: date) -> bool:
        """Stopped longer ago than anybody asks after; still on file."""
        return self.ends_on is not None and self.is_stopped(today) and (today - self.ends_on).days > STOPPED_STAYS_DAYS

    def is_due_on(self, day: date) -> bool:
        """Whether the transcript has it on this day. A line that was never compared is on no day."""
        if self.is_to_check or self.as_needed or self.is_stopped(day):
            return False
        if self.starts_on is not None and day < self.starts_on:
            return False
        if self.rhythm is Rhythm.WEEKLY:
            return WEEK[day.weekday()] in self.weekdays
        return self.rhythm is Rhythm.DAILY or self._is_turn(day)

    def _is_turn(self, day: date) -> bool:
        """Counted from the first gift; a month that is too short has it on its last day."""
        if self.starts_on is None or not self.every:
            return False
        if self.every_unit is not Period.MONTH:
            step = self.every * (7 if self.every_unit is Period.WEEK else 1)
            return (day - self.starts_on).days % step == 0
        months = (day.year - self.starts_on.year) * 12 + day.month - self.starts_on.month
        return months % self.every == 0 and day == _same_day(self.starts_on.day, day)


def _same_day(wanted: int, month: date) -> date:
    for number in (wanted, 30, 29, 28):
        try:
            return month.replace(day=min(wanted, number))
        except ValueError:
            continue
    return month


def list_worries(
    list_date: date,
    today: date,
    *,
    changed_on: date | None = None,
    left_on: date | None = None,
    away_until: date | None = None,
) -> tuple[ListWorry, ...]:
    """Why the pharmacy is to be asked for a new list: the last change, the end of the last stay, the last absence."""
    found = {
        ListWorry.OLD: is_list_old(list_date, today),
        ListWorry.CHANGED_SINCE: changed_on is not None and changed_on > list_date,
        ListWorry.EARLIER_STAY: left_on is not None and left_on > list_date,
        ListWorry.WAS_AWAY: away_until is not None and away_until > list_date,
    }
    return tuple(worry for worry, holds in found.items() if holds)


# -- what a line must say


def tidy_medicine(wish: Medicine) -> Medicine:
    """The line as it is kept: numbers and hours in one spelling, and nothing that its own choices leave out.

    Raises:
        FieldRequired, FieldInvalid: what is missing, or can be misread.
    """
    _require_name(wish)
    if wish.as_needed and not wish.condition.strip():
        raise FieldRequired("condition")
    wish = replace(wish, **_amounts(wish), times=_hours(wish.times))
    _require_days(wish)
    _require_limits(wish)
    require_order("ends_on", wish.starts_on, wish.ends_on)
    if wish.stop_type is not None and wish.ends_on is None:
        raise FieldRequired("ends_on")
    if wish.packaging is Packaging.WEEK_BOX and not wish.packaging_note.strip():
        raise FieldRequired("packaging_note")
    return _without_leftovers(wish)


def _without_leftovers(wish: Medicine) -> Medicine:
    """What was typed for a choice that was taken back again is no part of the line."""
    if not wish.as_needed:
        wish = replace(wish, condition="", most_unit=None, most_per=None)
    if wish.rhythm is not Rhythm.WEEKLY:
        wish = replace(wish, weekdays=())
    if wish.rhythm is not Rhythm.INTERVAL:
        wish = replace(wish, every=None, every_unit=None)
    if not wish.strength:
        wish = replace(wish, strength_unit=None)
    return wish if wish.dose_amount else replace(wish, dose_unit=None)


def _require_name(wish: Medicine) -> None:
    if not wish.name.strip():
        raise FieldRequired("medicine")
    for field, text in (("medicine", wish.name), ("brand", wish.brand)):
        if (fault := amount_fault(text)) is not None:
            raise FieldInvalid(field, text, fault)


def _amounts(wish: Medicine) -> dict[str, Any]:
    strength = read_amounts("strength", wish.strength) if wish.strength or wish.strength_unit else ""
    if strength and wish.strength_unit is None:
        raise FieldInvalid("strength", wish.strength, Reason.STRENGTH_UNIT)
    most = plain(read_amount("maximum", wish.most)) if wish.as_needed else ""
    return {"strength": strength, "most": most, **_dose(wish)}


def _dose(wish: Medicine) -> dict[str, str]:
    """A number with its unit, or the pharmacy's words; never both, for then they could differ."""
    if wish.dose_amount or wish.dose_unit:
        amount = plain(read_amount("dose", wish.dose_amount))
        if wish.dose_unit is None or wish.dose_unit is DoseUnit.TIMES:
            raise FieldInvalid("dose", wish.dose_amount, Reason.UNIT)
        return {"dose_amount": amount, "dose": ""}
    if not wish.dose.strip():
        raise FieldRequired("dose")
    if (fault := dose_fault(wish.dose)) is not None:
        raise FieldInvalid("dose", wish.dose, fault)
    return {"dose_amount": "", "dose": wish.dose.strip()}


def _hours(times: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for text in times:
        moment = clock_text(text)
        if moment is None:
            raise FieldInvalid("times", text, Reason.CLOCK_TIME)
        found.append(moment)
    return tuple(found)


def _require_days(wish: Medicine) -> None:
    """A weekly medicine says on which day: read as daily, methotrexate kills."""
    if wish.rhythm is Rhythm.WEEKLY and not wish.weekdays:
        raise FieldRequired("weekdays")
    if wish.rhythm is not Rhythm.INTERVAL:
        return
    if not wish.every or wish.every < 1 or wish.every_unit is None:
        raise FieldRequired("every")
    if wish.every_unit is Period.DAY and wish.every == 1:
        raise FieldInvalid("every", "1", Reason.EVERY_DAY)
    if wish.every_unit is Period.WEEK and wish.every == 1:
        raise FieldInvalid("every", "1", Reason.EVERY_WEEK)
    if wish.starts_on is None:
        raise FieldRequired("starts_on")


def _require_limits(wish: Medicine) -> None:
    if not wish.as_needed:
        return
    if wish.most_unit is None:
        raise FieldInvalid("maximum", wish.most, Reason.DOSE_UNIT)
    if wish.most_per is None:
        raise FieldRequired("most_per")
