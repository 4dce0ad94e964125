"""The shape of the database: which number it has, and how an older one is brought up."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from logeerhuis_app.db.unit_of_work import refusal_for
from logeerhuis_app.domain.errors import HouseFull, HouseUnreadable, UserFacingError

HEAD = "0001"
"""The newest migration; a test compares it with the scripts, so that start-up need not import alembic."""

CHECKED_BYTES = 32 * 1024 * 1024
"""About a fifth of a second of looking."""


def migrate(engine: Engine) -> None:
    """Bring the database to the newest shape; an up-to-date one is left alone at once.

    An older file is copied first; whatever goes wrong on the way leaves it as it was.

    Raises:
        HouseUnreadable: made by a newer version of the program, or the migration did not work.
        HouseFull: there is no room on the disk.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise HouseUnreadable(_place(engine), "newer")
    if found is not None and engine.dialect.name == "sqlite":
        _copy_before_migrating(engine, found)
    try:
        _upgrade(engine)
    except SQLAlchemyError as failure:
        raise _why(failure, engine) from failure


def _why(failure: SQLAlchemyError, engine: Engine) -> UserFacingError:
    refusal = refusal_for(failure, engine) if isinstance(failure, DBAPIError) else None
    return refusal if isinstance(refusal, HouseFull) else HouseUnreadable(_place(engine), "migration")


def copy_of(database: Path, found: str) -> Path:
    """Where the copy of a house of an older shape is put; encrypted with the same key."""
    return database.with_name(f"{database.stem}-{found}-before-{HEAD}{database.suffix}")


def _copy_before_migrating(engine: Engine, found: str) -> None:
    """By SQLite itself: a plain copy of the file misses what still stands in the journal."""
    target = copy_of(Path(str(engine.url.database)), found)
    target.unlink(missing_ok=True)  # left by an attempt that was broken off
    target.touch(mode=0o600)
    with engine.connect() as connection:
        assert_present(connection.connection.driver_connection).execute("VACUUM INTO ?", (str(target),))


def _place(engine: Engine) -> str:
    return str(Path(str(engine.url.database)).parent) if engine.dialect.name == "sqlite" else str(engine.url.database)


def require_made(engine: Engine) -> None:
    """Raises: HouseUnreadable, where making the house was broken off before it had a table."""
    if revision(engine) is None:
        raise HouseUnreadable(_place(engine), "unfinished")


def require_whole(engine: Engine) -> None:
    """Look at the seal of every page of a file that is not too big to do so while somebody waits.

    A bigger one is looked through when people work in it, and by each backup.

    Raises:
        HouseUnreadable: a page was changed by something else than the house.
    """
    if engine.dialect.name == "sqlite" and Path(str(engine.url.database)).stat().st_size <= CHECKED_BYTES:
        require_pages_whole(engine)


def require_pages_whole(engine: Engine) -> None:
    """Look at the seal of every page, however many there are; a server looks after its own.

    Another program may be bringing pages from the journal into the file at this moment, so only what is wrong twice is
    wrong.

    Raises: HouseUnreadable.
    """
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        driver = assert_present(connection.connection.driver_connection)
        if _broken_pages(driver) and _broken_pages(driver):
            raise HouseUnreadable(_place(engine), "damaged")


def _broken_pages(driver: Any) -> list[Any]:
    return list(driver.execute("PRAGMA cipher_integrity_check").fetchall())


def revision(engine: Engine) -> str | None:
    """The number of the shape the database is in; None for an empty one."""
    with engine.execution_options(read_only=True).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine) -> None:
    from alembic import command

    with _foreign_keys_off(engine) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def alembic_config() -> Any:
    """Alembic's settings: the scripts travel inside the package, so no ini file is needed."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


@contextmanager
def _foreign_keys_off(engine: Engine) -> Iterator[Connection]:
    """A batch change of a parent table with the keys on deletes every child row; so off, and checked at the end."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = connection.connection.driver_connection
        assert_present(driver).execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                yield connection
                if faults := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise HouseUnreadable(_place(engine), f"foreign_keys:{faults[0][0]}")
        finally:
            assert_present(driver).execute("PRAGMA foreign_keys=ON")


def assert_present(driver: Any) -> Any:
    """The driver's own connection, which SQLAlchemy types as possibly absent."""
    if driver is None:
        raise RuntimeError("no driver connection")
    return driver
