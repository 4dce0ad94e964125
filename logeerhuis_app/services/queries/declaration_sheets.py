"""The paper of one payer, filled from rows: who sends, who pays, and under which contract."""

from collections.abc import Sequence
from datetime import date, timedelta

from logeerhuis_app.domain.billing import Bill
from logeerhuis_app.domain.funding import NIGHT_UNIT, Basis, Law, PayerKind
from logeerhuis_app.domain.person import house_number
from logeerhuis_app.i18n import _
from logeerhuis_app.models import Contract, Location, Payer
from logeerhuis_app.services.queries import declaration_words as words
from logeerhuis_app.services.queries.billing_facts import GuestOnPaper, LoadedMonth
from logeerhuis_app.services.queries.declaration_rows import name_of
from logeerhuis_app.services.rows.declaring import DeclarationSheet, Party, PayerGroup

PAYMENT_DAYS = 30


def sheet_of(loaded: LoadedMonth, bill: Bill, group: PayerGroup, issued_on: date, number: str = "") -> DeclarationSheet:
    """Everything on the paper; without a number it is a draft.

    Raises:
        ValueError: the group has no payer, so there is nobody to send it to.
    """
    if group.payer_id is None or group.law is None:
        raise ValueError(f"nobody pays {group.key}")
    location = loaded.locations[group.location_id]
    payer = loaded.payers[group.payer_id]
    guest = loaded.guests[bill.key.guest_id] if bill.key.guest_id else None
    contracts = _contracts(loaded, bill)
    first = contracts[0] if contracts else None
    return DeclarationSheet(
        house=_house(location),
        house_agb=location.agb,
        house_kvk=location.kvk,
        house_iban=location.iban,
        house_vat=location.vat_id or _("exempt"),
        house_phone=location.phone,
        payer=_guest_party(guest) if guest else _payer_party(payer),
        payer_kind=group.kind,
        law=group.law,
        contract=", ".join(dict.fromkeys(contract.number for contract in contracts)),
        number=number,
        issued_on=issued_on,
        due_on=issued_on + timedelta(days=first.payment_days if first else PAYMENT_DAYS),
        month=group.month,
        lines=group.lines,
        total=group.total,
        arrangement=group.arrangement,
        product=first.product if first else "",
        product_category=first.product_category if first else "",
        unit=first.unit if first else NIGHT_UNIT,
        exemption="" if location.vat_id else location.vat_exemption or _exemption(group.law),
        share=group.share,
        share_note=words.share_note(bill.lump) if bill.lump else "",
        show_bsn=group.law is not Law.PRIVATE or _has_budget(bill),
        needs_signature=payer.is_signature_wanted or _has_budget(bill),
        is_practice=loaded.is_practice,
    )


def _contracts(loaded: LoadedMonth, bill: Bill) -> Sequence[Contract]:
    ids = [bill.lump.terms.id] if bill.lump else [line.contract_id for line in bill.lines]
    return [loaded.contracts[contract_id] for contract_id in dict.fromkeys(ids)]


def _has_budget(bill: Bill) -> bool:
    """A personal budget: the holder hands the paper in, with BSN and signature (Uitvoeringsregeling Wmo 2015, 2b)."""
    return any(line.grant is not None and line.grant.basis is Basis.PGB for line in bill.lines)


def _house(location: Location) -> Party:
    """The supplier's full name stands on the paper (Wet op de omzetbelasting 1968, art. 35a)."""
    provider = location.provider if location.provider != location.name else ""
    address = (provider, location.street, f"{location.postcode} {location.town}".strip())
    return Party(location.name, tuple(line for line in address if line), location.agb)


def _payer_party(payer: Payer) -> Party:
    lines = (payer.department, payer.address, payer.postcode_town)
    code = "" if payer.kind is PayerKind.GUEST else payer.code
    return Party(payer.name, tuple(line for line in lines if line), code)


def _guest_party(guest: GuestOnPaper) -> Party:
    lines = (f"{guest.street} {house_number(guest)}".strip(), f"{guest.postcode} {guest.town}".strip())
    return Party(name_of(guest), tuple(line for line in lines if line))


def _exemption(law: Law) -> str:
    """Source: Wet op de omzetbelasting 1968, art. 11 lid 1, onderdeel c, and onderdeel g, 2° and 3°."""
    sentences = {
        Law.WMO: _("Exempt from VAT: article 11, first paragraph, part g, 3° of the Dutch VAT Act 1968."),
        Law.WLZ: _("Exempt from VAT: article 11, first paragraph, part g, 2° of the Dutch VAT Act 1968."),
    }
    return sentences.get(law, _("Exempt from VAT: article 11, first paragraph, part c of the Dutch VAT Act 1968."))
