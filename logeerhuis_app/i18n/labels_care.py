"""What the coded values of care are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import care
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    care.AnswerState: (
        "AnswerState",
        {
            care.AnswerState.NOT_ASKED: NP_("AnswerState", "not asked"),
            care.AnswerState.UNKNOWN: NP_("AnswerState", "asked, unknown"),
            care.AnswerState.NONE: NP_("AnswerState", "none"),
            care.AnswerState.GIVEN: NP_("AnswerState", "filled in"),
        },
    ),
    care.AllergyStatus: (
        "AllergyStatus",
        {
            care.AllergyStatus.NOT_ASKED: NP_("AllergyStatus", "NOT ASKED"),
            care.AllergyStatus.NONE_KNOWN: NP_("AllergyStatus", "none known"),
            care.AllergyStatus.KNOWN: NP_("AllergyStatus", "known"),
            care.AllergyStatus.UNAVAILABLE: NP_("AllergyStatus", "data not available"),
        },
    ),
    care.Criticality: (
        "Criticality",
        {
            care.Criticality.MILD: NP_("Criticality", "mild"),
            care.Criticality.MODERATE: NP_("Criticality", "moderate"),
            care.Criticality.SEVERE: NP_("Criticality", "severe"),
            care.Criticality.FATAL: NP_("Criticality", "life-threatening"),
        },
    ),
    care.Sensitivity: (
        "Sensitivity",
        {
            care.Sensitivity.ALLERGY: NP_("Sensitivity", "allergy"),
            care.Sensitivity.INTOLERANCE: NP_("Sensitivity", "intolerance"),
        },
    ),
    care.AllergyCategory: (
        "AllergyCategory",
        {
            care.AllergyCategory.FOOD: NP_("AllergyCategory", "food"),
            care.AllergyCategory.MEDICATION: NP_("AllergyCategory", "medicine"),
            care.AllergyCategory.ENVIRONMENT: NP_("AllergyCategory", "environment"),
            care.AllergyCategory.SUBSTANCE: NP_("AllergyCategory", "substance"),
            care.AllergyCategory.OTHER: NP_("AllergyCategory", "other"),
        },
    ),
    care.Resuscitation: (
        "Resuscitation",
        {
            care.Resuscitation.NOT_DISCUSSED: NP_("Resuscitation", "not discussed"),
            care.Resuscitation.YES: NP_("Resuscitation", "yes"),
            care.Resuscitation.NO: NP_("Resuscitation", "no"),
            care.Resuscitation.OTHER: NP_("Resuscitation", "otherwise"),
        },
    ),
    care.AlertKind: (
        "AlertKind",
        {
            care.AlertKind.WANDERING: NP_("AlertKind", "wanders"),
            care.AlertKind.FALLING: NP_("AlertKind", "falls"),
            care.AlertKind.CHOKING: NP_("AlertKind", "chokes"),
            care.AlertKind.AGGRESSION: NP_("AlertKind", "aggression"),
            care.AlertKind.FIRE: NP_("AlertKind", "fire hazard"),
            care.AlertKind.INFECTION: NP_("AlertKind", "infection"),
            care.AlertKind.EPILEPSY: NP_("AlertKind", "epilepsy"),
            care.AlertKind.PACEMAKER: NP_("AlertKind", "pacemaker or ICD"),
            care.AlertKind.BLOOD_THINNER: NP_("AlertKind", "blood thinner"),
            care.AlertKind.INSULIN: NP_("AlertKind", "insulin"),
            care.AlertKind.OXYGEN: NP_("AlertKind", "oxygen"),
            care.AlertKind.CATHETER: NP_("AlertKind", "catheter"),
            care.AlertKind.RESISTANT_BACTERIA: NP_("AlertKind", "resistant bacteria (MRSA, BRMO)"),
            care.AlertKind.OTHER: NP_("AlertKind", "other"),
        },
    ),
    care.Severity: (
        "Severity",
        {
            care.Severity.RED: NP_("Severity", "life risk"),
            care.Severity.AMBER: NP_("Severity", "attention"),
            care.Severity.INFO: NP_("Severity", "information"),
        },
    ),
    care.Wandering: (
        "Wandering",
        {
            care.Wandering.NONE: NP_("Wandering", "does not wander"),
            care.Wandering.INDOORS: NP_("Wandering", "searches inside the house"),
            care.Wandering.LEAVES: NP_("Wandering", "leaves the house"),
            care.Wandering.MISSING_BEFORE: NP_("Wandering", "has been missing before"),
        },
    ),
    care.MedicationCare: (
        "MedicationCare",
        {
            care.MedicationCare.SELF: NP_("MedicationCare", "manages medicines alone"),
            care.MedicationCare.HELP: NP_("MedicationCare", "help needed with medicines"),
            care.MedicationCare.TAKEN_OVER: NP_("MedicationCare", "medicines taken over completely"),
        },
    ),
    care.DuringStay: (
        "DuringStay",
        {
            care.DuringStay.COMES_ALONG: NP_("DuringStay", "comes along"),
            care.DuringStay.TAKEN_OVER: NP_("DuringStay", "taken over by the house"),
            care.DuringStay.PAUSED: NP_("DuringStay", "paused"),
            care.DuringStay.OPEN: NP_("DuringStay", "still to be arranged"),
        },
    ),
    care.InfoScope: (
        "InfoScope",
        {
            care.InfoScope.EVERYTHING: NP_("InfoScope", "everything"),
            care.InfoScope.PRACTICAL: NP_("InfoScope", "practical matters only"),
            care.InfoScope.NOTHING: NP_("InfoScope", "nothing"),
        },
    ),
}
