"""Who saw or did what: filters that leave nothing out, words a guest understands, pages."""

from datetime import date, timedelta

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.errors import NotAllowed, WrongPassword
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.services.audit import Entry, append
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.queries.audit_log import PAGE, audit_page, audit_sheet, audit_users
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind
from tests.support.houses import NOON, PASSWORD, TestHouse


def line(house: TestHouse, entry: Entry, hours: float = 0, role: Role = Role.CARE) -> None:
    with writing(house.door.engine) as session:
        append(session, entry, house.users[role], NOON + timedelta(hours=hours), "balie")


def said(house: TestHouse, **asked: object) -> list[tuple[str, str]]:
    return [(row.who, row.what) for row in audit_page(house.door, AuditFilter(**asked)).rows]  # type: ignore[arg-type]


def test_only_the_manager_reads_the_log(house: TestHouse):
    for role in (Role.CARE, Role.COORDINATOR, Role.ADMINISTRATOR):
        for query in (audit_page, audit_sheet):
            with pytest.raises(NotAllowed):
                query(house.as_role(role), AuditFilter())


def test_a_guest_hears_who_saw_the_file_also_on_a_list(house: TestHouse):
    noor, piet = house.guest("Noor"), house.guest("Piet")
    guest_file(house.as_role(Role.CARE), noor)
    for guests in ([noor], [noor, piet], [piet, noor], [piet, noor, piet], [piet], [noor * 10 + 1, piet]):
        line(house, Entry(UseCase.SEE_DECLARATIONS, "R", "declaration_month", 1, None, {"guests": guests}))
    found = said(house, guest_id=noor, kind=AuditKind.SEEN)
    assert found.count(("Care Test", "declaraties zien")) == 4
    assert ("Care Test", "een gastdossier zien") in found
    assert ("Care Test", "een gastdossier zien") not in said(house, guest_id=piet)


def test_each_kind_has_its_lines_and_no_line_is_lost(house: TestHouse):
    guest = house.guest()
    for use_case, action, kind, outcome in (
        (UseCase.SEE_GUEST, "R", "guest", "done"),
        (UseCase.CHANGE_GUEST, "U", "guest", "done"),
        (UseCase.PRINT_HANDOVER, "E", "handover_print", "done"),
        (UseCase.EXPORT_GUEST, "E", "guest_export", "done"),
        (UseCase.SEE_TODAY, "E", "login", "done"),
        (UseCase.MANAGE_USERS, "E", "use_case", "refused"),
    ):
        line(house, Entry(use_case, action, kind, guest, guest if kind != "login" else None, outcome=outcome))
    only_care = {"username": "care"}
    counts = {kind: len(said(house, kind=kind, **only_care)) for kind in AuditKind}
    assert counts == dict.fromkeys(AuditKind, 1)
    assert len(said(house, **only_care)) == 6
    assert said(house, kind=AuditKind.REFUSED, **only_care) == [("Care Test", "geweigerd: gebruikers beheren")]
    assert said(house, kind=AuditKind.LOGGED_IN, **only_care) == [("Care Test", "ingelogd")]


def test_a_day_begins_and_ends_by_the_clock_of_the_house(house: TestHouse):
    for hours in (-12.1, -11.9, 11.9, 12.1):  # the house's midnights lie twelve hours from noon
        line(house, Entry(UseCase.SEE_GUEST, "R", "guest", 1), hours)
    day = date(2026, 11, 22)
    assert len(said(house, username="care", first=day, last=day)) == 2
    assert len(said(house, username="care", first=day)) == 3
    assert len(said(house, username="care", last=day)) == 3


def test_long_lists_come_by_pages(house: TestHouse):
    for number in range(PAGE + 5):
        line(house, Entry(UseCase.SEE_GUEST, "R", "guest", number))
    first = audit_page(house.door, AuditFilter(username="care"))
    second = audit_page(house.door, AuditFilter(username="care"), PAGE)
    assert (len(first.rows), len(second.rows), second.total) == (PAGE, 5, PAGE + 5)
    ids = [row.line_id for row in (*first.rows, *second.rows)]
    assert ids == sorted(ids, reverse=True)


def test_wrong_passwords_and_strangers_have_words(house: TestHouse):
    for name in ("manager", "wie dan ook"):
        with pytest.raises(WrongPassword):
            log_in(house.place, name, "fout", FixedClock(NOON))
    log_in(house.place, "manager", PASSWORD, FixedClock(NOON + timedelta(minutes=5))).engine.dispose()
    found = said(house, kind=AuditKind.REFUSED)
    assert ("M. Beheer", "verkeerd wachtwoord bij het inloggen") in found
    assert ("onbekende gebruikersnaam", "verkeerd wachtwoord bij het inloggen") in found


def test_the_print_is_on_record_and_names_the_guest(house: TestHouse):
    guest = house.guest("Noor", "Jansen")
    guest_file(house.as_role(Role.CARE), guest)
    sheet = audit_sheet(house.door, AuditFilter(guest_id=guest))
    assert sheet.guest.startswith("Noor Jansen (")
    assert sheet.house == "Testhuis"
    assert ("M. Beheer", "het logboek afdrukken") in said(house, guest_id=guest, kind=AuditKind.PRINTED)
    assert ("care", "Care Test") in audit_users(house.door)
