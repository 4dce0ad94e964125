"""Finding guests, and one whole file; what the role may not see is empty."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.contact_points import read_phones
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.funding import LAW_OF_BASIS, PayerKind
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.searching import asked
from logeerhuis_app.models import Guest, Payer, User
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.field_values import found
from logeerhuis_app.services.queries.banners import banners_of, guest_rows, without_care
from logeerhuis_app.services.queries.care_scores import scores_of
from logeerhuis_app.services.queries.closed_files import without_closed_files
from logeerhuis_app.services.queries.documents import papers_of
from logeerhuis_app.services.queries.guest_log import log_of
from logeerhuis_app.services.queries.guest_parts import (
    allocations_of,
    answers_of,
    contacts_of,
    help_of,
    problems_of,
    professionals_of,
    stays_of,
)
from logeerhuis_app.services.queries.guest_search import CANDIDATES, days, number_of_files, question
from logeerhuis_app.services.queries.legal import legal_of
from logeerhuis_app.services.queries.list_statements import statements_of
from logeerhuis_app.services.queries.medication import medication_of
from logeerhuis_app.services.queries.prepared import Prepared, empty_tables_known
from logeerhuis_app.services.queries.requests import corrections_of
from logeerhuis_app.services.rows.guest import (
    GuestFile,
    GuestListing,
    GuestListRow,
    GuestPerson,
    GuestRef,
    ListStatement,
    LogRow,
    SafetyBanner,
)
from logeerhuis_app.services.rows.search import GuestFilter
from logeerhuis_app.services.rows.trajectory import UserRef

_USER_NAMES = Prepared(select(User.name).where(User.id == bindparam("user_id")))
MOST_SHOWN = 100
"""Nobody reads further; a word more narrows it down."""
MOST_FOUND = 30
"""Of what was typed: the next letter is faster than reading on."""


@dataclass(frozen=True)
class PayerChoice:
    """A payer to choose from for an allocation."""

    payer_id: int
    name: str
    kind: PayerKind


@reads(UseCase.FIND_GUESTS)
@without_closed_files
def guest_list(
    work: Work, text: str = "", filters: Collection[GuestFilter] = (), most: int = MOST_SHOWN
) -> GuestListing:
    """Guests whose file is open, by last name. An ended file is found by its words, and not shown unasked.

    Of words that many guests share only the first are counted.
    """
    words, today = asked(text), work.today
    statement, values = question(
        words, filters, may_see_bsn=work.may(UseCase.SEE_BSN), may_see_law=work.may(UseCase.SEE_FUNDING)
    )
    connection = work.session.connection()
    rows = connection.execute(statement, {**values, **days(today), "most": most}).all()
    lines = tuple(_line(row, today) for row in rows)
    if words:
        return GuestListing(lines, rows[0].total if rows else 0, bool(rows) and rows[0].lines >= CANDIDATES)
    if len(rows) < most:
        return GuestListing(lines, len(lines))
    total = connection.execute(number_of_files(frozenset(filters)), days(today)).scalar_one()
    return GuestListing(lines, total)


@reads(UseCase.SEE_GUEST)
def guest_file(work: Work, guest_id: int) -> GuestFile:
    """The whole file of one guest; the look is on record.

    Raises: NotFound.
    """
    guest = guest_rows(work.session, [guest_id]).get(guest_id)
    if guest is None:
        raise NotFound("guest", str(guest_id))
    work.looked_at(guest_id)
    with empty_tables_known(work.session, [guest_id]):
        return whole_file(work, guest)


def whole_file(work: Work, guest: Guest) -> GuestFile:
    """As far as the role may see it. The caller says whose file is looked at."""
    guest_id = guest.id
    may_fund = work.may(UseCase.SEE_FUNDING)
    file = _files(work, {guest_id: guest})[guest_id]
    return replace(
        file,
        stays=stays_of(work.session, guest_id),
        scores=scores_of(work.session, guest_id) if work.may(UseCase.SEE_CARE) else (),
        fixed_contact=_user_name(work.session, guest.fixed_contact_id),
        allocations=allocations_of(work.session, guest_id, work.today) if may_fund else (),
        corrections=corrections_of(work.session, guest_id),
        restricted_on=guest.restricted_on,
        papers=papers_of(work, guest_id),
    )


def _user_name(session: Session, user_id: int | None) -> str:
    rows = [] if user_id is None else _USER_NAMES.rows(session, user_id=user_id)
    return str(rows[0].name) if rows else ""


@reads(UseCase.SEE_AUDIT)
def guest_log(work: Work, guest_id: int) -> tuple[LogRow, ...]:
    """Who saw or changed this file, the latest first."""
    found(work.session, Guest, guest_id)
    return log_of(work.session, guest_id)


def guest_files(work: Work, guest_ids: Collection[int]) -> dict[int, GuestFile]:
    """Who each guest is, whom to call and what care needs to know, in as many statements as for one guest.

    Stays, allocations and carers are left out: ``guest_file`` has them. The caller says whose file is looked at.
    """
    return _files(work, guest_rows(work.session, guest_ids))


def _files(work: Work, guests: Mapping[int, Guest]) -> dict[int, GuestFile]:
    session, may_care = work.session, work.may(UseCase.SEE_CARE)
    safety = banners_of(session, guests, work.today)
    contacts = contacts_of(session, guests)
    said = statements_of(session, guests)
    files = {
        guest_id: GuestFile(
            person=_person(work, guest, safety[guest_id]),
            banner=safety[guest_id] if may_care else without_care(safety[guest_id]),
            contacts=contacts[guest_id],
            said=said[guest_id] if may_care else _of_contacts(said[guest_id]),
            may_see_care=may_care,
            may_see_funding=work.may(UseCase.SEE_FUNDING),
            may_see_carer=work.may(UseCase.SEE_CARER),
        )
        for guest_id, guest in guests.items()
    }
    return _with_care(session, files, guests) if may_care else files


def _of_contacts(said: dict[FileList, ListStatement]) -> dict[FileList, ListStatement]:
    """What a role without a view of the care may know of it."""
    return {which: statement for which, statement in said.items() if which is FileList.CONTACTS}


@reads(UseCase.SEE_BSN)
def show_bsn(work: Work, guest_id: int) -> str:
    """The number in full; the look is on record. Empty when it is not known."""
    guest = found(work.session, Guest, guest_id)
    work.log("R", "bsn", guest_id, guest_id)
    return guest.bsn or ""


@reads(UseCase.SEE_FUNDING)
def payer_choices(work: Work) -> tuple[PayerChoice, ...]:
    """Every payer, by kind and name."""
    rows = work.session.scalars(select(Payer)).all()
    kinds = list(PayerKind)
    ordered = sorted(rows, key=lambda row: (kinds.index(row.kind), fold(row.name)))
    return tuple(PayerChoice(row.id, row.name, row.kind) for row in ordered)


@reads(UseCase.SEE_GUEST)
def house_people(work: Work) -> tuple[UserRef, ...]:
    """Who can be a family's fixed contact: everybody with an account that is in use."""
    rows = work.session.scalars(select(User).where(User.is_active).order_by(User.name))
    return tuple(UserRef(row.id, row.name, row.role.value) for row in rows)


