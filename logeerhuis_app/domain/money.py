"""Money in integer cents; nothing here ever sees a float."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NewType

Cents = NewType("Cents", int)


def round_cents(amount: Decimal) -> Cents:
    """The one place where money is rounded: half up, to whole cents."""
    return Cents(int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)))


def typed_cents(text: str) -> Cents | None:
    """«152,50», «€ 1.250», «150.50» in cents; None for what cannot be read as one amount without guessing."""
    plain = re.sub(r"[€\s]", "", text)
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[,.](\d{2}))?", plain)
    if found is None:
        return None
    return Cents(int(found[1].replace(".", "")) * 100 + int(found[2] or 0))


def split(total: Cents, shares: Sequence[Fraction]) -> list[Cents]:
    """The total over the shares, by largest remainder, so that the parts add up to the total.

    Equal remainders are served in the order of the shares: the first named party takes the cent.

    Raises:
        ValueError: the shares do not add up to one.
    """
    if sum(shares) != 1:
        raise ValueError(f"shares add up to {sum(shares)}")
    exact = [total * share for share in shares]
    parts = [int(part // 1) for part in exact]
    by_remainder = sorted(range(len(shares)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return [Cents(part) for part in parts]
