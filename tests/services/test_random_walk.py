"""Thousands of steps in any order: no bed twice, no guest twice, nights counted two ways agree."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingState, ClosureReason
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.models import Booking
from logeerhuis_app.services.bookings import (
    BookingWish,
    MoveWish,
    cancel_booking,
    confirm_booking,
    move_booking,
    place_booking,
    put_back,
    revive_booking,
)
from logeerhuis_app.services.changes import Place
from logeerhuis_app.services.closures import ClosureWish, close_beds, reopen_beds
from logeerhuis_app.services.door import Door
from tests.support.balance import assert_nights_balance, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import TestHouse, nov

ANYWAY = frozenset({"no_payer", "in_past"})
days = st.integers(1, 30).map(nov)
lengths = st.integers(1, 6).map(lambda n: timedelta(days=n))
choices = st.integers(0, 5)


class Walk(RuleBasedStateMachine):
    """One desk doing anything that a desk can do."""

    template: TestHouse
    looks: ClassVar[int] = 0  # how often the nights were counted

    @initialize()
    def furnish(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        source = self.template.place.folder
        vault = self.template.door.vault
        if source is None or vault is None:
            raise RuntimeError("the template is a file house")
        shutil.copytree(source, self.folder / "house")
        engine = file_engine(self.folder / "house" / "logeerhuis.db", vault.key)
        door = Door(engine, self.template.door.actor, self.template.door.clock)
        self.house = TestHouse(door, self.template.place, self.template.users)
        self.beds = [self.house.bed(f"Kamer {n}") for n in range(3)]
        self.guests = [self.house.guest(f"Gast {n}") for n in range(4)]
        self.bookings: list[int] = []
        self.closures: list[int] = []
        self.undos: list[tuple[str, Place]] = []

    def teardown(self) -> None:
        if hasattr(self, "house"):
            self.house.door.engine.dispose()
            shutil.rmtree(self.folder)

    @rule(guest=choices, bed=choices, arrival=days, length=lengths, confirmed=st.booleans())
    def place(self, guest: int, bed: int, arrival: date, length: timedelta, confirmed: bool) -> None:
        state = BookingState.CONFIRMED if confirmed else BookingState.OPTION
        guest_id, bed_id = self.guests[guest % len(self.guests)], self.beds[bed % len(self.beds)]
        wish = BookingWish(guest_id, bed_id, arrival, arrival + length, state=state, accepted=ANYWAY)
        self.attempt(lambda door: self.bookings.append(place_booking(door, wish).created_id))

    @rule(which=choices, bed=choices, arrival=days, length=lengths, keep=st.none() | days)
    def move(self, which: int, bed: int, arrival: date, length: timedelta, keep: date | None) -> None:
        if self.bookings:
            bed_id = self.beds[bed % len(self.beds)]
            wish = MoveWish(self.pick(which), None, bed_id, arrival, arrival + length, keep, ANYWAY)
            self.attempt(lambda door: self.remember("move", move_booking(door, wish).before))

    @rule(which=choices, by_house=st.booleans())
    def cancel(self, which: int, by_house: bool) -> None:
        if self.bookings:
            self.attempt(
                lambda door: self.remember(
                    "cancel", cancel_booking(door, self.pick(which), None, by_house=by_house, reason="x").before
                )
            )

    @rule(which=choices)
    def confirm(self, which: int) -> None:
        if self.bookings:
            version = self.version(self.pick(which))
            self.attempt(lambda door: confirm_booking(door, self.pick(which), version, ANYWAY))

    @rule()
    def undo(self) -> None:
        if self.undos:
            kind, place = self.undos.pop()
            self.attempt(lambda door: (put_back if kind == "move" else revive_booking)(door, place))

    @rule(bed=choices, first=days, length=lengths)
    def close(self, bed: int, first: date, length: timedelta) -> None:
        wish = ClosureWish((self.beds[bed % len(self.beds)],), first, first + length, ClosureReason.MAINTENANCE)
        self.attempt(lambda door: self.closures.append(close_beds(door, wish).created_id))

    @rule()
    def reopen(self) -> None:
        if self.closures:
            reopen_beds(self.house.door, self.closures.pop())

    @invariant()
    def every_night_is_whose_it_should_be(self) -> None:
        if not hasattr(self, "house"):
            return
        with reading(self.house.door.engine) as session:
            assert_nights_balance(session)
        Walk.looks += 1

    @invariant()
    def the_record_is_whole(self) -> None:
        if hasattr(self, "house"):
            with reading(self.house.door.engine) as session:
                assert_record_is_whole(session)

    def attempt(self, deed) -> None:
        """A refusal is a fine answer; anything else that goes wrong is not."""
        try:
            deed(self.house.door)
        except UserFacingError:
            return

    def remember(self, kind: str, place: Place | None) -> None:
        assert place is not None
        self.undos.append((kind, place))

    def pick(self, which: int) -> int:
        return self.bookings[which % len(self.bookings)]

    def version(self, booking_id: int) -> int:
        with reading(self.house.door.engine) as session:
            return session.get_one(Booking, booking_id).version


def _walk(house: TestHouse, examples: int, steps: int) -> int:
    """How often the house was looked at: after each deed."""
    Walk.template, Walk.looks = house, 0
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    return Walk.looks


def test_a_random_walk_never_gives_a_bed_twice(house_template: TestHouse):
    assert _walk(house_template, examples=12, steps=30) > 12 * 10


@pytest.mark.torture
def test_a_long_random_walk_never_gives_a_bed_twice(house_template: TestHouse, record_property):
    walks = how_often(300)
    assert _walk(house_template, examples=walks, steps=80) > walks * 10
    record_property(COUNT + "walks: of 80 deeds at random, nights counted two ways after each", walks)
