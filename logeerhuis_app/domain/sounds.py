"""How a Dutch name sounds: spellings that a person on the telephone cannot tell apart get one key.

Keys in use elsewhere were made for English or German. Over 35 pairs that sound alike and 27 that do not
(tests/domain/test_sounds.py), Soundex and Metaphone took two thirds of the different names for the same, Kölner
Phonetik too, and Beider-Morse with its Dutch rules missed a third of the pairs.

A key is not for reading. The order of the rules matters: what belongs together is taken first.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from logeerhuis_app.domain.guests import fold

LEAST_LETTERS = 3
"""A shorter beginning sounds like half the house."""

_Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> _Rules:
    return tuple((re.compile(pattern), key) for pattern, key in pairs)


_UMLAUTS = str.maketrans({"ö": "oe", "ü": "u", "ä": "a", "ø": "oe", "å": "a", "æ": "ae"})

_FIRST = _rules((r"(?:ck|k|c)?x|cks", "ks"))  # Hendrickx, Hendrix
_BEGINNING = _rules(
    (r"^sch(?=[lmnw])", "s"),  # Schmidt, Schneider: German, said and often written as Smit, Snijder
    (r"^c(?=ees$|eul|eel)", "k"),  # Cees, Ceulemans
    (r"^ch(?=[rl])", "k"),  # Chris, Christina
    (r"^wr", "vr"),  # Wreede, Vreede
    (r"^(?:ij|y)(?=v)", "i"),  # Yvonne
    (r"^y(?=[aeou])", "j"),  # Yildiz stays, Yusuf is Joesoef
    (r"^d", "D"),  # Dam is not Tam; further on in a word d and t are easily mixed up
)
_WHOLE_ONLY = _rules(
    (r"(?<=[^aeiou])y$", "i"),  # Henny, Hennie
    (r"sche?$", "s"),  # Bosch, van den Bossche
    (r"(?<=\w{3}[bdfgklmnprt])s$", ""),  # Jansens, Kuipers, Smits; Hans and Jans stay
    (r"(?<=\w\w)en$", "e"),  # nobody hears the n of Janssen or Verhoeven
    (r"a[ae](?=[^aeiouyj]+$)", "a9"),  # Haan and Haen, not Han: in an open syllable one letter is as long as two
    (r"ee(?=[^aeiouyj]+$)", "e9"),
    (r"oo(?=[^aeiouyj]+$)", "o9"),
    (r"uu(?=[^aeiouyj]+$)", "u9"),
    (r"(?<![ae])ie(?=[^aeiouyj]+$)", "i9"),
)
_INSIDE = _rules(
    (r"ssch", "s"),  # Visscher
    (r"sch", "sG"),
    (r"ch|gh|g", "G"),
    (r"(?<!m)ph", "f"),  # not in Kamphuis
    (r"(?<=[^aeiouy])h", ""),  # Thijssen, Smith, Rhee
    (r"c(?=[eiy])", "s"),  # Cecilia
    (r"[cq]u(?=[aeo])", "kw"),
    (r"[cq]", "k"),
    (r"(?:aa?)(?:eij|ij|y|i)", "1"),  # Haaijer, Haayer, Maij
    (r"(?:oo?)(?:eij|ij|y|i)", "2"),  # Kooij, Kooy, Kooi
    (r"(?:oe)(?:ij|y|i)", "3"),  # Boeij, Boeye
    (r"u(?:ij|y|i)", "4"),  # Kuijpers, Kuypers, Kuipers
    (r"e?ij|ey|ei|y", "5"),  # Dijk, Dyck; Meijer, Meyer, Meier
    (r"[ao]u+w?", "6"),  # Wouters, Wauters, Bouwman
    (r"oe", "7"),
    (r"eu", "8"),
    (r"ae", "a"),  # Claes
    (r"ue", "u"),  # Mueller
    (r"ie", "i"),
    (r"z", "s"),
    (r"v", "f"),
    (r"d", "t"),
    (r"j(?=$|[^aeiou\d])", ""),
    (r"[^\w]|_", ""),
    (r"(.)\1+", r"\1"),  # Bakker, Peeters, Janssen
)


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """The key of a whole word; empty for an empty one."""
    return _key(word, _WHOLE_ONLY)


@lru_cache(maxsize=1024)
def beginnings(typed: str) -> tuple[str, ...]:
    """With what the key of a word may begin when this was typed: the word may end here or go on."""
    if len(fold(typed)) < LEAST_LETTERS:
        return ()
    going_on, ended = _key(typed, ()), sound(typed)
    if not ended or going_on.startswith(ended):
        return (ended,) if ended else ()
    return (going_on,) if ended.startswith(going_on) else (going_on, ended)


def sound_of(words: Iterable[str]) -> str:
    """The key of a name of more than one word."""
    return " ".join(key for key in map(sound, words) if key)


def _key(word: str, endings: _Rules) -> str:
    key = fold(word.casefold().translate(_UMLAUTS))
    for rules in (_FIRST, _BEGINNING, endings, _INSIDE):
        for pattern, replacement in rules:
            key = pattern.sub(replacement, key)
    return key.casefold()
