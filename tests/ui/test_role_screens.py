"""The screens show no more than the role may see: marked words go in everywhere, and each role walks through it all."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.roles import Role, UseCase, is_allowed
from logeerhuis_app.models import AuditLine, Booking, User
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.services.declarations import fix_declaration
from logeerhuis_app.services.handover import NoteWish, write_note
from logeerhuis_app.services.queries.declarations import month_groups
from logeerhuis_app.services.queries.search import find_everything
from logeerhuis_app.services.rows.declaring import DeclarationSheet
from logeerhuis_app.services.trajectories import RequestWish, open_trajectory
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.workplace import Workplace
from tests.support.counts import COUNT
from tests.support.declaring import FUNDED, OCTOBER, add_stay, oct_
from tests.support.guest_files import BSN, piet
from tests.support.houses import TestHouse
from tests.support.seen_words import words_of

NOTE, REQUEST, PAYER = "kwikzilveren notitie", "vraag van een flamingo", "Gemeente Nergenshuizen"
MARKS: dict[UseCase, tuple[str, ...]] = {
    UseCase.SEE_BSN: (BSN,),
    UseCase.SEE_FUNDING: ("AW-88120", "CZ · Zuidoost-Brabant"),
    UseCase.SEE_CARE: ("metoprolol", "penicilline", "dementie", "verblijfskatheter", "dwaalt 's nachts"),
    UseCase.SEE_CARER: ("staat altijd «aan»", "slaapt slecht"),
    UseCase.SEE_HANDOVER: (NOTE,),
    UseCase.SEE_TRAJECTORIES: (REQUEST,),
    UseCase.SEE_DECLARATIONS: (PAYER, "2026-0001"),
    UseCase.MANAGE_USERS: ("Zelden Aanwezig",),
}
ONLY_ASKED_FOR = {UseCase.SEE_BSN}
"""Nobody sees it before a button is pressed, which is on record; the search for it works all the same."""


@dataclass
class Marked:
    """The house full of marked words."""

    house: TestHouse
    guest: int
    booking: int


@pytest.fixture
def marked(file_house: TestHouse) -> Marked:
    location = file_house.location(**FUNDED)  # type: ignore[arg-type]
    guest = piet(file_house)
    write_note(file_house.door, NoteWish(location, NOTE, guest_id=guest))
    contact = file_house.users[Role.COORDINATOR].user_id or 0
    open_trajectory(file_house.door, RequestWish("Flip Flamingo", contact, reasons=REQUEST, wish=REQUEST))
    file_house.add(User(username="zelden", name="Zelden Aanwezig", role=Role.CARE))
    _declared(file_house)
    with reading(file_house.door.engine) as session:
        booking = session.query(Booking.id).filter_by(guest_id=guest, arrival=date(2026, 11, 20)).scalar()
    return Marked(file_house, guest, booking)


def _declared(house: TestHouse) -> None:
    """Somebody else's October, fixed."""
    payer = house.payer(PAYER)
    house.contract(payer)
    guest = house.guest("Kees", bsn="999990019")
    house.allocation(guest, payer)
    add_stay(house, guest, oct_(5), 3)
    key = next(group.key for group in month_groups(house.door, OCTOBER) if group.payer == PAYER)
    fix_declaration(house.door, OCTOBER, key, _paper)


def _paper(sheet: DeclarationSheet) -> bytes:
    out = BytesIO()
    build_declaration(sheet, out)
    return out.getvalue()


@contextmanager
def at_work(marked: Marked, role: Role, folder: Path) -> Iterator[Workplace]:
    door = marked.house.as_role(role)
    workplace = Workplace(Operations(door), SettingsFile(folder), "Testhuis", is_practice=False)
    workplace.window.resize(1366, 768)
    workplace.window.show()
    try:
        yield workplace
    finally:
        workplace.close()
        QApplication.processEvents()


def walk(workplace: Workplace, marked: Marked) -> Iterator[str]:
    """The words of every screen, tab, panel and search."""
    for screen_id in workplace.window.screen_ids:
        workplace.show_screen(screen_id)
        yield seen(workplace)
    workplace.open_guest(marked.guest)
    screen = workplace.window.screen_of("guests")
    assert isinstance(screen, GuestsScreen)
    pages = screen.view.pages
    for place in range(pages.count()):
        if pages.isTabVisible(place):
            pages.setCurrentIndex(place)
            yield seen(workplace)
    steps: dict[str, Callable[[], None]] = {
        "planning": lambda: workplace.open_booking(marked.booking),
        "handover": lambda: workplace.open_handover(marked.guest),
        "declarations": lambda: workplace.open_declarations(OCTOBER.first),
    }
    for screen_id, step in steps.items():
        if screen_id in workplace.window.screen_ids:
            step()
            yield seen(workplace)
    for words in ("Berg", BSN, "AW-88120", PAYER, "metoprolol"):
        yield "\n".join(f"{hit.title} {hit.subtitle} {hit.badge}" for hit in find_everything(workplace.door, words))


def seen(workplace: Workplace) -> str:
    QApplication.processEvents()
    return words_of(workplace.window)


@pytest.mark.parametrize("role", Role)
def test_the_screens_show_no_more_than_the_role_may_see(role: Role, marked: Marked, tmp_path: Path, record_property):
    with at_work(marked, role, tmp_path) as workplace:
        words = "\n".join(walk(workplace, marked))
    plain = re.sub(r"(?<=\d)[ .\-\u202f\xa0](?=\d)", "", words)
    for use_case, marks in MARKS.items():
        found = {mark for mark in marks if mark in words or mark in plain}
        if not is_allowed(role, use_case):
            assert found == set(), f"{role} may not {use_case}"
        elif use_case not in ONLY_ASKED_FOR:
            assert found == set(marks), f"{role} may {use_case}"
    assert len(words) > 3000
    assert refused(marked.house) == []
    record_property(COUNT + "roles: cells of role and kind of data on the screens", len(MARKS))


def refused(house: TestHouse) -> list[str]:
    """A refusal on record says that a screen asked, and makes an honest user look curious."""
    with reading(house.door.engine) as session:
        return [line.use_case for line in session.query(AuditLine).filter_by(outcome="refused")]
