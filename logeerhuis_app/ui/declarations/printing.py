"""Papers to a printer: each page is drawn in the pool as a picture and put on paper by the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.pages import PageImage, page_count, page_image

PRINT_DPI = 300


class PaperPrinter(QObject):
    """Prints papers one page after the other, so that the window stays usable meanwhile."""

    progressed = Signal(int, int)  # pages done, pages in all
    ended = Signal(bool)  # whether all of it was handed to the printer

    def __init__(self, papers: Sequence[bytes], parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self._title = title or _("Print the declaration")
        self._pages = [(pdf, place) for pdf in papers for place in range(page_count(pdf))]
        self._done = 0
        self._painter: QPainter | None = None
        self._window = parent

    def ask(self) -> QPrintDialog:
        """Ask for a printer; nothing happens when the question is cancelled."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self._title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.start(printer))
        QDialog.open(dialog)  # the print dialog's own stub knows only the form with a slot
        return dialog

    def start(self, printer: QPrinter) -> None:
        """Print on this printer, edge to edge: the paper has its own margins."""
        self._printer = printer
        printer.setFullPage(True)
        self._painter = QPainter()
        if not self._pages or not self._painter.begin(printer):
            self._painter = None
            self.ended.emit(False)
            return
        self._next()

    def _next(self) -> None:
        pdf, place = self._pages[self._done]
        job = Job(lambda _job: page_image(pdf, place, PRINT_DPI))
        job.finished.connect(self._put)
        job.failed.connect(self._fail)
        job.start()

    def _put(self, page: PageImage) -> None:
        if self._painter is None:
            return
        self._painter.drawImage(self._printer.paperRect(QPrinter.Unit.DevicePixel).toRect(), page.image)
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._finish(True)
            return
        self._printer.newPage()
        self._next()

    def _finish(self, is_whole: bool) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self.ended.emit(is_whole)

    def _fail(self, error: Exception) -> None:
        self._finish(False)
        raise error
