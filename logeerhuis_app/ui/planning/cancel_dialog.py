"""Cancelling a stay before it began."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QWidget

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.ui.planning.stay_deeds import StayDeeds
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.dialog import FormDialog

REASON_LENGTH = 200


class WhoCancels(QWidget):
    """By the guest, by the house, or the guest simply did not come: they are counted apart."""

    def __init__(self, *, can_be_no_show: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guest = QRadioButton(_("The &guest or the family"))
        self.house = QRadioButton(_("The &house"))
        self.no_show = QRadioButton(_("Nobody: the guest did not &come"), self)
        self.no_show.setVisible(False)
        (self.no_show if can_be_no_show else self.guest).setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_4))
        row.addWidget(self.guest)
        row.addWidget(self.house)
        if can_be_no_show:
            row.addWidget(self.no_show)
            self.no_show.setVisible(True)
        row.addStretch(1)
        self.setFocusProxy(self.guest)

    def answer(self) -> BookingState:
        """What the stay becomes."""
        if self.house.isChecked():
            return BookingState.CANCELLED_HOUSE
        return BookingState.CANCELLED_GUEST if self.guest.isChecked() else BookingState.NO_SHOW


class CancelDialog(FormDialog):
    """The nights become free; the stay is kept with its reason, and Ctrl+Z brings it back."""

    def __init__(self, deeds: StayDeeds, detail: BookingDetail, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Cancel the stay of {guest}").format(guest=detail.banner.guest.name),
            parent,
            save_text=_("Cancel the stay"),
            cancel_text=_("Back"),
            hint=_("{bed}, {arrival} to {departure}. The nights become free.").format(
                bed=detail.bed, arrival=day_short(detail.arrival), departure=day_short(detail.departure)
            ),
        )
        self._deeds = deeds
        self._detail = detail
        is_overdue = detail.state is BookingState.CONFIRMED and detail.arrival < today
        self.who = WhoCancels(can_be_no_show=is_overdue)
        self.add_row(_("Who cancels?"), self.who)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH)
        self.add_row(_("&Reason"), self.reason, required=True)
        self.save_requested.connect(self._cancel)
        self.reason.setFocus()

    def _cancel(self) -> None:
        done = self._deeds.cancel(
            self._detail,
            self.who.answer(),
            self.reason.text().strip(),
            lambda error: self.show_problem(error_text(error)),
        )
        if done is not None:
            self.accept()
