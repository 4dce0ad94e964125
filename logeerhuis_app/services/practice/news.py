"""What the last shifts wrote and left to do: notes, tasks, receipts."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.handover import NoteCategory, shift_at
from logeerhuis_app.models import HandoverAck, Note, Task
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest, PracticeStay
from logeerhuis_app.services.practice.resources import Calendar, wall_time

RECENT_DAYS = 45


class NewsMaker:
    """Writes in the name of the care staff. Nothing is ever written later than now."""

    def __init__(self, book: RowBook, words: Row, calendar: Calendar, random: Random, carers: dict[str, int]) -> None:
        self._book = book
        self._words = words
        self._calendar = calendar
        self._random = random
        self._carers = carers  # username → id
        self._notes: list[Row] = []

    def told(self, guest: PracticeGuest, names: dict[str, str]) -> None:
        """Notes and tasks out of the families' file. ``names``: username → name under a task that was done."""
        location_id = guest.stays[0].bed.location_id if guest.stays else 0
        for row in guest.told.get("notes", []):
            at = self._calendar.now_utc - timedelta(minutes=row["minutes_ago"])
            by = self._carers[row["by"]]
            self._note(guest.guest_id, location_id, at, by, NoteCategory(row["category"]), row["text"], row)
        for row in guest.told.get("tasks", []):
            self._task(guest.guest_id, location_id, row, names)

    def of_stay(self, guest: PracticeGuest, stay: PracticeStay) -> None:
        """One or two notes of a stay that is or was lately."""
        now = self._calendar.now_utc
        if stay.is_here():
            moments = [
                now - timedelta(minutes=self._random.randrange(20, 1100)) for _ in range(self._random.choice((0, 1, 2)))
            ]
        elif (self._calendar.today - stay.period.departure).days <= RECENT_DAYS:
            middle = stay.period.arrival + timedelta(days=stay.period.count // 2)
            moments = [self._calendar.at(middle, f"{self._random.randrange(8, 22)}:15")]
        else:
            moments = []
        for at in moments:
            self._by_chance(guest.guest_id, stay, at)

    def _by_chance(self, guest_id: int, stay: PracticeStay, at: datetime) -> None:
        by = self._random.choice(list(self._carers.values()))
        if stay.is_here() and self._random.random() < 0.12:
            text = self._random.choice(self._words["important_notes"])
            self._note(guest_id, stay.bed.location_id, at, by, NoteCategory.GENERAL, text, {"important": True})
            return
        category = self._random.choice(list(NoteCategory))
        text = self._random.choice(self._words["notes"][category.value])
        self._note(guest_id, stay.bed.location_id, at, by, category, text, {})

    def of_house(self, location_ids: Iterable[int], names: dict[str, str]) -> None:
        """Tasks that belong to nobody in particular, and something about the building."""
        for location_id in location_ids:
            for text, clock in self._words["tasks"]:
                self._task(None, location_id, {"text": text, "at": clock}, names)
            at = self._calendar.now_utc - timedelta(minutes=self._random.randrange(30, 700))
            by = self._random.choice(list(self._carers.values()))
            text = self._random.choice(self._words["house_notes"])
            self._note(None, location_id, at, by, NoteCategory.GENERAL, text, {})

    def receipts(self, present: Iterable[PracticeGuest]) -> None:
        """The previous shift signed for nearly all; in this one some have begun."""
        now = self._calendar.now_utc
        shift = shift_at(house_time(now).replace(tzinfo=None))
        since_start = house_time(now).replace(tzinfo=None) - shift.starts_at
        for guest in present:
            for user_id in sorted(self._carers.values())[:2]:
                if self._random.random() < 0.85:
                    self._receipt(guest.guest_id, user_id, since_start + timedelta(hours=7))
            if since_start > timedelta(minutes=10) and self._random.random() < 0.4:
                self._receipt(guest.guest_id, min(self._carers.values()), since_start - timedelta(minutes=4))

    def _receipt(self, guest_id: int, user_id: int, ago: timedelta) -> None:
        at = self._calendar.now_utc - ago
        shift = shift_at(house_time(at).replace(tzinfo=None))
        self._book.add(
            HandoverAck, guest_id=guest_id, shift_day=shift.day, shift_kind=shift.kind, user_id=user_id, at_utc=at
        )

    def _note(
        self, guest_id: int | None, location_id: int, at: datetime, by: int, category: NoteCategory, text: str, row: Row
    ) -> None:
        shift = shift_at(house_time(at).replace(tzinfo=None))
        self._notes.append(
            {
                "guest_id": guest_id,
                "location_id": location_id,
                "at_utc": at.replace(microsecond=0),
                "shift_day": shift.day,
                "shift_kind": shift.kind,
                "category": category,
                "text": text,
                "is_important": row.get("important", False),
                "by_user_id": by,
            }
        )

    def finish(self) -> None:
        """Notes get their numbers in the order in which they would have been written."""
        for row in sorted(self._notes, key=lambda row: (row["at_utc"], row["guest_id"] or 0, row["text"])):
            self._book.add(Note, **row)

    def _task(self, guest_id: int | None, location_id: int, row: Row, names: dict[str, str]) -> None:
        due_on = self._calendar.day(row.get("day", 0))
        due_at = wall_time(row["at"])
        is_past = datetime.combine(due_on, due_at) < house_time(self._calendar.now_utc).replace(tzinfo=None)
        done_by = row.get("done_by") or (names["bakker"] if is_past and self._random.random() < 0.8 else "")
        self._book.add(
            Task,
            guest_id=guest_id,
            location_id=location_id,
            text=row["text"],
            due_on=due_on,
            due_at=due_at,
            done_at_utc=self._calendar.at(due_on, row["at"]) if done_by else None,
            done_by=done_by,
        )
