"""Answering the questions of a month, and fixing a declaration: what left the house is a copy."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.domain.billing import ANSWERS, Bill
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing, Choice, DeclarationState
from logeerhuis_app.domain.errors import (
    AlreadyFixed,
    ChangedByOther,
    MonthNotOver,
    NoBankAccount,
    NotFound,
    NothingToDeclare,
    OpenQuestions,
)
from logeerhuis_app.domain.lump_sums import lump_key
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Booking, Declaration, DeclarationLine, DeclaredNight, Night, NumberSeries
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.closing_stays import close_settled_stays
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.queries.billing_facts import LoadedMonth, load_month
from logeerhuis_app.services.queries.declaration_rows import GroupRows
from logeerhuis_app.services.queries.declaration_sheets import sheet_of
from logeerhuis_app.services.queries.declarations import FIXED_KEY, bill_of, fixed_declaration, parsed_key
from logeerhuis_app.services.rows.declaring import DeclarationSheet, LineRow, PayerGroup
from logeerhuis_app.services.sheet_copy import sheet_to_json
from logeerhuis_app.services.stay_nights import refuse_if_declared

Render = Callable[[DeclarationSheet], bytes]
"""Draws the paper. It is handed in, so that use cases need not know how paper is made."""
SERIES = "declaration"

# -- questions


@dataclass(frozen=True)
class NightState:
    """How one night stood before it was decided about."""

    night: date
    presence: Presence
    billing: Billing


@dataclass(frozen=True)
class AnswerChanges(Changes):
    """The answer of the door, with what is needed to take it back."""

    guest_id: int = 0
    were: tuple[NightState, ...] = ()
    became: tuple[NightState, ...] = ()


@writes(UseCase.ANSWER_QUESTION)
def answer_question(work: Work, month: Month, guest_id: int, nights: Sequence[date], choice: Choice) -> AnswerChanges:
    """Decide about nights that nobody could bill.

    Raises:
        NightsDeclared: one of them stands on a fixed declaration by now.
        ChangedByOther: the guest's stay was changed since the question was asked.
        ValueError: the choice leads elsewhere (open the file, see the rates) and decides nothing.
    """
    rows = _night_rows(work.session, guest_id, nights)
    were = _states(rows)
    for night, state in rows:
        _decide(night, state, choice)
    work.log(
        "U", "night", None, guest_id, month=str(month), choice=choice.value, nights=list(nights), were=_codes(were)
    )
    return AnswerChanges(Topic.DECLARATIONS, guest_id=guest_id, were=were, became=_states(rows))


def _decide(night: Night, state: BookingState, choice: Choice) -> None:
    if choice is Choice.COUNT_AS_SLEPT:
        night.presence = Presence.SLEPT
    elif choice is Choice.COUNT_AS_ABSENT:
        night.presence = Presence.NO_SHOW if state is BookingState.CONFIRMED else Presence.AWAY
    elif choice in ANSWERS:
        night.billing = ANSWERS[choice]
    else:
        raise ValueError(f"{choice} decides nothing")


@writes(UseCase.ANSWER_QUESTION)
def ask_again(work: Work, month: Month, guest_id: int, nights: Sequence[date]) -> AnswerChanges:
    """Forget what was decided about these nights, so that the rules speak again.

    Raises:
        NightsDeclared, ChangedByOther.
    """
    rows = _night_rows(work.session, guest_id, nights)
    were = _states(rows)
    for night, _state in rows:
        night.billing = Billing.NORMAL
    work.log("U", "night", None, guest_id, month=str(month), choice="ask_again", were=_codes(were))
    return AnswerChanges(Topic.DECLARATIONS, guest_id=guest_id, were=were, became=_states(rows))


@writes(UseCase.ANSWER_QUESTION)
def take_back_answer(work: Work, changes: AnswerChanges) -> AnswerChanges:
    """Undo: the nights stand again as they did before the answer.

    Raises:
        NightsDeclared.
        ChangedByOther: somebody decided otherwise about them since, and that is not to be taken away.
    """
    before = {state.night: state for state in changes.were}
    rows = _night_rows(work.session, changes.guest_id, list(before))
    were = _states(rows)
    if were != changes.became:
        raise ChangedByOther("booking")
    for night, _state in rows:
        night.presence, night.billing = before[night.night].presence, before[night.night].billing
    work.log("U", "night", None, changes.guest_id, choice="take_back", were=_codes(were), now=_codes(changes.were))
    return AnswerChanges(Topic.DECLARATIONS, guest_id=changes.guest_id, were=were, became=_states(rows))


def _states(rows: Iterable[tuple[Night, BookingState]]) -> tuple[NightState, ...]:
    return tuple(NightState(night.night, night.presence, night.billing) for night, _state in rows)


def _night_rows(session: Session, guest_id: int, nights: Sequence[date]) -> list[tuple[Night, BookingState]]:
    """The nights with the state of their booking, locked against whoever changes the stay at this moment."""
    query = (
        select(Night, Booking.state)
        .join(Booking, Night.booking_id == Booking.id)
        .where(Night.guest_id == guest_id, Night.night.in_(nights))
        .order_by(Night.night)
        .with_for_update()
    )
    rows = [(night, state) for night, state in session.execute(query)]
    if not rows or len(rows) != len(set(nights)):
        raise ChangedByOther("booking")
    refuse_if_declared(session, guest_id, list(nights))
    return rows


def _codes(states: Iterable[NightState]) -> list[list[str]]:
    return [[state.night.isoformat(), state.presence.value, state.billing.value] for state in states]


@writes(UseCase.PRINT_DECLARATION)
def record_export(work: Work, month: Month, key: str) -> Changes:
    """A paper with personal data leaves the program as a file: that is on record before it happens."""
    fixed = fixed_declaration(work.session, key) if key.startswith(FIXED_KEY) else None
    work.log("E", "declaration", fixed.id if fixed else None, month=str(month), key=key)
    return Changes(Topic.NONE)


# -- fixing


@writes(UseCase.FIX_DECLARATION)
def fix_declaration(work: Work, month: Month, key: str, render: Render) -> Changes:
    """Fix one payer's month (Dutch: vaststellen): copy, number, paper and lock, in one transaction.

    Raises:
        AlreadyFixed: it is fixed, by us or by whoever was faster.
        MonthNotOver: its last night is not over.
        OpenQuestions: something must be decided first.
        NothingToDeclare: nobody stayed for this payer, or all was decided away.
        NoBankAccount: the paper would not say where to pay.
        ChangedByOther: a stay was changed at this very moment.
    """
    session = work.session
    if key.startswith(FIXED_KEY):
        raise AlreadyFixed(fixed_declaration(session, key).number)
    if work.today <= month.last:
        raise MonthNotOver(month.first)
    series = _locked_series(session, work.today.year)
    loaded = load_month(session, month, work.today, parsed_key(key))
    bill, group = _ready_group(session, loaded, month, key)
    _lock_nights(session, bill)
    series.last_number += 1
    number = f"{series.year}-{series.last_number:04d}"
    sheet = sheet_of(loaded, bill, group, work.today, number)
    declaration = _copied(work, series, sheet, render(sheet), bill)
    _copy_lines(work, declaration, sheet.lines)
    _record_slept(session, bill)
    close_settled_stays(work, loaded, bill)
    return Changes(Topic.DECLARATIONS | Topic.BOOKINGS, created_id=declaration.id, number=number)


def _locked_series(session: Session, year: int) -> NumberSeries:
    """The series of this year, held until the transaction ends: whoever fixes next waits here for us.

    The number is used or given back whole, so the series has no gaps.
    """
    wanted = select(NumberSeries).where(NumberSeries.series == SERIES, NumberSeries.year == year).with_for_update()
    found = session.scalar(wanted)
    if found is not None:
        return found
    try:
        with session.begin_nested():
            session.add(NumberSeries(series=SERIES, year=year, last_number=0))
    except IntegrityError:
        pass  # the first of this year was made by somebody else just now
    return session.scalars(wanted).one()


def _ready_group(session: Session, loaded: LoadedMonth, month: Month, key: str) -> tuple[Bill, PayerGroup]:
    try:
        bill = bill_of(loaded, key)
    except NotFound:
        raise _why_gone(session, month, key) from None
    group = GroupRows(loaded).group(bill)
    if group.questions:
        raise OpenQuestions(group.payer, len(group.questions))
    if not group.lines and not group.total:
        raise _why_gone(session, month, key)
    if group.lacks_account:
        raise NoBankAccount(group.location)
    return bill, group


def _why_gone(session: Session, month: Month, key: str) -> AlreadyFixed | NothingToDeclare:
    """Somebody was faster, or there was nothing."""
    wanted = parsed_key(key)
    query = select(Declaration.number).where(
        Declaration.month == month.first,
        Declaration.payer_id == wanted.payer_id,
        Declaration.location_id == wanted.location_id,
        Declaration.law == wanted.law,
        Declaration.guest_id.is_not_distinct_from(wanted.guest_id),
        Declaration.lump_key.is_not(None) if wanted.contract_id else Declaration.lump_key.is_(None),
    )
    number = session.scalar(query.order_by(Declaration.id.desc()).limit(1))
    return AlreadyFixed(number) if number else NothingToDeclare(month.first)


def _lock_nights(session: Session, bill: Bill) -> None:
    """Hold the stays, and see that their nights are still what was counted.

    Raises:
        ChangedByOther.
    """
    booking_ids = sorted({booking_id for line in bill.lines for booking_id in line.booking_ids})
    held = select(Booking.id).where(Booking.id.in_(booking_ids)).order_by(Booking.id).with_for_update()
    session.execute(held).all()
    query = select(Night.guest_id, Night.night).where(
        Night.booking_id.in_(booking_ids), Night.presence.in_((Presence.SLEPT, Presence.PLANNED))
    )
    there = {(guest_id, night) for guest_id, night in session.execute(query)}
    if {(line.guest_id, night) for line in bill.lines for night in line.nights} - there:
        raise ChangedByOther("booking")


def _copied(work: Work, series: NumberSeries, sheet: DeclarationSheet, pdf: bytes, bill: Bill) -> Declaration:
    contract_id, payer_id = bill.key.contract_id, bill.key.payer_id
    lump = lump_key(contract_id, payer_id, Month.of(sheet.month)) if contract_id and payer_id else None
    row = Declaration(
        series=series.series,
        year=series.year,
        sequence=series.last_number,
        number=sheet.number,
        state=DeclarationState.FIXED,
        month=sheet.month,
        payer_id=payer_id,
        location_id=bill.key.location_id,
        guest_id=bill.key.guest_id,
        law=sheet.law,
        arrangement=sheet.arrangement,
        lump_key=lump,
        total_cents=sheet.total,
        issued_on=sheet.issued_on,
        fixed_at_utc=work.now_utc,
        fixed_by=work.actor.name,
        sheet=sheet_to_json(sheet),
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
    )
    work.session.add(row)
    work.session.flush()
    work.log(
        "C", "declaration", row.id, row.guest_id, number=row.number, total_cents=row.total_cents, month=str(row.month)
    )
    return row


def _copy_lines(work: Work, declaration: Declaration, lines: Sequence[LineRow]) -> None:
    for place, line in enumerate(lines, 1):
        row = DeclarationLine(
            declaration_id=declaration.id,
            reference=f"{declaration.number}-{place:03d}",
            guest_id=line.guest_id,
            allocation_id=line.allocation_id,
            nights=line.nights,
            rate_cents=line.rate,
            amount_cents=line.amount,
        )
        work.session.add(row)
        work.session.flush()
        nights = [DeclaredNight(line_id=row.id, guest_id=line.guest_id, night=night) for night in line.night_dates]
        work.session.add_all(nights)
        work.log("C", "declaration_line", row.id, line.guest_id, reference=row.reference, nights=line.nights)
    work.session.flush()


def _record_slept(session: Session, bill: Bill) -> None:
    """Guests who are still here slept their nights: once declared that is a fact and no plan any more."""
    for line in bill.lines:
        query = select(Night).where(Night.guest_id == line.guest_id, Night.night.in_(line.nights))
        for night in session.scalars(query.where(Night.presence == Presence.PLANNED)):
            night.presence = Presence.SLEPT
