"""Wrong passwords: the next try has to wait, longer each time, and every one of them comes into the log.

A house in a file is closed while it happens: the tries are kept beside it and written down when somebody comes in.
On a server they are written down at once.
"""

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial, wraps
from itertools import takewhile
from math import ceil
from typing import Protocol

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import Clock
from logeerhuis_app.db import schema
from logeerhuis_app.db.engine import server_engine
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.reach import server_reached
from logeerhuis_app.db.tries import NOBODY, TriesFile, WrongTry
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.errors import WrongPassword
from logeerhuis_app.domain.errors_access import CodeUsed, CodeWrong, OldPasswordWrong, TooManyTries
from logeerhuis_app.domain.passwords import seconds_to_wait
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.audit import Actor, Entry, append
from logeerhuis_app.services.door import Door

LogIn = Callable[[HousePlace, str, str, Clock, str, Door | None], Door]
LOGIN = "login"
REFUSED = "refused"
MOST_COUNTED = 10


class PatientLogIn(Protocol):
    def __call__(
        self, place: HousePlace, username: str, password: str, clock: Clock, code: str = "", locked: Door | None = None
    ) -> Door: ...


def with_patience(log_in: LogIn) -> PatientLogIn:
    """Slow down whoever tries passwords, or codes of a phone.

    Raises:
        TooManyTries: it is too soon after a wrong one; this one was not looked at.
    """

    @wraps(log_in)
    def enter(
        place: HousePlace, username: str, password: str, clock: Clock, code: str = "", locked: Door | None = None
    ) -> Door:
        attempt = partial(log_in, place, username, password, clock, code, locked)
        if place.url:
            return _at_server(attempt, place, username, clock)
        if not place.keys.exists():
            return attempt()
        tries = TriesFile(place.tries, place.keys)
        tries.clock_went_back(username, clock.now_utc())
        if wait := tries.wait(username, clock.now_utc()):
            raise TooManyTries(wait)
        try:
            door = attempt()
        except WrongPassword:
            tries.note(username, clock.now_utc())
            raise
        except (CodeWrong, CodeUsed):  # the house was open, so it stands in its log already
            tries.note(username, clock.now_utc(), is_logged=True)
            raise
        write_down(door, tries)
        return door

    return enter


@contextmanager
def own_password_asked(door: Door) -> Iterator[None]:
    """Around a deed that asks for the own password once more, at a desk that somebody may have left open.

    A wrong one counts as one at the login.

    Raises:
        TooManyTries: it is too soon after a wrong password; this one was not looked at.
    """
    username, now_utc = door.actor.username, door.clock.now_utc()
    tries = TriesFile.of(door.vault.path) if door.vault is not None else None
    if tries is not None:
        tries.clock_went_back(username, now_utc)
    if wait := tries.wait(username, now_utc) if tries is not None else _server_wait(door.engine, username, now_utc):
        raise TooManyTries(wait)
    try:
        yield
    except OldPasswordWrong:
        if tries is not None:
            tries.note(username, now_utc, is_logged=True)
        refusal = Entry(UseCase.CHANGE_OWN_PASSWORD, "E", LOGIN, detail={"at_work": True}, outcome=REFUSED)
        with writing(door.engine) as session:
            append(session, refusal, door.actor, now_utc, door.workstation)
        raise
    if tries is not None:
        tries.settle(username)


def write_down(door: Door, tries: TriesFile) -> None:
    """Somebody came in: the tries of everybody go into the log of the house."""
    found = tries.unlogged()
    if found:
        with writing(door.engine) as session:
            for one in found:
                _append(session, one, door.workstation)
    tries.settle(door.actor.username)


def _append(session: Session, one: WrongTry, workstation: str) -> None:
    user = session.scalar(select(User).where(User.username == one.username))
    actor = Actor(user.id, user.username, user.name, user.role.value) if user else Actor(None, one.username, "", "")
    append(session, Entry(UseCase.SEE_TODAY, "E", LOGIN, outcome=REFUSED), actor, one.at_utc, workstation)


def _at_server(attempt: Callable[[], Door], place: HousePlace, username: str, clock: Clock) -> Door:
    with _server(place) as engine:
        if engine is not None and (wait := _server_wait(engine, username.casefold(), clock.now_utc())):
            raise TooManyTries(wait)
        try:
            return attempt()
        except WrongPassword:
            if engine is not None:
                _note_at_server(engine, username.casefold(), clock.now_utc())
            raise


@contextmanager
def _server(place: HousePlace) -> Iterator[Engine | None]:
    """None where there is no house yet: the log-in itself says so."""
    with server_reached(place):
        engine = server_engine(place.url)
        has_house = schema.revision(engine) is not None
    try:
        yield engine if has_house else None
    finally:
        engine.dispose()


def _server_wait(engine: Engine, username: str, now_utc: datetime) -> int:
    """Counted in the log itself: the wrong tries since this user last came in."""
    with reading(engine) as session:
        lines = session.execute(
            select(AuditLine.outcome, AuditLine.at_utc)
            .where(AuditLine.object_kind == LOGIN, AuditLine.username == _known(session, username))
            .order_by(AuditLine.id.desc())
            .limit(MOST_COUNTED)
        ).all()
    wrong = list(takewhile(lambda line: line.outcome == REFUSED, lines))
    if not wrong:
        return 0
    passed: float = (now_utc - wrong[0].at_utc).total_seconds()
    if passed < -1:  # this computer's clock was put back, or is behind another's: that must lock nobody out
        return 0
    return max(0, ceil(seconds_to_wait(len(wrong)) - passed))


def _note_at_server(engine: Engine, username: str, now_utc: datetime) -> None:
    with writing(engine) as session:
        _append(session, WrongTry(_known(session, username), now_utc), platform.node())


def _known(session: Session, username: str) -> str:
    return session.scalar(select(User.username).where(User.username == username)) or NOBODY
