"""The sentences about documents and photos."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_documents as errors
from logeerhuis_app.domain.documents import MOST_PAGES
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import number

UNFIT: dict[str, str] = {
    "not_readable": N_("“{name}” cannot be read. Look whether the file is still there, or choose another one."),
    "empty": N_("“{name}” is empty. Choose another file, or make the scan again."),
    "unknown": N_("“{name}” is no PDF, JPEG or PNG. Save it as one of these, then choose it again."),
    "heic": N_("“{name}” is a HEIC photo of a telephone. Save or send it as JPEG, then choose it again."),
    "pdf": N_("“{name}” is no PDF that can be opened. Make the scan again, or save it as PDF once more."),
    "password": N_("“{name}” is locked with a password. Save it without one, then choose it again."),
    "picture": N_("“{name}” is no picture that can be opened. Take the photo again, or save it as JPEG once more."),
    "pixels": N_("“{name}” has more points than a photo or scan needs. Make it smaller, then choose it again."),
    "pages": N_("“{name}” has too many pages: at most {most} are kept. Keep the pages that matter."),
    "photo_kind": N_("A photo stays a photo, and another document becomes none. Remove it and add it anew."),
    "other_list": N_("Only a scan of the medication list of the same guest can belong to this list."),
    "not_photo": N_("“{name}” is no picture. A photo is a JPEG or PNG; choose another kind for a PDF."),
}

NO_CONSENT: dict[str, str] = {
    "not_asked": N_("There is no consent for a photo yet. Ask for it and write it down first."),
    "refused": N_("A photo was refused. Without consent no photo is kept."),
    "withdrawn": N_("The consent for a photo was withdrawn. The photo is not shown any more; remove it."),
}


def _too_large(error: errors.DocumentTooLarge) -> str:
    words = _("“{name}” is {size} MB, and at most {most} MB is kept. Scan it in grey, or with fewer points.")
    return words.format(name=error.name, size=number(error.megabytes), most=number(error.most))


def _unfit(error: errors.DocumentUnfit) -> str:
    return _(UNFIT.get(error.reason, UNFIT["unknown"])).format(name=error.name, most=number(MOST_PAGES))


def _no_consent(error: errors.NoPhotoConsent) -> str:
    return _(NO_CONSENT.get(error.reason, NO_CONSENT["not_asked"]))


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.DocumentTooLarge: _too_large,
    errors.DocumentUnfit: _unfit,
    errors.NoPhotoConsent: _no_consent,
}
