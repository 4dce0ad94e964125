"""The guest's own data: a new file, a change, who is the fixed contact."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as bsn_number
from stdnum.nl import postcode as postcode_rule

from logeerhuis_app.domain.checks import (
    USUALLY_OLDER,
    FileConcern,
    Reason,
    require_birth_date,
    require_email,
    require_not_future,
)
from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.errors import AlreadyExists, Concern, ConcernsOpen, FieldInvalid, FieldRequired
from logeerhuis_app.domain.guests import FileStatus, Gender, MaritalStatus
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import (
    AddressKind,
    EndReason,
    HouseKind,
    IdentityDocument,
    LifeStance,
    LivingSituation,
    NameUsage,
    shown_name,
)
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.searching import person_of, sounds
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.i18n.languages import languages
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.models import Guest, GuestKey, House, User
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.phone_numbers import checked_phones


@dataclass(frozen=True)
class PersonWish:
    """Who the guest is. ``bsn`` and ``identity_number`` None leave the number as it is, empty takes it away."""

    given_name: str
    born: PartialDate | date | None
    last_name: str = ""
    prefix: str = ""
    first_names: str = ""
    initials: str = ""
    partner_prefix: str = ""
    partner_last_name: str = ""
    name_usage: NameUsage = NameUsage.OWN
    form_of_address: str = ""
    gender: Gender = Gender.UNKNOWN
    marital_status: MaritalStatus | None = None
    address_kind: AddressKind = AddressKind.HOME
    street: str = ""
    house_no: str = ""
    house_letter: str = ""
    house_addition: str = ""
    postcode: str = ""
    town: str = ""
    municipality: str = ""
    municipality_code: str = ""
    municipality_since: date | None = None
    phone: str = ""
    more_phones: tuple[MorePhone, ...] = ()
    email: str = ""
    more_emails: tuple[str, ...] = ()
    language: str = ""
    interpreter_needed: bool | None = None
    life_stance: LifeStance | None = None
    life_stance_text: str = ""
    living_situation: LivingSituation | None = None
    house_kind: HouseKind | None = None
    lives_with: str = ""
    identity_checked_on: date | None = None
    identity_document: IdentityDocument | None = None
    identity_number: str | None = None
    file_status: FileStatus = FileStatus.ACTIVE
    end_reason: EndReason | None = None
    ended_on: date | None = None
    bsn: str | None = None
    version: int = 0
    accepted: tuple[str, ...] = ()

    @property
    def birth(self) -> PartialDate | None:
        """A whole day may be given as a date."""
        return PartialDate.of(self.born) if isinstance(self.born, date) else self.born


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
    accepted = _weigh(work, wish, values["born"], 0, is_other_birth=True)
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
    is_other_person = any(getattr(row, name) != values[name] for name in _WHO)
    is_other_birth = row.born != values["born"]
    accepted = _weigh(work, wish, values["born"], row.id, is_other_birth=is_other_birth) if is_other_person else ()
    changed = put(row, values)
    work.log("U", "guest", row.id, row.id, changed=changed, **_told(accepted))
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.CHANGE_GUEST)
def set_fixed_contact(work: Work, guest_id: int, user_id: int | None, version: int, reason: str = "") -> Changes:
    """Who in the house the family calls (Dutch: vast contactpersoon).

    Raises: FieldRequired, when a family gets another one without a reason: it wants one and the same person.
    """
    row = found(work.session, Guest, guest_id, version)
    if user_id is not None:
        found(work.session, User, user_id)
    if row.fixed_contact_id not in (None, user_id) and not reason.strip():
        raise FieldRequired("reason")
    changed = put(row, {"fixed_contact_id": user_id})
    work.log("U", "guest", row.id, row.id, changed=changed, **({"reason": reason.strip()} if reason.strip() else {}))
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


def checked_letter(text: str) -> str:
    """One letter, or empty. Raises: FieldInvalid."""
    letter = text.strip().upper()
    if letter and not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        raise FieldInvalid("house_letter", text, Reason.ONE_LETTER)
    return letter


def checked_language(code: str) -> str:
    """An ISO 639-1 code, or empty. Raises: FieldInvalid."""
    if code and code not in dict(languages()):
        raise FieldInvalid("language", code, Reason.LANGUAGE)
    return code


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
        FieldRequired: no given name, no birth date, or a file that ended without saying why.
        FieldInvalid: a birth date that cannot be, a BSN that fails the eleven test or comes before the identity
            was established, a postcode, telephone or e-mail that cannot be.
        AlreadyExists: another file has this BSN.
    """
    born = wish.birth
    if not tidy_line(wish.given_name):
        raise FieldRequired("given_name")
    if born is None:
        raise FieldRequired("born")
    require_birth_date(born, work.today)
    require_not_future("identity_checked_on", wish.identity_checked_on, work.today)
    require_not_future("municipality_since", wish.municipality_since, work.today)
    plain = {name: getattr(wish, name) for name in _PLAIN}
    return plain | {
        "born": born,
        "house_letter": checked_letter(wish.house_letter),
        "language": checked_language(wish.language),
        "postcode": checked_postcode(wish.postcode),
        "identity_number": _wished_number(wish, row),
        **checked_phones(wish.phone, wish.more_phones),
        **_emails(wish),
        **_end(wish, work.today),
        "bsn": _wished_bsn(work.session, wish, row),
    }


