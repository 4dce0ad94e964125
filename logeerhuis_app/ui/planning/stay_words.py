"""Sentences of the panel and the dialogs about one stay."""

from datetime import date, time

from logeerhuis_app.domain.aftercare import call_window
from logeerhuis_app.domain.bookings import EXPECTED, BookingLabel, BookingState
from logeerhuis_app.domain.errors import Concern
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import concern_text, gate_text
from logeerhuis_app.i18n.format import capital, clock_time, day_short, nights, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.planning import BedRow, BookingDetail
from logeerhuis_app.ui.widgets.key_values import KeyValue


def day_and_time(day: date, at: time | None) -> str:
    """«za 21 nov, 14:00»; without a time only the day."""
    return day_short(day) if at is None else f"{day_short(day)}, {clock_time(at)}"


def stay_facts(detail: BookingDetail) -> list[KeyValue]:
    facts = [
        KeyValue(_("Arrival"), day_and_time(detail.arrival, detail.arrival_time), is_strong=True),
        KeyValue(_("Departure"), day_and_time(detail.departure, detail.departure_time), is_strong=True),
        KeyValue(_("Nights"), number((detail.departure - detail.arrival).days)),
        KeyValue(_("Bed"), f"{detail.bed} · {detail.location}" if detail.bed else _("no bed")),
        KeyValue(_("Carer"), detail.carer),
        KeyValue(_("Fixed person"), detail.fixed_contact),
    ]
    if detail.state is BookingState.OPTION and detail.option_until:
        facts.insert(2, KeyValue(_("Option until"), day_short(detail.option_until), needs_attention=True))
    if detail.absence is not None:
        period = _("{first} to {until}").format(
            first=day_short(detail.absence.first), until=day_short(detail.absence.until)
        )
        facts.insert(2, KeyValue(_("Away"), period, needs_attention=True))
    if detail.note:
        facts.append(KeyValue(_("Note"), detail.note))
    return facts


def payer_line(detail: BookingDetail) -> str:
    """«Wlz · zorgkantoor CZ · Etmalen 2026»."""
    law = label(detail.law) if detail.law else _("payer not known")
    budget = detail.budget.label if detail.budget else ""
    return " · ".join(filter(None, (law, detail.payer, budget)))


def aftercare_line(detail: BookingDetail) -> str:
    """«Proef evalueren op di 24 nov · nazorgbelletje tussen do 26 nov en di 1 dec»."""
    first, last = call_window(detail.departure)
    call = _("aftercare call between {first} and {last}").format(first=day_short(first), last=day_short(last))
    if detail.label is not BookingLabel.TRIAL:
        return capital(call)
    return _("Evaluate the trial on {day}").format(day=day_short(detail.departure)) + f" · {call}"


def missing_line(detail: BookingDetail) -> str:
    """What check-in still waits for; empty when nothing does or the guest is past that."""
    if not detail.missing_for_check_in or detail.state not in EXPECTED:
        return ""
    return _("Still needed before arrival: {what}").format(what=gate_text(detail.missing_for_check_in))


def concern_texts(concerns: tuple[Concern, ...]) -> list[str]:
    return [concern_text(concern) for concern in concerns]


def bed_line(bed: BedRow, has_locations: bool) -> str:
    """«Kamer 3 · prikkelarm», with the location where there are several."""
    parts = (bed.name, bed.location if has_locations else "", bed.features)
    return " · ".join(filter(None, parts))


def booked_step(guest: str, bed: str, arrival: date, departure: date) -> str:
    return _("Booked: {guest}, {bed}, {arrival} to {departure}").format(
        guest=guest, bed=bed, arrival=day_short(arrival), departure=day_short(departure)
    )


def moved_step(guest: str, bed: str, arrival: date, departure: date) -> str:
    return _("Moved: {guest}, {bed}, {arrival} to {departure}").format(
        guest=guest, bed=bed, arrival=day_short(arrival), departure=day_short(departure)
    )


def period_words(arrival: date | None, departure: date | None) -> str:
    """«3 nachten», or why these dates are no stay yet."""
    if arrival is None or departure is None:
        return ""
    count = (departure - arrival).days
    return nights(count) if count > 0 else _("the departure must be after the arrival")


def free_word() -> str:
    return _("free")


def no_day_sentence() -> str:
    return _("Fill in a day, for example 4 dec")
