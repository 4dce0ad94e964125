"""The one search of the house (Ctrl+K): guests by name, birth date, number, telephone or room."""

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.safety_words import identity_words
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.rows.guest import GuestListRow
from logeerhuis_app.services.rows.search import HitKind, SearchHit

MOST_HITS = 12


def find_everything(door: Door, text: str) -> tuple[SearchHit, ...]:
    """What the user can go to with these words, who is in the house first. Too few letters find nothing.

    Raises: NotAllowed.
    """
    if len(text.strip()) < 2:
        return ()
    rows = guest_list(door, text, most=MOST_HITS).rows
    may_see_law = door.may(UseCase.SEE_FUNDING)
    return tuple(_hit(row, may_see_law=may_see_law) for row in sorted(rows, key=lambda row: not row.is_in_house))


def _hit(row: GuestListRow, *, may_see_law: bool) -> SearchHit:
    guest = row.guest
    parts = (identity_words(guest), guest.town, row.room)
    badge = label(row.law) if may_see_law and row.law is not None else ""
    if guest.has_namesake:
        badge = _("NAMESAKE")
    return SearchHit(HitKind.GUEST, guest.guest_id, guest.name, " · ".join(part for part in parts if part), badge)
