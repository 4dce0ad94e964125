"""Sheets and cards for the papers, without a house behind them.

The guests are the six families of DSP-groep, «Opbrengsten van drie pilots structurele logeerzorg voor ouderen»
(3 maart 2021, §7.1, 8.1 and 9.1), with invented birth dates, contacts and care; test BSNs only.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from logeerhuis_app.domain.care import (
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    InfoScope,
    MedicationCare,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.guests import Gender
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.services.rows.declaring import DeclarationSheet, LineRow, Party, StaySpan
from logeerhuis_app.services.rows.funding import AllocationRow
from logeerhuis_app.services.rows.guest import (
    AlertRow,
    AllergyRow,
    AnswerRow,
    ContactRow,
    GuestFile,
    GuestPerson,
    GuestRef,
    HelpRow,
    ProblemRow,
    ProfessionalRow,
    SafetyBanner,
)
from logeerhuis_app.services.rows.handover import (
    ArrivalRow,
    GuestCard,
    HandoverGuest,
    HandoverPrint,
    HandoverRows,
    NoteRow,
    PrintStamp,
    TaskRow,
)
from logeerhuis_app.services.rows.medication import MedicationRow

TODAY = date(2026, 11, 22)
SHIFT = Shift(TODAY, ShiftKind.LATE)
STAMP = PrintStamp(datetime(2026, 11, 22, 16, 2, tzinfo=UTC), "M. Bakker", SHIFT, "Logeerhuis Plezant")
BSN = ("999900006", "999900018", "999900031", "999900043", "999900055", "999900067")
RED, AMBER = Severity.RED, Severity.AMBER


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """A moment on the wall clock of November, as UTC."""
    return datetime(day.year, day.month, day.day, hour - 1, minute, tzinfo=UTC)


def ref(no: int, name: str, born: date, town: str = "Helmond", **more: object) -> GuestRef:
    age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    return replace(GuestRef(no, f"{no:04d}", name, PartialDate.of(born), age, town), **more)  # type: ignore[arg-type]


def person(guest: GuestRef, gender: Gender = Gender.MALE, **more: object) -> GuestPerson:
    """A guest with only name, birth date and town; the BSN is there to be left off the paper."""
    bare = GuestPerson(
        guest, guest.name.split()[0], "", "", "", "", gender, "", BSN[guest.guest_id % 6], True, None,
        "", "", "", guest.town, "", "", "", "", "",
    )  # fmt: skip
    return replace(bare, gender_code=gender, **more)  # type: ignore[arg-type]


def given(topic: CareTopic, text: str = "", code: str = "") -> AnswerRow:
    return AnswerRow(topic, AnswerState.GIVEN, code, text, 1)


def answers(*rows: AnswerRow) -> dict[CareTopic, AnswerRow]:
    return {row.topic: row for row in rows}


def note(hour: int, minute: int, text: str, *, important: bool = False, by: str = "S. de Wit") -> NoteRow:
    return NoteRow(hour * 60 + minute, 1, at(hour, minute), SHIFT, text, important, by)


def task(text: str, due_at: time | None = None, guest: str = "Piet", *, carried: int = 0) -> TaskRow:
    return TaskRow(1, 1, guest, text, TODAY, due_at, False, "", carried)


# -- the six families --------------------------------------------------------------------------------------------

PIET = SafetyBanner(
    ref(113, "Piet", date(1949, 3, 14)),
    AllergyStatus.KNOWN,
    (AllergyRow(1, "penicilline", "anafylaxie", Criticality.FATAL, Sensitivity.ALLERGY,
                "adrenalinepen in medicijnkast, bel 112"),),
    resuscitation=Resuscitation.NO,
    resuscitation_text="met gast en partner, verklaring gezien",
    resuscitation_on=date(2026, 2, 12),
    alerts=(
        AlertRow(1, "bloedverdunner", "na elke val de huisarts bellen", RED),
        AlertRow(2, "dwaalt ’s nachts (zoekt in huis)", "deurmelder aan", AMBER),
        AlertRow(3, "katheter", "zak legen 3× per dag, wissel do 26 nov", AMBER),
        AlertRow(4, "valt snel", "rollator binnen bereik", AMBER),
    ),
    room="1",
)  # fmt: skip
JAN = SafetyBanner(
    ref(98, "Jan", date(1951, 7, 2), "Oud-Beijerland"),
    AllergyStatus.NONE_KNOWN,
    allergy_confirmed_on=date(2026, 11, 18),
    resuscitation=Resuscitation.YES,
    resuscitation_on=date(2026, 11, 18),
    alerts=(
        AlertRow(5, "insuline", "prikken vóór het eten, bij suf of zweten meten", RED),
        AlertRow(6, "tillift", "altijd met twee", AMBER),
        AlertRow(7, "rolstoel", "remmen vast bij opstaan", AMBER),
    ),
    room="2",
)
RITA = SafetyBanner(
    ref(121, "Rita", date(1940, 12, 11), "Gemert-Bakel"),
    AllergyStatus.NOT_ASKED,
    alerts=(
        AlertRow(8, "verslikt zich", "gemalen 5, rechtop, niet alleen laten eten", AMBER),
        AlertRow(9, "zoekt in huis", "naam op de deur, licht aan", AMBER),
    ),
    room="3",
)
IDA = SafetyBanner(
    ref(77, "Ida", date(1940, 11, 19), "Korendijk"),
    AllergyStatus.NONE_KNOWN,
    allergy_confirmed_on=TODAY,
    resuscitation=Resuscitation.YES,
    resuscitation_on=date(2026, 6, 3),
    alerts=(
        AlertRow(10, "slechtziend", "zeg wie je bent, bord tegen de klok in", AMBER),
        AlertRow(11, "kortademig bij lopen", "na tien meter zitten", AMBER),
    ),
    room="4",
)
JOHAN = SafetyBanner(
    ref(64, "Johan", date(1948, 5, 8), "Zeist"),
    AllergyStatus.NONE_KNOWN,
    allergy_confirmed_on=date(2026, 11, 13),
    resuscitation=Resuscitation.YES,
    resuscitation_on=date(2025, 9, 1),
    alerts=(AlertRow(12, "bloedverdunner", "bel huisarts na val", RED),),
    room="6",
)
JANNIE = SafetyBanner(
    ref(130, "Jannie", date(1940, 1, 30), "Strijen"),
    AllergyStatus.UNAVAILABLE,
    resuscitation=Resuscitation.OTHER,
    resuscitation_text="wel, maar niet naar de IC",
    resuscitation_on=date(2026, 11, 20),
    alerts=(AlertRow(13, "rolstoel", "vervoer met de vrijwilligers", AMBER),),
    room="5",
)
B = SafetyBanner(
    ref(41, "de heer B.", date(1938, 2, 4), "Helmond"),
    AllergyStatus.KNOWN,
    (AllergyRow(2, "pleister", "huiduitslag", Criticality.MILD, Sensitivity.ALLERGY),),
    resuscitation=Resuscitation.YES,
    alerts=(AlertRow(14, "zuurstof 2 l/min", "geen vuur in de buurt", RED),),
    room="7",
)

PIET_LIST = MedicationRow(date(2026, 11, 19), "Apotheek Oost", ("S. de Wit", "M. Bakker"), MedicationCare.TAKEN_OVER)
PIET_NOTES = (
    note(16, 20, "urine troebel, huisarts gebeld, belt voor 20:00 terug", important=True),
    note(15, 40, "goed gegeten, kopje thee met Jan"),
)
PIET_TASKS = (task("huisarts belt terug", time(20, 0)),)
PIET_ANSWERS = answers(
    given(CareTopic.DRINK_LEVEL, code="0"),
    given(CareTopic.FOOD_LEVEL, code="7"),
    AnswerRow(CareTopic.CHOKING, AnswerState.NONE, version=1),
    given(CareTopic.DIET, code="salt_reduced:medical"),
    given(CareTopic.EATING_HELP, "brood smeren", "prepare"),
    given(CareTopic.LIKES, "bruin brood zonder korst, koffie zwart"),
    given(CareTopic.DISLIKES, "vis"),
    given(CareTopic.MOBILITY, "rollator", "limited"),
    given(CareTopic.TRANSFER, "bij opstaan", "help"),
    given(CareTopic.HELPERS, code="1"),
    given(CareTopic.FALL_RISK, "gevallen in september", "yes"),
    given(CareTopic.CATHETER, code="indwelling"),
    given(CareTopic.CATHETER_NEXT, code="2026-11-26"),
    given(CareTopic.BOWEL, code="continent"),
    given(CareTopic.SKIN, "gaaf bij komst"),
    given(CareTopic.NIGHT, "Naar bed 22:00, lampje aan, kijkt graag nog tv. Wordt rond 2:00 wakker: even zitten, "
                           "dan weer slapen."),
    given(CareTopic.SUPERVISION, code="nearby"),
    given(CareTopic.WANDERING, "zoekt het toilet", "1"),
    given(CareTopic.MEMORY, "dementie, kent zijn kamer na een dag"),
    given(CareTopic.WHAT_HELPS, "samen wandelen na het eten"),
    AnswerRow(CareTopic.HEARING, AnswerState.UNKNOWN, version=1),
    given(CareTopic.THIS_IS_ME, "Was timmerman. Wordt onrustig van harde muziek. Kan zelf: scheren, koffie zetten "
                                "met hulp."),
)  # fmt: skip
MARGREET = ContactRow(1, 1, "Margreet", "partner", "06 1234 5678", True, InfoScope.EVERYTHING, True, True)
DAUGHTER = ContactRow(
    2, 2, "Els", "dochter", "06 2345 6789", True, InfoScope.PRACTICAL, False,
    away_from=date(2026, 11, 24), away_until=date(2026, 11, 28),
)  # fmt: skip


def file_of(banner: SafetyBanner, **more: object) -> GuestFile:
    """A file in which only the banner is filled."""
    gender = Gender.FEMALE if banner in (RITA, IDA, JANNIE) else Gender.MALE
    return replace(GuestFile(person(banner.guest, gender), banner), **more)  # type: ignore[arg-type]


def card_of(file: GuestFile, **more: object) -> GuestCard:
    bare = GuestCard(file, file.banner.room, 1, False, date(2026, 11, 25), None, 2, 4, "", False)
    return replace(bare, **more)  # type: ignore[arg-type]


def piet_card() -> GuestCard:
    """The card of design/print-card."""
    file = file_of(
        PIET,
        person=person(
            PIET.guest, given_name="Piet", form_of_address="Piet", lives_with="woont met Margreet in Helmond"
        ),
        answers=PIET_ANSWERS,
        contacts=(MARGREET, DAUGHTER),
        professionals=(
            ProfessionalRow(1, "huisarts", "", "Helmond-Oost", "0492 23 45 67"),
            ProfessionalRow(2, "weekend", "", "huisartsenpost", "0900 1234"),
        ),
        help_at_home=(HelpRow(1, "wijkverpleging", Law.ZVW, "dagelijks", DuringStay.TAKEN_OVER),),
        medication=PIET_LIST,
        problems=(ProblemRow(1, "hartfalen", "", False), ProblemRow(2, "dementie", "", True)),
        allocations=(
            AllocationRow(1, Law.WLZ, Basis.MPT, 1, "CZ Zorgkantoor", "INDICATIE-4711", "VV5", TODAY, None, 156, None),
        ),
    )
    return card_of(
        file,
        departure_time=time(11, 0),
        next_dose="18:00",
        next_dose_needs_two=True,
        notes=PIET_NOTES,
        tasks=PIET_TASKS,
    )


def empty_card() -> GuestCard:
    """A guest of whom nothing was asked yet."""
    return card_of(file_of(SafetyBanner(RITA.guest, AllergyStatus.NOT_ASKED)))


def long_card() -> GuestCard:
    """More than one page holds."""
    long = "Vertelt graag over de werkplaats in de Kerkstraat en wil dan dat iemand naast hem komt zitten. "
    rows = {topic: given(topic, long * 4) for topic in CareTopic}
    notes = tuple(note(15, minute, long * 2) for minute in range(12))
    return replace(piet_card(), file=replace(piet_card().file, answers=rows), notes=notes)


def cards() -> tuple[GuestCard, ...]:
    """The guests in the house, Piet's card complete."""
    others = (card_of(file_of(banner), is_trial=banner is RITA) for banner in (JAN, RITA, IDA, JOHAN, B))
    return (piet_card(), *others)


