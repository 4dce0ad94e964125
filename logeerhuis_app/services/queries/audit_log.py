"""Who saw or did what in this house: filtered, by pages, in plain words; every look at it is on record itself."""

import json
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import AMSTERDAM
from logeerhuis_app.db.keyfile import RECOVERY
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import AuditLine, Guest, House, User
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.guest_log import deed_words
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind, AuditPage, AuditRow, AuditSheet
from logeerhuis_app.services.second_factor import KIND as SECOND_FACTOR

PAGE = 100
MOST_PRINTED = 5000
LOGIN = "login"
_PRINTS = (UseCase.PRINT_HANDOVER.value, UseCase.PRINT_DECLARATION.value)
_EXPORTS = (UseCase.EXPORT_GUEST.value, UseCase.EXPORT_HOUSE.value, UseCase.COPY_DOCUMENT.value)


@reads(UseCase.SEE_AUDIT)
def audit_page(work: Work, asked: AuditFilter, offset: int = 0) -> AuditPage:
    """One page of lines."""
    work.log("R", "audit", None, asked.guest_id)
    rows, total = _rows(work.session, asked, offset, PAGE)
    return AuditPage(rows, total, offset)


@reads(UseCase.SEE_AUDIT)
def audit_sheet(work: Work, asked: AuditFilter) -> AuditSheet:
    """The lines to be printed, at most ``MOST_PRINTED``; the print is on record."""
    work.log("E", "audit_print", None, asked.guest_id)
    rows, total = _rows(work.session, asked, 0, MOST_PRINTED)
    guest = work.session.get(Guest, asked.guest_id) if asked.guest_id is not None else None
    house = work.session.get_one(House, 1)
    return AuditSheet(
        rows=rows,
        total=total,
        asked=asked,
        guest=_guest_words(guest) if guest is not None else "",
        user=_names(work.session).get(asked.username or "", ""),
        house=house.name,
        is_practice=house.is_practice,
        made_at_utc=work.now_utc,
        made_by=work.actor.name,
    )


@reads(UseCase.SEE_AUDIT)
def audit_users(work: Work) -> tuple[tuple[str, str], ...]:
    """Everybody a line can be of: user name and name."""
    users = work.session.scalars(select(User).order_by(User.name))
    return tuple((user.username, user.name) for user in users)


def _rows(session: Session, asked: AuditFilter, offset: int, most: int) -> tuple[tuple[AuditRow, ...], int]:
    where = and_(True, *_conditions(asked))
    total = session.scalar(select(func.count()).select_from(AuditLine).where(where)) or 0
    query = select(AuditLine).where(where).order_by(AuditLine.id.desc()).offset(offset).limit(most)
    lines = session.scalars(query).all()
    names, guests = _names(session), _guests(session, lines)
    rows = tuple(
        AuditRow(
            line.id,
            line.at_utc,
            names.get(line.username) or _stranger(line.username),
            label(Role(line.role)) if line.role in set(Role) and line.username != RECOVERY else "",
            _what(line),
            guests.get(line.guest_id or 0, ""),
        )
        for line in lines
    )
    return rows, total


def _conditions(asked: AuditFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.guest_id is not None:
        found.append(_about_guest(asked.guest_id))
    if asked.username is not None:
        found.append(AuditLine.username == asked.username)
    if asked.first is not None:
        found.append(AuditLine.at_utc >= datetime.combine(asked.first, time(), AMSTERDAM))
    if asked.last is not None:
        found.append(AuditLine.at_utc < datetime.combine(asked.last + timedelta(days=1), time(), AMSTERDAM))
    if asked.kind is not None:
        found.append(_is_kind(asked.kind))
    return found


def _about_guest(guest_id: int) -> ColumnElement[bool]:
    """Lines about this guest, and lists on which this guest stood among others."""
    start = '%"guests": ['
    places = (f"{start}{guest_id}]%", f"{start}{guest_id}, %", f"{start}%, {guest_id}, %", f"{start}%, {guest_id}]%")
    return or_(AuditLine.guest_id == guest_id, *(AuditLine.detail.like(place) for place in places))


def _is_kind(kind: AuditKind) -> ColumnElement[bool]:
    refused, login = AuditLine.outcome == "refused", AuditLine.object_kind == LOGIN
    printed = or_(AuditLine.use_case.in_(_PRINTS), AuditLine.object_kind.like("%\\_print", escape="\\"))
    exported = AuditLine.use_case.in_(_EXPORTS)
    table: dict[AuditKind, ColumnElement[bool]] = {
        AuditKind.REFUSED: refused,
        AuditKind.LOGGED_IN: and_(login, ~refused),
        AuditKind.PRINTED: and_(printed, ~refused),
        AuditKind.EXPORTED: and_(exported, ~refused),
        AuditKind.SEEN: and_(AuditLine.action == "R", ~printed, ~exported, ~refused),
        AuditKind.CHANGED: and_(AuditLine.action != "R", ~printed, ~exported, ~refused, ~login),
    }
    return table[kind]


def _what(line: AuditLine) -> str:
    """«gastdossier inzien», «ingelogd», «geweigerd: gebruikers beheren»."""
    if line.object_kind == LOGIN:
        return _("logged in") if line.outcome == "done" else _wrong_at_login(line)
    words = _named(line) or deed_words(line)
    return _("refused: {deed}").format(deed=words) if line.outcome == "refused" else words


def _wrong_at_login(line: AuditLine) -> str:
    if line.username == RECOVERY:
        return _("wrong recovery code at the login")
    if "second_factor" in line.detail:
        return _("wrong code of the phone at the login")
    if "at_work" in line.detail:
        return _("wrong own password, asked once more at work")
    return _("wrong password at the login")


def _named(line: AuditLine) -> str:
    """What is told more exactly than by its use case."""
    if line.object_kind == "audit_print":
        return _("print the log")
    if line.object_kind != SECOND_FACTOR:
        return ""
    words = _("second step turned on: {user}") if line.action == "C" else _("second step turned off: {user}")
    return words.format(user=json.loads(line.detail).get("username", ""))


def _stranger(username: str) -> str:
    if username == RECOVERY:
        return _("the recovery code")
    return username or _("unknown user name")


def _names(session: Session) -> dict[str, str]:
    return {user.username: user.name for user in session.scalars(select(User))}


def _guests(session: Session, lines: Sequence[AuditLine]) -> dict[int, str]:
    ids = {line.guest_id for line in lines if line.guest_id is not None}
    return {guest.id: _guest_words(guest) for guest in session.scalars(select(Guest).where(Guest.id.in_(ids)))}


def _guest_words(guest: Guest) -> str:
    """«Noor Jansen (0001)»: two guests may have one name."""
    return f"{shown_name(guest)} ({guest.guest_no})"
