"""Invented guests and banners for widget tests and the gallery."""

from datetime import date

from logeerhuis_app.domain.care import AllergyStatus, Criticality, Resuscitation, Sensitivity, Severity
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestRef, SafetyBanner

PIET = GuestRef(1, "2026-001", "Piet van den Berg", PartialDate(1949, 3, 14), 77, "Helmond")
RITA = GuestRef(2, "2026-002", "Rita Jansen", PartialDate(1940, 12, 11), 85, "Gemert-Bakel", has_namesake=True)


def allergy(
    agent: str, reaction: str = "anafylaxie", criticality: Criticality = Criticality.FATAL, rescue: str = ""
) -> AllergyRow:
    return AllergyRow(1, agent, reaction, criticality, Sensitivity.ALLERGY, rescue)


def alert(name: str, severity: Severity = Severity.AMBER, action: str = "deuralarm aan") -> AlertRow:
    return AlertRow(1, name, action, severity)


def banner_piet() -> SafetyBanner:
    """As in the picture of the guest file."""
    return SafetyBanner(
        PIET,
        AllergyStatus.KNOWN,
        (allergy("penicilline", rescue="adrenalinepen in de medicijnkast, bel 112"),),
        resuscitation=Resuscitation.NO,
        resuscitation_on=date(2026, 2, 12),
        alerts=(
            alert("katheter", action="zak legen om 22:00"),
            alert("dwaalt 's nachts"),
            alert("valrisico", action="rollator naast het bed"),
        ),
    )


def banner_rita() -> SafetyBanner:
    """Nothing was asked yet."""
    return SafetyBanner(RITA, AllergyStatus.NOT_ASKED)


def banner_none_known() -> SafetyBanner:
    return SafetyBanner(
        PIET,
        AllergyStatus.NONE_KNOWN,
        allergy_confirmed_on=date(2026, 11, 18),
        resuscitation=Resuscitation.YES,
        resuscitation_on=date(2026, 1, 2),
    )


def banner_with_many_reds(allergies: int = 6) -> SafetyBanner:
    return SafetyBanner(
        PIET,
        AllergyStatus.KNOWN,
        tuple(allergy(f"stof {number}") for number in range(1, allergies + 1)),
        resuscitation=Resuscitation.NO,
        resuscitation_on=date(2026, 2, 12),
    )
