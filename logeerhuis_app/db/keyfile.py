"""The key file beside the house: who can open it, and with which password.

A random 256-bit data key encrypts the house. It is sealed to each user's X25519 key pair; the private half is
wrapped with a key derived from the user's password (argon2id). So any user opens the same file with an own
password, a new user needs no other password, and changing a password leaves the house's file alone.

The file carries two seals: one that anybody can check, so that a changed byte is told as damage and not as a wrong
password, and one that is made with the data key, so that a change by somebody who has no way in is noticed too.

Who may come in is changed through ``db/key_change.py``, together with the house.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from logeerhuis_app.db.passwords import KEY_BYTES, Cost, derived_key, noted_cost
from logeerhuis_app.db.whole_files import replace_whole
from logeerhuis_app.domain.errors import HouseUnreadable, WrongPassword

FORMAT = 1
RECOVERY = "#herstel"
"""The entry that the recovery code opens; no user name begins with such a sign."""
INNER_SEAL, OUTER_SEAL = "inner_seal", "outer_seal"
Content = dict[str, Any]
_ZERO_NONCE = b"\0" * 12  # safe: the sealing key is fresh for every seal


@dataclass(frozen=True)
class Vault:
    """An opened key file: enough to let somebody else in. ``repr`` never shows the key."""

    path: Path
    key: bytes = field(repr=False)

    def is_password_of(self, username: str, password: str) -> bool:
        try:
            return unlock(self.path, username, password) == self.key
        except WrongPassword:
            return False

    def require_whole(self) -> None:
        """Raises: HouseUnreadable, when something else than this program wrote in the key file."""
        _require_own(self.path, read(self.path), self.key)

    def usernames(self) -> frozenset[str]:
        """Whoever has a password, and the recovery code if there is one."""
        return frozenset(usernames(self.path))


@dataclass(frozen=True)
class Sign:
    """What stands on the door before anybody comes in: no person's data."""

    house: str
    is_practice: bool


def create(path: Path, username: str, password: str, sign: Sign, cost: Cost | None = None) -> bytes:
    """Make a key file with one user; gives the new data key.

    Raises:
        FileExistsError: there is one already; it is never overwritten, for that would lose the house.
    """
    key = secrets.token_bytes(KEY_BYTES)
    with path.open("x"):
        path.chmod(0o600)
    users = [_entry(username, password, key, cost or Cost())]
    content = {"format": FORMAT, "sign": [sign.house, sign.is_practice], "users": users}
    replace_whole(path, sealed_text(content, key))
    return key


def unlock(path: Path, username: str, password: str) -> bytes:
    """The data key.

    Raises:
        WrongPassword: no such user, or not this password; which of the two is not told.
        HouseUnreadable: the key file is damaged, or was changed by somebody without a way in.
    """
    content = read(path)
    entry = next((user for user in content["users"] if user["name"] == username.casefold()), None)
    if entry is None:
        raise WrongPassword
    try:
        private = _private_half(entry, password)
        key = _open_seal(private, bytes.fromhex(entry["sealed_key"]))
    except InvalidTag:
        raise WrongPassword from None
    _require_own(path, content, key)
    return key


def with_user(content: Content, key: bytes, username: str, password: str, cost: Cost | None = None) -> Content:
    """One more user can open the house, or an existing one has a new password."""
    others = without_user(content, username)
    return {**others, "users": [*others["users"], _entry(username, password, key, cost or Cost())]}


def without_user(content: Content, username: str) -> Content:
    """Somebody's way in is taken away."""
    return {**content, "users": [user for user in content["users"] if user["name"] != username.casefold()]}


def with_house(content: Content, house: str) -> Content:
    """Another name on the door."""
    return {**content, "sign": [house, content["sign"][1]]}


def sign(path: Path) -> Sign:
    """Which house this is.

    Raises:
        HouseUnreadable: the key file is damaged.
    """
    house, is_practice = read(path)["sign"]
    return Sign(str(house), bool(is_practice))


def usernames(path: Path) -> list[str]:
    """Who can open the house, in the order they were added."""
    return [user["name"] for user in read(path)["users"]]


