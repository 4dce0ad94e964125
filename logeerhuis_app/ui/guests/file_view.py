"""One whole file: head and safety banner stand still, the tabs scroll under them."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.record import NOTHING_CHANGED
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.carer_tab import CarerTab
from logeerhuis_app.ui.guests.changes_dialog import changed_words
from logeerhuis_app.ui.guests.contacts_tab import ContactsTab
from logeerhuis_app.ui.guests.documents_tab import DocumentsTab
from logeerhuis_app.ui.guests.eating_tab import EatingTab
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_head import FileHead
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.funding_tab import FundingTab
from logeerhuis_app.ui.guests.log_tab import LogTab
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.guests.overview_tab import OverviewTab
from logeerhuis_app.ui.guests.stays_tab import StaysTab
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView

ROOMY = 720
"""Higher than this there is room for large statements; on a small laptop the tab below needs it."""
LOW = 560


class FileView(QWidget):
    """Arranges the parts and hands each of them the newest file."""

    stay_wished = Signal(int)  # guest_id

    def __init__(self, deeds: FileDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds = deeds
        self.file: GuestFile | None = None
        self.changes = NOTHING_CHANGED
        self._build()
        self._connect()

    def show_file(self, file: GuestFile) -> None:
        is_other = self.file is None or self.file.person.guest.guest_id != file.person.guest.guest_id
        self.changes = self.deeds.changes(file)
        self.file = file = replace(file, changed=self.changes.keys)
        self.head.show_file(file)
        self.head.show_changes(changed_words(self.changes))
        self.banner.setVisible(file.may_see_care)
        self.banner.show_banner(file.banner)
        for place, tab in enumerate(self.tabs):
            self.pages.setTabVisible(place, tab.may_show(file))
            self.pages.setTabText(place, tab.title(file))
            tab.take_file(file)
        if is_other and self.pages.currentIndex() != 0 and not self.pages.isTabVisible(self.pages.currentIndex()):
            self.pages.setCurrentIndex(0)
        self.current_tab().draw()

    def current_tab(self) -> FileTab:
        return self.tabs[self.pages.currentIndex()]

    def show_tab(self, kind: type[FileTab]) -> FileTab:
        """Bring this tab to the front."""
        tab = next(tab for tab in self.tabs if isinstance(tab, kind))
        self.pages.setCurrentWidget(tab)
        return tab

    def take_focus(self) -> None:
        self.pages.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E and Insert work on what stands in this tab; a field that is typed in keeps its letters."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.current_tab().main_deed()
        elif event.key() == Qt.Key.Key_Insert:
            self.current_tab().add_deed()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The safety banner may never be squeezed: on a low screen what stands around it gives way."""
        super().resizeEvent(event)
        self.head.set_dense(self.height() < px(LOW))
        self.banner.set_compact(self.height() < px(ROOMY))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), 0)
        column.setSpacing(px(tokens.SPACE_3))
        self.head = FileHead(self.deeds.read_bsn)
        column.addWidget(self.head)
        self.banner = SafetyBannerView(with_identity=False)
        column.addWidget(self.banner)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setExpanding(False)
        self.pages.setAccessibleName(_("Parts of the file"))
        self.tabs: list[FileTab] = [
            OverviewTab(self.deeds),
            CareTab(self.deeds),
            EatingTab(self.deeds),
            MedicationTab(self.deeds),
            ContactsTab(self.deeds),
            CarerTab(self.deeds),
            FundingTab(self.deeds),
            StaysTab(self.deeds),
            DocumentsTab(self.deeds),
            LogTab(self.deeds),
        ]
        for tab in self.tabs:
            self.pages.addTab(tab, "")
        column.addWidget(self.pages, 1)
        may = self.deeds.operations.door.may
        self.head.edit_button.setVisible(may(UseCase.CHANGE_GUEST))
        self.head.safety_button.setVisible(may(UseCase.CHANGE_CARE))
        self.head.intake_button.setVisible(may(UseCase.CHANGE_CARE))
        self.head.stay_button.setVisible(may(UseCase.PLACE_BOOKING))
        self.head.print_button.setVisible(may(UseCase.PRINT_HANDOVER))
        self.head.rights_button.setVisible(may(UseCase.RECORD_REQUEST))
        self.head.merge_button.setVisible(may(UseCase.MERGE_FILES))

    def _connect(self) -> None:
        self.pages.currentChanged.connect(lambda: self.current_tab().draw())
        self.head.edit_wished.connect(self._edit_person)
        self.head.safety_wished.connect(self._go_to_safety)
        self.head.print_wished.connect(self._print)
        self.head.stay_wished.connect(self._plan_stay)
        self.head.rights_wished.connect(self._open_rights)
        self.head.merge_wished.connect(self._merge)
        self.head.intake_wished.connect(self.take_intake)
        self.head.sheet_wished.connect(self._show_sheet)
        self.head.changes_wished.connect(self._show_changes)

    def take_intake(self) -> None:
        """The guided form of the talk with this guest."""
        if self.file is not None:
            self.deeds.take_intake(self.file)

    def _edit_person(self) -> None:
        if self.file is not None:
            self.deeds.edit_person(self.file)

    def _print(self) -> None:
        if self.file is not None:
            self.deeds.print_card(self.file)

    def _show_sheet(self) -> None:
        if self.file is not None:
            self.deeds.show_missing_sheet(self.file)

    def _show_changes(self) -> None:
        if self.file is not None:
            self.deeds.show_changes(self.file, self.changes)

    def _open_rights(self) -> None:
        if self.file is not None:
            self.deeds.open_rights(self.file)

    def _merge(self) -> None:
        if self.file is not None:
            self.deeds.merge(self.file)

    def _plan_stay(self) -> None:
        if self.file is not None:
            self.stay_wished.emit(self.file.person.guest.guest_id)

    def _go_to_safety(self) -> None:
        tab = self.show_tab(CareTab)
        tab.verticalScrollBar().setValue(0)
        tab.focusNextChild()
