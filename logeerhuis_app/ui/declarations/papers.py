"""The paper of a declaration, drawn off the window's thread."""

import io
import threading

from logeerhuis_app.services.rows.declaring import DeclarationSheet

_DRAWING = threading.Lock()  # ReportLab registers fonts in one place for all threads


def drawn(sheet: DeclarationSheet) -> bytes:
    """The sheet as PDF; the same sheet gives the same bytes."""
    from logeerhuis_app.reports.declaration import build_declaration  # a quarter of a second, at first use only

    out = io.BytesIO()
    with _DRAWING:
        build_declaration(sheet, out)
    return out.getvalue()
