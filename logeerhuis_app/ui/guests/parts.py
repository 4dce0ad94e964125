"""Small parts that the tabs of a file are built from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.list_words import empty_sentence
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role

Deed = Callable[[], object]


def edit_link(about: str, deed: Deed) -> Button:
    """«wijzig» at the right of a heading; its name for a screen reader says what."""
    button = Button(_("edit"), Kind.LINK)
    button.setAccessibleName(_("Edit: {subject}").format(subject=about))
    button.setToolTip(_("Edit: {subject}").format(subject=about))
    button.clicked.connect(lambda: deed())
    return button


def add_button(text: str, deed: Deed, key: str = "") -> Button:
    button = Button(text, key="", icon="plus")
    if key:
        button.setToolTip(_("{action} ({key})").format(action=text, key=key))
    button.clicked.connect(lambda: deed())
    return button


def buttons_row(*buttons: QWidget) -> FlowArea:
    row = FlowArea(tokens.SPACE_2)
    row.add(*buttons)
    return row


def changed_mark(file: GuestFile, table: str, row_id: int) -> list[Badge]:
    """«gewijzigd», where this row of the file is another one than at the last departure."""
    return [Badge(_("changed"), Tone.TEAL)] if f"{table} {row_id}" in file.changed else []


def facts_card(title: str, rows: Sequence[KeyValue], deed: Deed | None = None, share: float = 0.3) -> Card:
    """A card of facts; with a deed it can be edited."""
    card = Card(title)
    if deed is not None:
        card.add_to_heading(edit_link(title, deed), at_end=True)
    card.add(KeyValues(rows, label_share=share))
    return card


def item_card(
    title: str,
    lines: Sequence[str],
    deed: Deed | None,
    *,
    badges: Sequence[Badge] = (),
    problem: str = "",
    quiet: str = "",
) -> ChoiceCard:
    """One thing of a list: Enter, space or a click opens it where this role may change it.

    ``quiet``: a small line at the end, for who wants to know where it comes from.
    """
    spoken = ", ".join(part for part in (title, *(badge.text() for badge in badges), *lines, problem) if part)
    card = ChoiceCard(spoken)
    head = FlowArea(tokens.SPACE_2)
    head.add(Label(title, Role.STRONG), *badges)
    card.body.addWidget(head)
    for line in lines:
        if line:
            card.body.addWidget(Label(line, Role.BODY, wraps=True))
    if problem:
        card.body.addWidget(Label(problem, Role.PROBLEM, wraps=True))
    if quiet:
        card.body.addWidget(Label(quiet, Role.SMALL, wraps=True))
    if deed is not None:
        card.setToolTip(_("Enter or a click: edit or remove"))
        card.chosen.connect(lambda: deed())
    else:
        card.unsetCursor()
    return card


class WideLabel(Label):
    """A text in a row that wraps only where the whole line is too short for it."""

    def __init__(self, role: Role = Role.BODY) -> None:
        super().__init__("", role, wraps=True)

    def sizeHint(self) -> QSize:
        """On one line; Qt's own guess for a wrapping label is a narrow block."""
        lines = self.text().split("\n")
        width = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + px(3)
        return QSize(width, self.fontMetrics().lineSpacing() * len(lines) + px(2))

    def minimumSizeHint(self) -> QSize:
        """Qt's own is as high as the text is in its narrowest block, and a flow would keep that height for ever."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def list_card(title: str, items: Sequence[QWidget], nothing: str, *, is_missing: bool = True) -> Card:
    """A card that holds a list, or says in words that nothing was written down."""
    card = Card(title)
    card.body.setSpacing(px(tokens.SPACE_2))
    for item in items:
        card.add(item)
    if not items:
        card.add(Label(nothing, Role.MISSING if is_missing else Role.BODY, wraps=True))
    return card


def file_list_card(title: str, items: Sequence[QWidget], file: GuestFile, which: FileList) -> Card:
    """The same for a list of the file, of which somebody may have said that there is nothing to write on it."""
    is_missing = file.state_of(which) is AnswerState.NOT_ASKED
    return list_card(title, items, empty_sentence(file, which), is_missing=is_missing)


StateDeed = Callable[[GuestFile, FileList, AnswerState], object]


def statement_buttons(title: str, file: GuestFile, which: FileList, deed: StateDeed) -> list[QWidget]:
    """«Geen: gevraagd», «niemand weet het»: what an empty list means, and the way back from it."""
    now = file.state_of(which)
    if now is AnswerState.GIVEN:
        return []
    words = {
        AnswerState.NONE: _("None: asked and confirmed"),
        AnswerState.UNKNOWN: _("Asked, nobody can tell"),
        AnswerState.NOT_ASKED: _("Not asked after all"),
    }
    buttons: list[QWidget] = []
    for state, text in words.items():
        if state is not now:
            button = Button(text)
            button.setAccessibleName(_("{list}: {statement}").format(list=title, statement=text))
            button.clicked.connect(partial(_state, deed, file, which, state))
            buttons.append(button)
    return buttons


def _state(deed: StateDeed, file: GuestFile, which: FileList, state: AnswerState, _checked: bool = False) -> None:
    deed(file, which, state)
