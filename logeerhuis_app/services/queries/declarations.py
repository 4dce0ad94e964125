"""What a month owes per payer: drafts from the nights as they are, fixed ones from their copies."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from logeerhuis_app.domain.billing import Bill, bills_of
from logeerhuis_app.domain.billing_facts import PayerKey
from logeerhuis_app.domain.declaring import DeclarationState
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Declaration
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.billing_facts import LoadedMonth, load_month
from logeerhuis_app.services.queries.declaration_rows import GroupRows, order_of
from logeerhuis_app.services.queries.declaration_sheets import sheet_of
from logeerhuis_app.services.rows.declaring import DeclarationSheet, PayerGroup
from logeerhuis_app.services.sheet_copy import sheet_from_json

FIXED_KEY = "d"
"""A fixed declaration has a key of its own: «d17»."""


@reads(UseCase.SEE_DECLARATIONS)
def month_groups(work: Work, month: Month) -> tuple[PayerGroup, ...]:
    """The payers of a month with lines, questions and totals; what nobody pays yet comes first."""
    loaded = load_month(work.session, month, work.today)
    groups = (*fixed_groups(work.session, month), *drafts_of(loaded).values())
    guests = sorted({line.guest_id for group in groups for line in group.lines})
    work.log("R", "declaration_month", month.year * 100 + month.number, guests=guests)
    return tuple(sorted(groups, key=order_of))


@reads(UseCase.SEE_DECLARATIONS)
def declaration_sheet(work: Work, key: str, month: Month) -> DeclarationSheet:
    """The paper of one payer: the draft of today, or the stored copy.

    Raises:
        NotFound: there is no such group in this month (any more).
    """
    if key.startswith(FIXED_KEY):
        sheet = sheet_from_json(fixed_declaration(work.session, key).sheet)
    else:
        loaded = load_month(work.session, month, work.today, parsed_key(key))
        sheet = draft_sheet(loaded, key, work.today)
    for guest_id in sorted({line.guest_id for line in sheet.lines}):
        work.looked_at(guest_id)
    return sheet


@reads(UseCase.PRINT_DECLARATION)
def fixed_pdf(work: Work, declaration_id: int) -> bytes:
    """The paper as it left the house, byte for byte.

    Raises:
        NotFound: there is no such declaration.
    """
    declaration = work.session.get(Declaration, declaration_id)
    if declaration is None:
        raise NotFound("declaration", str(declaration_id))
    work.log("R", "declaration_pdf", declaration.id, number=declaration.number)
    for guest_id in sorted({line.guest_id for line in sheet_from_json(declaration.sheet).lines}):
        work.looked_at(guest_id)
    return declaration.pdf


# -- for the use cases, inside one session


def drafts_of(loaded: LoadedMonth) -> dict[str, PayerGroup]:
    """The declarations in the making, by key."""
    rows = GroupRows(loaded)
    bills = [bill for bill in bills_of(loaded.facts) if not _is_forgotten(bill, loaded)]
    return {str(bill.key): rows.group(bill) for bill in bills}


def _is_forgotten(bill: Bill, loaded: LoadedMonth) -> bool:
    """Nothing but decisions beside a declaration that is fixed: there is nothing left to do."""
    is_fixed = loaded.facts.month in loaded.facts.fixed_months.get(bill.key, frozenset())
    return is_fixed and not bill.lines and not bill.questions


def parsed_key(key: str) -> PayerKey:
    """Raises: NotFound: this is the key of no group."""
    try:
        return PayerKey.parse(key)
    except ValueError:
        raise NotFound("declaration", key) from None


def bill_of(loaded: LoadedMonth, key: str) -> Bill:
    """Raises: NotFound."""
    for bill in bills_of(loaded.facts):
        if str(bill.key) == key:
            return bill
    raise NotFound("declaration", key)


def draft_sheet(loaded: LoadedMonth, key: str, today: date) -> DeclarationSheet:
    """Raises: NotFound, also for nights that nobody pays: there is nobody to send a paper to."""
    bill = bill_of(loaded, key)
    if bill.key.payer_id is None or bill.key.law is None:
        raise NotFound("declaration", key)
    return sheet_of(loaded, bill, GroupRows(loaded).group(bill), today)


def fixed_declaration(session: Session, key: str) -> Declaration:
    """Raises: NotFound."""
    number = key.removeprefix(FIXED_KEY)
    declaration = session.get(Declaration, int(number)) if number.isdecimal() else None
    if declaration is None:
        raise NotFound("declaration", key)
    return declaration


def fixed_groups(session: Session, month: Month) -> list[PayerGroup]:
    """The declarations of a month that were fixed, told from their copies."""
    query = select(Declaration).where(Declaration.month == month.first).options(defer(Declaration.pdf))
    return [_fixed_group(row) for row in session.scalars(query.order_by(Declaration.id))]


def _fixed_group(row: Declaration) -> PayerGroup:
    sheet = sheet_from_json(row.sheet)
    return PayerGroup(
        key=f"{FIXED_KEY}{row.id}",
        payer_id=row.payer_id,
        payer=sheet.payer.name,
        payer_code=sheet.payer.code,
        kind=sheet.payer_kind,
        law=sheet.law,
        location_id=row.location_id,
        location=sheet.house.name,
        arrangement=sheet.arrangement,
        month=row.month,
        state=DeclarationState(row.state),
        lines=sheet.lines,
        questions=(),
        total=sheet.total,
        declaration_id=row.id,
        number=row.number,
        share=sheet.share,
    )
