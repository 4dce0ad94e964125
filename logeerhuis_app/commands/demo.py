"""``logeerhuis demo``: build the practice house."""

from logeerhuis_app.commands.context import Setting
from logeerhuis_app.commands.tables import table
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.practice_house import PracticeHouse, build_practice_house


def run(setting: Setting, size: str, seed: int, *, again: bool) -> None:
    place = setting.place()
    house = build_practice_house(place, setting.clock, size, seed, again=again)
    users = [
        {"username": user.username, "password": user.password, "role": user.role.value, "name": user.name}
        for user in house.users
    ]
    setting.answer(_text(house), {"place": str(place), "users": users, "counts": house.counts})


def _text(house: PracticeHouse) -> str:
    built = _("The practice house stands in {place}: {beds} beds, {guests} guests, {stays} stays.").format(
        place=house.place,
        beds=number(house.counts["bed"]),
        guests=number(house.counts["guest"]),
        stays=number(house.counts["booking"]),
    )
    rows = [(user.username, user.password, label(user.role), user.name) for user in house.users]
    users = table((_("User name"), _("Password"), _("Role"), _("Name")), rows)
    return f"{built}\n\n{users}"
