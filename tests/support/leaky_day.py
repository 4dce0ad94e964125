"""A day at a house full of marked words, in a process of its own that breaks off in the middle of its work.

``python -m tests.support.leaky_day FOLDER``: the house in FOLDER/data, papers that the user asked for in FOLDER/papers.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from logeerhuis_app import app as program_file
from logeerhuis_app.cli import main
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.care import AlertKind, AllergyCategory, AnswerState, CareTopic, Criticality, Severity
from logeerhuis_app.domain.care_scores import Score, ScoreItem, ScoreKind
from logeerhuis_app.domain.carers import HomeTask
from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind, DocumentKind
from logeerhuis_app.domain.errors import BedTaken, FieldInvalid, WrongPassword
from logeerhuis_app.domain.handover import NoteCategory, ShiftKind
from logeerhuis_app.domain.legal import Representation
from logeerhuis_app.domain.measures import Answers, MeasureKind
from logeerhuis_app.domain.medication import Medicine
from logeerhuis_app.domain.person import IdentityDocument
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Note
from logeerhuis_app.paths import settings_dir
from logeerhuis_app.services.backups import back_up
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.care import AlertWish, AllergyWish, AnswerWish, add_alert, add_allergy, record_answers
from logeerhuis_app.services.care_scores import ScoreWish, add_score
from logeerhuis_app.services.carers import (
    CarerWish,
    MeasureWish,
    add_measure,
    correct_measure,
    set_carer_situation,
)
from logeerhuis_app.services.documents import ConsentWish, DocumentWish, attach_document, record_consent
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.handover import NoteWish, write_note
from logeerhuis_app.services.legal import RepresentativeWish, add_representative
from logeerhuis_app.services.login import NewUser, create_house, log_in
from logeerhuis_app.services.medication import ListWish, record_list
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.restoring import carry_out, prepare_restore_here
from logeerhuis_app.services.second_factor import turn_on
from logeerhuis_app.services.users import add_user
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.application import make_application
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.handover.note_dialogs import NoteDialog
from logeerhuis_app.ui.jobs import Job
from tests.support.documents import pdf_of, picture
from tests.support.houses import NOON, PASSWORD, TestHouse, nov
from tests.support.phones import Phone

GIVEN, LAST, TOWN = "Xanthippé", "Vreemdeling-Zeldzaam", "Nergenshuizen"
BSN = "999990019"
NOTE, DRAFT, UNSAVED = "kwikzilveren notitie", "half geschreven zebrapad", "onbevestigde walvis"
ALLERGY, MEDICINE, ALERT = "Paradijsvogelveren", "Fantasiemycine", "nachtelijk flamencodansen"
SCAN, SCAN_NOTE, AGREED = "scheefgroeiende kwarteleitjes", "schoenendoos op zolder", "Tante Zonderling"
TYPED, SECOND_PASSWORD = "perongelukhiergetikt", "zeven gele zeepaardjes"
PHONE_KEY = "LEKKENDESLEUTELVANDETELEFOON2345"
HALF_TYPED, TYPED_BSN = "Onafgemaakte Bosuilstraat", "999990020"
CARER, TASK, MEASURED = "zuchtende zeemeermin", "rolschaatsend bedpan", "kreukelige kameleon"
HOBBY, SCORED = "schubdierenvoetbal", "afwezig kijkend nijlpaard"
CRASH, STREET, SEARCHED = "botsing met zeppelin", "Kromme Elleboogsteeg", "vreemdeling-zeld"
DECIDES, AGREED_NOT = "Mentor Zeldzaamheid", "nooit een zonnebril opzetten"
MARKS = (
    *(DECIDES, AGREED_NOT),
    *(GIVEN, LAST, TOWN, BSN, NOTE, DRAFT, UNSAVED, ALLERGY, MEDICINE, ALERT, CRASH, STREET, SEARCHED, PASSWORD),
    *(CARER, TASK, MEASURED, HOBBY, SCORED),
    *(SCAN, SCAN_NOTE, AGREED, TYPED, SECOND_PASSWORD, PHONE_KEY, "otpauth:", HALF_TYPED, TYPED_BSN),
    "xanthippe vreemdeling",  # as it is folded for searching
)
CLOCK = FixedClock(NOON)
CRASHED = 77
CODE_FILE = "herstelcode.txt"
"""Among the papers: the code that may stand nowhere else."""


def fill(place: HousePlace) -> tuple[TestHouse, int]:
    """Marked words in every corner: guest, care, medicine, note."""
    manager = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)
    house = TestHouse(create_house(place, "Testhuis", manager, CLOCK, is_practice=False), place)
    location, bed = house.location(), house.bed()
    born, identity = date(1940, 2, 3), nov(2)
    wish = PersonWish(
        GIVEN, born, LAST, street=STREET, house_no="1", town=TOWN, identity_document=IdentityDocument.PASSPORT,
        identity_checked_on=identity, bsn=BSN,
    )  # fmt: skip
    guest = register_guest(house.door, wish).created_id
    add_allergy(house.door, guest, AllergyWish(ALLERGY, Criticality.SEVERE, AllergyCategory.FOOD))
    add_alert(house.door, guest, AlertWish(AlertKind.WANDERING, ALERT, Severity.RED, name=ALERT))
    add_representative(house.door, guest, RepresentativeWish(Representation.MENTOR, DECIDES, note=AGREED_NOT))
    record_list(
        house.door,
        guest,
        ListWish(nov(1), "Apotheek", "via de zoon", (Medicine(f"{MEDICINE} 5 mg", "1 tablet", ("8:00",)),), pages=1),
    )
    answer_about_care(house, guest)
    tell_of_the_carer(house, guest)
    keep_papers(house, guest)
    write_note(house.door, NoteWish(location, NOTE, guest_id=guest))
    place_booking(house.door, BookingWish(guest, bed, nov(22), nov(25), accepted=frozenset({"no_payer", "in_past"})))
    be_refused(house, bed)
    return house, guest


def answer_about_care(house: TestHouse, guest: int) -> None:
    """An answer in words, and a word beside a score."""
    record_answers(house.door, guest, [AnswerWish(CareTopic.HOBBY, AnswerState.GIVEN, text=HOBBY)])
    score = Score(ScoreKind.KATZ, {ScoreItem.FEEDING: 1})
    add_score(house.door, guest, ScoreWish(score, nov(20), SCORED))


def tell_of_the_carer(house: TestHouse, guest: int) -> None:
    """The carer's own words, and a measurement that was put right."""
    contact = add_contact(house.door, guest, ContactWish("Tante Zonderling")).created_id
    told = CarerWish(load_note=CARER, tasks={HomeTask.NIGHT: TASK}, health_note=CARER)
    set_carer_situation(house.door, contact, told)
    wish = MeasureWish(Answers(MeasureKind.CSI, {}, 4), nov(3), MEASURED)
    made = add_measure(house.door, contact, wish).created_id
    correct_measure(house.door, made, replace(wish, note=""), MEASURED, 1)


