"""Small invented houses for tests: real migrated databases, an encrypted file or a PostgreSQL server.

``house`` runs a test on both; ``file_house`` on the encrypted file only (screens, command line).
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import create_engine

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.keyfile import Vault
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.guests import Gender
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Allocation, Bed, Contract, Guest, Location, Payer, Rate, Room, User
from logeerhuis_app.services.audit import Actor
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import HousePlace, NewUser, create_house
from tests.support.postgres import PostgresServer

NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
"""Sunday 22 November 2026, noon in the Netherlands."""
PASSWORD = "een lang wachtwoord"
Row = TypeVar("Row")
_numbers = count(1)


def nov(day: int) -> date:
    return date(2026, 11, day)


@dataclass
class TestHouse:
    """Doors per role, and factories: one line, sensible defaults, ids back."""

    __test__ = False
    door: Door  # the manager's
    place: HousePlace
    users: dict[Role, Actor] = field(default_factory=dict)

    def as_role(self, role: Role) -> Door:
        return Door(self.door.engine, self.users[role], self.door.clock, vault=self.door.vault)

    def at(self, instant_utc: datetime) -> Door:
        """The manager's door at another moment."""
        return Door(self.door.engine, self.door.actor, FixedClock(instant_utc), vault=self.door.vault)

    def add(self, row: Row) -> Row:
        with writing(self.door.engine) as session:
            session.add(row)
            session.flush()
        return row

    def location(self, code: str = "PLZ", **values: Any) -> int:
        defaults: dict[str, Any] = {"name": "Plezant", "provider": "Stichting Voorbeeld", "has_supervision_24_7": True}
        defaults["iban"] = "NL91ABNA0417164300"
        return self.add(Location(code=code, **{**defaults, **values})).id

    def bed(self, name: str = "Kamer 1", location_id: int | None = None, **room: Any) -> int:
        place = location_id or self._any_location()
        room_id = self.add(Room(location_id=place, name=name, **room)).id
        return self.add(Bed(room_id=room_id, code=f"B{next(_numbers)}", kind=BedKind.FIXED, order=room_id)).id

    def guest(self, given_name: str = "Noor", last_name: str = "Jansen", prefix: str = "", **values: Any) -> int:
        number = next(_numbers)
        defaults: dict[str, Any] = {
            "guest_no": f"{number:04d}",
            "born": date(1940, 1, 30),
            "gender": Gender.FEMALE,
            "town": "Helmond",
            "municipality_code": "0794",
            "municipality": "Helmond",
            "allergy_status": AllergyStatus.NOT_ASKED,
        }
        names = {"given_name": given_name, "last_name": last_name, "prefix": prefix}
        return self.add(Guest(**{**defaults, **names, **values})).id

    def payer(self, name: str = "Gemeente Helmond", kind: PayerKind = PayerKind.MUNICIPALITY, code: str = "") -> int:
        return self.add(Payer(name=name, kind=kind, code=code or f"{next(_numbers):04d}")).id

    def contract(self, payer_id: int, location_id: int | None = None, cents: int = 15000, **values: Any) -> int:
        """A contract per night with one rate that has no end."""
        basis = values.pop("basis", Basis.WMO)
        defaults: dict[str, Any] = {
            "law": Law.WMO,
            "arrangement": Arrangement.PER_NIGHT,
            "number": f"C-{next(_numbers)}",
            "product": "Kortdurend verblijf",
            "valid_from": date(2026, 1, 1),
        }
        row = Contract(location_id=location_id or self._any_location(), payer_id=payer_id, **{**defaults, **values})
        contract_id = self.add(row).id
        self.add(Rate(contract_id=contract_id, basis=basis, valid_from=date(2026, 1, 1), amount_cents=cents))
        return contract_id

    def allocation(self, guest_id: int, payer_id: int, **values: Any) -> int:
        defaults: dict[str, Any] = {"basis": Basis.WMO, "number": str(next(_numbers)), "valid_from": date(2026, 1, 1)}
        return self.add(Allocation(guest_id=guest_id, payer_id=payer_id, **{**defaults, **values})).id

    def _any_location(self) -> int:
        with writing(self.door.engine) as session:
            found = session.query(Location.id).order_by(Location.id).first()
        return found[0] if found else self.location()


def _add_users(house: TestHouse) -> None:
    house.users[Role.MANAGER] = house.door.actor
    for role in (Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR):
        row = house.add(User(username=role.value, name=f"{role.value.title()} Test", role=role))
        house.users[role] = Actor(row.id, row.username, row.name, role.value)


def _create(place: HousePlace, *, is_practice: bool = False) -> TestHouse:
    manager = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)
    house = TestHouse(create_house(place, "Testhuis", manager, FixedClock(NOON), is_practice=is_practice), place)
    _add_users(house)
    return house


@pytest.fixture(scope="session")
def house_template(tmp_path_factory: pytest.TempPathFactory) -> TestHouse:
    """One migrated, encrypted house, to be copied: migrating takes a second, copying nothing."""
    house = _create(HousePlace(tmp_path_factory.mktemp("template")))
    house.door.engine.dispose()
    return house


@pytest.fixture
def file_house(house_template: TestHouse, tmp_path: Path) -> Iterator[TestHouse]:
    """A fresh encrypted house with one user per role and nothing else."""
    folder = tmp_path / "house"
    source = house_template.place.folder
    if source is None or house_template.door.vault is None:
        raise RuntimeError("the template is a file house")
    shutil.copytree(source, folder)
    place = HousePlace(folder)
    key = house_template.door.vault.key
    engine = file_engine(place.database, key)
    template = house_template.door
    door = Door(engine, template.actor, template.clock, vault=Vault(place.keys, key))
    yield TestHouse(door, place, house_template.users)
    engine.dispose()


@pytest.fixture(scope="session")
def server_template(postgres_server: PostgresServer) -> tuple[str, dict[Role, Actor]]:
    """The name of a migrated database, and its users."""
    name = postgres_server.create()
    house = _create(HousePlace(url=postgres_server.url(name)))
    house.door.engine.dispose()
    return name, house.users


@pytest.fixture
def server_house(
    server_template: tuple[str, dict[Role, Actor]], postgres_server: PostgresServer
) -> Iterator[TestHouse]:
    """The same house on a fresh PostgreSQL database."""
    template, users = server_template
    name = postgres_server.create(template=template)
    url = postgres_server.url(name)
    engine = create_engine(url, pool_size=3)
    yield TestHouse(Door(engine, users[Role.MANAGER], FixedClock(NOON)), HousePlace(url=url), users)
    engine.dispose()
    postgres_server.drop(name)


@pytest.fixture(params=["file", "server"])
def house(request: pytest.FixtureRequest) -> TestHouse:
    """The same test on both databases: one model, one set of migrations."""
    made: TestHouse = request.getfixturevalue(f"{request.param}_house")
    return made
