"""The whole handover on paper: the house overview, then one card per guest, in one file."""

from typing import BinaryIO

from logeerhuis_app.i18n import _
from logeerhuis_app.reports.base import About, write_pages
from logeerhuis_app.reports.guest_card import card_pages
from logeerhuis_app.reports.house_overview import overview_pages
from logeerhuis_app.services.rows.handover import HandoverPrint


def build_handover(print_: HandoverPrint, out: BinaryIO) -> None:
    """Each part numbers its own pages, for the cards are handed out one by one."""
    pages = overview_pages(print_.rows, print_.stamp)
    for card in print_.cards:
        pages += card_pages(card, print_.stamp)
    stamp = print_.stamp
    write_pages(pages, About(_("Handover"), stamp.house, stamp.printed_at_utc, stamp.is_practice), out)
