"""What a guest needs and what a bed offers, read for ``domain.matching``."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic
from logeerhuis_app.domain.funding import LAW_OF_BASIS, Law
from logeerhuis_app.domain.matching import BedOffer, Effect, GuestNeeds, Misfitting, misfits
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n.error_texts import misfit_text
from logeerhuis_app.models import Alert, Allocation, Bed, CareAnswer, Location, LocationRule, Room
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.rows.planning import Misfit

_TOPICS = (CareTopic.WANDERING, CareTopic.SUPERVISION, CareTopic.MOBILITY, CareTopic.LIFT)
ROUND_THE_CLOCK = "around_the_clock"


def guest_needs(session: Session, guest_id: int, day: date) -> GuestNeeds:
    """What the file says on this day; what was not asked stays None."""
    rows = session.scalars(select(CareAnswer).where(CareAnswer.guest_id == guest_id, CareAnswer.topic.in_(_TOPICS)))
    answers = {row.topic: row for row in rows}
    return GuestNeeds(
        wandering=_wandering(answers.get(CareTopic.WANDERING)),
        needs_round_the_clock=_is_code(answers.get(CareTopic.SUPERVISION), ROUND_THE_CLOCK),
        uses_wheelchair=_is_code(answers.get(CareTopic.MOBILITY), "wheelchair"),
        needs_lift=_is_given(answers.get(CareTopic.LIFT)),
        has_wlz=_has_wlz(session, guest_id, day),
        is_aggressive=_has_alert(session, guest_id, AlertKind.AGGRESSION),
    )


def _wandering(answer: CareAnswer | None) -> int | None:
    if answer is None or answer.state in {AnswerState.NOT_ASKED, AnswerState.UNKNOWN}:
        return None
    return int(answer.code) if answer.state is AnswerState.GIVEN and answer.code else 0


def _is_code(answer: CareAnswer | None, code: str) -> bool | None:
    if answer is None or answer.state in {AnswerState.NOT_ASKED, AnswerState.UNKNOWN}:
        return None
    return answer.state is AnswerState.GIVEN and answer.code == code


def _is_given(answer: CareAnswer | None) -> bool | None:
    if answer is None or answer.state in {AnswerState.NOT_ASKED, AnswerState.UNKNOWN}:
        return None
    return answer.state is AnswerState.GIVEN


def _has_wlz(session: Session, guest_id: int, day: date) -> bool:
    wlz = [basis for basis, law in LAW_OF_BASIS.items() if law is Law.WLZ]
    found = select(Allocation.id).where(
        Allocation.guest_id == guest_id,
        Allocation.basis.in_(wlz),
        Allocation.valid_from <= day,
        (Allocation.valid_until.is_(None)) | (Allocation.valid_until >= day),
    )
    return session.scalar(found.limit(1)) is not None


def _has_alert(session: Session, guest_id: int, kind: AlertKind) -> bool:
    found = select(Alert.id).where(Alert.guest_id == guest_id, Alert.kind == kind, Alert.ended_on.is_(None))
    return session.scalar(found.limit(1)) is not None


def bed_offers(session: Session, bed_ids: Sequence[int] | None = None) -> dict[int, BedOffer]:
    """What each bed has; all beds when none are named."""
    query = select(Bed.id, Room, Location).join(Room, Bed.room_id == Room.id)
    query = query.join(Location, Room.location_id == Location.id)
    if bed_ids is not None:
        query = query.where(Bed.id.in_(bed_ids))
    rules: dict[int, list[LocationRule]] = {}
    for rule in session.scalars(select(LocationRule)):
        rules.setdefault(rule.location_id, []).append(rule)
    return {
        bed_id: BedOffer(
            has_supervision=room.has_supervision or location.has_supervision_24_7,
            is_wheelchair_accessible=room.is_wheelchair_accessible,
            has_lift=room.has_lift,
            is_quiet=room.is_quiet,
            takes_wlz=location.takes_wlz,
            rules=tuple((rule.condition, rule.effect) for rule in rules.get(location.id, [])),
        )
        for bed_id, room, location in session.execute(query)
    }


def misfit_rows(found: Sequence[Misfitting]) -> tuple[Misfit, ...]:
    """In words, for the screen."""
    return tuple(Misfit(one.kind.value, misfit_text(one.kind, ""), one.effect is Effect.EXCLUDE) for one in found)


@reads(UseCase.SEE_PLANNING)
def misfits_per_bed(work: Work, guest_id: int) -> dict[int, tuple[Misfit, ...]]:
    """For each bed what does not fit this guest: shown before the drop. Empty for a role that may not see care."""
    if not work.may(UseCase.SEE_CARE):
        return {}
    needs = guest_needs(work.session, guest_id, work.today)
    offers = bed_offers(work.session)
    return {bed_id: misfit_rows(misfits(needs, offer)) for bed_id, offer in offers.items()}
