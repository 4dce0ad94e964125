"""The guest's own data: a new file, a change, who is the fixed contact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsn_number
from stdnum.nl import postcode as postcode_rule

from logeerhuis_app.domain.checks import (
    FileConcern,
    Reason,
    require_birth_date,
    require_email,
    require_not_future,
    require_phone,
)
from logeerhuis_app.domain.errors import AlreadyExists, Concern, ConcernsOpen, FieldInvalid, FieldRequired
from logeerhuis_app.domain.guests import FileStatus, Gender, MaritalStatus, full_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.searching import Person, sounds
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.models import Guest, GuestKey, House, User
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put


@dataclass(frozen=True)
class PersonWish:
    """Who the guest is. ``bsn`` None leaves the number as it is, empty takes it away."""

    given_name: str
    born: date | None
    last_name: str = ""
    prefix: str = ""
    first_names: str = ""
    form_of_address: str = ""
    gender: Gender = Gender.UNKNOWN
    marital_status: MaritalStatus | None = None
    street: str = ""
    house_no: str = ""
    postcode: str = ""
    town: str = ""
    municipality: str = ""
    municipality_code: str = ""
    phone: str = ""
    email: str = ""
    lives_with: str = ""
    identity_checked_on: date | None = None
    identity_document: str = ""
    file_status: FileStatus = FileStatus.ACTIVE
    bsn: str | None = None
    version: int = 0
    accepted: tuple[str, ...] = ()


@writes(UseCase.REGISTER_GUEST)
def register_guest(work: Work, wish: PersonWish) -> Changes:
    """Open a file. A given name and a birth date are enough; everything else can follow.

    Raises:
        FieldRequired, FieldInvalid: see ``_checked``.
        AlreadyExists: another file has this BSN.
        ConcernsOpen: there is a file with this birth date and a name that sounds like this.
    """
    # Two front desks on a server: the second waits here, so that numbers and BSNs are given once.
    work.session.get(House, 1, with_for_update=True)
    values = _checked(work, wish, None)
    accepted = _weigh(work.session, wish, 0)
    row = Guest(guest_no=_next_number(work.session))
    put(row, values)
    work.session.add(row)
    work.session.flush()
    work.log("C", "guest", row.id, row.id, guest_no=row.guest_no, **_told(accepted))
    return Changes(Topic.GUESTS, created_id=row.id, number=row.guest_no)


@writes(UseCase.CHANGE_GUEST)
def change_guest(work: Work, guest_id: int, wish: PersonWish) -> Changes:
    """Change who the guest is; old and new values are on record, never the BSN itself.

    Raises:
        As ``register_guest``; ChangedByOther: somebody saved this file since it was read.
    """
    row = found(work.session, Guest, guest_id, wish.version)
    values = _checked(work, wish, row)
    is_other_person = any(getattr(row, name) != values[name] for name in ("given_name", "last_name", "born"))
    accepted = _weigh(work.session, wish, row.id) if is_other_person else ()
    changed = put(row, values)
    work.log("U", "guest", row.id, row.id, changed=changed, **_told(accepted))
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.CHANGE_GUEST)
def set_fixed_contact(work: Work, guest_id: int, user_id: int | None, version: int) -> Changes:
    """Who in the house the family calls (Dutch: vast contactpersoon)."""
    row = found(work.session, Guest, guest_id, version)
    if user_id is not None:
        found(work.session, User, user_id)
    changed = put(row, {"fixed_contact_id": user_id})
    work.log("U", "guest", row.id, row.id, changed=changed)
    return Changes(Topic.GUESTS | Topic.TRAJECTORIES)


def checked_bsn(text: str) -> str:
    """Nine digits that pass the eleven test.

    Raises: FieldInvalid. The number typed is not repeated in it, for errors are logged.
    """
    digits = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"[0-9]{9}", digits):
        raise FieldInvalid("bsn", "•" * len(digits), Reason.BSN)
    try:
        return str(bsn_number.validate(digits))
    except ValidationError as fault:
        raise FieldInvalid("bsn", "•" * len(digits), Reason.BSN) from fault


def checked_postcode(text: str) -> str:
    """«2601 DC», or empty. Raises: FieldInvalid."""
    if not text.strip():
        return ""
    try:
        return str(postcode_rule.validate(text))
    except ValidationError as fault:
        raise FieldInvalid("postcode", text, Reason.POSTCODE) from fault


def _checked(work: Work, wish: PersonWish, row: Guest | None) -> dict[str, Any]:
    """The wish as columns.

    Raises:
        FieldRequired: no given name or no birth date.
        FieldInvalid: a birth date that cannot be, a BSN that fails the eleven test or comes before the identity
            was established, a postcode, telephone or e-mail that cannot be.
        AlreadyExists: another file has this BSN.
    """
    if not tidy_line(wish.given_name):
        raise FieldRequired("given_name")
    if wish.born is None:
        raise FieldRequired("born")
    require_birth_date(wish.born, work.today)
    require_not_future("identity_checked_on", wish.identity_checked_on, work.today)
    require_phone("phone", wish.phone)
    require_email("email", wish.email)
    plain = {name: getattr(wish, name) for name in _PLAIN}
    return plain | {
        "postcode": checked_postcode(wish.postcode),
        "bsn": _wished_bsn(work.session, wish, row),
    }


_PLAIN = (
    *("given_name", "born", "last_name", "prefix", "first_names", "form_of_address", "gender", "marital_status"),
    *("street", "house_no", "town", "municipality", "municipality_code", "phone", "email", "lives_with"),
    *("identity_checked_on", "identity_document", "file_status"),
)


def _wished_bsn(session: Session, wish: PersonWish, row: Guest | None) -> str | None:
    if wish.bsn is None:
        return row.bsn if row is not None else None
    if not wish.bsn.strip():
        return None
    number = checked_bsn(wish.bsn)
    if wish.identity_checked_on is None:
        raise FieldInvalid("bsn", "•" * len(number), Reason.IDENTITY_FIRST)
    owner = session.scalars(select(Guest).where(Guest.bsn == number)).first()
    if owner is not None and (row is None or owner.id != row.id):
        name = full_name(owner.given_name, owner.prefix, owner.last_name)
        raise AlreadyExists("bsn", f"{owner.guest_no} {name}", owner.id)
    return number


def _weigh(session: Session, wish: PersonWish, own_id: int) -> tuple[str, ...]:
    """The concerns that were passed. Raises: ConcernsOpen for one that was not."""
    given, last = sounds(Person(wish.given_name, "", wish.prefix, wish.last_name, wish.born))
    same = (
        select(Guest)
        .join(GuestKey, GuestKey.guest_id == Guest.id)
        .where(GuestKey.given_sound == given, GuestKey.last_sound == last, Guest.born == wish.born, Guest.id != own_id)
    )
    twin = session.scalars(same).first()
    if twin is None:
        return ()
    if FileConcern.DUPLICATE not in wish.accepted:
        name = full_name(twin.given_name, twin.prefix, twin.last_name)
        detail = f"{twin.guest_no} {name}, {date_numeric(twin.born)}"
        raise ConcernsOpen((Concern(FileConcern.DUPLICATE.value, detail, twin.id),))
    return (FileConcern.DUPLICATE.value,)


def _told(accepted: Iterable[str]) -> dict[str, Any]:
    return {"accepted": list(accepted)} if accepted else {}


def _next_number(session: Session) -> str:
    """One more than the highest: a number is never used again, for a file is never thrown away by a person."""
    numbers = [int(text) for text in session.scalars(select(Guest.guest_no)) if text.isdecimal()]
    return f"{max(numbers, default=0) + 1:04d}"
