"""The words of each code of an answer, by question.

Consistencies always carry their IDDSI number, for it is the number that counts. The Dutch names of levels 1, 2, 5 and 6
could not be confirmed: there the number stands with what it looks like, and where to look. Source of the levels:
International Dysphagia Diet Standardisation Initiative (iddsi.org).
"""

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.i18n import N_

_ABILITY = {"independent": N_("does it alone"), "help": N_("needs help"), "unable": N_("is not able to")}
_SENSE = {"good": N_("good"), "limited": N_("limited")}
_CONTINENCE = {
    "continent": N_("continent"),
    "sometimes": N_("incontinent now and then"),
    "incontinent": N_("incontinent"),
}
_UNREST = {"never": N_("never"), "sometimes": N_("now and then"), "often": N_("often")}
_OTHER = {"other": N_("other kind")}
YES_NO = {"no": N_("no"), "yes": N_("yes")}

CODE_WORDS: dict[CareTopic, dict[str, str]] = {
    CareTopic.DRINK_LEVEL: {
        "0": N_("0 thin"),
        "1": N_("1, a little thicker than water, see the advice"),
        "2": N_("2, thicker but still easy to pour, see the advice"),
        "3": N_("3 thick"),
        "4": N_("4 extremely thick"),
    },
    CareTopic.FOOD_LEVEL: {
        "3": N_("3 thick liquid"),
        "4": N_("4 puréed smooth"),
        "5": N_("5, soft and moist with small lumps, see the advice"),
        "6": N_("6, soft small pieces, see the advice"),
        "7": N_("7 regular"),
    },
    CareTopic.CHOKING: {"no": N_("no risk of choking"), "yes": N_("chokes easily")},
    CareTopic.CHOKING_HOW: {
        "upright": N_("sit upright"),
        "supervision": N_("somebody stays near"),
        "small_sips": N_("small sips"),
    },
    CareTopic.DIET: {
        "diabetes": N_("diabetes diet"),
        "salt_reduced": N_("low in salt"),
        "gluten_free": N_("gluten-free"),
        "lactose_free": N_("lactose-free"),
        "protein_rich": N_("rich in protein"),
        "protein_reduced": N_("low in protein"),
        "potassium_reduced": N_("low in potassium"),
        "fluid_restricted": N_("limited fluid"),
        "energy_rich": N_("rich in energy"),
        "vegetarian": N_("vegetarian"),
        "vegan": N_("vegan"),
        "halal": N_("halal"),
        "kosher": N_("kosher"),
        "other": N_("another diet"),
    },
    CareTopic.EATING_HELP: {
        "self": N_("eats without help"),
        "prepare": N_("set ready and cut"),
        "encourage": N_("encourage"),
        "feed": N_("feed"),
    },
    CareTopic.BREAD: {
        "white": N_("white bread"),
        "brown": N_("brown bread"),
        "wholegrain": N_("wholegrain bread"),
        "varies": N_("varies"),
    },
    CareTopic.MEAL_TIME: {"midday": N_("at midday"), "evening": N_("in the evening")},
    CareTopic.FALL_RISK: {"no": N_("no risk of falling"), "yes": N_("falls easily")},
    CareTopic.MOBILITY: {
        "walks": N_("walks"),
        "limited": N_("limited mobility"),
        "wheelchair": N_("wheelchair"),
    },
    CareTopic.HELPERS: {"0": N_("no helper"), "1": N_("1 helper"), "2": N_("2 helpers")},
    CareTopic.LIFT: {
        "active": N_("standing lift"),
        "passive": N_("passive lift"),
        "ceiling": N_("ceiling lift"),
        **_OTHER,
    },
    CareTopic.AIDS: {
        "wheelchair": N_("wheelchair"),
        "walker": N_("walker"),
        "cane": N_("cane"),
        "lift": N_("lift"),
        "glasses": N_("glasses"),
        "hearing_aid_left": N_("hearing aid left"),
        "hearing_aid_right": N_("hearing aid right"),
        "dentures": N_("dentures"),
        "pacemaker": N_("pacemaker"),
    },
    CareTopic.VISION: {**_SENSE, "blind": N_("blind")},
    CareTopic.HEARING: {**_SENSE, "deaf": N_("deaf")},
    CareTopic.ADL_OVERALL: {
        "independent": N_("independent"),
        "partly": N_("partly dependent"),
        "partly_to_fully": N_("partly to fully dependent"),
        "fully": N_("fully dependent"),
    },
    **dict.fromkeys(
        (
            *(CareTopic.TRANSFER, CareTopic.WALKING, CareTopic.STAIRS, CareTopic.POSITION, CareTopic.WASHING),
            *(CareTopic.DRESSING, CareTopic.EATING, CareTopic.DRINKING, CareTopic.ORAL_CARE, CareTopic.GROOMING),
            CareTopic.TOILET,
        ),
        _ABILITY,
    ),
    CareTopic.URINE: _CONTINENCE,
    CareTopic.BOWEL: _CONTINENCE,
    CareTopic.CATHETER: {
        "indwelling": N_("indwelling catheter"),
        "single_use": N_("single-use catheter"),
        "condom": N_("condom catheter"),
        "suprapubic": N_("suprapubic catheter"),
        **_OTHER,
    },
    CareTopic.STOMA: {
        "colostomy": N_("colostomy"),
        "ileostomy": N_("ileostomy"),
        "urostomy": N_("urostomy"),
        **_OTHER,
    },
    CareTopic.TUBE: {"nose": N_("through the nose"), "stomach": N_("through the belly (PEG)"), **_OTHER},
    CareTopic.PRESSURE_ULCER: {
        "1": N_("category 1"),
        "2": N_("category 2"),
        "3": N_("category 3"),
        "4": N_("category 4"),
    },
    CareTopic.SUPERVISION: {
        "none": N_("no supervision needed"),
        "regular": N_("looked after regularly"),
        "nearby": N_("someone nearby"),
        "around_the_clock": N_("supervision around the clock"),
    },
    CareTopic.RESTLESS: _UNREST,
    CareTopic.AGGRESSIVE: _UNREST,
    CareTopic.NIGHT_FOR_DAY: _UNREST,
    CareTopic.WASHES_BY: {"shower": N_("under the shower"), "bath": N_("in the bath"), "basin": N_("at the basin")},
    CareTopic.BUILD: {"slim": N_("slim"), "average": N_("average build"), "heavy": N_("heavily built")},
}

MARK_WORDS = {"medical": N_("medical"), "own_choice": N_("own choice")}

LEVEL_COLOURS = {
    "0": "#FFFFFF",
    "1": "#8C8C8C",
    "2": "#E85AA0",
    "3": "#F2C200",
    "4": "#3E8E41",
    "5": "#E8770C",
    "6": "#1F5FBF",
    "7": "#1E1E1E",
}
"""The colour of each IDDSI level: white, grey, pink, yellow, green, orange, blue, black. Never without its number."""
