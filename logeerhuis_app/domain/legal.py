"""Who may decide for a guest, what was agreed about treatment, and what the guest laid down."""

from enum import StrEnum


class Representation(StrEnum):
    """On what ground somebody decides for the guest, in the order in which the law looks for one.

    Source: art. 7:465 paragraph 3 BW (Wgbo). An administrator (bewindvoerder) decides about money only.
    """

    MENTOR = "mentor"
    CURATOR = "curator"
    AUTHORISED = "authorised"  # schriftelijk gemachtigde, ook bij levenstestament
    PARTNER = "partner"
    RELATIVE = "relative"  # ouder, kind, broer, zus, kleinkind
    ADMINISTRATOR = "administrator"  # bewindvoerder: money only
    BUSINESS = "business"  # zaakwaarnemer


ABOUT_MONEY_ONLY = frozenset({Representation.ADMINISTRATOR})


class Seen(StrEnum):
    """Whether somebody of the house saw the paper itself."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
    THERE_IS_NONE = "none"


class Treatment(StrEnum):
    """zib BehandelAanwijzing: Behandeling. Resuscitation stands apart, in the banner."""

    HOSPITAL = "hospital"
    INTENSIVE_CARE = "intensive_care"
    VENTILATION = "ventilation"
    ANTIBIOTICS = "antibiotics"
    BLOOD = "blood"


class Directive(StrEnum):
    """zib BehandelAanwijzing: BehandelBesluit. No row means «not discussed» as well."""

    NOT_DISCUSSED = "not_discussed"
    YES = "yes"
    NO = "no"
    OTHER = "other"


class LivingWillKind(StrEnum):
    """zib Wilsverklaring: WilsverklaringType."""

    NO_RESUSCITATION = "NR"
    AUTHORISATION = "VOL"
    TREATMENT_BAN = "VERB"
    LIFE_WISH = "LW"
    EUTHANASIA = "EU"
    EUTHANASIA_DEMENTIA = "EUD"
    DONOR = "DO"
    OTHER = "other"


class WzdStatus(StrEnum):
    """Under which ground of the Wet zorg en dwang somebody stays; empty means not asked."""

    NONE = "none"
    ARTICLE_21 = "article_21"  # besluit tot opname en verblijf
    COURT_ORDER = "court_order"  # rechterlijke machtiging
