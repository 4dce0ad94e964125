"""The guests out of the families' file: the six families, and those who stand for a question."""

from datetime import timedelta

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.guests import FileStatus, Gender, MaritalStatus
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import ContactRole, IdentityDocument
from logeerhuis_app.models import ContactPerson, HealthProfessional
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.carers import CarerMaker
from logeerhuis_app.services.practice.guests import PracticeGuest, PracticeStay
from logeerhuis_app.services.practice.house import BedSpot
from logeerhuis_app.services.practice.ledger import Ledger
from logeerhuis_app.services.practice.people import PeopleMaker
from logeerhuis_app.services.practice.resources import Calendar

IDENTITY_CHECKED_DAYS_AGO = 40


class Cast:
    """Makes the told guests with their stays; their beds are taken before chance gets any."""

    def __init__(
        self, families: Row, calendar: Calendar, people: PeopleMaker, ledger: Ledger, carers: CarerMaker
    ) -> None:
        self._families = families
        self._calendar = calendar
        self._people = people
        self._ledger = ledger
        self._carers = carers

    def guests(self, beds: dict[str, BedSpot]) -> list[PracticeGuest]:
        guests = []
        told_names = (row["guest"] for row in self._families["guests"])
        self._people.keep_apart(
            (row["given_name"], " ".join((row["prefix"], row["last_name"])).strip()) for row in told_names
        )
        for number, told in enumerate(self._families["guests"], start=1):
            guest = PracticeGuest(number, self._person(told), told["town"], "", told.get("care", ""), told=told)
            guest.may_walk_away = not told.get("needs_safe", False)
            guest.stays = [self._stay(number, row, beds) for row in told["stays"]]
            guests.append(guest)
        return guests

    def _person(self, told: Row) -> Row:
        row = told["guest"]
        person = {
            **self._people.address(told["town"], told["place"]),
            **row,
            "born": PartialDate.fromisoformat(row["born"]),
            "gender": Gender(row["gender"]),
            "marital_status": MaritalStatus(row["marital_status"]),
            "bsn": None if told.get("no_bsn") else self._people.next_bsn(),
            "file_status": FileStatus(told.get("file_status", "active")),
        }
        if "resuscitation_date" in told:
            person["resuscitation_on"] = self._calendar.today.fromisoformat(told["resuscitation_date"])
        if person["file_status"] is FileStatus.ACTIVE:
            person["identity_checked_on"] = self._calendar.today - timedelta(days=IDENTITY_CHECKED_DAYS_AGO)
            person["identity_document"] = IdentityDocument.IDENTITY_CARD
        return person

    def _stay(self, number: int, row: Row, beds: dict[str, BedSpot]) -> PracticeStay:
        arrival = self._calendar.day(row["from"])
        period = StayPeriod(arrival, arrival + timedelta(days=row["nights"]))
        bed = beds[row["bed"]]
        self._ledger.take(bed.bed_id, number, period)
        until = self._calendar.day(row["option_days"]) if "option_days" in row else None
        state = BookingState(row.get("state", "left"))
        label = BookingLabel(row["label"])
        return PracticeStay(bed, period, state, label, until, row.get("note", ""), away=tuple(row.get("away", ())))

    def write_people(self, book: RowBook, guest: PracticeGuest) -> None:
        """Contacts, professionals and the carer's situation, as told."""
        told = guest.told
        contacts = [
            book.add(
                ContactPerson, guest_id=guest.guest_id, order=order, roles=_roles(told, order), **self._contact(row)
            )
            for order, row in enumerate(told["contacts"], start=1)
        ]
        for row in told["professionals"]:
            book.add(HealthProfessional, guest_id=guest.guest_id, **row)
        if carer := told.get("carer"):
            self._carers.told(guest.guest_id, contacts[0], carer)

    def _contact(self, row: Row) -> Row:
        columns = {key: value for key, value in row.items() if key != "away"}
        if "away" in row:
            first, last = row["away"]
            columns |= {"away_from": self._calendar.day(first), "away_until": self._calendar.day(last)}
        return columns


def _roles(told: Row, order: int) -> list[str]:
    """The first one called is the carer, where the family is told to have one."""
    return [ContactRole.CARER.value] if order == 1 and "carer" in told else []
