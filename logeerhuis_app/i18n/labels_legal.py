"""What the coded values of representation and treatment wishes are called."""

from enum import Enum

from logeerhuis_app.domain import legal
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    legal.Representation: (
        "Representation",
        {
            legal.Representation.MENTOR: NP_("Representation", "mentor"),
            legal.Representation.CURATOR: NP_("Representation", "curator"),
            legal.Representation.AUTHORISED: NP_("Representation", "authorised in writing"),
            legal.Representation.PARTNER: NP_("Representation", "partner"),
            legal.Representation.RELATIVE: NP_("Representation", "parent, child, brother, sister or grandchild"),
            legal.Representation.ADMINISTRATOR: NP_("Representation", "administrator (money only)"),
            legal.Representation.BUSINESS: NP_("Representation", "manages affairs"),
        },
    ),
    legal.Seen: (
        "Seen",
        {
            legal.Seen.NOT_ASKED: NP_("Seen", "not asked"),
            legal.Seen.YES: NP_("Seen", "paper seen"),
            legal.Seen.NO: NP_("Seen", "paper not seen yet"),
            legal.Seen.THERE_IS_NONE: NP_("Seen", "there is no paper"),
        },
    ),
    legal.Treatment: (
        "Treatment",
        {
            legal.Treatment.HOSPITAL: NP_("Treatment", "hospital admission"),
            legal.Treatment.INTENSIVE_CARE: NP_("Treatment", "intensive care"),
            legal.Treatment.VENTILATION: NP_("Treatment", "ventilation"),
            legal.Treatment.ANTIBIOTICS: NP_("Treatment", "antibiotics"),
            legal.Treatment.BLOOD: NP_("Treatment", "blood"),
        },
    ),
    legal.Directive: (
        "Directive",
        {
            legal.Directive.NOT_DISCUSSED: NP_("Directive", "not discussed"),
            legal.Directive.YES: NP_("Directive", "yes"),
            legal.Directive.NO: NP_("Directive", "no"),
            legal.Directive.OTHER: NP_("Directive", "otherwise"),
        },
    ),
    legal.LivingWillKind: (
        "LivingWillKind",
        {
            legal.LivingWillKind.NO_RESUSCITATION: NP_("LivingWillKind", "declaration not to resuscitate"),
            legal.LivingWillKind.AUTHORISATION: NP_("LivingWillKind", "authorisation"),
            legal.LivingWillKind.TREATMENT_BAN: NP_("LivingWillKind", "ban on treatment"),
            legal.LivingWillKind.LIFE_WISH: NP_("LivingWillKind", "declaration of a wish to live"),
            legal.LivingWillKind.EUTHANASIA: NP_("LivingWillKind", "request for euthanasia"),
            legal.LivingWillKind.EUTHANASIA_DEMENTIA: NP_(
                "LivingWillKind", "request for euthanasia with addition about dementia"
            ),
            legal.LivingWillKind.DONOR: NP_("LivingWillKind", "declaration about donation"),
            legal.LivingWillKind.OTHER: NP_("LivingWillKind", "other"),
        },
    ),
    legal.WzdStatus: (
        "WzdStatus",
        {
            legal.WzdStatus.NONE: NP_("WzdStatus", "none"),
            legal.WzdStatus.ARTICLE_21: NP_("WzdStatus", "decision on admission and stay (article 21)"),
            legal.WzdStatus.COURT_ORDER: NP_("WzdStatus", "court order"),
        },
    ),
}
