"""What every new password goes through, and where it is kept: in the key file, or as a hash on a server."""

from logeerhuis_app.db import passwords
from logeerhuis_app.db.key_change import KeyChange
from logeerhuis_app.db.keyfile import Vault
from logeerhuis_app.models import User
from logeerhuis_app.services.password_rules import require_strong


def set_password(keys: KeyChange | None, user: User, password: str) -> None:
    """The file of the house stays as it is: only the way to its key is made anew.

    Raises:
        PasswordWeak: it is too easy to guess.
    """
    require_strong(password, user.username, user.name)
    if keys is not None:
        keys.add_user(user.username, password)
    else:
        user.password_hash = passwords.hashed(password)


def is_password_of(vault: Vault | None, user: User, password: str) -> bool:
    if vault is not None:
        return vault.is_password_of(user.username, password)
    return bool(user.password_hash) and passwords.is_right(password, str(user.password_hash))


def take_password_away(keys: KeyChange | None, user: User) -> None:
    if keys is not None:
        keys.remove_user(user.username)
    else:
        user.password_hash = None
