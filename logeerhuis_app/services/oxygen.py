"""Oxygen burns: while a guest has it, the alert against fire is there, whoever answered the question."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Severity
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _
from logeerhuis_app.models import Alert, CareAnswer
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.field_values import put
from logeerhuis_app.services.intake_lists import withdraw_statement


def keep_fire_alert(work: Work, guest_id: int) -> None:
    """Raise the alert where oxygen is given and nobody did; end it, with the reason, once the answer is «none».

    «Unknown» and «not asked» change nothing: an alert does not go because somebody knows less.
    """
    state, alerts = _oxygen(work.session, guest_id), _alerts(work.session, guest_id)
    if state is AnswerState.GIVEN and not alerts:
        _raise(work, guest_id)
    if state is AnswerState.NONE:
        for alert in alerts:
            changed = put(alert, {"ended_on": work.today, "ended_why": _("the guest has no oxygen any more")})
            work.log("U", "alert", alert.id, guest_id, changed=changed)


def require_oxygen_ended(work: Work, alert: Alert) -> None:
    """Raises: FieldInvalid for the last alert about oxygen while the guest has it."""
    if alert.kind is not AlertKind.OXYGEN or _oxygen(work.session, alert.guest_id) is not AnswerState.GIVEN:
        return
    if len(_alerts(work.session, alert.guest_id)) < 2:
        raise FieldInvalid("reason", "", Reason.HAS_OXYGEN)


def _raise(work: Work, guest_id: int) -> None:
    row = Alert(guest_id=guest_id)
    values = {
        "kind": AlertKind.OXYGEN,
        "name": _("oxygen: no fire, no smoking"),
        "action": _("no open fire, no smoking and no greasy ointment near the oxygen"),
        "severity": Severity.RED,
    }
    changed = put(row, values)
    withdraw_statement(work, guest_id, FileList.ALERTS)
    work.session.add(row)
    work.session.flush()
    work.log("C", "alert", row.id, guest_id, changed=changed)


def _oxygen(session: Session, guest_id: int) -> AnswerState:
    own = (CareAnswer.guest_id == guest_id, CareAnswer.topic == CareTopic.OXYGEN)
    return session.scalar(select(CareAnswer.state).where(*own)) or AnswerState.NOT_ASKED


def _alerts(session: Session, guest_id: int) -> Sequence[Alert]:
    own = (Alert.guest_id == guest_id, Alert.kind == AlertKind.OXYGEN, Alert.ended_on.is_(None))
    return session.scalars(select(Alert).where(*own)).all()
