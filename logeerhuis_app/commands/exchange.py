"""``logeerhuis export`` and ``logeerhuis import``: a whole house as JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from logeerhuis_app.commands.context import Setting, write_file
from logeerhuis_app.domain.errors import FileUnreadable, NotManagerInFile
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.exchange import house_json
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house, gone_if_it_fails, house_exists, making
from logeerhuis_app.services.rows.whole_house import Row, Tables
from logeerhuis_app.services.whole_house import (
    check_tables,
    give_practice_passwords,
    manager_in,
    table_facts,
    take_over,
    whole_house,
)


def run_export(setting: Setting, file: Path) -> None:
    with setting.door() as door:
        tables = whole_house(door)
    write_file(file, house_json.written(tables, table_facts()))
    text = _("{n} rows were written to {file}. It holds personal data that is not locked: keep it safe.").format(
        n=number(_count(tables)), file=file
    )
    setting.answer(text, {"file": str(file), "rows": dict(house_json.row_numbers(tables))})


def run_import(setting: Setting, file: Path, *, dry_run: bool) -> None:
    tables = house_json.read(_content(file), table_facts(), str(file))
    check_tables(tables, str(file))
    without_password = 0
    if dry_run:
        text = _("{file} is in order: {n} rows. Nothing was changed.")
    else:
        without_password = _take_over(setting, tables, file)
        text = _("{n} rows of {file} were taken over.")
    sentence = text.format(file=file, n=number(_count(tables)))
    if without_password:
        sentence += " " + ngettext(
            "One user has no password yet.", "{n} users have no password yet.", without_password
        ).format(n=number(without_password))
    setting.answer(sentence, {"file": str(file), "dry_run": dry_run, "rows": dict(house_json.row_numbers(tables))})


def _content(file: Path) -> bytes:
    if file.suffix.casefold() == ".xlsx":
        raise FileUnreadable(str(file), "unsupported")
    try:
        return file.read_bytes()
    except OSError:
        raise FileUnreadable(str(file), "missing") from None


def _count(tables: Tables) -> int:
    return sum(len(rows) for rows in tables.values())


def _take_over(setting: Setting, tables: Tables, file: Path) -> int:
    """Gives how many users cannot come in yet."""
    with _door_of_empty_house(setting, tables, file) as door:
        take_over(door, tables, str(file))
        if tables["house"][0]["is_practice"]:
            return give_practice_passwords(door)
    return len(tables["app_user"]) - 1


@contextmanager
def _door_of_empty_house(setting: Setting, tables: Tables, file: Path) -> Iterator[Door]:
    """The house that is there; or a new one for a manager that the file knows, gone again if it fails."""
    place = setting.place()
    if house_exists(place):
        with setting.door() as door:
            door.require(UseCase.IMPORT_HOUSE)
            yield door
        return
    username, password = setting.credentials()
    manager = manager_in(tables, username)
    if manager is None:
        raise NotManagerInFile(username, str(file))
    house: Row = tables["house"][0]
    account = NewUser(manager["username"], manager["name"], Role.MANAGER, password)
    with making(place) as site:
        door = create_house(
            site, house["name"], account, setting.clock, is_practice=house["is_practice"], user_id=manager["id"]
        )
        try:
            with gone_if_it_fails(site):
                yield door
        finally:
            door.engine.dispose()
