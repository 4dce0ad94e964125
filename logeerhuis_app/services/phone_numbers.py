"""Whether a telephone number can be one, and what kind it is; phonenumbers knows the plans of every country."""

from collections.abc import Iterable
from typing import Any

from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberMatcher,
    PhoneNumberType,
    is_valid_number,
    number_type,
)

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.contact_points import MorePhone, kept_phones
from logeerhuis_app.domain.errors import FieldInvalid
from logeerhuis_app.domain.person import PhoneKind

COUNTRY = "NL"
_DUTCH, _DUTCH_DIGITS = 31, 9
_KINDS = {PhoneNumberType.MOBILE: PhoneKind.MOBILE, PhoneNumberType.FIXED_LINE: PhoneKind.LAND_LINE}


def require_phone(field: str, text: str) -> None:
    """Empty, or with a number that can be called. Words beside it («na 18 uur») are welcome.

    Raises: FieldInvalid.
    """
    if text.strip() and phone_number(text) is None:
        raise FieldInvalid(field, text, Reason.PHONE)


def checked_phones(first: str, more: Iterable[MorePhone]) -> dict[str, Any]:
    """The columns ``phone`` and ``more_phones``. Raises: FieldInvalid, with the field it is about."""
    require_phone("phone", first)
    others = list(more)
    for one in others:
        require_phone("more_phones", one.number)
    kept = kept_phones(MorePhone(one.number, one.use, phone_kind(one.number)) for one in others)
    return {"phone": first, "more_phones": kept}


def phone_kind(text: str) -> PhoneKind | None:
    """Mobile or land line; None where the number does not tell."""
    number = phone_number(text)
    return None if number is None else _KINDS.get(number_type(number))


def phone_number(text: str) -> PhoneNumber | None:
    """The number in the text. One of the Netherlands has nine digits behind its zero, or is a known service."""
    for match in PhoneNumberMatcher(text, COUNTRY, leniency=Leniency.POSSIBLE):
        number: PhoneNumber = match.number
        is_whole = number.country_code != _DUTCH or len(str(number.national_number)) == _DUTCH_DIGITS
        if is_whole or is_valid_number(number):
            return number
    return None
