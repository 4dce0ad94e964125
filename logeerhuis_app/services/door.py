"""The one door: role, transaction, audit and answer, for screens, command line, import and tests alike.

A use case is written as ``def place_booking(work: Work, wish: BookingWish) -> Changes`` under ``@writes(...)`` and
called as ``place_booking(door, wish)``.
"""

import functools
import json
import platform
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Engine, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from logeerhuis_app.clock import Clock, house_time
from logeerhuis_app.db.key_change import DETAIL, KeyChange
from logeerhuis_app.db.keyfile import Vault
from logeerhuis_app.db.unit_of_work import is_double, reading, writing
from logeerhuis_app.domain.errors import ChangedByOther, HouseBusy, NotAllowed
from logeerhuis_app.domain.errors_access import AccountClosed
from logeerhuis_app.domain.errors_rights import FileRestricted
from logeerhuis_app.domain.roles import Role, UseCase, is_allowed
from logeerhuis_app.models import User
from logeerhuis_app.services.audit import Actor, Entry, append
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.file_watch import note_changes, require_open
from logeerhuis_app.services.queries.prepared import Prepared

P = ParamSpec("P")
R = TypeVar("R")

LOOK_AGAIN_AFTER = timedelta(minutes=30)
"""One line per file per half hour: a screen that refreshes itself is not a new look."""
TRIES = 3
LOOK = "R"
Look = tuple[UseCase, str, int | None, str]

_ACCOUNT = Prepared(select(User.is_active, User.role).where(User.id == bindparam("user_id")))
"""Made once: it is asked at each look and each deed."""


@dataclass
class Work:
    """What a use case may touch while it is inside the door."""

    session: Session
    actor: Actor
    now_utc: datetime
    use_case: UseCase
    entries: list[Entry] = field(default_factory=list)
    leaves_no_line: bool = False
    """What is no deed yet: the same half-typed form, kept once more."""
    keys: KeyChange | None = None
    """Who can open the house; None on a server. What is changed here counts once the deed is committed."""

    @property
    def today(self) -> date:
        return house_time(self.now_utc).date()

    @property
    def role(self) -> Role:
        return Role(self.actor.role)

    def may(self, use_case: UseCase) -> bool:
        return is_allowed(self.role, use_case)

    def log(
        self, action: str, kind: str, object_id: int | None = None, guest_id: int | None = None, **detail: Any
    ) -> None:
        """Say what was done; written in the same transaction as the deed."""
        self.entries.append(Entry(self.use_case, action, kind, object_id, guest_id, detail))

    def looked_at(self, guest_id: int) -> None:
        """Say whose file was seen."""
        self.log("R", "guest", guest_id, guest_id)


