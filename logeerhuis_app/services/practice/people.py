"""Invented people: names, birth dates, addresses, test BSNs, and those around the guest."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from logeerhuis_app.domain.care import InfoScope
from logeerhuis_app.domain.guests import Gender, MaritalStatus, ProfessionalRole, Relationship, full_name
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import IdentityDocument
from logeerhuis_app.models import ContactPerson, HealthProfessional
from logeerhuis_app.services.practice.book import Row, RowBook

FIRST_TEST_BSN = 999_900_000


def test_bsns() -> Iterator[str]:
    """Numbers that pass the eleven test and were never given to anyone.

    Source: Ketenbureau i-Sociaal Domein, «elfproef»: 999900006 and on.
    """
    for number in range(FIRST_TEST_BSN, 1_000_000_000):
        digits = [int(digit) for digit in f"{number:09d}"]
        total = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits[:8], strict=True)) - digits[8]
        if total % 11 == 0:
            yield f"{number:09d}"


def split_name(surname: str, prefixes: list[str]) -> tuple[str, str]:
    """«van den Berg» → («van den», «Berg»); the d' of «d'Hondt» is written on to the name and stays with it."""
    for prefix in prefixes:
        if surname.startswith(f"{prefix} "):
            return prefix, surname.removeprefix(f"{prefix} ")
    return "", surname


class PeopleMaker:
    """Makes the rows of a person; every call takes the next random choices and the next BSN."""

    def __init__(self, random: Random, words: Row, today: date) -> None:
        self._random = random
        self._words = words
        self._today = today
        self._bsns = test_bsns()
        self._used: set[tuple[str, str]] = set()

    def keep_apart(self, names: Iterable[tuple[str, str]]) -> None:
        """Names that chance may not give to another: a namesake should be there on purpose."""
        self._used.update(names)

    def next_bsn(self) -> str:
        return next(self._bsns)

    def person(self, number: str, town: str) -> Row:
        """A guest's own columns, by chance."""
        gender = self._random.choice((Gender.FEMALE, Gender.FEMALE, Gender.MALE))
        given, surname = self._unused_name(gender)
        prefix, last = split_name(surname, self._words["prefixes"])
        years = self._random.triangular(66, 97, 83)
        return {
            "guest_no": number,
            "given_name": given,
            "initials": f"{given[0]}.",
            "prefix": prefix,
            "last_name": last,
            "born": PartialDate.of(self._today - timedelta(days=int(years * 365.25))),
            "gender": gender,
            "marital_status": self._random.choice(
                (MaritalStatus.MARRIED, MaritalStatus.WIDOWED, MaritalStatus.MARRIED)
            ),
            "bsn": self.next_bsn(),
            "identity_checked_on": self._today - timedelta(days=self._random.randrange(5, 400)),
            "identity_document": self._random.choice((IdentityDocument.PASSPORT, IdentityDocument.IDENTITY_CARD)),
            "form_of_address": self._random.choice(
                (given, f"{'mevrouw' if gender is Gender.FEMALE else 'meneer'} {last}")
            ),
            **self.address(town, self._random.randrange(9)),
            "house_no": str(self._random.randrange(1, 180)),
            "phone": self.phone(),
        }

    def address(self, town: str, place: int) -> Row:
        words = self._words["towns"][town]
        name, postcode = words["places"][place % len(words["places"])]
        letters = "".join(self._random.choices(_POSTCODE_LETTERS, k=2))
        return {
            "street": self._random.choice(self._words["streets"]),
            "postcode": f"{postcode} {letters}",
            "town": name,
            "municipality_code": words["code"],
            "municipality": words["municipality"],
        }

    def phone(self) -> str:
        return f"06 12{self._random.randrange(100):02d} {self._random.randrange(10_000):04d}"

    def around(self, book: RowBook, guest_id: int, guest: Row, *, has_second: bool = True) -> int:
        """Two contact persons, a GP and a pharmacy; gives the id of the first contact."""
        is_married = guest["marital_status"] is MaritalStatus.MARRIED
        first = book.add(
            ContactPerson,
            guest_id=guest_id,
            order=1,
            name=self._relative(guest),
            relationship=Relationship.SPOUSE if is_married else self._random.choice(_CHILD),
            phone=self.phone(),
            may_collect=True,
            info_scope=InfoScope.EVERYTHING,
            lives_with_guest=is_married,
            is_representative=True,
        )
        if has_second:
            child = {"relationship": self._random.choice(_CHILD), "may_collect": self._random.random() < 0.5}
            book.add(ContactPerson, guest_id=guest_id, order=2, name=self._relative(guest), phone=self.phone(), **child)
        self._professionals(book, guest_id)
        return first

    def _professionals(self, book: RowBook, guest_id: int) -> None:
        for role, names in ((ProfessionalRole.GP, "practices"), (ProfessionalRole.PHARMACY, "pharmacies")):
            organisation = self._random.choice(self._words[names])
            book.add(HealthProfessional, guest_id=guest_id, role=role, organisation=organisation, phone=self.phone())

    def _relative(self, guest: Row) -> str:
        given = self._random.choice(self._words["women"] + self._words["men"])
        return full_name(given, guest["prefix"], guest["last_name"])

    def _unused_name(self, gender: Gender) -> tuple[str, str]:
        """No chance namesakes while there are names left: the ones there are, are there on purpose."""
        given_names = self._words["women" if gender is Gender.FEMALE else "men"]
        for _try in range(40):
            name = (self._random.choice(given_names), self._random.choice(self._words["surnames"]))
            if name not in self._used:
                break
        self._used.add(name)
        return name


_POSTCODE_LETTERS = "ABCEGHJKLMNPRTVWXZ"
_CHILD = (Relationship.DAUGHTER, Relationship.SON)
