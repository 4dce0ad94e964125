"""The Dutch catalogue is whole: nothing untranslated, nothing stray, nothing uncompiled, no broken place."""

import importlib.util
from pathlib import Path
from string import Formatter
from types import ModuleType

from logeerhuis_app import i18n

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "texts.py"


def texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("texts", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_catalogue_is_whole() -> None:
    assert texts().check() == []


def test_each_translation_names_the_same_places() -> None:
    """«{guest}» left out or misspelt in the Dutch would drop a name from a sentence, or crash it."""
    assert [fault for message in texts().load() for fault in wrong_places(message)] == []


def test_installed_language_speaks_dutch() -> None:
    i18n.install("nl")
    assert i18n.language() == "nl"


def wrong_places(message: object) -> list[str]:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    ids = message.id if isinstance(message.id, tuple) else (message.id,)  # type: ignore[attr-defined]
    strings = message.string if isinstance(message.string, tuple) else (message.string,)  # type: ignore[attr-defined]
    known = set().union(*(places(text) for text in ids))
    if not all(strings):
        return []  # said by the other test
    if len(ids) == 1:
        return [f"{ids[0]!r} → {strings[0]!r}"] if places(strings[0]) != known else []
    # A singular may write "één" for its number, but name nothing that the English does not.
    return [f"{ids[0]!r} → {text!r}" for text in strings if not places(text) <= known]