def _entry(username: str, password: str, key: bytes, cost: Cost) -> dict[str, Any]:
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    params = {"m": cost.memory_kib, "t": cost.passes, "p": cost.lanes, "salt": salt.hex()}
    wrapped = AESGCM(_password_key(params, password)).encrypt(
        nonce, private.private_bytes_raw(), _bound_to(username.casefold(), params)
    )
    return {
        "name": username.casefold(),
        "params": params,
        "nonce": nonce.hex(),
        "private": wrapped.hex(),
        "public": public.hex(),
        "sealed_key": _seal(public, key).hex(),
    }


def _password_key(params: dict[str, Any], password: str) -> bytes:
    return derived_key(password, bytes.fromhex(params["salt"]), noted_cost(params))


def _bound_to(name: str, params: dict[str, Any]) -> bytes:
    """Ties the wrapped key to its user and cost, so that neither can be swapped in the file unnoticed."""
    return json.dumps([name, params], sort_keys=True).encode()


def _private_half(entry: dict[str, Any], password: str) -> X25519PrivateKey:
    params = entry["params"]
    raw = AESGCM(_password_key(params, password)).decrypt(
        bytes.fromhex(entry["nonce"]), bytes.fromhex(entry["private"]), _bound_to(entry["name"], params)
    )
    return X25519PrivateKey.from_private_bytes(raw)


def _seal(public: bytes, key: bytes) -> bytes:
    ephemeral = X25519PrivateKey.generate()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    ephemeral_public = ephemeral.public_key().public_bytes_raw()
    return ephemeral_public + AESGCM(_sealing_key(shared, ephemeral_public, public)).encrypt(_ZERO_NONCE, key, public)


def _open_seal(private: X25519PrivateKey, sealed: bytes) -> bytes:
    public = private.public_key().public_bytes_raw()
    ephemeral_public, box = sealed[:32], sealed[32:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(ephemeral_public))
    return AESGCM(_sealing_key(shared, ephemeral_public, public)).decrypt(_ZERO_NONCE, box, public)


def _sealing_key(shared: bytes, ephemeral_public: bytes, public: bytes) -> bytes:
    info = b"logeerhuis data key 1" + ephemeral_public + public
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(shared)


def read(path: Path) -> Content:
    """What stands in a key file.

    Raises:
        HouseUnreadable: a byte of it is not as it was written.
    """
    raw = path.read_bytes()
    try:
        content: Content = json.loads(raw)
        is_whole = raw == _text(content).encode() and content[OUTER_SEAL] == _outer_seal(content)
        if not is_whole or content["format"] != FORMAT or len(content["sign"]) != 2:
            raise HouseUnreadable(str(path.parent), "keyfile")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise HouseUnreadable(str(path.parent), "keyfile") from None
    return content


def _require_own(path: Path, content: Content, key: bytes) -> None:
    if not hmac.compare_digest(_inner_seal(content, key), content[INNER_SEAL]):
        raise HouseUnreadable(str(path.parent), "keyfile_changed")


def sealed_text(content: Content, key: bytes) -> str:
    """The file as it is written: in one form only, so that every byte of it counts."""
    plain = {name: value for name, value in content.items() if name not in (INNER_SEAL, OUTER_SEAL)}
    within = {**plain, INNER_SEAL: _inner_seal(plain, key)}
    return _text({**within, OUTER_SEAL: _outer_seal(within)})


def _inner_seal(content: Content, key: bytes) -> str:
    """Made with the data key, over everything but the seals."""
    derived = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"logeerhuis key file 1").derive(key)
    return hmac.digest(derived, _said(content, INNER_SEAL, OUTER_SEAL), "sha256").hex()


def _outer_seal(content: Content) -> str:
    return hashlib.sha256(_said(content, OUTER_SEAL)).hexdigest()


def _said(content: Content, *but: str) -> bytes:
    return _text({name: value for name, value in content.items() if name not in but}).encode()


def _text(content: Content) -> str:
    return json.dumps(content, indent=1, sort_keys=True)
