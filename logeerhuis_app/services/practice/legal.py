"""Who decides for the practice guests and what was agreed: by chance, and never of the families of the report."""

from datetime import timedelta
from random import Random

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.guests import Relationship
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment
from logeerhuis_app.models import CapacityNote, ContactPerson, LivingWill, Representative, TreatmentDirective
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar

_PARTNERS = {Relationship.SPOUSE, Relationship.PARTNER}


def representation_columns(guest: PracticeGuest) -> Row:
    """What stands in the guest's own row: some were asked, some are decided for, of some nobody knows."""
    state = Random(str(guest.person["guest_no"])).choice(
        (AnswerState.GIVEN, AnswerState.GIVEN, AnswerState.NONE, AnswerState.UNKNOWN, AnswerState.NOT_ASKED)
    )
    return {"representation_state": state}


def write_legal(book: RowBook, guest: PracticeGuest, calendar: Calendar) -> None:
    """Out of a chance of its own, so that what is drawn elsewhere stays as it is."""
    chance = Random(str(guest.person["guest_no"]))
    asked_on = calendar.today - timedelta(days=20 + guest.guest_id % 60)
    if guest.person.get("representation_state") is AnswerState.GIVEN:
        _write_representative(book, guest)
    if chance.random() < 0.4:
        for treatment in (Treatment.HOSPITAL, Treatment.INTENSIVE_CARE):
            decision = chance.choice((Directive.YES, Directive.NO))
            book.add(
                TreatmentDirective,
                guest_id=guest.guest_id,
                treatment=treatment,
                decision=decision,
                discussed_with="gast en familie",
                discussed_on=asked_on,
            )
    if chance.random() < 0.15:
        book.add(LivingWill, guest_id=guest.guest_id, kind=LivingWillKind.TREATMENT_BAN, paper=Seen.NO)
    if chance.random() < 0.1:
        words = {"decision": "zelf geld beheren", "judgement": "heeft daar hulp bij nodig", "judged_by": "huisarts"}
        book.add(CapacityNote, guest_id=guest.guest_id, judged_on=asked_on, **words)


def _write_representative(book: RowBook, guest: PracticeGuest) -> None:
    first = next((row for row in book.of(ContactPerson) if row["guest_id"] == guest.guest_id), None)
    if first is not None:
        kind = Representation.PARTNER if first["relationship"] in _PARTNERS else Representation.RELATIVE
        book.add(Representative, guest_id=guest.guest_id, kind=kind, name=first["name"], phone=first["phone"])
