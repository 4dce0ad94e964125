"""Who this is and what can harm, with what to do about it; stands above the panel and every dialog."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import Severity
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.i18n.safety_words import SafetyLine, Subject, safety_words
from logeerhuis_app.services.rows.guest import SafetyBanner
from logeerhuis_app.ui.handover.guest_row import RoomBadge
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.photo import Photo

_TONES = {Severity.RED: "life", Severity.AMBER: "attention"}


FACE = 44
MOST_IN_FULL = 8
"""More statements than this stand without their actions, or the banner would leave no room for anything else."""


class PinnedBanner(QWidget):
    """Every statement in full, with its action: here nobody has to point at a pill to read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._parts: list[QWidget] = []

    def height_within(self, width: int) -> int:
        """What the statements need to stand there in full."""
        return self._column.totalHeightForWidth(width)

    def show_banner(self, banner: SafetyBanner, room: str) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        lines = safety_words(banner)
        self._parts = [_identity(banner, room)]
        is_long = len(lines) > MOST_IN_FULL
        self._parts += [box for severity in Severity for box in _box(lines, severity, is_long=is_long)]
        for part in self._parts:
            self._column.addWidget(part)
        self.setAccessibleName(f"{banner.guest.name} {birth_words(banner.guest.born)}")
        self.setAccessibleDescription("\n".join(line.in_full for line in lines))


def _identity(banner: SafetyBanner, room: str) -> QWidget:
    area = FlowArea(tokens.SPACE_2)
    area.flow.addWidget(RoomBadge(room))
    if banner.photo.small:
        face = Photo(banner.guest.name, FACE)
        face.set_picture(banner.photo.small)
        area.flow.addWidget(face)
    area.flow.addWidget(Label(banner.guest.name, Role.TITLE))
    area.flow.addWidget(Label(birth_words(banner.guest.born), Role.STRONG))
    if banner.guest.has_namesake:
        namesake = Badge(_("NAMESAKE"), Tone.AMBER)
        namesake.setToolTip(_("Another guest has a similar name: check the birth date"))
        area.flow.addWidget(namesake)
    if banner.photo.is_old:
        area.flow.addWidget(Badge(_("photo older than a year"), Tone.AMBER))
    return area


def _box(lines: list[SafetyLine], severity: Severity, *, is_long: bool) -> list[QWidget]:
    wanted = [line for line in lines if line.severity is severity]
    if not wanted:
        return []
    box = QFrame()
    if severity in _TONES:
        box.setProperty("role", "message")
        box.setProperty("tone", _TONES[severity])
    row = QHBoxLayout(box)
    side, top = (px(10), px(6)) if severity in _TONES else (px(2), 0)
    row.setContentsMargins(side, top, side, top)
    in_full = "\n".join(_words(line) for line in wanted)
    text = Label(" · ".join(line.text for line in wanted) if is_long else in_full, wraps=True)
    text.setToolTip(in_full)
    row.addWidget(text)
    return [box]


def _words(line: SafetyLine) -> str:
    """«Geen penicilline (anafylaxie) → pen in medicijnkast, 112»."""
    if not line.action:
        return line.text
    return f"{line.text}{' – ' if line.subject is Subject.RESUSCITATION else ' → '}{line.action}"
