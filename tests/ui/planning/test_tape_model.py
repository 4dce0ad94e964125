"""The chart as a table for keyboard and screen reader."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning.tape_ghost import Fit, GhostKind, of_bar, on_bed, placed, shifted
from logeerhuis_app.ui.planning.tape_judge import judge_by_rows
from logeerhuis_app.ui.planning.tape_model import ROLE_BED, ROLE_ID, ROLE_NIGHT, LocationLine, TapeModel
from tests.ui.planning.chart_rows import TODAY, bar, beds, chart, dec, large_chart, nov

TEXT = Qt.ItemDataRole.AccessibleTextRole


def cell(model: TapeModel, bed_id: int, night: Any, role: int) -> Any:
    row = model.row_of_bed(bed_id)
    assert row is not None
    return model.index(row, model.column_of(night)).data(role)


def test_the_model_is_sound(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = TapeModel(chart(until=dec(31)))
    qtmodeltester.check(model, force_py=True)
    model.show_rows(chart(beds=(), bars=(), closures=()))
    qtmodeltester.check(model, force_py=True)


def test_beds_stand_under_their_location() -> None:
    two = beds(2) + beds(1, "In de Dennen", 2, first_id=50)
    model = TapeModel(chart(beds=two))
    assert [line.name for line in model.lines] == ["Plezant", "Kamer 1", "Kamer 2", "In de Dennen", "Kamer 1"]
    assert isinstance(model.line(0), LocationLine)
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.headerData(0, Qt.Orientation.Vertical, TEXT) == "Plezant, 2 bedden"
    assert model.headerData(3, Qt.Orientation.Vertical, TEXT) == "In de Dennen, 1 bed"
    assert model.headerData(2, Qt.Orientation.Vertical, TEXT) == "Kamer 2, tillift · rolstoel"
    assert model.headerData(0, Qt.Orientation.Horizontal, TEXT) == "dinsdag 1 september 2026"


def test_a_cell_says_bed_night_guest_state_nights_and_payer() -> None:
    text = cell(TapeModel(chart()), 3, TODAY, TEXT)
    assert text == (
        "Kamer 3, nacht van zo 22 nov: Rita, in huis, proeflogeren, 3 nachten, van za 21 nov tot di 24 nov, "
        "financier niet bekend"
    )


def test_an_empty_cell_says_free_and_a_closed_one_why() -> None:
    model = TapeModel(chart())
    assert cell(model, 5, TODAY, TEXT) == "Kamer 5, nacht van zo 22 nov: vrij"
    assert cell(model, 5, nov(17), TEXT) == "Kamer 5, nacht van di 17 nov: gesloten: schilderwerk"


def test_the_night_of_departure_is_not_the_guests() -> None:
    model = TapeModel(chart())
    assert cell(model, 3, nov(23), ROLE_ID) == 6
    assert cell(model, 3, nov(24), ROLE_ID) is None
    assert cell(model, 3, nov(24), ROLE_BED) == 3
    assert cell(model, 3, nov(24), ROLE_NIGHT) == nov(24).toordinal()


def test_the_tooltip_tells_that_a_guest_changes_beds() -> None:
    whole = bar(1, 1, "Jan", nov(25), dec(5))
    halves = (
        BarRow(**{**whole.__dict__, "last_night": nov(28)}),
        BarRow(**{**whole.__dict__, "first_night": nov(29), "bed_id": 2}),
    )
    model = TapeModel(chart(bars=halves))
    assert "slaapt sommige nachten in een ander bed" in cell(model, 1, nov(26), Qt.ItemDataRole.ToolTipRole)
    assert [half.bed_id for half in model.bars_of(1)] == [1, 2]


def test_the_judge_says_who_has_the_bed() -> None:
    model = TapeModel(chart())
    verdict = judge_by_rows(model, placed(2, nov(27), nov(30)))
    assert verdict.fit is Fit.TAKEN
    assert verdict.text == "bezet: Jan heeft dit bed van 18 nov tot 28 nov"
    assert judge_by_rows(model, placed(2, nov(28), dec(4))).fit is Fit.FREE  # between two stays, touching both


def test_the_judge_says_why_a_bed_is_closed() -> None:
    verdict = judge_by_rows(TapeModel(chart()), placed(5, nov(18), nov(21)))
    assert (verdict.fit, verdict.text) == (Fit.TAKEN, "gesloten tot 21 nov: schilderwerk")


def test_the_judge_knows_that_a_guest_sleeps_in_one_bed() -> None:
    model = TapeModel(chart())
    ghost = shifted(of_bar(model.bars_of(8)[0], GhostKind.MOVE, TODAY), -11)  # 30 November, when Rita is in room 3
    verdict = judge_by_rows(model, on_bed(ghost, 4))
    assert (verdict.fit, verdict.text) == (Fit.TAKEN, "Rita slaapt deze nachten al in Kamer 3")


def test_a_stay_is_not_in_its_own_way() -> None:
    model = TapeModel(chart())
    ghost = of_bar(model.bars_of(7)[0], GhostKind.MOVE, TODAY)
    assert judge_by_rows(model, shifted(ghost, 1)).fit is Fit.FREE


def test_two_years_of_forty_beds_are_found_by_night() -> None:
    model = TapeModel(large_chart())
    assert (model.rowCount(), model.columnCount()) == (41, 730)
    row = model.row_of_bed(40)
    assert row is not None
    assert len(list(model.bars_in(row, nov(1), nov(8)))) in (2, 3)
