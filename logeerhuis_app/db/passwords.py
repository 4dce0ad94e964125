"""Passwords made dear to guess: argon2id for a key, and its customary text form where the house lives on a server.

Two derivations with several lanes wait for each other for ever inside OpenSSL's pool of threads (seen with cryptography
50.0.2: a login beside a change of password hung the program), so each passes here, one after the other.
"""

import secrets
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY_BYTES = 32
_SALT_BYTES = 16
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Cost:
    """How dear one guess of a password is (argon2id). Source: RFC 9106 §4, second recommended option, with p=4."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


def noted_cost(params: Mapping[str, int]) -> Cost:
    """As it stands beside a key: a key that was made dearer or cheaper than is usual now still opens."""
    return Cost(memory_kib=params["m"], passes=params["t"], lanes=params["p"])


def normal(password: str) -> bytes:
    """NFC, or «é» typed on a Mac does not match."""
    return unicodedata.normalize("NFC", password).encode()


def derived_key(password: str, salt: bytes, cost: Cost) -> bytes:
    """The key that this password makes."""
    with _one_at_a_time:
        return _argon2id(salt, cost).derive(normal(password))


def hashed(password: str, cost: Cost | None = None) -> str:
    """What is stored: cost, salt and digest, never the password."""
    with _one_at_a_time:
        return _argon2id(secrets.token_bytes(_SALT_BYTES), cost or Cost()).derive_phc_encoded(normal(password))


def is_right(password: str, stored: str) -> bool:
    with _one_at_a_time:
        try:
            Argon2id.verify_phc_encoded(normal(password), stored)
        except InvalidKey:
            return False
    return True


def _argon2id(salt: bytes, cost: Cost) -> Argon2id:
    return Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
