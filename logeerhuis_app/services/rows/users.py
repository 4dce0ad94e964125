"""Who works here, as the manager sees it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from logeerhuis_app.domain.roles import Role


@dataclass(frozen=True)
class UserRow:
    """``can_enter``: there is a password. A user without one came along with an import and waits for the first.

    ``has_second_factor``: the login asks a code of the phone too.
    """

    user_id: int
    username: str
    name: str
    role: Role
    is_active: bool
    can_enter: bool
    has_second_factor: bool
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


class WayBack(StrEnum):
    """Who can let somebody in again whose phone is lost."""

    MANAGER = "manager"  # another one
    RECOVERY_CODE = "recovery_code"
    NONE = "none"


@dataclass(frozen=True)
class NewSecondFactor:
    """What goes into a phone, as letters to type and as the address in a picture; ``repr`` never shows it."""

    key: str = field(repr=False)
    address: str = field(repr=False)
    way_back: WayBack


@dataclass(frozen=True)
class TurnedOff:
    """A second step that somebody else took away; ``by``: empty for whoever held the recovery code."""

    at_utc: datetime
    by: str
