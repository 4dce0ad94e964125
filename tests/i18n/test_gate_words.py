"""Every gate says what is missing and how to put it right."""

import pytest

from logeerhuis_app import i18n
from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.i18n.gate_words import gate_fix, gate_label, missing_words


@pytest.fixture(autouse=True)
def dutch() -> None:
    i18n.install("nl")


@pytest.mark.parametrize("gate", list(CheckInGate))
def test_every_gate_has_its_words(gate: CheckInGate) -> None:
    assert gate_label(gate.value)
    assert gate_fix(gate.value)
    assert missing_words([gate.value])


def test_questions_that_were_not_asked_stand_together_and_last() -> None:
    missing = [CheckInGate.FALLING.value, CheckInGate.CONTACT.value, CheckInGate.SWALLOWING.value]
    assert missing_words(missing) == ["tweede contact ontbreekt", "niet gevraagd: vallen, verslikken"]
    assert missing_words([]) == []
