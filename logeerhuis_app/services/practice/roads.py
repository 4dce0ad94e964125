"""Families on their way to a plan, with the steps they took."""

from datetime import timedelta
from random import Random

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.guests import full_name
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models import Trajectory, TrajectoryStep
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar

COORDINATOR = "lemmens"
NEW_ROADS = 9
"""Further new families on the board: enough to look lived in, few enough to read."""
_S = TrajectoryState
_TO_TRIAL = [_S.REQUESTED, _S.INTAKE_PLANNED, _S.INTAKE_DONE, _S.TRIAL_PLANNED]


class RoadMaker:
    """Writes trajectories with one step per state that was passed."""

    def __init__(self, book: RowBook, calendar: Calendar, random: Random, users: dict[str, tuple[int, str]]) -> None:
        self._book = book
        self._calendar = calendar
        self._random = random
        self._users = users  # by user name: id, name

    def contact_of(self, told: Row) -> int:
        """The fixed contact of a family: one person from the first call to the evaluation."""
        return self._users[told.get("road", told).get("contact", COORDINATOR)][0]

    def told(self, row: Row, guest: PracticeGuest | None, location_id: int) -> int:
        """A road out of the families' file."""
        columns: Row = {}
        if guest is not None:
            columns |= {"guest_id": guest.guest_id, "guest_name": _name(guest), "born": guest.person["born"]}
            columns["town"] = guest.person["town"]
        ours = {"path", "received", "next", "wished_from", "contact"}
        columns |= {key: value for key, value in row.items() if key not in ours}
        columns["fixed_contact_id"] = self.contact_of(row)
        columns.setdefault("urgency", Urgency.NORMAL)
        if isinstance(columns.get("born"), str):
            columns["born"] = PartialDate.fromisoformat(columns["born"])
        if "wished_from" in row:
            columns["wished_from"] = self._calendar.day(row["wished_from"])
        return self._add(row["received"], row["path"], row.get("next"), location_id=location_id, **columns)

    def _add(self, received: int, path: list[str], next_in: int | None, **columns: object) -> int:
        trajectory_id = self._book.add(
            Trajectory,
            received_on=self._calendar.day(received),
            next_on=None if next_in is None else self._calendar.day(next_in),
            **columns,
        )
        for place, state in enumerate(path):
            at = self._calendar.at(self._calendar.day(received * (len(path) - place) // len(path)), "10:20")
            self._book.add(
                TrajectoryStep,
                trajectory_id=trajectory_id,
                at_utc=at,
                by=self._users[COORDINATOR][1],
                state=TrajectoryState(state),
            )
        return trajectory_id

    def of_new_guests(self, guests: list[PracticeGuest]) -> dict[int, int]:
        """Roads of some guests whose first stay is near; gives trajectory by guest."""
        today = self._calendar.today
        new = [
            guest for guest in guests if guest.stays and abs((guest.first_day - today).days) < 40 and not guest.is_elv
        ]
        roads = {}
        for guest in sorted(new, key=lambda guest: abs((guest.first_day - today).days))[:NEW_ROADS]:
            state, path, next_step, next_in = self._progress(guest)
            roads[guest.guest_id] = self._add(
                -self._random.randrange(30, 70) + min(0, (guest.first_day - today).days),
                [step.value for step in path],
                next_in,
                fixed_contact_id=self._users[COORDINATOR][0],
                guest_id=guest.guest_id,
                guest_name=_name(guest),
                born=guest.person["born"],
                town=guest.person["town"],
                location_id=guest.stays[0].bed.location_id,
                referrer=self._random.choice(list(Referrer)),
                urgency=Urgency.NORMAL,
                reasons="op adem komen",
                wish="een paar nachten per maand",
                wished_nights=guest.stays[0].period.count,
                state=state,
                next_step=next_step,
            )
        return roads

    def _progress(self, guest: PracticeGuest) -> tuple[TrajectoryState, list[TrajectoryState], str, int]:
        first = min(guest.stays, key=lambda stay: stay.period.arrival)
        days = (first.period.arrival - self._calendar.today).days
        if first.state in (BookingState.OPTION, BookingState.CONFIRMED):
            return _S.TRIAL_PLANNED, _TO_TRIAL, "komt proeflogeren", days
        if first.is_here():
            left = (first.period.departure - self._calendar.today + ONE_DAY) // timedelta(days=1)
            return _S.TRIAL_RUNS, [*_TO_TRIAL, _S.TRIAL_RUNS], "proef evalueren", left
        path = [*_TO_TRIAL, _S.TRIAL_RUNS, _S.EVALUATION]
        return _S.EVALUATION, path, "evaluatie met de mantelzorger", self._random.randrange(0, 6)


def _name(guest: PracticeGuest) -> str:
    return full_name(guest.person["given_name"], guest.person.get("prefix", ""), guest.person.get("last_name", ""))
