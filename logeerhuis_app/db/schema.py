"""The shape of the database: which number it has, and how an older one is brought up."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from logeerhuis_app.domain.errors import HouseUnreadable

HEAD = "0001"
"""The newest migration; a test compares it with the scripts, so that start-up need not import alembic."""


def migrate(engine: Engine) -> None:
    """Bring the database to the newest shape; an up-to-date one is left alone at once.

    Raises:
        HouseUnreadable: the database was made by a newer version of the program.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise HouseUnreadable(str(engine.url.database), "newer")
    _upgrade(engine)


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
                    raise HouseUnreadable(str(engine.url.database), f"foreign_keys:{faults[0][0]}")
        finally:
            assert_present(driver).execute("PRAGMA foreign_keys=ON")


def assert_present(driver: Any) -> Any:
    """The driver's own connection, which SQLAlchemy types as possibly absent."""
    if driver is None:
        raise RuntimeError("no driver connection")
    return driver
