"""Head and foot of a declaration: who sends, who pays, what it is called, how to pay."""

from datetime import date, timedelta

from stdnum import iban

from logeerhuis_app.domain.funding import NIGHT_UNIT, Arrangement, Law, PayerKind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import amount, capital, date_long, euros, month_name, month_year
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Look, Part, Rule, Stack, Text, Whole
from logeerhuis_app.reports.markup import BREAK, Markup, bold, fill, join, safe, unbroken
from logeerhuis_app.reports.styles import (
    BODY,
    BODY_MUTE,
    CAPTION,
    CAPTION_RIGHT,
    CELL,
    CELL_BOLD,
    CELL_RIGHT,
    DRAFT_NOTE,
    INK,
    LETTERHEAD,
    LETTERHEAD_MUTE,
    LETTERHEAD_RIGHT,
    SAND,
    SHEET_TITLE,
    TOTAL_RIGHT,
)
from logeerhuis_app.services.rows.declaring import DeclarationSheet, Party

_PAY_LOOK = Look(thickness=0, fill=SAND, radius=4.5, pad_x=10.5, pad_y=8)
_DRAFT_LOOK = Look(stroke=INK, thickness=1.2, dash=(4, 3), pad_x=10, pad_y=5)
_FACT_WIDTHS = (90.0, 112.5)


def number_words(sheet: DeclarationSheet) -> str:
    """The number, or the word that says there is none yet."""
    return sheet.number or _("DRAFT")


def title_words(sheet: DeclarationSheet) -> str:
    """«Declaratie Wmo · kortdurend verblijf · oktober 2026»."""
    if sheet.law is Law.PRIVATE:
        kind = _("Invoice")
    else:
        kind = _("Declaration {law}").format(law=label(sheet.law))
    return " · ".join(part for part in (kind, sheet.product, month_year(sheet.month)) if part)


# -- head --------------------------------------------------------------------------------------------------------


def letterhead(sheet: DeclarationSheet) -> Part:
    """The top of the first page, down to the title."""
    draft = [Gap(8), _draft_note()] if not sheet.number else []
    addressee = Columns((Text(_addressee(sheet), BODY), _facts(sheet)), (0, sum(_FACT_WIDTHS)), gap=20)
    title = Text(safe(title_words(sheet)), SHEET_TITLE)
    return Stack((_house(sheet), *draft, Gap(24), addressee, Gap(14), title, Gap(11)))


def repeated_head(sheet: DeclarationSheet) -> Part:
    """The top of every further page."""
    draft = [Gap(6), _draft_note()] if not sheet.number else []
    left = Text(join(" · ", (bold(sheet.house.name), safe(title_words(sheet)))), LETTERHEAD_MUTE)
    right = Text(bold(number_words(sheet)), LETTERHEAD_RIGHT)
    return Stack((Columns((left, right), (0, 90), gap=12), *draft, Gap(14)))


def _draft_note() -> Part:
    return Box(Text(safe(_("DRAFT — not fixed yet, do not pay")), DRAFT_NOTE), _DRAFT_LOOK)


def _house(sheet: DeclarationSheet) -> Part:
    address = ", ".join(sheet.house.lines)
    left = Stack(
        (
            Text(safe(sheet.house.name), LETTERHEAD),
            Text(join(" · ", (safe(address), safe(unbroken(sheet.house_phone)))), LETTERHEAD_MUTE),
        )
    )
    codes = join(" · ", (_coded(_("AGB {code}"), sheet.house_agb), _coded(_("KvK {code}"), sheet.house_kvk)))
    lines = (codes, _coded(_("IBAN {code}"), iban_words(sheet)), _coded(_("VAT: {code}"), sheet.house_vat))
    right = Text(Markup(BREAK.join(line for line in lines if line)), LETTERHEAD_RIGHT)
    return Columns((left, right), (0, 190), gap=12)


def _coded(sentence: str, code: str) -> Markup:
    return safe(sentence.format(code=code)) if code else safe("")


def iban_words(sheet: DeclarationSheet) -> str:
    """In groups of four, as on a bank's own paper."""
    return str(iban.format(sheet.house_iban)) if sheet.house_iban else ""


def _addressee(sheet: DeclarationSheet) -> Markup:
    lines = [_payer_name(sheet.payer, sheet.payer_kind), *sheet.payer.lines]
    return Markup(BREAK.join(safe(line) for line in lines))


def _payer_name(payer: Party, kind: PayerKind) -> str:
    """«Gemeente Helmond (0794)», «CZ zorgkantoor (UZOVI 5503)»."""
    if not payer.code:
        return payer.name
    if kind in (PayerKind.CARE_OFFICE, PayerKind.INSURER):
        return _("{payer} (UZOVI {code})").format(payer=payer.name, code=payer.code)
    return _("{payer} ({code})").format(payer=payer.name, code=payer.code)


def _facts(sheet: DeclarationSheet) -> Part:
    is_invoice = sheet.law is Law.PRIVATE
    facts = [
        (_("Invoice number") if is_invoice else _("Declaration number"), bold(number_words(sheet))),
        (_("Date"), safe(date_long(sheet.issued_on))),
        (_("Period"), safe(_period(sheet.month))),
        (_("Contract"), safe(sheet.contract)),
        (_("Pay before"), safe(date_long(sheet.due_on))),
    ]
    return Stack([_fact(name, value) for name, value in facts if value], 1.5)