# -- house overview ----------------------------------------------------------------------------------------------


def present(banner: SafetyBanner, night: int, nights: int, medication: MedicationRow, **more: object) -> HandoverGuest:
    departure = TODAY + timedelta(days=nights - night + 1)
    bare = HandoverGuest(
        banner, 1, 1, banner.room, False, night, nights, departure, time(11, 0), False, medication, "18:00", False
    )
    return replace(bare, **{"help_asked": AnswerState.NONE, **more})  # type: ignore[arg-type]


def house_rows() -> HandoverRows:
    """The evening of design/overdracht: six in the house, one comes."""
    checked = ("S. de Wit", "M. Bakker")
    guests = (
        present(PIET, 2, 4, PIET_LIST, next_dose_needs_two=True, notes=PIET_NOTES, tasks=PIET_TASKS,
                contacts=(MARGREET, DAUGHTER)),
        present(JAN, 5, 10, MedicationRow(date(2026, 11, 21), "", checked), next_dose="17:30", next_dose_needs_two=True,
                tasks=(task("wijkverpleging do 9:00 gaat mee", None, "Jan"),)),
        present(RITA, 2, 3, MedicationRow(TODAY, "", ("S. de Wit",)), next_dose="22:00", is_trial=True,
                notes=(note(15, 40, "deed mee met zingen, wilde naar huis bellen", important=True),),
                tasks=(task("evaluatie di 24 nov met dochter", None, "Rita", carried=1),)),
        present(IDA, 1, 10, MedicationRow(TODAY, "", checked)),
        present(JOHAN, 9, 14, MedicationRow(date(2026, 11, 7), "", checked), next_dose_needs_two=True,
                tasks=(task("kapper ma 10:30", None, "Johan"),)),
        present(B, 12, 15, MedicationRow(), next_dose="", help_asked=AnswerState.NOT_ASKED,
                notes=(note(14, 55, "at weinig, weegt morgen"),)),
    )  # fmt: skip
    arrival = ArrivalRow(JANNIE, 9, "5", TODAY, time(14, 0), ("contact",), note="rolstoel, vervoer vrijwilligers")
    return HandoverRows(SHIFT, "Plezant", guests, (arrival,), 0, (), STAMP.printed_at_utc)


