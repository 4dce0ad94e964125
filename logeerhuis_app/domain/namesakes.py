"""Who can be taken for whom. A mark that nearly everybody carries warns of nobody, so the rule has two rings.

Among all open files: the same given and last name, or the same birth date. Among guests who are in the house or
arrive today, who lie in neighbouring rooms: the same last name or the same given name is enough. Names that only
sound alike are not compared yet. Source: data dictionary B1 and D1.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Identity:
    """Names folded: lower case, without diacritics or prefix. ``is_near``: in the house, or arriving today."""

    guest_id: int
    given_name: str
    last_name: str
    born: date
    is_near: bool


def are_alike(one: Identity, other: Identity) -> bool:
    """Whether the one can be taken for the other."""
    if one.guest_id == other.guest_id:
        return False
    same_given = one.given_name == other.given_name
    same_last = bool(one.last_name) and one.last_name == other.last_name
    if one.born == other.born or (same_given and same_last):
        return True
    return one.is_near and other.is_near and (same_given or same_last)


def alike_ids(asked: Iterable[Identity], others: Iterable[Identity]) -> set[int]:
    """Ids of those asked whom one of the others can be taken for: ``are_alike``, without comparing each with each."""
    by_trait: dict[Hashable, set[int]] = defaultdict(set)
    for other in others:
        for trait in _traits(other):
            by_trait[trait].add(other.guest_id)
    return {one.guest_id for one in asked if any(by_trait[trait] - {one.guest_id} for trait in _traits(one))}


def _traits(one: Identity) -> Iterator[Hashable]:
    """Two people who share one of these can be taken for each other."""
    yield one.born
    if one.last_name:
        yield "name", one.given_name, one.last_name
    if one.is_near:
        yield "near, given name", one.given_name
    if one.is_near and one.last_name:
        yield "near, last name", one.last_name
