"""Opening a house: who comes in, and making a new one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from logeerhuis_app.clock import Clock
from logeerhuis_app.db import key_change, keyfile, opening, passwords, schema
from logeerhuis_app.db.engine import file_engine, server_engine
from logeerhuis_app.db.keyfile import Vault
from logeerhuis_app.db.moving_in import finish_moving_in, give_up_site, move_in, new_site
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.reach import server_reached
from logeerhuis_app.db.unit_of_work import explained, reading, writing
from logeerhuis_app.domain.errors import (
    HouseBusy,
    HouseExists,
    HouseMissing,
    HouseUnreadable,
    UserFacingError,
    WrongPassword,
)
from logeerhuis_app.domain.errors_access import CodeUsed, CodeWrong
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import Base, House, User
from logeerhuis_app.services.audit import Actor, Entry, append
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.patience import with_patience
from logeerhuis_app.services.second_factor import show_code

__all__ = ["HousePlace", "NewUser", "create_house", "house_exists", "house_sign", "log_in"]

FirstRows = Callable[[Session], Iterable[Entry]]
FILE_TAILS = ("", "-wal", "-shm", "-journal")
"""The file and what SQLite keeps beside it; whatever else lies in the folder is somebody's copy."""


@dataclass(frozen=True)
class NewUser:
    """An account to be made."""

    username: str
    name: str
    role: Role
    password: str


def house_exists(place: HousePlace) -> bool:
    """Whether somebody could log in here; on a server that takes a look at its tables.

    Raises:
        HouseUnreadable: there are files, but they cannot be a house that opens.
    """
    if not place.url:
        opening.require_openable(place)
        return place.keys.exists() and place.database.exists()
    with server_reached(place):
        engine = server_engine(place.url)
        try:
            return schema.revision(engine) is not None and _has_house(engine)
        finally:
            engine.dispose()


def _has_house(engine: Engine) -> bool:
    """Tables alone are what is left where making a house was broken off."""
    with reading(engine) as session:
        return session.scalar(select(House.id)) is not None


def house_sign(place: HousePlace) -> keyfile.Sign:
    """What stands on the door: the name of the house, and whether it is for practice.

    Raises:
        HouseMissing: there is no house here.
        HouseUnreadable: its key file is damaged, or its server does not answer.
    """
    if not house_exists(place):
        raise HouseMissing(str(place))
    if not place.url:
        return keyfile.sign(place.keys)
    engine = server_engine(place.url)
    try:
        with server_reached(place), reading(engine) as session:
            house = session.get_one(House, 1)
            return keyfile.Sign(house.name, house.is_practice)
    finally:
        engine.dispose()


def create_house(
    place: HousePlace,
    house_name: str,
    manager: NewUser,
    clock: Clock,
    *,
    is_practice: bool,
    user_id: int | None = None,
    first_rows: FirstRows | None = None,
) -> Door:
    """Make an empty house with its first manager, and come in as that manager.

    ``user_id``: the number this manager has in a house that is about to be taken over. ``first_rows``: what the house
    begins with, in the same transaction; gives the lines for its log.

    Raises:
        HouseExists: there is one already; nothing is overwritten.
    """
    with making(place) as site:
        engine, key = _new_engine(site, manager, keyfile.Sign(house_name, is_practice))
        try:
            house = House(id=1, name=house_name, is_practice=is_practice)
            actor = _furnish(engine, house, _new_row(manager, user_id, with_hash=key is None), clock, first_rows)
        finally:
            engine.dispose()
    if key is None:
        return Door(server_engine(place.url), actor, clock)
    return Door(file_engine(place.database, key), actor, clock, vault=Vault(place.keys, key))


@contextmanager
def making(place: HousePlace) -> Iterator[HousePlace]:
    """Make a house beside its place, and move it in at the end: whatever breaks it off, there is a whole house or none.

    On a server the house stands in its place from the beginning.

    Raises:
        HouseExists: there is one already; nothing is overwritten.
    """
    opening.require_local(place)
    finish_moving_in(place)
    if house_exists(place) if place.url else (place.keys.exists() or place.database.exists()):
        raise HouseExists(str(place))
    site = new_site(place)
    try:
        yield site
        if place.folder is not None:
            move_in(site, place)
    except BaseException:
        give_up_site(site)
        raise


@contextmanager
def gone_if_it_fails(place: HousePlace) -> Iterator[None]:
    """Half of what a house was made for would be in the way of the next try. Only for one that was made just now."""
    try:
        yield
    except BaseException:
        remove_house(place)
        raise


