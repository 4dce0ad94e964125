"""The people around the guest: contact persons, professionals, help at home."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import DuringStay, InfoScope
from logeerhuis_app.domain.checks import Reason, periods_overlap, require_email, require_not_future, require_order
from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import HelpKind, ProfessionalRole, Relationship
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.person import ContactRole, FrequencyPeriod, FrequencyUnit
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import ContactPerson, Guest, HealthProfessional, HelpFromOthers
from logeerhuis_app.services.carers import forget_carer
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, kept, put, wish_values
from logeerhuis_app.services.intake_lists import withdraw_statement
from logeerhuis_app.services.phone_numbers import checked_phones, require_phone

_CHANGED = Topic.GUESTS | Topic.CARE
LONGEST_JOURNEY = 24 * 60
MOST_OFTEN = 99
AGB_DIGITS = 8


@dataclass(frozen=True)
class ContactWish:
    """``order`` is the place in the row of people to call: 1 first, 2 second; 0 puts a new one at the end."""

    name: str
    relationship: Relationship = Relationship.OTHER
    phone: str = ""
    order: int = 0
    may_collect: bool = False
    info_scope: InfoScope = InfoScope.PRACTICAL
    lives_with_guest: bool = False
    is_representative: bool = False
    away_from: date | None = None
    away_until: date | None = None
    note: str = ""
    version: int = 0
    roles: tuple[ContactRole, ...] = ()
    more_phones: tuple[MorePhone, ...] = ()
    email: str = ""
    address: str = ""
    collect_note: str = ""
    info_agreed_by: str = ""
    info_agreed_on: date | None = None
    travel_minutes: int | None = None
    reach_note: str = ""
    key_note: str = ""
    stands_in: str = ""


@dataclass(frozen=True)
class ProfessionalWish:
    role: ProfessionalRole
    name: str = ""
    organisation: str = ""
    phone: str = ""
    version: int = 0
    agb: str = ""
    note: str = ""


@dataclass(frozen=True)
class HelpWish:
    """``often`` to ``often_most`` times a period, on these weekdays (1 Monday); ``frequency`` in words beside it."""

    kind: HelpKind
    during_stay: DuringStay = DuringStay.OPEN
    law: Law | None = None
    frequency: str = ""
    note: str = ""
    version: int = 0
    is_voluntary: bool = False
    provider: str = ""
    phone: str = ""
    often: int | None = None
    often_most: int | None = None
    often_unit: FrequencyUnit = FrequencyUnit.TIMES
    often_period: FrequencyPeriod = FrequencyPeriod.WEEK
    weekdays: tuple[int, ...] = ()


@writes(UseCase.CHANGE_CONTACTS)
def add_contact(work: Work, guest_id: int, wish: ContactWish) -> Changes:
    """Raises: FieldRequired without a name; FieldInvalid for a telephone number or dates that cannot be."""
    found(work.session, Guest, guest_id)
    row = ContactPerson(guest_id=guest_id, order=len(_contacts(work.session, guest_id)) + 1)
    changed = put(row, _contact_values(work, wish, guest_id, 0))
    withdraw_statement(work, guest_id, FileList.CONTACTS)
    work.session.add(row)
    work.session.flush()
    call_as(work.session, row, wish.order or row.order)
    work.log("C", "contact_person", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def change_contact(work: Work, contact_id: int, wish: ContactWish) -> Changes:
    row = found(work.session, ContactPerson, contact_id, wish.version)
    changed = put(row, _contact_values(work, wish, row.guest_id, row.id))
    if wish.order and wish.order != row.order:
        changed["order"] = [row.order, wish.order]
        call_as(work.session, row, wish.order)
    work.log("U", "contact_person", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def remove_contact(work: Work, contact_id: int, version: int) -> Changes:
    """Take a contact person away, and with that person how the carer is doing. It stays on record."""
    row = found(work.session, ContactPerson, contact_id, version)
    forget_carer(work, row)
    work.session.delete(row)
    work.session.flush()
    call_in_order(work.session, row.guest_id)
    work.log("D", "contact_person", row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CONTACTS)
def add_professional(work: Work, guest_id: int, wish: ProfessionalWish) -> Changes:
    found(work.session, Guest, guest_id)
    row = HealthProfessional(guest_id=guest_id)
    changed = put(row, _professional_values(wish))
    withdraw_statement(work, guest_id, FileList.PROFESSIONALS)
    work.session.add(row)
    work.session.flush()
    work.log("C", "health_professional", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def change_professional(work: Work, professional_id: int, wish: ProfessionalWish) -> Changes:
    row = found(work.session, HealthProfessional, professional_id, wish.version)
    changed = put(row, _professional_values(wish))
    work.log("U", "health_professional", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def remove_professional(work: Work, professional_id: int, version: int | None = None) -> Changes:
    row = found(work.session, HealthProfessional, professional_id, version)
    work.session.delete(row)
    work.log("D", "health_professional", row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CONTACTS)
def add_help(work: Work, guest_id: int, wish: HelpWish) -> Changes:
    """Help at home. What happens to it during the stay blocks check-in while it is still to be arranged."""
    found(work.session, Guest, guest_id)
    row = HelpFromOthers(guest_id=guest_id)
    changed = put(row, _help_values(wish))
    withdraw_statement(work, guest_id, FileList.HELP)
    work.session.add(row)
    work.session.flush()
    work.log("C", "help_from_others", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def change_help(work: Work, help_id: int, wish: HelpWish) -> Changes:
    row = found(work.session, HelpFromOthers, help_id, wish.version)
    changed = put(row, _help_values(wish))
    work.log("U", "help_from_others", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CONTACTS)
def remove_help(work: Work, help_id: int, version: int | None = None) -> Changes:
    row = found(work.session, HelpFromOthers, help_id, version)
    work.session.delete(row)
    work.log("D", "help_from_others", row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)


def _contact_values(work: Work, wish: ContactWish, guest_id: int, own_id: int) -> dict[str, Any]:
    if not wish.name.strip():
        raise FieldRequired("name")
    require_email("email", wish.email)
    require_order("away_until", wish.away_from, wish.away_until)
    require_not_future("info_agreed_on", wish.info_agreed_on, work.today)
    if wish.travel_minutes is not None and not 0 <= wish.travel_minutes <= LONGEST_JOURNEY:
        raise FieldInvalid("travel_minutes", str(wish.travel_minutes), Reason.TOO_FAR)
    if _leaves_nobody(work.session, wish, guest_id, own_id):
        raise FieldRequired("stands_in")
    plain = {field.name: getattr(wish, field.name) for field in fields(wish)}
    left_out = {"order", "version", "roles", "more_phones", "phone"}
    values = {name: value for name, value in plain.items() if name not in left_out}
    return values | checked_phones(wish.phone, wish.more_phones) | {"roles": [role.value for role in wish.roles]}


def _leaves_nobody(session: Session, wish: ContactWish, guest_id: int, own_id: int) -> bool:
    """Whether nobody is there to decide while this one is away: no stand-in, and no other contact who is at home."""
    if (wish.away_from is None and wish.away_until is None) or wish.stands_in.strip():
        return False
    first, last = wish.away_from or date.min, wish.away_until
    others = (other for other in _contacts(session, guest_id) if other.id != own_id)
    return all(_is_away_in(other, first, last) for other in others)


def _is_away_in(contact: ContactPerson, first: date, last: date | None) -> bool:
    if contact.away_from is None and contact.away_until is None:
        return False
    return periods_overlap(first, last, contact.away_from or date.min, contact.away_until)


def _professional_values(wish: ProfessionalWish) -> dict[str, Any]:
    if not (wish.name.strip() or wish.organisation.strip()):
        raise FieldRequired("name")
    require_phone("phone", wish.phone)
    agb = wish.agb.replace(" ", "")
    if agb and not (len(agb) == AGB_DIGITS and agb.isdecimal()):
        raise FieldInvalid("agb", wish.agb, Reason.AGB)
    return wish_values(wish) | {"agb": agb}


def _help_values(wish: HelpWish) -> dict[str, Any]:
    require_phone("phone", wish.phone)
    for name, count in (("often", wish.often), ("often_most", wish.often_most)):
        if count is not None and not 1 <= count <= MOST_OFTEN:
            raise FieldInvalid(name, str(count), Reason.TOO_FAR)
    if wish.often_most is not None and (wish.often is None or wish.often_most < wish.often):
        raise FieldInvalid("often_most", str(wish.often_most), Reason.ORDER)
    return wish_values(wish) | {"weekdays": sorted(set(wish.weekdays))}


def _contacts(session: Session, guest_id: int) -> list[ContactPerson]:
    query = select(ContactPerson).where(ContactPerson.guest_id == guest_id)
    return list(session.scalars(query.order_by(ContactPerson.order, ContactPerson.id)))


def call_in_order(session: Session, guest_id: int) -> None:
    """Count from one again, where somebody was taken away."""
    for place, left in enumerate(_contacts(session, guest_id), start=1):
        left.order = place


def call_as(session: Session, row: ContactPerson, order: int) -> None:
    """Put one contact at this place; the others keep their order around it."""
    others = [other for other in _contacts(session, row.guest_id) if other.id != row.id]
    others.insert(order - 1, row)
    for place, contact in enumerate(others, start=1):
        contact.order = place
