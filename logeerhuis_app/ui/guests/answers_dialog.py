"""The questions of one part of the file, each with its four states."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import CareTopic, Section
from logeerhuis_app.domain.care_topics import BEFORE_CHECK_IN, SAFETY, topics_of
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.answer_field import answer_field
from logeerhuis_app.ui.guests.facts import answer_of
from logeerhuis_app.ui.guests.file_dialog import Values
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog, source_field
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px


class AnswersDialog(SafetyDialog):
    """Saves the answers that were changed here and leaves the others to whoever changes them elsewhere."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, section: Section) -> None:
        self._section, self._topics = section, topics_of(section)
        self._versions: dict[CareTopic, int] = {}
        super().__init__(operations, label(section), parent, file, newest=self._read)
        for topic in self._topics:
            hint = _("May not stay «not asked» when the guest comes.") if topic in BEFORE_CHECK_IN else ""
            self.ask(topic.value, label(topic), answer_field(topic, operations.door.clock), hint=hint)
        if SAFETY.intersection(self._topics):
            hint = _("Of the answers about safety that are changed here.")
            self.ask("source", _("Source"), source_field(), hint=hint)
        self.setMinimumWidth(px(680))
        self.start()

    def wishes(self) -> list[AnswerWish]:
        """The answers that differ from what they were."""
        held, touched = self.values(), self.touched()
        wishes = []
        for topic in self._topics:
            if topic.value in touched:
                state, code, text = held[topic.value]
                source = held.get("source") if topic in SAFETY else None
                wishes.append(AnswerWish(topic, state, code, text, self._versions[topic], source))
        return wishes

    def deed(self) -> Callable[[Door], Changes]:
        wishes = self.wishes()
        return lambda door: record_answers(door, self.guest_id, wishes)

    def row_key(self) -> str:
        return self._section.value

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        rows = {topic: answer_of(file, topic) for topic in self._topics}
        self._versions = {topic: row.version for topic, row in rows.items()}
        return {topic.value: (row.state, row.code, row.text) for topic, row in rows.items()}, 0
