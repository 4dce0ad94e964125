"""Who may do what: one table, read by the door, the screens, the command line and the manual."""

from enum import StrEnum


class Role(StrEnum):
    COORDINATOR = "coordinator"
    CARE = "care"
    ADMINISTRATOR = "administrator"
    MANAGER = "manager"


class UseCase(StrEnum):
    """Everything the door lets through, by name."""

    START_DAY = "start_day"  # what time itself changes: options that expire, nights that were slept
    SEE_TODAY = "see_today"
    SEE_PLANNING = "see_planning"
    PLACE_BOOKING = "place_booking"
    MOVE_BOOKING = "move_booking"
    CONFIRM_BOOKING = "confirm_booking"
    CANCEL_BOOKING = "cancel_booking"
    REVIVE_BOOKING = "revive_booking"
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    RECORD_ABSENCE = "record_absence"
    CLOSE_BEDS = "close_beds"
    FIND_GUESTS = "find_guests"
    SEE_GUEST = "see_guest"
    SEE_BSN = "see_bsn"
    SEE_FUNDING = "see_funding"
    SEE_CARE = "see_care"
    SEE_CARER = "see_carer"
    REGISTER_GUEST = "register_guest"
    CHANGE_GUEST = "change_guest"
    MERGE_FILES = "merge_files"
    CHANGE_CARE = "change_care"
    CHANGE_CONTACTS = "change_contacts"
    CHANGE_CARER = "change_carer"
    CHANGE_MEDICATION = "change_medication"
    CHECK_MEDICATION = "check_medication"
    CHANGE_FUNDING = "change_funding"
    SEE_CARE_DOCUMENTS = "see_care_documents"
    SEE_LEGAL_DOCUMENTS = "see_legal_documents"
    SEE_FUNDING_DOCUMENTS = "see_funding_documents"
    ATTACH_DOCUMENT = "attach_document"
    COPY_DOCUMENT = "copy_document"
    REMOVE_DOCUMENT = "remove_document"
    RECORD_CONSENT = "record_consent"
    PRINT_MISSING_SHEET = "print_missing_sheet"
    SEE_HANDOVER = "see_handover"
    WRITE_NOTE = "write_note"
    ACKNOWLEDGE_HANDOVER = "acknowledge_handover"
    DO_TASK = "do_task"
    PRINT_HANDOVER = "print_handover"
    SEE_TRAJECTORIES = "see_trajectories"
    OPEN_TRAJECTORY = "open_trajectory"
    ADVANCE_TRAJECTORY = "advance_trajectory"
    SEE_DECLARATIONS = "see_declarations"
    ANSWER_QUESTION = "answer_question"
    FIX_DECLARATION = "fix_declaration"
    PRINT_DECLARATION = "print_declaration"
    CHANGE_HOUSE = "change_house"
    CHANGE_PAYERS = "change_payers"
    MANAGE_USERS = "manage_users"
    KEEP_DRAFT = "keep_draft"  # what was typed and not saved, for its writer alone
    CHANGE_OWN_PASSWORD = "change_own_password"
    CHANGE_OWN_SECOND_FACTOR = "change_own_second_factor"
    SEE_AUDIT = "see_audit"
    EXPORT_HOUSE = "export_house"
    EXPORT_GUEST = "export_guest"
    RECORD_REQUEST = "record_request"
    DECIDE_REQUEST = "decide_request"
    RESTRICT_FILE = "restrict_file"
    REMOVE_FILE = "remove_file"
    SEE_RETENTION = "see_retention"
    IMPORT_HOUSE = "import_house"
    BUILD_PRACTICE_HOUSE = "build_practice_house"
    BACK_UP = "back_up"
    RESTORE = "restore"


_U = UseCase
_ALL = frozenset(Role)
_PLANNERS = frozenset({Role.COORDINATOR, Role.MANAGER})
_BEDSIDE = frozenset({Role.COORDINATOR, Role.CARE, Role.MANAGER})
_FINANCE = frozenset({Role.ADMINISTRATOR, Role.MANAGER})
_FUNDING = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR, Role.MANAGER})
_MANAGER = frozenset({Role.MANAGER})

