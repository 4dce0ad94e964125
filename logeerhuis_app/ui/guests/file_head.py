"""Who this is: photo, name, birth date, town, BSN behind a press, and what can be done with the file."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from logeerhuis_app.domain.guests import FileStatus, Gender
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.safety_words import identity_words
from logeerhuis_app.services.rows.guest import GuestFile, GuestPerson
from logeerhuis_app.ui.guests.parts import WideLabel
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.photo import Photo

BSN_SHOWN_MS = 30_000
"""After half a minute the number is masked again: a screen is left open more easily than a drawer."""


class FileHead(QWidget):
    """``read_bsn`` fetches the number in full, which is written on record."""

    edit_wished = Signal()
    print_wished = Signal()
    stay_wished = Signal()
    safety_wished = Signal()
    rights_wished = Signal()
    merge_wished = Signal()
    sheet_wished = Signal()
    intake_wished = Signal()
    changes_wished = Signal()

    def __init__(self, read_bsn: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_bsn = read_bsn
        self._person: GuestPerson | None = None
        self._is_dense = False
        self._mask_timer = QTimer(self)
        self._mask_timer.setSingleShot(True)
        self._mask_timer.setInterval(BSN_SHOWN_MS)
        self._build()
        self._connect()

    def show_file(self, file: GuestFile) -> None:
        person = file.person
        if self._person is None or self._person.guest.guest_id != person.guest.guest_id:
            self._mask_timer.stop()
        self._person = person
        self.photo.set_name(person.guest.name)
        self.photo.set_picture(file.banner.photo.small)
        self.old_photo.setVisible(file.banner.photo.is_old)
        self.sheet_button.setVisible(file.leaves_the_house)
        self.name.setText(person.guest.name)
        self.born.setText(_("born {birth}").format(birth=identity_words(person.guest)))
        self.namesake.setVisible(person.guest.has_namesake)
        self.ended.setVisible(person.file_status is not FileStatus.ACTIVE)
        self.ended.show_text(label(person.file_status), Tone.NEUTRAL)
        self.restricted.setVisible(file.restricted_on is not None)
        self.place.setText(_place_words(file))
        for label_, words in zip(self.more, _more_words(file), strict=True):
            label_.setText(f"· {words}" if words else "")
            label_.setVisible(bool(words) and not self._is_dense)
        self._mask()

    def show_changes(self, words: str) -> None:
        """«5 dingen gewijzigd sinds 14 oktober»; no words: nothing did, or there is nothing to compare."""
        self.changes_button.setText(words)
        self.changes_button.setAccessibleName(_("{words}: show the list").format(words=words))
        self.changes_button.setVisible(bool(words))

    def set_dense(self, is_dense: bool) -> None:
        """On a low screen, or with large letters: who this is, and the rest stands in the tabs."""
        if is_dense == self._is_dense:
            return
        self._is_dense = is_dense
        self.photo.setVisible(not is_dense)
        for label_ in self.more:
            label_.setVisible(bool(label_.text()) and not is_dense)
        self._place()

    def _place(self) -> None:
        """Beside the name, or on a low screen under it: there the name needs the whole width to stay on one line."""
        for widget in (self._names, self._buttons):
            self._grid.removeWidget(widget)
        if self._is_dense:
            self._grid.addWidget(self._names, 0, 1, 1, 2)
            self._grid.addWidget(self._buttons, 2, 1, 1, 2)
        else:
            self._grid.addWidget(self._names, 0, 1)
            self._grid.addWidget(self._buttons, 0, 2, Qt.AlignmentFlag.AlignTop)

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.SPACE_4))
        grid.setVerticalSpacing(px(2))
        self.photo = Photo()
        self.print_button = Button(_("Print guest card"), shown_key="Ctrl+P")
        self.stay_button = Button(_("Plan a stay"), Kind.PRIMARY, shown_key="Ctrl+N")
        self._buttons = buttons = FlowArea(tokens.SPACE_3)
        self.sheet_button = Button(_("Missing-person sheet"))
        self.sheet_button.setToolTip(_("For whoever looks for this guest: photo, description, telephone numbers"))
        buttons.add(self.sheet_button, self.print_button, self.stay_button)
        grid.addWidget(self.photo, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._names = self._build_name()
        grid.addWidget(self._build_second(), 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._place()

    def _build_name(self) -> QWidget:
        line = FlowArea(tokens.SPACE_2)
        self.name = WideLabel(Role.NAME)
        self.born = Label("", Role.HEADING)
        self.namesake = Badge(_("NAMESAKE"), Tone.AMBER)
        self.namesake.setToolTip(_("Another guest has a similar name or the same birth date"))
        self.ended = Badge("", Tone.NEUTRAL)
        self.restricted = Badge(_("RESTRICTED"), Tone.AMBER)
        tip = _("Only the manager may see and change this file while the guest is not in the house")
        self.restricted.setToolTip(tip)
        self.old_photo = Badge(_("photo older than a year"), Tone.AMBER)
        line.add(self.name, self.born, self.namesake, self.ended, self.old_photo)
        line.add(self.restricted)
        return line

    def _build_second(self) -> QWidget:
        line = FlowArea(tokens.SPACE_1)
        self.place = WideLabel(Role.MUTE)
        self.bsn = Label("", Role.MUTE)
        self.bsn.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bsn_button = Button(_("show"), Kind.LINK)
        self.bsn_button.setToolTip(_("Show the whole BSN; that you looked is put on record"))
        self.more = [WideLabel(Role.MUTE) for _part in range(2)]
        self.edit_button = Button(_("edit data"), Kind.LINK, key="Ctrl+E")
        self.edit_button.setAccessibleName(_("Edit name, birth date and address"))
        self.safety_button = Button(_("edit safety"), Kind.LINK, key="Ctrl+R")
        self.safety_button.setAccessibleName(_("Edit allergies, resuscitation and alerts"))
        self.intake_button = Button(_("intake…"), Kind.LINK, key="Ctrl+I")
        self.intake_button.setAccessibleName(_("Take or go on with the intake"))
        self.rights_button = Button(_("rights…"), Kind.LINK)
        self.rights_button.setAccessibleName(_("Rights of the guest: access, correction, restriction, destruction"))
        self.rights_button.setToolTip(self.rights_button.accessibleName())
        self.changes_button = Button("", Kind.LINK)
        self.changes_button.setToolTip(_("What is different from when the guest left the last time"))
        line.add(self.place, self.bsn, self.bsn_button, *self.more, self.edit_button, self.safety_button)
        self.merge_button = Button(_("merge…"), Kind.LINK)
        self.merge_button.setAccessibleName(_("Merge with another file of the same person"))
        self.merge_button.setToolTip(self.merge_button.accessibleName())
        line.add(self.intake_button, self.rights_button, self.merge_button, self.changes_button)
        return line

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit_wished)
        self.safety_button.clicked.connect(self.safety_wished)
        self.intake_button.clicked.connect(self.intake_wished)
        self.rights_button.clicked.connect(self.rights_wished)
        self.merge_button.clicked.connect(self.merge_wished)
        self.print_button.clicked.connect(self.print_wished)
        self.stay_button.clicked.connect(self.stay_wished)
        self.sheet_button.clicked.connect(self.sheet_wished)
        self.changes_button.clicked.connect(self.changes_wished)
        self.bsn_button.clicked.connect(self._toggle_bsn)
        self._mask_timer.timeout.connect(self._mask)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to the window sees the number masked again."""
        self._mask_timer.stop()
        self._mask()
        super().hideEvent(event)

    # --- the BSN -----------------------------------------------------------------------------------------------

    def _toggle_bsn(self) -> None:
        if self._mask_timer.isActive():
            self._mask_timer.stop()
            self._mask()
        elif self._person is not None:
            number = self._read_bsn(self._person.guest.guest_id)
            self._mask_timer.start()
            self._show_number(number, _("hide"))

    def _mask(self) -> None:
        """Unless it is being shown for this guest just now."""
        if self._person is None or self._mask_timer.isActive():
            return
        self._show_number(self._person.bsn, _("show"))
        self.bsn.setVisible(self._person.may_see_bsn)
        self.bsn_button.setVisible(bool(self._person.may_see_bsn and self._person.bsn))

    def _show_number(self, number: str, button_text: str) -> None:
        self.bsn.setText(_("· BSN {number}").format(number=number or _("not filled in")))
        self.bsn_button.setText(button_text)
        self.bsn_button.setAccessibleName(_("{deed} the BSN").format(deed=button_text))


def _place_words(file: GuestFile) -> str:
    """«Kamer 3 · gast 0113 · man · meneer Van den Berg · Helmond»."""
    person = file.person
    parts = (
        file.banner.room,
        _("guest {number}").format(number=person.guest.guest_no),
        label(person.gender_code) if person.gender_code is not Gender.UNKNOWN else "",
        person.form_of_address,
        person.guest.town or _("town not filled in"),
    )
    return " · ".join(part for part in parts if part)


def _more_words(file: GuestFile) -> tuple[str, str]:
    parts = [file.person.lives_with]
    if file.fixed_contact:
        parts.append(_("fixed contact {name}").format(name=file.fixed_contact))
    is_open = file.person.identity_checked_on is None
    return " · ".join(part for part in parts if part), _("identity not yet established") if is_open else ""
