"""A house goes from file to server and back without losing a byte; a bent file is refused in words."""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from logeerhuis_app.domain.errors import FileUnreadable, ImportRefused
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.exchange.house_json import GUEST_FORMAT, house_schema, read, schema_text, written
from logeerhuis_app.services.rows.whole_house import ColumnFact, ColumnKind, TableFact, Tables
from logeerhuis_app.services.whole_house import table_facts
from tests.support.commands import ADMINISTRATOR, MANAGER, Said, run_main
from tests.support.postgres import PostgresServer

__all__ = ["run_main"]
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "house.schema.json"


def known_part(day: date, parts: int) -> PartialDate:
    """The year, the month or the day."""
    return PartialDate(*(day.year, day.month, day.day)[:parts])


KINDS = {
    ColumnKind.INTEGER: st.integers(-(2**31), 2**31 - 1),
    ColumnKind.BOOLEAN: st.booleans(),
    ColumnKind.TEXT: st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40),
    ColumnKind.CODE: st.sampled_from(["here", "there"]),
    ColumnKind.DATE: st.dates(),
    ColumnKind.TIME: st.times(),
    ColumnKind.PARTIAL_DATE: st.tuples(st.dates(), st.integers(1, 3)).map(lambda told: known_part(*told)),
    ColumnKind.MOMENT: st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),
    ColumnKind.BYTES: st.binary(max_size=40),
    ColumnKind.JSON: st.dictionaries(st.text(max_size=5), st.integers()),
}
FACTS = (
    TableFact(
        "thing",
        tuple(
            ColumnFact(kind.value, kind, is_nullable=True, choices=("here", "there") if kind is ColumnKind.CODE else ())
            for kind in ColumnKind
        ),
    ),
)


def test_documented_schema_is_that_of_the_tables() -> None:
    """Run ``scripts/schema.py`` after a change of the tables."""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(table_facts())


def test_schema_is_a_schema_and_describes_each_table() -> None:
    schema = house_schema(table_facts())
    Draft202012Validator.check_schema(schema)
    tables = schema["properties"]["tables"]["properties"]
    assert all(table["description"] for name, table in tables.items() if name not in ("room", "rate"))
    assert "maxLength" in tables["guest"]["items"]["properties"]["last_name"]


rows = st.lists(st.fixed_dictionaries({kind.value: st.none() | values for kind, values in KINDS.items()}), max_size=4)


@given(rows)
def test_what_is_written_is_read_back(found: list[dict[str, Any]]) -> None:
    tables: Tables = {"thing": found}
    content = written(tables, FACTS)
    assert read(content, FACTS, "x") == tables
    assert written(read(content, FACTS, "x"), FACTS) == content


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_make_it_crash(content: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read(content, table_facts(), "x")


@given(st.data())
def test_no_bent_value_makes_it_crash(data: st.DataObject) -> None:
    """Any value of any kind in any place: taken over as it is, or refused in words."""
    row = {kind.value: None for kind in ColumnKind}
    bent = data.draw(st.sampled_from(list(ColumnKind)))
    row[bent.value] = data.draw(st.text() | st.integers() | st.booleans() | st.lists(st.integers(), max_size=2))  # type: ignore[assignment]
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": {"thing": [row]}}).encode()
    assert all(problem.startswith("thing, ") for problem in problems_of(content))


def problems_of(content: bytes) -> tuple[str, ...]:
    try:
        read(content, FACTS, "x")
    except ImportRefused as refusal:
        return refusal.problems
    return ()


def test_a_whole_float_is_a_whole_number() -> None:
    """JSON knows one kind of number; «1.0» from another program is 1 in the table, and not a float."""
    row = {kind.value: None for kind in ColumnKind} | {"integer": 1.0}
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": {"thing": [row]}}).encode()
    assert type(read(content, FACTS, "x")["thing"][0]["integer"]) is int


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b"\xff\xfe\x00", "not_text", 0),
        (b"", "not_json", 1),
        (b'{\n "format":\n}', "not_json", 3),
        (b'{"format": NaN}', "not_json", 1),
        (b"[]", "not_a_house", 0),
        (b"[" * 100_000, "not_a_house", 0),
        (b'{"version": ' + b"9" * 5_000 + b"}", "not_a_house", 0),
        (b'{"format": "logeerhuis-house", "version": "1", "tables": {}}', "not_a_house", 0),
        (b'{"format": "logeerhuis-house", "version": 2, "tables": {}}', "newer", 0),
        (b'{"format": "logeerhuis-guest", "version": 1, "tables": {}}', "not_a_house", 0),
    ],
)
def test_what_is_no_house_is_told_why(content: bytes, reason: str, line: int) -> None:
    with pytest.raises(FileUnreadable) as caught:
        read(content, table_facts(), "x")
    assert (caught.value.reason, caught.value.line) == (reason, line)


