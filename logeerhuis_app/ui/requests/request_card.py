"""One family on the board."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.trajectory import Urgency
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.rows.trajectory import TrajectoryRow
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

URGENCY_TONE = {Urgency.URGENT: Tone.AMBER, Urgency.TWO_WEEKS: Tone.AMBER, Urgency.NORMAL: Tone.NEUTRAL}
"""Urgent is amber: red is for life risk only."""


class RequestCard(ChoiceCard):
    """Who, where on the road, what follows and when: the next step is never out of sight."""

    def __init__(self, row: TrajectoryRow, parent: QWidget | None = None) -> None:
        super().__init__(self._spoken(row), parent)
        self.row = row
        side = px(10)
        self.body.setContentsMargins(side, px(8), side, px(8))
        self.body.addWidget(Label(row.guest, Role.STRONG, wraps=True))
        self.body.addWidget(Label(who_line(row), Role.SMALL, wraps=True))
        if row.urgency is not Urgency.NORMAL:
            badges = FlowArea()
            badges.add(Badge(label(row.urgency), URGENCY_TONE[row.urgency]))
            self.body.addWidget(badges)
        self.body.addWidget(Label(label(row.state), Role.SECTION, wraps=True))
        self.body.addWidget(Label(next_line(row), Role.AMBER if row.is_late else Role.BODY, wraps=True))
        self.body.addWidget(Label(row.fixed_contact or _("no fixed contact"), Role.SMALL, wraps=True))

    @staticmethod
    def _spoken(row: TrajectoryRow) -> str:
        return ", ".join(part for part in (row.guest, label(row.state), next_line(row), row.fixed_contact) if part)


def who_line(row: TrajectoryRow) -> str:
    """«11-12-1940 · Gemert-Bakel»; what the caller did not tell is said to be unknown."""
    born = birth_words(row.born) if row.born else _("birth date not asked")
    return f"{born} · {row.town}" if row.town else born


def next_line(row: TrajectoryRow) -> str:
    """«di 24 nov: evaluatie met dochter», and in words when its day has passed."""
    step = row.next_step or _("no next step written down")
    if row.next_on is None:
        return step
    text = _("{day}: {step}").format(day=day_short(row.next_on), step=step)
    return _("{text} (the day has passed)").format(text=text) if row.is_late else text
