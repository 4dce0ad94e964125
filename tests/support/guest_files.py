"""A guest as in the picture of the file, with invented details; and one of whom nothing was asked yet."""

from datetime import date
from typing import Any

from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    InfoScope,
    MedicationCare,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.carers import CarerWork, Complaint, HomeTask, RespiteReason
from logeerhuis_app.domain.funding import Basis, Law, PayerKind
from logeerhuis_app.domain.guests import CarerLoad, Gender, HelpKind, ProfessionalRole, Relationship
from logeerhuis_app.domain.measures import Answers, CarerQolItem, HowMuch, MeasureKind
from logeerhuis_app.domain.medication import DoseUnit, HighRisk, Medicine, Period, StrengthUnit
from logeerhuis_app.domain.person import IdentityDocument
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ProblemWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    add_problem,
    record_answers,
    set_resuscitation,
)
from logeerhuis_app.services.carers import (
    CarerWish,
    MeasureWish,
    add_measure,
    end_measure,
    set_carer_situation,
)
from logeerhuis_app.services.funding import AllocationWish, add_allocation
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.medication import CareWish, ListWish, check_list, record_list, set_medication_care
from logeerhuis_app.services.network import (
    ContactWish,
    HelpWish,
    ProfessionalWish,
    add_contact,
    add_help,
    add_professional,
)
from logeerhuis_app.services.queries.guests import guest_file
from tests.support.houses import TestHouse, nov

BSN = "111222333"
ANSWERS = {
    CareTopic.ADL_OVERALL: ("partly", ""),
    CareTopic.WASHING: ("help", "hulp van 1"),
    CareTopic.MOBILITY: ("limited", "rollator"),
    CareTopic.NIGHT: ("", "1–2× hulp, katheter"),
    CareTopic.MEMORY: ("", "dementie, gedragsproblemen"),
    CareTopic.WHAT_HELPS: ("", "rustig aanspreken, wandelen na het eten"),
    CareTopic.DIET: ("salt_reduced:medical", ""),
    CareTopic.FOOD_LEVEL: ("7", ""),
    CareTopic.DRINK_LEVEL: ("0", ""),
    CareTopic.CHOKING: ("no", ""),
    CareTopic.LIKES: ("", "bruin brood zonder korst; koffie zwart, 3 per dag"),
    CareTopic.DISLIKES: ("", "vis, harde muziek"),
    CareTopic.DAY_RHYTHM: ("", "7:30 / 22:00, lampje aan"),
    CareTopic.FALL_RISK: ("yes", "rollator binnen bereik"),
    CareTopic.WANDERING: ("1", ""),
    CareTopic.CATHETER: ("indwelling", "verblijfskatheter, zak aan het been"),
    CareTopic.CATHETER_NEXT: ("2026-11-26", ""),
}
_TABLETS: dict[str, Any] = {"strength_unit": StrengthUnit.MG, "dose_unit": DoseUnit.TABLET}
MEDICINES = (
    Medicine("metoprolol", times=("8:00",), strength="50", dose_amount="1", **_TABLETS),
    Medicine(
        "acenocoumarol",
        "volgens schema",
        ("18:00",),
        strength="1",
        strength_unit=StrengthUnit.MG,
        double_check=True,
        high_risk=HighRisk.ANTICOAGULANT,
    ),
    Medicine("furosemide", times=("8:00",), strength="40", dose_amount="1", instruction="vochtlijst", **_TABLETS),
    Medicine(
        "paracetamol",
        strength="500",
        dose_amount="1",
        as_needed=True,
        condition="pijn",
        most="6",
        most_unit=DoseUnit.TABLET,
        most_per=Period.DAY,
        instruction="reden noteren",
        **_TABLETS,
    ),
)


def piet(house: TestHouse) -> int:
    """In the house since the 20th, on the Wlz, with everything filled in."""
    wish = PersonWish(
        "Piet",
        date(1949, 3, 14),
        last_name="Berg",
        prefix="van den",
        gender=Gender.MALE,
        form_of_address="meneer Van den Berg",
        street="Molenstraat",
        house_no="12",
        postcode="5701 KB",
        town="Helmond",
        municipality="Helmond",
        municipality_code="0794",
        phone="0492 123 456",
        lives_with="woont samen met Margreet (73)",
        identity_checked_on=nov(2),
        identity_document=IdentityDocument.PASSPORT,
        bsn=BSN,
    )
    guest = register_guest(house.door, wish).created_id
    _care(house, guest)
    _people(house, guest)
    office = house.payer("CZ · Zuidoost-Brabant", PayerKind.CARE_OFFICE)
    product = "VV5, logeeropvang (mpt)"
    add_allocation(
        house.door, guest, AllocationWish(office, Basis.MPT, date(2026, 2, 1), number="AW-88120", product=product)
    )
    bed = house.bed("Kamer 3")
    _stay(house, guest, bed, date(2026, 10, 5), date(2026, 10, 30), BookingState.LEFT, Presence.SLEPT)
    _stay(house, guest, bed, nov(20), nov(24), BookingState.PRESENT, Presence.PLANNED)
    _stay(house, guest, bed, date(2026, 12, 4), date(2026, 12, 8), BookingState.OPTION, Presence.PLANNED)
    return guest


