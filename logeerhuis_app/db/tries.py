"""Wrong passwords at a house in a file, kept beside it while it is closed: how long to wait, and what to log later.

Whoever can write in this folder could throw the file away; it slows down guessing at the keyboard, and no more than
that. It holds user names of the key file and times. A name that nobody has is not kept: it may be a password that was
typed in the wrong field.
"""

import errno
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path
from typing import Any

from logeerhuis_app.db.keyfile import usernames
from logeerhuis_app.db.place import TRIES_FILE
from logeerhuis_app.db.whole_files import write_to_disk
from logeerhuis_app.domain.errors import HouseFull
from logeerhuis_app.domain.passwords import seconds_to_wait

NOBODY = ""
MOST_KEPT = 200


@dataclass(frozen=True)
class WrongTry:
    """``username``: empty for a name that nobody here has."""

    username: str
    at_utc: datetime


class TriesFile:
    def __init__(self, path: Path, keys: Path) -> None:
        self._path = path
        self._keys = keys

    @classmethod
    def of(cls, keys: Path) -> "TriesFile":
        """The one that belongs to this key file."""
        return cls(keys.with_name(TRIES_FILE), keys)

    def wait(self, username: str, now_utc: datetime) -> int:
        """Seconds until the next try is taken; 0 for now."""
        row = self._read().get(self._name(username))
        if row is None:
            return 0
        wait = seconds_to_wait(row["count"])
        passed = (now_utc - datetime.fromisoformat(row["last"])).total_seconds()
        return max(0, min(wait, ceil(wait - passed)))

    def note(self, username: str, now_utc: datetime, *, is_logged: bool = False) -> None:
        """One more wrong password; or a wrong code, which is in the log of the house already."""
        content, name = self._read(), self._name(username)
        row = content.setdefault(name, {"count": 0, "unlogged": []})
        row["count"] += 1
        row["last"] = now_utc.isoformat()
        if not is_logged:
            row["unlogged"] = [*row["unlogged"], now_utc.isoformat()][-MOST_KEPT:]
        self._write(content)

    def settle(self, username: str) -> None:
        """This user came in, and the tries of everybody are in the log of the house now."""
        content = self._read()
        if not content:
            return
        content.pop(username.casefold(), None)
        content.pop(NOBODY, None)
        for row in content.values():
            row["unlogged"] = []
        self._write(content)

    def unlogged(self) -> list[WrongTry]:
        """What is not in the log of the house yet, in the order of time."""
        found = [
            WrongTry(name, datetime.fromisoformat(at)) for name, row in self._read().items() for at in row["unlogged"]
        ]
        return sorted(found, key=lambda one: one.at_utc)

    def clock_went_back(self, username: str, now_utc: datetime) -> None:
        """A clock that was put right must not lock anybody out: the wait counts from now."""
        content = self._read()
        row = content.get(self._name(username))
        if row is not None and datetime.fromisoformat(row["last"]) > now_utc + timedelta(seconds=1):
            row["last"] = now_utc.isoformat()
            self._write(content)

    def _name(self, username: str) -> str:
        return username.casefold() if username.casefold() in usernames(self._keys) else NOBODY

    def _read(self) -> dict[str, Any]:
        """A damaged file counts as none: it must never keep the right people out."""
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            for row in content.values():
                datetime.fromisoformat(row["last"])
                [datetime.fromisoformat(at) for at in row["unlogged"]]
                int(row["count"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return dict(content)

    def _write(self, content: dict[str, Any]) -> None:
        """Raises: HouseFull; what was written before stays."""
        part = self._path.with_suffix(".tries.part")
        try:
            write_to_disk(part, json.dumps(content))
        except OSError as failure:
            part.unlink(missing_ok=True)
            if failure.errno in (errno.ENOSPC, errno.EDQUOT):
                raise HouseFull(str(self._path.parent)) from failure
            raise
        part.replace(self._path)
