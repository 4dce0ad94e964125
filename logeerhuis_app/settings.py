"""What this machine remembers about the windows. Never a name, a note or anything else of a person."""

import json
from pathlib import Path

FILE = "window.json"
TEXT_SCALE_KEY = "text.scale"
LOCATION_KEY = "location"
SMALLEST_SCALE, LARGEST_SCALE = 100, 150


class SettingsFile:
    """Keys and texts, written at once; a damaged file only means that the window opens where it likes."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._values = self._read()

    def get(self, key: str, default: str = "") -> str:
        return self._values.get(key, default)

    def set(self, key: str, value: str) -> None:
        self._values[key] = value
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(self._values), encoding="utf-8")

    @property
    def text_scale(self) -> int:
        """Percent, between 100 and 150."""
        stored = self.get(TEXT_SCALE_KEY)
        return min(max(int(stored), SMALLEST_SCALE), LARGEST_SCALE) if stored.isdecimal() else SMALLEST_SCALE

    @property
    def location_id(self) -> int | None:
        """The location that was looked at last; None: all of them."""
        stored = self.get(LOCATION_KEY)
        return int(stored) if stored.isdecimal() else None

    def _read(self) -> dict[str, str]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(stored, dict):
            return {}
        return {key: value for key, value in stored.items() if isinstance(value, str)}
