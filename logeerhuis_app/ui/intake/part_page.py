"""One part of the talk on screen: a form of the file that stands in the window, or the cards of a list."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.rows.intake import DraftRow, IntakeView
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.draft_values import BASE, TYPED, all_kept, all_read_back
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import ResuscitationDialog
from logeerhuis_app.ui.intake.estimate_form import EstimateForm
from logeerhuis_app.ui.intake.list_pages import PAGES
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from logeerhuis_app.ui.widgets.tri_state import TriState


class PartPage(QWidget):
    """What is typed here is saved by ``save``; what is not can be kept as a draft and taken up again."""

    def __init__(self, deeds: FileDeeds, view: IntakeView, part: IntakePart, parent: QWidget) -> None:
        super().__init__(parent)
        self.part = part
        self.guest_id = view.file.person.guest.guest_id
        self._deeds = deeds
        self.form = self._form(view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._saved = False
        if self.form is not None:
            self._hold(self.form)
        else:
            self._list = PAGES[part](deeds)
            self._column.addWidget(self._list, 1)
            self.show_view(view)

    @property
    def is_touched(self) -> bool:
        return self.form is not None and bool(self.form.touched())

    def show_view(self, view: IntakeView) -> None:
        """A list is drawn anew; a form keeps what is typed in it."""
        if self.form is not None:
            return
        self._list.take_file(view.file)
        self._list.draw()

    def save(self) -> bool:
        """Through the form's own button, with all that it asks; False: it was refused, and says why by its field."""
        if self.form is None or not self.is_touched:
            return True
        self._saved = False
        self.form.save_button.click()
        return self._saved

    def typed(self) -> dict[str, object]:
        """What was touched and what stood there, for a draft."""
        if self.form is None:
            return {}
        touched, held = self.form.touched(), self.form.values()
        return {
            TYPED: all_kept({code: held[code] for code in touched}),
            BASE: all_kept(self.form.base_of(touched)),
        }

    def take_up(self, draft: DraftRow) -> str:
        """Put back what was typed; gives the words for fields that somebody else changed since."""
        if self.form is None:
            return ""
        fields = self.form.fields
        typed = all_read_back(fields, draft.typed.get(TYPED, {}))
        return self.form.resume(typed, all_read_back(fields, draft.typed.get(BASE, {})))

    def take_focus(self) -> None:
        """The first question that was not asked, else the first thing to press."""
        if self.form is not None:
            first = _first_unasked(self.form.fields.values())
            (first.focusProxy() or first).setFocus(Qt.FocusReason.TabFocusReason)
            self.form.scroll_to(first)
            return
        buttons = self.findChildren(QAbstractButton)
        target = next((one for one in buttons if one.isVisibleTo(self) and one.isEnabled()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _hold(self, form: FileDialog) -> None:
        form.stand_inside()
        for banner in form.findChildren(SafetyBannerView):
            banner.hide()  # the window has one that is always in sight
        form.saved.connect(self._note_saved)
        self._column.addWidget(form, 1)

    def _note_saved(self) -> None:
        self._saved = True

    def _form(self, view: IntakeView) -> FileDialog | None:
        operations, file = self._deeds.operations, view.file
        forms: dict[IntakePart, Callable[[], FileDialog]] = {
            part: lambda section=section: AnswersDialog(operations, self, file, section)  # type: ignore[misc]
            for part, section in SECTION_OF_PART.items()
        }
        forms[IntakePart.WISHES] = lambda: ResuscitationDialog(operations, self, file)
        forms[IntakePart.ESTIMATE] = lambda: EstimateForm(operations, self, self.guest_id)
        if operations.door.may(UseCase.CHANGE_GUEST):
            forms[IntakePart.WHO] = self._person
        return forms[self.part]() if self.part in forms else None

    def _person(self) -> FileDialog:
        form = PersonDialog(self._deeds.operations, self, self.guest_id)
        form.other_wished.connect(self._deeds.file_wished)
        return form


def _first_unasked(fields: Iterable[QWidget]) -> QWidget:
    """In a part that was asked to the end, and in one that is no list of questions, the first."""
    held = list(fields)
    open_ones = (one for one in held if isinstance(one, TriState) and one.state() is AnswerState.NOT_ASKED)
    return next(open_ones, held[0])