def test_a_missing_table_and_an_unknown_one_are_named() -> None:
    tables: dict[str, list[object]] = {fact.name: [] for fact in table_facts()}
    del tables["night"]
    tables["nacht"] = []
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": tables}).encode()
    with pytest.raises(ImportRefused) as caught:
        read(content, table_facts(), "x")
    assert {problem.partition(":")[0] for problem in caught.value.problems} == {"night", "nacht"}


def test_only_the_first_problems_are_told() -> None:
    bad = [{kind.value: "x" if kind is ColumnKind.DATE else None for kind in ColumnKind}] * 60
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": {"thing": bad}}).encode()
    with pytest.raises(ImportRefused) as caught:
        read(content, FACTS, "x")
    assert len(caught.value.problems) == 20


def test_a_day_that_does_not_exist_is_refused() -> None:
    row = {kind.value: "2026-02-30" if kind is ColumnKind.DATE else None for kind in ColumnKind}
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": {"thing": [row]}}).encode()
    with pytest.raises(ImportRefused) as caught:
        read(content, FACTS, "x")
    assert caught.value.problems == ("thing, rij 1, kolom date: dit bestaat niet: 2026-02-30",)


def test_half_a_sign_is_refused_before_the_database_chokes_on_it() -> None:
    row = {kind.value: "a\ud800b" if kind is ColumnKind.TEXT else None for kind in ColumnKind}
    content = json.dumps({"format": "logeerhuis-house", "version": 1, "tables": {"thing": [row]}}).encode()
    assert [problem.partition(":")[0] for problem in problems_of(content)] == ["thing, rij 1, kolom text"]


def test_values_are_written_as_documented() -> None:
    row: dict[str, Any] = {kind.value: None for kind in ColumnKind}
    row |= {
        "date": date(2026, 6, 5),
        "time": time(8, 5),
        "moment": datetime(2026, 6, 5, 6, 5, tzinfo=UTC),
        "bytes": b"\0",
    }
    text = written({"thing": [row]}, FACTS, GUEST_FORMAT).decode()
    assert '"date": "2026-06-05"' in text
    assert '"time": "08:05:00"' in text
    assert '"moment": "2026-06-05T06:05:00Z"' in text
    assert '"bytes": "AA=="' in text
    assert text.startswith('{\n"format": "logeerhuis-guest",\n"version": 1,\n')


# -- between the two databases


@pytest.fixture
def places(tmp_path: Path, postgres_server: PostgresServer) -> Iterator[Callable[[str], tuple[str, str]]]:
    """Options for an empty place: «file» or «server»."""
    made: list[str] = []

    def place(kind: str) -> tuple[str, str]:
        if kind == "file":
            return ("--data", str(tmp_path / f"house{len(list(tmp_path.iterdir()))}"))
        made.append(postgres_server.create())
        return ("--database", postgres_server.url(made[-1]))

    yield place
    for name in made:
        postgres_server.drop(name)


@pytest.mark.parametrize(("source", "target"), [("server", "server"), ("file", "server"), ("server", "file")])
def test_a_house_with_declarations_moves_and_works_on(
    places: Callable[[str], tuple[str, str]], run_main: Callable[..., Said], tmp_path: Path, source: str, target: str
) -> None:
    here, there = places(source), places(target)

    def done(place: tuple[str, str], *arguments: str, user: str = MANAGER) -> Said:
        said = run_main(user, (*place, *arguments))
        assert said.code == 0, said.err
        return said

    first, second, out = str(tmp_path / "a.json"), str(tmp_path / "b.json"), str(tmp_path / "out")
    done(here, "demo")
    done(here, "declare", "2026-10", "--to", out, "--fix", "--payer", "5529", user=ADMINISTRATOR)
    done(here, "export", first)
    done(there, "import", first)
    done(there, "export", second)
    assert Path(first).read_bytes() == Path(second).read_bytes()
    said = done(there, "--json", "declare", "2026-10", "--to", out, "--fix", "--payer", "0743", user=ADMINISTRATOR)
    assert [row["number"] for row in said.json["declarations"]] == ["2026-0002"]
    booked = done(
        there, "--json", "book", "--guest", "0117", "--bed", "PLZ-1", "--from", "2027-03-01", "--to", "2027-03-02"
    )
    tables = json.loads(Path(first).read_text(encoding="utf-8"))["tables"]
    papers, rows = tables["document_content"], tables["booking"]
    assert sum(base64.b64decode(row["content"]).startswith(b"%PDF") for row in papers) == 2
    assert sum(bool(row["small"]) for row in papers) == 3
    assert booked.json["booking_id"] == max(row["id"] for row in rows) + 1
