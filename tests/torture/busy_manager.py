"""A manager in a process of its own who lets people in and out until somebody kills it.

Every password is on the pipe before the deed, so that whoever looks afterwards can try each key.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.users import add_user, block_user, change_own_password, give_password
from tests.torture.killing import Line, say

MANAGER = "manager"


@dataclass
class Ring:
    """Who has which key, as it was confirmed. ``ids``: numbers of the users; a password of None: blocked."""

    passwords: dict[str, str | None] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    code: str = ""

    def note(self, line: Line) -> None:
        if line["kind"] == "recovery":
            self.code = line["password"]
            return
        self.passwords[line["name"]] = line["password"]
        self.ids[line["name"]] = line["id"]


class Manager:
    """Chooses at random; ``pipe`` is the writing end."""

    def __init__(self, door: Door, ring: Ring, seed: int, pipe: int) -> None:
        self._door = door
        self._ring = ring
        self._random = random.Random(seed)
        self._pipe = pipe

    def work(self) -> None:
        while True:
            self.do(self._random.choice(["add", "add", "block", "give", "own", "recovery"]))

    def do(self, kind: str) -> None:
        """One deed of this kind, if there is anybody to do it to."""
        password = f"geheim woord {self._random.random()}"
        if kind == "recovery":
            self._say_and_do(kind, "", "", 0, lambda: new_recovery_code(self._door).code)
        elif kind == "add":
            wish = NewUser(f"hulp{self._random.randrange(10**9)}", "Hulp Tijdelijk", Role.CARE, password)
            self._say_and_do(kind, wish.username, password, 0, lambda: add_user(self._door, wish).created_id)
        elif kind == "own":
            old, id_ = self._ring.passwords[MANAGER] or "", self._ring.ids[MANAGER]
            self._say_and_do(kind, MANAGER, password, id_, lambda: change_own_password(self._door, old, password))
        elif name := self._somebody(is_active=kind == "block"):
            id_ = self._ring.ids[name]
            if kind == "block":
                self._say_and_do(kind, name, None, id_, lambda: block_user(self._door, id_))
            else:
                self._say_and_do(kind, name, password, id_, lambda: give_password(self._door, id_, password))

    def _say_and_do(self, kind: str, name: str, password: str | None, id_: int, deed: Callable[[], object]) -> None:
        line = {"kind": kind, "name": name, "password": password, "id": id_}
        say(self._pipe, "begin", **line)
        made = deed()
        if isinstance(made, int):
            line["id"] = made
        if isinstance(made, str):
            line["password"] = made
        self._ring.note(line)
        say(self._pipe, "done", **line)

    def _somebody(self, *, is_active: bool) -> str | None:
        """Blocked ones get a password too: that lets them in again."""
        names = [name for name, password in self._ring.passwords.items() if name != MANAGER]
        fit = [name for name in names if self._ring.passwords[name] is not None or not is_active]
        return self._random.choice(fit) if fit else None
