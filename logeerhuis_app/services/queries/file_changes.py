"""What changed in a file since the guest was last here, derived from the record: nothing is stored twice."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import AMSTERDAM, house_time
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import SAFETY
from logeerhuis_app.domain.file_changes import ChangeSection, net
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.file_words import column_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.record_words import kind_words
from logeerhuis_app.models import AuditLine, Base, Booking, ContactPerson, Location, Payer, User
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.field_values import kept
from logeerhuis_app.services.queries.prepared import Prepared
from logeerhuis_app.services.record_values import MODELS, Names, answer_in_words, summary, value_words
from logeerhuis_app.services.rows.record import NOTHING_CHANGED, ChangeRow, FileChanges

_LEFT = Prepared(
    select(Booking.departure, Booking.checked_out_at_utc)
    .where(Booking.guest_id == bindparam("guest_id"))
    .where(Booking.state.in_((BookingState.LEFT, BookingState.CLOSED)))
    .order_by(Booking.departure.desc())
    .limit(1)
)
NOT_TOLD = frozenset(
    {"booking", "night", "allocation_budget", "note", "task", "handover_ack", "trajectory", "trajectory_step"}
    | {"rights_request", "declaration", "declaration_line", "declared_night", "destruction", "document"}
    | {"document_content", "form_draft", "intake_statement", "audit_line", "guest_word", "guest_key"}
)
"""What has a place of its own on screen, or says nothing about the guest."""
_SECTIONS = {
    "allergy": ChangeSection.SAFETY,
    "alert": ChangeSection.SAFETY,
    "treatment_directive": ChangeSection.SAFETY,
    "medication_list": ChangeSection.MEDICATION,
    "medication_item": ChangeSection.MEDICATION,
    "contact_person": ChangeSection.PEOPLE,
    "health_professional": ChangeSection.PEOPLE,
    "help_from_others": ChangeSection.PEOPLE,
    "carer_situation": ChangeSection.PEOPLE,
    "carer_measure": ChangeSection.PEOPLE,
    "allocation": ChangeSection.MONEY,
}
_RIGHTS = {
    "guest": UseCase.SEE_GUEST,
    "contact_person": UseCase.SEE_GUEST,
    "carer_situation": UseCase.SEE_CARER,
    "carer_measure": UseCase.SEE_CARER,
    "allocation": UseCase.SEE_FUNDING,
}
"""Everything that is not named here is care."""
CARE_OF_GUEST = {
    "allergy_": ChangeSection.SAFETY,
    "resuscitation": ChangeSection.SAFETY,
    "medication_": ChangeSection.MEDICATION,
    "bem_": ChangeSection.MEDICATION,
    "wzd_": ChangeSection.CARE,
    "representation_": ChangeSection.CARE,
}
"""How the columns of a guest begin that are care: the others are told to whoever may see who the guest is."""
QUIET = frozenset(
    {"id", "guest_id", "version", "recorded_at_utc", "recorded_by", "allergy_confirmed_on", "allergy_confirmed_by"}
    | {"name_folded", "care_changed_on", "restricted_on", "restriction_ground", "restriction_reason", "kept_until"}
    | {"kept_reason", "merged_into_id", "booking_id", "verified_at_utc", "verified_by"}
)
_PERSON = ChangeSection.PERSON
_NUMBERS = frozenset({"bsn", "identity_number"})
_LEADS = ("agent", "name", "organisation", "role", "kind", "list_date", "number", "contact_id")
"""What a row is known by: the first of these that it has."""
_ENDS = ("ended_on", "valid_until")
WHOLE = frozenset({"carer_situation", "carer_measure", "care_score"})
"""That it changed is told, and not what: a carer's own data, and a form of many items."""


@dataclass
class _Thing:
    """One row of the file, with what was done to it."""

    kind: str
    row_id: int
    lines: list[AuditLine] = field(default_factory=list)

    @property
    def details(self) -> list[dict[str, Any]]:
        return [json.loads(line.detail) for line in self.lines]


@reads(UseCase.SEE_GUEST)
def changes_since_stay(work: Work, guest_id: int) -> FileChanges:
    """Since the last departure, as far as the role may see."""
    return file_changes(work, guest_id)


