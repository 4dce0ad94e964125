"""Letting people in and out: accounts, roles, passwords.

Who may come in stands in the house and in its key file. Both change in one step or not at all (``db/key_change.py``).
"""

from dataclasses import replace

from sqlalchemy import func, select

from logeerhuis_app.db.keyfile import RECOVERY
from logeerhuis_app.domain.errors import AlreadyExists, FieldRequired, NotFound
from logeerhuis_app.domain.errors_access import NoManagerLeft, OldPasswordWrong, OwnAccount
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.domain.usernames import require_username
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work, reads
from logeerhuis_app.services.login import NewUser
from logeerhuis_app.services.new_passwords import is_password_of, set_password, take_password_away
from logeerhuis_app.services.patience import own_password_asked
from logeerhuis_app.services.rows.users import UserList, UserRow


@reads(UseCase.MANAGE_USERS)
def _users(work: Work) -> tuple[UserRow, ...]:
    last = func.max(AuditLine.at_utc)
    entered = (
        select(AuditLine.username, last)
        .where(AuditLine.object_kind == "login", AuditLine.outcome == "done")
        .group_by(AuditLine.username)
    )
    times = {username: at for username, at in work.session.execute(entered)}  # noqa: C416 — a Row is a tuple, but not to the type checker
    users = work.session.scalars(select(User).order_by(User.is_active.desc(), User.name))
    return tuple(
        UserRow(
            user.id,
            user.username,
            user.name,
            user.role,
            user.is_active,
            user.password_hash is not None,
            user.second_factor_key is not None,
            times.get(user.username),
        )
        for user in users
    )


def user_list(door: Door) -> UserList:
    """Everybody with an account, those who may come in first."""
    users = _users(door)
    if door.vault is None:
        return UserList(users, None)
    names = door.vault.usernames()
    return UserList(tuple(replace(user, can_enter=user.username in names) for user in users), RECOVERY in names)


def add_user(door: Door, wish: NewUser) -> Changes:
    """Give someone an account.

    Raises:
        AlreadyExists: the user name is taken; a name of somebody who left stays taken, for the log speaks of it.
        UsernameUnfit, FieldRequired, PasswordWeak.
    """

    def deed(work: Work) -> Changes:
        username = require_username(wish.username)
        if work.session.scalar(select(User.id).where(User.username == username)):
            raise AlreadyExists("user", username)
        user = User(username=username, name=_name(wish.name), role=wish.role)
        work.session.add(user)
        work.session.flush()
        work.log("C", "user", user.id, username=username, role=wish.role.value)
        set_password(work.keys, user, wish.password)
        return Changes(Topic.HOUSE, created_id=user.id)

    return door.write(UseCase.MANAGE_USERS, deed)


def change_user(door: Door, user_id: int, name: str, role: Role) -> Changes:
    """Another name under the notes, or another role; whoever is at work with the old role has to log in again.

    Raises:
        NoManagerLeft, OwnAccount, FieldRequired.
    """

    def deed(work: Work) -> Changes:
        user = _user(work, user_id)
        if user.role is not role:
            _require_not_needed(work, user)
        changed = {
            code: [str(old), str(new)]
            for code, old, new in (("name", user.name, _name(name)), ("role", user.role.value, role.value))
            if old != new
        }
        user.name, user.role = _name(name), role
        work.log("U", "user", user.id, username=user.username, changed=changed)
        return Changes(Topic.HOUSE)

    return door.write(UseCase.MANAGE_USERS, deed)


def block_user(door: Door, user_id: int) -> Changes:
    """Somebody leaves: the password opens nothing from now on, and an open window saves nothing more.

    Raises:
        NoManagerLeft, OwnAccount.
    """

    def deed(work: Work) -> Changes:
        user = _user(work, user_id)
        _require_not_needed(work, user)
        user.is_active = False
        work.log("U", "user", user.id, username=user.username, changed={"is_active": [True, False]})
        work.session.flush()
        take_password_away(work.keys, user)
        return Changes(Topic.HOUSE)

    return door.write(UseCase.MANAGE_USERS, deed)


def give_password(door: Door, user_id: int, password: str) -> Changes:
    """Another password for somebody who lost it; a blocked user is let in again with it.

    Raises:
        PasswordWeak.
        OwnAccount: for the own password the old one must be known.
    """

    def deed(work: Work) -> Changes:
        user = _user(work, user_id)
        if user.id == work.actor.user_id:
            raise OwnAccount
        changed = {} if user.is_active else {"is_active": [False, True]}
        user.is_active = True
        work.log("U", "user", user.id, username=user.username, new_password=True, changed=changed)
        work.session.flush()
        set_password(work.keys, user, password)
        return Changes(Topic.HOUSE)

    return door.write(UseCase.MANAGE_USERS, deed)


def change_own_password(door: Door, old: str, new: str) -> Changes:
    """Everybody may, and nobody else hears the new one.

    Raises:
        OldPasswordWrong, TooManyTries, PasswordWeak.
    """

    def deed(work: Work) -> Changes:
        user = _user(work, work.actor.user_id or 0)
        if not is_password_of(door.vault, user, old):
            raise OldPasswordWrong
        work.log("U", "user", user.id, username=user.username, new_password=True)
        set_password(work.keys, user, new)
        return Changes(Topic.NONE)

    with own_password_asked(door):
        return door.write(UseCase.CHANGE_OWN_PASSWORD, deed)


def _user(work: Work, user_id: int) -> User:
    user = work.session.get(User, user_id, with_for_update=True)
    if user is None:
        raise NotFound("user", str(user_id))
    return user


def _name(name: str) -> str:
    if not name.strip():
        raise FieldRequired("name")
    return name.strip()


def _require_not_needed(work: Work, user: User) -> None:
    """On a server two managers could send each other away at one moment: the rows of both are locked first."""
    managers = select(User).where(User.role == Role.MANAGER, User.is_active).order_by(User.id).with_for_update()
    if [manager.id for manager in work.session.scalars(managers)] == [user.id]:
        raise NoManagerLeft(user.name)
    if user.id == work.actor.user_id:
        raise OwnAccount
