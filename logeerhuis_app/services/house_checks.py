"""What must hold in a house that comes in from a file, checked before the database is touched.

The database checks again; this is to say in words which row it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, UniqueConstraint

from logeerhuis_app.domain.bookings import HOLDS_BED
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import date_long, number
from logeerhuis_app.i18n.format import nights as night_count
from logeerhuis_app.services.house_shapes import misshapen
from logeerhuis_app.services.rows.whole_house import Row, Tables

RULES: dict[str, str] = {
    "departs_after_arrival": N_("departure is not after arrival"),
    "ends_after_it_starts": N_("the end is not after the beginning"),
    "ends_after_start": N_("the end lies before the beginning"),
    "guest_or_closure": N_("a night belongs to a stay of a guest, or to a closure of a bed"),
    "says_what_to_do": N_("an alert must say what to do"),
    "says_something": N_("a note must say something"),
    "two_different_checkers": N_("the two checkers are the same person"),
    "as_needed_has_limits": N_("a medicine as needed must have a condition and a maximum"),
    "has_a_page": N_("a list has at least one page"),
    "has_a_dose": N_("a medicine must have a dose: a number with its unit, or the pharmacy's words"),
    "strength_has_a_unit": N_("a strength must have its unit"),
    "weekly_has_a_weekday": N_("a weekly medicine must have its weekday"),
    "interval_can_be_counted": N_("a medicine every so many days must say how many, and its first day"),
    "stopped_on_a_day": N_("a medicine that was stopped must say on which day"),
    "brought_not_negative": N_("a count lies below zero"),
    "returned_not_negative": N_("a count lies below zero"),
    "brought_by_two_people": N_("the two who counted are the same person"),
    "returned_by_two_people": N_("the two who counted are the same person"),
    "week_box_says_why": N_("a week box must say why it is accepted"),
    "not_negative": N_("an amount lies below zero"),
    "is_a_fraction": N_("a share must be larger than zero"),
    "holds_something": N_("a document cannot be empty"),
    "only_one": N_("there can be one row only"),
    "other_user": N_("the user of this house is somebody else in the file"),
}
"""Rules of the database by the end of their name."""


def broken_rule(table: str, row_number: int, failure: str) -> str:
    """One row that the database refuses, by the rule it breaks; ``failure``: the database's own words."""
    reason = next(
        (_(words) for name, words in RULES.items() if name in failure), _("this is against a rule of the house")
    )
    return _("{table}, row {row}: {reason}").format(table=table, row=number(row_number), reason=reason)


def problems_in(tables: Tables, known: Sequence[Table]) -> list[str]:
    """Doubles, rows that refer to nothing, and nights that are not those of their stay; in the order of the file."""
    return [*_lone_house(tables), *_table_problems(tables, known), *_night_problems(tables), *_shape_problems(tables)]


def _shape_problems(tables: Tables) -> Iterator[str]:
    for table, row_number, column in misshapen(tables):
        yield _line(table, row_number, [column], _("this is a list of another kind than belongs here"))


def _lone_house(tables: Tables) -> Iterator[str]:
    if len(tables["house"]) != 1:
        yield _("{table}: {reason}").format(table="house", reason=_("there must be exactly one row"))


def _table_problems(tables: Tables, known: Sequence[Table]) -> Iterator[str]:
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    for table in known:
        rows = tables[table.name]
        yield from _doubles(table.name, rows, ["id"])
        for columns in _unique_sets(table):
            yield from _doubles(table.name, rows, columns)
        yield from _loose_ends(table, rows, ids)


def _unique_sets(table: Table) -> Iterator[list[str]]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [column.name for column in constraint.columns]
    for column in table.columns:
        if column.unique:
            yield [column.name]


def _doubles(table: str, rows: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    """A value that is empty is no double of another empty one, as in the database."""
    keys = [tuple(row[column] for column in columns) for row in rows]
    counts = Counter(key for key in keys if None not in key)
    seen: set[tuple[Any, ...]] = set()
    for row_number, key in enumerate(keys, start=1):
        if counts[key] > 1 and key in seen:
            yield _line(table, row_number, columns, _double_words(table, columns, rows[row_number - 1]))
        seen.add(key)


def _double_words(table: str, columns: Sequence[str], row: Row) -> str:
    words = DOUBLES.get((table, *sorted(columns)))
    if words is None:
        return _("the same value stands in an earlier row")
    return words(row)


def _double_bed(row: Row) -> str:
    return _("bed {bed} is taken twice in the night of {night}").format(
        bed=row["bed_id"], night=date_long(row["night"])
    )


def _double_guest(row: Row) -> str:
    return _("guest {guest} sleeps in two places in the night of {night}").format(
        guest=row["guest_id"], night=date_long(row["night"])
    )


DOUBLES: dict[tuple[str, ...], Callable[[Row], str]] = {
    ("night", "bed_id", "night"): _double_bed,
    ("night", "guest_id", "night"): _double_guest,
}


def _loose_ends(table: Table, rows: Sequence[Row], ids: dict[str, set[Any]]) -> Iterator[str]:
    keys = [
        (key.parent.name, key.column.table.name) for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
    ]
    for row_number, row in enumerate(rows, start=1):
        for column, parent in keys:
            if row.get(column) is not None and row[column] not in ids.get(parent, set()):
                reason = _("there is no row {id} in {parent}").format(id=row[column], parent=parent)
                yield _line(table.name, row_number, [column], reason)


def _night_problems(tables: Tables) -> Iterator[str]:
    """A night under another name or outside its stay would slip past the promise of one guest, one bed."""
    bookings = {row["id"]: row for row in tables["booking"]}
    kept = Counter(row["booking_id"] for row in tables["night"])
    for row_number, stay in enumerate(tables["booking"], start=1):
        nights = (stay["departure"] - stay["arrival"]).days
        if stay["state"] in HOLDS_BED and kept[stay["id"]] < nights:
            words = _("the stay has {nights}, and {kept} of them keep a bed")
            reason = words.format(nights=night_count(nights), kept=number(kept[stay["id"]]))
            yield _line("booking", row_number, ["arrival", "departure"], reason)
    for row_number, night in enumerate(tables["night"], start=1):
        booking = bookings.get(night["booking_id"])
        if booking is None:
            continue
        if night["guest_id"] != booking["guest_id"]:
            yield _line("night", row_number, ["guest_id"], _("the stay is of another guest"))
        if not booking["arrival"] <= night["night"] < booking["departure"]:
            yield _line("night", row_number, ["night"], _("the night lies outside its stay"))


def _line(table: str, row_number: int, columns: Iterable[str], reason: str) -> str:
    return _("{table}, row {row}, column {column}: {reason}").format(
        table=table, row=number(row_number), column=", ".join(columns), reason=reason
    )