def nobody_asked(house: TestHouse) -> int:
    """A file of a minute old."""
    return register_guest(house.door, PersonWish("Ida", date(1940, 11, 19))).created_id


def _care(house: TestHouse, guest: int) -> None:
    door = house.door
    reaction = AllergyWish("penicilline", Criticality.SEVERE, AllergyCategory.MEDICATION, reaction="anafylaxie")
    add_allergy(door, guest, reaction)
    version = guest_file(door, guest).person.version
    set_resuscitation(
        door, guest, ResuscitationWish(Resuscitation.NO, date(2026, 2, 12), "met de huisarts en Margreet", version)
    )
    for kind, name, action in (
        (AlertKind.CATHETER, "", "zak legen 3× per dag"),
        (AlertKind.WANDERING, "dwaalt 's nachts", "deurmelder aan"),
        (AlertKind.FALLING, "valrisico", "rollator binnen bereik"),
    ):
        add_alert(door, guest, AlertWish(kind, action, Severity.AMBER, name))
    add_problem(door, guest, ProblemWish("dementie", "gevorderd", is_leading=True))
    add_problem(door, guest, ProblemWish("hartfalen"))
    answers = [AnswerWish(topic, AnswerState.GIVEN, code, text) for topic, (code, text) in ANSWERS.items()]
    answers += [AnswerWish(CareTopic.SKIN, AnswerState.NONE), AnswerWish(CareTopic.HEARING, AnswerState.UNKNOWN)]
    record_answers(door, guest, answers)
    made = record_list(door, guest, ListWish(nov(19), "Apotheek Oost", "meegebracht door Margreet", MEDICINES, pages=2))
    check_list(house.as_role(Role.CARE), made.created_id, 1)
    check_list(house.as_role(Role.COORDINATOR), made.created_id, 2)
    version = guest_file(door, guest).person.version
    set_medication_care(door, guest, CareWish(MedicationCare.TAKEN_OVER, version=version))


def _people(house: TestHouse, guest: int) -> None:
    door = house.door
    margreet = ContactWish(
        "Margreet van den Berg",
        Relationship.PARTNER,
        "06 1234 5678",
        may_collect=True,
        info_scope=InfoScope.EVERYTHING,
        lives_with_guest=True,
        is_representative=True,
    )
    first = add_contact(door, guest, margreet).created_id
    els = ContactWish("Els", Relationship.DAUGHTER, "06 2345 6789", away_from=nov(28), away_until=date(2026, 12, 6))
    add_contact(door, guest, els)
    for role, name, place in (
        (ProfessionalRole.CASE_MANAGER, "", "Zorgboog, dementie"),
        (ProfessionalRole.GP, "", "Helmond-Oost"),
        (ProfessionalRole.PHARMACY, "", "Apotheek Oost (avond en weekend anders)"),
    ):
        add_professional(door, guest, ProfessionalWish(role, name, place, "0492 654 321"))
    add_help(door, guest, HelpWish(HelpKind.DISTRICT_NURSING, DuringStay.TAKEN_OVER, Law.ZVW, "elke ochtend"))
    add_help(door, guest, HelpWish(HelpKind.DAY_CARE, DuringStay.PAUSED, Law.WMO, "4 dagdelen per week"))
    _carer(house, first)


def _carer(house: TestHouse, contact: int) -> None:
    """Margreet's own situation, two measurements, and one that was withdrawn."""
    told = CarerWish(
        CarerLoad.HEAVY,
        "staat altijd «aan»",
        "slaapt slecht",
        asked_on=nov(2),
        age=73,
        caring_since="2019-03",
        hours_week=60,
        tasks={HomeTask.WASHING: "elke ochtend"},
        work=CarerWork.RETIRED,
        complaints=(Complaint.SLEEP,),
        reasons=(RespiteReason.BREATHING_SPACE,),
        reasons_note="bijtanken",
    )
    set_carer_situation(house.door, contact, told)
    items = dict.fromkeys(CarerQolItem, HowMuch.SOME)
    for day, tenths in ((3, 55), (17, 65)):
        answers = Answers(MeasureKind.CARERQOL, items, happiness_tenths=tenths)
        add_measure(house.door, contact, MeasureWish(answers, nov(day), "aan de keukentafel"))
    total = add_measure(house.door, contact, MeasureWish(Answers(MeasureKind.CSI, {}, 8), nov(4))).created_id
    end_measure(house.door, total, "formulier van de buurvrouw", 1)


def _stay(
    house: TestHouse, guest: int, bed: int, first: date, last: date, state: BookingState, presence: Presence
) -> None:
    booking = house.add(
        Booking(
            guest_id=guest,
            location_id=house._any_location(),
            arrival=first,
            departure=last,
            state=state,
            label=BookingLabel.STRUCTURAL,
        )
    )
    for number in range((last - first).days):
        night = date.fromordinal(first.toordinal() + number)
        house.add(Night(night=night, bed_id=bed, guest_id=guest, booking_id=booking.id, presence=presence))
