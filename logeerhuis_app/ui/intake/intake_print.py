"""The paper form of the intake, for a talk at the kitchen table."""

import io

from logeerhuis_app.i18n import N_
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import intake_sheet
from logeerhuis_app.ui.guests.guest_paper import PaperKind


def _drawn(door: Door, guest_id: int) -> bytes:
    from logeerhuis_app.reports.intake_form import build_intake_form  # a quarter of a second, at first use only

    out = io.BytesIO()
    build_intake_form(intake_sheet(door, guest_id), out)
    return out.getvalue()


INTAKE_FORM = PaperKind(
    title=N_("Intake form"),
    print_title=N_("Print the intake form"),
    save_title=N_("Save the intake form as PDF"),
    file_name=N_("intake-{number}.pdf"),
    draw=_drawn,
)
