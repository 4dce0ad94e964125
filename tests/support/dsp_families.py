"""What a report tells about six families that stayed in a guest house, and nothing else.

Source: DSP-groep, Opbrengsten van drie pilots structurele logeerzorg voor ouderen (3 maart 2021), §7.1, §8.1 and §9.1:
profiles that the report put together from data and interviews; no real people. Surnames, birth dates, numbers,
medicines, allergies, diets and agreements are not in it: those were not asked.
"""

from dataclasses import dataclass, field

from logeerhuis_app.domain.care import CareTopic, MedicationCare
from logeerhuis_app.domain.guests import Gender, HelpKind, MaritalStatus, Relationship
from logeerhuis_app.domain.health import ProblemKind

REPORT_YEAR = 2021
HELP = "help"


@dataclass(frozen=True)
class Condition:
    kind: ProblemKind
    name: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Family:
    """``answers``: code and words by question; one that is missing was not asked. ``age``: as the report has it."""

    given_name: str
    age: int
    gender: Gender
    town: str
    lives_with: str
    marital_status: MaritalStatus
    conditions: tuple[Condition, ...]
    contacts: tuple[tuple[str, Relationship], ...]
    help_at_home: tuple[tuple[HelpKind, str], ...]
    answers: dict[CareTopic, tuple[str, str]] = field(default_factory=dict)
    medication_care: MedicationCare | None = None


