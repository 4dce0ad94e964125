"""``logeerhuis declare``: the declarations of a month on paper, as drafts or fixed."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from logeerhuis_app.commands.context import Setting, write_file
from logeerhuis_app.commands.tables import table
from logeerhuis_app.commands.typed import typed_month
from logeerhuis_app.domain.errors import MonthNotOver, NotFound, NothingToDeclare, QuestionsOpen
from logeerhuis_app.domain.funding import Arrangement, PayerKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import euros, month_year, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.by_code import location_names
from logeerhuis_app.services.queries.declarations import declaration_sheet, fixed_pdf, month_groups
from logeerhuis_app.services.rows.declaring import DeclarationSheet, PayerGroup

GUEST_PAYS, NOBODY = "PART", ""
"""Codes of who has none: guests who pay themselves, and nights that nobody pays yet."""


def run(setting: Setting, month_text: str, to: Path, *, fix: bool, payers: Sequence[str]) -> None:
    month = typed_month(month_text)
    with setting.door() as door:
        groups = _chosen(month_groups(door, month), month, payers)
        if fix:
            _fix_all(door, month, groups)
            groups = _chosen(month_groups(door, month), month, payers)
        names = _file_names(door, month, groups)
        for group in groups:
            if group.key in names:
                write_file(to / names[group.key], _paper(door, month, group))
    values = {
        "month": str(month),
        "to": str(to),
        "is_fixed": fix,
        "declarations": [_values(one, names) for one in groups],
    }
    setting.answer(_text(month, groups, to, len(names)), values)
    _refuse_open(month, groups)  # the papers are there, but a script must hear that they are not ready


def _chosen(groups: Sequence[PayerGroup], month: Month, payers: Sequence[str]) -> tuple[PayerGroup, ...]:
    """Raises: NothingToDeclare; NotFound: no such payer in this month."""
    if not any(group.lines or group.questions or group.number for group in groups):
        raise NothingToDeclare(month.first)
    known = {_code_of(group).casefold() for group in groups}
    for code in payers:
        if code.casefold() not in known:
            raise NotFound("payer", code)
    wanted = {code.casefold() for code in payers} or known
    return tuple(group for group in groups if _code_of(group).casefold() in wanted)


def _fix_all(door: Door, month: Month, groups: Sequence[PayerGroup]) -> None:
    """One by one, after a look whether anything stands in the way of any of them.

    Raises:
        MonthNotOver, QuestionsOpen.
    """
    if door.clock.today() <= month.last:
        raise MonthNotOver(month.first)
    _refuse_open(month, groups)
    for group in groups:
        if group.is_ready:  # not what is fixed, and not what was decided away whole
            fix_declaration(door, month, group.key, _rendered)


def _refuse_open(month: Month, groups: Sequence[PayerGroup]) -> None:
    """Raises: QuestionsOpen."""
    asked = tuple(question.guest for group in groups for question in group.questions)
    if asked:
        raise QuestionsOpen(month.first, tuple(dict.fromkeys(asked)), len(asked))


def _rendered(sheet: DeclarationSheet) -> bytes:
    out = BytesIO()
    build_declaration(sheet, out)
    return out.getvalue()


def _paper(door: Door, month: Month, group: PayerGroup) -> bytes:
    if group.declaration_id is not None:
        return fixed_pdf(door, group.declaration_id)
    return _rendered(declaration_sheet(door, group.key, month))


def _file_names(door: Door, month: Month, groups: Sequence[PayerGroup]) -> dict[str, str]:
    """By key of the group; without a name or BSN in it, for a file name is shown everywhere.

    Nights that nobody pays yet have no paper, nor have groups of questions alone.
    """
    codes = {place.id: place.code for place in location_names(door)}
    names: dict[str, str] = {}
    for group in groups:
        if group.payer_id is None or not (group.lines or group.total):
            continue
        parts = ["declaratie", str(month), _code_of(group), codes[group.location_id]]
        if group.kind is PayerKind.GUEST and group.lines:
            parts.append(f"gast{group.lines[0].guest_no}")
        parts += [group.number] if group.number else []
        name = "-".join(parts)
        taken = set(names.values())
        if f"{name}.pdf" in taken and group.law is not None:
            name = f"{name}-{group.law.value}"
        names[group.key] = f"{name}.pdf"
    return names


def _code_of(group: PayerGroup) -> str:
    return group.payer_code or (GUEST_PAYS if group.kind is PayerKind.GUEST else NOBODY)


def _values(group: PayerGroup, names: dict[str, str]) -> dict[str, Any]:
    return {
        "payer": group.payer,
        "payer_code": _code_of(group),
        "location": group.location,
        "law": group.law.value if group.law else None,
        "arrangement": group.arrangement.value,
        "guests": group.guests,
        "units": group.nights,
        "amount_cents": group.total,
        "number": group.number,
        "file": names.get(group.key),
        "questions": [
            {"kind": question.kind.value, "nights": question.nights, "guest": question.guest, "detail": question.detail}
            for question in group.questions
        ],
    }


def _text(month: Month, groups: Sequence[PayerGroup], to: Path, papers: int) -> str:
    head = (_("Payer"), _("House"), _("Law"), _("Guests"), _("Units"), _("Amount"), _("Questions"), _("Declaration"))
    rows = [_row(group) for group in groups]
    total = ("", _("Total"), "", "", "", euros(sum(group.total for group in groups)), _questions(groups), "")
    lines = [table(head, [*rows, total], right=(3, 4, 5, 6)), ""]
    lines += [
        f"? {question.guest}: {question.detail}" for group in groups for question in group.questions if question.detail
    ]
    lines.append(
        _("Declarations of {month}: {n} papers in {folder}.").format(month=month_year(month.first), n=papers, folder=to)
    )
    return "\n".join(lines)


def _row(group: PayerGroup) -> tuple[str, ...]:
    is_lump = group.arrangement is Arrangement.LUMP_SUM
    return (
        group.payer or _("nobody pays yet"),
        group.location,
        label(group.law) if group.law else "",
        "" if is_lump else number(group.guests),
        group.share if is_lump else number(group.nights),
        euros(group.total),
        _questions([group]),
        group.number or _("draft"),
    )


def _questions(groups: Sequence[PayerGroup]) -> str:
    count = sum(len(group.questions) for group in groups)
    return number(count) if count else ""
