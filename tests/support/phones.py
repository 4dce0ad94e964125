"""A phone with an app for codes, in a house where the manager uses one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp

from logeerhuis_app.services.door import Door
from logeerhuis_app.services.second_factor import new_second_factor, turn_on
from tests.support.houses import PASSWORD


@dataclass(frozen=True)
class Phone:
    """Knows nothing of the house but the key that was typed in; ``ahead``: how far its clock is off."""

    key: str
    ahead: timedelta = timedelta(0)

    def code(self, at_utc: datetime) -> str:
        return pyotp.TOTP(self.key).at(at_utc + self.ahead)


def wrong_code(phone: Phone, at_utc: datetime) -> str:
    """Six digits that this phone does not show around this moment."""
    near = {phone.code(at_utc + timedelta(seconds=30 * steps)) for steps in range(-3, 4)}
    return next(code for code in (f"{number:06d}" for number in range(10)) if code not in near)


def with_phone(door: Door, password: str = PASSWORD) -> Phone:
    """The user of this door turned the second step on, a good while ago."""
    phone = Phone(new_second_factor(door).key)
    turn_on(door, phone.key, phone.code(door.clock.now_utc()), password)
    return phone
