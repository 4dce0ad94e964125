"""The rail at the left: the screens with their keys and counts, and who is at work."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.ui.actions import TABLE, ActionId, shown_key, tip_with_key
from logeerhuis_app.ui.screen import ScreenSpec
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.label import Label


class RailButton(QPushButton):
    """A line of the rail: what at the left, its key or its count at the right."""

    def __init__(self, text: str, key: str, second_line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._text, self._key = text, key
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip_with_key(text, key))
        self._build(second_line)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """So many things wait there; the key gives way to the number, as there is room for one."""
        self.count.setText(str(count))
        self.count.setVisible(count > 0)
        self.key.setVisible(count == 0)
        waiting = ngettext("{n} waits", "{n} wait", count).format(n=count)
        self.setAccessibleName(f"{self._text}, {waiting}" if count else self._text)

    def set_active(self, active: bool) -> None:
        self.setChecked(active)
        self.words.setProperty("active", "true" if active else "false")
        restyle(self.words)

    def sizeHint(self) -> QSize:
        """A push button asks its style for a size and forgets its layout."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _build(self, second_line: str) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(12), px(9))
        row.setSpacing(px(tokens.SPACE_2))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.words = Label(self._text)
        words.addWidget(self.words)
        self.second = Label(second_line)
        self.second.setProperty("role", "small")
        words.addWidget(self.second)
        if not second_line:
            self.second.hide()
        self.key = Label(shown_key(self._key))
        self.key.setProperty("role", "key")
        self.count = Label()
        self.count.setProperty("role", "count")
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addLayout(words, 1)
        row.addWidget(self.key)
        row.addWidget(self.count)
        for label in (self.words, self.second, self.key, self.count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Rail(QFrame):
    """Up and down walk over the entries once the rail has the keyboard; F-keys work from everywhere."""

    chosen = Signal(str)  # id of a screen
    lock_requested = Signal()
    backup_requested = Signal()

    def __init__(
        self,
        screens: Sequence[ScreenSpec],
        user: str,
        role_label: str,
        lock_key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Screens"))
        self.setFixedWidth((tokens.RAIL_WIDTH + px(tokens.RAIL_WIDTH)) // 2)  # large letters need the room elsewhere
        self.buttons: dict[str, RailButton] = {}
        self._build(screens, user, role_label, lock_key)

    def set_active(self, screen_id: str) -> None:
        for each, button in self.buttons.items():
            button.set_active(each == screen_id)

    def set_count(self, screen_id: str, count: int) -> None:
        self.buttons[screen_id].set_count(count)

    def set_user(self, user: str, role_label: str) -> None:
        self.user_button.words.setText(user)
        self.user_button.second.setText(role_label)
        self.user_button.second.setVisible(bool(role_label))
        self.user_button.setAccessibleName(_("{user}, {role}: lock the screen").format(user=user, role=role_label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        order: list[QAbstractButton] = [*self.buttons.values(), self.backup_button, self.user_button]
        focused = self.focusWidget()
        if step and isinstance(focused, QAbstractButton) and focused in order:
            place = order.index(focused) + step
            order[max(0, min(place, len(order) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _build(self, screens: Sequence[ScreenSpec], user: str, role_label: str, lock_key: str) -> None:
        column = QVBoxLayout(self)
        side = px(8)
        column.setContentsMargins(side, px(16), side, px(12))
        column.setSpacing(px(2))
        column.addLayout(self._brand())
        column.addSpacing(px(12))
        for spec in screens:
            if not spec.at_bottom:
                column.addWidget(self._entry(spec))
        column.addStretch(1)
        for spec in screens:
            if spec.at_bottom:
                column.addWidget(self._entry(spec))
        self.backup_button = RailButton(_("Backup"), TABLE[ActionId.BACKUP].keys[0])
        self.backup_button.clicked.connect(self.backup_requested)
        column.addWidget(self.backup_button)
        line = QFrame()
        line.setProperty("role", "rail-line")
        line.setFixedHeight(1)
        column.addWidget(line)
        self.user_button = RailButton(user, lock_key, role_label)
        self.user_button.setToolTip(tip_with_key(_("Lock or change user"), lock_key))
        self.user_button.clicked.connect(self.lock_requested)
        column.addWidget(self.user_button)
        self.set_user(user, role_label)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(12), 0, 0, 0)
        row.setSpacing(px(10))
        logo = Label()
        logo.setPixmap(pixmap("logo", tokens.PANEL, 24))
        name = Label(_("Logeerhuis"))
        name.setProperty("role", "brand")
        row.addWidget(logo)
        row.addWidget(name, 1)
        return row

    def _entry(self, spec: ScreenSpec) -> RailButton:
        button = RailButton(_(spec.title), spec.key)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(spec.id))
        self.buttons[spec.id] = button
        return button
