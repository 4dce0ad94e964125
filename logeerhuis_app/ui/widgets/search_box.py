"""The one search of the house, in the top bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.search import HitKind, SearchHit
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.result_list import ResultList, ResultRow

_LEAST_LETTERS = 2
_TONES = {
    HitKind.GUEST: Tone.NEUTRAL,
    HitKind.STAY: Tone.TEAL,
    HitKind.ROOM: Tone.NEUTRAL,
    HitKind.ACTION: Tone.TEAL,
}


class SearchBox(QWidget):
    """Two letters open the list; arrows and Enter pick from it, Esc closes it and a second Esc empties the field."""

    picked = Signal(object)  # SearchHit

    def __init__(
        self, find: Callable[[str], Sequence[SearchHit]], *, key: str = "Ctrl+K", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._build(key)
        self.results = ResultList(self.line)
        self.line.textEdited.connect(self._search)
        self.results.picked.connect(self._pick)

    def take_focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self._key.sizeHint()
        self._key.setGeometry(self.line.width() - hint.width() - px(12), 0, hint.width(), self.line.height())

    def _build(self, key: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit()
        self.line.setProperty("role", "search")
        self.line.setPlaceholderText(_("Find guest, room…"))
        self.line.setAccessibleName(_("Search"))
        self.line.setToolTip(_("Find a guest, a stay, a room or an action ({key})").format(key=key))
        self.line.addAction(icon("search", tokens.MUTE, 16), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setFixedWidth(px(280))
        self._key = Label(key, Role.SMALL, parent=self.line)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _search(self, text: str) -> None:
        self._key.setVisible(not text)
        if len(text.strip()) < _LEAST_LETTERS:
            self.results.hide()
            return
        hits = self._find(text.strip())
        rows = [
            ResultRow(hit, hit.title, hit.subtitle, ((hit.badge, _TONES[hit.kind]),) if hit.badge else ())
            for hit in hits
        ]
        self.results.show_rows(rows, _("Nothing found for «{text}»").format(text=text.strip()))

    def _pick(self, hit: SearchHit) -> None:
        self.line.clear()
        self._key.show()
        self.picked.emit(hit)
