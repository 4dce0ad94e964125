"""Who works here, as the manager sees it."""

from dataclasses import dataclass, field
from datetime import datetime

from logeerhuis_app.domain.roles import Role


@dataclass(frozen=True)
class UserRow:
    """``can_enter``: there is a password. A user without one came along with an import and waits for the first."""

    user_id: int
    username: str
    name: str
    role: Role
    is_active: bool
    can_enter: bool
    last_login_utc: datetime | None


@dataclass(frozen=True)
class UserList:
    """``has_recovery_code``: None where there is no such thing, on a server."""

    users: tuple[UserRow, ...]
    has_recovery_code: bool | None


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the paper with the recovery code; ``repr`` never shows the code."""

    house: str
    is_practice: bool
    code: str = field(repr=False)
    made_at_utc: datetime
    made_by: str
