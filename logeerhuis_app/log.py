"""The program's own log: what went wrong, never about whom."""

import logging
import logging.handlers
import traceback
from pathlib import Path
from types import TracebackType

FILE = "logeerhuis.log"
MOST_BYTES = 500_000
KEPT_FILES = 4


def start(folder: Path) -> None:
    """Write to a rotating file in the data folder; a folder that cannot be written to is no reason not to start."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / FILE, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("logeerhuis_app")
    root.setLevel(logging.INFO)
    root.addHandler(handler)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it went wrong, without the message of the error: a message may quote what was typed or stored."""
    frames = traceback.extract_tb(trace)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *places])
