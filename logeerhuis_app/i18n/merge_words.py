"""Merging two files of one person in words: the questions, what stands in the way, and how to go on."""

from collections.abc import Iterable

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.legal import Treatment
from logeerhuis_app.domain.merging import MergeObstacle
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.file_words import removed_words
from logeerhuis_app.i18n.format import number
from logeerhuis_app.i18n.labels import label

CHOICES: dict[str, str] = {
    "name": N_("Name"),
    "first_names": N_("First names"),
    "initials": N_("Initials"),
    "form_of_address": N_("Form of address"),
    "born": N_("Birth date"),
    "gender": N_("Gender"),
    "marital_status": N_("Marital status"),
    "identity": N_("Identity established on, with which document"),
    "address": N_("Address"),
    "municipality": N_("Municipality"),
    "phone": N_("Telephone"),
    "more_phones": N_("More telephones"),
    "more_emails": N_("More e-mail addresses"),
    "language": N_("Language and interpreter"),
    "life_stance": N_("Life stance"),
    "living_situation": N_("Living situation and house"),
    "representation_state": N_("Representation"),
    "wzd_status": N_("Compulsory care (Wzd)"),
    "email": N_("E-mail"),
    "lives_with": N_("Lives with"),
    "fixed_contact_id": N_("Fixed contact in the house"),
    "allergy_status": N_("Allergies"),
    "resuscitation": N_("Resuscitation"),
    "medication_care": N_("Who manages the medicines"),
    "intake": N_("Intake talk"),
}

OBSTACLES: dict[MergeObstacle, str] = {
    MergeObstacle.SAME_FILE: N_("this is one and the same file"),
    MergeObstacle.MERGED: N_("one of them was merged into another file already"),
    MergeObstacle.DESTROYED: N_("one of them was destroyed"),
    MergeObstacle.RESTRICTED: N_("one of them is restricted"),
    MergeObstacle.OTHER_BSN: N_("they have different BSNs, so these are two people or one number is wrong"),
    MergeObstacle.BOTH_IN_HOUSE: N_("both are in the house now"),
    MergeObstacle.SAME_NIGHTS: N_("both have a stay in the same nights"),
    MergeObstacle.DECLARED_TWICE: N_("the same night was declared for both"),
    MergeObstacle.DRAFT_IN_BOTH: N_("the same person left the same part of the intake half filled in, in both"),
}

WAYS_OUT: dict[MergeObstacle, str] = {
    MergeObstacle.SAME_FILE: N_("Choose the other file of this person."),
    MergeObstacle.MERGED: N_("Look for the number: it leads to the file that was kept."),
    MergeObstacle.RESTRICTED: N_("Let the manager lift the restriction first."),
    MergeObstacle.OTHER_BSN: N_("Compare both numbers with the identity document, and correct the wrong one."),
    MergeObstacle.BOTH_IN_HOUSE: N_("Check one of them out, or cancel the double stay."),
    MergeObstacle.SAME_NIGHTS: N_("Cancel or shorten the double stay first."),
    MergeObstacle.DECLARED_TWICE: N_("Have one of the two declarations credited first."),
    MergeObstacle.DRAFT_IN_BOTH: N_("Open the intake of one of them and save or discard what was typed."),
}


def choice_word(code: str) -> str:
    """What a choice is about: «Adres», «Slikken»."""
    kind, _colon, topic = code.partition(":")
    if kind == "directive":
        return label(Treatment(topic))
    if topic in set(CareTopic):
        return label(CareTopic(topic))
    return _(CHOICES[code]) if code in CHOICES else code


def obstacle_words(code: str) -> str:
    """«beide zijn nu in huis»; a code that is not known is shown as it stands."""
    return _(OBSTACLES[MergeObstacle(code)]) if code in set(MergeObstacle) else code


def way_out(code: str) -> str:
    """What to do about it; empty where there is nothing to do."""
    words = WAYS_OUT.get(MergeObstacle(code)) if code in set(MergeObstacle) else None
    return _(words) if words else ""


def moved_words(counts: Iterable[tuple[str, int]]) -> str:
    """«Verblijven 3, Contactpersonen 2»: what moves from one file to the other."""
    return ", ".join(f"{word} {number(count)}" for table, count in counts if (word := _table_word(table)))


def _table_word(table: str) -> str:
    if table in _MORE_TABLES:
        return _(_MORE_TABLES[table])
    return removed_words(((table, 0),)).rpartition(" ")[0]


_MORE_TABLES: dict[str, str] = {
    "booking": N_("Stays"),
    "night": N_("Nights"),
    "declaration_line": N_("Lines of declarations"),
    "guest": N_("Older numbers"),
    "form_draft": N_("Half-filled forms"),
}
