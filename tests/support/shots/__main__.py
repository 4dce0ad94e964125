"""Take all pictures: ``python -m tests.support.shots [--date D] [--to FOLDER] [PART]...``"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from logeerhuis_app.clock import SystemClock
from tests.support.shots.run import PARTS, run
from tests.support.shots.stage import SCREENS

USUAL_FOLDER = Path("out") / "shots"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/shots")
    parser.add_argument("--date", type=date.fromisoformat, default=SystemClock().today())
    parser.add_argument("--to", type=Path, default=USUAL_FOLDER)
    parser.add_argument("part", nargs="*", metavar="PART", help=" ".join(PARTS))
    wish = parser.parse_args(arguments)
    if unknown := [part for part in wish.part if part not in PARTS]:
        parser.error(f"unknown: {', '.join(unknown)}; choose from {' '.join(PARTS)}")
    if not wish.part:
        shutil.rmtree(wish.to, ignore_errors=True)  # a picture of what is gone would be looked at for nothing
    with tempfile.TemporaryDirectory(prefix="logeerhuis-shots-") as scratch:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_write_screens(Path(scratch))}"
        return run(Path(scratch), wish.to, wish.date, wish.part or list(PARTS))


def _write_screens(folder: Path) -> Path:
    """Two screens without glass, beside each other: dialogs fit themselves to the one they are on."""
    screens, left = [], 0
    for place, (width, height) in enumerate(SCREENS):
        box = {"x": left, "y": 0, "width": width, "height": height}
        screens.append({"name": str(place), "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0, **box})
        left += width
    path = folder / "screens.json"
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
