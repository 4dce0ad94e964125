"""The carer's own sheet of the talk: apart from the guest's parts, as it is apart on paper."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.carer_tab import CarerTab
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.dialog import lock_house_below
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.message_bar import MessageBar
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView

_SHARE = 0.9
_WIDTH = 960


class CarerSheet(QDialog):
    """How each carer is doing and what was measured; E changes the first one, Insert adds a measurement."""

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int) -> None:
        super().__init__(parent)
        self._operations, self._guest_id = operations, guest_id
        self.deeds = FileDeeds(operations, self)
        self.messages = MessageBar()
        self.setModal(True)
        file = self._read()
        title = _("Carer of {guest}, on a sheet apart").format(guest=file.person.guest.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build(title)
        self._connect()
        self._show(file)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            room = self.screen().availableGeometry()
            self.resize(min(px(_WIDTH), int(room.width() * _SHARE)), int(room.height() * _SHARE))
        super().showEvent(event)
        self.tab.draw()

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(20), px(14))
        column.setSpacing(px(tokens.SPACE_2))
        self.banner = SafetyBannerView(compact=True)
        column.addWidget(self.banner)
        apart = _("How the carer is doing is the carer's own: keep this sheet apart, it goes on no print of the guest.")
        column.addWidget(Label(title, Role.TITLE, wraps=True))
        column.addWidget(Label(apart, Role.MUTE, wraps=True))
        self.tab = CarerTab(self.deeds)
        column.addWidget(self.tab, 1)
        column.addWidget(self.messages)
        self.close_button = Button(_("Close"), Kind.PRIMARY)
        self.close_button.setToolTip(_("{action} (Esc)").format(action=_("Close")))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.accept)
        self.deeds.said.connect(self.messages.show_message)
        self._operations.changed.connect(self._on_changed)
        for key, deed in (
            ("E", self.tab.main_deed),
            ("Insert", self.tab.add_deed),
            ("Ctrl+L", lambda: lock_house_below(self)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & Topic.GUESTS and self.isVisible():
            self._show(self._read())

    def _show(self, file: GuestFile) -> None:
        self.banner.show_banner(file.banner)
        self.tab.take_file(file)

    def _read(self) -> GuestFile:
        return self._operations.read(partial(_file, guest_id=self._guest_id))


def _file(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)
