"""Notes that were begun and not saved: kept in memory for their writer, never on disk and never shown to another."""

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number


class Drafts:
    """One for each user; it outlives the window when the role changes. By guest, 0 for the house."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def of(self, guest_id: int) -> str:
        return self._texts.get(guest_id, "")

    def keep(self, guest_id: int, text: str) -> None:
        """An empty text: it was saved, or cleared."""
        if text:
            self._texts[guest_id] = text
        else:
            self._texts.pop(guest_id, None)

    @property
    def is_empty(self) -> bool:
        return not self._texts


def draft_words(drafts: Drafts, *, may_write: bool) -> str:
    """What became of half a note when its writer got another role; never what it says or whom it is about."""
    count = ngettext(
        "Your role changed while {n} note was half written.",
        "Your role changed while {n} notes were half written.",
        len(drafts),
    )
    said = count.format(n=number(len(drafts)))
    if may_write:
        return f"{said} " + _("It stands there again when you write a note in the handover.")
    return f"{said} " + _("Your new role writes no notes: it is kept until this program closes.")
