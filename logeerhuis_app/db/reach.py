"""A server that does not answer: a sentence, wherever the house is opened from."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors import HouseUnreadable


@contextmanager
def server_reached(place: HousePlace) -> Iterator[None]:
    """Raises: HouseUnreadable, for a server that is not there, an address that is none, or a missing driver."""
    try:
        yield
    except DBAPIError as failure:
        if not place.url:
            raise
        raise HouseUnreadable(str(place), "unreachable") from failure
    except (SQLAlchemyError, ModuleNotFoundError) as failure:
        raise HouseUnreadable(str(place), "unreachable") from failure
