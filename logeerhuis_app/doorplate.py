"""What stands on the door of a house, told while the database's libraries are not loaded yet."""

from logeerhuis_app.db.keyfile import RECOVERY, Sign, usernames
from logeerhuis_app.db.keyfile import sign as file_sign
from logeerhuis_app.db.opening import require_openable
from logeerhuis_app.db.place import HousePlace


def has_recovery_code(place: HousePlace) -> bool:
    """Whether a paper can open this house when every password is lost."""
    return not place.url and RECOVERY in usernames(place.keys)


def read_sign(place: HousePlace) -> Sign:
    """Which house this is; only a house on a server needs the database's libraries for that.

    Raises:
        HouseMissing, HouseUnreadable.
    """
    if not place.url:
        require_openable(place)
        return file_sign(place.keys)
    from logeerhuis_app.services.login import house_sign

    return house_sign(place)