def file_changes(work: Work, guest_id: int) -> FileChanges:
    """A guest who never stayed here has nothing to compare. The caller says whose file is looked at."""
    left = _LEFT.rows(work.session, guest_id=guest_id)
    if not left:
        return NOTHING_CHANGED
    moment = left[0].checked_out_at_utc or datetime.combine(left[0].departure, time(), AMSTERDAM)
    query = select(AuditLine).where(AuditLine.guest_id == guest_id, AuditLine.at_utc > moment)
    told = AuditLine.action.in_(("C", "U", "D")), AuditLine.outcome == "done"
    lines = work.session.scalars(query.where(*told).order_by(AuditLine.id)).all()
    things = [thing for thing in _things(lines) if work.may(_RIGHTS.get(thing.kind, UseCase.SEE_CARE))]
    rows = _Teller(work, things).rows() if things else []
    return FileChanges(house_time(moment).date(), tuple(sorted(rows, key=_place)))


def _place(row: ChangeRow) -> tuple[int, float]:
    """Safety first, then the latest."""
    return list(ChangeSection).index(row.section), -row.at_utc.timestamp()


def _things(lines: Iterable[AuditLine]) -> list[_Thing]:
    """By row; a number that a file gave away again begins another thing, unless the row itself was brought back."""
    found: list[_Thing] = []
    latest: dict[tuple[str, int], _Thing] = {}
    for line in lines:
        if line.object_kind in NOT_TOLD or line.object_kind not in MODELS or line.object_id is None:
            continue
        key = line.object_kind, line.object_id
        thing = latest.get(key)
        if thing is not None and thing.lines and thing.lines[-1].action == "D":
            if "taken_back" in json.loads(line.detail):
                thing.lines.pop()
                continue
            thing = None
        if thing is None:
            thing = latest[key] = _Thing(*key)
            found.append(thing)
        thing.lines.append(line)
    return [thing for thing in found if thing.lines]


