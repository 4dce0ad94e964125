"""What is said about backups on screen and by the command line alike."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.backup import BackupDone, Comparison, LastLine, SecondCopy, TableLoss

_SAID_TOGETHER = {
    "guest": "guests",
    "booking": "stays",
    "night": "stays",
    "note": "notes",
    "task": "tasks",
    "medication_item": "medication",
    "medication_list": "medication",
    "declaration": "declarations",
    "declaration_line": "declarations",
    "declared_night": "declarations",
    "app_user": "users",
}
_COUNTED = {"guest", "booking", "note", "task", "medication_item", "declaration", "app_user"}
_ORDER = ("guests", "stays", "notes", "tasks", "medication", "declarations", "users", "other")
_MEGABYTE = 1_000_000


def size_words(size: int) -> str:
    """«12,3 MB»."""
    tenths = max(size * 10 // _MEGABYTE, 1)
    return _("{n} MB").format(n=number(Decimal(tenths) / 10))


def second_words(done: BackupDone) -> str:
    """What became of the copy at the second place; empty when none was chosen."""
    texts = {
        SecondCopy.NOT_CHOSEN: "",
        SecondCopy.COPIED: _("A second copy stands in {place}."),
        SecondCopy.ABSENT: _("The second place {place} is not there now; it will be tried again next time."),
        SecondCopy.FAILED: _("The second copy could not be written to {place}: look whether there is room."),
    }
    return texts[done.second].format(place=done.second_place)


def loss_rows(losses: Iterable[TableLoss]) -> list[tuple[str, str]]:
    """«Gasten», «3 erbij, 1 gewijzigd»: what would be undone, only where there is something."""
    together = sorted((loss for loss in losses if not loss.is_nothing), key=_place)
    rows = []
    for place, group in groupby(together, key=_place):
        found = list(group)
        main = [loss for loss in found if loss.table in _COUNTED] or found
        rows.append((_kind_word(_ORDER[place]), _loss_words(main)))
    return rows


def comparison_lines(comparison: Comparison) -> list[str]:
    """The whole comparison as lines, for the command line."""
    lines = [_("The backup of {moment}:").format(moment=moment(comparison.made_at_utc)), *_warnings(comparison)]
    if comparison.is_keys_alone:
        return [*lines, keys_alone_words()]
    rows = loss_rows(comparison.losses)
    if rows:
        lines += [_("What was done since then is gone after putting it back:")]
        lines += [f"  {what}: {how_much}" for what, how_much in rows]
    elif said := unchanged_words(comparison):
        lines += [said]
    return [*lines, *(f"{what}: {words}" for what, words in end_rows(comparison))]


def end_rows(comparison: Comparison) -> list[tuple[str, str]]:
    """The last line of both logs."""
    return [
        (_("Last deed in the house"), _line_words(comparison.now)),
        (_("Last deed in the backup"), _line_words(comparison.then)),
    ]


def _warnings(comparison: Comparison) -> list[str]:
    return [text for text in (unreadable_words(comparison), other_house_words(comparison)) if text]


def unreadable_words(comparison: Comparison) -> str:
    if comparison.is_readable:
        return ""
    return _("The present house cannot be read, so what was done since then cannot be told.")


def unchanged_words(comparison: Comparison) -> str:
    return _("Nothing was changed since then.") if comparison.is_readable else ""


def keys_alone_words() -> str:
    """The way out of a damaged key file: nothing that anybody wrote goes with it."""
    return _(
        "Only the key file is damaged or gone: it alone is put back, and nothing that was written is lost."
        " The passwords of the day of the backup count again."
    )


def other_house_words(comparison: Comparison) -> str:
    if comparison.is_same_house:
        return ""
    return _("Attention: this is a backup of another house.")


def _line_words(line: LastLine | None) -> str:
    if line is None:
        return _("not known")
    deed = label(UseCase(line.use_case)) if line.use_case in set(UseCase) else line.use_case
    return _("{moment}, {name}: {deed}").format(moment=moment(line.at_utc), name=line.name, deed=deed)


def _place(loss: TableLoss) -> int:
    return _ORDER.index(_SAID_TOGETHER.get(loss.table, "other"))


def _kind_word(kind: str) -> str:
    words = {
        "guests": _("Guests"),
        "stays": _("Stays"),
        "notes": _("Notes"),
        "tasks": _("Tasks"),
        "medication": _("Medication"),
        "declarations": _("Declarations"),
        "users": _("Users"),
        "other": _("Everything else (rows)"),
    }
    return words[kind]


def _loss_words(losses: list[TableLoss]) -> str:
    made, changed = sum(loss.made for loss in losses), sum(loss.changed for loss in losses)
    removed = sum(loss.removed for loss in losses)
    parts = (
        _("{n} made").format(n=number(made)) if made else "",
        _("{n} changed").format(n=number(changed)) if changed else "",
        _("{n} removed, which would be back").format(n=number(removed)) if removed else "",
    )
    return ", ".join(part for part in parts if part)
