"""The file at a glance: what a colleague asks first, one card per subject."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital, date_numeric, days_ago, nights, period
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.list_words import empty_words
from logeerhuis_app.i18n.medicine_words import watermark
from logeerhuis_app.services.rows.funding import AllocationRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.ui.guests.card_grid import CardGrid
from logeerhuis_app.ui.guests.facts import answer_of, contact_words, correction_words, facts_of, professional_words
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.legal_cards import decides_facts
from logeerhuis_app.ui.guests.medicine_table import MedicineTable, is_present, medication_badge
from logeerhuis_app.ui.guests.person_card import person_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.meter import Meter

CARE = (
    CareTopic.ADL_OVERALL,
    CareTopic.WASHING,
    CareTopic.MOBILITY,
    CareTopic.NIGHT,
    CareTopic.MEMORY,
    CareTopic.WHAT_HELPS,
)
EATING = (
    CareTopic.DIET,
    CareTopic.FOOD_LEVEL,
    CareTopic.DRINK_LEVEL,
    CareTopic.LIKES,
    CareTopic.DAY_RHYTHM,
    CareTopic.DISLIKES,
)
STRONG = frozenset({CareTopic.DIET, CareTopic.LIKES})
MOST_STAYS = 4
MOST_CONTACTS = 3


class OverviewTab(FileTab):
    def __init__(self, deeds: FileDeeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.grid = CardGrid()
        self.column.addWidget(self.grid)
        self.column.addStretch(1)

    def title(self, file: GuestFile) -> str:
        return _("Overview")

    def show_file(self, file: GuestFile) -> None:
        cards: list[tuple[QWidget, int]] = []
        if file.may_see_care:
            cards += [(_care_card(file), 1), (_eating_card(file), 1), (_people_card(file, self.deeds), 1)]
            cards.append((self._medication_card(file.medication, is_present=is_present(file)), 2))
        else:
            cards += [(person_card(file), 1), (_people_card(file, self.deeds), 1)]
        cards.append((_money_card(file), 1) if file.may_see_funding else (_stays_card(file), 1))
        if not file.may_see_care:
            cards.append((_stays_card(file), 1))
        if file.corrections:
            cards.append((_corrections_card(file), 1))
        self.grid.show_cards(cards)

    def main_deed(self) -> None:
        if self.file is not None:
            self.deeds.edit_person(self.file)

    def _medication_card(self, row: MedicationRow, *, is_present: bool) -> Card:
        card = Card(_("Medication"))
        card.add_to_heading(medication_badge(row, is_present=is_present))
        if row.list_date is not None:
            card.add(Label(_list_words(row, self.deeds), Role.SMALL, wraps=True))
        if row.medicines:
            card.add(MedicineTable(row.shown(self.deeds.today), self.deeds.today))
            card.add(Label(watermark(), Role.AMBER, wraps=True))
        elif row.list_date is None:
            card.add(Label(_("There is no list of the pharmacy yet. Check-in waits for it."), Role.MISSING, wraps=True))
        else:
            card.add(Label(_("The pharmacy's list holds no medicines."), Role.MUTE, wraps=True))
        card.body.addStretch(1)
        return card


def _list_words(row: MedicationRow, deeds: FileDeeds) -> str:
    if row.list_date is None:
        return ""
    age = days_ago(row.list_date, deeds.today)
    words = (
        _("overview of the pharmacy, {age} old")
        if row.list_date < deeds.today
        else _("overview of the pharmacy, of {age}")
    )
    return words.format(age=age) + (" " + _("(ask for a new one)") if row.worries(deeds.today) else "")


def _filled(card: Card, rows: list[KeyValue]) -> Card:
    card.add(KeyValues(rows))
    card.body.addStretch(1)
    return card


def _care_card(file: GuestFile) -> Card:
    rows = [_list_fact(file, which) for which in (FileList.ALERTS, FileList.PROBLEMS)]
    return _filled(Card(_("Care & daily life")), [*(row for row in rows if row is not None), *facts_of(file, CARE)])


def _list_fact(file: GuestFile, which: FileList) -> KeyValue | None:
    """What a list with nothing on it means; one that holds something is read in its own place."""
    state = file.state_of(which)
    if state is AnswerState.GIVEN:
        return None
    name = label(which)
    return KeyValue(capital(name), empty_words(file, which), is_missing=state is AnswerState.NOT_ASKED)


def _eating_card(file: GuestFile) -> Card:
    rows = [
        KeyValue(fact.label, fact.value, topic in STRONG and not fact.is_missing, fact.is_missing, fact.needs_attention)
        for topic, fact in zip(EATING, facts_of(file, EATING), strict=True)
    ]
    if answer_of(file, CareTopic.CHOKING).state is not AnswerState.NONE:
        rows.insert(1, facts_of(file, [CareTopic.CHOKING])[0])
    return _filled(Card(_("Eating & habits")), rows)


def _people_card(file: GuestFile, deeds: FileDeeds) -> Card:
    names = (_("First"), _("Then"), _("And then"))
    rows = [
        KeyValue(name, contact_words(contact), is_strong=contact.order == 1)
        for name, contact in zip(names, file.contacts[:MOST_CONTACTS], strict=False)
    ]
    if len(file.contacts) < 2:
        nobody = _("nobody yet") if file.contacts else empty_words(file, FileList.CONTACTS)
        rows.append(KeyValue(names[len(file.contacts)], nobody, needs_attention=True))
    rows += [KeyValue(capital(one.role), professional_words(one)) for one in file.professionals]
    if file.may_see_care:
        lists = (_list_fact(file, which) for which in (FileList.PROFESSIONALS, FileList.HELP))
        rows += [row for row in lists if row is not None]
        rows += decides_facts(file, deeds)
    return _filled(Card(_("Call first")), rows)


def _corrections_card(file: GuestFile) -> Card:
    """What the guest wants to have put right, and says about it: whoever reads the file reads this as well."""
    card = Card(_("The guest about this file"))
    for row in file.corrections:
        card.add(Label(correction_words(row), Role.BODY, wraps=True))
    card.body.addStretch(1)
    return card


def _money_card(file: GuestFile) -> Card:
    card = Card(_("Indication & room left"))
    now = [row for row in file.allocations if row.is_now]
    if not now:
        later = next((row for row in reversed(file.allocations)), None)
        card.add(Label(_nobody_pays(later), Role.PROBLEM, wraps=True))
    for row in now[:2]:
        card.add(KeyValues(allocation_facts(row)), Meter(row.budget, row.law))
        if row.budget is not None and row.budget.counts_own_house_only:
            card.add(Label(_("counts only the nights in this house"), Role.SMALL, wraps=True))
    card.body.addStretch(1)
    return card


def _nobody_pays(other: AllocationRow | None) -> str:
    if other is None:
        return _("No payer is known for this guest.")
    until = date_numeric(other.valid_until) if other.valid_until else "…"
    return _("No payer is known for today; there is one of {start} – {end}.").format(
        start=date_numeric(other.valid_from), end=until
    )


def allocation_facts(row: AllocationRow) -> list[KeyValue]:
    """What was granted, by whom, for how long, and how much of it is spent."""
    facts = [
        KeyValue(label(row.law), row.product or label(row.basis)),
        KeyValue(_("Payer"), row.payer),
        KeyValue(_("Allocation no."), row.number),
        KeyValue(_("Valid"), validity_words(row)),
    ]
    if row.budget is not None:
        most = str(row.budget.most) if row.budget.most is not None else "?"
        spent = _("{used} + {planned} of {most}").format(used=row.budget.used, planned=row.budget.planned, most=most)
        facts.append(KeyValue(row.budget.label, spent, is_strong=True))
    return facts


def validity_words(row: AllocationRow) -> str:
    if row.valid_until is None:
        return _("from {date}").format(date=date_numeric(row.valid_from))
    return f"{date_numeric(row.valid_from)} – {date_numeric(row.valid_until)}"


def _stays_card(file: GuestFile) -> Card:
    rows = [
        KeyValue(period(stay.arrival, stay.departure), f"{nights(stay.nights)} · {stay.state}")
        for stay in file.stays[:MOST_STAYS]
    ]
    if rows:
        return _filled(Card(_("Stays")), rows)
    card = Card(_("Stays"))
    card.add(Label(_("This guest has not stayed here yet."), Role.MUTE, wraps=True))
    card.body.addStretch(1)
    return card
