"""What this machine remembers about the windows. Never a name, a note or anything else of a person."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

FILE = "window.json"
SMALLEST_SCALE, LARGEST_SCALE = 100, 150


@dataclass(frozen=True)
class Settings:
    """Typed, with a default for each; ``text_scale`` in percent."""

    geometry: str = ""
    text_scale: int = 100
    location_id: int = 0


class SettingsFile:
    """Reads leniently (a damaged file only means that the window opens where it likes) and writes at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self.current = self._read()

    def change(self, **values: Any) -> None:
        """Remember these values; the others stay."""
        self.current = replace(self.current, **values)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(asdict(self.current)), encoding="utf-8")

    def _read(self) -> Settings:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        if not isinstance(stored, dict):
            return Settings()
        kinds = {field.name: type(field.default) for field in fields(Settings)}
        kept: dict[str, Any] = {name: value for name, value in stored.items() if type(value) is kinds.get(name)}
        scale = min(max(kept.get("text_scale", SMALLEST_SCALE), SMALLEST_SCALE), LARGEST_SCALE)
        return Settings(**{**kept, "text_scale": scale})
