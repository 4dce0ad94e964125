"""All pictures, part by part, on one freshly built practice house."""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from logeerhuis_app.ui.application import make_application
from tests.support.shots.after import after_shots
from tests.support.shots.camera import Camera
from tests.support.shots.dialogs import dialog_shots
from tests.support.shots.papers import take_papers
from tests.support.shots.screens import (
    empty_shots,
    file_shots,
    main_shots,
    role_shots,
    screen_shots,
    start_shots,
)
from tests.support.shots.setup import setup_shots
from tests.support.shots.sheets import widget_shots
from tests.support.shots.shot import Shot
from tests.support.shots.stage import Stage, clock_on

LARGEST = 1.5
Part = Callable[[Stage, Camera], None]


def every_shot() -> Iterator[Shot]:
    """Those of one size, to be counted."""
    for shots in (start_shots, screen_shots, role_shots, file_shots, empty_shots, widget_shots, after_shots):
        yield from shots()
    yield from dialog_shots("dialogs")
    yield from setup_shots("setup")


def run(scratch: Path, folder: Path, today: date, parts: Sequence[str]) -> int:
    """Take them and tell what was found; 1 when that is anything."""
    make_application(scratch / "program")
    with Camera(folder) as camera:
        stage = Stage(scratch, clock_on(today))
        for part in parts:
            begun = time.monotonic()
            PARTS[part](stage, camera)
            click.echo(f"{part}: {time.monotonic() - begun:.0f} s")
        stage.close_all()
    click.echo(f"{len(camera.taken)} pictures: {camera.write_index()}")
    for name, found in camera.findings.items():
        for one in found:
            click.echo(f"  {name}: {one}")
    return 1 if camera.findings else 0


def _take(shots: Sequence[Shot]) -> Part:
    def take(stage: Stage, camera: Camera) -> None:
        for shot in shots:
            try:
                camera.take(shot.show(stage), shot.name)
            except LookupError as why:
                camera.miss(shot.name, why)
            stage.tidy()

    return take


def _take_small(shots: Sequence[Shot], scale: float = 1.0) -> Part:
    def take(stage: Stage, camera: Camera) -> None:
        with stage.on_small_screen(scale):
            _take(shots)(stage, camera)

    return take


PARTS: dict[str, Part] = {
    "start": _take(start_shots()),
    "setup": _take(setup_shots("setup")),
    "setup-large": _take_small(setup_shots("setup-large"), LARGEST),
    "widgets": _take(widget_shots()),
    "screens": _take(screen_shots()),
    "roles": _take(role_shots()),
    "files": _take(file_shots()),
    "dialogs": _take(dialog_shots("dialogs")),
    "small": _take_small(main_shots("small")),
    "large": _take_small(main_shots("large"), LARGEST),
    "dialogs-large": _take_small(dialog_shots("dialogs-large"), LARGEST),
    "empty": _take(empty_shots()),
    "papers": take_papers,
    "after": _take(after_shots()),
}
"""In this order: what comes last changes the house."""
