"""Documents, photo and consents in words, for screens and papers alike."""

from logeerhuis_app.domain.documents import MEGABYTE, ConsentState, MediaType
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.documents import ConsentRow, DocumentRow, PhotoRow

_NAMES = {MediaType.PDF: "PDF", MediaType.JPEG: "JPEG", MediaType.PNG: "PNG"}


def document_lines(row: DocumentRow) -> list[str]:
    """«van 12-02-2026 · PDF, 3 bladzijden, 85 kB · toegevoegd op 22-11-2026 door J. Lemmens», and the note if any."""
    parts = [_NAMES[row.media_type]]
    if row.media_type is MediaType.PDF:
        parts.append(ngettext("{n} page", "{n} pages", row.pages).format(n=number(row.pages)))
    parts.append(size_words(row.size))
    what = ", ".join(parts)
    if row.dated_on is not None:
        what = _("of {date} · {what}").format(date=date_numeric(row.dated_on), what=what)
    added = _("added on {date} by {user}").format(date=date_numeric(row.attached_on), user=row.attached_by)
    return [line for line in (f"{what} · {added}", row.note) if line]


def size_words(size: int) -> str:
    """«85 kB», «2 MB»: as people compare files."""
    if size < MEGABYTE:
        return _("{n} kB").format(n=number(max(1, round(size / 1024))))
    return _("{n} MB").format(n=number(round(size / MEGABYTE)))


def photo_words(row: PhotoRow) -> str:
    """«Foto van 02-11-2026», «Nog geen foto»."""
    if not row.small:
        return _("No photo")
    return _("Photo of {date}").format(date=date_numeric(row.taken_on)) if row.taken_on else _("Photo")


def consent_words(row: ConsentRow) -> str:
    """«toestemming van Margreet, schriftelijk, op 02-11-2026», or what stands in its place."""
    if row.state is ConsentState.NOT_ASKED or row.given_on is None or row.how is None:
        return _("consent not asked")
    told = {"who": row.given_by, "how": label(row.how), "date": date_numeric(row.given_on)}
    if row.state is ConsentState.REFUSED:
        return _("refused by {who}, {how}, on {date}").format(**told)
    given = _("consent of {who}, {how}, on {date}").format(**told)
    if row.withdrawn_on is None:
        return given
    return _("{given}; withdrawn on {date}").format(given=given, date=date_numeric(row.withdrawn_on))
