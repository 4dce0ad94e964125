"""What the paper form of the intake asks, part by part; the questions of care come from the list the screens use."""

from collections.abc import Iterable
from enum import Enum

from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    DuringStay,
    InfoScope,
    MedicationCare,
    Resuscitation,
)
from logeerhuis_app.domain.care_topics import BEFORE_CHECK_IN, QUESTIONS, Kind, topics_of
from logeerhuis_app.domain.care_topics import Question as CareQuestion
from logeerhuis_app.domain.guests import Gender, HelpKind
from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import bounds_words, choice_words, code_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.question import Question

LONG = frozenset({CareTopic.THIS_IS_ME, CareTopic.DAY_RHYTHM, CareTopic.WHAT_HELPS, CareTopic.NIGHT, CareTopic.WASHING})


def questions_of(part: IntakePart) -> list[Question]:
    section = SECTION_OF_PART.get(part)
    if section is not None:
        return [_of_topic(topic) for topic in topics_of(section)]
    return {
        IntakePart.WHO: _who,
        IntakePart.PEOPLE: _people,
        IntakePart.HELP: _help,
        IntakePart.WISHES: _wishes,
        IntakePart.HEALTH: _health,
        IntakePart.ALLERGY: _allergy,
        IntakePart.MEDICATION: _medication,
        IntakePart.ESTIMATE: _estimate,
    }[part]()


def _of_topic(topic: CareTopic) -> Question:
    asked = QUESTIONS[topic]
    choices = tuple(choice_words(topic, code) for code in asked.codes)
    says_none = asked.kind is Kind.ONE_OF and not asked.in_words  # one of its choices does
    empties = (label(AnswerState.NONE),) if asked.has_none and not says_none else ()
    boxes = (*choices, *empties, label(AnswerState.UNKNOWN))
    return Question(label(topic), boxes, 2 if topic in LONG else 1, topic in BEFORE_CHECK_IN, _how_to_write(asked))


def _how_to_write(asked: CareQuestion) -> str:
    """What the pen needs to know: between which numbers, a date, which mark."""
    if asked.bounds is not None:
        return bounds_words(asked.bounds)
    if asked.marks:
        return _("Write beside each diet: M for medical, E for own choice")
    return _("Date") if asked.kind is Kind.DAY else ""


def _who() -> list[Question]:
    return [
        Question(_("First names and last name")),
        Question(_("Called, and addressed as")),
        Question(_("Gender"), _words(Gender), 0),
        Question(_("Address, postcode, town"), lines=2),
        Question(_("Telephone and e-mail")),
        Question(_("Lives with")),
        Question(
            _("Identity established"),
            (_("passport"), _("identity card"), _("driving licence")),
            is_needed=True,
            hint=_("Kind of document and date; no copy. Only then the BSN."),
        ),
        Question(_("BSN")),
    ]


def _people() -> list[Question]:
    scopes = tuple(_("may be told: {scope}").format(scope=words) for words in _words(InfoScope))
    person = (_("may collect the guest"), _("lives with the guest"), _("is the representative"), *scopes)
    hint = _("Name, relationship, telephone; away from and until")
    return [
        Question(_("First contact person"), person, 2, True, hint),
        Question(_("Second contact person"), person, 2, True, hint),
        Question(_("GP"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN)), hint=_("Name and telephone")),
        Question(_("Pharmacy"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN)), hint=_("Name and telephone")),
        Question(_("Case manager or others"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN))),
    ]


def _help() -> list[Question]:
    during, hint = _words(DuringStay), _("How often, paid by, and what happens during the stay")
    asked = [Question(_capital(label(kind)), during, hint=hint if not place else "")
             for place, kind in enumerate(HelpKind)]  # fmt: skip
    nothing = Question(_("No help at home"), (_("asked: there is none"),), 0, True)
    return [nothing, *asked]


def _wishes() -> list[Question]:
    choices = _words(Resuscitation)
    hint = _("With whom it was discussed, and the date of today")
    return [
        Question(_("Resuscitation"), choices, 1, True, hint),
        Question(_("Other agreements on treatment"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN)), 2),
    ]


def _health() -> list[Question]:
    none = label(AnswerState.NONE)
    alerts = tuple(_words(kind for kind in AlertKind if kind is not AlertKind.OTHER))
    return [
        Question(_("Conditions"), (none, label(AnswerState.UNKNOWN)), 2, hint=_("Which one leads?")),
        Question(_("Alerts"), (none, *alerts), 0),
        Question(_("What to do at each alert"), (), 3),
    ]


def _allergy() -> list[Question]:
    status = (AllergyStatus.NONE_KNOWN, AllergyStatus.UNAVAILABLE, AllergyStatus.KNOWN)
    row = Question(_("Substance"), (), 1, hint=_("Reaction, how dangerous, emergency medicine and where it lies"))
    return [Question(_("Allergy or intolerance"), _words(status), 0, True), row, row, row]


def _medication() -> list[Question]:
    return [
        Question(_("Who manages the medicines"), _words(MedicationCare), 0, True),
        Question(
            _("List of the pharmacy"),
            (_("list is here"), _("asked from the pharmacy")),
            1,
            True,
            _("Date of the list. Never copy medicines onto this form."),
        ),
    ]


def _estimate() -> list[Question]:
    adl = tuple(code_words(CareTopic.ADL_OVERALL, code) for code in QUESTIONS[CareTopic.ADL_OVERALL].codes)
    return [
        Question(_("Care need as a whole"), adl, 0),
        Question(_("Minutes of care a day"), (_("up to 30"), "30–60", "60–120", "120–240", _("more than 240"))),
        Question(_("Times of help in a night"), ("0", "1", "2", "3", _("more"))),
        Question(_("Why we think so"), lines=2),
        Question(_("Where, when and with whom"), lines=2),
    ]


def _words(values: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(label(value) for value in values)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