def _furnish(engine: Engine, house: House, user: User, clock: Clock, first_rows: FirstRows | None) -> Actor:
    schema.migrate(engine)
    with writing(engine) as session:
        session.add_all([house, user])
        session.flush()
        actor = _actor(user)
        made = Entry(UseCase.MANAGE_USERS, "C", "house", 1)
        for entry in (made, *(first_rows(session) if first_rows is not None else ())):
            append(session, entry, actor, clock.now_utc(), "")
        return actor


def remove_house(place: HousePlace) -> None:
    """Throw a house away for ever: a practice house to be built anew, or one that was left half made."""
    if not place.url:
        for path in (place.database, place.keys, place.tries, *key_change.waiting(place.keys)):
            for tail in FILE_TAILS:
                path.with_name(path.name + tail).unlink(missing_ok=True)
        return
    engine = server_engine(place.url)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    engine.dispose()


@with_patience
def log_in(
    place: HousePlace, username: str, password: str, clock: Clock, code: str = "", locked: Door | None = None
) -> Door:
    """Come in; with a code of the phone where this user has a second step.

    ``locked``: this user's own session that only rests behind the lock; then the password is enough.

    Raises:
        HouseMissing: there is no house here.
        WrongPassword: name or password is not right, or the account is blocked.
        CodeNeeded, CodeUnclear, CodeWrong, CodeUsed: the password is right, and that is not all.
        TooManyTries: it is too soon after a wrong password or code.
        HouseUnreadable: the house is there, but cannot be opened.
    """
    if not house_exists(place):
        raise HouseMissing(str(place))
    engine, vault = _engine(place, username, password)
    try:
        with explained(engine):
            door = Door(engine, _entering(engine, vault, username, password), clock, vault=vault)
            _pass_second_step(door, code, locked)
            return door
    except UserFacingError as refusal:
        engine.dispose()
        raise _closer(refusal, place, vault) from refusal


def _entering(engine: Engine, vault: Vault | None, username: str, password: str) -> Actor:
    schema.require_made(engine)
    schema.migrate(engine)
    schema.require_whole(engine)
    if vault is not None and key_change.settle(vault.path, engine):
        keyfile.unlock(vault.path, username, password)  # with what counts now
    return _known_actor(engine, username, password, is_server=vault is None)


def _pass_second_step(door: Door, code: str, locked: Door | None) -> None:
    """A code that was used and the login it opened are written together; a wrong one is on record by itself."""
    try:
        with writing(door.engine) as session:
            show_code(session, door, code, locked)
            _record_login(session, door, Entry(UseCase.SEE_TODAY, "E", "login"))
    except (CodeWrong, CodeUsed):
        refusal = Entry(UseCase.SEE_TODAY, "E", "login", outcome="refused", detail={"second_factor": True})
        with writing(door.engine) as session:
            _record_login(session, door, refusal)
        raise


def _record_login(session: Session, door: Door, entry: Entry) -> None:
    append(session, entry, door.actor, door.clock.now_utc(), door.workstation)


def _closer(refusal: UserFacingError, place: HousePlace, vault: Vault | None) -> UserFacingError:
    """What is wrong with a file can be told more exactly, now that nothing of it is open."""
    if vault is None:
        return refusal
    if isinstance(refusal, HouseBusy):
        return HouseUnreadable(str(place), "locked")
    if isinstance(refusal, HouseUnreadable) and refusal.reason == "damaged":
        return HouseUnreadable(str(place), opening.why_damaged(place, vault.key))
    return refusal


def _new_engine(place: HousePlace, manager: NewUser, sign: keyfile.Sign) -> tuple[Engine, bytes | None]:
    if place.url:
        return server_engine(place.url), None
    key = keyfile.create(place.keys, manager.username, manager.password, sign)
    place.database.touch(mode=0o600)  # for its owner alone; SQLite gives its journal the same rights
    return file_engine(place.database, key), key


def _engine(place: HousePlace, username: str, password: str) -> tuple[Engine, Vault | None]:
    if place.url:
        return server_engine(place.url), None
    key = key_change.unlock(place.keys, username, password)
    return file_engine(place.database, key), Vault(place.keys, key)


def _known_actor(engine: Engine, username: str, password: str, *, is_server: bool) -> Actor:
    with reading(engine) as session:
        user = session.scalar(select(User).where(User.username == username.casefold()))
        if user is None or not user.is_active:
            raise WrongPassword
        if is_server and not (user.password_hash and passwords.is_right(password, user.password_hash)):
            raise WrongPassword
        return _actor(user)


def _new_row(new: NewUser, user_id: int | None, *, with_hash: bool) -> User:
    stored = passwords.hashed(new.password) if with_hash else None
    return User(id=user_id, username=new.username.casefold(), name=new.name, role=new.role, password_hash=stored)


def _actor(user: User) -> Actor:
    return Actor(user.id, user.username, user.name, user.role.value)
