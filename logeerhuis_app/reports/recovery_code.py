"""The recovery code on one page, to be locked away: large, in groups, with what it is for and where to keep it."""

from typing import BinaryIO

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.recovery import groups
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_long, moment
from logeerhuis_app.reports.base import MARGIN, PORTRAIT, About, Footer, Page, Placed, write_pages
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Look, Part, Stack, Text
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import IDENTITY, IDENTITY_MUTE, INK, NAME, SAND, SHEET_TITLE, style
from logeerhuis_app.services.rows.users import RecoverySheet

MARGIN_TOP = 44.0
WIDTH = PORTRAIT[0] - 2 * MARGIN
CODE = style(34, 44, is_bold=True)
GROUPS_IN_LINE = 4


def build_recovery_code(sheet: RecoverySheet, out: BinaryIO) -> None:
    """One page."""
    title = _("Recovery code of {house}").format(house=sheet.house)
    placed = Placed(_body(sheet), MARGIN, PORTRAIT[1] - MARGIN_TOP, WIDTH)
    footer = Footer(
        (_("Printed {moment} by {name}").format(moment=moment(sheet.made_at_utc), name=sheet.made_by),), title
    )
    page = Page(PORTRAIT, (placed,), footer, title)
    write_pages([page], About(title, sheet.house, sheet.made_at_utc, sheet.is_practice), out)


def _body(sheet: RecoverySheet) -> Part:
    made = date_long(house_time(sheet.made_at_utc).date())
    return Stack(
        (
            Text(safe(_("Recovery code")), NAME),
            Text(safe(_("{house} · made on {date}").format(house=sheet.house, date=made)), IDENTITY_MUTE),
            Gap(22),
            Box(_code(sheet.code), Look(stroke=INK, thickness=1.5, fill=SAND, radius=8, pad_x=24, pad_y=22)),
            Gap(22),
            *_chapter(
                _("What this is for"),
                _(
                    "When no manager knows a password any more, this code opens the house and gives a manager a new "
                    "one. Without password and without this code nobody can read the data again: not the maker of "
                    "the program, not a computer expert."
                ),
            ),
            *_chapter(
                _("Where to keep it"),
                _("In a closed envelope, in a safe or with the board. Not beside the computer, and not in a photo."),
                _("Whoever has this paper and the computer can read every guest file."),
                _("A newer paper makes this one worthless; destroy it then."),
            ),
            *_chapter(
                _("How to use it"),
                _("1. Start Logeerhuis and choose “Lost your password?” at the login."),
                _("2. Type this code; small letters and spaces do not matter. There is no letter O, I, L or U in it."),
                _("3. Type the user name of a manager and a new password, twice."),
                _("4. Make and print a new code after that, under Settings."),
            ),
        )
    )


def _code(code: str) -> Part:
    parts = groups(code)
    lines = [parts[start : start + GROUPS_IN_LINE] for start in range(0, len(parts), GROUPS_IN_LINE)]
    return Stack([_line(line) for line in lines], 10)


def _line(parts: tuple[str, ...]) -> Part:
    cells: list[Part] = [Text(safe(part), CODE) for part in parts]
    return Columns(cells + [Gap(0)] * (GROUPS_IN_LINE - len(cells)), (0,) * GROUPS_IN_LINE, gap=12)


def _chapter(title: str, *sentences: str) -> tuple[Part, ...]:
    lines = [Text(safe(sentence), IDENTITY) for sentence in sentences]
    return (Text(safe(title), SHEET_TITLE), Gap(4), Stack(lines, 4), Gap(16))
