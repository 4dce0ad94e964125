"""kill -9 while somebody types in a form: what was put away last stands there again, whole."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.drafts import drop_form, form_draft, keep_form
from tests.support.balance import assert_file_is_whole, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import NOON, TestHouse
from tests.torture.killing import BROKE_OFF, Line, copied, key_of, killed_at_step, killed_at_work, say, warm_engine

FORM = "PersonDialog"
LIVES, STEPS = 12, 12


def _desk(house: TestHouse) -> Door:
    """As after a new start of the program."""
    return Door(warm_engine(house.place.database, key_of(house)), house.door.actor, FixedClock(NOON))


def _typist(house: TestHouse, guest: int) -> Callable[[int], None]:
    """Types letter after letter; now and then the form is saved, and another one begun."""

    def work(pipe: int) -> None:
        door = _desk(house)
        for count in range(1, 100_000):
            text = "x" * (count % 40 + 1)
            say(pipe, "keeping", text=text)
            keep_form(door, guest, FORM, {"typed": {"street": text, "bsn": "999990019"}})
            say(pipe, "done", text=text)
            if count % 40 == 0:
                say(pipe, "keeping", text="")
                drop_form(door, guest, FORM)
                say(pipe, "done", text="")

    return work


def _look(house: TestHouse, guest: int, said: list[Line]) -> None:
    """The last that was confirmed is there, or the one that was on its way."""
    assert not any(line["what"] == BROKE_OFF for line in said), said[-1]
    confirmed = [line["text"] for line in said if line["what"] == "done"]
    begun = [line["text"] for line in said if line["what"] == "keeping"]
    door = _desk(house)
    draft = form_draft(door, guest, FORM)
    found = "" if draft is None else draft.typed["typed"]["street"]
    if confirmed:
        assert found in {confirmed[-1], begun[-1]}
    assert draft is None or "bsn" not in draft.typed["typed"]
    with reading(door.engine) as session:
        assert_file_is_whole(session)
        assert_record_is_whole(session)
    door.engine.dispose()


def test_the_last_that_was_kept_is_there_after_a_kill(file_house: TestHouse, record_property):
    guest, chance, kept = file_house.guest(), random.Random(11), 0
    file_house.door.engine.dispose()
    for _life in range(how_often(LIVES)):
        said = killed_at_work(_typist(file_house, guest), chance.uniform(0, 0.2), after=3)
        kept += sum(line["what"] == "done" for line in said)
        _look(file_house, guest, said)
    record_property(COUNT + "kills: while typing in a form", how_often(LIVES))
    record_property(COUNT + "deeds: drafts confirmed between the kills", kept)


@pytest.mark.parametrize("step", range(STEPS))
def test_a_kill_at_each_step_leaves_the_one_before_or_the_one_after(file_house: TestHouse, tmp_path: Path, step: int):
    guest = file_house.guest()
    file_house.door.engine.dispose()
    house = copied(file_house, tmp_path / "copy")
    house.door.engine.dispose()
    said, _was_killed = killed_at_step(_typist(house, guest), step)
    _look(house, guest, said)
