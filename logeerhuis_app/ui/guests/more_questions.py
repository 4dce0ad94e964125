"""A section of a file's form for what is rarely asked; closed, it tells how many of its questions are answered."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Any

from logeerhuis_app.ui.guests.field_access import read
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.widgets.more_section import MoreSection, more

_NOTHING: tuple[Any, ...] = (None, "", (), False)


@contextmanager
def more_questions(dialog: FileDialog, title: str, usual: Mapping[str, Enum] | None = None) -> Iterator[MoreSection]:
    """``usual``: the values by field code that count as «nothing filled in»."""
    before = set(dialog.fields)
    with more(dialog, title) as section:
        yield section
    inside = [code for code in dialog.fields if code not in before]

    def count() -> int:
        values = {code: read(dialog.fields[code]) for code in inside}
        return sum(value not in _NOTHING and value != (usual or {}).get(code) for code, value in values.items())

    section.count_with(count)
