"""The house: its name, its first location, and a name for each room."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.new_house import (
    LONGEST_NAME,
    MOST_BEDS,
    HouseWish,
    fitted_rooms,
    house_faults,
    renamed_rooms,
    tidy_rooms,
)
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.number_field import NumberField

MOST_TYPED = 99
"""More than a house may have: who types 41 hears why not, and does not wonder where the 1 went."""


class HouseStep(SetupStep):
    """The number and the word fill the list of rooms; the list itself is what counts, and may be changed by hand."""

    def __init__(self) -> None:
        super().__init__(
            _("The house"),
            _("Which house is it?"),
            _("Everything here can be changed later. Nothing is written yet."),
        )
        self._location_is_own = False
        self._word = _("Room")
        self._build()
        self._connect()
        self.count.setValue(1)

    def wish(self) -> HouseWish:
        return HouseWish(self.name.text(), self.location.text(), tidy_rooms(self.rooms.toPlainText()))

    def faults(self) -> Mapping[str, UserFacingError]:
        return house_faults(self.wish())

    def _build(self) -> None:
        self.name, self.location, self.word = QLineEdit(), QLineEdit(), QLineEdit(self._word)
        for field in (self.name, self.location):
            field.setMaxLength(LONGEST_NAME)
        self.word.setMaxLength(40)
        self.count = NumberField(0, MOST_TYPED, 0)
        self.count.setKeyboardTracking(False)  # the 1 of 12 would throw away eleven names
        self.rooms = QPlainTextEdit()
        self.rooms.setTabChangesFocus(True)
        self.rooms.setFixedHeight(px(150))
        self.add_row(
            "house_name",
            _("Name of the &house"),
            self.name,
            required=True,
            hint=_("As it stands on paper and at the login"),
        )
        self.add_row(
            "location_name",
            _("First &location"),
            self.location,
            required=True,
            hint=_("The building where the beds stand; it may have the same name"),
        )
        self.add_beside(
            self.make_row("count", _("Number of &beds"), self.count, hint=self._count_hint()),
            self.make_row("word", _("Each &room is called"), self.word, hint=_("Then comes a number")),
        )
        self.add_row(
            "rooms",
            _("The roo&ms"),
            self.rooms,
            required=True,
            hint=_("One on each line, one bed each. Change them as people call them: Garden room, Room 3a."),
        )
        self.form.addStretch(1)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._copy_name)
        self.location.textEdited.connect(self._keep_location)
        self.count.valueChanged.connect(self._fit_rooms)
        self.word.textEdited.connect(self._rename_rooms)
        self.rooms.textChanged.connect(self._count_rooms)

    @staticmethod
    def _count_hint() -> str:
        return _("One to {most}").format(most=number(MOST_BEDS))

    def _copy_name(self, text: str) -> None:
        """Most houses are one building of the same name."""
        if not self._location_is_own:
            self.location.setText(text)
            self.rows["location_name"].clear_message()

    def _keep_location(self, text: str) -> None:
        self._location_is_own = bool(text)

    def _fit_rooms(self, count: int) -> None:
        present = tidy_rooms(self.rooms.toPlainText())
        if len(present) != count:
            self._show_rooms(fitted_rooms(present, self._word, count))

    def _rename_rooms(self, word: str) -> None:
        present = tidy_rooms(self.rooms.toPlainText())
        self._show_rooms(renamed_rooms(present, self._word, word))
        self._word = word

    def _show_rooms(self, rooms: tuple[str, ...]) -> None:
        self.rooms.setPlainText("\n".join(rooms))
        self.rows["rooms"].clear_message()

    def _count_rooms(self) -> None:
        count = len(tidy_rooms(self.rooms.toPlainText()))
        was_blocked = self.count.blockSignals(True)
        self.count.setValue(min(count, MOST_TYPED))
        self.count.blockSignals(was_blocked)
