"""The intake talk: three empties stay three, drafts come back to their writer alone, and nothing is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import (
    AlertKind,
    AnswerState,
    CareTopic,
    DuringStay,
    Resuscitation,
    Section,
    Severity,
)
from logeerhuis_app.domain.care_topics import SECTION_OF
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed, NotFound
from logeerhuis_app.domain.guests import HelpKind
from logeerhuis_app.domain.intake import PART_OF_GATE, FileList, IntakePart, PartState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.care import (
    AlertWish,
    AnswerWish,
    ProblemWish,
    ResuscitationWish,
    add_alert,
    add_problem,
    record_answers,
    remove_problem,
    set_resuscitation,
)
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import (
    EstimateWish,
    drop_draft,
    intake_sheet,
    keep_draft,
    set_estimate,
    state_list,
)
from logeerhuis_app.services.network import HelpWish, add_help
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.queries.intake import intake_view
from tests.support.houses import NOON, TestHouse, nov


def answers(section: Section, state: AnswerState, *, but: CareTopic | None = None) -> list[AnswerWish]:
    return [AnswerWish(topic, state) for topic, part in SECTION_OF.items() if part is section and topic is not but]


def state(door: Door, guest_id: int, part: IntakePart) -> PartState:
    return intake_view(door, guest_id).parts[part]


def test_a_new_file_was_asked_nothing(house: TestHouse):
    view = intake_view(house.door, house.guest())
    assert set(view.parts.values()) == {PartState.NOT_ASKED}
    assert set(view.missing) == {gate.value for gate in CheckInGate} - {CheckInGate.HOME_CARE.value}
    assert list(view.missing) == [gate.value for gate in PART_OF_GATE if gate.value in view.missing]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (AnswerState.NONE, PartState.NONE),
        (AnswerState.UNKNOWN, PartState.UNKNOWN),
        (AnswerState.NOT_ASKED, PartState.NOT_ASKED),
    ],
)
def test_three_empties_of_questions_stay_three(house: TestHouse, said: AnswerState, shown: PartState):
    guest = house.guest()
    record_answers(house.door, guest, answers(Section.APPEARANCE, said))
    assert state(house.door, guest, IntakePart.APPEARANCE) is shown


def test_one_open_question_leaves_the_part_partly_asked(house: TestHouse):
    guest = house.guest()
    record_answers(house.door, guest, answers(Section.APPEARANCE, AnswerState.NONE, but=CareTopic.HAIR))
    assert state(house.door, guest, IntakePart.APPEARANCE) is PartState.PARTLY


@pytest.mark.parametrize("said", [AnswerState.NONE, AnswerState.UNKNOWN])
def test_an_empty_list_is_none_only_where_it_was_said(house: TestHouse, said: AnswerState):
    guest = house.guest()
    assert state(house.door, guest, IntakePart.HELP) is PartState.NOT_ASKED
    state_list(house.door, guest, FileList.HELP, said)
    assert state(house.door, guest, IntakePart.HELP).value == said.value
    state_list(house.door, guest, FileList.HELP, AnswerState.NOT_ASKED)
    assert state(house.door, guest, IntakePart.HELP) is PartState.NOT_ASKED


def test_what_is_written_down_takes_none_back_for_good(house: TestHouse):
    guest = house.guest()
    for which in (FileList.PROBLEMS, FileList.ALERTS):
        state_list(house.door, guest, which, AnswerState.NONE)
    assert state(house.door, guest, IntakePart.HEALTH) is PartState.NONE
    problem = add_problem(house.door, guest, ProblemWish("COPD")).created_id
    assert state(house.door, guest, IntakePart.HEALTH) is PartState.FILLED
    remove_problem(house.door, problem)
    assert state(house.door, guest, IntakePart.HEALTH) is PartState.PARTLY


def test_an_alert_or_help_takes_none_back_as_well(house: TestHouse):
    guest = house.guest()
    for which in (FileList.ALERTS, FileList.HELP):
        state_list(house.door, guest, which, AnswerState.NONE)
    add_alert(house.door, guest, AlertWish(AlertKind.FALLING, "rollator", Severity.AMBER))
    add_help(house.door, guest, HelpWish(HelpKind.MEALS, DuringStay.PAUSED))
    assert intake_view(house.door, guest).file.said == {}


def test_a_wish_that_nobody_knows_is_not_one_that_was_not_asked(house: TestHouse):
    guest = house.guest()
    set_resuscitation(house.door, guest, ResuscitationWish(Resuscitation.NOT_DISCUSSED, nov(20), version=1))
    view = intake_view(house.door, guest)
    assert view.parts[IntakePart.WISHES] is PartState.UNKNOWN
    assert CheckInGate.RESUSCITATION.value not in view.missing


def test_none_is_not_said_over_what_another_just_wrote_down(house: TestHouse):
    guest = house.guest()
    add_problem(house.as_role(Role.CARE), guest, ProblemWish("COPD"))
    for said in (AnswerState.NONE, AnswerState.UNKNOWN):
        with pytest.raises(ChangedByOther):
            state_list(house.door, guest, FileList.PROBLEMS, said)
    assert FileList.PROBLEMS not in guest_file(house.door, guest).said


def test_a_list_is_not_said_to_be_filled_in(house: TestHouse):
    guest = house.guest()
    with pytest.raises(FieldRequired):
        state_list(house.door, guest, FileList.HELP, AnswerState.GIVEN)


@pytest.mark.parametrize("which", FileList)
@pytest.mark.parametrize("said", [AnswerState.NONE, AnswerState.UNKNOWN])
def test_the_file_knows_what_was_said_of_each_list_and_by_whom(house: TestHouse, which: FileList, said: AnswerState):
    guest, other = house.guest(), house.guest()
    state_list(house.door, guest, which, said)
    file = guest_file(house.door, guest)
    assert file.state_of(which) is said
    assert (file.said[which].recorded_by, len(file.said)) == (house.door.actor.name, 1)
    assert all(file.state_of(one) is AnswerState.NOT_ASKED for one in FileList if one is not which)
    assert guest_file(house.door, other).said == {}


def test_who_may_not_see_care_reads_of_contacts_only(house: TestHouse):
    guest = house.guest()
    for which in FileList:
        state_list(house.door, guest, which, AnswerState.NONE)
    assert set(guest_file(house.as_role(Role.ADMINISTRATOR), guest).said) == {FileList.CONTACTS}


# --- the estimate ------------------------------------------------------------------------------------------------


def test_the_care_need_is_estimated_and_kept(house: TestHouse):
    guest = house.guest()
    wish = EstimateWish(nov(20), "thuis", "Noor en haar dochter", "partly", 45, 2, "loopt nog zelf")
    set_estimate(house.door, guest, wish)
    view = intake_view(house.door, guest)
    assert view.parts[IntakePart.ESTIMATE] is PartState.FILLED
    assert (view.estimate.estimate_minutes, view.estimate.estimate_adl, view.estimate.held_on) == (
        45,
        "partly",
        nov(20),
    )
    set_estimate(house.door, guest, EstimateWish(estimate_minutes=0, version=view.estimate.version))
    assert intake_view(house.door, guest).estimate.estimate_minutes == 0


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (EstimateWish(nov(23)), "held_on"),
        (EstimateWish(estimate_adl="zwaar"), "estimate_adl"),
        (EstimateWish(estimate_minutes=1441), "estimate_minutes"),
        (EstimateWish(estimate_nightly=-1), "estimate_nightly"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(house: TestHouse, wish: EstimateWish, field: str):
    with pytest.raises(FieldInvalid) as refused:
        set_estimate(house.door, house.guest(), wish)
    assert refused.value.field == field


def test_two_estimates_at_once_are_not_overwritten(house: TestHouse):
    guest = house.guest()
    set_estimate(house.door, guest, EstimateWish(estimate_minutes=30))
    with pytest.raises(ChangedByOther):
        set_estimate(house.as_role(Role.CARE), guest, EstimateWish(estimate_minutes=60))


# --- drafts --------------------------------------------------------------------------------------------------------


def test_a_draft_comes_back_to_its_writer_alone(house: TestHouse):
    guest, mine, other = house.guest(), house.as_role(Role.CARE), house.as_role(Role.COORDINATOR)
    keep_draft(mine, guest, IntakePart.EATING, {"likes": ["given", "", "half ge"]})
    later = Door(mine.engine, mine.actor, FixedClock(NOON + timedelta(minutes=5)), vault=mine.vault)
    keep_draft(later, guest, IntakePart.EATING, {"likes": ["given", "", "half getypt"]})
    draft = intake_view(mine, guest).drafts[IntakePart.EATING]
    assert draft.typed == {"likes": ["given", "", "half getypt"]}
    assert draft.saved_at_utc == NOON + timedelta(minutes=5)
    assert intake_view(other, guest).drafts == {}
    assert state(mine, guest, IntakePart.EATING) is PartState.NOT_ASKED
    drop_draft(other, guest, IntakePart.EATING)
    assert intake_view(mine, guest).drafts
    drop_draft(mine, guest, IntakePart.EATING)
    assert intake_view(mine, guest).drafts == {}


def test_a_draft_holds_no_bsn_and_the_log_no_word_of_it(house: TestHouse):
    guest, door = house.guest(), house.as_role(Role.COORDINATOR)
    keep_draft(door, guest, IntakePart.WHO, {"bsn": "999900006", "town": "Lieshout"})
    assert intake_view(door, guest).drafts[IntakePart.WHO].typed == {"town": "Lieshout"}
    with reading(house.door.engine) as session:
        told = "".join(session.scalars(select(AuditLine.detail)))
    assert "999900006" not in told
    assert "Lieshout" not in told


def test_a_draft_that_is_kept_again_and_again_is_one_line_in_the_log(house: TestHouse):
    guest, door = house.guest(), house.as_role(Role.COORDINATOR)
    for typed in ("L", "Lies", "Lieshout"):
        keep_draft(door, guest, IntakePart.WHO, {"town": typed})
    drop_draft(door, guest, IntakePart.WHO)
    with reading(house.door.engine) as session:
        of_drafts = select(AuditLine.action).where(AuditLine.object_kind == "form_draft").order_by(AuditLine.id)
        assert session.scalars(of_drafts).all() == ["C", "D"]


def test_who_sees_no_care_takes_no_intake(house: TestHouse):
    guest, door = house.guest(), house.as_role(Role.ADMINISTRATOR)
    for deed in (intake_view, intake_sheet):
        with pytest.raises(NotAllowed):
            deed(door, guest)


def test_the_paper_form_is_on_record(house: TestHouse):
    guest = house.guest("Noor")
    sheet = intake_sheet(house.as_role(Role.CARE), guest)
    assert sheet.guest is not None
    assert sheet.guest.name.startswith("Noor")
    with reading(house.door.engine) as session:
        assert session.scalars(select(AuditLine.guest_id).where(AuditLine.object_kind == "intake_print")).all() == [
            guest
        ]


def test_nobody_is_not_a_guest(house: TestHouse):
    with pytest.raises(NotFound):
        intake_view(house.door, 99999)
