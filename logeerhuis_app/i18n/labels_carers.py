"""What the facts about a carer and the questionnaires are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import carers, measures
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    carers.CarerFact: (
        "CarerFact",
        {
            carers.CarerFact.AGE: NP_("CarerFact", "age"),
            carers.CarerFact.CARING_SINCE: NP_("CarerFact", "caring since"),
            carers.CarerFact.HOURS_WEEK: NP_("CarerFact", "hours of care a week"),
            carers.CarerFact.TASKS: NP_("CarerFact", "tasks at home"),
            carers.CarerFact.WORK: NP_("CarerFact", "work"),
            carers.CarerFact.WORK_HOURS: NP_("CarerFact", "hours of work a week"),
            carers.CarerFact.SICK_LEAVE: NP_("CarerFact", "reports sick because of the care"),
            carers.CarerFact.HEALTH: NP_("CarerFact", "own health"),
            carers.CarerFact.LOAD: NP_("CarerFact", "how heavy is it"),
            carers.CarerFact.REASONS: NP_("CarerFact", "why respite"),
        },
    ),
    carers.CarerWork: (
        "CarerWork",
        {
            carers.CarerWork.NOT_ASKED: NP_("CarerWork", "not asked"),
            carers.CarerWork.UNKNOWN: NP_("CarerWork", "asked, unknown"),
            carers.CarerWork.NONE: NP_("CarerWork", "no paid work"),
            carers.CarerWork.EMPLOYED: NP_("CarerWork", "employed"),
            carers.CarerWork.SELF_EMPLOYED: NP_("CarerWork", "self-employed"),
            carers.CarerWork.RETIRED: NP_("CarerWork", "retired"),
        },
    ),
    carers.SickLeave: (
        "SickLeave",
        {
            carers.SickLeave.NOT_ASKED: NP_("SickLeave", "not asked"),
            carers.SickLeave.UNKNOWN: NP_("SickLeave", "asked, unknown"),
            carers.SickLeave.NO: NP_("SickLeave", "no"),
            carers.SickLeave.YES: NP_("SickLeave", "yes"),
        },
    ),
    carers.Complaint: (
        "Complaint",
        {
            carers.Complaint.BACK: NP_("Complaint", "back"),
            carers.Complaint.SLEEP: NP_("Complaint", "sleep"),
            carers.Complaint.STRESS: NP_("Complaint", "stress"),
            carers.Complaint.HEART: NP_("Complaint", "heart"),
            carers.Complaint.DIABETES: NP_("Complaint", "diabetes"),
            carers.Complaint.OTHER: NP_("Complaint", "something else"),
        },
    ),
    carers.HomeTask: (
        "HomeTask",
        {
            carers.HomeTask.WASHING: NP_("HomeTask", "washing"),
            carers.HomeTask.DRESSING: NP_("HomeTask", "dressing"),
            carers.HomeTask.EATING: NP_("HomeTask", "eating and drinking"),
            carers.HomeTask.MEDICINES: NP_("HomeTask", "medicines"),
            carers.HomeTask.TOILET: NP_("HomeTask", "toilet and continence"),
            carers.HomeTask.NIGHT: NP_("HomeTask", "help at night"),
            carers.HomeTask.COOKING: NP_("HomeTask", "cooking"),
            carers.HomeTask.HOUSEHOLD: NP_("HomeTask", "household"),
            carers.HomeTask.SHOPPING: NP_("HomeTask", "shopping"),
            carers.HomeTask.TRANSPORT: NP_("HomeTask", "going along and driving"),
            carers.HomeTask.ADMINISTRATION: NP_("HomeTask", "administration"),
            carers.HomeTask.WATCHING: NP_("HomeTask", "keeping watch and company"),
            carers.HomeTask.OTHER: NP_("HomeTask", "something else"),
        },
    ),
    carers.RespiteReason: (
        "RespiteReason",
        {
            carers.RespiteReason.BREATHING_SPACE: NP_("RespiteReason", "catch breath, prevent overload"),
            carers.RespiteReason.HOLIDAY: NP_("RespiteReason", "holiday"),
            carers.RespiteReason.FAMILY_ABROAD: NP_("RespiteReason", "visit family abroad"),
            carers.RespiteReason.ADMISSION: NP_("RespiteReason", "own admission to hospital"),
            carers.RespiteReason.RECOVERY: NP_("RespiteReason", "recover from an operation"),
            carers.RespiteReason.CHORES: NP_("RespiteReason", "chores at home, administration"),
            carers.RespiteReason.BRIDGING: NP_("RespiteReason", "waiting for a nursing home"),
            carers.RespiteReason.STAY_TOGETHER: NP_("RespiteReason", "stay together at home as long as possible"),
            carers.RespiteReason.OWN_LIFE: NP_("RespiteReason", "own life and contacts, something to look forward to"),
            carers.RespiteReason.OTHER: NP_("RespiteReason", "something else"),
        },
    ),
    measures.MeasureKind: (
        "MeasureKind",
        {
            measures.MeasureKind.CARERQOL: NP_("MeasureKind", "CarerQol-7D"),
            measures.MeasureKind.ENDURANCE: NP_("MeasureKind", "how long can you go on like this"),
            measures.MeasureKind.EDIZ_PLUS: NP_("MeasureKind", "EDIZ-plus (total)"),
            measures.MeasureKind.EDIZ: NP_("MeasureKind", "EDIZ (total)"),
            measures.MeasureKind.CSI: NP_("MeasureKind", "CSI (total)"),
        },
    ),
    measures.CarerQolItem: (
        "CarerQolItem",
        {
            measures.CarerQolItem.FULFILMENT: NP_("CarerQolItem", "fulfilment from caring"),
            measures.CarerQolItem.RELATIONSHIP: NP_("CarerQolItem", "problems with each other"),
            measures.CarerQolItem.MENTAL_HEALTH: NP_("CarerQolItem", "problems with own mental health"),
            measures.CarerQolItem.DAILY_ACTIVITIES: NP_("CarerQolItem", "problems fitting in daily things"),
            measures.CarerQolItem.FINANCES: NP_("CarerQolItem", "problems with money"),
            measures.CarerQolItem.SUPPORT: NP_("CarerQolItem", "support from others"),
            measures.CarerQolItem.PHYSICAL_HEALTH: NP_("CarerQolItem", "problems with own body"),
        },
    ),
    measures.HowMuch: (
        "HowMuch",
        {
            measures.HowMuch.NONE: NP_("HowMuch", "none"),
            measures.HowMuch.SOME: NP_("HowMuch", "some"),
            measures.HowMuch.LOT: NP_("HowMuch", "a lot"),
        },
    ),
    measures.Endurance: (
        "Endurance",
        {
            measures.Endurance.NO_LONGER: NP_("Endurance", "not any longer"),
            measures.Endurance.WEEKS: NP_("Endurance", "some weeks"),
            measures.Endurance.MONTHS: NP_("Endurance", "some months"),
            measures.Endurance.YEAR: NP_("Endurance", "about a year"),
            measures.Endurance.LONGER: NP_("Endurance", "longer than a year"),
        },
    ),
    measures.LoadClass: (
        "LoadClass",
        {
            measures.LoadClass.NONE: NP_("LoadClass", "no load"),
            measures.LoadClass.LIGHT: NP_("LoadClass", "light"),
            measures.LoadClass.MODERATE: NP_("LoadClass", "moderate"),
            measures.LoadClass.HEAVY: NP_("LoadClass", "heavy"),
            measures.LoadClass.BELOW: NP_("LoadClass", "below the limit of 7"),
            measures.LoadClass.OVERBURDENED: NP_("LoadClass", "overburdened"),
        },
    ),
    measures.Direction: (
        "Direction",
        {
            measures.Direction.BETTER: NP_("Direction", "higher is better"),
            measures.Direction.HEAVIER: NP_("Direction", "higher is heavier"),
            measures.Direction.LONGER: NP_("Direction", "higher is longer"),
        },
    ),
    measures.Series: (
        "Series",
        {
            measures.Series.CARERQOL: NP_("Series", "CarerQol-7D, sum"),
            measures.Series.HAPPINESS: NP_("Series", "mark of happiness"),
            measures.Series.ENDURANCE: NP_("Series", "how long can you go on like this"),
            measures.Series.EDIZ_PLUS: NP_("Series", "EDIZ-plus"),
            measures.Series.EDIZ: NP_("Series", "EDIZ"),
            measures.Series.CSI: NP_("Series", "CSI"),
        },
    ),
}
