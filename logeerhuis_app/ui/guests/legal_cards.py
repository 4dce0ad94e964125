"""Cards about who decides and what was laid down: calm, in words, with what nobody asked shown as such."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.legal import Directive
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.legal_words import (
    capacity_words,
    directive_words,
    is_nothing_discussed,
    is_representation_known,
    limits_words,
    representation_words,
    representative_lines,
    will_words,
    wzd_words,
)
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.parts import Deed, add_button, buttons_row, changed_mark, edit_link, item_card, list_card
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role


def representation_card(deeds: FileDeeds, file: GuestFile) -> Card:
    """Who decides where the guest cannot, and what the guest can decide."""
    legal, may = file.legal, deeds.legal.may
    items: list[QWidget] = [
        item_card(
            row.name,
            representative_lines(row),
            _if(may, partial(deeds.legal.edit_representative, file, row)),
            badges=changed_mark(file, "representative", row.representative_id),
        )
        for row in legal.representatives
    ]
    items += [
        item_card(
            _("About: {decision}").format(decision=row.decision),
            [capacity_words(row)],
            _if(may, partial(deeds.legal.edit_capacity, file, row)),
            badges=changed_mark(file, "capacity_note", row.capacity_id),
        )
        for row in legal.capacity
    ]
    card = list_card(_("Who decides"), items, _who(file, deeds))
    if items and not legal.representatives:
        card.add(Label(_who(file, deeds), Role.MISSING, wraps=True))
    if may:
        card.add(buttons_row(*_representation_buttons(deeds, file)))
    return card


def wishes_card(deeds: FileDeeds, file: GuestFile) -> Card:
    """Agreements on treatment, living wills, and compulsory care."""
    legal, may = file.legal, deeds.legal.may
    card = Card(_("Wishes and agreements"))
    if may:
        link = edit_link(_("Resuscitation and treatment"), lambda: deeds.edit_resuscitation(file))
        card.add_to_heading(link, at_end=True)
    rows = [
        KeyValue(
            capital(label(row.treatment)),
            directive_words(row),
            is_strong=row.decision in {Directive.NO, Directive.OTHER},
            is_missing=row.decision is Directive.NOT_DISCUSSED,
        )
        for row in legal.directives
    ]
    wzd = KeyValue(_("Compulsory care (Wzd)"), wzd_words(legal), is_missing=legal.wzd_status is None)
    card.add(KeyValues([*rows, wzd]))
    for will in legal.wills:
        deed = _if(may, partial(deeds.legal.edit_will, file, will))
        card.add(item_card(capital(label(will.kind)), [will_words(will)], deed))
    if may:
        will_button = add_button(_("Living will"), lambda: deeds.legal.edit_will(file))
        wzd_button = Button(_("Compulsory care…"))
        wzd_button.clicked.connect(lambda: deeds.legal.edit_wzd(file))
        card.add(buttons_row(will_button, wzd_button))
    return card


def decides_facts(file: GuestFile, deeds: FileDeeds) -> list[KeyValue]:
    """For the overview: who decides, and what is not done."""
    legal = file.legal
    facts = [KeyValue(_("Decides"), _who(file, deeds), is_missing=not is_representation_known(legal))]
    limited = limits_words(legal)
    if limited:
        facts.append(KeyValue(_("Treatment"), limited, is_strong=True))
    elif is_nothing_discussed(legal):
        facts.append(KeyValue(_("Treatment"), label(Directive.NOT_DISCUSSED), is_missing=True))
    facts += [KeyValue(capital(label(will.kind)), will_words(will)) for will in legal.wills]
    return facts


def _who(file: GuestFile, deeds: FileDeeds) -> str:
    return representation_words(file.legal, deeds.today)


def _representation_buttons(deeds: FileDeeds, file: GuestFile) -> list[QWidget]:
    buttons: list[QWidget] = [
        add_button(_("Representative"), lambda: deeds.legal.edit_representative(file)),
        add_button(_("What the guest can decide"), lambda: deeds.legal.edit_capacity(file)),
    ]
    words = {AnswerState.NONE: _("Nobody: asked"), AnswerState.UNKNOWN: _("Asked, nobody can tell")}
    for state, text in words.items():
        if not file.legal.representatives and file.legal.representation_state is not state:
            button = Button(text)
            button.setAccessibleName(_("{question}: {choice}").format(question=_("Who decides"), choice=text))
            button.clicked.connect(partial(_state, deeds, file, state))
            buttons.append(button)
    return buttons


def _state(deeds: FileDeeds, file: GuestFile, state: AnswerState, _is_checked: bool = False) -> None:
    deeds.legal.state_representation(file, state)


def _if(may: bool, deed: Deed) -> Deed | None:
    return deed if may else None
