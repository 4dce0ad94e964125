"""Where a fact comes from, in one quiet line under it."""

from logeerhuis_app.clock import house_time
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import Origin


def origin_words(origin: Origin) -> str:
    """«bron: mantelzorger · 12-03-2026 S. Bakker · nagevraagd op 22-11-2026 door F. de Wit»; empty: nothing known."""
    parts = []
    if origin.source is not None:
        parts.append(_("source: {source}").format(source=label(origin.source)))
    if origin.recorded_at_utc is not None:
        day = date_numeric(house_time(origin.recorded_at_utc).date())
        parts.append(f"{day} {origin.recorded_by}".strip())
    if origin.verified_at_utc is not None:
        day = date_numeric(house_time(origin.verified_at_utc).date())
        parts.append(_("asked again on {date} by {user}").format(date=day, user=origin.verified_by))
    return " · ".join(parts)
