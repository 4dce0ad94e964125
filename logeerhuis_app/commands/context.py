"""What every command knows: which house, who is at work, what time it is, and how to answer."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from logeerhuis_app import paths
from logeerhuis_app.clock import Clock, SystemClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors import FileUnreadable
from logeerhuis_app.domain.errors_access import CodeNeeded
from logeerhuis_app.i18n import _
from logeerhuis_app.services.saved_files import save_file

if TYPE_CHECKING:
    from logeerhuis_app.services.door import Door

USER = "LOGEERHUIS_USER"
PASSWORD = "LOGEERHUIS_PASSWORD"
CODE = "LOGEERHUIS_CODE"


@dataclass
class Setting:
    """Filled by the options of the command line."""

    clock: Clock = field(default_factory=SystemClock)
    data: Path | None = None
    database: str = ""
    user: str = ""
    password_file: Path | None = None
    as_json: bool = False

    def place(self) -> HousePlace:
        if self.database:
            return HousePlace(url=self.database)
        return HousePlace(self.data or paths.default_data_dir())

    def credentials(self) -> tuple[str, str]:
        """From the options, the environment, or asked on the spot."""
        user = self.user or os.environ.get(USER) or click.prompt(_("User name"), err=True)
        return user, self._password()

    def new_credentials(self) -> tuple[str, str]:
        """As ``credentials``, for somebody who is not known yet: a password that is typed is asked twice."""
        user = self.user or os.environ.get(USER) or click.prompt(_("User name"), err=True)
        return user, self._password(again=_("The same once more"))

    def _password(self, again: str = "") -> str:
        if self.password_file is not None:
            return _first_line(self.password_file)
        given = os.environ.get(PASSWORD)
        if given is not None:
            return given
        typed: str = click.prompt(_("Password"), hide_input=True, err=True, confirmation_prompt=again or False)
        return typed

    def log_in(self, username: str, password: str) -> "Door":
        """Come in; a code of the phone is taken from the environment, or asked for where somebody sits.

        Raises:
            CodeNeeded: there is neither a code nor anybody to ask.
        """
        from logeerhuis_app.services.login import log_in

        attempt = partial(log_in, self.place(), username, password, self.clock)
        try:
            return attempt(os.environ.get(CODE, ""))
        except CodeNeeded:
            if not sys.stdin.isatty():
                raise
            return attempt(click.prompt(_("Code of your phone"), err=True))

    @contextmanager
    def door(self) -> Iterator["Door"]:
        """Come in, do what time asks for, and close the door again.

        A clock that cannot be right is said on the error stream, so that ``--json`` stays one object.
        """
        from logeerhuis_app.i18n.clock_words import clock_text
        from logeerhuis_app.services.clock_watch import wrong_clock
        from logeerhuis_app.services.stays import start_day

        door = self.log_in(*self.credentials())
        try:
            if fault := wrong_clock(door):
                click.echo(clock_text(fault), err=True)
            start_day(door)
            yield door
        finally:
            door.engine.dispose()

    def answer(self, text: str, values: Mapping[str, Any]) -> None:
        """Print it for people, or as one JSON object."""
        click.echo(json.dumps(values, ensure_ascii=False, indent=1, default=str) if self.as_json else text)


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(str(path), "missing") from None


def write_file(path: Path, content: bytes) -> None:
    """Make the folder too when it is not there: a command may be the first to write in it.

    Raises:
        FileUnreadable: the folder cannot be written to, or a house lives under this name.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileUnreadable(str(path), "unwritable") from None
    save_file(path, content)