def masked(bsn: str | None) -> str:
    """«••••• 634»: enough to compare with a paper, too little to copy."""
    return f"••••• {bsn[-3:]}" if bsn else ""


def _line(row: Row[*tuple[Any, ...]], today: date) -> GuestListRow:
    born, basis = row.born, row.basis
    return GuestListRow(
        GuestRef(row.id, row.guest_no, shown_name(row), born, born.age_on(today), row.town, bool(row.is_alike)),
        None if basis is None else LAW_OF_BASIS[basis],
        bool(row.is_in_house),
        bool(row.comes_this_week),
        bool(row.has_trial),
        row.room or "",
    )


def _person(work: Work, guest: Guest, banner: SafetyBanner) -> GuestPerson:
    may_see_bsn = work.may(UseCase.SEE_BSN)
    return GuestPerson(
        guest=banner.guest,
        given_name=guest.given_name,
        first_names=guest.first_names,
        prefix=guest.prefix,
        last_name=guest.last_name,
        form_of_address=guest.form_of_address,
        gender=guest.gender.value,
        marital_status=guest.marital_status.value if guest.marital_status else "",
        bsn=masked(guest.bsn) if may_see_bsn else "",
        may_see_bsn=may_see_bsn,
        identity_checked_on=guest.identity_checked_on,
        street=guest.street,
        house_no=guest.house_no,
        postcode=guest.postcode,
        town=guest.town,
        municipality=guest.municipality,
        municipality_code=guest.municipality_code,
        phone=guest.phone,
        email=guest.email,
        lives_with=guest.lives_with,
        version=guest.version,
        gender_code=guest.gender,
        marital_code=guest.marital_status,
        identity_document=guest.identity_document if may_see_bsn else None,
        identity_number=masked(guest.identity_number) if may_see_bsn else "",
        end_reason=guest.end_reason,
        ended_on=guest.ended_on,
        initials=guest.initials,
        partner_prefix=guest.partner_prefix,
        partner_last_name=guest.partner_last_name,
        name_usage=guest.name_usage,
        address_kind=guest.address_kind,
        house_letter=guest.house_letter,
        house_addition=guest.house_addition,
        municipality_since=guest.municipality_since,
        more_phones=read_phones(guest.more_phones),
        more_emails=tuple(guest.more_emails or ()),
        language=guest.language,
        interpreter_needed=guest.interpreter_needed,
        life_stance=guest.life_stance,
        life_stance_text=guest.life_stance_text,
        living_situation=guest.living_situation,
        house_kind=guest.house_kind,
        file_status=guest.file_status,
        fixed_contact_id=guest.fixed_contact_id,
    )


def _with_care(session: Session, files: Mapping[int, GuestFile], guests: Mapping[int, Guest]) -> dict[int, GuestFile]:
    answers = answers_of(session, files)
    professionals = professionals_of(session, files)
    help_at_home = help_of(session, files)
    problems = problems_of(session, files)
    legal = legal_of(session, guests)
    medication = medication_of(session, files)
    return {
        guest_id: replace(
            file,
            answers=answers[guest_id],
            professionals=professionals[guest_id],
            help_at_home=help_at_home[guest_id],
            problems=problems[guest_id],
            medication=medication[guest_id],
            legal=legal[guest_id],
            allergy_confirmed_by=guests[guest_id].allergy_confirmed_by,
        )
        for guest_id, file in files.items()
    }
