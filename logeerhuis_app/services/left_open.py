"""What the first day left for later, and nobody did yet: told until it is done."""

from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.backups import is_backed_up_here
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.recovery import lacks_recovery_code


class LeftOpen(StrEnum):
    RECOVERY_CODE = "recovery_code"
    SECOND_PLACE = "second_place"


def left_open(door: Door, second_place: Path | None) -> Iterator[LeftOpen]:
    """For whoever can do it: the manager. A house on a server needs neither."""
    with suppress(OSError, HouseUnreadable):  # a key file that went away is told by whatever needs it
        if lacks_recovery_code(door):
            yield LeftOpen.RECOVERY_CODE
    if second_place is None and is_backed_up_here(door) and door.may(UseCase.MANAGE_USERS):
        yield LeftOpen.SECOND_PLACE
