"""What a new house still needs before its first guest, and what its first day left for later: told until it is done."""

from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Guest, Payer, User
from logeerhuis_app.services.backups import is_backed_up_here
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.recovery import lacks_recovery_code


class LeftOpen(StrEnum):
    RECOVERY_CODE = "recovery_code"
    SECOND_PLACE = "second_place"
    COLLEAGUES = "colleagues"
    PAYERS = "payers"
    FIRST_GUEST = "first_guest"


def left_open(door: Door, second_place: Path | None) -> Iterator[LeftOpen]:
    """For whoever can do it. A house on a server needs no recovery code and no second place."""
    with suppress(OSError, HouseUnreadable):  # a key file that went away is told by whatever needs it
        if lacks_recovery_code(door):
            yield LeftOpen.RECOVERY_CODE
    if second_place is None and is_backed_up_here(door) and door.may(UseCase.MANAGE_USERS):
        yield LeftOpen.SECOND_PLACE
    yield from door.glance(partial(_still_empty, door))


def _still_empty(door: Door, session: Session) -> list[LeftOpen]:
    lacks = {
        LeftOpen.COLLEAGUES: (UseCase.MANAGE_USERS, select(func.count(User.id) < 2)),
        LeftOpen.PAYERS: (UseCase.CHANGE_PAYERS, select(~select(Payer.id).exists())),
        LeftOpen.FIRST_GUEST: (UseCase.REGISTER_GUEST, select(~select(Guest.id).exists())),
    }
    return [what for what, (use_case, query) in lacks.items() if door.may(use_case) and session.scalar(query)]
