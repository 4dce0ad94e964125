"""One question of a form on paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """``boxes``: words to tick; ``lines``: lines to write on; ``is_needed``: the guest cannot come without it."""

    name: str
    boxes: tuple[str, ...] = ()
    lines: int = 1
    is_needed: bool = False
    hint: str = ""