def _emails(wish: PersonWish) -> dict[str, Any]:
    require_email("email", wish.email)
    for address in wish.more_emails:
        require_email("more_emails", address)
    return {"email": wish.email, "more_emails": [address.strip() for address in wish.more_emails if address.strip()]}


def _end(wish: PersonWish, today: date) -> dict[str, Any]:
    """A file that ended says why, and since when; an open one says neither."""
    if wish.file_status is not FileStatus.ENDED:
        return {"end_reason": None, "ended_on": None}
    if wish.end_reason is None:
        raise FieldRequired("end_reason")
    require_not_future("ended_on", wish.ended_on, today)
    return {"end_reason": wish.end_reason, "ended_on": wish.ended_on or today}


_PLAIN = (
    *("given_name", "last_name", "prefix", "first_names", "initials", "partner_prefix", "partner_last_name"),
    *("name_usage", "form_of_address", "gender", "marital_status", "address_kind", "street", "house_no"),
    *("house_addition", "town", "municipality", "municipality_code", "municipality_since"),
    *("interpreter_needed", "life_stance", "life_stance_text", "living_situation", "house_kind", "lives_with"),
    *("identity_checked_on", "identity_document", "file_status"),
)


def _wished_number(wish: PersonWish, row: Guest | None) -> str:
    """The number of the identity document, without spaces; only once the identity was established."""
    if wish.identity_number is None:
        return row.identity_number if row is not None else ""
    number = re.sub(r"\s", "", wish.identity_number).upper()
    if number and wish.identity_checked_on is None:
        raise FieldInvalid("identity_number", "•" * len(number), Reason.IDENTITY_FIRST)
    return number


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
        name = shown_name(owner)
        raise AlreadyExists("bsn", f"{owner.guest_no} {name}", owner.id)
    return number


def _weigh(work: Work, wish: PersonWish, born: PartialDate, own_id: int, *, is_other_birth: bool) -> tuple[str, ...]:
    """The kinds of concerns that were passed. Raises: ConcernsOpen for one that was not."""
    found_concerns = []
    twin = _twin(work.session, wish, born, own_id)
    if twin is not None:
        detail = f"{twin.guest_no} {shown_name(twin)}, {birth_words(twin.born)}"
        found_concerns.append(Concern(FileConcern.DUPLICATE.value, detail, twin.id))
    age = born.age_on(work.today)
    if is_other_birth and age < USUALLY_OLDER:
        found_concerns.append(Concern(FileConcern.YOUNG.value, str(age)))
    if any(concern.kind not in wish.accepted for concern in found_concerns):
        raise ConcernsOpen(tuple(found_concerns))
    return tuple(concern.kind for concern in found_concerns)


def _twin(session: Session, wish: PersonWish, born: PartialDate, own_id: int) -> Guest | None:
    """A file of somebody who sounds like this, by either family name, and may be born on this day."""
    given, last = sounds(person_of(wish, born))
    others = {sounds(person_of(replace(wish, name_usage=usage), born))[1] for usage in NameUsage}
    same = (
        select(Guest)
        .join(GuestKey, GuestKey.guest_id == Guest.id)
        .where(GuestKey.given_sound == given, GuestKey.last_sound.in_(others | {last}), Guest.id != own_id)
        .order_by(Guest.id)
    )
    return next((guest for guest in session.scalars(same) if guest.born.may_be(born)), None)


_WHO = ("given_name", "last_name", "partner_last_name", "name_usage", "born")


def _told(accepted: Iterable[str]) -> dict[str, Any]:
    return {"accepted": list(accepted)} if accepted else {}


def _next_number(session: Session) -> str:
    """One more than the highest: a number is never used again, for a file is never thrown away by a person."""
    numbers = [int(text) for text in session.scalars(select(Guest.guest_no)) if text.isdecimal()]
    return f"{max(numbers, default=0) + 1:04d}"
