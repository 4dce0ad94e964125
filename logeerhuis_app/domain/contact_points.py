"""Telephone numbers beside the first one, as they are kept in a row: number, kind and use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from logeerhuis_app.domain.person import ContactUse, PhoneKind


@dataclass(frozen=True)
class MorePhone:
    """``kind`` None: the number does not tell whether it is a mobile one."""

    number: str
    use: ContactUse = ContactUse.HOME
    kind: PhoneKind | None = None


def kept_phones(phones: Iterable[MorePhone]) -> list[dict[str, str]]:
    """As a row keeps them; an empty number is none."""
    return [
        {"number": one.number.strip(), "use": one.use.value, "kind": one.kind.value if one.kind else ""}
        for one in phones
        if one.number.strip()
    ]


def read_phones(kept: Iterable[Mapping[str, Any]] | None) -> tuple[MorePhone, ...]:
    return tuple(
        MorePhone(
            str(one.get("number", "")),
            ContactUse(one["use"]) if one.get("use") in set(ContactUse) else ContactUse.HOME,
            PhoneKind(one["kind"]) if one.get("kind") in set(PhoneKind) else None,
        )
        for one in kept or ()
    )


def numbers_in(kept: Iterable[Mapping[str, Any]] | None) -> tuple[str, ...]:
    """The numbers alone."""
    return tuple(one.number for one in read_phones(kept))
