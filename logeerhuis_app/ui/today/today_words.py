"""What one line of Vandaag says: pure words."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import due_sentence
from logeerhuis_app.i18n.format import capital, clock_time, day_short, days_ago, moment, month_year, number
from logeerhuis_app.i18n.gate_words import missing_words
from logeerhuis_app.i18n.partial_dates import age_words, birth_words
from logeerhuis_app.services.left_open import LeftOpen
from logeerhuis_app.services.rows.backup import BackupState
from logeerhuis_app.services.rows.today import TodayGuest, WaitKind, WaitRow

DOT = " · "


@dataclass(frozen=True)
class Said:
    """A line: what it is, what goes with it, what asks attention; ``badges`` are words in a pill."""

    title: str
    detail: str = ""
    attention: str = ""
    badges: tuple[str, ...] = ()


def identity(row: TodayGuest) -> str:
    """«Piet van den Berg», and always the birth date beside it."""
    return f"{birth_words(row.guest.born)} ({age_words(row.guest.born, row.guest.age)})"


def arrival(row: TodayGuest, *, with_place: bool) -> Said:
    """«14:00», room and nights; what is missing before check-in, or that the day has passed."""
    at = clock_time(row.at) if row.at else _("time not agreed")
    if row.is_late:
        at = _("should have come {date}").format(date=day_short(row.arrival))
    missing = DOT.join(missing_words(row.missing))
    detail = [
        identity(row),
        *_place(row, with_place=with_place),
        at,
        _("until {date}").format(date=day_short(row.departure)),
    ]
    return Said(row.guest.name, DOT.join(detail), missing or (at if row.is_late else ""), _badges(row))


def departure(row: TodayGuest, *, with_place: bool) -> Said:
    """When, and who may fetch; whom nobody may fetch asks attention."""
    at = clock_time(row.at) if row.at else _("time not agreed")
    late = _("should have left {date}").format(date=day_short(row.departure)) if row.is_late else ""
    fetched = _("fetched by {names}").format(names=", ".join(row.fetched_by)) if row.fetched_by else ""
    nobody = "" if row.fetched_by else _("nobody is named as allowed to fetch")
    detail = [identity(row), *_place(row, with_place=with_place), late or at, fetched]
    return Said(row.guest.name, DOT.join(part for part in detail if part), late or nobody, _badges(row))


def present(row: TodayGuest) -> Said:
    """Room and last day; the location stands above."""
    until = _("until {date}").format(date=day_short(row.departure))
    return Said(row.guest.name, DOT.join([identity(row), *_place(row, with_place=False), until]), "", _badges(row))


def _place(row: TodayGuest, *, with_place: bool) -> list[str]:
    room = _("room {room}").format(room=row.room) if row.room else _("no room")
    return [row.location, room] if with_place else [room]


def _badges(row: TodayGuest) -> tuple[str, ...]:
    flags = ((row.guest.has_namesake, _("NAMESAKE")), (row.is_trial, _("TRIAL")), (row.is_away, _("AWAY")))
    return tuple(word for holds, word in flags if holds)


# -- the backups ---------------------------------------------------------------------------------------------------


def backup(state: BackupState) -> tuple[Said, ...]:
    """The next step, where the banner says what is wrong. A second place that is not there is no fault yet."""
    said = []
    if state.is_too_old:
        last = state.last_good
        of = (
            _("the last good one is of {moment}").format(moment=moment(last.made_at_utc))
            if last
            else _("there is none")
        )
        said.append(Said(_("Make a backup now"), attention=of))
    if state.second_place and not state.second_is_there:
        said.append(Said(_("Connect the second place"), _("{place} is not there").format(place=state.second_place)))
    return tuple(said)


def left_open(what: LeftOpen) -> Said:
    """What a new house still needs, or was left for later when it was made."""
    return {
        LeftOpen.RECOVERY_CODE: Said(
            _("Put a recovery code on paper"),
            attention=_("without it the house is lost when every manager loses the password"),
        ),
        LeftOpen.SECOND_PLACE: Said(
            _("Choose a second place for the backups"),
            attention=_("they stand on this computer only"),
        ),
        LeftOpen.COLLEAGUES: Said(_("Give each colleague an own account"), _("Settings, Users")),
        LeftOpen.PAYERS: Said(_("Record who pays, and the rates"), _("Settings, Payers and rates")),
        LeftOpen.FIRST_GUEST: Said(_("Make the file of the first guest"), _("Guests")),
    }[what]


# -- what waits ----------------------------------------------------------------------------------------------------


def wait_heading(kind: WaitKind) -> str:
    return {
        WaitKind.INTAKE_OPEN: _("Intake not complete"),
        WaitKind.MEDICATION_UNCHECKED: _("Medication list to be checked by two people"),
        WaitKind.MEDICATION_OLD: _("Medication list is old"),
        WaitKind.CARE_DUE: _("To be changed during the stay"),
        WaitKind.OPTION_EXPIRES: _("Option expires"),
        WaitKind.STAY_FORGOTTEN: _("Stay is over, and nobody came in"),
        WaitKind.TRAJECTORY_LATE: _("Family waits for the next step"),
        WaitKind.DECLARATION_OPEN: _("Declarations"),
        WaitKind.FILES_DUE: _("Retention"),
    }[kind]


def wait(row: WaitRow, today: date) -> Said:
    """One thing that waits, as far as it is known when."""
    if row.kind is WaitKind.DECLARATION_OPEN:
        return _declarations(row)
    if row.kind is WaitKind.FILES_DUE:
        return _files(row)
    words = {
        WaitKind.INTAKE_OPEN: _intake,
        WaitKind.MEDICATION_UNCHECKED: _list,
        WaitKind.MEDICATION_OLD: _list,
        WaitKind.CARE_DUE: _care_due,
        WaitKind.OPTION_EXPIRES: _option,
        WaitKind.STAY_FORGOTTEN: _forgotten,
        WaitKind.TRAJECTORY_LATE: _road,
    }[row.kind](row, today)
    return Said(row.name, "" if row.is_urgent else words, words if row.is_urgent else "")


def _intake(row: WaitRow, today: date) -> str:
    when = _("is in the house") if row.is_here else _("comes today")
    if row.day and row.day != today and not row.is_here:
        late = _("should have come {date}") if row.day < today else _("comes {date}")
        when = late.format(date=day_short(row.day))
    return DOT.join((when, *missing_words(row.detail)))


def _list(row: WaitRow, today: date) -> str:
    age = days_ago(row.day, today) if row.day else ""
    return _("list {age} old").format(age=age) if row.day != today else _("list, {age}").format(age=age)


def _care_due(row: WaitRow, today: date) -> str:
    """«Katheter wisselen op wo 25 nov (over 3 dagen)»."""
    return DOT.join(due_sentence(CareTopic(topic), row.day or today, today) for topic in row.detail)


def _option(row: WaitRow, today: date) -> str:
    if row.day is None or row.day == today:
        return _("today is the last day")
    return _("expired {date}").format(date=day_short(row.day))


def _forgotten(row: WaitRow, today: date) -> str:
    when = _("was planned on {date}").format(date=day_short(row.day or today))
    return DOT.join((when, _("did not come, or cancelled?")))


def _road(row: WaitRow, today: date) -> str:
    when = _("today") if row.day in (None, today) else day_short(row.day or today)
    return DOT.join((when, *row.detail))


def _declarations(row: WaitRow) -> Said:
    month = month_year(row.day) if row.day else ""
    count = ngettext("{n} declaration not fixed yet", "{n} declarations not fixed yet", row.count)
    return Said(capital(month), count.format(n=number(row.count)))


def _files(row: WaitRow) -> Said:
    """«2 zorgdossiers»: whether they may go stands where the list is."""
    count = ngettext("{n} care file", "{n} care files", row.count).format(n=number(row.count))
    return Said(count, _("falls due, or the guest asked to have it destroyed"))
