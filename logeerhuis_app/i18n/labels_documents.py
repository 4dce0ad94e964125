"""What the coded values of documents and consents are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import documents
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    documents.DocumentKind: (
        "DocumentKind",
        {
            documents.DocumentKind.PHOTO: NP_("DocumentKind", "photo"),
            documents.DocumentKind.MEDICATION_LIST: NP_("DocumentKind", "scan of the medication list"),
            documents.DocumentKind.NO_RESUSCITATION: NP_("DocumentKind", "declaration not to resuscitate"),
            documents.DocumentKind.LIVING_WILL: NP_("DocumentKind", "living will"),
            documents.DocumentKind.CARE_LETTER: NP_("DocumentKind", "letter or transfer about care"),
            documents.DocumentKind.AUTHORISATION: NP_("DocumentKind", "authorisation or court order"),
            documents.DocumentKind.DECISION: NP_("DocumentKind", "decision or indication"),
            documents.DocumentKind.FINANCE: NP_("DocumentKind", "about money"),
            documents.DocumentKind.OTHER: NP_("DocumentKind", "other"),
        },
    ),
    documents.ConsentKind: (
        "ConsentKind",
        {
            documents.ConsentKind.PHOTO: NP_("ConsentKind", "photo"),
            documents.ConsentKind.SHARING: NP_("ConsentKind", "sharing with GP and pharmacy"),
            documents.ConsentKind.STORIES: NP_("ConsentKind", "telling the story to others"),
            documents.ConsentKind.RESEARCH: NP_("ConsentKind", "research"),
            documents.ConsentKind.CARER_DATA: NP_("ConsentKind", "recording how the carer is doing"),
        },
    ),
    documents.ConsentAnswer: (
        "ConsentAnswer",
        {
            documents.ConsentAnswer.GIVEN: NP_("ConsentAnswer", "yes, given"),
            documents.ConsentAnswer.REFUSED: NP_("ConsentAnswer", "no, refused"),
        },
    ),
    documents.ConsentHow: (
        "ConsentHow",
        {
            documents.ConsentHow.WRITTEN: NP_("ConsentHow", "in writing"),
            documents.ConsentHow.SPOKEN: NP_("ConsentHow", "spoken"),
            documents.ConsentHow.TELEPHONE: NP_("ConsentHow", "by telephone"),
            documents.ConsentHow.EMAIL: NP_("ConsentHow", "by e-mail"),
        },
    ),
    documents.ConsentState: (
        "ConsentState",
        {
            documents.ConsentState.NOT_ASKED: NP_("ConsentState", "not asked"),
            documents.ConsentState.GIVEN: NP_("ConsentState", "given"),
            documents.ConsentState.REFUSED: NP_("ConsentState", "refused"),
            documents.ConsentState.WITHDRAWN: NP_("ConsentState", "withdrawn"),
        },
    ),
}
