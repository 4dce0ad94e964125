"""What the sources of a fact are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    InfoSource: (
        "InfoSource",
        {
            InfoSource.GUEST: NP_("InfoSource", "guest"),
            InfoSource.CARER: NP_("InfoSource", "carer"),
            InfoSource.GP: NP_("InfoSource", "GP"),
            InfoSource.PHARMACY: NP_("InfoSource", "pharmacy"),
            InfoSource.OBSERVATION: NP_("InfoSource", "seen by us"),
            InfoSource.DOCUMENT: NP_("InfoSource", "a paper"),
        },
    ),
}
"""Taken up by ``labels.WORDS``."""