def keep_papers(house: TestHouse, guest: int) -> None:
    """A scan and a photo with their words in plain sight, and who agreed to the photo."""
    consent = ConsentWish(ConsentKind.PHOTO, ConsentAnswer.GIVEN, AGREED, ConsentHow.SPOKEN, nov(2))
    record_consent(house.door, guest, consent)
    scan = pdf_of(SCAN, packed=False)
    attach_document(house.door, guest, DocumentWish(DocumentKind.CARE_LETTER, f"{SCAN}.pdf", scan, note=SCAN_NOTE))
    photo = DocumentWish(DocumentKind.PHOTO, "x.jpg", picture() + SCAN.encode(), nov(2), small=picture(96, 96))
    attach_document(house.door, guest, photo)


def be_refused(house: TestHouse, bed: int) -> None:
    """Refusals carry names and numbers on their way to the screen."""
    other = house.guest("Iemand", "Anders")
    with suppress(BedTaken):
        place_booking(house.door, BookingWish(other, bed, nov(23), nov(24), accepted=frozenset({"no_payer"})))
    with suppress(FieldInvalid):
        wish = PersonWish(GIVEN, date(1940, 2, 3), LAST, identity_checked_on=nov(2), bsn=BSN[:-1] + "0")
        register_guest(house.door, wish)


def at_the_command_line(place: HousePlace, papers: Path) -> None:
    """Everything that leaves the house on request; and passwords that are wrong, one in the field of the name."""
    papers.mkdir()
    environ = {"LOGEERHUIS_USER": "manager", "LOGEERHUIS_PASSWORD": PASSWORD}
    with patch.dict(os.environ, environ):
        for words in (
            ("handover", "--to", str(papers / "overdracht.pdf"), "--shift", "avond"),
            ("export", str(papers / "huis.json")),
            ("declare", "2026-11", "--to", str(papers / "declaraties")),
            ("verify",),
        ):
            main(("--data", str(place.folder), *words), CLOCK)
    for username, password in ((TYPED, PASSWORD), ("manager", TYPED)):
        with suppress(WrongPassword):
            log_in(place, username, password, CLOCK)


def let_people_in(house: TestHouse, papers: Path) -> None:
    """Passwords, the key of a phone and a code on paper, which may stand nowhere readable."""
    add_user(house.door, NewUser("hulp", "Hulp Tijdelijk", Role.CARE, SECOND_PASSWORD))
    helper = log_in(house.place, "hulp", SECOND_PASSWORD, CLOCK)
    turn_on(helper, PHONE_KEY, Phone(PHONE_KEY).code(NOON), SECOND_PASSWORD)
    helper.engine.dispose()
    (papers / CODE_FILE).write_text(new_recovery_code(house.door).code, encoding="utf-8")


def put_back(house: TestHouse) -> TestHouse:
    """The house of an hour ago is restored, and what was written since is kept beside it."""
    done = back_up(house.door)
    write_note(house.door, NoteWish(1, f"{NOTE} die weer weg moet"))
    carry_out(prepare_restore_here(house.door, Path(done.file), PASSWORD), CLOCK, house.door)
    later = FixedClock(NOON + timedelta(hours=1))  # the wait after the wrong password is over
    return TestHouse(log_in(house.place, "manager", PASSWORD, later), house.place)