def many_rows(count: int) -> HandoverRows:
    """A full house of guests as they usually are: two lines of stop-signs, one note."""
    checked = ("S. de Wit", "M. Bakker")
    banners = [
        replace(JAN, guest=replace(JAN.guest, guest_id=n, guest_no=f"{n:04d}", name=f"Gast {n}"), room=str(n))
        for n in range(1, count + 1)
    ]
    guests = tuple(
        present(banner, 1, 4, MedicationRow(TODAY, "", checked), notes=(note(16, 5, "goed gegeten"),))
        for banner in banners
    )
    return replace(house_rows(), guests=guests, arrivals=())


def handover_print() -> HandoverPrint:
    return HandoverPrint(house_rows(), cards(), STAMP)


# -- declarations ------------------------------------------------------------------------------------------------

HOUSE = Party("Logeerhuis Plezant", ("Voorbeeldstraat 1", "5700 AA Helmond"))
HELMOND = Party("Gemeente Helmond", ("Afdeling Zorg en ondersteuning", "Postbus 950", "5700 AZ Helmond"), "0794")
RATE = Cents(20891)
EXEMPTION = "Vrijgesteld van btw: artikel 11, eerste lid, onderdeel g, 3° Wet op de omzetbelasting 1968."


def line(
    place: int, banner: SafetyBanner, number: str, arrival: date, departure: date, nights: int, *, trial: bool = False
) -> LineRow:
    """The nights of October of one stay, at € 208,91."""
    guest = banner.guest
    first = max(arrival, date(2026, 10, 1))
    dates = tuple(first + timedelta(days=day) for day in range(nights))
    return LineRow(
        guest.guest_id, guest.guest_no, guest.name, guest.born, BSN[place % 6], place, number, "kortdurend verblijf",
        "14", (StaySpan(arrival, departure, nights, trial),), nights, RATE, Cents(nights * RATE), dates, dates[0],
        dates[-1],
    )  # fmt: skip


