"""The house of the picture: seven beds, six guests present, one to come; and the screens' side of the door."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AllergyStatus,
    CareTopic,
    Criticality,
    DuringStay,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.guests import Gender, HelpKind, Relationship
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Alert, Allergy, HelpFromOthers
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import AckWish, NoteWish, TaskWish, acknowledge, add_task, write_note
from tests.support.care import READY, answer, contact, medication, stay
from tests.support.houses import TestHouse, nov

AFTERNOON = datetime(2026, 11, 22, 15, 45, tzinfo=UTC)  # 16:45 in the Netherlands
EVENING = Shift(nov(22), ShiftKind.LATE)
MORNING = Shift(nov(22), ShiftKind.EARLY)


@dataclass
class PictureHouse:
    """Who is where, by the name of the picture."""

    house: TestHouse
    place: int
    beds: list[int]
    guests: dict[str, int] = field(default_factory=dict)
    bookings: dict[str, int] = field(default_factory=dict)

    def door(self, role: Role = Role.CARE, at: datetime = AFTERNOON) -> Door:
        door = self.house.as_role(role)
        door.clock = FixedClock(at)
        return door


def picture_house(house: TestHouse) -> PictureHouse:
    """As in the picture of the handover, with invented details."""
    place = house.location()
    made = PictureHouse(house, place, [house.bed(f"Kamer {number}", place) for number in range(1, 8)])
    for add in (_piet, _jan, _rita, _ida, _johan, _mr_b, _jannie):
        add(made)
    _news(made)
    return made


def _guest(made: PictureHouse, name: str, born: date, room: int, last_name: str = "", **values: Any) -> int:
    guest_id = made.house.guest(name, last_name=last_name, **{**READY, "born": born, **values})
    made.guests[name] = guest_id
    return guest_id


def _stay(made: PictureHouse, name: str, room: int, first: int, last: int, **values: Any) -> None:
    bed = made.beds[room - 1]
    made.bookings[name] = stay(made.house, made.guests[name], bed, made.place, nov(first), nov(last), **values)


def _alert(made: PictureHouse, guest_id: int, kind: AlertKind, action: str, severity: Severity, name: str = "") -> None:
    made.house.add(Alert(guest_id=guest_id, kind=kind, action=action, severity=severity, name=name))


def _piet(made: PictureHouse) -> None:
    piet = _guest(
        made,
        "Piet",
        date(1949, 3, 14),
        1,
        gender=Gender.MALE,
        allergy_status=AllergyStatus.KNOWN,
        resuscitation=Resuscitation.NO,
        resuscitation_on=date(2026, 2, 12),
        resuscitation_text="met gast en partner, verklaring gezien",
        form_of_address="Piet en je",
    )
    made.house.add(
        Allergy(
            guest_id=piet,
            agent="penicilline",
            category=AllergyCategory.MEDICATION,
            sensitivity=Sensitivity.ALLERGY,
            criticality=Criticality.FATAL,
            reaction="anafylaxie",
            rescue="pen in medicijnkast, 112",
        )
    )
    for kind, action, name in (
        (AlertKind.WANDERING, "deurmelder aan", "dwaalt"),
        (AlertKind.CATHETER, "zak legen 3x per dag, wissel do 26 nov", ""),
        (AlertKind.FALLING, "rollator binnen bereik", "valt"),
    ):
        _alert(made, piet, kind, action, Severity.AMBER, name)
    medication(made.house, piet, "8:00", "18:00", double_check=True)
    answer(made.house, piet, CareTopic.DRINK_LEVEL, "0")
    answer(made.house, piet, CareTopic.FOOD_LEVEL, "7")
    answer(made.house, piet, CareTopic.DIET, "salt_reduced:medical")
    answer(made.house, piet, CareTopic.LIKES, text="bruin brood zonder korst, koffie zwart")
    answer(made.house, piet, CareTopic.NIGHT, text="lampje aan · 2:00 kijken, even laten zitten")
    contact(made.house, piet, "Margreet", "06 1234 5678", may_collect=True)
    contact(made.house, piet, "Els", "06 2345 6789", order=2, relationship=Relationship.DAUGHTER, may_collect=True)
    for topic, code in ((CareTopic.WANDERING, "1"), (CareTopic.FALL_RISK, "yes"), (CareTopic.CHOKING, "no")):
        answer(made.house, piet, topic, code)
    _stay(made, "Piet", 1, 21, 25, label=BookingLabel.STRUCTURAL, departure_time=time(11, 0))


def _complete(made: PictureHouse, guest_id: int, first: str, second: str) -> None:
    contact(made.house, guest_id, first, "06 1111 2222")
    contact(made.house, guest_id, second, "06 3333 4444", order=2, relationship=Relationship.DAUGHTER)
    for topic, code in ((CareTopic.WANDERING, "0"), (CareTopic.FALL_RISK, "no"), (CareTopic.CHOKING, "no")):
        answer(made.house, guest_id, topic, code)


def _jan(made: PictureHouse) -> None:
    jan = _guest(made, "Jan", date(1951, 7, 2), 2, gender=Gender.MALE)
    _alert(made, jan, AlertKind.INSULIN, "wijkverpleging spuit", Severity.RED)
    _alert(made, jan, AlertKind.OTHER, "met 2 personen", Severity.AMBER, "tillift, met 2")
    _alert(made, jan, AlertKind.OTHER, "remmen erop", Severity.AMBER, "rolstoel")
    medication(made.house, jan, "17:30", list_date=nov(21), double_check=True)
    _complete(made, jan, "Greet", "Anja")
    made.house.add(
        HelpFromOthers(
            guest_id=jan,
            kind=HelpKind.DISTRICT_NURSING,
            frequency="do 9:00",
            during_stay=DuringStay.COMES_ALONG,
        )
    )
    _stay(made, "Jan", 2, 18, 28)


def _rita(made: PictureHouse) -> None:
    rita = _guest(
        made,
        "Rita",
        date(1940, 12, 11),
        3,
        allergy_status=AllergyStatus.NOT_ASKED,
        allergy_confirmed_on=None,
        resuscitation=Resuscitation.NOT_DISCUSSED,
        resuscitation_on=None,
    )
    _alert(made, rita, AlertKind.CHOKING, "rechtop, kleine hapjes", Severity.AMBER, "verslikt")
    _alert(made, rita, AlertKind.WANDERING, "meelopen", Severity.AMBER, "zoekt in huis")
    answer(made.house, rita, CareTopic.FOOD_LEVEL, "5")
    medication(made.house, rita, "22:00", checked_by_2="")
    contact(made.house, rita, "Annemarie", "06 5555 6666", relationship=Relationship.DAUGHTER)
    _stay(made, "Rita", 3, 21, 24, label=BookingLabel.TRIAL)


def _ida(made: PictureHouse) -> None:
    ida = _guest(made, "Ida", date(1940, 11, 19), 4, allergy_confirmed_on=nov(22))
    _alert(made, ida, AlertKind.OTHER, "zeg wie er is", Severity.AMBER, "slechtziend")
    _alert(made, ida, AlertKind.OTHER, "rust nemen", Severity.AMBER, "kortademig bij lopen")
    medication(made.house, ida, "18:00", list_date=nov(22))
    _complete(made, ida, "Wim", "Truus")
    _stay(made, "Ida", 4, 22, 30)


def _johan(made: PictureHouse) -> None:
    johan = _guest(made, "Johan", date(1948, 5, 8), 6, gender=Gender.MALE, allergy_confirmed_on=nov(13))
    _alert(made, johan, AlertKind.BLOOD_THINNER, "bel huisarts na val", Severity.RED, "bloedverdunner")
    medication(made.house, johan, "18:00", list_date=nov(7), double_check=True)
    _complete(made, johan, "Carla", "Ineke")
    _stay(made, "Johan", 6, 14, 28)


def _mr_b(made: PictureHouse) -> None:
    mr_b = _guest(made, "de heer B.", date(1938, 2, 4), 7, gender=Gender.MALE, allergy_status=AllergyStatus.KNOWN)
    made.house.add(
        Allergy(
            guest_id=mr_b,
            agent="pleister",
            category=AllergyCategory.SUBSTANCE,
            sensitivity=Sensitivity.ALLERGY,
            criticality=Criticality.MILD,
            reaction="huiduitslag",
        )
    )
    _alert(made, mr_b, AlertKind.OXYGEN, "geen vuur", Severity.RED, "zuurstof 2 l/min")
    medication(made.house, mr_b, "18:00", list_date=nov(20))
    _complete(made, mr_b, "Joop", "Lia")
    _stay(made, "de heer B.", 7, 19, 25)


def _jannie(made: PictureHouse) -> None:
    jannie = _guest(made, "Jannie", date(1940, 1, 30), 5)
    medication(made.house, jannie, "8:00", list_date=nov(21))
    _complete(made, jannie, "Kees", "Nel")
    made.house.add(HelpFromOthers(guest_id=jannie, kind=HelpKind.DAY_CARE, frequency="", during_stay=DuringStay.OPEN))
    _stay(
        made,
        "Jannie",
        5,
        22,
        30,
        state=BookingState.CONFIRMED,
        arrival_time=time(14, 0),
        note="rolstoel, vervoer vrijwilligers",
    )


def _news(made: PictureHouse) -> None:
    def at(hour: int, minute: int) -> datetime:
        return datetime(2026, 11, 22, hour - 1, minute, tzinfo=UTC)

    def tell(
        hour: int, minute: int, name: str, text: str, *, important: bool = False, role: Role = Role.COORDINATOR
    ) -> None:
        wish = NoteWish(made.place, text, made.guests[name], important)
        write_note(made.door(role, at(hour, minute)), wish)

    tell(14, 55, "de heer B.", "at weinig, weegt morgen")
    tell(15, 40, "Rita", "deed mee met zingen, wilde naar huis bellen")
    tell(16, 20, "Piet", "urine troebel, huisarts belt vóór 20:00 terug", important=True)
    coordinator = made.door(Role.COORDINATOR, at(15, 0))
    for text, name, due_on, due_at in (
        ("insuline", "Jan", nov(22), time(17, 30)),
        ("medicatieronde (4)", "", nov(22), time(18, 0)),
        ("huisarts moet teruggebeld hebben", "Piet", nov(22), time(20, 0)),
        ("evaluatie met dochter", "Rita", nov(24), time(10, 0)),
        ("kapper", "Johan", nov(23), time(10, 30)),
    ):
        add_task(coordinator, TaskWish(made.place, text, due_on, due_at, made.guests.get(name)))
    acknowledge(coordinator, AckWish(EVENING, (made.guests["Piet"],), 99))
