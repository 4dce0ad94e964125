"""«Alles vaststellen en afdrukken»: what will happen, where the papers go, progress, and what became of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import euros, month_year, number
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.declaring import PayerGroup
from logeerhuis_app.ui.declarations.fixing import FixAllResult, fix_all
from logeerhuis_app.ui.declarations.printing import PaperPrinter
from logeerhuis_app.ui.declarations.words import payer_words
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role


class FixAllDialog(FormDialog):
    """Asks once, works in the pool, can be stopped between two declarations, and tells what was done."""

    ended = Signal(object)  # FixAllResult

    def __init__(self, door: Door, ready: Sequence[PayerGroup], waiting: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Fix everything and print"), parent, save_text=_("Fix everything"))
        self._door = door
        self._ready = tuple(ready)
        self._job: Job | None = None
        self._result: FixAllResult | None = None
        self._build_body(waiting)
        self.save_requested.connect(self._begin)

    @property
    def is_working(self) -> bool:
        return self._job is not None

    def reject(self) -> None:
        """Esc and the second button stop the work first, and close when there is none."""
        if self._job is not None:
            self._job.stop()
            self.progress_text.setText(_("Stopping after this declaration …"))
            return
        super().reject()

    # -- asking

    def _build_body(self, waiting: int) -> None:
        self.add_wide(Label(_promise(self._ready), wraps=True))
        if waiting:
            self.add_wide(Label(_waiting_words(waiting), Role.AMBER, wraps=True))
        self.folder = QLineEdit(str(Path.home()))
        self.folder.setAccessibleName(_("Folder for the papers"))
        choose = Button(_("Choose…"))
        choose.clicked.connect(self._choose_folder)
        field = QWidget()
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_2))
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        field.setFocusProxy(self.folder)
        self._folder_row = self.add_row(_("Folder for the papers (PDF)"), field, required=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_text = Label("", Role.MUTE, wraps=True)
        self.add_wide(self.progress)
        self.add_wide(self.progress_text)
        self.progress.hide()
        self.print_button = Button(_("Print…"))
        self.print_button.clicked.connect(self._print)
        self.buttons.insertWidget(1, self.print_button)
        self.print_button.hide()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Folder for the papers (PDF)"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    # -- working

    def _begin(self) -> None:
        if self._result is not None:
            self._open_folder()
            return
        self.set_busy(True)
        self.folder.setEnabled(False)
        self.cancel_button.setText(_("Stop"))
        self.progress.setRange(0, len(self._ready))
        self.progress.show()
        folder = Path(self.folder.text()).expanduser()
        job = Job(partial(_work, door=self._door, groups=self._ready, folder=folder))
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        self._job = job.start()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setValue(done)
        if done < total:
            payer = payer_words(self._ready[done])
            said = _("{n} of {total}: {payer}").format(n=number(done + 1), total=number(total), payer=payer)
            self.progress_text.setText(said)

    def _finish(self, result: FixAllResult) -> None:
        self._job, self._result = None, result
        self.progress.setValue(len(result.fixed))
        self.progress_text.setText(_told(result))
        self.cancel_button.setText(_("Close"))
        self.set_busy(False)
        self._save_text = _("Open the folder")
        self.save_button.setText(self._save_text)
        self.save_button.setVisible(bool(result.fixed))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.print_button.setVisible(bool(result.fixed))
        if result.refused:
            reasons = (f"{payer_words(each.group)}: {each.reason}" for each in result.refused)
            self.show_problem("\n".join(reasons))
        self.ended.emit(result)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.folder.setEnabled(True)
        self.cancel_button.setText(_("Cancel"))
        self.progress.hide()
        self.progress_text.setText("")
        self.set_busy(False)
        if not isinstance(error, UserFacingError):
            raise error
        self.show_problem(error_text(error), self.folder)

    def _print(self) -> None:
        if self._result is None:
            return
        printer = PaperPrinter([each.paper.read_bytes() for each in self._result.fixed], self)
        printer.progressed.connect(self._show_printing)
        printer.ended.connect(self._printed)
        printer.ask()

    def _show_printing(self, done: int, total: int) -> None:
        said = _("Page {n} of {total} is handed to the printer.").format(n=number(done), total=number(total))
        self.progress_text.setText(said)

    def _printed(self, is_whole: bool) -> None:
        if is_whole:
            self.progress_text.setText(_("Handed to the printer."))
        else:
            self.show_problem(_("The printer does not answer; nothing was printed."))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))
        self.accept()


def _work(job: Job, door: Door, groups: Sequence[PayerGroup], folder: Path) -> FixAllResult:
    return fix_all(job, door, groups, folder)


def _promise(ready: Sequence[PayerGroup]) -> str:
    total = Cents(sum(group.total for group in ready))
    return ngettext(
        "{n} declaration of {month}, {amount}, is fixed: it gets a number, is locked and its paper is saved.",
        "{n} declarations of {month}, {amount} together, are fixed: each gets a number, is locked and its paper "
        "is saved. You can stop between two declarations; what was fixed stays fixed.",
        len(ready),
    ).format(n=number(len(ready)), month=month_year(ready[0].month), amount=euros(total))


def _waiting_words(waiting: int) -> str:
    return ngettext(
        "{n} declaration still has a question and is left alone.",
        "{n} declarations still have questions and are left alone.",
        waiting,
    ).format(n=number(waiting))


def _told(result: FixAllResult) -> str:
    count = len(result.fixed)
    if not count:
        return _("Nothing was fixed.")
    numbers = [each.changes.number for each in result.fixed]
    said = ngettext("{n} declaration is fixed: {numbers}.", "{n} declarations are fixed: {numbers}.", count).format(
        n=number(count), numbers=", ".join(numbers)
    )
    rest = _("You stopped it; the others are still drafts.") if result.was_stopped else ""
    return f"{said} {rest}".strip()
