"""What changed in a file, in words: what a row is called, and where a change is told."""

from logeerhuis_app.domain.file_changes import ChangeSection
from logeerhuis_app.i18n import N_, NP_, _, pgettext
from logeerhuis_app.i18n.file_words import table_words

KINDS: dict[str, str] = {
    "allergy": NP_("Row", "allergy"),
    "alert": NP_("Row", "alert"),
    "problem": NP_("Row", "condition"),
    "medication_list": NP_("Row", "list of the pharmacy of"),
    "medication_item": NP_("Row", "medicine"),
    "contact_person": NP_("Row", "contact person"),
    "health_professional": NP_("Row", "professional"),
    "help_from_others": NP_("Row", "help at home"),
    "carer_situation": NP_("Row", "how the carer is doing:"),
    "allocation": NP_("Row", "decision"),
    "intake": NP_("Row", "intake talk"),
    "care_observation": NP_("Row", "care seen in a stay"),
}
"""One row of these tables; of others the name of the whole table is used."""
SECTIONS: dict[ChangeSection, str] = {
    ChangeSection.SAFETY: N_("Safety"),
    ChangeSection.MEDICATION: N_("Medication"),
    ChangeSection.CARE: N_("Care & daily life"),
    ChangeSection.PEOPLE: N_("People around"),
    ChangeSection.PERSON: N_("Person"),
    ChangeSection.MONEY: N_("Payers"),
}


def kind_words(table: str) -> str:
    return pgettext("Row", KINDS[table]) if table in KINDS else table_words(table)


def section_words(section: ChangeSection) -> str:
    return _(SECTIONS[section])
