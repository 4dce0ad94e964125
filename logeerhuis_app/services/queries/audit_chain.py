"""Whether the record of actions is still the one that was written."""

from dataclasses import dataclass

from sqlalchemy import func, select

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.door import Work, reads


@dataclass(frozen=True)
class LogState:
    """``broken``: ids of lines that were changed or follow a missing one; 0 stands for a cut-off end."""

    lines: int
    broken: tuple[int, ...]


@reads(UseCase.SEE_AUDIT)
def look_through_log(work: Work) -> LogState:
    """Read the whole chain."""
    lines = work.session.scalar(select(func.count()).select_from(AuditLine)) or 0
    return LogState(lines, tuple(broken_lines(work.session)))
