"""Conditions, and what an allergy is about and does."""

from enum import StrEnum


class ProblemKind(StrEnum):
    """zib Probleem: ProbleemNaam. The house's own short list; everything else is written in words."""

    DEMENTIA = "dementia"
    PARKINSON = "parkinson"
    STROKE = "stroke"
    HEART_FAILURE = "heart_failure"
    COPD = "copd"
    ASTHMA = "asthma"
    DIABETES = "diabetes"
    KIDNEY_FAILURE = "kidney_failure"
    CANCER = "cancer"
    RHEUMATISM = "rheumatism"
    CHRONIC_PAIN = "chronic_pain"
    MEMORY = "memory"  # lighter than dementia
    NEUROLOGICAL = "neurological"
    OTHER = "other"


class DementiaStage(StrEnum):
    """How far a dementia is, in the families' own words; empty means not asked."""

    SUSPECTED = "suspected"
    EARLY = "early"
    ADVANCED = "advanced"
    FAR_ADVANCED = "far_advanced"


class Verification(StrEnum):
    """zib Probleem: VerificatieStatus; empty means not asked."""

    SUSPECTED = "suspected"  # de familie vermoedt het
    TOLD = "told"  # gezegd door gast of familie
    CONFIRMED = "confirmed"  # vastgesteld door een arts
    REFUTED = "refuted"


class EuAllergen(StrEnum):
    """The fourteen allergens that food must name. Source: Regulation (EU) No 1169/2011, Annex II."""

    GLUTEN = "gluten"
    CRUSTACEANS = "crustaceans"
    EGGS = "eggs"
    FISH = "fish"
    PEANUTS = "peanuts"
    SOY = "soy"
    MILK = "milk"
    NUTS = "nuts"
    CELERY = "celery"
    MUSTARD = "mustard"
    SESAME = "sesame"
    SULPHITES = "sulphites"
    LUPIN = "lupin"
    MOLLUSCS = "molluscs"


class Reaction(StrEnum):
    """zib AllergieIntolerantie: Symptoom."""

    ANAPHYLAXIS = "anaphylaxis"
    ANGIOEDEMA = "angioedema"
    BREATHLESSNESS = "breathlessness"
    HIVES = "hives"
    ITCHING = "itching"
    RASH = "rash"
    NAUSEA = "nausea"
    DIARRHOEA = "diarrhoea"
    FEVER = "fever"


class ReactionSeverity(StrEnum):
    """zib AllergieIntolerantie: Ernst; empty means not asked."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