def october_lines() -> tuple[LineRow, ...]:
    """The six families in October 2026: 39 nights."""
    return (
        line(0, PIET, "7012", date(2026, 9, 30), date(2026, 10, 4), 3),
        line(1, JAN, "6988", date(2026, 10, 2), date(2026, 10, 12), 10),
        line(2, IDA, "7003", date(2026, 10, 12), date(2026, 10, 22), 10),
        line(3, JOHAN, "6871", date(2026, 10, 20), date(2026, 11, 3), 12),
        line(4, JANNIE, "7020", date(2026, 10, 27), date(2026, 10, 30), 3),
        line(5, RITA, "7031", date(2026, 10, 9), date(2026, 10, 10), 1, trial=True),
    )


def sheet(**more: object) -> DeclarationSheet:
    """The declaration of design/print-decl."""
    lines = october_lines()
    bare = DeclarationSheet(
        house=HOUSE, house_agb="99999998", house_kvk="12345678", house_iban="NL91ABNA0417164300",
        house_vat="vrijgesteld", house_phone="0492 12 34 56", payer=HELMOND, payer_kind=PayerKind.MUNICIPALITY,
        law=Law.WMO, contract="Wmo 2026-HLM-04", number="2026-0117", issued_on=date(2026, 11, 2),
        due_on=date(2026, 12, 2), month=date(2026, 10, 1), lines=lines, total=total_of(lines),
        arrangement=Arrangement.PER_NIGHT, product="kortdurend verblijf", product_category="04", unit="14",
        exemption=EXEMPTION,
    )  # fmt: skip
    return replace(bare, **more)  # type: ignore[arg-type]


