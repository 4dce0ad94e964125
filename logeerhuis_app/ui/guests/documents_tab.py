"""Documenten: papers and photo inside the house, what was agreed to, and how to know the guest outside."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.care_topics import topics_of
from logeerhuis_app.domain.documents import ConsentKind, ConsentState, DocumentKind
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.document_words import consent_words, document_lines, photo_words
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.documents import ConsentRow, DocumentRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.card_grid import CardGrid
from logeerhuis_app.ui.guests.facts import facts_of
from logeerhuis_app.ui.guests.file_tab import PAIR_WIDTH, FileTab
from logeerhuis_app.ui.guests.parts import add_button, buttons_row, facts_card, list_card
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.photo import Photo

PHOTO_SIDE = 112
TONES = {
    ConsentState.NOT_ASKED: Tone.NEUTRAL,
    ConsentState.GIVEN: Tone.TEAL,
    ConsentState.REFUSED: Tone.AMBER,
    ConsentState.WITHDRAWN: Tone.AMBER,
}


class DocumentsTab(FileTab):
    """A file may be dropped anywhere on it; Insert asks for one, E describes the one in hand."""

    def title(self, file: GuestFile) -> str:
        count = len(file.papers.documents)
        return f"{_('Documents')} {count}" if count else _("Documents")

    def show_file(self, file: GuestFile) -> None:
        self.papers = self.deeds.papers
        self._cards: list[tuple[ChoiceCard, DocumentRow]] = []
        self.setAcceptDrops(self._may(UseCase.ATTACH_DOCUMENT))
        grid = CardGrid(least_width=PAIR_WIDTH, most_columns=2)
        cards = [(self._documents(file), 2)]
        if self._may(UseCase.SEE_CARE_DOCUMENTS):
            beside = [self._photo(file), self._consents(file), self._description(file)]
            cards += [(card, 1) for card in beside]
        for card, _columns in cards:
            card.body.addStretch(1)  # beside a taller card the rows stay together at the top
        grid.show_cards(cards)
        self.show_cards([grid])

    def main_deed(self) -> None:
        row = self._row_in_hand()
        if self.file is not None and row is not None:
            self.papers.describe(self.file, row)

    def add_deed(self) -> None:
        if self.file is not None:
            self.papers.attach(self.file)

    def _row_in_hand(self) -> DocumentRow | None:
        """The document that has the keyboard, else the newest."""
        rows = self.file.papers.documents if self.file is not None else ()
        focus = QApplication.focusWidget()
        held = [row for card, row in self._cards if focus is not None and (card is focus or card.isAncestorOf(focus))]
        return next(iter((*held, *rows)), None)

    # --- dropping ------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._show_drop(is_over=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(is_over=False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if self.file is not None and paths:
            event.acceptProposedAction()
            self.papers.attach_dropped(self.file, paths)

    def _show_drop(self, *, is_over: bool) -> None:
        self.drop_hint.set_role(Role.STRONG if is_over else Role.SMALL)

    # --- documents -----------------------------------------------------------------------------------------------

    def _documents(self, file: GuestFile) -> Card:
        rows = file.papers.documents
        may_attach = self._may(UseCase.ATTACH_DOCUMENT)
        card = (
            list_card(_("Documents"), [self._document(file, row) for row in rows], "") if rows else Card(_("Documents"))
        )
        self.drop_hint = Label(_("Drag a PDF, JPEG or PNG to here, or press Insert."), Role.SMALL, wraps=True)
        if not rows:
            card.add(self._nothing(file))
        elif may_attach:
            card.add(buttons_row(add_button(_("Add a document"), lambda: self.papers.attach(file), _("Insert"))))
        card.add(self.drop_hint)
        self.drop_hint.setVisible(may_attach)
        return card

    def _nothing(self, file: GuestFile) -> EmptyState:
        empty = EmptyState(
            _("There are no documents yet"),
            _("An indication, a scan of the medication list, an authorisation: kept locked inside the house."),
            _("Add a document"),
            icon="note",
        )
        empty.acted.connect(lambda: self.papers.attach(file))
        return empty

    def _document(self, file: GuestFile, row: DocumentRow) -> QWidget:
        kind = label(row.kind)
        kind, lines = capital(kind), document_lines(row)
        card = ChoiceCard(", ".join((kind, *lines)))
        self._cards.append((card, row))
        head = FlowArea(tokens.SPACE_2)
        head.add(Label(kind, Role.STRONG), *self._badges(file, row))
        card.body.addWidget(head)
        for line in lines:
            card.body.addWidget(Label(line, Role.BODY, wraps=True))
        if row.is_hidden:
            words = _("There is no consent for this photo: it is shown nowhere. Remove it.")
            card.body.addWidget(Label(words, Role.PROBLEM, wraps=True))
        else:
            card.setToolTip(_("Enter or a click: look at it"))
            card.chosen.connect(lambda: self.papers.view(file, row))
        card.body.addWidget(buttons_row(*self._buttons(file, row)))
        return card

    def _badges(self, file: GuestFile, row: DocumentRow) -> list[Badge]:
        badges = [Badge(_("hidden"), Tone.AMBER)] if row.is_hidden else []
        if row.document_id == file.medication.document_id:
            badges.append(Badge(_("belongs to the medication list"), Tone.TEAL))
        return badges

    def _buttons(self, file: GuestFile, row: DocumentRow) -> list[Button]:
        wanted = [
            (_("look"), lambda: self.papers.view(file, row), not row.is_hidden),
            (_("describe"), lambda: self.papers.describe(file, row), self._may(UseCase.ATTACH_DOCUMENT)),
            (
                _("save a copy…"),
                lambda: self.papers.copy(file, row),
                self._may(UseCase.COPY_DOCUMENT) and not row.is_hidden,
            ),
            (_("remove…"), lambda: self.papers.remove(row), self._may(UseCase.REMOVE_DOCUMENT)),
        ]
        buttons = []
        for text, deed, is_there in wanted:
            if is_there:
                button = Button(text, Kind.LINK)
                button.setAccessibleName(_("{deed}: {document}").format(deed=text, document=label(row.kind)))
                button.clicked.connect(deed)
                buttons.append(button)
        return buttons

    # --- photo ---------------------------------------------------------------------------------------------------

    def _photo(self, file: GuestFile) -> Card:
        card, photo = Card(_("Photo")), file.banner.photo
        consent = file.papers.consent(ConsentKind.PHOTO)
        line, words = QHBoxLayout(), QVBoxLayout()
        line.setSpacing(px(tokens.SPACE_4))
        picture = Photo(file.person.guest.name, PHOTO_SIDE)
        picture.set_picture(photo.small)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(Label(photo_words(photo), Role.STRONG if photo.small else Role.MISSING, wraps=True))
        if photo.is_old:
            words.addWidget(Label(_("photo older than a year: take a new one"), Role.PROBLEM, wraps=True))
        words.addWidget(Label(consent_words(consent), Role.BODY, wraps=True))
        words.addWidget(buttons_row(*self._photo_buttons(file, consent)))
        words.addStretch(1)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        return card

    def _photo_buttons(self, file: GuestFile, consent: ConsentRow) -> list[Button]:
        if consent.state is not ConsentState.GIVEN:
            return [add_button(_("Write down the consent"), lambda: self.papers.ask_consent(file, ConsentKind.PHOTO))]
        text = _("New photo") if file.banner.photo.small else _("Add a photo")
        return [add_button(text, lambda: self.papers.attach(file, DocumentKind.PHOTO))]

    # --- consents ------------------------------------------------------------------------------------------------

    def _consents(self, file: GuestFile) -> Card:
        card = Card(_("Consents"))
        kinds = [kind for kind in ConsentKind if kind is not ConsentKind.CARER_DATA or file.may_see_carer]
        for kind in kinds:
            card.add(self._consent(file, file.papers.consent(kind)))
        return card

    def _consent(self, file: GuestFile, row: ConsentRow) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, px(2), 0, px(2))
        column.setSpacing(px(1))
        name = label(row.kind)
        column.addWidget(Label(capital(name), Role.STRONG, wraps=True))
        head = FlowArea(tokens.SPACE_2)
        head.add(Badge(label(row.state), TONES[row.state]))
        for text, deed in self._consent_deeds(file, row):
            button = Button(text, Kind.LINK)
            button.setAccessibleName(_("{deed}: {document}").format(deed=text, document=name))
            button.clicked.connect(deed)
            head.add(button)
        column.addWidget(head)
        if row.state is not ConsentState.NOT_ASKED:
            column.addWidget(Label(consent_words(row), Role.MUTE, wraps=True))
        return box

    def _consent_deeds(self, file: GuestFile, row: ConsentRow) -> list[tuple[str, partial[None]]]:
        if not self._may(UseCase.RECORD_CONSENT):
            return []
        deeds = [(_("write down"), partial(self.papers.ask_consent, file, row.kind))]
        if row.state is ConsentState.GIVEN:
            deeds = [(_("withdraw…"), partial(self.papers.withdraw, file, row))]
        return deeds

    # --- how to know the guest -----------------------------------------------------------------------------------

    def _description(self, file: GuestFile) -> Card:
        may = self._may(UseCase.CHANGE_CARE)
        deed = (lambda: self.deeds.edit_answers(file, Section.APPEARANCE)) if may else None
        card = facts_card(label(Section.APPEARANCE), facts_of(file, topics_of(Section.APPEARANCE)), deed)
        sheet = Button(_("Missing-person sheet"), icon="print")
        sheet.clicked.connect(lambda: self.deeds.show_missing_sheet(file))
        card.add(buttons_row(sheet))
        return card

    def _may(self, use_case: UseCase) -> bool:
        return self.deeds.operations.door.may(use_case)
