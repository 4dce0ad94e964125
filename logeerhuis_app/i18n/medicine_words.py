"""One line of the pharmacy's list in words: what, how much, when, until when, and what to mind. For screen and paper.

It says what stands on the list and nothing more: no advice, no interaction, no sum of doses.
"""

from datetime import date
from decimal import Decimal

from logeerhuis_app.domain.medication import (
    WEEK,
    CountMoment,
    ListWorry,
    Medicine,
    Packaging,
    Period,
    Rhythm,
    StopType,
)
from logeerhuis_app.i18n import N_, _, ngettext
from logeerhuis_app.i18n.amount_words import (
    dose_figures,
    dose_in_words,
    figures,
    strength_figures,
    strength_in_words,
    unit_word,
)
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow

DOT = " · "
NO_LIST_TO_GIVE_FROM = N_("No administration list – see the list of the pharmacy")
"""The mark on every screen and paper that shows medicines."""


def watermark() -> str:
    return _(NO_LIST_TO_GIVE_FROM)


def medicine_name(medicine: Medicine) -> str:
    """«metoprolol 50 mg (Selokeen)»."""
    strength = strength_figures(medicine.strength, medicine.strength_unit)
    name = f"{medicine.name} {strength}".strip()
    return _("{name} ({brand})").format(name=name, brand=medicine.brand) if medicine.brand else name


def dose_words(medicine: Medicine) -> str:
    """«0,5 tablet», or the pharmacy's own words."""
    return dose_figures(medicine.dose_amount, medicine.dose_unit) or medicine.dose


def spoken_words(medicine: Medicine) -> str:
    """«vijftig milligram · nul komma vijf tablet (een halve)»: beside the figures, so that no comma is overlooked."""
    spoken = (
        strength_in_words(medicine.strength, medicine.strength_unit),
        dose_in_words(medicine.dose_amount, medicine.dose_unit),
    )
    return DOT.join(part for part in spoken if part)


def needed_words(medicine: Medicine) -> str:
    """«zo nodig bij pijn, hoogstens 6 tabletten per 24 uur»; empty for what is given at its times."""
    if not medicine.as_needed:
        return ""
    return _("when needed: {condition}, at most {most}").format(condition=medicine.condition, most=most_words(medicine))


def strength_words(medicine: Medicine) -> str:
    """«0,5 mg»; empty where the list names none."""
    return strength_figures(medicine.strength, medicine.strength_unit)


def most_words(medicine: Medicine, *, with_period: bool = True) -> str:
    """«6 tabletten per 24 uur»."""
    if not medicine.most or medicine.most_unit is None:
        return ""
    much = f"{figures(medicine.most)} {unit_word(medicine.most_unit, Decimal(medicine.most))}"
    if not with_period or medicine.most_per is None:
        return much
    return _(_PER[medicine.most_per]).format(much=much)


_PER: dict[Period, str] = {
    Period.DAY: N_("{much} in 24 hours"),
    Period.WEEK: N_("{much} a week"),
    Period.MONTH: N_("{much} a month"),
}


def moments(medicine: Medicine) -> tuple[str, ...]:
    """«8:00», «18:00», «nacht»: as the list gives them."""
    return (*medicine.times, *(label(part) for part in medicine.day_parts))


def days_words(medicine: Medicine) -> str:
    """«wekelijks: maandag», «om de 3 dagen, vanaf 20-11-2026»; empty for every day."""
    if medicine.rhythm is Rhythm.WEEKLY:
        days = ", ".join(label(day) for day in WEEK if day in medicine.weekdays)
        return _("weekly: {days}").format(days=days)
    if medicine.rhythm is Rhythm.INTERVAL and medicine.every and medicine.every_unit and medicine.starts_on:
        every = _EVERY[medicine.every_unit](medicine.every).format(n=number(medicine.every))
        return _("{every}, from {date}").format(every=every, date=date_numeric(medicine.starts_on))
    return ""


_EVERY = {
    Period.DAY: lambda n: ngettext("every {n} day", "every {n} days", n),
    Period.WEEK: lambda n: ngettext("every {n} week", "every {n} weeks", n),
    Period.MONTH: lambda n: ngettext("every {n} month", "every {n} months", n),
}


def how_words(medicine: Medicine) -> str:
    """«tablet, door de mond»; what the list does not say is left out here and asked for in the form."""
    return ", ".join(label(part) for part in (medicine.form, medicine.route) if part is not None)