ALLOWED: dict[UseCase, frozenset[Role]] = {
    _U.START_DAY: _ALL,
    _U.SEE_TODAY: _ALL,
    _U.SEE_PLANNING: _ALL,
    _U.PLACE_BOOKING: _PLANNERS,
    _U.MOVE_BOOKING: _PLANNERS,
    _U.CONFIRM_BOOKING: _PLANNERS,
    _U.CANCEL_BOOKING: _PLANNERS,
    _U.REVIVE_BOOKING: _PLANNERS,
    _U.CHECK_IN: _BEDSIDE,
    _U.CHECK_OUT: _BEDSIDE,
    _U.RECORD_ABSENCE: _BEDSIDE,
    _U.CLOSE_BEDS: _PLANNERS,
    _U.FIND_GUESTS: _ALL,
    _U.SEE_GUEST: _ALL,
    _U.SEE_BSN: _FUNDING,
    _U.SEE_FUNDING: _FUNDING,
    _U.SEE_CARE: _BEDSIDE,
    _U.SEE_CARER: _PLANNERS,
    _U.REGISTER_GUEST: _PLANNERS,
    _U.CHANGE_GUEST: _PLANNERS,
    _U.MERGE_FILES: _PLANNERS,
    _U.CHANGE_CARE: _BEDSIDE,
    _U.CHANGE_CONTACTS: _PLANNERS,
    _U.CHANGE_CARER: _PLANNERS,
    _U.CHANGE_MEDICATION: _BEDSIDE,
    _U.CHECK_MEDICATION: _BEDSIDE,
    _U.CHANGE_FUNDING: _FUNDING,
    _U.SEE_CARE_DOCUMENTS: _BEDSIDE,
    _U.SEE_LEGAL_DOCUMENTS: _ALL,
    _U.SEE_FUNDING_DOCUMENTS: _FUNDING,
    _U.ATTACH_DOCUMENT: _ALL,  # of the kinds that the role sees
    _U.COPY_DOCUMENT: _FUNDING,  # a copy lies open outside the house
    _U.REMOVE_DOCUMENT: _PLANNERS,
    _U.RECORD_CONSENT: _BEDSIDE,
    _U.PRINT_MISSING_SHEET: _BEDSIDE,
    _U.SEE_HANDOVER: _BEDSIDE,
    _U.WRITE_NOTE: _BEDSIDE,
    _U.ACKNOWLEDGE_HANDOVER: _BEDSIDE,
    _U.DO_TASK: _BEDSIDE,
    _U.PRINT_HANDOVER: _BEDSIDE,
    _U.SEE_TRAJECTORIES: _PLANNERS,
    _U.OPEN_TRAJECTORY: _PLANNERS,
    _U.ADVANCE_TRAJECTORY: _PLANNERS,
    _U.SEE_DECLARATIONS: _FINANCE,
    _U.ANSWER_QUESTION: _FINANCE,
    _U.FIX_DECLARATION: _FINANCE,
    _U.PRINT_DECLARATION: _FINANCE,
    _U.CHANGE_HOUSE: _MANAGER,
    _U.CHANGE_PAYERS: _FINANCE,  # who declares also notes who pays, and how much
    _U.MANAGE_USERS: _MANAGER,
    _U.KEEP_DRAFT: _ALL,
    _U.CHANGE_OWN_PASSWORD: _ALL,
    _U.CHANGE_OWN_SECOND_FACTOR: _ALL,
    _U.SEE_AUDIT: _MANAGER,
    _U.EXPORT_HOUSE: _MANAGER,
    _U.EXPORT_GUEST: _MANAGER,
    _U.RECORD_REQUEST: _PLANNERS,  # a family asks whoever is at the desk; what is done with it the manager decides
    _U.DECIDE_REQUEST: _MANAGER,
    _U.RESTRICT_FILE: _MANAGER,
    _U.REMOVE_FILE: _MANAGER,
    _U.SEE_RETENTION: _MANAGER,
    _U.IMPORT_HOUSE: _MANAGER,
    _U.BUILD_PRACTICE_HOUSE: _MANAGER,
    _U.BACK_UP: _ALL,  # closing the window makes one, whoever closes it
    _U.RESTORE: _MANAGER,
}


def is_allowed(role: Role, use_case: UseCase) -> bool:
    return role in ALLOWED[use_case]
