"""The table's model, and paper that reaches a printer (here one that prints to a file)."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups
from logeerhuis_app.ui.declarations.lines_model import Column, LinesModel
from logeerhuis_app.ui.declarations.lines_table import LinesTable
from logeerhuis_app.ui.declarations.papers import drawn
from logeerhuis_app.ui.declarations.printing import PaperPrinter
from logeerhuis_app.ui.pages import page_count
from logeerhuis_app.ui.style import px
from tests.support.declaring import OCTOBER
from tests.ui.declarations.conftest import Month


def helmond(month: Month):
    return next(group for group in month_groups(month.house.door, OCTOBER) if group.payer == "Gemeente Helmond")


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, october: Month):
    model = LinesModel()
    model.show_group(helmond(october))
    qtmodeltester.check(model)


def test_the_last_row_is_the_total(october: Month):
    model = LinesModel()
    model.show_group(helmond(october))
    last = model.rowCount() - 1
    texts = [model.index(last, column).data() for column in Column]
    assert texts == ["Totaal", "", "6", "", "1.253,46"]
    assert model.guest_at(last) == 0


def test_enter_on_a_line_opens_the_file(qtbot, october: Month):
    table = LinesTable()
    qtbot.addWidget(table)
    table.show_group(helmond(october))
    table.show()
    table.setCurrentIndex(table.lines.index(0, 0))
    with qtbot.waitSignal(table.guest_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [october.guests["Jannie"]]


def test_a_narrow_table_puts_the_rate_under_the_amount(qtbot, october: Month):
    table = LinesTable()
    qtbot.addWidget(table)
    table.show_group(helmond(october))
    table.resize(380, 400)
    table.show()
    assert table.isColumnHidden(Column.RATE)
    assert "à 208,91" in table.lines.index(0, Column.AMOUNT).data()


def test_however_narrow_the_birth_date_stands_there_whole(qtbot, october: Month):
    table = LinesTable()
    qtbot.addWidget(table)
    table.show_group(helmond(october))
    table.resize(300, 400)
    table.show()
    assert table.columnWidth(Column.GUEST) > QFontMetrics(table.font()).horizontalAdvance("03-04-1940") + 2 * px(8)


def test_papers_are_printed_page_by_page(qtbot, october: Month, tmp_path: Path, settle: Callable[[], None]):
    groups = month_groups(october.house.door, OCTOBER)
    papers = [drawn(declaration_sheet(october.house.door, group.key, OCTOBER)) for group in groups]
    window = QWidget()
    qtbot.addWidget(window)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    job = PaperPrinter(papers, window)
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        job.start(printer)
    settle()
    assert ended.args == [True]
    pdf = (tmp_path / "print.pdf").read_bytes()
    assert page_count(pdf) == sum(page_count(paper) for paper in papers) == 3
    assert _has_ink(pdf)


def _has_ink(pdf: bytes) -> bool:
    """Something dark stands on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=0.5)
        return min(bytes(picture.buffer)) < 90
    finally:
        document.close()
