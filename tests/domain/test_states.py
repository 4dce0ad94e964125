"""The tables of states and roles are whole."""

from datetime import date

import pytest

from logeerhuis_app.domain import bookings, trajectory
from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.domain.errors import TransitionRefused
from logeerhuis_app.domain.roles import ALLOWED, Role, UseCase, is_allowed
from logeerhuis_app.i18n.labels import WORDS


def test_every_state_says_what_may_follow():
    assert set(bookings.NEXT_STATES) == set(bookings.BookingState)
    assert set(trajectory.NEXT_STATES) == set(trajectory.TrajectoryState)


def test_a_cancelled_stay_is_over():
    with pytest.raises(TransitionRefused):
        bookings.require_transition(bookings.BookingState.CANCELLED_GUEST, bookings.BookingState.PRESENT)


@pytest.mark.parametrize(
    ("today", "last_day"),
    [(date(2026, 11, 22), date(2026, 11, 27)), (date(2026, 11, 25), date(2026, 12, 2))],
)
def test_an_option_lasts_five_working_days(today: date, last_day: date):
    assert bookings.option_expiry(today) == last_day


def test_every_use_case_has_its_row_in_the_table():
    assert set(ALLOWED) == set(UseCase)
    assert all(ALLOWED.values())


@pytest.mark.parametrize("use_case", [UseCase.SEE_BSN, UseCase.SEE_FUNDING, UseCase.SEE_DECLARATIONS])
def test_care_sees_no_finance_and_no_bsn(use_case: UseCase):
    assert not is_allowed(Role.CARE, use_case)


@pytest.mark.parametrize("use_case", [UseCase.SEE_CARE, UseCase.SEE_HANDOVER, UseCase.SEE_CARER])
def test_the_administrator_sees_no_care(use_case: UseCase):
    assert not is_allowed(Role.ADMINISTRATOR, use_case)


@pytest.mark.parametrize("use_case", [UseCase.SEE_CARER, UseCase.CHANGE_CARER])
def test_a_carers_own_data_are_for_who_talks_with_the_carer(use_case: UseCase):
    assert ALLOWED[use_case] == {Role.COORDINATOR, Role.MANAGER}


@pytest.mark.parametrize("use_case", [UseCase.MANAGE_USERS, UseCase.SEE_AUDIT, UseCase.EXPORT_HOUSE])
def test_only_the_manager_handles_users_and_the_record(use_case: UseCase):
    assert ALLOWED[use_case] == {Role.MANAGER}


@pytest.mark.parametrize("use_case", [UseCase.CHANGE_PAYERS, UseCase.FIX_DECLARATION])
def test_who_declares_also_notes_who_pays(use_case: UseCase):
    assert ALLOWED[use_case] == {Role.ADMINISTRATOR, Role.MANAGER}


def test_every_topic_stands_in_a_section():
    assert list(QUESTIONS) == list(CareTopic)


def test_every_coded_value_has_a_word():
    for kind, (_context, words) in WORDS.items():
        assert set(words) == set(kind)
