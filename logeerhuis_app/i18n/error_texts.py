"""One sentence for each thing the user can put right: what, where, when, and the way out.

A new class in ``domain/errors.py`` gets its sentence here; a test walks all classes.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from logeerhuis_app.domain import errors
from logeerhuis_app.domain.bookings import BookingState, CheckInGate
from logeerhuis_app.domain.declaring import DeclarationState
from logeerhuis_app.domain.errors import Concern, UserFacingError
from logeerhuis_app.domain.handover import ShiftKind
from logeerhuis_app.domain.nights import runs
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.domain.trajectory import TrajectoryState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import bounds_of
from logeerhuis_app.i18n.error_texts_access import SENTENCES as ACCESS_SENTENCES
from logeerhuis_app.i18n.error_texts_carers import SENTENCES as CARER_SENTENCES
from logeerhuis_app.i18n.error_texts_documents import SENTENCES as DOCUMENT_SENTENCES
from logeerhuis_app.i18n.error_texts_house import SENTENCES as HOUSE_SENTENCES
from logeerhuis_app.i18n.error_texts_merging import SENTENCES as MERGING_SENTENCES
from logeerhuis_app.i18n.error_texts_record import SENTENCES as RECORD_SENTENCES
from logeerhuis_app.i18n.error_texts_rights import SENTENCES as RIGHTS_SENTENCES
from logeerhuis_app.i18n.error_texts_setup import SENTENCES as SETUP_SENTENCES
from logeerhuis_app.i18n.error_words import (
    CHANGED,
    CONCERNS,
    EXISTS,
    INVALID,
    MISFITS,
    NOT_FOUND,
    field_word,
)
from logeerhuis_app.i18n.format import capital, date_long, date_short, number
from logeerhuis_app.i18n.format import nights as nights_count
from logeerhuis_app.i18n.labels import label


def error_text(error: UserFacingError) -> str:
    """The sentence for the user. Falls back on nothing: a class without a sentence is a mistake of ours.

    Raises:
        KeyError: the class has no sentence; a test finds it before a user does.
    """
    return SENTENCES[type(error)](error)


def concern_text(concern: Concern) -> str:
    """What is to be weighed before going on."""
    if concern.kind in MISFITS:
        return misfit_text(concern.kind, concern.detail)
    words = CONCERNS.get(concern.kind)
    return _with_detail(_(words) if words else _("Something does not fit."), concern.detail)


def misfit_text(kind: str, detail: str = "") -> str:
    """What does not fit between guest and bed; ``kind`` is a code of ``domain.matching.MisfitKind``."""
    words = MISFITS.get(kind)
    return _with_detail(_(words) if words else _("Something does not fit."), detail)


def gate_text(codes: Iterable[str]) -> str:
    """«identiteit vastgesteld, allergie gevraagd»: what check-in still waits for."""
    known = {gate.value: gate for gate in CheckInGate}
    return ", ".join(label(known[code]) if code in known else code for code in codes)


def nights_text(nights: Iterable[date]) -> str:
    """«7 jun», «7 – 9 jun», «7 jun, 12 jun»: the nights as people say them, by the dates of their evenings."""
    return ", ".join(_run_text(first, last) for first, last in runs(nights))


def stay_text(arrival: date, departure: date) -> str:
    """«5 – 9 jun»: day of arrival and day of departure."""
    return _run_text(arrival, departure)


def _run_text(first: date, last: date) -> str:
    if first == last:
        return date_short(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {date_short(last)}"
    return f"{date_short(first)} – {date_short(last)}"


def _with_detail(sentence: str, detail: str) -> str:
    if not detail:
        return sentence
    words = nights_count(int(detail)) if detail.isdigit() else detail
    return f"{sentence.removesuffix('.')}: {words}."


def _departure_too_early(error: errors.DepartureTooEarly) -> str:
    return _(
        "Departure on {departure} is not after arrival on {arrival}: there is no night in between."
        " Choose a later departure."
    ).format(departure=date_long(error.departure), arrival=date_long(error.arrival))


def _stay_too_long(error: errors.StayTooLong) -> str:
    return _("A stay of {nights} nights is longer than {most}. Look at the year of arrival and departure.").format(
        nights=number(error.nights), most=number(error.most)
    )


def _bed_taken(error: errors.BedTaken) -> str:
    if not error.guest:
        return _("{bed} is already taken on {nights}. Choose another bed or other nights.").format(
            bed=error.bed, nights=nights_text(error.nights)
        )
    return _("{bed} is already taken on {nights} by {guest} ({stay}). Choose another bed or other nights.").format(
        bed=error.bed,
        nights=nights_text(error.nights),
        guest=error.guest,
        stay=stay_text(error.arrival, error.departure),
    )


def _bed_closed(error: errors.BedClosed) -> str:
    return _("{bed} is closed on {nights}: {reason}. Choose another bed or other nights.").format(
        bed=error.bed, nights=nights_text(error.nights), reason=error.reason
    )


def _guest_elsewhere(error: errors.GuestElsewhere) -> str:
    return _("{guest} already sleeps in {bed} on {nights}. Change that stay, or choose other nights.").format(
        guest=error.guest, bed=error.bed, nights=nights_text(error.nights)
    )


def _not_found(error: errors.NotFound) -> str:
    return _(NOT_FOUND.get(error.kind, NOT_FOUND[""])).format(key=error.key)


def _not_allowed(error: errors.NotAllowed) -> str:
    return _("The role {role} may not do this: {deed}. Ask a colleague who may, or the manager of the house.").format(
        role=label(Role(error.role)), deed=label(UseCase(error.use_case))
    )


def _transition_refused(error: errors.TransitionRefused) -> str:
    return _(
        "What is “{before}” cannot become “{after}”. Look at the present state and choose a step from there."
    ).format(before=_state_word(error.from_state), after=_state_word(error.to_state))


def _state_word(code: str) -> str:
    for kind in (BookingState, TrajectoryState, DeclarationState):
        if code in set(kind):
            return label(kind(code))
    return code


def _not_in_house(error: errors.NotInHouse) -> str:
    return _("{guest} is not in the house now. This can be done during a stay only.").format(guest=error.guest)


def _check_in_blocked(error: errors.CheckInBlocked) -> str:
    return _("{guest} cannot be checked in yet. Still missing: {missing}. Fill it in in the guest file.").format(
        guest=error.guest, missing=gate_text(error.missing)
    )


def _wrong_day(error: errors.WrongDay) -> str:
    return _("This was planned on {planned} and today it is {today}. Give a reason to do it today.").format(
        planned=date_long(error.planned), today=date_long(error.today)
    )


def _guest_already_present(error: errors.GuestAlreadyPresent) -> str:
    return _("{guest} is in the house already. Check out the other stay first.").format(guest=error.guest)


def _nights_declared(error: errors.NightsDeclared) -> str:
    return _("The nights {nights} stand on declaration {number}. Credit that declaration before changing them.").format(
        nights=nights_text(error.nights), number=error.number
    )


def _changed_by_other(error: errors.ChangedByOther) -> str:
    return _(CHANGED.get(error.kind, CHANGED[""]))


def _field_required(error: errors.FieldRequired) -> str:
    word = field_word(error.field)
    if not word:
        return _("A field that must be filled is empty. Fill it in.")
    return _("Fill in: {field}.").format(field=word)


def _field_invalid(error: errors.FieldInvalid) -> str:
    reason = INVALID.get(error.reason)
    reason_text = _(reason).format(bounds=bounds_of(error.field)) if reason else _("this cannot be right")
    word = field_word(error.field)
    if not word:
        return _("“{value}”: {reason}.").format(value=error.value, reason=reason_text)
    return _("{field} “{value}”: {reason}.").format(field=capital(word), value=error.value, reason=reason_text)


def _already_exists(error: errors.AlreadyExists) -> str:
    return _(EXISTS.get(error.kind, EXISTS[""])).format(key=error.key)


def _date_unclear(error: errors.DateUnclear) -> str:
    return _("“{text}” is not a date. Write for example 24-11-2026 or 2026-11-24.").format(text=error.text)


def _nothing_to_undo(_error: errors.NothingToUndo) -> str:
    return _("There is no step to take back.")


def _house_busy(_error: errors.HouseBusy) -> str:
    return _("Another computer or window is busy with this house; nothing was changed. Try again in a moment.")


def _house_full(error: errors.HouseFull) -> str:
    return _("The disk with {place} is full; nothing was changed. Make room and do it once more.").format(
        place=error.place
    )


def _concerns_open(error: errors.ConcernsOpen) -> str:
    return " ".join(concern_text(concern) for concern in error.concerns)


def _guest_excluded(error: errors.GuestExcluded) -> str:
    reasons = " ".join(misfit_text(kind) for kind in error.kinds)
    return _("{location} cannot take {guest}. {reasons} Choose another house.").format(
        guest=error.guest, location=error.location, reasons=reasons
    )


def _booking_locked(error: errors.BookingLocked) -> str:
    return _(
        "This stay is “{state}” and keeps its dates and its bed. Book a new stay, or credit a declaration."
    ).format(state=_state_word(error.state))


def _arrival_is_past(error: errors.ArrivalIsPast) -> str:
    return _("{guest} has been here since {arrival}: the day of arrival stays. Change the departure instead.").format(
        guest=error.guest, arrival=date_long(error.arrival)
    )


def _no_show_too_early(error: errors.NoShowTooEarly) -> str:
    return _("The guest may still come on {arrival}. Record a no-show from the day after.").format(
        arrival=date_long(error.arrival)
    )


def _shift_out_of_reach(error: errors.ShiftOutOfReach) -> str:
    return _(
        "{shift} of {day} is too far away: a note is for the shift that runs or one of the last day,"
        " a task for the shift that runs or a later one. Choose another shift."
    ).format(shift=label(ShiftKind(error.shift)), day=date_long(error.day))


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    **SETUP_SENTENCES,
    **HOUSE_SENTENCES,
    **ACCESS_SENTENCES,
    **RIGHTS_SENTENCES,
    **MERGING_SENTENCES,
    **RECORD_SENTENCES,
    **DOCUMENT_SENTENCES,
    **CARER_SENTENCES,
    errors.DepartureTooEarly: _departure_too_early,
    errors.StayTooLong: _stay_too_long,
    errors.BedTaken: _bed_taken,
    errors.BedClosed: _bed_closed,
    errors.GuestElsewhere: _guest_elsewhere,
    errors.NotFound: _not_found,
    errors.NotAllowed: _not_allowed,
    errors.TransitionRefused: _transition_refused,
    errors.NotInHouse: _not_in_house,
    errors.CheckInBlocked: _check_in_blocked,
    errors.WrongDay: _wrong_day,
    errors.GuestAlreadyPresent: _guest_already_present,
    errors.NightsDeclared: _nights_declared,
    errors.ChangedByOther: _changed_by_other,
    errors.FieldRequired: _field_required,
    errors.FieldInvalid: _field_invalid,
    errors.AlreadyExists: _already_exists,
    errors.DateUnclear: _date_unclear,
    errors.NothingToUndo: _nothing_to_undo,
    errors.HouseBusy: _house_busy,
    errors.HouseFull: _house_full,
    errors.ConcernsOpen: _concerns_open,
    errors.GuestExcluded: _guest_excluded,
    errors.ShiftOutOfReach: _shift_out_of_reach,
    errors.BookingLocked: _booking_locked,
    errors.ArrivalIsPast: _arrival_is_past,
    errors.NoShowTooEarly: _no_show_too_early,
}
"""One for each class of ``domain/errors.py``."""
