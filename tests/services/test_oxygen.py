"""Oxygen and the alert against fire: there while the guest has it, once, and ended with its reason."""

import pytest
from sqlalchemy import select

from logeerhuis_app import i18n
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Severity
from logeerhuis_app.domain.errors import FieldInvalid
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Alert
from logeerhuis_app.services.care import (
    AlertWish,
    AnswerWish,
    add_alert,
    change_alert,
    end_alert,
    record_answers,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import AlertRow
from tests.support.houses import TestHouse, nov


@pytest.fixture
def guest(house: TestHouse) -> int:
    i18n.install("nl")
    return house.guest("Bert")


def oxygen(house: TestHouse, guest: int, state: AnswerState, code: str = "") -> None:
    row = guest_file(house.door, guest).answers.get(CareTopic.OXYGEN)
    wish = AnswerWish(CareTopic.OXYGEN, state, code, version=row.version if row is not None else 0)
    record_answers(house.as_role(Role.CARE), guest, [wish])


def alerts(house: TestHouse, guest: int) -> tuple[AlertRow, ...]:
    return guest_file(house.door, guest).banner.alerts


def test_oxygen_brings_the_alert_against_fire(house: TestHouse, guest: int) -> None:
    oxygen(house, guest, AnswerState.GIVEN, "2,5")
    (alert,) = alerts(house, guest)
    assert (alert.kind, alert.severity) == (AlertKind.OXYGEN.value, Severity.RED)
    assert "niet roken" in alert.action
    oxygen(house, guest, AnswerState.GIVEN, "3")
    assert alerts(house, guest) == (alert,)


def test_an_alert_that_somebody_wrote_is_enough(house: TestHouse, guest: int) -> None:
    add_alert(house.door, guest, AlertWish(AlertKind.OXYGEN, "geen vuur", Severity.RED, "zuurstof 2 l/min"))
    oxygen(house, guest, AnswerState.GIVEN, "2")
    assert [alert.action for alert in alerts(house, guest)] == ["geen vuur"]


def test_it_ends_with_its_reason_when_the_oxygen_does(house: TestHouse, guest: int) -> None:
    oxygen(house, guest, AnswerState.GIVEN, "2")
    oxygen(house, guest, AnswerState.NONE)
    assert alerts(house, guest) == ()
    with reading(house.door.engine) as session:
        (row,) = session.scalars(select(Alert).where(Alert.guest_id == guest))
        assert (row.ended_on, row.ended_why) == (nov(22), "de gast heeft geen zuurstof meer")


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.NOT_ASKED])
def test_knowing_less_ends_nothing(house: TestHouse, guest: int, state: AnswerState) -> None:
    oxygen(house, guest, AnswerState.GIVEN, "2")
    oxygen(house, guest, state)
    assert len(alerts(house, guest)) == 1


def test_it_cannot_be_ended_while_there_is_oxygen(house: TestHouse, guest: int) -> None:
    oxygen(house, guest, AnswerState.GIVEN, "2")
    (alert,) = alerts(house, guest)
    with pytest.raises(FieldInvalid):
        end_alert(house.door, alert.alert_id, "dubbel", alert.version)
    add_alert(house.door, guest, AlertWish(AlertKind.OXYGEN, "fles rechtop", Severity.AMBER))
    end_alert(house.door, alert.alert_id, "dubbel", alert.version)
    assert [row.action for row in alerts(house, guest)] == ["fles rechtop"]


def test_changed_into_another_kind_it_comes_back(house: TestHouse, guest: int) -> None:
    oxygen(house, guest, AnswerState.GIVEN, "2")
    (alert,) = alerts(house, guest)
    change_alert(house.door, alert.alert_id, AlertWish(AlertKind.FALLING, "slang", Severity.AMBER, version=1))
    assert {row.kind for row in alerts(house, guest)} == {AlertKind.FALLING.value, AlertKind.OXYGEN.value}
