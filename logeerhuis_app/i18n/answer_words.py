"""What an answer on a question of care says, in words: one source for screens and prints.

The three empties keep their own words. Consistencies always carry their IDDSI number, for it is the number that
counts. The Dutch names of levels 1, 2, 5 and 6 could not be confirmed, so there the number stands alone with where to
look. Source of the levels: International Dysphagia Diet Standardisation Initiative (iddsi.org).
"""

from logeerhuis_app.domain.care import AnswerState, CareTopic, Wandering
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import AnswerRow

_CODE_WORDS: dict[CareTopic, dict[str, str]] = {
    CareTopic.DRINK_LEVEL: {
        "0": N_("0 thin"),
        "1": N_("1, see the advice"),
        "2": N_("2, see the advice"),
        "3": N_("3 thick"),
        "4": N_("4 extremely thick"),
    },
    CareTopic.FOOD_LEVEL: {
        "3": N_("3 thick liquid"),
        "4": N_("4 puréed smooth"),
        "5": N_("5, see the advice"),
        "6": N_("6, see the advice"),
        "7": N_("7 regular"),
    },
    CareTopic.ADL_OVERALL: {
        "independent": N_("independent"),
        "partly": N_("partly dependent"),
        "partly_to_fully": N_("partly to fully dependent"),
        "fully": N_("fully dependent"),
    },
    CareTopic.SUPERVISION: {
        "none": N_("no supervision needed"),
        "regular": N_("looked after regularly"),
        "nearby": N_("someone nearby"),
        "around_the_clock": N_("supervision around the clock"),
    },
    CareTopic.FALL_RISK: {"no": N_("no risk of falling"), "yes": N_("falls easily")},
    CareTopic.CHOKING: {"no": N_("no risk of choking"), "yes": N_("chokes easily")},
    CareTopic.DIET: {"medical": N_("medical"), "own_choice": N_("own choice")},
    CareTopic.MOBILITY: {
        "walks": N_("walks"),
        "limited": N_("limited mobility"),
        "wheelchair": N_("wheelchair"),
    },
    CareTopic.BUILD: {"slim": N_("slim"), "average": N_("average build"), "heavy": N_("heavily built")},
}


def code_words(topic: CareTopic, code: str) -> str:
    """The words of one answer out of a topic's list; a code that is not on the list is shown as it stands."""
    if topic is CareTopic.WANDERING and code.isdigit() and int(code) in set(Wandering):
        return label(Wandering(int(code)))
    words = _CODE_WORDS.get(topic, {}).get(code)
    return _(words) if words else code


def answer_words(answer: AnswerRow) -> str:
    """«7 normaal», «zoutarm (medisch)», «niet gevraagd», «gevraagd, onbekend», «geen»; never empty."""
    if answer.state is not AnswerState.GIVEN:
        return label(answer.state)
    words = code_words(answer.topic, answer.code)
    if not words:
        return answer.text or label(AnswerState.UNKNOWN)
    if not answer.text:
        return words
    if answer.topic is CareTopic.DIET:
        return _("{diet} ({reason})").format(diet=answer.text, reason=words)
    return _("{answer}, {detail}").format(answer=words, detail=answer.text)
