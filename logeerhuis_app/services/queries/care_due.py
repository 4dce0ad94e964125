"""What is to be changed of a guest, and on which day: catheter and bag."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS, due_days
from logeerhuis_app.models import CareAnswer

_TOPICS = (CareTopic.CATHETER, *(topic for topic, question in QUESTIONS.items() if question.is_due))


def due_of(session: Session, guest_ids: Collection[int]) -> dict[int, list[tuple[CareTopic, date]]]:
    """By guest, the first day first; nothing of a catheter that is none any more."""
    query = select(CareAnswer.guest_id, CareAnswer.topic, CareAnswer.state, CareAnswer.code).where(
        CareAnswer.guest_id.in_(guest_ids), CareAnswer.topic.in_(_TOPICS)
    )
    answers: dict[int, dict[CareTopic, tuple[AnswerState, str]]] = defaultdict(dict)
    for guest_id, topic, state, code in session.execute(query):
        answers[guest_id][topic] = (state, code)
    return {guest_id: due_days(said) for guest_id, said in answers.items()}
