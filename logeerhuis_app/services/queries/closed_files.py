"""Files that a list or a page must not show: restricted ones while nobody needs them, and destroyed ones."""

import functools
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Concatenate, ParamSpec

from sqlalchemy import or_, select

from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.rights import is_closed_to
from logeerhuis_app.models import Guest
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.file_watch import stay_facts
from logeerhuis_app.services.queries.prepared import Prepared, of_guests
from logeerhuis_app.services.rows.guest import GuestListing

P = ParamSpec("P")
_SHUT = Prepared(
    select(Guest.id, Guest.file_status).where(
        of_guests(Guest.id), or_(Guest.restricted_on.is_not(None), Guest.file_status == FileStatus.DESTROYED)
    )
)
Look = Callable[Concatenate[Work, P], GuestListing]


def without_closed_files(look: Look[P]) -> Look[P]:
    """Make a list of guests leave out those whose file is closed to whoever looks."""

    @functools.wraps(look)
    def filtered(work: Work, /, *args: P.args, **kwargs: P.kwargs) -> GuestListing:
        listing = look(work, *args, **kwargs)
        closed = closed_to_reader(work, [row.guest.guest_id for row in listing.rows])
        if not closed:
            return listing
        rows = tuple(row for row in listing.rows if row.guest.guest_id not in closed)
        return replace(listing, rows=rows, total=listing.total - len(closed))

    return filtered


def closed_to_reader(work: Work, guest_ids: Collection[int]) -> set[int]:
    """Which of these files show nothing of what is in them to whoever looks today."""
    found = _SHUT.rows(work.session, guest_ids=guest_ids)
    if not found:
        return set()
    stays = stay_facts(work.session, [guest_id for guest_id, _status in found])
    return {
        guest_id
        for guest_id, status in found
        if status is FileStatus.DESTROYED or is_closed_to(work.role, stays[guest_id], work.today)
    }
