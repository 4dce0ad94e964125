"""What the coded values of a person are called: names, papers, home and contact."""

from enum import Enum

from logeerhuis_app.domain import person
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    person.NameUsage: (
        "NameUsage",
        {
            person.NameUsage.OWN: NP_("NameUsage", "own name"),
            person.NameUsage.PARTNER: NP_("NameUsage", "name of the partner"),
            person.NameUsage.PARTNER_OWN: NP_("NameUsage", "partner's name, then own name"),
            person.NameUsage.OWN_PARTNER: NP_("NameUsage", "own name, then partner's name"),
        },
    ),
    person.IdentityDocument: (
        "IdentityDocument",
        {
            person.IdentityDocument.PASSPORT: NP_("IdentityDocument", "passport"),
            person.IdentityDocument.IDENTITY_CARD: NP_("IdentityDocument", "identity card"),
            person.IdentityDocument.DRIVING_LICENCE: NP_("IdentityDocument", "driving licence"),
            person.IdentityDocument.ALIEN_DOCUMENT: NP_("IdentityDocument", "aliens document"),
        },
    ),
    person.AddressKind: (
        "AddressKind",
        {
            person.AddressKind.HOME: NP_("AddressKind", "home address"),
            person.AddressKind.POSTAL: NP_("AddressKind", "postal address"),
            person.AddressKind.TEMPORARY: NP_("AddressKind", "temporary address"),
            person.AddressKind.WORK: NP_("AddressKind", "work address"),
            person.AddressKind.HOLIDAY: NP_("AddressKind", "holiday address"),
        },
    ),
    person.PhoneKind: (
        "PhoneKind",
        {
            person.PhoneKind.LAND_LINE: NP_("PhoneKind", "land line"),
            person.PhoneKind.MOBILE: NP_("PhoneKind", "mobile"),
        },
    ),
    person.ContactUse: (
        "ContactUse",
        {
            person.ContactUse.HOME: NP_("ContactUse", "at home"),
            person.ContactUse.TEMPORARY: NP_("ContactUse", "temporary"),
            person.ContactUse.WORK: NP_("ContactUse", "at work"),
        },
    ),
    person.LifeStance: (
        "LifeStance",
        {
            person.LifeStance.ROMAN_CATHOLIC: NP_("LifeStance", "Roman Catholic"),
            person.LifeStance.PROTESTANT: NP_("LifeStance", "Protestant"),
            person.LifeStance.REFORMED: NP_("LifeStance", "Reformed"),
            person.LifeStance.EVANGELICAL: NP_("LifeStance", "Evangelical"),
            person.LifeStance.PENTECOSTAL: NP_("LifeStance", "Pentecostal"),
            person.LifeStance.ORTHODOX: NP_("LifeStance", "Orthodox"),
            person.LifeStance.JEHOVAHS_WITNESS: NP_("LifeStance", "Jehovah's Witness"),
            person.LifeStance.CHRISTIAN: NP_("LifeStance", "Christian, otherwise"),
            person.LifeStance.MUSLIM: NP_("LifeStance", "Muslim"),
            person.LifeStance.ALEVI: NP_("LifeStance", "Alevi"),
            person.LifeStance.JEWISH: NP_("LifeStance", "Jewish"),
            person.LifeStance.HINDU: NP_("LifeStance", "Hindu"),
            person.LifeStance.BUDDHIST: NP_("LifeStance", "Buddhist"),
            person.LifeStance.SIKH: NP_("LifeStance", "Sikh"),
            person.LifeStance.HUMANIST: NP_("LifeStance", "humanist"),
            person.LifeStance.ANTHROPOSOPHIST: NP_("LifeStance", "anthroposophist"),
            person.LifeStance.SPIRITUAL: NP_("LifeStance", "spiritual"),
            person.LifeStance.AGNOSTIC: NP_("LifeStance", "agnostic"),
            person.LifeStance.ATHEIST: NP_("LifeStance", "atheist"),
            person.LifeStance.NONE: NP_("LifeStance", "asked: none"),
            person.LifeStance.OTHER: NP_("LifeStance", "other"),
        },
    ),
    person.LivingSituation: (
        "LivingSituation",
        {
            person.LivingSituation.ALONE: NP_("LivingSituation", "alone"),
            person.LivingSituation.WITH_PARTNER: NP_("LivingSituation", "with partner"),
            person.LivingSituation.WITH_CHILD: NP_("LivingSituation", "with a child under one roof"),
            person.LivingSituation.WITH_PARTNER_AND_CHILD: NP_("LivingSituation", "with partner and child"),
            person.LivingSituation.WITH_OTHERS: NP_("LivingSituation", "with others"),
            person.LivingSituation.CARE_HOME: NP_("LivingSituation", "in a care home"),
        },
    ),
    person.HouseKind: (
        "HouseKind",
        {
            person.HouseKind.HOUSE: NP_("HouseKind", "house with stairs"),
            person.HouseKind.GROUND_FLOOR: NP_("HouseKind", "ground floor"),
            person.HouseKind.ADAPTED: NP_("HouseKind", "adapted home"),
            person.HouseKind.FLAT_WITH_LIFT: NP_("HouseKind", "flat with a lift"),
            person.HouseKind.FLAT_WITHOUT_LIFT: NP_("HouseKind", "flat without a lift"),
            person.HouseKind.SENIOR_HOME: NP_("HouseKind", "home for the elderly"),
            person.HouseKind.OTHER: NP_("HouseKind", "other"),
        },
    ),
    person.EndReason: (
        "EndReason",
        {
            person.EndReason.NURSING_HOME: NP_("EndReason", "admitted to a nursing home"),
            person.EndReason.DIED: NP_("EndReason", "died"),
            person.EndReason.MOVED: NP_("EndReason", "moved"),
            person.EndReason.NO_NEED: NP_("EndReason", "no longer needed"),
            person.EndReason.NOT_FITTING: NP_("EndReason", "does not fit"),
            person.EndReason.ON_REQUEST: NP_("EndReason", "on request"),
            person.EndReason.OTHER: NP_("EndReason", "other"),
        },
    ),
    person.ContactRole: (
        "ContactRole",
        {
            person.ContactRole.CARER: NP_("ContactRole", "informal carer"),
            person.ContactRole.LEGAL_REPRESENTATIVE: NP_("ContactRole", "legal representative"),
            person.ContactRole.CURATOR: NP_("ContactRole", "curator"),
            person.ContactRole.MENTOR: NP_("ContactRole", "mentor"),
            person.ContactRole.ADMINISTRATOR: NP_("ContactRole", "administrator of money"),
            person.ContactRole.AUTHORISED_CARE: NP_("ContactRole", "authorised in writing for care"),
            person.ContactRole.AUTHORISED_MONEY: NP_("ContactRole", "authorised for money"),
            person.ContactRole.NEIGHBOUR: NP_("ContactRole", "neighbour"),
            person.ContactRole.FRIEND: NP_("ContactRole", "friend"),
            person.ContactRole.CONFIDANT: NP_("ContactRole", "confidant"),
        },
    ),
    person.FrequencyUnit: (
        "FrequencyUnit",
        {
            person.FrequencyUnit.TIMES: NP_("FrequencyUnit", "times"),
            person.FrequencyUnit.HOURS: NP_("FrequencyUnit", "hours"),
            person.FrequencyUnit.HALF_DAYS: NP_("FrequencyUnit", "half days"),
            person.FrequencyUnit.DAYS: NP_("FrequencyUnit", "days"),
            person.FrequencyUnit.NIGHTS: NP_("FrequencyUnit", "nights"),
        },
    ),
    person.FrequencyPeriod: (
        "FrequencyPeriod",
        {
            person.FrequencyPeriod.DAY: NP_("FrequencyPeriod", "per day"),
            person.FrequencyPeriod.WEEK: NP_("FrequencyPeriod", "per week"),
            person.FrequencyPeriod.TWO_WEEKS: NP_("FrequencyPeriod", "per two weeks"),
            person.FrequencyPeriod.MONTH: NP_("FrequencyPeriod", "per month"),
        },
    ),
}
