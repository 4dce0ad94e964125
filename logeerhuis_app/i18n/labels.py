"""What each coded value is called on screen and paper.

One context per kind of value, so that the same English word may be two Dutch ones.
"""

from enum import Enum

from logeerhuis_app.domain import handover, roles
from logeerhuis_app.i18n import NP_, pgettext
from logeerhuis_app.i18n.labels_care import WORDS as CARE_WORDS
from logeerhuis_app.i18n.labels_carers import WORDS as CARER_WORDS
from logeerhuis_app.i18n.labels_documents import WORDS as DOCUMENT_WORDS
from logeerhuis_app.i18n.labels_guests import WORDS as GUEST_WORDS
from logeerhuis_app.i18n.labels_health import WORDS as HEALTH_WORDS
from logeerhuis_app.i18n.labels_intake import WORDS as INTAKE_WORDS
from logeerhuis_app.i18n.labels_legal import WORDS as LEGAL_WORDS
from logeerhuis_app.i18n.labels_medication import WORDS as MEDICATION_WORDS
from logeerhuis_app.i18n.labels_money import WORDS as MONEY_WORDS
from logeerhuis_app.i18n.labels_person import WORDS as PERSON_WORDS
from logeerhuis_app.i18n.labels_rights import WORDS as RIGHTS_WORDS
from logeerhuis_app.i18n.labels_scores import WORDS as SCORE_WORDS
from logeerhuis_app.i18n.labels_sources import WORDS as SOURCE_WORDS
from logeerhuis_app.i18n.labels_stays import WORDS as STAY_WORDS
from logeerhuis_app.i18n.labels_topics import WORDS as TOPIC_WORDS


def label(value: Enum) -> str:
    """The word for one value, in the language of the screen.

    Raises:
        KeyError: a value without a word; a test finds it before a user does.
    """
    context, words = WORDS[type(value)]
    return pgettext(context, words[value])


WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    handover.ShiftKind: (
        "ShiftKind",
        {
            handover.ShiftKind.EARLY: NP_("ShiftKind", "Morning"),
            handover.ShiftKind.LATE: NP_("ShiftKind", "Evening"),
            handover.ShiftKind.NIGHT: NP_("ShiftKind", "Night"),
        },
    ),
    handover.NoteCategory: (
        "NoteCategory",
        {
            handover.NoteCategory.GENERAL: NP_("NoteCategory", "general"),
            handover.NoteCategory.MEDICATION: NP_("NoteCategory", "medication"),
            handover.NoteCategory.EATING: NP_("NoteCategory", "eating and drinking"),
            handover.NoteCategory.NIGHT: NP_("NoteCategory", "night"),
            handover.NoteCategory.BEHAVIOUR: NP_("NoteCategory", "behaviour"),
            handover.NoteCategory.FAMILY: NP_("NoteCategory", "family"),
        },
    ),
    roles.Role: (
        "Role",
        {
            roles.Role.COORDINATOR: NP_("Role", "coordinator"),
            roles.Role.CARE: NP_("Role", "care staff"),
            roles.Role.ADMINISTRATOR: NP_("Role", "administrator"),
            roles.Role.MANAGER: NP_("Role", "manager"),
        },
    ),
    roles.UseCase: (
        "UseCase",
        {
            roles.UseCase.START_DAY: NP_("UseCase", "start the day"),
            roles.UseCase.SEE_TODAY: NP_("UseCase", "see what happens today"),
            roles.UseCase.SEE_PLANNING: NP_("UseCase", "see the planning"),
            roles.UseCase.PLACE_BOOKING: NP_("UseCase", "book a stay"),
            roles.UseCase.MOVE_BOOKING: NP_("UseCase", "move or change a stay"),
            roles.UseCase.CONFIRM_BOOKING: NP_("UseCase", "confirm a stay"),
            roles.UseCase.CANCEL_BOOKING: NP_("UseCase", "cancel a stay"),
            roles.UseCase.REVIVE_BOOKING: NP_("UseCase", "put back a cancelled stay"),
            roles.UseCase.CHECK_IN: NP_("UseCase", "check in a guest"),
            roles.UseCase.CHECK_OUT: NP_("UseCase", "check out a guest"),
            roles.UseCase.RECORD_ABSENCE: NP_("UseCase", "record that a guest is away"),
            roles.UseCase.CLOSE_BEDS: NP_("UseCase", "close beds"),
            roles.UseCase.FIND_GUESTS: NP_("UseCase", "search guests"),
            roles.UseCase.SEE_GUEST: NP_("UseCase", "see a guest file"),
            roles.UseCase.SEE_BSN: NP_("UseCase", "see a BSN"),
            roles.UseCase.SEE_FUNDING: NP_("UseCase", "see who pays"),
            roles.UseCase.SEE_CARE: NP_("UseCase", "see care details"),
            roles.UseCase.SEE_CARER: NP_("UseCase", "see the situation of the carer"),
            roles.UseCase.REGISTER_GUEST: NP_("UseCase", "register a guest"),
            roles.UseCase.MERGE_FILES: NP_("UseCase", "merge two files of one person"),
            roles.UseCase.CHANGE_GUEST: NP_("UseCase", "change a guest file"),
            roles.UseCase.CHANGE_CARE: NP_("UseCase", "change care details"),
            roles.UseCase.CHANGE_CONTACTS: NP_("UseCase", "change contact persons"),
            roles.UseCase.CHANGE_CARER: NP_("UseCase", "change the situation of the carer"),
            roles.UseCase.CHANGE_MEDICATION: NP_("UseCase", "change medication"),
            roles.UseCase.CHECK_MEDICATION: NP_("UseCase", "check medication"),
            roles.UseCase.CHANGE_FUNDING: NP_("UseCase", "change who pays"),
            roles.UseCase.SEE_CARE_DOCUMENTS: NP_("UseCase", "see photo and documents about care"),
            roles.UseCase.SEE_LEGAL_DOCUMENTS: NP_("UseCase", "see authorisations"),
            roles.UseCase.SEE_FUNDING_DOCUMENTS: NP_("UseCase", "see documents about money"),
            roles.UseCase.ATTACH_DOCUMENT: NP_("UseCase", "add a document"),
            roles.UseCase.COPY_DOCUMENT: NP_("UseCase", "save a copy of a document outside the house"),
            roles.UseCase.REMOVE_DOCUMENT: NP_("UseCase", "remove a document"),
            roles.UseCase.RECORD_CONSENT: NP_("UseCase", "record a consent"),
            roles.UseCase.PRINT_MISSING_SHEET: NP_("UseCase", "make a missing-person sheet"),
            roles.UseCase.SEE_HANDOVER: NP_("UseCase", "see the handover"),
            roles.UseCase.WRITE_NOTE: NP_("UseCase", "write a note"),
            roles.UseCase.ACKNOWLEDGE_HANDOVER: NP_("UseCase", "confirm that the handover was read"),
            roles.UseCase.DO_TASK: NP_("UseCase", "do a task"),
            roles.UseCase.PRINT_HANDOVER: NP_("UseCase", "print the handover"),
            roles.UseCase.SEE_TRAJECTORIES: NP_("UseCase", "see requests"),
            roles.UseCase.OPEN_TRAJECTORY: NP_("UseCase", "open a request"),
            roles.UseCase.ADVANCE_TRAJECTORY: NP_("UseCase", "take a step in a request"),
            roles.UseCase.SEE_DECLARATIONS: NP_("UseCase", "see declarations"),
            roles.UseCase.ANSWER_QUESTION: NP_("UseCase", "answer a question about a declaration"),
            roles.UseCase.FIX_DECLARATION: NP_("UseCase", "fix a declaration"),
            roles.UseCase.PRINT_DECLARATION: NP_("UseCase", "print a declaration"),
            roles.UseCase.CHANGE_HOUSE: NP_("UseCase", "change the house"),
            roles.UseCase.CHANGE_PAYERS: NP_("UseCase", "change payers and rates"),
            roles.UseCase.MANAGE_USERS: NP_("UseCase", "manage users"),
            roles.UseCase.KEEP_DRAFT: NP_("UseCase", "keep what was typed and not saved"),
            roles.UseCase.CHANGE_OWN_PASSWORD: NP_("UseCase", "change the own password"),
            roles.UseCase.CHANGE_OWN_SECOND_FACTOR: NP_("UseCase", "change the own second step at the login"),
            roles.UseCase.SEE_AUDIT: NP_("UseCase", "see the log"),
            roles.UseCase.EXPORT_HOUSE: NP_("UseCase", "export the whole house"),
            roles.UseCase.EXPORT_GUEST: NP_("UseCase", "export the data of a guest"),
            roles.UseCase.RECORD_REQUEST: NP_("UseCase", "record what a guest asks about the own file"),
            roles.UseCase.DECIDE_REQUEST: NP_("UseCase", "decide what a guest asked about the own file"),
            roles.UseCase.RESTRICT_FILE: NP_("UseCase", "restrict a guest file"),
            roles.UseCase.REMOVE_FILE: NP_("UseCase", "destroy a care file"),
            roles.UseCase.SEE_RETENTION: NP_("UseCase", "see which files fall due"),
            roles.UseCase.IMPORT_HOUSE: NP_("UseCase", "import a house"),
            roles.UseCase.BUILD_PRACTICE_HOUSE: NP_("UseCase", "build a practice house"),
            roles.UseCase.BACK_UP: NP_("UseCase", "make a backup"),
            roles.UseCase.RESTORE: NP_("UseCase", "restore a backup"),
        },
    ),
    **CARER_WORDS,
    **CARE_WORDS,
    **TOPIC_WORDS,
    **SCORE_WORDS,
    **DOCUMENT_WORDS,
    **GUEST_WORDS,
    **HEALTH_WORDS,
    **INTAKE_WORDS,
    **LEGAL_WORDS,
    **PERSON_WORDS,
    **MEDICATION_WORDS,
    **MONEY_WORDS,
    **RIGHTS_WORDS,
    **SOURCE_WORDS,
    **STAY_WORDS,
}
"""Kind of value: its context in the catalogue, and the English word of each value."""
