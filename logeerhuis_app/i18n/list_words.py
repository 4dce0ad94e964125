"""What a list of the file with nothing on it means: never «none» unless somebody said so."""

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.services.rows.guest import GuestFile


def empty_words(file: GuestFile, which: FileList) -> str:
    """«gevraagd: geen (20-11-2026, S. de Wit)», «gevraagd, onbekend (…)», or «niet gevraagd»."""
    state = file.state_of(which)
    if state in (AnswerState.NOT_ASKED, AnswerState.GIVEN):
        return _("not asked")
    said = file.said[which]
    words = _("asked: none ({date}, {user})") if state is AnswerState.NONE else _("asked, unknown ({date}, {user})")
    return words.format(date=date_numeric(house_time(said.recorded_at_utc).date()), user=said.recorded_by)


def empty_sentence(file: GuestFile, which: FileList) -> str:
    words = empty_words(file, which)
    return f"{capital(words)}."
