"""Reads the recovery code from its paper, as a person does."""

from contextlib import suppress
from pathlib import Path

import pypdfium2

from logeerhuis_app.domain.errors_access import RecoveryCodeUnclear
from logeerhuis_app.domain.recovery import read_code

GROUPS = 7


def words_on(paper: Path) -> str:
    """The text of the one page there is."""
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1
    words: str = document[0].get_textpage().get_text_range()
    document.close()
    return words


def code_on(paper: Path) -> str:
    """Seven groups beside each other that pass the check of a code."""
    words = words_on(paper).split()
    for place in range(len(words)):
        with suppress(RecoveryCodeUnclear):
            return read_code("".join(words[place : place + GROUPS]))
    raise AssertionError("no recovery code on this paper")
