"""The missing-person sheet: whoever needs it has no time, so nothing is asked first."""

import io

from logeerhuis_app.i18n import N_
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.missing import missing_sheet
from logeerhuis_app.ui.guests.guest_paper import PaperKind


def _drawn(door: Door, guest_id: int) -> bytes:
    from logeerhuis_app.reports.missing_sheet import build_missing_sheet  # a quarter of a second, at first use only

    out = io.BytesIO()
    build_missing_sheet(missing_sheet(door, guest_id), out)
    return out.getvalue()


MISSING_SHEET = PaperKind(
    title=N_("Missing-person sheet"),
    print_title=N_("Print the missing-person sheet"),
    save_title=N_("Save the missing-person sheet as PDF"),
    file_name=N_("missing-{number}.pdf"),
    draw=_drawn,
)
