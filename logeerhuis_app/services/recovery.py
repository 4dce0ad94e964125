"""The way in when every manager's password is lost: a code on paper, kept as one more entry in the key file."""

import secrets

from sqlalchemy import select

from logeerhuis_app.clock import Clock
from logeerhuis_app.db import key_change, schema
from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.keyfile import RECOVERY, Vault
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.tries import TriesFile
from logeerhuis_app.domain.errors import UserFacingError, WrongPassword
from logeerhuis_app.domain.errors_access import RecoveryCodeWrong, RecoveryOnServer, TooManyTries
from logeerhuis_app.domain.recovery import RANDOM_BITS, code_of, read_code
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import House, User
from logeerhuis_app.services.audit import Actor
from logeerhuis_app.services.door import Door, Work
from logeerhuis_app.services.new_passwords import set_password
from logeerhuis_app.services.patience import write_down
from logeerhuis_app.services.rows.users import RecoverySheet
from logeerhuis_app.services.second_factor import forget


def new_recovery_code(door: Door) -> RecoverySheet:
    """A fresh code; the one before opens nothing any more. It goes on paper and is kept nowhere.

    Raises:
        RecoveryOnServer: there is no key file.
    """
    sheet = draft_recovery_code(door)
    keep_recovery_code(door, sheet)
    return sheet


def draft_recovery_code(door: Door) -> RecoverySheet:
    """A code that opens nothing yet: for a paper that somebody has to hold in hand before it counts.

    Raises:
        RecoveryOnServer: there is no key file.
    """
    code = code_of(secrets.randbits(RANDOM_BITS))

    def look(work: Work) -> RecoverySheet:
        if door.vault is None:
            raise RecoveryOnServer
        house = work.session.get_one(House, 1)
        return RecoverySheet(house.name, house.is_practice, code, work.now_utc, work.actor.name)

    return door.read(UseCase.MANAGE_USERS, look)


def keep_recovery_code(door: Door, sheet: RecoverySheet) -> None:
    """From now on the code of this sheet opens the house, and the one before does not.

    Raises:
        RecoveryOnServer: there is no key file.
    """

    def deed(work: Work) -> None:
        if work.keys is None:
            raise RecoveryOnServer
        work.log("U", "recovery_code")
        work.keys.add_user(RECOVERY, sheet.code)

    door.write(UseCase.MANAGE_USERS, deed)


def recover(place: HousePlace, typed: str, username: str, password: str, clock: Clock) -> Door:
    """Come in with the code from paper as this manager, whose password is the new one from now on.

    The code is used up: it opens nothing any more. The phone may be lost as well: a second step is off from now on.

    Raises:
        RecoveryCodeUnclear, RecoveryCodeWrong, RecoveryOnServer, PasswordWeak.
        TooManyTries: it is too soon after a wrong code; this one was not looked at.
        HouseUnreadable: the house cannot be opened.
    """
    if place.url:
        raise RecoveryOnServer
    code, tries = read_code(typed), TriesFile.of(place.keys)
    tries.clock_went_back(RECOVERY, clock.now_utc())
    if wait := tries.wait(RECOVERY, clock.now_utc()):
        raise TooManyTries(wait)
    try:
        door = _recovered(place, code, username, password, clock)
    except RecoveryCodeWrong:
        tries.note(RECOVERY, clock.now_utc())
        raise
    write_down(door, tries)
    tries.settle(RECOVERY)
    return door


def lacks_recovery_code(door: Door) -> bool:
    """Whether a manager has to make one: the last one was used, or there never was one. A server needs none."""
    return door.may(UseCase.MANAGE_USERS) and door.vault is not None and RECOVERY not in door.vault.usernames()


def _recovered(place: HousePlace, code: str, username: str, password: str, clock: Clock) -> Door:
    key = _key(place, code)
    engine = file_engine(place.database, key)
    try:
        schema.migrate(engine)
        if key_change.settle(place.keys, engine):
            _key(place, code)  # with what counts now
        return _with_new_password(Door(engine, _nobody(), clock, vault=Vault(place.keys, key)), username, password)
    except UserFacingError:
        engine.dispose()
        raise


def _key(place: HousePlace, code: str) -> bytes:
    try:
        return key_change.unlock(place.keys, RECOVERY, code)
    except WrongPassword:
        raise RecoveryCodeWrong from None


def _nobody() -> Actor:
    """Who holds the paper is not known: the log says «herstel» and no person."""
    return Actor(None, RECOVERY, RECOVERY, Role.MANAGER.value)


def _with_new_password(door: Door, username: str, password: str) -> Door:
    def deed(work: Work) -> Actor:
        user = work.session.scalar(select(User).where(User.username == username.strip().casefold()))
        if user is None or user.role is not Role.MANAGER:
            raise RecoveryCodeWrong
        changed = {} if user.is_active else {"is_active": [False, True]}
        user.is_active = True
        work.log("U", "user", user.id, username=user.username, new_password=True, recovered=True, changed=changed)
        forget(work, user)
        work.session.flush()
        set_password(work.keys, user, password)
        if work.keys is not None:
            work.keys.remove_user(RECOVERY)
        return Actor(user.id, user.username, user.name, user.role.value)

    actor = door.write(UseCase.MANAGE_USERS, deed)
    return Door(door.engine, actor, door.clock, vault=door.vault, workstation=door.workstation)
