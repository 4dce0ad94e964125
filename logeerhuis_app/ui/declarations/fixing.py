"""Fixing in the pool: one declaration, or all that are ready, one by one, until it is stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from logeerhuis_app.domain.errors import FileUnreadable, UserFacingError
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.declarations import fixed_pdf
from logeerhuis_app.services.rows.declaring import PayerGroup
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.declarations.papers import drawn
from logeerhuis_app.ui.jobs import Job


@dataclass(frozen=True)
class Fixed:
    """One declaration that was fixed, and where its paper was written."""

    group: PayerGroup
    changes: Changes
    paper: Path


@dataclass(frozen=True)
class Refused:
    """One that was not, and why; the others go on."""

    group: PayerGroup
    reason: str


@dataclass(frozen=True)
class FixAllResult:
    fixed: tuple[Fixed, ...]
    refused: tuple[Refused, ...]
    was_stopped: bool


def fix_one(door: Door, month: Month, key: str) -> Changes:
    """Raises: as ``fix_declaration``."""
    return fix_declaration(door, month, key, drawn)


def fix_all(job: Job, door: Door, groups: Sequence[PayerGroup], folder: Path) -> FixAllResult:
    """Fix each group and write its paper. Each is a transaction of its own: what was fixed stays fixed.

    Raises:
        FileUnreadable: the folder cannot be written; looked at before the first is fixed.
    """
    _require_writable(folder)
    fixed: list[Fixed] = []
    refused: list[Refused] = []
    for place, group in enumerate(groups):
        if job.is_stopped():
            return FixAllResult(tuple(fixed), tuple(refused), was_stopped=True)
        job.progress(place, len(groups))
        try:
            fixed.append(_fix_and_write(door, group, folder))
        except UserFacingError as error:
            refused.append(Refused(group, error_text(error)))
    job.progress(len(groups), len(groups))
    return FixAllResult(tuple(fixed), tuple(refused), was_stopped=False)


def _fix_and_write(door: Door, group: PayerGroup, folder: Path) -> Fixed:
    changes = fix_one(door, Month.of(group.month), group.key)
    paper = folder / file_name(group, changes.number)
    save_file(paper, fixed_pdf(door, changes.created_id))
    return Fixed(group, changes, paper)


def file_name(group: PayerGroup, number: str) -> str:
    """«declaratie-2026-0117-gemeente-helmond.pdf»; a guest who pays is never named in a file name."""
    payer = "" if group.lines and group.payer == group.lines[0].name else fold(group.payer)
    words = "".join(sign if sign.isalnum() else "-" for sign in payer)
    parts = [_("declaration"), number or _("draft-{month}").format(month=Month.of(group.month)), words]
    return "-".join(part for part in "-".join(parts).split("-") if part) + ".pdf"


def _require_writable(folder: Path) -> None:
    probe = folder / ".logeerhuis"
    try:
        probe.touch()
        probe.unlink()
    except OSError as failure:
        raise FileUnreadable(str(folder), "unwritable") from failure
