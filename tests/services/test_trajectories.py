"""A family's road: no step without its date or reason, and the free exit."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed, TransitionRefused
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import NEXT_STATES, OPEN_STATES, TrajectoryState
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.queries.planning import chart_rows
from logeerhuis_app.services.queries.trajectories import fixed_contacts, trajectory_rows
from logeerhuis_app.services.trajectories import (
    RequestWish,
    StepWish,
    advance_trajectory,
    open_trajectory,
    plan_next_step,
)
from tests.support.houses import NOON, TestHouse, nov

_S = TrajectoryState


def opened(house: TestHouse, **wish) -> int:
    contact = fixed_contacts(house.door)[0].user_id
    return open_trajectory(house.door, RequestWish("mevrouw De Boer", contact, **wish)).created_id


def step(house: TestHouse, trajectory_id: int, state: TrajectoryState, **wish) -> None:
    version = next(row.version for row in trajectory_rows(house.door, with_ended=True))
    advance_trajectory(house.door, StepWish(trajectory_id, version, state, **wish))


def test_the_whole_road_of_a_trial_stay(house: TestHouse):
    road = opened(house, next_step="intake afspreken", next_on=nov(24))
    step(house, road, _S.INTAKE_PLANNED, next_step="intake thuis", next_on=nov(25))
    step(house, road, _S.INTAKE_DONE)
    step(house, road, _S.VISIT_PLANNED, next_on=nov(27))
    step(house, road, _S.VISIT_DONE)
    step(house, road, _S.TRIAL_PLANNED, next_on=nov(30))
    step(house, road, _S.TRIAL_RUNS)
    step(house, road, _S.EVALUATION, next_on=date(2026, 12, 4))
    step(house, road, _S.ACTIVE_STRUCTURAL, outcome="vier nachten per maand")
    (row,) = trajectory_rows(house.door)
    assert (row.state, row.outcome) == (_S.ACTIVE_STRUCTURAL, "vier nachten per maand")
    assert [one.state for one in row.steps][:2] == [_S.REQUESTED, _S.INTAKE_PLANNED]
    assert len(row.steps) == 9


@pytest.mark.parametrize("state", [_S.FAMILY_THINKS, _S.INTAKE_PLANNED])
def test_a_plan_without_a_day_is_no_plan(house: TestHouse, state: TrajectoryState):
    road = opened(house)
    with pytest.raises(FieldRequired):
        step(house, road, state)


def test_not_fitting_needs_its_reason(house: TestHouse):
    road = opened(house)
    with pytest.raises(FieldRequired):
        step(house, road, _S.REFERRED)
    step(house, road, _S.REFERRED, reason="dwaalt, geen toezicht")
    assert trajectory_rows(house.door) == ()


def test_a_step_that_does_not_follow_is_refused(house: TestHouse):
    with pytest.raises(TransitionRefused):
        step(house, opened(house), _S.EVALUATION)


def test_every_family_may_stop_before_it_is_a_guest():
    active = {_S.ACTIVE_INCIDENTAL, _S.ACTIVE_STRUCTURAL, _S.RESTING}
    assert all(_S.STOPPED in NEXT_STATES[state] for state in OPEN_STATES - active)


def test_somebody_in_the_house_stays_the_contact(house: TestHouse):
    with pytest.raises(FieldRequired):
        open_trajectory(house.door, RequestWish("mevrouw De Boer", 999))


def test_a_date_that_has_passed_is_late_and_can_be_moved(house: TestHouse):
    road = opened(house, next_on=nov(21))
    (row,) = trajectory_rows(house.door)
    assert row.is_late
    plan_next_step(house.door, StepWish(road, row.version, row.state, "bellen", nov(23)))
    (row,) = trajectory_rows(house.door)
    assert (row.is_late, row.next_on, row.next_step) == (False, nov(23), "bellen")
    with pytest.raises(ChangedByOther):
        plan_next_step(house.door, StepWish(road, 1, row.state))


def test_who_changed_what_of_a_road_is_on_record(house: TestHouse):
    road = opened(house, next_step="bellen")
    other = fixed_contacts(house.door)[-1].user_id
    first = fixed_contacts(house.door)[0].user_id
    wish = StepWish(road, 1, _S.REQUESTED, "mailen", nov(24), fixed_contact_id=other, note="dochter is overspannen")
    plan_next_step(house.door, wish)
    with reading(house.door.engine) as session:
        told = session.scalars(select(AuditLine.detail).where(AuditLine.use_case == "advance_trajectory")).one()
    assert json.loads(told)["changed"] == {
        "next_step": ["bellen", "mailen"],
        "next_on": [None, "2026-11-24"],
        "fixed_contact_id": [first, other],
    }
    assert "overspannen" not in told
    assert trajectory_rows(house.door)[0].steps[-1].note == "dochter is overspannen"


@pytest.mark.parametrize("field", ["next_step", "outcome", "reason", "note"])
def test_a_text_that_does_not_fit_is_refused_and_not_cut_off(house: TestHouse, field: str):
    road = opened(house)
    text: dict[str, Any] = {field: "x" * 401}
    with pytest.raises(FieldInvalid):
        plan_next_step(house.door, StepWish(road, 1, _S.REQUESTED, **text))
    assert len(trajectory_rows(house.door)[0].steps) == 1


def test_who_waits_stands_under_the_chart_urgent_first(house: TestHouse):
    from logeerhuis_app.domain.trajectory import Urgency

    for urgency in (Urgency.NORMAL, Urgency.URGENT):
        contact = fixed_contacts(house.door)[0].user_id
        wish = RequestWish(urgency.value, contact, urgency=urgency, wished_from=nov(24), wished_nights=7)
        road = open_trajectory(house.door, wish).created_id
        version = 1
        for state in (_S.INTAKE_PLANNED, _S.INTAKE_DONE):
            advance_trajectory(house.door, StepWish(road, version, state, next_on=nov(25)))
            version += 1
    waiting = chart_rows(house.door, nov(1), nov(30)).waiting
    assert [row.guest for row in waiting] == ["urgent", "normal"]
    assert waiting[0].wish == "7 nachten vanaf 24 nov"


def test_care_staff_see_no_requests(house: TestHouse):
    with pytest.raises(NotAllowed):
        trajectory_rows(house.as_role(Role.CARE))


def test_tomorrow_a_request_is_a_day_old(house: TestHouse):
    opened(house)
    assert trajectory_rows(house.at(NOON + timedelta(days=1)))[0].received_on == nov(22)
