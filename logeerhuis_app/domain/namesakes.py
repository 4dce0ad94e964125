"""Who can be taken for whom. A mark that nearly everybody carries warns of nobody, so the rule has two rings.

Among all open files: given and last name that sound the same, or the same birth date. Among guests who are in the
house or arrive today, who lie in neighbouring rooms: a last name or a given name that sounds the same is enough.
Many guests at once are compared by the database (``services.queries.namesakes``), by this same rule.
"""

from dataclasses import dataclass

from logeerhuis_app.domain.partial_date import PartialDate


@dataclass(frozen=True)
class Identity:
    """Names as they sound (``domain.sounds``), without prefix. ``is_near``: in the house, or arriving today."""

    guest_id: int
    given_name: str
    last_name: str
    born: PartialDate
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
