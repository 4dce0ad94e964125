"""Who somebody is: names and how they are used, papers, numbers, home, and why a file ended."""

from enum import StrEnum
from typing import Protocol


class NameUsage(StrEnum):
    """zib Naamgegevens: Naamgebruik. Which of the two family names is shown, and which first."""

    OWN = "NL1"
    PARTNER = "NL2"
    PARTNER_OWN = "NL3"
    OWN_PARTNER = "NL4"


class IdentityDocument(StrEnum):
    """With which paper the identity was established; no copy of it is ever kept."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    DRIVING_LICENCE = "driving_licence"
    ALIEN_DOCUMENT = "alien_document"


class AddressKind(StrEnum):
    """zib Adresgegevens: AdresSoort."""

    HOME = "HP"
    POSTAL = "PST"
    TEMPORARY = "TMP"
    WORK = "WP"
    HOLIDAY = "HV"


class PhoneKind(StrEnum):
    """zib Contactgegevens: TelecomType."""

    LAND_LINE = "LL"
    MOBILE = "MC"


class ContactUse(StrEnum):
    """zib Contactgegevens: NummerSoort and EmailSoort."""

    HOME = "HP"
    TEMPORARY = "TMP"
    WORK = "WP"


class LifeStance(StrEnum):
    """zib Levensovertuiging. It says nothing about food: what somebody eats is asked apart."""

    ROMAN_CATHOLIC = "roman_catholic"
    PROTESTANT = "protestant"
    REFORMED = "reformed"
    EVANGELICAL = "evangelical"
    PENTECOSTAL = "pentecostal"
    ORTHODOX = "orthodox"
    JEHOVAHS_WITNESS = "jehovahs_witness"
    CHRISTIAN = "christian"
    MUSLIM = "muslim"
    ALEVI = "alevi"
    JEWISH = "jewish"
    HINDU = "hindu"
    BUDDHIST = "buddhist"
    SIKH = "sikh"
    HUMANIST = "humanist"
    ANTHROPOSOPHIST = "anthroposophist"
    SPIRITUAL = "spiritual"
    AGNOSTIC = "agnostic"
    ATHEIST = "atheist"
    NONE = "none"
    OTHER = "other"


class LivingSituation(StrEnum):
    """zib Gezinssituatie: Woonsituatie. With whom the guest lives at home."""

    ALONE = "alone"
    WITH_PARTNER = "with_partner"
    WITH_CHILD = "with_child"
    WITH_PARTNER_AND_CHILD = "with_partner_and_child"
    WITH_OTHERS = "with_others"
    CARE_HOME = "care_home"


class HouseKind(StrEnum):
    """zib Woonsituatie: WoningType."""

    HOUSE = "house"
    GROUND_FLOOR = "ground_floor"
    ADAPTED = "adapted"
    FLAT_WITH_LIFT = "flat_with_lift"
    FLAT_WITHOUT_LIFT = "flat_without_lift"
    SENIOR_HOME = "senior_home"
    OTHER = "other"


class EndReason(StrEnum):
    """Why a file ended. «Died» is zib Patient: OverlijdensIndicator."""

    NURSING_HOME = "nursing_home"
    DIED = "died"
    MOVED = "moved"
    NO_NEED = "no_need"
    NOT_FITTING = "not_fitting"
    ON_REQUEST = "on_request"
    OTHER = "other"


class ContactRole(StrEnum):
    """zib Contactpersoon: Rol. First and second contact person follow from the order in which they are called."""

    CARER = "carer"  # mantelzorger
    LEGAL_REPRESENTATIVE = "legal_representative"
    CURATOR = "curator"
    MENTOR = "mentor"
    ADMINISTRATOR = "administrator"  # bewindvoerder
    AUTHORISED_CARE = "authorised_care"
    AUTHORISED_MONEY = "authorised_money"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    CONFIDANT = "confidant"


class FrequencyUnit(StrEnum):
    """zib HulpVanAnderen: Frequentie. What is counted."""

    TIMES = "times"
    HOURS = "hours"
    HALF_DAYS = "half_days"
    DAYS = "days"
    NIGHTS = "nights"


class FrequencyPeriod(StrEnum):
    """In which time it is counted."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"


class Named(Protocol):
    """Whatever carries the parts of a name, as a guest does."""

    @property
    def given_name(self) -> str: ...
    @property
    def prefix(self) -> str: ...
    @property
    def last_name(self) -> str: ...
    @property
    def partner_prefix(self) -> str: ...
    @property
    def partner_last_name(self) -> str: ...
    @property
    def name_usage(self) -> NameUsage: ...


def shown_name(person: Named) -> str:
    """«Anna de Vries», «Anna Jansen-de Vries»: how a guest is called on every screen and paper."""
    return " ".join(part for part in (person.given_name, family_name(person)) if part)


def family_name(person: Named) -> str:
    """The family names as they are used, with their prefixes; a family may have given none yet."""
    return "-".join(" ".join(part for part in parts if part) for parts in family_names(person))


def family_names(person: Named) -> list[tuple[str, str]]:
    """(prefix, name) of each family name that is shown, in the order of the usage."""
    own = (person.prefix, person.last_name)
    partner = (person.partner_prefix, person.partner_last_name)
    order = {
        NameUsage.OWN: [own],
        NameUsage.PARTNER: [partner],
        NameUsage.PARTNER_OWN: [partner, own],
        NameUsage.OWN_PARTNER: [own, partner],
    }
    used = order[person.name_usage] if person.partner_last_name else [own]
    return [parts for parts in used if any(parts)]


class Housed(Protocol):
    """Whatever carries the parts of a house number."""

    @property
    def house_no(self) -> str: ...
    @property
    def house_letter(self) -> str: ...
    @property
    def house_addition(self) -> str: ...


def house_number(home: Housed) -> str:
    """«12», «12A», «12A-bis»."""
    number = f"{home.house_no}{home.house_letter}"
    return "-".join(part for part in (number, home.house_addition) if part)
