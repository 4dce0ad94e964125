"""By which words a guest is found, and what somebody means who types a few.

Each word of a guest has a kind, so that a year is not taken for a telephone number. What is typed becomes spans of
such words: an index answers a span at once, however many guests there are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import Named, NameUsage, family_names
from logeerhuis_app.domain.sounds import beginnings, sound, sound_of

NAME, SOUND, DAY, MONTH, PHONE, NUMBER = "n", "s", "d", "m", "p", "g"
"""A part of the name, its sound, ddmmyyyy, yyyymm, the last digits of a telephone number, a guest number."""

PREFIXES = frozenset(
    {
        *(
            "aan",
            "al",
            "bij",
            "d",
            "de",
            "del",
            "den",
            "der",
            "des",
            "di",
            "du",
            "el",
            "en",
            "het",
            "in",
            "l",
            "la",
            "le",
        ),
        *(
            "les",
            "los",
            "of",
            "onder",
            "op",
            "over",
            "s",
            "t",
            "te",
            "ten",
            "ter",
            "tot",
            "uit",
            "van",
            "vande",
            "vanden",
        ),
        *("vander", "vom", "von", "voor", "zu", "zum", "zur"),
    }
)
"""Nobody is looked for by «van den»; who typed nothing else yet is not told that nobody is called so."""

LONGEST = 60
_GLUED = re.compile(r"van(?:den|der|de)?(?=\w{4})")  # Vandenberghe
_WORD = re.compile(r"[\w'’`]+")
_SHORTEST_PHONE = 4
_NATIONAL_PHONE = 10
_LAST = "\U0010ffff"
_AFTER = " "  # no word has a space or anything that sorts before it

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH = "|".join((*(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS), "mrt", "sept", "okto?"))
_YEAR = r"(?:18|19|20)\d\d"
_DATES = (
    re.compile(rf"(?P<year>{_YEAR})-(?P<month>\d\d?)-(?P<day>\d\d?)"),
    re.compile(rf"(?P<day>\d\d?)[ .\-]*(?P<named>{_MONTH})\b\.?(?:[ \-]*(?P<year>\d{{1,4}}))?"),
    re.compile(rf"\b(?P<named>{_MONTH})\b\.?[ \-]*(?P<year>{_YEAR})"),
    re.compile(r"\b(?P<day>\d\d?)\s?[\-/.]\s?(?P<month>\d\d?)(?:\s?[\-/.]\s?(?P<year>\d{1,4})?)?(?![\d\-])"),
    re.compile(rf"^(?P<day>\d\d?) (?P<month>\d\d?)(?: (?P<year>{_YEAR}|\d\d))?$"),
    re.compile(rf"\b(?P<day>\d\d)(?P<month>\d\d)(?P<year>{_YEAR})\b"),
    re.compile(rf"\b(?P<year>{_YEAR})\b"),
)
_NUMBER_TEXT = re.compile(r"\+?[\d\s()./\-]{4,}")


@dataclass(frozen=True)
class Person:
    """What a guest is found by. Telephone numbers of those around the guest count as well."""

    given_name: str
    first_names: str
    prefix: str
    last_name: str
    born: PartialDate | None
    guest_nos: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    partner_prefix: str = ""
    partner_last_name: str = ""
    name_usage: NameUsage = NameUsage.OWN


def person_of(named: Named, born: PartialDate | None) -> Person:
    """Whoever carries a name, as somebody to be found."""
    return Person(
        given_name=named.given_name,
        first_names="",
        prefix=named.prefix,
        last_name=named.last_name,
        born=born,
        partner_prefix=named.partner_prefix,
        partner_last_name=named.partner_last_name,
        name_usage=named.name_usage,
    )


@dataclass(frozen=True)
class Span:
    """Words of one kind from ``first`` on, up to and without ``end``."""

    kind: str
    first: str
    end: str


@dataclass(frozen=True)
class Asked:
    """One of the words typed: found in one of the spans, as the room of tonight, or as the whole BSN."""

    text: str
    spans: tuple[Span, ...] = ()
    bsn: str = ""


def words_of(person: Person) -> set[tuple[str, str]]:
    """Kind and word of everything this guest is found by."""
    parts = set(_name_parts(person))
    found = {(NAME, word) for word in parts | _joined(person)}
    found |= {(SOUND, sound(word)) for word in parts}
    found |= {(NUMBER, form) for number in person.guest_nos for form in _number_forms(number)}
    found |= {(PHONE, digits) for phone in person.phones for digits in _phone_ends(phone)}
    found |= set(_birth_words(person.born)) if person.born is not None else set()
    return {(kind, word[:LONGEST]) for kind, word in found if word}


def sort_name(person: Person) -> str:
    """By the last name that stands first in use, without its prefix; then by given name."""
    prefix, last = _leading(person)
    return " ".join(_words(f"{last} {person.given_name} {prefix}"))[:LONGEST]


def sounds(person: Person) -> tuple[str, str]:
    """Given name and the last name in use, as they sound."""
    return sound_of(_words(person.given_name))[:LONGEST], sound_of(_words(_leading(person)[1]))[:LONGEST]


def _leading(person: Person) -> tuple[str, str]:
    """Prefix and name of the family name that is said first."""
    return next(iter(family_names(person)), ("", ""))


def asked(text: str) -> tuple[Asked, ...]:
    """What is looked for: each of these must be found. Nothing typed, nothing asked."""
    rest, found = " ".join(text.casefold().split()), []
    if _NUMBER_TEXT.fullmatch(rest) and len(digits := _digits(rest)) > len("31121938"):
        return (_of_number(digits, _domestic(rest)),)
    for pattern in _DATES:
        while match := pattern.search(rest):
            if not (dated := _of_date(match)):
                break
            found.append(dated)
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return (*found, *(_of_word(word) for word in _meant(rest)))


# -- the words of a guest


def _words(text: str) -> list[str]:
    """«Vries-d'Hondt» is two words, the second without its apostrophe."""
    return [plain for word in _WORD.findall(fold(text)) if (plain := re.sub(r"['’`_]", "", word))]


