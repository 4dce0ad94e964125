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
from logeerhuis_app.domain.health import DementiaStage, EuAllergen, ProblemKind, Reaction
from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment, WzdStatus
from logeerhuis_app.domain.person import ContactRole, HouseKind, IdentityDocument, LivingSituation, NameUsage
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import bounds_words, choice_words, code_words
from logeerhuis_app.i18n.format import capital
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
    unknown = (label(AnswerState.UNKNOWN),)
    return [
        Question(_("First names and last name"), _words(NameUsage), hint=_("Both family names, and which is used")),
        Question(_("Called, and addressed as")),
        Question(_("Birth date"), hint=_("Only the year, or the month and the year, if the day is not known")),
        Question(_("Gender"), _words(Gender), 0),
        Question(_("Address, postcode, town"), lines=2, hint=_("Municipality, and since when")),
        Question(_("Telephone and e-mail"), lines=2),
        Question(_("Lives"), _words(LivingSituation)),
        Question(_("House"), _words(HouseKind), 0),
        Question(_("Speaks"), (_("Dutch"), _("interpreter needed"), *unknown)),
        Question(_("Life stance"), (label(AnswerState.NONE), *unknown), hint=_("And what it asks of us")),
        Question(
            _("Identity established"),
            _words(IdentityDocument),
            is_needed=True,
            hint=_("Kind of document, its number and the date; no copy. Only then the BSN."),
        ),
        Question(_("BSN")),
    ]


def _people() -> list[Question]:
    scopes = tuple(_("may be told: {scope}").format(scope=words) for words in _words(InfoScope))
    roles = (_("decides where the guest cannot"), *_words(ContactRole))
    person = (_("may collect the guest"), _("lives with the guest"), *roles, *scopes)
    hint = _("Name, relationship, telephones, address, minutes of travel; away from and until, and who decides then")
    return [
        Question(_("First contact person"), person, 2, True, hint),
        Question(_("Second contact person"), person, 2, True, hint),
        Question(_("GP"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN)), hint=_("Name and telephone")),
        Question(_("Pharmacy"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN)), hint=_("Name and telephone")),
        Question(_("Case manager or others"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN))),
        Question(_("Key and alarm"), (label(AnswerState.NONE), label(AnswerState.UNKNOWN))),
    ]


def _help() -> list[Question]:
    during, hint = _words(DuringStay), _("How often, paid by, and what happens during the stay")
    asked = [Question(capital(label(kind)), during, hint=hint if not place else "")
             for place, kind in enumerate(HelpKind)]  # fmt: skip
    nothing = Question(_("No help at home"), (_("asked: there is none"), label(AnswerState.UNKNOWN)), 0, True)
    return [nothing, *asked]


def _wishes() -> list[Question]:
    none, unknown = label(AnswerState.NONE), label(AnswerState.UNKNOWN)
    hint = _("With whom it was discussed, and the date of today")
    treatments = [
        Question(capital(label(one)), _words(Directive), hint=_("What exactly") if not place else "")
        for place, one in enumerate(Treatment)
    ]
    return [
        Question(_("Resuscitation"), (*_words(Resuscitation), *_seen()), 1, True, hint),
        *treatments,
        Question(_("Who decides"), (none, unknown, *_words(Representation)), 1, hint=_("Name, telephone, since when")),
        Question(_("Order or authorisation"), _seen(), 0),
        Question(_("What the guest can decide"), (unknown,), 1, hint=_("About which decision, by whom, when")),
        Question(_("Living will"), (none, unknown, *_words(LivingWillKind)), 1, hint=_("Date, and where it lies")),
        Question(_("Compulsory care (Wzd)"), _words(WzdStatus), 1, hint=_("Measures that were agreed")),
    ]


def _seen() -> tuple[str, ...]:
    return _words(seen for seen in Seen if seen is not Seen.NOT_ASKED)


def _health() -> list[Question]:
    none, unknown = label(AnswerState.NONE), label(AnswerState.UNKNOWN)
    kinds = _words(kind for kind in ProblemKind if kind is not ProblemKind.OTHER)
    alerts = tuple(_words(kind for kind in AlertKind if kind is not AlertKind.OTHER))
    return [
        Question(_("Conditions"), (none, unknown, *kinds), 2, hint=_("Which one leads? Since when?")),
        Question(_("How far the dementia is"), _words(DementiaStage), 0),
        Question(_("Alerts"), (none, unknown, *alerts), 0),
        Question(_("What to do at each alert"), (), 3, hint=_("And when to look again")),
    ]


def _allergy() -> list[Question]:
    status = (AllergyStatus.NONE_KNOWN, AllergyStatus.UNAVAILABLE, AllergyStatus.KNOWN)
    hint = _("How dangerous, the last time, emergency medicine and where it lies")
    rows = [Question(_("Substance"), _words(Reaction), 1, hint=hint) for _place in range(2)]
    foods = Question(_("Of these foods"), _words(EuAllergen), 0)
    return [Question(_("Allergy or intolerance"), _words(status), 0, True), *rows, foods]


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
