"""What the coded values of conditions and allergic reactions are called."""

from enum import Enum

from logeerhuis_app.domain import health
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    health.ProblemKind: (
        "ProblemKind",
        {
            health.ProblemKind.DEMENTIA: NP_("ProblemKind", "dementia"),
            health.ProblemKind.PARKINSON: NP_("ProblemKind", "Parkinson's disease"),
            health.ProblemKind.STROKE: NP_("ProblemKind", "stroke"),
            health.ProblemKind.HEART_FAILURE: NP_("ProblemKind", "heart failure"),
            health.ProblemKind.COPD: NP_("ProblemKind", "COPD"),
            health.ProblemKind.ASTHMA: NP_("ProblemKind", "asthma"),
            health.ProblemKind.DIABETES: NP_("ProblemKind", "diabetes"),
            health.ProblemKind.KIDNEY_FAILURE: NP_("ProblemKind", "kidney failure"),
            health.ProblemKind.CANCER: NP_("ProblemKind", "cancer"),
            health.ProblemKind.RHEUMATISM: NP_("ProblemKind", "rheumatism"),
            health.ProblemKind.CHRONIC_PAIN: NP_("ProblemKind", "chronic pain"),
            health.ProblemKind.MEMORY: NP_("ProblemKind", "memory problems"),
            health.ProblemKind.NEUROLOGICAL: NP_("ProblemKind", "neurological condition"),
            health.ProblemKind.OTHER: NP_("ProblemKind", "other"),
        },
    ),
    health.DementiaStage: (
        "DementiaStage",
        {
            health.DementiaStage.SUSPECTED: NP_("DementiaStage", "suspected"),
            health.DementiaStage.EARLY: NP_("DementiaStage", "early"),
            health.DementiaStage.ADVANCED: NP_("DementiaStage", "advanced"),
            health.DementiaStage.FAR_ADVANCED: NP_("DementiaStage", "far advanced"),
        },
    ),
    health.Verification: (
        "Verification",
        {
            health.Verification.SUSPECTED: NP_("Verification", "suspected"),
            health.Verification.TOLD: NP_("Verification", "told by guest or family"),
            health.Verification.CONFIRMED: NP_("Verification", "confirmed by a doctor"),
            health.Verification.REFUTED: NP_("Verification", "refuted"),
        },
    ),
    health.EuAllergen: (
        "EuAllergen",
        {
            health.EuAllergen.GLUTEN: NP_("EuAllergen", "cereals with gluten"),
            health.EuAllergen.CRUSTACEANS: NP_("EuAllergen", "crustaceans"),
            health.EuAllergen.EGGS: NP_("EuAllergen", "egg"),
            health.EuAllergen.FISH: NP_("EuAllergen", "fish"),
            health.EuAllergen.PEANUTS: NP_("EuAllergen", "peanut"),
            health.EuAllergen.SOY: NP_("EuAllergen", "soy"),
            health.EuAllergen.MILK: NP_("EuAllergen", "milk (with lactose)"),
            health.EuAllergen.NUTS: NP_("EuAllergen", "nuts"),
            health.EuAllergen.CELERY: NP_("EuAllergen", "celery"),
            health.EuAllergen.MUSTARD: NP_("EuAllergen", "mustard"),
            health.EuAllergen.SESAME: NP_("EuAllergen", "sesame"),
            health.EuAllergen.SULPHITES: NP_("EuAllergen", "sulphite"),
            health.EuAllergen.LUPIN: NP_("EuAllergen", "lupin"),
            health.EuAllergen.MOLLUSCS: NP_("EuAllergen", "molluscs"),
        },
    ),
    health.Reaction: (
        "Reaction",
        {
            health.Reaction.ANAPHYLAXIS: NP_("Reaction", "anaphylaxis"),
            health.Reaction.ANGIOEDEMA: NP_("Reaction", "angioedema"),
            health.Reaction.BREATHLESSNESS: NP_("Reaction", "breathlessness"),
            health.Reaction.HIVES: NP_("Reaction", "hives"),
            health.Reaction.ITCHING: NP_("Reaction", "itching"),
            health.Reaction.RASH: NP_("Reaction", "rash"),
            health.Reaction.NAUSEA: NP_("Reaction", "nausea or vomiting"),
            health.Reaction.DIARRHOEA: NP_("Reaction", "diarrhoea"),
            health.Reaction.FEVER: NP_("Reaction", "fever"),
        },
    ),
    health.ReactionSeverity: (
        "ReactionSeverity",
        {
            health.ReactionSeverity.MILD: NP_("ReactionSeverity", "mild"),
            health.ReactionSeverity.MODERATE: NP_("ReactionSeverity", "moderate"),
            health.ReactionSeverity.SEVERE: NP_("ReactionSeverity", "severe"),
        },
    ),
}