class Day:
    """Steps in the window, one after the other, until the last one breaks off."""

    def __init__(self, folder: Path, house: TestHouse, guest: int) -> None:
        self._folder = folder
        self._house = house
        self._guest = guest
        self._program = program_file.Program(house.place, CLOCK, SettingsFile(house.place.database.parent))
        self._program.hook.install()
        self._steps: list[Callable[[], None]] = [
            *(self._log_in, self._look_around, self._look_at_a_scan, self._half_a_note, self._half_a_form),
            *(self._save_paper, self._crash_in_the_window, self._crash_in_a_job, self._break_off),
        ]

        self._is_beginning = True

    def start(self) -> None:
        self._program.start()
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._timer.start(150)

    def _step(self) -> None:
        if self._program.workplace is None and self._program.login is None:
            return
        if not self._is_beginning and self._program.workplace is None:
            return  # the password is being looked at
        if not self._steps:
            os._exit(1)  # the last step did not do what it should
        self._is_beginning = False
        self._steps.pop(0)()

    def _log_in(self) -> None:
        login = self._program.login
        assert login is not None
        login.user_field.setText("manager")
        login.password_field.setText(PASSWORD)
        login.login_button.click()

    def _look_around(self) -> None:
        workplace = self._program.workplace
        assert workplace is not None
        for screen_id in ("today", "planning", "guests", "requests", "handover", "declarations"):
            workplace.show_screen(screen_id)
            QApplication.processEvents()
        workplace.open_guest(self._guest)
        workplace.search.line.setText(SEARCHED)
        workplace.window.resize(1300, 760)
        workplace.window.close()  # it writes down where it stood
        workplace.window.show()

    def _look_at_a_scan(self) -> None:
        workplace = self._program.workplace
        assert workplace is not None
        screen = workplace.show_screen("guests")
        deeds, file = screen.deeds, guest_file(self._house.door, self._guest)  # type: ignore[attr-defined]
        self._viewers = [deeds.papers.view(file, row) for row in file.papers.documents]
        wait_for(lambda: all(viewer.preview.pdf for viewer in self._viewers))
        for viewer in self._viewers:
            viewer.accept()

    def _half_a_note(self) -> None:
        workplace = self._program.workplace
        assert workplace is not None
        workplace.open_handover(self._guest)
        screen = workplace.show_screen("handover")
        screen.panel.note_requested.emit()  # type: ignore[attr-defined]
        (dialog,) = workplace.window.findChildren(NoteDialog)
        dialog.text.setPlainText(DRAFT)

    def _half_a_form(self) -> None:
        """Kept inside the house while it stands open, and open when everything breaks off."""
        workplace = self._program.workplace
        assert workplace is not None
        screen = workplace.show_screen("guests")
        screen.deeds.edit_person(guest_file(self._house.door, self._guest))  # type: ignore[attr-defined]
        (form,) = workplace.window.findChildren(PersonDialog)
        form.fields["street"].setText(HALF_TYPED)  # type: ignore[attr-defined]
        form.fields["bsn"].setText(TYPED_BSN)  # type: ignore[attr-defined]
        assert form.draft is not None
        form.draft.keep()

    def _save_paper(self) -> None:
        """What the user asks for is a file like any other, where the user wants it; a backup is not."""
        papers = self._folder / "papers"
        file = guest_file(self._house.door, self._guest)
        second = self._folder / "stick"
        second.mkdir()
        back_up(self._house.door, second)
        (papers / "gast.txt").write_text(f"{file} {BSN}", encoding="utf-8")

    def _crash_in_the_window(self) -> None:
        raise RuntimeError(f"{CRASH}: {LAST} {BSN}")

    def _crash_in_a_job(self) -> None:
        job = Job(lambda _job: {}[f"{CRASH} {LAST}"])  # type: ignore[index]
        job.failed.connect(self._program._refuse)
        job.start()

    def _break_off(self) -> None:
        """In the middle of a transaction, with the window open and the journal full."""
        engine = self._house.door.engine
        with reading(engine) as session:
            location = session.query(Note.location_id).scalar()
        with writing(engine) as session:
            for number in range(3000):
                values = {"shift_day": nov(22), "shift_kind": ShiftKind.EARLY, "at_utc": NOON, "by_user_id": 1}
                values |= {"location_id": location, "category": NoteCategory.GENERAL}
                session.add(Note(text=f"{UNSAVED} {number}", **values))
            session.flush()
            os._exit(CRASHED)


def wait_for(ready: Callable[[], bool]) -> None:
    """Let the window work until it is so; the day as a whole has its limit outside."""
    while not ready():
        QApplication.processEvents()


def live(folder: Path) -> None:
    place = HousePlace(folder / "data")
    house, guest = fill(place)
    at_the_command_line(place, folder / "papers")
    let_people_in(house, folder / "papers")
    house = put_back(house)
    app = make_application(settings_dir(place.folder))
    day = Day(folder, house, guest)
    day.start()
    app.exec()


if __name__ == "__main__":
    live(Path(sys.argv[1]))