def total_of(lines: tuple[LineRow, ...]) -> Cents:
    return Cents(sum(row.amount for row in lines))


def long_sheet(count: int = 60) -> DeclarationSheet:
    """More lines than one page holds."""
    base = october_lines()
    lines = tuple(replace(base[n % 6], guest_id=n, allocation_number=f"{7100 + n}") for n in range(count))
    return sheet(lines=lines, total=total_of(lines))


def lump_sheet() -> DeclarationSheet:
    """A twelfth part of the year's sum; the lines must not reach the paper."""
    return sheet(
        arrangement=Arrangement.LUMP_SUM, total=Cents(1_250_000), share="1/12", contract="Subsidie 2026-18",
        product="beschikbaarheid logeerhuis", product_category="", unit="",
        share_note="Jaarbedrag € 150.000,00 in twaalf gelijke delen; de rest van de deling staat in december.",
    )  # fmt: skip


def private_sheet() -> DeclarationSheet:
    """The guest pays: addressed to the guest, without a BSN."""
    rows = (replace(october_lines()[0], allocation_number="", allocation_id=None),)
    return sheet(
        payer=Party("De heer P. van den Berg", ("Dorpsstraat 12", "5701 AB Helmond")), payer_kind=PayerKind.GUEST,
        law=Law.PRIVATE, contract="", number="2026-0118", lines=rows, total=total_of(rows), product="logeren",
        product_category="", show_bsn=False,
    )  # fmt: skip
