"""The second step at the login: turning it on and off, and getting past it.

The key stands in the table of users, so inside the encrypted file. It is asked for after the password opened that
file: it guards the desk against a password that was seen, not the file against its own password.
"""

from collections.abc import Callable

import pyotp
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.db.keyfile import RECOVERY, Vault
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.errors_access import CodeNeeded, OldPasswordWrong, OwnAccount
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.domain.second_factor import DIGITS, KEY_LETTERS, STEP_SECONDS, matching_step, read_code
from logeerhuis_app.models import AuditLine, House, User
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work, reads, writes
from logeerhuis_app.services.new_passwords import is_password_of
from logeerhuis_app.services.patience import own_password_asked
from logeerhuis_app.services.rows.users import NewSecondFactor, TurnedOff, WayBack

KIND = "second_factor"


def code_at(key: str) -> Callable[[int], str]:
    """What a phone with this key shows in each half minute."""
    return pyotp.TOTP(key, digits=DIGITS, interval=STEP_SECONDS).generate_otp


# --- turning on and off -----------------------------------------------------------------------------------------


@reads(UseCase.CHANGE_OWN_SECOND_FACTOR)
def has_second_factor(work: Work) -> bool:
    return _own(work).second_factor_key is not None


def new_second_factor(door: Door) -> NewSecondFactor:
    """A fresh key for the user at work. It counts for nothing until a code of it was shown to ``turn_on``."""

    def look(work: Work) -> NewSecondFactor:
        user, house = _own(work), work.session.get_one(House, 1)
        key = pyotp.random_base32(KEY_LETTERS)
        # A colon divides the two names in the address, so no name may hold one.
        issuer = f"Logeerhuis {house.name}".replace(":", " ")
        totp = pyotp.TOTP(key, digits=DIGITS, interval=STEP_SECONDS)
        address = totp.provisioning_uri(name=user.username, issuer_name=issuer)
        return NewSecondFactor(key, address, _way_back(work, door.vault))

    return door.read(UseCase.CHANGE_OWN_SECOND_FACTOR, look)


def turn_on(door: Door, key: str, code: str, password: str) -> Changes:
    """From the next login on a code of this key is asked for.

    Raises:
        CodeUnclear, CodeWrong: the phone does not show what this key gives.
        OldPasswordWrong, TooManyTries: nobody can do it at a desk that somebody left open.
    """
    typed = read_code(code)

    def deed(work: Work) -> Changes:
        user = _own(work)
        if not is_password_of(door.vault, user, password):
            raise OldPasswordWrong
        user.second_factor_step = matching_step(typed, code_at(key), work.now_utc, None)
        user.second_factor_key = key
        work.log("C", KIND, user.id, username=user.username)
        return Changes(Topic.HOUSE)

    with own_password_asked(door):
        changes = door.write(UseCase.CHANGE_OWN_SECOND_FACTOR, deed)
    door.second_factor_shown = True
    return changes


def turn_off_own(door: Door, password: str) -> Changes:
    """Raises: OldPasswordWrong, TooManyTries."""

    def deed(work: Work) -> Changes:
        user = _own(work)
        if not is_password_of(door.vault, user, password):
            raise OldPasswordWrong
        forget(work, user)
        return Changes(Topic.HOUSE)

    with own_password_asked(door):
        return door.write(UseCase.CHANGE_OWN_SECOND_FACTOR, deed)


@writes(UseCase.MANAGE_USERS)
def turn_off_for(work: Work, user_id: int) -> Changes:
    """For somebody whose phone is lost. The key is gone: turning it on again takes the phone, not this manager.

    Raises:
        OwnAccount: for the own one the password must be known.
    """
    if user_id == work.actor.user_id:
        raise OwnAccount
    user = work.session.get(User, user_id, with_for_update=True)
    if user is None:
        raise NotFound("user", str(user_id))
    forget(work, user)
    return Changes(Topic.HOUSE)


def forget(work: Work, user: User) -> None:
    """The password alone is enough from now on; on record if it was not before."""
    if user.second_factor_key is None:
        return
    user.second_factor_key = user.second_factor_step = None
    work.log("D", KIND, user.id, username=user.username)


def _own(work: Work) -> User:
    return work.session.get_one(User, work.actor.user_id)


def _way_back(work: Work, vault: Vault | None) -> WayBack:
    managers = select(func.count()).where(User.role == Role.MANAGER, User.is_active, User.id != work.actor.user_id)
    if work.session.scalar(managers):
        return WayBack.MANAGER
    return WayBack.RECOVERY_CODE if vault is not None and RECOVERY in vault.usernames() else WayBack.NONE


# --- at the login -----------------------------------------------------------------------------------------------


def show_code(session: Session, door: Door, code: str, locked: Door | None) -> None:
    """Get past the second step, in the transaction that writes down the login.

    ``locked``: the session that this user only locked; its code was shown when it began.

    Raises:
        CodeNeeded: this user has a second step, and there is no code.
        CodeUnclear, CodeWrong, CodeUsed.
    """
    user = session.get_one(User, door.actor.user_id, with_for_update=True)
    if user.second_factor_key is None:
        return
    if locked is None or locked.actor != door.actor or not locked.second_factor_shown:
        if not code.strip():
            raise CodeNeeded
        at_utc, last = door.clock.now_utc(), user.second_factor_step
        user.second_factor_step = matching_step(read_code(code), code_at(user.second_factor_key), at_utc, last)
    door.second_factor_shown = True


@reads(UseCase.CHANGE_OWN_SECOND_FACTOR)
def turned_off_by_other(work: Work) -> TurnedOff | None:
    """Whether it was turned off behind this user's back since the login before this one."""
    own_logins = (
        select(AuditLine.id)
        .where(AuditLine.user_id == work.actor.user_id, AuditLine.object_kind == "login", AuditLine.outcome == "done")
        .order_by(AuditLine.id.desc())
        .limit(2)
    )
    since = min(work.session.scalars(own_logins), default=0)
    newest = work.session.scalar(
        select(AuditLine)
        .where(AuditLine.id > since, AuditLine.object_kind == KIND, AuditLine.object_id == work.actor.user_id)
        .order_by(AuditLine.id.desc())
        .limit(1)
    )
    if newest is None or newest.action != "D" or newest.user_id == work.actor.user_id:
        return None
    name = work.session.scalar(select(User.name).where(User.id == newest.user_id))
    return TurnedOff(newest.at_utc, name or "")
