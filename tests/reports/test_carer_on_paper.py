"""What a carer tells stands in the file for the right of access, and on no other paper."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import JSON, Enum, String, Table, update

from logeerhuis_app import reports
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.carers import CarerWork, Complaint, HomeTask, RespiteReason
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.handover import shift_at
from logeerhuis_app.domain.measures import Answers, CarerQolItem, HowMuch, MeasureKind
from logeerhuis_app.domain.rights import Asker, RightKind
from logeerhuis_app.models import AuditLine, Booking, CarerMeasure, CarerSituation
from logeerhuis_app.reports.audit_report import build_audit_report
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.reports.destruction_proof import build_destruction_proof
from logeerhuis_app.reports.guest_card import build_guest_cards
from logeerhuis_app.reports.guest_file import build_guest_file
from logeerhuis_app.reports.handover import build_handover, build_handovers
from logeerhuis_app.reports.house_overview import build_house_overview
from logeerhuis_app.reports.intake_form import build_intake_form
from logeerhuis_app.reports.missing_sheet import build_missing_sheet
from logeerhuis_app.services.carers import (
    CarerWish,
    MeasureWish,
    add_measure,
    end_measure,
    set_carer_situation,
)
from logeerhuis_app.services.intake import intake_sheet
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.audit_log import audit_sheet
from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups
from logeerhuis_app.services.queries.handover import guest_card, guest_cards
from logeerhuis_app.services.queries.missing import missing_sheet
from logeerhuis_app.services.removal import destroy_file, proof_sheet, removal_sheet
from logeerhuis_app.services.rights import AskedBy, RequestWish, give_access, record_request
from logeerhuis_app.services.rows.audit import AuditFilter
from tests.support.declaring import OCTOBER, add_stay, oct_
from tests.support.houses import NOON, TestHouse, nov
from tests.support.pdf_reading import letters_of

SECRETS = {
    "load_note": "kwikzilver",
    "health_note": "zeppelin",
    "work_note": "kameleon",
    "tasks": "flamingo",
    "tasks_note": "walnoot",
    "reasons_note": "paradijsvogel",
    "note": "kwartelei",
    "end_reason": "zebrapad",
    "earlier": "sneeuwuil",
}
"""One word for every field of a carer in which somebody can type."""
CODED = ("inloondienst", "overbelast", "carerqol", "geluk6,5", "voldoening", "diabetes", "familieinhetbuitenland")
"""What the codes of this carer read like on paper."""
NOT_TYPED = {"caring_since", "carer_name", "recorded_by", "ended_by", "complaints", "reasons", "empties", "items"}
"""Codes, a month, and names that stand elsewhere as well."""
Paper = Callable[[TestHouse, int], bytes]


@pytest.fixture
def guest(file_house: TestHouse) -> int:
    """In the house now, declared for October, and with a carer who told everything."""
    house = file_house
    payer = house.payer("Gemeente Helmond")
    house.contract(payer)
    guest = house.guest("Piet", "Lieshout", bsn="999990019")
    house.allocation(guest, payer)
    add_stay(house, guest, oct_(5), 3)
    add_stay(house, guest, nov(20), 5, state=BookingState.PRESENT, presence=Presence.PLANNED)
    tell(house, add_contact(house.door, guest, ContactWish("Margreet", phone="06 1234 5678")).created_id)
    return guest


def tell(house: TestHouse, contact: int) -> None:
    set_carer_situation(house.door, contact, CarerWish(load_note=SECRETS["earlier"]))
    set_carer_situation(
        house.door,
        contact,
        CarerWish(
            CarerLoad.OVERBURDENED,
            SECRETS["load_note"],
            SECRETS["health_note"],
            asked_on=nov(2),
            age=71,
            caring_since="2019-03",
            hours_week=67,
            tasks={HomeTask.NIGHT: SECRETS["tasks"]},
            tasks_note=SECRETS["tasks_note"],
            work=CarerWork.EMPLOYED,
            work_note=SECRETS["work_note"],
            complaints=(Complaint.DIABETES,),
            reasons=(RespiteReason.FAMILY_ABROAD,),
            reasons_note=SECRETS["reasons_note"],
            version=1,
        ),
    )
    answers = Answers(MeasureKind.CARERQOL, dict.fromkeys(CarerQolItem, HowMuch.LOT), happiness_tenths=65)
    made = add_measure(house.door, contact, MeasureWish(answers, nov(3), SECRETS["note"])).created_id
    end_measure(house.door, made, SECRETS["end_reason"], 1)


def access_file(house: TestHouse, guest: int) -> bytes:
    return drawn(build_guest_file, give_access(house.door, guest, AskedBy(Asker.GUEST)))


def card(house: TestHouse, guest: int) -> bytes:
    made = guest_card(house.door, guest, now())
    assert made.cards
    return drawn(build_guest_cards, made.cards, made.stamp)


def handover(house: TestHouse, _guest: int) -> bytes:
    made = guest_cards(house.door, house._any_location(), now())
    assert made.cards
    return drawn(build_handover, made)


def handovers(house: TestHouse, _guest: int) -> bytes:
    return drawn(build_handovers, [guest_cards(house.door, house._any_location(), now())])


def overview(house: TestHouse, _guest: int) -> bytes:
    made = guest_cards(house.door, house._any_location(), now())
    return drawn(build_house_overview, made.rows, made.stamp)


def missing(house: TestHouse, guest: int) -> bytes:
    return drawn(build_missing_sheet, missing_sheet(house.door, guest))


def intake(house: TestHouse, guest: int) -> bytes:
    return drawn(build_intake_form, intake_sheet(house.door, guest))


def declaration(house: TestHouse, _guest: int) -> bytes:
    (group,) = month_groups(house.door, OCTOBER)
    return drawn(build_declaration, declaration_sheet(house.door, group.key, OCTOBER))


def log(house: TestHouse, guest: int) -> bytes:
    return drawn(build_audit_report, audit_sheet(house.door, AuditFilter(guest_id=guest)))


def proof(house: TestHouse, guest: int) -> bytes:
    with writing(house.door.engine) as session:
        session.execute(update(Booking).where(Booking.departure > nov(22)).values(departure=nov(21)))
        session.execute(update(Booking).values(state=BookingState.CANCELLED_GUEST))
    record_request(house.door, guest, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    version = removal_sheet(house.door, guest).version
    made = destroy_file(house.door, guest, "Lieshout", version).created_id
    return drawn(build_destruction_proof, proof_sheet(house.door, made))


PAPERS: dict[str, Paper] = {
    "build_guest_cards": card,
    "build_handover": handover,
    "build_handovers": handovers,
    "build_house_overview": overview,
    "build_missing_sheet": missing,
    "build_intake_form": intake,
    "build_declaration": declaration,
    "build_audit_report": log,
    "build_destruction_proof": proof,
}
"""Every paper that is made of what the house knows, but the access file."""
OTHER = {"build_guest_file", "build_recovery_code"}


def now() -> Any:
    return shift_at(NOON.replace(tzinfo=None))


def drawn(build: Callable[..., None], *values: object) -> bytes:
    out = BytesIO()
    partial(build, *values)(out)
    return out.getvalue()


def test_the_access_file_tells_it_all(file_house: TestHouse, guest: int):
    letters = letters_of(access_file(file_house, guest)).casefold()
    assert [word for word in (*SECRETS.values(), *CODED) if word not in letters] == []
    assert "71jaar" in letters
    assert "maart2019" in letters


@pytest.mark.parametrize("name", PAPERS)
def test_no_other_paper_tells_any_of_it(file_house: TestHouse, guest: int, name: str):
    paper = PAPERS[name](file_house, guest)
    letters = letters_of(paper).casefold()
    assert len(letters) > 100
    assert [word for word in SECRETS.values() if word in letters] == []
    told = () if name == "build_intake_form" else CODED  # its questions name the codes, for every guest alike
    assert [word for word in told if word in letters] == []


def test_every_paper_is_looked_at():
    """A new print needs a line in this table before it can be made."""
    found = set()
    for module in pkgutil.walk_packages(reports.__path__, f"{reports.__name__}."):
        loaded = importlib.import_module(module.name)
        found |= {name for name in vars(loaded) if name.startswith("build_") and callable(getattr(loaded, name))}
    assert found == PAPERS.keys() | OTHER


@pytest.mark.parametrize("model", [CarerSituation, CarerMeasure])
def test_every_field_that_can_be_typed_in_has_its_word(model: type[Any]):
    table: Table = model.__table__
    typed = {
        column.name
        for column in table.columns
        if isinstance(column.type, String | JSON) and not isinstance(column.type, Enum)
    }
    assert typed - NOT_TYPED <= SECRETS.keys()


def test_the_log_holds_none_of_it_either(file_house: TestHouse, guest: int):
    with reading(file_house.door.engine) as session:
        said = "\n".join(line.detail for line in session.query(AuditLine).filter_by(guest_id=guest)).casefold()
    assert [word for word in SECRETS.values() if word in said] == []
    assert "overburdened" not in said
    assert "family_abroad" not in said
