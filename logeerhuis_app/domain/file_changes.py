"""What became different in a file between two moments: the steps in between are left out."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any


class ChangeSection(StrEnum):
    """Where a change is told; what guards the guest comes first."""

    SAFETY = "safety"
    MEDICATION = "medication"
    CARE = "care"
    PEOPLE = "people"
    PERSON = "person"
    MONEY = "money"


Values = Mapping[str, Any]


def net(steps: Iterable[Values]) -> dict[str, tuple[Any, Any]]:
    """The first old and the last new value of each field; what ended as it began is no change.

    Each step is {field: [old, new]}; a value that is kept secret is the word «changed» instead.
    """
    found: dict[str, tuple[Any, Any]] = {}
    for step in steps:
        for name, change in step.items():
            if not isinstance(change, list):
                found[name] = ("", change)
                continue
            old, new = change
            found[name] = (found[name][0] if name in found else old, new)
    return {name: (old, new) for name, (old, new) in found.items() if (old or "") != (new or "")}
