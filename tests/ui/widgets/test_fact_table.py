"""A table to read: all of it in sight, whatever the width and the letters."""

import pytest
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.widgets.fact_table import FactTable
from tests.support.look import open_window, settle

ROWS = [
    ["zo 22 nov, 14:02", "M. Lemmens", "keek in het dossier en veranderde daarin het adres en de telefoon", "Piet"],
    ["za 21 nov, 9:10", "S. de Wit", "schreef een notitie", ""],
]


@pytest.fixture
def table(qtbot: QtBot) -> FactTable:
    made = FactTable(["Wanneer", "Wie", "Wat", "Gast"], wraps=(2, 3), name="Wie zag wat")
    qtbot.addWidget(made)
    made.resize(700, 200)
    open_window(made)
    made.show_rows(ROWS)
    settle()
    return made


def test_it_shows_each_row_and_says_what_it_is(table: FactTable) -> None:
    assert table.texts() == ROWS
    assert table.accessibleName() == "Wie zag wat"
    first = table.item(0, 0)
    assert first is not None
    assert first.font().bold()


@pytest.mark.parametrize("width", [360, 700, 1100])
def test_nothing_has_to_be_scrolled(table: FactTable, width: int) -> None:
    table.resize(width, table.height())
    settle()
    header = table.horizontalHeader()
    assert sum(header.sectionSize(column) for column in range(4)) <= max(table.viewport().width(), 4 * 64)
    assert table.height() >= header.height() + sum(table.rowHeight(row) for row in range(table.rowCount()))


def test_the_column_that_wraps_gives_way(table: FactTable) -> None:
    table.resize(1100, table.height())
    settle()
    wide_row, who = table.rowHeight(0), table.columnWidth(1)
    table.resize(420, table.height())
    settle()
    assert table.rowHeight(0) > wide_row
    assert table.columnWidth(1) == who


def test_other_rows_take_the_place_of_the_first(table: FactTable) -> None:
    table.show_rows(ROWS[1:])
    settle()
    assert table.texts() == ROWS[1:]
    assert table.rowCount() == 1