FAMILIES = {
    "johan": Family(
        *("Johan", 78, Gender.MALE, "Zeist", "woont samen met Carla", MaritalStatus.MARRIED),
        conditions=(
            Condition(ProblemKind.DEMENTIA, detail="veel geheugenproblematiek"),
            Condition(ProblemKind.OTHER, "somatische klachten"),
        ),
        contacts=(("Carla", Relationship.SPOUSE),),
        help_at_home=(
            (HelpKind.DAY_CARE, "4 dagdelen per week"),
            (HelpKind.DISTRICT_NURSING, "3 of 4 dagen per week"),
            (HelpKind.HOUSEHOLD, "een keer in de twee weken"),
            (HelpKind.CASE_MANAGEMENT, "regelmatig contact"),
        ),
        answers={
            CareTopic.MOBILITY: ("limited", ""),
            CareTopic.ADL_OVERALL: ("partly_to_fully", ""),
            CareTopic.WASHING: (HELP, ""),
            CareTopic.DRESSING: (HELP, ""),
            CareTopic.EATING: (HELP, ""),
            CareTopic.MEMORY: ("", "veel geheugenproblematiek"),
        },
        medication_care=MedicationCare.HELP,
    ),
    "ida": Family(
        *("Ida", 86, Gender.FEMALE, "Korendijk", "woont in bij zoon Jeroen", MaritalStatus.WIDOWED),
        conditions=(Condition(ProblemKind.OTHER, "longproblemen"), Condition(ProblemKind.OTHER, "hartproblemen")),
        contacts=(("Jeroen", Relationship.SON),),
        help_at_home=((HelpKind.DISTRICT_NURSING, "dagelijks"),),
        answers={
            CareTopic.VISION: ("limited", "slechtziend"),
            CareTopic.ADL_OVERALL: ("partly_to_fully", ""),
            CareTopic.WASHING: (HELP, ""),
            CareTopic.DRESSING: (HELP, ""),
            CareTopic.TOILET: (HELP, ""),
        },
    ),
    "jan": Family(
        *("Jan", 75, Gender.MALE, "Oud-Beijerland", "woont samen met Gerda", MaritalStatus.MARRIED),
        conditions=(
            Condition(ProblemKind.KIDNEY_FAILURE),
            Condition(ProblemKind.DIABETES),
            Condition(ProblemKind.NEUROLOGICAL),
            Condition(ProblemKind.MEMORY),
        ),
        contacts=(("Gerda", Relationship.SPOUSE),),
        help_at_home=(
            (HelpKind.DISTRICT_NURSING, "dagelijks"),
            (HelpKind.DAY_CARE, "drie keer per week"),
            (HelpKind.HOUSEHOLD, "een keer per week"),
            (HelpKind.NEIGHBOURS, "houden een oogje in het zeil"),
        ),
        answers={
            CareTopic.MOBILITY: ("wheelchair", ""),
            CareTopic.TRANSFER: (HELP, "in en uit bed"),
            CareTopic.AIDS: ("wheelchair", ""),
            CareTopic.ADL_OVERALL: ("partly_to_fully", ""),
            CareTopic.WASHING: (HELP, ""),
            CareTopic.DRESSING: (HELP, ""),
            CareTopic.EATING: (HELP, ""),
            CareTopic.NIGHT_TOILET: ("", "hulp nodig als hij 's nachts naar het toilet moet"),
        },
        medication_care=MedicationCare.HELP,
    ),
    "jannie": Family(
        *("Jannie", 86, Gender.FEMALE, "Strijen", "woont alleen", MaritalStatus.WIDOWED),
        conditions=(Condition(ProblemKind.OTHER, "hartproblemen"), Condition(ProblemKind.DEMENTIA)),
        contacts=(("Yvonne", Relationship.DAUGHTER), ("Hanneke", Relationship.DAUGHTER)),
        help_at_home=(
            (HelpKind.DISTRICT_NURSING, "dagelijks"),
            (HelpKind.HOUSEHOLD, ""),
            (HelpKind.DAY_CARE, "drie dagen per week"),
            (HelpKind.TRANSPORT, "vrijwilligers, naar de dagbesteding"),
        ),
        answers={
            CareTopic.MOBILITY: ("wheelchair", ""),
            CareTopic.AIDS: ("wheelchair", ""),
            CareTopic.ADL_OVERALL: ("fully", ""),
            CareTopic.WASHING: (HELP, ""),
            CareTopic.DRESSING: (HELP, ""),
            CareTopic.EATING: (HELP, ""),
        },
        medication_care=MedicationCare.HELP,
    ),
    "piet": Family(
        *("Piet", 77, Gender.MALE, "Helmond", "woont samen met Margreet", MaritalStatus.MARRIED),
        conditions=(
            Condition(ProblemKind.DEMENTIA, detail="met gedragsproblemen"),
            Condition(ProblemKind.OTHER, "hartproblemen"),
        ),
        contacts=(("Margreet", Relationship.SPOUSE),),
        help_at_home=(
            (HelpKind.DISTRICT_NURSING, "5 keer per week"),
            (HelpKind.DAY_CARE, "3 keer per week"),
            (HelpKind.HOUSEHOLD, "1 keer per week"),
            (HelpKind.CASE_MANAGEMENT, "regelmatig contact"),
        ),
        answers={
            CareTopic.MOBILITY: ("limited", ""),
            CareTopic.ADL_OVERALL: ("partly", ""),
            CareTopic.WASHING: (HELP, ""),
            CareTopic.DRESSING: (HELP, ""),
            CareTopic.CATHETER: ("", "heeft een katheter en hulp daarbij"),
            CareTopic.NIGHT_WAKES: ("", "wordt met regelmaat wakker en heeft dan hulp nodig"),
            CareTopic.BEHAVIOUR: ("", "gedragsproblemen door dementie; kan regelmatig goed mopperen"),
        },
        medication_care=MedicationCare.HELP,
    ),
    "rita": Family(
        *("Rita", 85, Gender.FEMALE, "Gemert-Bakel", "woont alleen", MaritalStatus.WIDOWED),
        conditions=(
            Condition(ProblemKind.DEMENTIA),
            Condition(ProblemKind.OTHER, "hersenletsel", "als gevolg van een beroerte"),
        ),
        contacts=(("Annemarie", Relationship.DAUGHTER), ("Yvonne", Relationship.DAUGHTER)),
        help_at_home=((HelpKind.DISTRICT_NURSING, "dagelijks"), (HelpKind.DAY_CARE, "drie keer per week")),
        answers={CareTopic.EATING: (HELP, "")},
        medication_care=MedicationCare.HELP,
    ),
}
