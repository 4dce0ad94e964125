"""The accounts of the practice house; read without a database, for they stand on its login."""

import json
from dataclasses import dataclass

from logeerhuis_app import paths
from logeerhuis_app.domain.roles import Role


@dataclass(frozen=True)
class PracticeUser:
    """An account to practise with; its password is no secret."""

    username: str
    name: str
    role: Role
    password: str


def practice_users() -> tuple[PracticeUser, ...]:
    """The manager first."""
    words = json.loads(paths.resource("practice", "people.json").read_text(encoding="utf-8"))
    return tuple(
        PracticeUser(row["username"], row["name"], Role(row["role"]), words["password"]) for row in words["users"]
    )
