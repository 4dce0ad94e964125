"""What the coded values of medicines are called on screen and paper.

Units are written out where the short form is misread: «microgram» and never «µg», «eenheden» and never «E».
"""

from enum import Enum

from logeerhuis_app.domain import medication as med
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    med.StrengthUnit: (
        "StrengthUnit",
        {
            med.StrengthUnit.MG: NP_("StrengthUnit", "mg"),
            med.StrengthUnit.G: NP_("StrengthUnit", "g"),
            med.StrengthUnit.MICROGRAM: NP_("StrengthUnit", "microgram"),
            med.StrengthUnit.IE: NP_("StrengthUnit", "IE"),
            med.StrengthUnit.MMOL: NP_("StrengthUnit", "mmol"),
            med.StrengthUnit.ML: NP_("StrengthUnit", "ml"),
            med.StrengthUnit.PERCENT: NP_("StrengthUnit", "%"),
            med.StrengthUnit.MG_ML: NP_("StrengthUnit", "mg/ml"),
            med.StrengthUnit.MICROGRAM_ML: NP_("StrengthUnit", "microgram/ml"),
            med.StrengthUnit.IE_ML: NP_("StrengthUnit", "IE/ml"),
            med.StrengthUnit.MG_G: NP_("StrengthUnit", "mg/g"),
            med.StrengthUnit.MICROGRAM_HOUR: NP_("StrengthUnit", "microgram/hour"),
            med.StrengthUnit.MG_DAY: NP_("StrengthUnit", "mg/24 hours"),
            med.StrengthUnit.MICROGRAM_DOSE: NP_("StrengthUnit", "microgram/dose"),
        },
    ),
    med.DoseUnit: (
        "DoseUnit",
        {
            med.DoseUnit.TABLET: NP_("DoseUnit", "tablet"),
            med.DoseUnit.CAPSULE: NP_("DoseUnit", "capsule"),
            med.DoseUnit.MG: NP_("DoseUnit", "mg"),
            med.DoseUnit.G: NP_("DoseUnit", "g"),
            med.DoseUnit.MICROGRAM: NP_("DoseUnit", "microgram"),
            med.DoseUnit.ML: NP_("DoseUnit", "ml"),
            med.DoseUnit.IE: NP_("DoseUnit", "unit (IE)"),
            med.DoseUnit.DROP: NP_("DoseUnit", "drop"),
            med.DoseUnit.PUFF: NP_("DoseUnit", "puff"),
            med.DoseUnit.SPRAY: NP_("DoseUnit", "spray"),
            med.DoseUnit.PATCH: NP_("DoseUnit", "patch"),
            med.DoseUnit.SACHET: NP_("DoseUnit", "sachet"),
            med.DoseUnit.SUPPOSITORY: NP_("DoseUnit", "suppository"),
            med.DoseUnit.AMPOULE: NP_("DoseUnit", "ampoule"),
            med.DoseUnit.PIECE: NP_("DoseUnit", "piece"),
            med.DoseUnit.TIMES: NP_("DoseUnit", "times"),
        },
    ),
    med.MedicineForm: (
        "MedicineForm",
        {
            med.MedicineForm.TABLET: NP_("MedicineForm", "tablet"),
            med.MedicineForm.CAPSULE: NP_("MedicineForm", "capsule"),
            med.MedicineForm.LIQUID: NP_("MedicineForm", "liquid"),
            med.MedicineForm.DROPS: NP_("MedicineForm", "drops"),
            med.MedicineForm.POWDER: NP_("MedicineForm", "powder or sachet"),
            med.MedicineForm.SUPPOSITORY: NP_("MedicineForm", "suppository"),
            med.MedicineForm.ENEMA: NP_("MedicineForm", "enema"),
            med.MedicineForm.PATCH: NP_("MedicineForm", "patch"),
            med.MedicineForm.CREAM: NP_("MedicineForm", "cream or ointment"),
            med.MedicineForm.INJECTION: NP_("MedicineForm", "injection"),
            med.MedicineForm.INHALER: NP_("MedicineForm", "inhaler"),
            med.MedicineForm.SPRAY: NP_("MedicineForm", "spray"),
            med.MedicineForm.EYE_DROPS: NP_("MedicineForm", "eye drops or ointment"),
            med.MedicineForm.OTHER: NP_("MedicineForm", "other"),
        },
    ),
    med.Route: (
        "Route",
        {
            med.Route.ORAL: NP_("Route", "by mouth"),
            med.Route.PATCH: NP_("Route", "patch on the skin"),
            med.Route.INJECTION: NP_("Route", "injection"),
            med.Route.INHALATION: NP_("Route", "inhaled"),
            med.Route.EYE: NP_("Route", "in the eye"),
            med.Route.EAR: NP_("Route", "in the ear"),
            med.Route.NOSE: NP_("Route", "in the nose"),
            med.Route.RECTAL: NP_("Route", "rectal"),
            med.Route.SKIN: NP_("Route", "on the skin"),
            med.Route.TUBE: NP_("Route", "through the tube"),
        },
    ),
    med.DayPart: (
        "DayPart",
        {
            med.DayPart.MORNING: NP_("DayPart", "morning"),
            med.DayPart.AFTERNOON: NP_("DayPart", "afternoon"),
            med.DayPart.EVENING: NP_("DayPart", "evening"),
            med.DayPart.NIGHT: NP_("DayPart", "night"),
        },
    ),
    med.Weekday: (
        "Weekday",
        {
            med.Weekday.MONDAY: NP_("Weekday", "Monday"),
            med.Weekday.TUESDAY: NP_("Weekday", "Tuesday"),
            med.Weekday.WEDNESDAY: NP_("Weekday", "Wednesday"),
            med.Weekday.THURSDAY: NP_("Weekday", "Thursday"),
            med.Weekday.FRIDAY: NP_("Weekday", "Friday"),
            med.Weekday.SATURDAY: NP_("Weekday", "Saturday"),
            med.Weekday.SUNDAY: NP_("Weekday", "Sunday"),
        },
    ),
    med.Rhythm: (
        "Rhythm",
        {
            med.Rhythm.DAILY: NP_("Rhythm", "every day"),
            med.Rhythm.WEEKLY: NP_("Rhythm", "on fixed days of the week"),
            med.Rhythm.INTERVAL: NP_("Rhythm", "every so many days, weeks or months"),
        },
    ),
    med.Period: (
        "Period",
        {
            med.Period.DAY: NP_("Period", "day (24 hours)"),
            med.Period.WEEK: NP_("Period", "week"),
            med.Period.MONTH: NP_("Period", "month"),
        },
    ),
    med.StopType: (
        "StopType",
        {
            med.StopType.TEMPORARY: NP_("StopType", "stopped for now"),
            med.StopType.STOPPED: NP_("StopType", "stopped for good"),
        },
    ),
    med.CountMoment: (
        "CountMoment",
        {
            med.CountMoment.BROUGHT: NP_("CountMoment", "brought"),
            med.CountMoment.RETURNED: NP_("CountMoment", "given back"),
        },
    ),
    med.HighRisk: (
        "HighRisk",
        {
            med.HighRisk.INSULIN: NP_("HighRisk", "insulin"),
            med.HighRisk.ANTICOAGULANT: NP_("HighRisk", "blood thinner"),
            med.HighRisk.OPIOID: NP_("HighRisk", "opioid"),
            med.HighRisk.CYTOSTATIC: NP_("HighRisk", "cytostatic or methotrexate"),
        },
    ),
    med.Packaging: (
        "Packaging",
        {
            med.Packaging.GDS: NP_("Packaging", "roll of the pharmacy (GDS)"),
            med.Packaging.LOOSE: NP_("Packaging", "loose boxes"),
            med.Packaging.WEEK_BOX: NP_("Packaging", "week box"),
        },
    ),
}
