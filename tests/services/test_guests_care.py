"""Care facts: an unknown never becomes a «none», and a harm never disappears without a word."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.errors import (
    ChangedByOther,
    FieldInvalid,
    FieldRequired,
    NotAllowed,
    NotFound,
    UserFacingError,
)
from logeerhuis_app.domain.guests import CarerLoad, HelpKind, ProfessionalRole, Relationship
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Alert, AuditLine
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ProblemWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    add_problem,
    change_alert,
    change_allergy,
    change_problem,
    end_alert,
    record_answers,
    remove_allergy,
    remove_problem,
    set_resuscitation,
    state_allergies,
)
from logeerhuis_app.services.carers import CarerWish, set_carer_situation
from logeerhuis_app.services.medication import record_list
from logeerhuis_app.services.network import (
    ContactWish,
    HelpWish,
    ProfessionalWish,
    add_contact,
    add_help,
    add_professional,
    change_contact,
    change_help,
    change_professional,
    remove_contact,
    remove_help,
    remove_professional,
)
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file, guest_log
from logeerhuis_app.services.rows.guest import GuestFile
from tests.support.houses import TestHouse, nov
from tests.support.medicines import METOPROLOL, pharmacy_list

TODAY = nov(22)
PENICILLIN = AllergyWish("penicilline", Criticality.SEVERE, AllergyCategory.MEDICATION, reaction="anafylaxie")


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


def version_of(house: TestHouse, guest: int) -> int:
    return file_of(house, guest).person.version


def said_about(house: TestHouse, guest: int) -> str:
    with reading(house.door.engine) as session:
        return "\n".join(session.scalars(select(AuditLine.detail).where(AuditLine.guest_id == guest)))


# --- allergies ---------------------------------------------------------------------------------------------------


def test_none_known_carries_who_said_it_and_when(house: TestHouse):
    guest = house.guest()
    state_allergies(house.as_role(Role.CARE), guest, AllergyStatus.NONE_KNOWN, version_of(house, guest))
    file = file_of(house, guest)
    assert (file.banner.allergy_status, file.banner.allergy_confirmed_on) == (AllergyStatus.NONE_KNOWN, TODAY)
    assert file.allergy_confirmed_by == house.users[Role.CARE].name


def test_an_allergy_makes_the_status_known(house: TestHouse):
    guest = house.guest()
    state_allergies(house.door, guest, AllergyStatus.NONE_KNOWN, version_of(house, guest))
    add_allergy(house.door, guest, PENICILLIN)
    banner = file_of(house, guest).banner
    assert banner.allergy_status is AllergyStatus.KNOWN
    assert [(row.agent, row.reaction, row.category) for row in banner.allergies] == [
        ("penicilline", "anafylaxie", AllergyCategory.MEDICATION)
    ]


def test_none_cannot_be_said_over_an_allergy(house: TestHouse):
    guest = house.guest()
    add_allergy(house.door, guest, PENICILLIN)
    for status in (AllergyStatus.NONE_KNOWN, AllergyStatus.UNAVAILABLE, AllergyStatus.NOT_ASKED):
        with pytest.raises(FieldInvalid):
            state_allergies(house.door, guest, status, version_of(house, guest))
    assert file_of(house, guest).banner.allergy_status is AllergyStatus.KNOWN


def test_known_says_what(house: TestHouse):
    guest = house.guest()
    with pytest.raises(FieldRequired):
        state_allergies(house.door, guest, AllergyStatus.KNOWN, version_of(house, guest))


def test_without_the_last_allergy_nothing_is_known_again(house: TestHouse):
    guest = house.guest()
    first = add_allergy(house.door, guest, PENICILLIN).created_id
    second = add_allergy(house.door, guest, AllergyWish("noten", Criticality.MILD)).created_id
    with pytest.raises(FieldRequired):
        remove_allergy(house.door, first, " ", 1)
    remove_allergy(house.door, first, "verkeerd verstaan", 1)
    assert file_of(house, guest).banner.allergy_status is AllergyStatus.KNOWN
    remove_allergy(house.door, second, "verkeerde gast", 1)
    banner = file_of(house, guest).banner
    assert (banner.allergy_status, banner.allergy_confirmed_on) == (AllergyStatus.NOT_ASKED, None)
    assert "verkeerd verstaan" in said_about(house, guest)
    assert "penicilline" in said_about(house, guest)


def test_a_life_threatening_allergy_says_where_the_medicine_lies(house: TestHouse):
    guest = house.guest()
    fatal = replace(PENICILLIN, criticality=Criticality.FATAL)
    with pytest.raises(FieldRequired) as caught:
        add_allergy(house.door, guest, fatal)
    assert caught.value.field == "rescue"
    add_allergy(house.door, guest, replace(fatal, rescue="EpiPen in de rode tas"))
    assert file_of(house, guest).banner.allergies[0].rescue == "EpiPen in de rode tas"


def test_an_allergy_that_another_changed_is_not_overwritten(house: TestHouse):
    guest = house.guest()
    allergy = add_allergy(house.door, guest, PENICILLIN).created_id
    change_allergy(house.door, allergy, replace(PENICILLIN, reaction="benauwd", version=1))
    with pytest.raises(ChangedByOther):
        change_allergy(house.door, allergy, replace(PENICILLIN, reaction="jeuk", version=1))
    with pytest.raises(ChangedByOther):
        remove_allergy(house.door, allergy, "reden", 1)
    with pytest.raises(FieldRequired):
        change_allergy(house.door, allergy, replace(PENICILLIN, agent="", version=2))
    assert file_of(house, guest).banner.allergies[0].reaction == "benauwd"


# --- resuscitation -----------------------------------------------------------------------------------------------


def test_resuscitation_carries_its_day(house: TestHouse):
    guest = house.guest()
    wish = ResuscitationWish(Resuscitation.NO, date(2026, 2, 12), "met de huisarts", version_of(house, guest))
    set_resuscitation(house.door, guest, wish)
    banner = file_of(house, guest).banner
    assert (banner.resuscitation, banner.resuscitation_on) == (Resuscitation.NO, date(2026, 2, 12))
    assert banner.resuscitation_text == "met de huisarts"
    with pytest.raises(ChangedByOther):
        set_resuscitation(house.door, guest, replace(wish, choice=Resuscitation.YES))


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (ResuscitationWish(Resuscitation.NO, None), "resuscitation_on"),
        (ResuscitationWish(Resuscitation.NO, TODAY + timedelta(days=1)), "resuscitation_on"),
        (ResuscitationWish(Resuscitation.OTHER, TODAY, " "), "resuscitation_text"),
    ],
)
def test_a_half_answer_about_resuscitation_is_refused(house: TestHouse, wish: ResuscitationWish, field: str):
    guest = house.guest()
    with pytest.raises(UserFacingError) as caught:
        set_resuscitation(house.door, guest, replace(wish, version=version_of(house, guest)))
    assert getattr(caught.value, "field", "") == field
    assert file_of(house, guest).banner.resuscitation is Resuscitation.NOT_DISCUSSED


# --- alerts ------------------------------------------------------------------------------------------------------


def test_an_alert_says_what_to_do(house: TestHouse):
    guest = house.guest()
    for action in ("", "   "):
        with pytest.raises(FieldRequired):
            add_alert(house.door, guest, AlertWish(AlertKind.FALLING, action, Severity.AMBER))
    with pytest.raises(FieldRequired):
        add_alert(house.door, guest, AlertWish(AlertKind.OTHER, "bellen", Severity.AMBER))
    add_alert(house.door, guest, AlertWish(AlertKind.FALLING, "rollator binnen bereik", Severity.AMBER, "valt snel"))
    (alert,) = file_of(house, guest).banner.alerts
    assert (alert.name, alert.action, alert.severity) == ("valt snel", "rollator binnen bereik", Severity.AMBER)


def test_an_ended_alert_stays_on_file_with_its_reason(house: TestHouse):
    guest = house.guest()
    alert = add_alert(house.door, guest, AlertWish(AlertKind.OXYGEN, "2 l/min", Severity.RED)).created_id
    change_alert(house.door, alert, AlertWish(AlertKind.OXYGEN, "3 l/min", Severity.RED, version=1))
    with pytest.raises(FieldRequired):
        end_alert(house.door, alert, "", 2)
    with pytest.raises(ChangedByOther):
        end_alert(house.door, alert, "gestopt", 1)
    end_alert(house.door, alert, "gestopt door de longarts", 2)
    assert file_of(house, guest).banner.alerts == ()
    with reading(house.door.engine) as session:
        row = session.get_one(Alert, alert)
        assert (row.ended_on, row.ended_why) == (TODAY, "gestopt door de longarts")


# --- answers and problems ----------------------------------------------------------------------------------------


def test_answers_are_kept_all_or_none(house: TestHouse):
    guest = house.guest()
    good = AnswerWish(CareTopic.DRINK_LEVEL, AnswerState.GIVEN, "2")
    with pytest.raises(FieldInvalid):
        record_answers(house.door, guest, [good, AnswerWish(CareTopic.DRINK_LEVEL, AnswerState.GIVEN, "6")])
    assert file_of(house, guest).answers == {}
    record_answers(house.door, guest, [good, AnswerWish(CareTopic.NIGHT, AnswerState.GIVEN, text=" 2x toilet ")])
    answers = file_of(house, guest).answers
    assert (answers[CareTopic.DRINK_LEVEL].code, answers[CareTopic.NIGHT].text) == ("2", "2x toilet")


def test_each_empty_stays_its_own(house: TestHouse):
    guest = house.guest()
    wishes = [
        AnswerWish(CareTopic.SKIN, AnswerState.NONE),
        AnswerWish(CareTopic.AIDS, AnswerState.UNKNOWN),
        AnswerWish(CareTopic.MEMORY, AnswerState.NOT_ASKED),
    ]
    record_answers(house.door, guest, wishes)
    answers = file_of(house, guest).answers
    assert [answers[wish.topic].state for wish in wishes] == [wish.state for wish in wishes]
    assert CareTopic.DIET not in answers


def test_an_answer_taken_back_leaves_no_text_behind(house: TestHouse):
    guest = house.guest()
    record_answers(
        house.door, guest, [AnswerWish(CareTopic.DIET, AnswerState.GIVEN, "salt_reduced:medical", "licht gezouten")]
    )
    record_answers(
        house.door, guest, [AnswerWish(CareTopic.DIET, AnswerState.NONE, "salt_reduced:medical", "licht gezouten", 1)]
    )
    answer = file_of(house, guest).answers[CareTopic.DIET]
    assert (answer.state, answer.code, answer.text) == (AnswerState.NONE, "", "")
    assert "licht gezouten" in said_about(house, guest)


def test_two_people_answering_at_once_are_told(house: TestHouse):
    guest = house.guest()
    record_answers(house.door, guest, [AnswerWish(CareTopic.NIGHT, AnswerState.GIVEN, text="slaapt door")])
    for stale in (0, 7):
        with pytest.raises(ChangedByOther):
            record_answers(house.door, guest, [AnswerWish(CareTopic.NIGHT, AnswerState.NONE, version=stale)])
    assert file_of(house, guest).answers[CareTopic.NIGHT].text == "slaapt door"


def test_one_problem_leads(house: TestHouse):
    guest = house.guest()
    dementia = add_problem(house.door, guest, ProblemWish("dementie", is_leading=True)).created_id
    heart = add_problem(house.door, guest, ProblemWish("hartfalen", "NYHA 3", is_leading=True)).created_id
    assert [(row.name, row.is_leading) for row in file_of(house, guest).problems] == [
        ("hartfalen", True),
        ("dementie", False),
    ]
    stale = ProblemWish("dementie", "gevorderd", is_leading=True, version=1)
    with pytest.raises(ChangedByOther):  # it leads no longer
        change_problem(house.door, dementia, stale)
    change_problem(house.door, dementia, replace(stale, version=2))
    assert [row.is_leading for row in file_of(house, guest).problems] == [True, False]
    remove_problem(house.door, heart)
    assert [row.name for row in file_of(house, guest).problems] == ["dementie"]
    with pytest.raises(FieldRequired):
        add_problem(house.door, guest, ProblemWish(" "))
    with pytest.raises(NotFound):
        remove_problem(house.door, heart)


# --- people around the guest -------------------------------------------------------------------------------------


def test_contacts_keep_an_order_to_call(house: TestHouse):
    guest = house.guest()
    margreet = add_contact(house.door, guest, ContactWish("Margreet", Relationship.PARTNER, "06 1234 5678")).created_id
    els = add_contact(house.door, guest, ContactWish("Els", Relationship.DAUGHTER)).created_id
    add_contact(house.door, guest, ContactWish("Jan", order=1))
    rows = file_of(house, guest).contacts
    assert [(row.order, row.name) for row in rows] == [(1, "Jan"), (2, "Margreet"), (3, "Els")]
    version = {row.contact_id: row.version for row in rows}
    change_contact(house.door, els, ContactWish("Els", Relationship.DAUGHTER, order=1, version=version[els]))
    assert [row.name for row in file_of(house, guest).contacts] == ["Els", "Jan", "Margreet"]
    with pytest.raises(ChangedByOther):
        remove_contact(house.door, els, version[els])
    latest = {row.contact_id: row.version for row in file_of(house, guest).contacts}
    remove_contact(house.door, margreet, latest[margreet])
    assert [(row.order, row.name) for row in file_of(house, guest).contacts] == [(1, "Els"), (2, "Jan")]
    assert "06 1234 5678" in said_about(house, guest)


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (ContactWish(" "), "name"),
        (ContactWish("Els", phone="buren"), "phone"),
        (ContactWish("Els", away_from=nov(20), away_until=nov(10)), "away_until"),
    ],
)
def test_a_contact_that_cannot_be_called_is_refused(house: TestHouse, wish: ContactWish, field: str):
    with pytest.raises(UserFacingError) as caught:
        add_contact(house.door, house.guest(), wish)
    assert getattr(caught.value, "field", "") == field


def test_how_the_carer_is_doing_is_the_carers_own(house: TestHouse):
    guest = house.guest()
    contact = add_contact(house.door, guest, ContactWish("Margreet")).created_id
    assert [row.load for row in carer_file(house.door, guest).carers] == [CarerLoad.NOT_ASKED]
    set_carer_situation(house.door, contact, CarerWish(CarerLoad.HEAVY, "slaapt slecht", "rug"))
    (carer,) = carer_file(house.door, guest).carers
    assert (carer.load, carer.load_note, carer.version) == (CarerLoad.HEAVY, "slaapt slecht", 1)
    with pytest.raises(ChangedByOther):
        set_carer_situation(house.door, contact, CarerWish(CarerLoad.LIGHT, version=9))
    assert "slaapt slecht" not in said_about(house, guest)
    for role in (Role.CARE, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            carer_file(house.as_role(role), guest)
        with pytest.raises(NotAllowed):
            set_carer_situation(house.as_role(role), contact, CarerWish(version=1))
    remove_contact(house.door, contact, file_of(house, guest).contacts[0].version)
    assert carer_file(house.door, guest).carers == ()


def test_professionals_and_help_at_home(house: TestHouse):
    guest = house.guest()
    gp = add_professional(house.door, guest, ProfessionalWish(ProfessionalRole.GP, organisation="Oost")).created_id
    bos = ProfessionalWish(ProfessionalRole.GP, "dr. Bos", "Oost", "0492 123456", version=1)
    change_professional(house.door, gp, bos)
    assert [(row.role, row.name) for row in file_of(house, guest).professionals] == [("huisarts", "dr. Bos")]
    with pytest.raises(FieldRequired):
        change_professional(house.door, gp, ProfessionalWish(ProfessionalRole.GP, version=2))
    with pytest.raises(ChangedByOther):
        change_professional(house.door, gp, bos)
    remove_professional(house.door, gp)
    care = add_help(house.door, guest, HelpWish(HelpKind.DAY_CARE, frequency="4 dagdelen per week")).created_id
    assert file_of(house, guest).help_at_home[0].during_stay is DuringStay.OPEN
    paused = HelpWish(HelpKind.DAY_CARE, DuringStay.PAUSED, frequency="4 dagdelen per week", version=1)
    change_help(house.door, care, paused)
    with pytest.raises(ChangedByOther):
        change_help(house.door, care, paused)
    file = file_of(house, guest)
    assert (file.professionals, file.help_at_home[0].during_stay) == ((), DuringStay.PAUSED)
    remove_help(house.door, care)
    assert file_of(house, guest).help_at_home == ()


# --- who sees what -----------------------------------------------------------------------------------------------


def test_each_role_sees_its_part(house: TestHouse):
    guest = house.guest(bsn="123456782")
    add_allergy(house.door, guest, PENICILLIN)
    add_alert(house.door, guest, AlertWish(AlertKind.FALLING, "kijken", Severity.AMBER))
    add_problem(house.door, guest, ProblemWish("dementie"))
    record_answers(house.door, guest, [AnswerWish(CareTopic.NIGHT, AnswerState.NONE)])
    record_list(house.door, guest, pharmacy_list(METOPROLOL))
    house.allocation(guest, house.payer())
    office = guest_file(house.as_role(Role.ADMINISTRATOR), guest)
    assert (office.answers, office.problems, office.medication.medicines) == ({}, (), ())
    assert (office.banner.allergies, office.banner.alerts) == ((), ())
    assert office.banner.allergy_status is AllergyStatus.UNAVAILABLE
    assert (office.may_see_care, office.may_see_funding, len(office.allocations)) == (False, True, 1)
    care = guest_file(house.as_role(Role.CARE), guest)
    assert (care.allocations, care.person.bsn) == ((), "")
    assert care.banner.allergies
    assert care.medication.medicines
    log = guest_log(house.door, guest)
    assert {house.users[Role.CARE].name, house.door.actor.name} <= {line.user for line in log}
    assert "zorggegevens wijzigen: Nacht" in {line.what for line in log}
    for role in (Role.CARE, Role.ADMINISTRATOR, Role.COORDINATOR):
        with pytest.raises(NotAllowed):
            guest_log(house.as_role(role), guest)


def test_the_office_changes_no_care(house: TestHouse):
    guest = house.guest()
    office = house.as_role(Role.ADMINISTRATOR)
    for deed in (
        lambda: add_allergy(office, guest, PENICILLIN),
        lambda: record_list(office, guest, pharmacy_list()),
        lambda: record_answers(office, guest, []),
        lambda: set_resuscitation(office, guest, ResuscitationWish(Resuscitation.YES, TODAY)),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_looking_at_a_file_is_on_record_once(house: TestHouse):
    guest = house.guest()
    care = house.as_role(Role.CARE)
    guest_file(care, guest)
    guest_file(care, guest)
    with reading(house.door.engine) as session:
        looks = session.scalars(select(AuditLine.action).where(AuditLine.guest_id == guest)).all()
    assert looks == ["R"]
