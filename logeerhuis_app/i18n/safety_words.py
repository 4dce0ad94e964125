"""What the safety banner says, in words: one source for screens and prints.

Order is fixed: allergy, resuscitation, then the alerts from red to information. The four allergy labels are whole
sentences of their own; an unknown is never worded like a «none».
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from logeerhuis_app.domain.care import (
    LIFE_RISK,
    SEVERITY_ORDER,
    AllergyStatus,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.partial_dates import age_words, birth_words
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestRef, SafetyBanner


class Subject(Enum):
    """What a statement is about."""

    ALLERGY = "allergy"
    RESUSCITATION = "resuscitation"
    ALERT = "alert"


@dataclass(frozen=True)
class SafetyLine:
    """One statement. ``is_unknown``: nobody knows yet, which is shown apart from every answer."""

    severity: Severity
    text: str
    action: str = ""
    is_unknown: bool = False
    subject: Subject = Subject.ALERT

    @property
    def in_full(self) -> str:
        """Statement and action as one sentence, for tooltip, screen reader and print."""
        return f"{self.text}: {self.action}" if self.action else self.text


def safety_words(banner: SafetyBanner) -> list[SafetyLine]:
    """Everything on the banner; at least the allergy and the resuscitation line are always there."""
    alerts = sorted(banner.alerts, key=lambda alert: SEVERITY_ORDER[alert.severity])
    allergies = (replace(line, subject=Subject.ALLERGY) for line in allergy_words(banner))
    resuscitation = replace(resuscitation_words(banner), subject=Subject.RESUSCITATION)
    return [*allergies, resuscitation, *(alert_words(alert) for alert in alerts)]


def identity_words(guest: GuestRef) -> str:
    """«14-03-1949 (77)»: the second identifier, always beside the name."""
    return f"{birth_words(guest.born)} ({age_words(guest.born, guest.age)})"


def allergy_words(banner: SafetyBanner) -> list[SafetyLine]:
    status = banner.allergy_status
    if status is AllergyStatus.NOT_ASKED:
        return [SafetyLine(Severity.RED, _("ALLERGY NOT ASKED"), _("ask before anything is given"), is_unknown=True)]
    if status is AllergyStatus.UNAVAILABLE:
        return [SafetyLine(Severity.AMBER, _("Allergy: data not available"), is_unknown=True)]
    if status is AllergyStatus.NONE_KNOWN:
        return [_none_known(banner.allergy_confirmed_on)]
    if not banner.allergies:
        return [SafetyLine(Severity.RED, _("Allergy: known, but the substance is not filled in"), is_unknown=True)]
    return [_allergy(row) for row in sorted(banner.allergies, key=lambda row: row.criticality not in LIFE_RISK)]


def resuscitation_words(banner: SafetyBanner) -> SafetyLine:
    choice, on, text = banner.resuscitation, banner.resuscitation_on, banner.resuscitation_text
    if choice is Resuscitation.NOT_DISCUSSED and banner.allergy_status is AllergyStatus.UNAVAILABLE:
        return SafetyLine(Severity.AMBER, _("Resuscitation: data not available"), is_unknown=True)
    if choice is Resuscitation.NOT_DISCUSSED:
        return SafetyLine(Severity.AMBER, _("Resuscitation: not discussed"), text, is_unknown=True)
    if choice is Resuscitation.YES:
        return SafetyLine(Severity.INFO, _with_date(_("Resuscitation: yes"), on), text)
    if choice is Resuscitation.NO:
        return SafetyLine(Severity.RED, _with_date(_("Resuscitation: no"), on), text)
    said = text or _("otherwise, not written down how")
    return SafetyLine(Severity.RED, _with_date(_("Resuscitation: {wish}").format(wish=said), on), is_unknown=not text)


def alert_words(alert: AlertRow) -> SafetyLine:
    return SafetyLine(alert.severity, capital(alert.name), alert.action)


def _none_known(confirmed_on: date | None) -> SafetyLine:
    if confirmed_on is None:
        return SafetyLine(Severity.AMBER, _("Allergy: none known, not confirmed"), is_unknown=True)
    return SafetyLine(Severity.INFO, _("Allergy: none known ({date})").format(date=date_numeric(confirmed_on)))


def _allergy(row: AllergyRow) -> SafetyLine:
    """«Geen penicilline (anafylaxie)»; red where the reaction can kill."""
    severity = Severity.RED if row.criticality in LIFE_RISK else Severity.AMBER
    reaction = row.reaction or _("reaction unknown")
    if row.sensitivity is Sensitivity.INTOLERANCE:
        reaction = _("{reaction}, intolerance").format(reaction=reaction)
    rescue = _("emergency medicine: {rescue}").format(rescue=row.rescue) if row.rescue else ""
    return SafetyLine(severity, _("No {agent} ({reaction})").format(agent=row.agent, reaction=reaction), rescue)


def _with_date(text: str, on: date | None) -> str:
    if on is None:
        return _("{statement} (date not filled in)").format(statement=text)
    return _("{statement} (discussed {date})").format(statement=text, date=date_numeric(on))
