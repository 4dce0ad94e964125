"""A form that comes back as it was left: kept inside the house while it is typed in, gone when it is saved."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import clock_time, day_month
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.drafts import drop_form, form_draft, keep_form
from logeerhuis_app.services.rows.intake import DraftRow
from logeerhuis_app.ui.guests.draft_values import BASE, TYPED, all_kept, all_read_back
from logeerhuis_app.ui.guests.path_field import PathField
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind

DRAFT_MS = 3000
"""So much typing is lost at most when the power goes."""
MORE = "more"


class DraftedForm(Protocol):
    """What a form shows of itself to be kept."""

    fields: dict[str, QWidget]

    def touched(self) -> set[str]: ...
    def values(self) -> dict[str, Any]: ...
    def base_of(self, codes: Any) -> dict[str, Any]: ...
    def resume(self, typed: Mapping[str, Any], base: Mapping[str, Any]) -> str: ...
    def begin_anew(self) -> None: ...
    def more_typed(self) -> Any: ...
    def take_more(self, typed: Any) -> None: ...


class FormDraft(QObject):
    """One form of one file. ``guest_id`` None: of a file that is not opened yet."""

    def __init__(
        self, operations: Operations, form: DraftedForm, guest_id: int | None, name: str, bar: MessageBar
    ) -> None:
        super().__init__(bar)
        self._operations, self._form, self._bar = operations, form, bar
        self._guest_id, self._name = guest_id, name
        self._kept: dict[str, Any] = {}
        self._is_over = False
        self.timer = QTimer(self)
        self.timer.setInterval(DRAFT_MS)
        self.timer.timeout.connect(self.keep)
        operations.leaving.connect(self.leave)

    def begin(self) -> None:
        """Take up what was left here, if anything, and keep from now on what is typed."""
        draft = self._operations.read(partial(_read, guest_id=self._guest_id, form=self._name))
        if draft is not None:
            self._take_up(draft)
        self.timer.start()

    def keep(self) -> None:
        """Put what was typed and not saved away, if it is new."""
        if self._is_over:
            return
        typed = self._typed()
        if not typed:
            self._drop()
        elif typed != self._kept:
            deed = partial(_keep, guest_id=self._guest_id, form=self._name, typed=typed)
            if self._operations.run(deed, self, on_error=self._stop) is not None:
                self._kept = typed

    def end(self) -> None:
        """It was saved, or let go: there is nothing to come back to."""
        self.timer.stop()
        if not self._is_over:
            self._drop()
        self._is_over = True

    def leave(self) -> None:
        """The window goes; the form that goes with it was neither saved nor cancelled."""
        self.keep()
        self.timer.stop()
        self._is_over = True

    def _typed(self) -> dict[str, Any]:
        form = self._form
        touched = {code for code in form.touched() if not isinstance(form.fields[code], PathField)}
        more = form.more_typed()
        if not touched and not more:
            return {}
        held = form.values()
        typed = all_kept({code: held[code] for code in touched})
        return {TYPED: typed, BASE: all_kept(form.base_of(touched)), MORE: more}

    def _take_up(self, draft: DraftRow) -> None:
        typed = all_read_back(self._form.fields, draft.typed.get(TYPED, {}))
        others = self._form.resume(typed, all_read_back(self._form.fields, draft.typed.get(BASE, {})))
        if more := draft.typed.get(MORE):
            self._form.take_more(more)
        self._kept = dict(draft.typed)
        if not self._typed():  # it was saved just before the power went
            self._drop()
            return
        words = _("You had not saved this yet, of {moment}.").format(moment=self._moment(draft))
        self._bar.show_message(
            "\n".join(part for part in (words, others) if part),
            MessageKind.ATTENTION if others else MessageKind.INFO,
            action_text=_("Begin anew"),
            on_action=self._begin_anew,
        )

    def _begin_anew(self) -> None:
        self._drop()
        self._bar.close_message()
        self._form.begin_anew()
        if self._form.more_typed():
            self._form.take_more([])

    def _drop(self) -> None:
        if self._kept:
            deed = partial(_drop, guest_id=self._guest_id, form=self._name)
            if self._operations.run(deed, self, on_error=self._stop) is not None:
                self._kept = {}

    def _stop(self, error: UserFacingError) -> None:
        """What cannot be kept is said once; typing and saving go on."""
        self.timer.stop()
        self._bar.show_message(error_text(error), MessageKind.ATTENTION)

    def _moment(self, draft: DraftRow) -> str:
        return moment_words(draft, self._operations.door)


def moment_words(draft: DraftRow, door: Door) -> str:
    """«14:02», with its day unless that is today."""
    local = house_time(draft.saved_at_utc)
    time = clock_time(local.time())
    if local.date() == door.clock.today():
        return time
    return _("{day} {time}").format(day=day_month(local.date()), time=time)


def _read(door: Door, guest_id: int | None, form: str) -> DraftRow | None:
    return form_draft(door, guest_id, form)


def _keep(door: Door, guest_id: int | None, form: str, typed: dict[str, Any]) -> Changes:
    return keep_form(door, guest_id, form, typed)


def _drop(door: Door, guest_id: int | None, form: str) -> Changes:
    return drop_form(door, guest_id, form)
