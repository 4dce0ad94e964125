"""``logeerhuis new-house``: a real house without a window, with its first manager and its recovery code."""

from io import BytesIO
from pathlib import Path
from typing import Any

from logeerhuis_app.commands.context import Setting, write_file
from logeerhuis_app.domain.new_house import HouseWish, ManagerWish, numbered_room
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.reports.recovery_code import build_recovery_code
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import gone_if_it_fails
from logeerhuis_app.services.new_house import make_house
from logeerhuis_app.services.recovery import draft_recovery_code, keep_recovery_code
from logeerhuis_app.services.rows.users import RecoverySheet


def run(setting: Setting, name: str, location: str, beds: str, manager: str, paper: Path | None) -> None:
    """The paper is written before the code counts; where that fails the house is gone again."""
    place = setting.place()
    username, password = setting.new_credentials()
    given_name, _space, last_name = manager.strip().partition(" ")
    house = HouseWish(name, location or name, typed_rooms(beds))
    door = make_house(place, house, ManagerWish(given_name, last_name, username, password), setting.clock)
    try:
        with gone_if_it_fails(place):
            sheet = _recovery(door, paper) if door.vault is not None else None
            answer = _values(str(place), house, door, sheet, paper)
    finally:
        door.engine.dispose()
    setting.answer(_text(str(place), house, door, sheet, paper), answer)


def typed_rooms(beds: str) -> tuple[str, ...]:
    """«7» for Kamer 1 to Kamer 7, or the names of the rooms: «Duin, Zee, Bos»."""
    if beds.strip().lstrip("-").isdecimal():
        count = min(int(beds), 1000)  # a number of a hundred digits is refused as well
        return tuple(numbered_room(_("Room"), place) for place in range(1, count + 1))
    return tuple(room for part in beds.split(",") if (room := part.strip()))


def _recovery(door: Door, paper: Path | None) -> RecoverySheet:
    sheet = draft_recovery_code(door)
    if paper is not None:
        out = BytesIO()
        build_recovery_code(sheet, out)
        write_file(paper, out.getvalue())
    keep_recovery_code(door, sheet)
    return sheet


def _values(
    place: str, house: HouseWish, door: Door, sheet: RecoverySheet | None, paper: Path | None
) -> dict[str, Any]:
    """The code stands here only where it is on no paper."""
    return {
        "place": place,
        "house": house.name,
        "location": house.location,
        "rooms": list(house.rooms),
        "user": door.actor.username,
        "recovery_code": sheet.code if sheet is not None and paper is None else None,
        "recovery_file": str(paper) if sheet is not None and paper is not None else None,
    }


def _text(place: str, house: HouseWish, door: Door, sheet: RecoverySheet | None, paper: Path | None) -> str:
    made = ngettext(
        "{house} stands in {place} with one bed; {name} is manager and logs in as {username}.",
        "{house} stands in {place} with {n} beds; {name} is manager and logs in as {username}.",
        len(house.rooms),
    ).format(
        house=house.name,
        place=place,
        n=number(len(house.rooms)),
        name=door.actor.name,
        username=door.actor.username,
    )
    if sheet is None:
        return made
    if paper is not None:
        said = _("The recovery code stands in {file}: print it, put the paper in a safe and throw the file away.")
        return f"{made}\n{said.format(file=paper)}"
    said = _("Recovery code, shown only now: {code}\nWrite it down and put it in a safe.")
    return f"{made}\n{said.format(code=sheet.code)}"
