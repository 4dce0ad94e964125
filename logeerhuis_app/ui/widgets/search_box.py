"""The one search of the house, in the top bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.search import HitKind, SearchHit
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.result_list import ResultList, ResultRow
from logeerhuis_app.ui.widgets.search_line import SearchLine

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
        self._key = key
        self._build(key)
        self.results = ResultList(self.line)
        self.line.textEdited.connect(self._search)
        self.results.picked.connect(self._pick)

    def take_focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _build(self, key: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = SearchLine(_("Find guest, room…"), _("Search"), key)
        self.line.setToolTip(_("Find a guest, a stay, a room or an action ({key})").format(key=key))
        self.line.setFixedWidth(px(280))
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _search(self, text: str) -> None:
        self.line.set_remark("" if text else self._key)
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
        self.line.set_remark(self._key)
        self.picked.emit(hit)