class _Teller:
    """Puts the lines of each row into words."""

    def __init__(self, work: Work, things: list[_Thing]) -> None:
        self._work, self._things = work, things
        self._users = {row.username: row.name for row in work.session.execute(select(User.username, User.name))}
        self._names = names_of(work.session)
        self._rows = _rows_of(work.session, things)

    def rows(self) -> list[ChangeRow]:
        return [row for thing in self._things for row in self._of_thing(thing)]

    def _of_thing(self, thing: _Thing) -> Iterator[ChangeRow]:
        if thing.kind == "guest":
            yield from self._of_guest(thing)
            return
        is_new, is_gone = thing.lines[0].action == "C", thing.lines[-1].action == "D"
        if is_new and is_gone:
            return
        if thing.kind == "care_answer":
            yield from self._of_answer(thing)
        elif is_gone:
            yield self._gone(thing, thing.details[-1])
        else:
            yield from self._of_row(thing, is_new=is_new)

    def _of_guest(self, thing: _Thing) -> Iterator[ChangeRow]:
        if any(line.action == "C" for line in thing.lines):
            return  # the whole file is new
        for name, (old, new) in self._net(thing).items():
            section = next((told for start, told in CARE_OF_GUEST.items() if name.startswith(start)), _PERSON)
            if section is not _PERSON and not self._work.may(UseCase.SEE_CARE):
                continue
            if name in _NUMBERS:
                if self._work.may(UseCase.SEE_BSN):
                    yield self._row(thing, section, column_words(name), "", _("changed"), f"guest {name}")
                continue
            words = [value_words(MODELS["guest"], name, value, self._names) for value in (old, new)]
            yield self._row(thing, section, column_words(name), words[0], words[1], f"guest {name}")

    def _of_answer(self, thing: _Thing) -> Iterator[ChangeRow]:
        now = self._rows.get((thing.kind, thing.row_id), {})
        topic = next((detail["topic"] for detail in thing.details if "topic" in detail), now.get("topic"))
        changed = self._net(thing)
        if topic not in set(CareTopic) or not changed:
            return
        before = {**now, **{name: old for name, (old, _new) in changed.items()}}
        section = ChangeSection.SAFETY if CareTopic(topic) in SAFETY else ChangeSection.CARE
        old, new = (answer_in_words(CareTopic(topic), values) for values in (before, now))
        yield self._row(thing, section, label(CareTopic(topic)), old, new, f"care_answer {topic}")

    def _of_row(self, thing: _Thing, *, is_new: bool) -> Iterator[ChangeRow]:
        now, changed = self._rows.get((thing.kind, thing.row_id), {}), self._net(thing)
        section = _SECTIONS.get(thing.kind, ChangeSection.CARE)
        what = self._called(thing, now)
        if thing.kind in WHOLE:
            yield self._row(thing, section, what, "", _("written down") if is_new else _("changed"))
        elif is_new:
            yield self._row(thing, section, what, "", self._summary(thing, now) or what)
        elif any(changed.get(name, ("", ""))[1] for name in _ENDS):
            why = str(changed.get("ended_why", ("", ""))[1] or "")
            yield self._row(thing, section, what, self._summary(thing, now), "", reason=why)
        else:
            model = MODELS[thing.kind]
            for name, (old, new) in changed.items():
                words = [value_words(model, name, value, self._names) for value in (old, new)]
                if (old, new) == ("", "changed"):
                    words = ["", _("changed")]
                named = _("{thing}: {field}").format(thing=what, field=column_words(name))
                yield self._row(thing, section, named, words[0], words[1])

    def _gone(self, thing: _Thing, detail: dict[str, Any]) -> ChangeRow:
        was = detail.get("was") or {}
        section = _SECTIONS.get(thing.kind, ChangeSection.CARE)
        what, reason = self._called(thing, was), str(detail.get("reason", ""))
        return self._row(thing, section, what, self._summary(thing, was) or what, "", reason=reason)

    def _net(self, thing: _Thing) -> dict[str, tuple[Any, Any]]:
        found = net(_step(detail) for detail in thing.details)
        return {name: change for name, change in found.items() if name not in QUIET}

    def _called(self, thing: _Thing, values: dict[str, Any]) -> str:
        """«allergie noten»."""
        lead = next((name for name in _LEADS if values.get(name) not in (None, "")), "")
        words = value_words(MODELS[thing.kind], lead, values[lead], self._names) if lead else ""
        return f"{kind_words(thing.kind)} {words}".strip()

    def _summary(self, thing: _Thing, values: dict[str, Any]) -> str:
        lead = next((name for name in _LEADS if values.get(name) not in (None, "")), "")
        shown = {name: value for name, value in values.items() if name != lead and name not in (*_ENDS, *QUIET)}
        return summary(MODELS[thing.kind], {**({lead: values[lead]} if lead else {}), **shown}, self._names)

    def _row(
        self, thing: _Thing, section: ChangeSection, what: str, old: str, new: str, key: str = "", reason: str = ""
    ) -> ChangeRow:
        last = thing.lines[-1]
        who = self._users.get(last.username, last.username)
        return ChangeRow(key or f"{thing.kind} {thing.row_id}", section, what, old, new, who, last.at_utc, reason)


def _step(detail: dict[str, Any]) -> dict[str, Any]:
    """What one line says of each field; of a carer it says that, and not what."""
    changed = detail.get("changed")
    if isinstance(changed, dict):
        return changed
    return dict.fromkeys(detail.get("fields", ()), "changed")


def names_of(session: Session) -> Names:
    """What the rows are called that others refer to."""
    named: tuple[tuple[type[Base], Any], ...] = (
        (User, User.name),
        (Payer, Payer.name),
        (Location, Location.name),
        (ContactPerson, ContactPerson.name),
    )
    return {
        (model.__tablename__, row_id): name
        for model, column in named
        for row_id, name in session.execute(select(model.id, column))  # type: ignore[attr-defined]
    }


def _rows_of(session: Session, things: Iterable[_Thing]) -> dict[tuple[str, int], dict[str, Any]]:
    """What these rows say now; one statement for each table."""
    ids: dict[str, set[int]] = {}
    for thing in things:
        ids.setdefault(thing.kind, set()).add(thing.row_id)
    return {
        (kind, row.id): kept(row)  # type: ignore[attr-defined]
        for kind, wanted in ids.items()
        if kind != "guest"
        for row in session.scalars(select(MODELS[kind]).where(MODELS[kind].id.in_(wanted)))  # type: ignore[attr-defined]
    }