def _name_parts(person: Person) -> Iterator[str]:
    names = f"{person.given_name} {person.first_names} {person.last_name} {person.partner_last_name}"
    for part in _words(names):
        yield part
        if match := _GLUED.match(part):
            yield part[match.end() :]
    if not person.last_name:
        yield from _words(person.prefix)
    without_signs = _words(re.sub(r"['’`]", " ", f"{person.last_name} {person.partner_last_name}"))
    yield from (part for part in without_signs if part not in PREFIXES)  # Hondt finds d'Hondt


def _joined(person: Person) -> set[str]:
    """Typed in one go: «vandenberg»."""
    own, partner = _words(person.last_name), _words(person.partner_last_name)
    whole = {"".join(_words(person.prefix) + own), "".join(_words(person.partner_prefix) + partner)}
    return whole | {"".join(own), "".join(partner)}


def _number_forms(number: str) -> tuple[str, ...]:
    """«0012» is found by «12» too."""
    plain = fold(number)
    return (plain, plain.lstrip("0") or "0") if plain.isdecimal() else (plain,)


def _phone_ends(phone: str) -> Iterator[str]:
    """Any four or more digits of it find it."""
    digits = _domestic(phone)
    return (digits[place:] for place in range(len(digits) - _SHORTEST_PHONE + 1))


def _birth_words(born: PartialDate) -> Iterator[tuple[str, str]]:
    """As much of it as is known: who was born in 1938 is found by the year."""
    yield MONTH, f"{born.year:04d}" + (f"{born.month:02d}" if born.month is not None else "")
    if born.month is not None and born.day is not None:
        yield DAY, f"{born.day:02d}{born.month:02d}{born.year:04d}"


# -- what was typed


def _meant(text: str) -> list[str]:
    """Without prefixes; by them alone whoever is called «van de» and something."""
    words = _words(re.sub(r"(?<=\d)[./()\-](?=\d)", "", text))
    if not words:
        return text.split()  # signs only: they are nobody's name
    names = [word for word in words if word not in PREFIXES]
    return names or ["".join(words)]


def _of_word(word: str) -> Asked:
    if word.isdecimal():
        return _of_number(word)
    spans = [_starting(NAME, word), *(_starting(SOUND, key) for key in beginnings(word))]
    if any(sign.isdigit() for sign in word):
        spans.append(_exactly(NUMBER, word))
    return Asked(word, tuple(spans))


def _of_number(digits: str, phone: str = "") -> Asked:
    spans = [_exactly(NUMBER, form) for form in (digits, digits.lstrip("0") or "0")]
    if len(digits) >= _SHORTEST_PHONE:
        spans.append(_starting(PHONE, phone or digits))
    if len(digits) == len("311238"):
        spans.append(_exactly(DAY, f"{digits[:4]}19{digits[4:]}"))
    return Asked(digits, tuple(dict.fromkeys(spans)), digits if len(digits) == len("123456782") else "")


def _of_date(match: re.Match[str]) -> Asked | None:
    """Day and month, with as much of the year as was typed; a month of a year; a year, or the telephone it may be."""
    parts = match.groupdict()
    month = _month_number(parts)
    day, year = int(parts.get("day") or 0), parts["year"] or ""
    if month is None:
        return Asked(year, (_starting(MONTH, year), *_of_number(year).spans))
    if not (1 <= month <= 12 and day <= 31):
        return None
    if not day:
        return Asked(match[0], (_exactly(MONTH, f"{year}{month:02d}"),))
    years = (year, f"19{year}") if len(year) <= 2 and year else (year,)
    spans = [_starting(DAY, f"{day:02d}{month:02d}{begun}") for begun in years]
    if len(digits := _digits(match[0])) >= _SHORTEST_PHONE and "named" not in parts:
        spans.append(_starting(PHONE, digits))  # «06 12 34» may go on as a telephone number
    return Asked(match[0], tuple(spans))


def _month_number(parts: dict[str, str | None]) -> int | None:
    if name := parts.get("named"):
        return next((place for place, month in enumerate(_MONTHS, 1) if month.startswith(name[:3])), 3)  # mrt
    digits = parts.get("month")
    return int(digits) if digits else None


def _starting(kind: str, word: str) -> Span:
    return Span(kind, word[:LONGEST], word[:LONGEST] + _LAST)


def _exactly(kind: str, word: str) -> Span:
    return Span(kind, word[:LONGEST], word[:LONGEST] + _AFTER)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


def _domestic(phone: str) -> str:
    """«+31 6», «0031 6», «31 6…» and «06» are the same."""
    digits = _digits(phone)
    if phone.strip().startswith("+31") or (digits.startswith("31") and len(digits) > _NATIONAL_PHONE):
        return "0" + digits[2:].lstrip("0")
    return "0" + digits[4:].lstrip("0") if digits.startswith("0031") else digits
