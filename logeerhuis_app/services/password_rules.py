"""Whether a new password is good enough; told while it is typed, so this needs no database."""

from functools import cache

from logeerhuis_app import paths
from logeerhuis_app.domain.errors_access import PasswordWeak
from logeerhuis_app.domain.passwords import weakness


def require_strong(password: str, *names: str) -> None:
    """Raises: PasswordWeak."""
    weak = weakness(password, names, common_passwords())
    if weak is not None:
        raise PasswordWeak(weak.value)


@cache
def common_passwords() -> frozenset[str]:
    return frozenset(paths.resource("passwords", "common.txt").read_text(encoding="utf-8").split())
