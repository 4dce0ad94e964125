#!/usr/bin/env python3
"""Keep the Dutch catalogue in step with the code.

scripts/texts.py               extract, update and compile; exit 1 while a text lacks Dutch
scripts/texts.py --missing     print the texts that lack Dutch as JSON
scripts/texts.py --add FILE    fill in translations from a JSON object {msgid: Dutch}; a plural's key is
                               "singular||plural" with a list of two, a context stands before U+0004
scripts/texts.py --check       change nothing; exit 1 if the catalogue or its compiled form is out of step
"""

import argparse
import fcntl
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources/locale/nl/LC_MESSAGES/logeerhuis.po"
MO = PO.with_suffix(".mo")
COMPILED_ON = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS: dict[str, Any] = {"_": None, "N_": None, "NP_": ((1, "c"), 2), "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def template() -> Catalog:
    """Every text in the package, without line numbers so that unrelated edits leave the file alone."""
    catalogue = Catalog(project="Logeerhuis", charset="utf-8", fuzzy=False)
    rows = extract_from_dir(
        str(ROOT / "logeerhuis_app"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for _filename, _line, message, comments, context in rows:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def load() -> Catalog:
    if not PO.exists():
        PO.parent.mkdir(parents=True, exist_ok=True)
        return Catalog(locale="nl", project="Logeerhuis", charset="utf-8", fuzzy=False)
    with PO.open("rb") as handle:
        return read_po(handle, locale="nl")


def po_bytes(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, sort_output=True, no_location=True, omit_header=False, width=120, ignore_obsolete=True)
    lines = [line for line in out.getvalue().splitlines() if not line.startswith(b'"POT-Creation-Date')]
    return b"\n".join(line for line in lines if not line.startswith(b'"PO-Revision-Date')) + b"\n"


def mo_bytes(catalogue: Catalog) -> bytes:
    """The same texts give the same bytes at any hour: Babel would write the minute of compiling into them."""
    catalogue.creation_date = COMPILED_ON
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def key(message: Any) -> str:
    text = "||".join(message.id) if isinstance(message.id, (tuple, list)) else message.id
    return f"{message.context}\x04{text}" if message.context else text


def is_done(message: Any) -> bool:
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return bool(texts) and all(texts) and not message.fuzzy


def fill(catalogue: Catalog, translations: dict[str, Any]) -> list[str]:
    """Set the Dutch of each text; the keys that no text in the code has are given back."""
    by_key = {key(message): message for message in catalogue if message.id}
    for text, dutch in translations.items():
        if text in by_key:
            by_key[text].string = tuple(dutch) if isinstance(dutch, list) else dutch
            by_key[text].flags.discard("fuzzy")
    return [text for text in translations if text not in by_key]


def update(translations: dict[str, Any]) -> int:
    catalogue = load()
    catalogue.update(template(), no_fuzzy_matching=True)
    for stray in fill(catalogue, translations):
        print(f"not a text in the code: {stray!r}", file=sys.stderr)
    data = po_bytes(catalogue)
    PO.write_bytes(data)
    compiled = read_po(io.BytesIO(data), locale="nl")
    MO.write_bytes(mo_bytes(compiled))
    missing = [key(message) for message in compiled if message.id and not is_done(message)]
    faults = [str(fault) for message in compiled for fault in message.check()]
    print(f"{len(compiled)} texts, {len(missing)} without Dutch, {len(faults)} faults")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if missing or faults else 0


def check() -> list[str]:
    """What is out of step, one sentence each; empty when the catalogue is whole."""
    wanted = {key(message) for message in template() if message.id}
    catalogue = load()
    have = {key(message): message for message in catalogue if message.id}
    problems = [f"not in the catalogue: {text!r}" for text in sorted(wanted - set(have))]
    problems += [f"no longer in the code: {text!r}" for text in sorted(set(have) - wanted)]
    problems += [f"without Dutch: {text!r}" for text, message in sorted(have.items()) if not is_done(message)]
    problems += [f"{fault}" for message in catalogue for fault in message.check()]
    if MO.read_bytes() != mo_bytes(catalogue):
        problems.append("the compiled catalogue differs from the text: run scripts/texts.py")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--add", type=Path)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    if wanted.check:
        problems = check()
        print("\n".join(problems) or "the catalogue is whole")
        return 1 if problems else 0
    with (ROOT / "resources/locale/.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if wanted.missing:
            catalogue = load()
            catalogue.update(template(), no_fuzzy_matching=True)
            texts = {key(message): "" for message in catalogue if message.id and not is_done(message)}
            print(json.dumps(texts, ensure_ascii=False, indent=1))
            return 0
        return update(json.loads(wanted.add.read_text(encoding="utf-8")) if wanted.add else {})


if __name__ == "__main__":
    sys.exit(main())
