"""The papers as they leave the printer, page by page."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pypdfium2

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.funding import Arrangement, PayerKind
from logeerhuis_app.domain.handover import shift_at
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.reports.handover import build_handover
from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups
from logeerhuis_app.services.queries.handover import guest_cards, handover_places
from logeerhuis_app.services.rows.declaring import PayerGroup
from tests.support.shots.camera import Camera
from tests.support.shots.stage import Stage, first

SCALE = 1.6
"""Pixels per point: an A4 page of 950 pixels wide, on which the smallest letter can be read."""
PAYERS: dict[str, Callable[[PayerGroup], bool]] = {
    "municipality": lambda group: group.kind is PayerKind.MUNICIPALITY and not _is_lump(group),
    "care-office": lambda group: group.kind is PayerKind.CARE_OFFICE,
    "insurer": lambda group: group.kind is PayerKind.INSURER and not _is_lump(group),
    "lump-sum": lambda group: _is_lump(group),
    "private": lambda group: group.kind is PayerKind.GUEST,
}


def take_papers(stage: Stage, camera: Camera) -> None:
    for name, pdf in _papers(stage):
        document = pypdfium2.PdfDocument(pdf)
        for place, page in enumerate(document, 1):
            page.render(scale=SCALE).to_pil().save(camera.path_of(f"papers/{name}-{place}"))
        document.close()


def _papers(stage: Stage) -> Iterator[tuple[str, bytes]]:
    yield from _handovers(stage)
    yield from _declarations(stage)


def _handovers(stage: Stage) -> Iterator[tuple[str, bytes]]:
    door = stage.door(Role.CARE)
    shift = shift_at(house_time(stage.clock.now_utc()).replace(tzinfo=None))
    for place in handover_places(door):
        out = BytesIO()
        build_handover(guest_cards(door, place.location_id, shift), out)
        yield f"handover-{place.name.split()[-1].lower()}", out.getvalue()


def _declarations(stage: Stage) -> Iterator[tuple[str, bytes]]:
    door = stage.door(Role.ADMINISTRATOR)
    month = Month.of(stage.clock.today()).previous()
    groups = [group for group in month_groups(door, month) if group.lines or group.total]
    for name, want in PAYERS.items():
        group = first(sorted(groups, key=lambda one: -one.guests), want, f"declaration for {name}")
        out = BytesIO()
        build_declaration(declaration_sheet(door, group.key, month), out)
        yield f"declaration-{name}", out.getvalue()


def _is_lump(group: PayerGroup) -> bool:
    return group.arrangement is Arrangement.LUMP_SUM
