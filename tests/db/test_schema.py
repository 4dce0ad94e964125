"""Models and migrations agree, and a house of another shape is met with a sentence."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from logeerhuis_app.db import schema
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.models import Base
from tests.support.houses import TestHouse


def test_the_newest_script_is_the_one_that_start_up_knows():
    scripts = ScriptDirectory.from_config(schema.alembic_config())
    assert scripts.get_current_head() == schema.HEAD


def test_models_and_migrations_agree(house: TestHouse):
    with house.door.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


def test_an_up_to_date_house_is_left_alone(house: TestHouse):
    assert schema.revision(house.door.engine) == schema.HEAD
    schema.migrate(house.door.engine)
    assert schema.revision(house.door.engine) == schema.HEAD


def test_a_house_of_a_newer_program_is_refused_and_untouched(house: TestHouse):
    with writing(house.door.engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(HouseUnreadable) as refusal:
        schema.migrate(house.door.engine)
    assert refusal.value.reason == "newer"
    assert schema.revision(house.door.engine) == "9999"


def test_foreign_keys_are_on_for_every_connection(file_house: TestHouse):
    engine = file_house.door.engine.execution_options(read_only=True)
    with engine.connect() as one, engine.connect() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
