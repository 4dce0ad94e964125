"""Whose file a dialog is about: pinned above what is typed, so that it cannot be filled in for another."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView


def whose(file: GuestFile) -> QWidget:
    """Both identifiers and what can kill; who may not read care sees the identifiers alone."""
    return SafetyBannerView(file.banner, compact=True, with_statements=file.may_see_care)
