"""The whole handover on paper: the house overview, then one card per guest, in one file."""

from collections.abc import Sequence
from typing import BinaryIO

from logeerhuis_app.i18n import _
from logeerhuis_app.reports.base import About, Page, write_pages
from logeerhuis_app.reports.guest_card import card_pages
from logeerhuis_app.reports.house_overview import overview_pages
from logeerhuis_app.services.rows.handover import HandoverPrint


def build_handover(print_: HandoverPrint, out: BinaryIO) -> None:
    """Each part numbers its own pages, for the cards are handed out one by one."""
    build_handovers([print_], out)


def build_handovers(prints: Sequence[HandoverPrint], out: BinaryIO) -> None:
    """Several locations of one house in one file; at least one."""
    pages = [page for print_ in prints for page in _pages(print_)]
    stamp = prints[0].stamp
    write_pages(pages, About(_("Handover"), stamp.house, stamp.printed_at_utc, stamp.is_practice), out)


def _pages(print_: HandoverPrint) -> list[Page]:
    pages = overview_pages(print_.rows, print_.stamp)
    for card in print_.cards:
        pages += card_pages(card, print_.stamp)
    return pages
