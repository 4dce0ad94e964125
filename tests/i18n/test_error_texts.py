"""Each thing the user can put right has one Dutch sentence that says all it should."""

import dataclasses
import inspect
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import pytest

from logeerhuis_app import i18n
from logeerhuis_app.domain import errors
from logeerhuis_app.domain.errors import Concern, UserFacingError
from logeerhuis_app.domain.matching import MisfitKind
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import error_words
from logeerhuis_app.i18n.error_texts import SENTENCES, concern_text, error_text, misfit_text
from logeerhuis_app.i18n.labels import WORDS, label

CODES = {"use_case": "place_booking", "role": "care", "from_state": "left", "to_state": "option", "command": "backup"}
CODES["shift"] = "early"


def all_classes(root: type[UserFacingError] = UserFacingError) -> Iterator[type[UserFacingError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from all_classes(kind)


CLASSES = sorted(all_classes(), key=lambda kind: kind.__name__)


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


def value_for(name: str, annotation: Any) -> Any:
    if name in CODES:
        return CODES[name]
    if annotation is date:
        return date(2026, 6, 5) if name != "departure" else date(2026, 6, 9)
    if annotation is datetime:
        return datetime(2026, 6, 5, 12, 0, tzinfo=UTC)
    if annotation is int:
        return 412
    if annotation == tuple[date, ...]:
        return (date(2026, 6, 7), date(2026, 6, 8), date(2026, 7, 3))
    if annotation == tuple[int, ...]:
        return (3, 0)
    if annotation == tuple[str, ...]:
        return ("wlz_not_taken",) if name == "kinds" else ("allergy", "contact")
    if annotation == tuple[Concern, ...]:
        return (Concern("no_lift"), Concern("no_decision", "Piet"))
    if name == "reason":
        return "missing"
    return f"Value of {name}"


def example(kind: type[UserFacingError]) -> UserFacingError:
    annotations = inspect.get_annotations(kind, eval_str=True)
    return kind(**{field.name: value_for(field.name, annotations[field.name]) for field in dataclasses.fields(kind)})  # type: ignore[arg-type]


def make(kind: type[UserFacingError]) -> UserFacingError:
    return example(kind) if dataclasses.is_dataclass(kind) else kind()


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_each_error_says_what_and_the_way_out(kind: type[UserFacingError]) -> None:
    text = error_text(make(kind))
    assert "{" not in text
    assert text[0].isupper() or not text[0].isalpha()
    assert text.splitlines()[0].endswith(".")


def test_no_sentence_is_left_over() -> None:
    assert set(SENTENCES) == set(CLASSES)


def test_taken_bed_names_bed_nights_guest_and_way_out() -> None:
    error = errors.BedTaken("Kamer 3", (date(2026, 6, 7), date(2026, 6, 8)), "mevrouw Jansen", *JUNE)
    assert error_text(error) == (
        "Kamer 3 is op 7 – 8 jun al voor mevrouw Jansen (5 – 9 jun). Kies een ander bed of andere nachten."
    )


JUNE = (date(2026, 6, 5), date(2026, 6, 9))


def test_refused_role_is_told_in_words() -> None:
    text = error_text(errors.NotAllowed("fix_declaration", "care"))
    assert "De rol zorg mag dit niet: een declaratie vaststellen." in text


def test_damaged_file_names_its_line() -> None:
    text = error_text(errors.FileUnreadable("huis.json", "not_json", line=12))
    assert "regel 12" in text
    assert "huis.json" in text


@pytest.mark.parametrize("count", [1, 3])
def test_plurals_agree(count: int) -> None:
    text = error_text(errors.OpenQuestions("Gemeente Helmond", count))
    assert ("één vraag" in text) == (count == 1)


@pytest.mark.parametrize("kind", MisfitKind)
def test_each_misfit_has_its_sentence(kind: MisfitKind) -> None:
    assert kind.value in error_words.MISFITS
    assert misfit_text(kind.value) == concern_text(Concern(kind.value))


@pytest.mark.parametrize("use_case", UseCase)
def test_each_use_case_has_its_word(use_case: UseCase) -> None:
    assert label(use_case)


def test_an_unknown_field_is_not_shown_as_code() -> None:
    assert "xyz_code" not in error_text(errors.FieldRequired("xyz_code"))


@pytest.mark.parametrize("kind", WORDS)
def test_each_coded_value_has_its_word(kind: type[Enum]) -> None:
    assert all(label(member) for member in kind)
