"""Passwords where the house lives on a server: argon2id in the customary text form."""

import secrets

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from logeerhuis_app.db.keyfile import Cost, normal


def hashed(password: str, cost: Cost | None = None) -> str:
    """What is stored: cost, salt and digest, never the password."""
    cost = cost or Cost()
    derive = Argon2id(
        salt=secrets.token_bytes(16), length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return derive.derive_phc_encoded(normal(password))


def is_right(password: str, stored: str) -> bool:
    try:
        Argon2id.verify_phc_encoded(normal(password), stored)
    except InvalidKey:
        return False
    return True