class Door:
    """One logged-in user at one house. ``vault`` is there only where the house is an encrypted file.

    ``second_factor_shown``: who came in here had the phone at hand, and not the password alone.
    """

    def __init__(
        self, engine: Engine, actor: Actor, clock: Clock, *, vault: Vault | None = None, workstation: str = ""
    ) -> None:
        self.engine = engine
        self.actor = actor
        self.clock = clock
        self.vault = vault
        self.workstation = workstation or platform.node()
        self.second_factor_shown = False
        self._looks: dict[Look, datetime] = {}

    @property
    def role(self) -> Role:
        return Role(self.actor.role)

    def may(self, use_case: UseCase) -> bool:
        return is_allowed(self.role, use_case)

    def require(self, use_case: UseCase) -> None:
        """Raises: NotAllowed, and the refusal is on record."""
        if self.may(use_case):
            return
        with writing(self.engine) as session:
            self._write_line(session, Entry(use_case, "E", "use_case", outcome="refused"))
        raise NotAllowed(use_case.value, self.actor.role)

    def write(self, use_case: UseCase, deed: Callable[[Work], R]) -> R:
        """Do it whole, or not at all.

        A deadlock on a server is tried again: nothing had been done. A file was waited for long enough already.

        Raises:
            ChangedByOther: a row is newer than the one that was read, or was made by somebody who was faster.
            HouseBusy: another writer would not give way.
            AccountClosed: this user was blocked meanwhile, or got another role.
        """
        self.require(use_case)
        for _attempt in range(TRIES - 1 if self.engine.dialect.name == "postgresql" else 0):
            with suppress(HouseBusy):
                return self._write_once(use_case, deed)
        return self._write_once(use_case, deed)

    def require_account(self) -> None:
        """Raises: AccountClosed, where a manager blocked this user or gave another role since the log-in."""
        self.glance(lambda _session: None)

    def glance(self, look: Callable[[Session], R]) -> R:
        """Look at something that is nobody's data, without a line in the record.

        Raises: AccountClosed.
        """
        with reading(self.engine) as session:
            self._require_account(session)
            return look(session)

    def _require_account(self, session: Session) -> None:
        if self.actor.user_id is None:
            return
        account = _ACCOUNT.rows(session, user_id=self.actor.user_id)
        if not account or not account[0].is_active or account[0].role is not self.role:
            raise AccountClosed(self.actor.name)

    def _write_once(self, use_case: UseCase, deed: Callable[[Work], R]) -> R:
        keys = KeyChange(self.vault) if self.vault is not None else None
        try:
            answer = self._commit(use_case, deed, keys)
        except BaseException as failure:
            if keys is not None:
                keys.look_back(self.engine)
            if isinstance(failure, FileRestricted):
                self._record_refusal(use_case, failure)
            if isinstance(failure, StaleDataError):
                raise ChangedByOther(use_case.value) from None
            if isinstance(failure, IntegrityError) and is_double(failure):
                raise ChangedByOther(use_case.value) from failure
            raise
        if keys is not None:
            keys.carry_through()
        return answer

    def _commit(self, use_case: UseCase, deed: Callable[[Work], R], keys: KeyChange | None) -> R:
        with writing(self.engine) as session:
            self._require_account(session)
            work = Work(session, self.actor, self.clock.now_utc(), use_case, keys=keys)
            answer = deed(work)
            session.flush()
            entries = work.entries or ([] if work.leaves_no_line else [Entry(use_case, "E", "use_case")])
            require_open(session, work.role, work.today, entries)
            note_changes(session, work.today, entries)
            if keys is not None and (mark := keys.prepare(session)):
                entries[0].detail[DETAIL] = mark
            lines = [self._write_line(session, entry) for entry in entries]
            return _told(answer, lines)

    def _record_refusal(self, use_case: UseCase, refusal: FileRestricted) -> None:
        """Somebody came to a file that is closed to them."""
        with writing(self.engine) as session:
            who = refusal.guest_id
            self._write_line(session, Entry(use_case, "E", "guest", who, who, outcome="refused"))

    def read(self, use_case: UseCase, look: Callable[[Work], R]) -> R:
        """Read rows; the files that were looked at are on record before the rows are shown.

        Raises: AccountClosed.
        """
        self.require(use_case)
        try:
            with reading(self.engine) as session:
                self._require_account(session)
                work = Work(session, self.actor, self.clock.now_utc(), use_case)
                answer = look(work)
                require_open(session, work.role, work.today, work.entries)
        except FileRestricted as refusal:
            self._record_refusal(use_case, refusal)
            raise
        self._record_looks(work)
        return answer

    def _record_looks(self, work: Work) -> None:
        fresh = [entry for entry in work.entries if self._is_new_look(entry, work.now_utc)]
        if not fresh:
            return
        with writing(self.engine) as session:
            for entry in fresh:
                self._write_line(session, entry)
        for entry in fresh:
            self._looks[_look(entry)] = work.now_utc

    def _is_new_look(self, entry: Entry, now_utc: datetime) -> bool:
        """What leaves the house is always new; a look is when something else was seen, or after a while."""
        last = self._looks.get(_look(entry)) if entry.action == LOOK else None
        return last is None or now_utc - last > LOOK_AGAIN_AFTER or now_utc < last

    def _write_line(self, session: Session, entry: Entry) -> int:
        return append(session, entry, self.actor, self.clock.now_utc(), self.workstation)


def _told(answer: R, lines: list[int]) -> R:
    """What changed, with the lines of the record that say so: an edit is taken back by them."""
    if isinstance(answer, Changes):
        return cast(R, replace(answer, lines=tuple(lines)))
    return answer


def _look(entry: Entry) -> Look:
    return entry.use_case, entry.object_kind, entry.object_id, json.dumps(entry.detail, sort_keys=True, default=str)


def writes(use_case: UseCase) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Door, P], R]]:
    """Make a use case that changes something: one transaction, one audit line per thing done."""

    def through(deed: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Door, P], R]:
        @functools.wraps(deed)
        def enter(door: Door, /, *args: P.args, **kwargs: P.kwargs) -> R:
            return door.write(use_case, lambda work: deed(work, *args, **kwargs))

        return enter

    return through


def reads(use_case: UseCase) -> Callable[[Callable[Concatenate[Work, P], R]], Callable[Concatenate[Door, P], R]]:
    """Make a query: frozen rows out, looks on record."""

    def through(look: Callable[Concatenate[Work, P], R]) -> Callable[Concatenate[Door, P], R]:
        @functools.wraps(look)
        def enter(door: Door, /, *args: P.args, **kwargs: P.kwargs) -> R:
            return door.read(use_case, lambda work: look(work, *args, **kwargs))

        return enter

    return through
