"""What this machine remembers about the windows. Never a name, a note or anything else of a person."""

import errno
import json
import os
from contextlib import suppress
from pathlib import Path

from logeerhuis_app.domain.errors import FileUnreadable, HouseFull, UserFacingError

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
        """What somebody chose.

        Raises:
            HouseFull, FileUnreadable: it cannot be written; what was remembered before stays.
        """
        values = {**self._values, key: value}
        try:
            self._write(values)
        except OSError as failure:
            if failure.errno in (errno.ENOSPC, errno.EDQUOT):
                raise HouseFull(str(self._path.parent)) from failure
            raise FileUnreadable(str(self._path), "unwritable") from failure
        self._values = values

    def remember(self, key: str, value: str) -> None:
        """What nobody asked for: where it cannot be written it is known until the program ends."""
        with suppress(UserFacingError):
            self.set(key, value)
        self._values[key] = value

    def _write(self, values: dict[str, str]) -> None:
        """Whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f"{self._path.name}.part")
        try:
            with part.open("w", encoding="utf-8") as handle:
                json.dump(values, handle)
                handle.flush()
                os.fsync(handle.fileno())
            part.replace(self._path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise

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