def _fact(name: str, value: Markup) -> Part:
    return Columns((Text(safe(name), BODY_MUTE), Text(value, BODY)), (_FACT_WIDTHS[0], 0))


def month_end(month: date) -> date:
    """The last day of the month that starts on this day."""
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _period(month: date) -> str:
    """«1 – 31 oktober 2026»."""
    return _("{first} – {last}").format(first=month.day, last=date_long(month_end(month)))


# -- lump sum ----------------------------------------------------------------------------------------------------


def lump_sum_table(sheet: DeclarationSheet) -> Part:
    """What, which share, how much: no guest, no night."""
    widths = (0.0, 70.0, 90.0)
    what = sheet.product or _("Respite house, lump sum")
    heads = (
        Text(safe(_("Description")), CAPTION),
        Text(safe(_("Share")), CAPTION_RIGHT),
        Text(safe(_("Amount €")), CAPTION_RIGHT),
    )
    description = _("{what}, {month}").format(what=what, month=month_year(sheet.month))
    row = (
        Text(safe(capital(description)), CELL),
        Text(safe(sheet.share or _("whole")), CELL_RIGHT),
        Text(_amount(sheet), CELL_RIGHT),
    )
    total = (Text(safe(_("Total")), CELL_BOLD), Gap(0), Text(_amount(sheet), TOTAL_RIGHT))
    rows = [_table_row(cells, widths) for cells in (heads, row, total)]
    return Stack((rows[0], Gap(4), Rule(INK, 0.9), Gap(4), rows[1], Gap(4), Rule(), Gap(5), rows[2], Gap(5)))


def _table_row(cells: tuple[Part, ...], widths: tuple[float, ...]) -> Part:
    return Columns((Gap(0), Columns(cells, widths, gap=7), Gap(0)), (4.5, 0, 4.5))


def _amount(sheet: DeclarationSheet) -> Markup:
    return safe(amount(sheet.total))


# -- foot --------------------------------------------------------------------------------------------------------


def foot_parts(sheet: DeclarationSheet) -> list[Part]:
    """Explanation, payment line and, if the payer wants one, room for a signature."""
    parts: list[Part] = [Text(join(" ", (safe(text) for text in _explanations(sheet))), BODY_MUTE)]
    parts.append(Whole(Box(Text(_payment(sheet), BODY), _PAY_LOOK)))
    if sheet.needs_signature:
        parts.append(Whole(_signature(sheet)))
    return parts


def _explanations(sheet: DeclarationSheet) -> list[str]:
    if sheet.arrangement is Arrangement.LUMP_SUM:
        return [sheet.share_note, sheet.exemption]
    return [_month_border(sheet), _product(sheet), sheet.exemption]


def _month_border(sheet: DeclarationSheet) -> str:
    """Why a stay over the first or last of the month shows fewer nights than it had."""
    if not sheet.lines:
        return ""
    last = month_end(sheet.month)
    after = last + timedelta(days=1)
    sentences = [_("A night counts in the month in which it begins.")]
    of_this_month = (line for line in sheet.lines if line.period_last >= sheet.month)  # others are reported later
    spans = [span for line in of_this_month for span in line.spans]
    if any(span.arrival < sheet.month for span in spans):
        before = month_name(sheet.month - timedelta(days=1))
        sentences.append(_("Nights before 1 {month} belong to {before}.").format(month=month_name(last), before=before))
    if any(span.departure > after for span in spans):
        sentences.append(_("Nights from 1 {after} on follow in {after}.").format(after=month_name(after)))
    return " ".join(sentences)


def _product(sheet: DeclarationSheet) -> str:
    """«Product 04 kortdurend verblijf, eenheid 14 etmaal.»"""
    name = " ".join(part for part in (sheet.product_category, sheet.product) if part)
    if sheet.law is Law.PRIVATE or not name:
        return ""
    if sheet.unit == NIGHT_UNIT:
        return _("Product {product}, unit {unit} (a night with its day).").format(product=name, unit=sheet.unit)
    return _("Product {product}.").format(product=name)


def _payment(sheet: DeclarationSheet) -> Markup:
    if not sheet.number:
        return safe(_("This is a draft: there is nothing to pay yet. The number follows when it is fixed."))
    return fill(
        _pay_words(sheet),
        amount=bold(euros(sheet.total)),
        iban=safe(unbroken(iban_words(sheet))),
        house=safe(sheet.house.name),
        number=bold(sheet.number),
        phone=safe(unbroken(sheet.house_phone)),
    )


def _pay_words(sheet: DeclarationSheet) -> str:
    """A house without a telephone number gets no sentence that ends in nothing."""
    if sheet.total <= 0:
        return _("There is nothing to pay. Questions: {phone}.") if sheet.house_phone else _("There is nothing to pay.")
    if not sheet.house_phone:
        return _("Please transfer {amount} to {iban} in the name of {house}, stating {number}.")
    return _(
        "Please transfer {amount} to {iban} in the name of {house}, stating {number}. "
        "Questions: administration, {phone}."
    )


def _signature(sheet: DeclarationSheet) -> Part:
    """Three lines to write on."""
    head = Text(fill(_("On behalf of {house}"), house=bold(sheet.house.name)), BODY)
    places = [_("Name"), _("Place and date"), _("Signature")]
    cells = [Stack((Gap(30), Rule(INK, 0.6, below=2), Text(safe(place), BODY_MUTE))) for place in places]
    return Stack((head, Columns(cells, (0, 0, 0), gap=16)))
