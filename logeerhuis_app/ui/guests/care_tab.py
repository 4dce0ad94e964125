"""Zorg & ADL: what can kill first, then the questions of care in the order of safety."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import LIFE_RISK, AllergyStatus, Resuscitation, Section, Severity
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.health_words import course_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.origin_words import origin_words
from logeerhuis_app.i18n.partial_dates import partial_words
from logeerhuis_app.i18n.safety_words import allergy_words, resuscitation_words
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.parts import (
    add_button,
    buttons_row,
    changed_mark,
    edit_link,
    file_list_card,
    item_card,
    list_card,
    statement_buttons,
)
from logeerhuis_app.ui.guests.score_card import score_card
from logeerhuis_app.ui.guests.topic_card import topic_card
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role

SECTIONS = (Section.MOVING, Section.SELF_CARE, Section.TOILET, Section.BODY, Section.NIGHT, Section.MIND)
TONES = {Severity.RED: Tone.RED, Severity.AMBER: Tone.AMBER, Severity.INFO: Tone.NEUTRAL}


class CareTab(FileTab):
    def title(self, file: GuestFile) -> str:
        return _("Care && ADL")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_care

    def show_file(self, file: GuestFile) -> None:
        self._may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
        cards: list[QWidget] = [
            self._allergies(file),
            self._resuscitation(file),
            self._alerts(file),
            self._problems(file),
            *(self._section(file, section) for section in SECTIONS),
            score_card(file, partial(self.deeds.edit_score, file) if self._may else None),
        ]
        self.show_pairs(cards)

    def main_deed(self) -> None:
        if self.file is not None:
            self.deeds.edit_answers(self.file, Section.MOVING)

    def add_deed(self) -> None:
        if self.file is not None:
            self.deeds.edit_allergy(self.file)

    def _allergies(self, file: GuestFile) -> Card:
        banner = file.banner
        items = [self._allergy(file, row) for row in banner.allergies]
        card = list_card(_("Allergies and intolerances"), items, _status_words(file))
        if not self._may:
            return card
        add = add_button(_("Allergy"), lambda: self.deeds.edit_allergy(file), _("Insert"))
        buttons: list[QWidget] = [add]
        if not banner.allergies:
            for status, text in (
                (AllergyStatus.NONE_KNOWN, _("None known: asked and confirmed")),
                (AllergyStatus.UNAVAILABLE, _("Asked, nobody can tell")),
            ):
                buttons.append(self._status_button(file, status, text))
        card.add(buttons_row(*buttons))
        return card

    def _status_button(self, file: GuestFile, status: AllergyStatus, text: str) -> Button:
        button = Button(text)
        button.setEnabled(file.banner.allergy_status is not status)
        button.clicked.connect(lambda: self.deeds.state_allergies(file, status))
        return button

    def _allergy(self, file: GuestFile, row: AllergyRow) -> QWidget:
        tone = Tone.RED if row.criticality in LIFE_RISK else Tone.AMBER
        lines = [row.reaction or _("reaction unknown")]
        if row.last_reaction is not None:
            lines.append(_("the last time: {date}").format(date=partial_words(row.last_reaction)))
        if row.rescue:
            lines.append(_("emergency medicine: {rescue}").format(rescue=row.rescue))
        badges = [Badge(label(row.criticality), tone), Badge(label(row.sensitivity), Tone.NEUTRAL)]
        badges += changed_mark(file, "allergy", row.allergy_id)
        deed = (lambda: self.deeds.edit_allergy(file, row)) if self._may else None
        return item_card(row.agent, lines, deed, badges=badges, quiet=origin_words(row.origin))

    def _resuscitation(self, file: GuestFile) -> Card:
        line = resuscitation_words(file.banner)
        card = Card(_("Resuscitation"))
        card.add(Label(line.text, Role.MISSING if line.is_unknown else Role.STRONG, wraps=True))
        if file.banner.resuscitation is Resuscitation.NOT_DISCUSSED:
            asked = file.banner.resuscitation_on
            words = _("asked on {date}, not discussed yet").format(date=date_numeric(asked)) if asked else ""
            card.add(Label(words or _("not asked yet; check-in waits for the question"), Role.PROBLEM, wraps=True))
        if file.changed & {"guest resuscitation", "guest resuscitation_on", "guest resuscitation_text"}:
            card.add_to_heading(Badge(_("changed"), Tone.TEAL))
        if file.banner.resuscitation_text:
            card.add(Label(file.banner.resuscitation_text, Role.BODY, wraps=True))
        if words := origin_words(file.banner.resuscitation_origin):
            card.add(Label(words, Role.SMALL, wraps=True))
        if self._may:
            link = edit_link(_("Resuscitation"), lambda: self.deeds.edit_resuscitation(file))
            card.add_to_heading(link, at_end=True)
        return card

    def _alerts(self, file: GuestFile) -> Card:
        items = [self._alert(file, row) for row in file.banner.alerts]
        title = _("Alerts")
        card = file_list_card(title, items, file, FileList.ALERTS)
        if self._may:
            stated = statement_buttons(title, file, FileList.ALERTS, self.deeds.state_list)
            card.add(buttons_row(add_button(_("Alert"), lambda: self.deeds.edit_alert(file)), *stated))
        return card

    def _alert(self, file: GuestFile, row: AlertRow) -> QWidget:
        deed = (lambda: self.deeds.edit_alert(file, row)) if self._may else None
        badges = [Badge(label(row.severity), TONES[row.severity]), *changed_mark(file, "alert", row.alert_id)]
        title, quiet = capital(row.name), origin_words(row.origin)
        due = row.review_on is not None and row.review_on <= self.deeds.today
        review = _("look again on {date}").format(date=date_numeric(row.review_on)) if row.review_on else ""
        lines = [row.action, "" if due else review]
        return item_card(title, lines, deed, badges=badges, quiet=quiet, problem=review if due else "")

    def _problems(self, file: GuestFile) -> Card:
        items = []
        for row in file.problems:
            deed = partial(self.deeds.edit_problem, file, row) if self._may else None
            badges = [Badge(_("leading"), Tone.TEAL)] if row.is_leading else []
            badges += changed_mark(file, "problem", row.problem_id)
            course = course_words(row.started, row.ended, row.verification)
            items.append(item_card(capital(row.name), [row.detail, course], deed, badges=badges))
        title = _("Conditions")
        card = file_list_card(title, items, file, FileList.PROBLEMS)
        if self._may:
            stated = statement_buttons(title, file, FileList.PROBLEMS, self.deeds.state_list)
            card.add(buttons_row(add_button(_("Condition"), lambda: self.deeds.edit_problem(file)), *stated))
        return card

    def _section(self, file: GuestFile, section: Section) -> Card:
        deed = (lambda: self.deeds.edit_answers(file, section)) if self._may else None
        return topic_card(file, section, self.deeds.today, deed)


def _status_words(file: GuestFile) -> str:
    """«Allergie: geen bekend (22-11-2026) · door S. de Wit», or that it was never asked."""
    line, *_more = allergy_words(file.banner)
    if file.allergy_confirmed_by:
        return _("{statement} · by {user}").format(statement=line.text, user=file.allergy_confirmed_by)
    return line.in_full
