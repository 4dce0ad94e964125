"""Choose one guest, and be sure it is the right one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.safety_words import identity_words
from logeerhuis_app.services.rows.guest import GuestListRow, GuestRef
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import TONE_OF_LAW, Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.result_list import ResultList, ResultRow
from logeerhuis_app.ui.widgets.search_line import SearchLine


class GuestPicker(QWidget):
    """Type a part of the name; each line, and the choice, shows birth date, town and NAMESAKE too."""

    picked = Signal(int)  # guest_id

    def __init__(self, find: Callable[[str], Sequence[GuestListRow]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._guest: GuestRef | None = None
        self._build()
        self.results = ResultList(self.line)
        self.line.textEdited.connect(self._search)
        self.results.picked.connect(self._pick)
        self.change_button.clicked.connect(self.clear)

    def guest(self) -> GuestRef | None:
        return self._guest

    def guest_id(self) -> int | None:
        return None if self._guest is None else self._guest.guest_id

    def set_guest(self, guest: GuestRef) -> None:
        """Show this guest as chosen, without a signal."""
        self._guest = guest
        self._name.setText(guest.name)
        self._second.setText(f"{identity_words(guest)} · {guest.town}" if guest.town else identity_words(guest))
        self._namesake.setVisible(guest.has_namesake)
        self._pages.setCurrentIndex(1)
        self.setFocusProxy(self.change_button)
        self.updateGeometry()

    def clear(self) -> None:
        """No guest chosen; the keyboard is in the empty field."""
        self._guest = None
        self.line.clear()
        self._pages.setCurrentIndex(0)
        self.setFocusProxy(self.line)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self.line = SearchLine(_("Name, or birth date"), _("Guest"))
        self.line.setProperty("role", "field")
        self._pages.addWidget(self.line)
        chosen = QWidget()
        row = QHBoxLayout(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_2))
        words = FlowArea(tokens.SPACE_2)
        self._name = Label("", Role.STRONG)
        self._second = Label("", Role.BODY)
        self._namesake = Badge(_("NAMESAKE"), Tone.AMBER)
        words.add(self._name, self._second, self._namesake)
        self.change_button = Button(_("Another guest"), Kind.LINK)
        row.addWidget(words, 1)
        row.addWidget(self.change_button)
        self._pages.addWidget(chosen)
        self.setFocusProxy(self.line)

    def _search(self, text: str) -> None:
        if not text.strip():
            self.results.hide()
            return
        rows = [guest_result(row) for row in self._find(text.strip())]
        self.results.show_rows(rows, _("No guest found for «{text}»").format(text=text.strip()))

    def _pick(self, guest: GuestRef) -> None:
        self.set_guest(guest)
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit(guest.guest_id)


def guest_result(row: GuestListRow) -> ResultRow:
    """A guest as a line in a list: never the name alone."""
    guest = row.guest
    badges = [(_("NAMESAKE"), Tone.AMBER)] if guest.has_namesake else []
    if row.law is not None:
        badges.append((label(row.law), TONE_OF_LAW[row.law]))
    return ResultRow(guest, guest.name, f"{identity_words(guest)} · {guest.town}".rstrip(" ·"), tuple(badges))
