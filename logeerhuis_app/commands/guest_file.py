"""One guest's whole file, for the right of access: PDF for people, JSON for machines."""

import io
from pathlib import Path

from logeerhuis_app.commands.context import Setting, write_file
from logeerhuis_app.domain.rights import Asker
from logeerhuis_app.exchange import house_json
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rights import AskedBy, give_access_to_number
from logeerhuis_app.services.rows.rights import Dossier
from logeerhuis_app.services.whole_house import table_facts

ASKERS = {
    "huis": Asker.HOUSE,
    "gast": Asker.GUEST,
    "vertegenwoordiger": Asker.REPRESENTATIVE,
    "huisarts": Asker.GP,
}


def run(setting: Setting, file: Path, guest_no: str, *, given_to: str, name: str, ground: str) -> None:
    """By the ending of the file: «.pdf» for people, anything else as JSON."""
    with setting.door() as door:
        dossier = give_access_to_number(door, guest_no, AskedBy(ASKERS[given_to], name, ground))
    write_file(file, _content(dossier, is_pdf=file.suffix.casefold() == ".pdf"))
    text = _("The file of guest {guest} was written to {file}. It holds personal data that is not locked.")
    setting.answer(
        text.format(guest=guest_no, file=file),
        {"file": str(file), "given_to": given_to, "rows": dict(house_json.row_numbers(dossier.tables))},
    )


def _content(dossier: Dossier, *, is_pdf: bool) -> bytes:
    if not is_pdf:
        return house_json.written(dossier.tables, table_facts(), house_json.GUEST_FORMAT)
    from logeerhuis_app.reports.guest_file import build_guest_file  # a quarter of a second, only for paper

    out = io.BytesIO()
    build_guest_file(dossier, out)
    return out.getvalue()