def period_words(medicine: Medicine, today: date) -> str:
    """«tijdelijk gestopt op 20-11-2026 (huisarts Vos)», «t/m 25-11-2026», «begint op 24-11-2026»; empty: it goes on."""
    if medicine.ends_on is None:
        later = medicine.starts_on is not None and medicine.starts_on > today
        starts = _("begins on {date}").format(date=date_numeric(medicine.starts_on)) if later else ""
        again = _("taken up again ({who})").format(who=medicine.stop_note) if medicine.stop_note else ""
        return DOT.join(part for part in (starts, again) if part)
    words = _(_ENDS[medicine.stop_type, medicine.is_stopped(today)]).format(date=date_numeric(medicine.ends_on))
    return _("{words} ({who})").format(words=words, who=medicine.stop_note) if medicine.stop_note else words


_ENDS: dict[tuple[StopType | None, bool], str] = {
    (StopType.TEMPORARY, True): N_("STOPPED for now, since {date}"),
    (StopType.STOPPED, True): N_("STOPPED for good, on {date}"),
    (None, True): N_("ENDED: the last day was {date}"),
    (StopType.TEMPORARY, False): N_("will be stopped for now on {date}"),
    (StopType.STOPPED, False): N_("will be stopped on {date}"),
    (None, False): N_("until {date}, that day included"),
}


def flags(medicine: Medicine) -> list[str]:
    """What must not be overlooked, in few words; a badge each on screen, in bold on paper."""
    found = (
        _("TO CHECK") if medicine.is_to_check else "",
        days_words(medicine),
        risk_words(medicine),
        _("2 persons") if medicine.double_check else "",
    )
    return [flag for flag in found if flag]


def to_check_words(count: int) -> str:
    """«3 overgenomen regels te controleren»: they are not active, and that is said wherever a next dose is said."""
    words = ngettext("{n} copied line to check", "{n} copied lines to check", count)
    return words.format(n=number(count))


def risk_words(medicine: Medicine) -> str:
    """«risicovol: insuline»."""
    return _("high risk: {what}").format(what=label(medicine.high_risk)) if medicine.high_risk else ""


def all_words(medicine: Medicine) -> list[str]:
    """Everything a line says after its name, in the order of the paper; of any day, so without «stopped» or «later»."""
    found = (
        dose_words(medicine),
        how_words(medicine),
        ", ".join(moments(medicine)),
        needed_words(medicine),
        *flags(medicine),
        _("from {date}").format(date=date_numeric(medicine.starts_on)) if medicine.starts_on else "",
        _("until {date}").format(date=date_numeric(medicine.ends_on)) if medicine.ends_on else "",
        label(medicine.stop_type) if medicine.stop_type else "",
        medicine.stop_note,
        _("for: {reason}").format(reason=medicine.reason) if medicine.reason else "",
        _("by: {prescriber}").format(prescriber=medicine.prescriber) if medicine.prescriber else "",
        packaging_words(medicine),
        medicine.instruction,
    )
    return [words for words in found if words]


def count_words(row: MedicineRow, moment: CountMoment) -> str:
    """«meegebracht: 20 (S. de Wit + M. Bos)»; of an opioid that one counted also that the second is missing."""
    count = row.count_of(moment)
    if count is None:
        return ""
    by = " + ".join(count.by)
    words = _("{moment}: {n} ({who})").format(moment=label(moment), n=number(count.quantity), who=by)
    return DOT.join((words, _("second counter missing"))) if row.needs_second(moment) else words


def packaging_words(medicine: Medicine) -> str:
    """«losse doosjes», «weekdoos (op verzoek van de apotheek)»."""
    if medicine.packaging is None:
        return ""
    words = label(medicine.packaging)
    if medicine.packaging is Packaging.WEEK_BOX or medicine.packaging_note:
        return _("{words} ({why})").format(words=words, why=medicine.packaging_note)
    return words


def worry_words(row: MedicationRow, today: date) -> list[str]:
    """Why the pharmacy is asked for a new list, each with its day."""
    return [_worry(row, worry) for worry in row.worries(today)]


def _worry(row: MedicationRow, worry: ListWorry) -> str:
    if worry is ListWorry.EARLIER_STAY and row.left_on is not None:
        return _("it is of before the end of an earlier stay ({date})").format(date=date_numeric(row.left_on))
    if worry is ListWorry.CHANGED_SINCE and row.changed_on is not None:
        return _("a medicine was stopped or taken up again on {date}").format(date=date_numeric(row.changed_on))
    if worry is ListWorry.WAS_AWAY and row.away_until is not None:
        words = _("the guest was away until {date}: after a hospital there is always a new list")
        return words.format(date=date_numeric(row.away_until))
    return _("it is older than 14 days")
