"""Cancelling a stay before it began."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.ui.planning.stay_deeds import StayDeeds
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.dialog import FormDialog

REASON_LENGTH = 200


class WhoCancels(QWidget):
    """By the guest or by the house: they are counted apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guest = QRadioButton(_("The &guest or the family"))
        self.house = QRadioButton(_("The &house"))
        self.guest.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_4))
        row.addWidget(self.guest)
        row.addWidget(self.house)
        row.addStretch(1)
        self.setFocusProxy(self.guest)

    def is_house(self) -> bool:
        return self.house.isChecked()


class CancelDialog(FormDialog):
    """The nights become free; the stay is kept with its reason, and Ctrl+Z brings it back."""

    def __init__(self, deeds: StayDeeds, detail: BookingDetail, parent: QWidget | None = None) -> None:
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
        self.who = WhoCancels()
        self.add_row(_("Who cancels?"), self.who)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH)
        self.add_row(_("&Reason"), self.reason, required=True)
        self.save_requested.connect(self._cancel)
        self.reason.setFocus()

    def _cancel(self) -> None:
        done = self._deeds.cancel(
            self._detail,
            self.who.is_house(),
            self.reason.text().strip(),
            lambda error: self.show_problem(error_text(error)),
        )
        if done is not None:
            self.accept()
