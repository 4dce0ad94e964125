"""Documents, photos and consents of the practice guests; what ``resources/practice/papers.json`` tells and no more."""

from datetime import timedelta

from logeerhuis_app import paths
from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind, DocumentKind
from logeerhuis_app.models import CareAnswer, Consent, Document, DocumentContent, MedicationList
from logeerhuis_app.services.document_content import media_type
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar


class PaperMaker:
    """Writes what a guest's file holds on paper."""

    def __init__(self, book: RowBook, told: Row, calendar: Calendar, author: str) -> None:
        self._book = book
        self._told = told["guests"]
        self._calendar = calendar
        self._author = author

    def write(self, guest: PracticeGuest) -> None:
        told = self._told.get(guest.told.get("key", ""), {})
        for consent in told.get("consents", []):
            self._write_consent(guest.guest_id, consent)
        for document in told.get("documents", []):
            self._write_document(guest.guest_id, document)
        for topic, answer in told.get("answers", {}).items():
            self._write_answer(guest.guest_id, topic, answer)

    def _write_consent(self, guest_id: int, told: Row) -> None:
        self._book.add(
            Consent,
            guest_id=guest_id,
            kind=ConsentKind(told["kind"]),
            answer=ConsentAnswer(told["answer"]),
            given_by=told["given_by"],
            how=ConsentHow(told["how"]),
            given_on=self._calendar.today - timedelta(days=told["age"]),
            recorded_by=self._author,
        )

    def _write_document(self, guest_id: int, told: Row) -> None:
        kind, name = DocumentKind(told["kind"]), told["file"]
        content = _bytes(name)
        day = self._calendar.today - timedelta(days=told["age"])
        document_id = self._book.add(
            Document,
            guest_id=guest_id,
            kind=kind,
            media_type=media_type(name, content),
            size=len(content),
            dated_on=day,
            note=told.get("note", ""),
            attached_at_utc=self._calendar.at(day, "10:00"),
            attached_by=self._author,
        )
        small = _bytes(name.replace(".jpg", "-small.jpg")) if kind is DocumentKind.PHOTO else None
        self._book.add(DocumentContent, document_id=document_id, content=content, small=small)
        if kind is DocumentKind.MEDICATION_LIST:
            self._link(guest_id, document_id)

    def _link(self, guest_id: int, document_id: int) -> None:
        for row in self._book.of(MedicationList):
            if row["guest_id"] == guest_id:
                row["document_id"] = document_id

    def _write_answer(self, guest_id: int, topic: str, told: Row) -> None:
        self._book.add(
            CareAnswer,
            guest_id=guest_id,
            topic=CareTopic(topic),
            state=AnswerState.GIVEN,
            recorded_at_utc=self._calendar.at(self._calendar.today, "9:00"),
            recorded_by=self._author,
            **told,
        )


def _bytes(name: str) -> bytes:
    return paths.resource("practice", "papers", name).read_bytes()
