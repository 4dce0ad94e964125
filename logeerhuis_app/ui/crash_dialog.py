"""Our fault: said in words, with a report that can be copied and holds nobody's data."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.log import report
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label, Role

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """The work that was confirmed is safe; what was being done was not saved."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in the program"))
        body = QVBoxLayout(self)
        body.setContentsMargins(*[px(tokens.SPACE_6)] * 4)
        body.setSpacing(px(tokens.SPACE_3))
        body.addWidget(Label(_("Something went wrong in the program"), Role.TITLE))
        sentence = _(
            "What you saved before is safe. What you were doing just now may not be saved: look at it again. "
            "Send the report below to whoever looks after the program; it holds no names."
        )
        body.addWidget(Label(sentence, wraps=True))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Report"))
        body.addWidget(self.text)
        self.copy_button = Button(_("Copy the report"), Kind.PRIMARY)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.close_button = Button(_("Close"), key="Esc")
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(tokens.SPACE_2))
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.copy_button)
        body.addLayout(buttons)
        self.resize(px(560), px(380))


class CrashHook:
    """Catches what nobody caught in the event loop; one dialog at a time, for a fault may repeat with every repaint.

    A refusal is no crash: it goes to ``on_refusal``. A screen may meet one wherever it reads, as when a drive is pulled
    out while somebody works.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self.on_refusal: Callable[[UserFacingError], None] | None = None
        self._dialog: CrashDialog | None = None

    def install(self) -> None:
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserFacingError) and self.on_refusal is not None:
            _log.info("refused: %s", kind.__name__)
            self.on_refusal(error)
            return
        text = report(kind, trace)
        _log.error("crash\n%s", text)
        if self._dialog is None:
            self._dialog = CrashDialog(text, self.parent)
            self._dialog.finished.connect(self._forget)
            self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None
