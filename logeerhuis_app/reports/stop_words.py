"""The stop-signs as the papers word them: what comes first, in capitals that survive a black-and-white copy.

The statements are those of ``i18n.safety_words``; only a known allergy and «do not resuscitate» are worded for paper.
"""

from dataclasses import dataclass

from logeerhuis_app.domain.care import LIFE_RISK, SEVERITY_ORDER, AllergyStatus, Resuscitation, Sensitivity, Severity
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.safety_words import SafetyLine, alert_words, allergy_words, resuscitation_words
from logeerhuis_app.services.rows.guest import AllergyRow, SafetyBanner


@dataclass(frozen=True)
class StopLine:
    """«ALLERGIE: penicilline», «anafylaxie», «adrenalinepen in medicijnkast»."""

    head: str
    detail: str
    action: str
    severity: Severity


def stop_lines(banner: SafetyBanner) -> list[StopLine]:
    """Allergy and resuscitation whatever they are, then every red alert; never empty."""
    return [*_allergy_lines(banner), _resuscitation_line(banner), *_alert_lines(banner, {Severity.RED})]


def attention_lines(banner: SafetyBanner) -> list[StopLine]:
    """The alerts that are not red, amber first."""
    return _alert_lines(banner, {Severity.AMBER, Severity.INFO})


def _allergy_lines(banner: SafetyBanner) -> list[StopLine]:
    if banner.allergy_status is not AllergyStatus.KNOWN or not banner.allergies:
        return [_as_it_stands(line) for line in allergy_words(banner)]
    life_risk_first = sorted(banner.allergies, key=lambda row: row.criticality not in LIFE_RISK)
    return [_known_allergy(row) for row in life_risk_first]


def _known_allergy(row: AllergyRow) -> StopLine:
    head = _("INTOLERANCE: {agent}") if row.sensitivity is Sensitivity.INTOLERANCE else _("ALLERGY: {agent}")
    severity = Severity.RED if row.criticality in LIFE_RISK else Severity.AMBER
    return StopLine(head.format(agent=row.agent), row.reaction or _("reaction unknown"), row.rescue, severity)


def _resuscitation_line(banner: SafetyBanner) -> StopLine:
    if banner.resuscitation is not Resuscitation.NO:
        line = resuscitation_words(banner)
        return StopLine(line.text, line.action, "", line.severity)  # what stands there is said, not to be done
    on = banner.resuscitation_on
    discussed = _("discussed {date}").format(date=date_numeric(on)) if on else _("date not filled in")
    detail = " ".join(part for part in (discussed, _without_repeating(discussed, banner.resuscitation_text)) if part)
    return StopLine(_("DO NOT RESUSCITATE"), detail, "", Severity.RED)


def _without_repeating(start: str, text: str) -> str:
    """«besproken 12-02-2026» and «besproken met partner» need the word only once."""
    word = start.split()[0]
    return text[len(word) :].strip() if text.lower().startswith(f"{word.lower()} ") else text


def _alert_lines(banner: SafetyBanner, severities: set[Severity]) -> list[StopLine]:
    wanted = (alert for alert in banner.alerts if alert.severity in severities)
    return [
        StopLine(line.text.upper() if line.severity is Severity.RED else line.text, "", line.action, line.severity)
        for line in map(alert_words, sorted(wanted, key=lambda alert: SEVERITY_ORDER[alert.severity]))
    ]


def _as_it_stands(line: SafetyLine) -> StopLine:
    return StopLine(line.text, "", line.action, line.severity)
