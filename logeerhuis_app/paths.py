"""Where files live: what is shipped with the program, and the user's own data folder."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A shipped file or folder (fonts, icons, locale, practice house).

    An installed package carries them inside; in a source checkout they stand beside the package.
    """
    installed = _PACKAGE / "resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def default_data_dir() -> Path:
    """The user's data folder for this program (not created here)."""
    return Path(platformdirs.user_data_dir("logeerhuis", appauthor=False))


def settings_dir(house_folder: Path | None) -> Path:
    """Beside the house, or in the user's own folder where the house is on a server."""
    return house_folder if house_folder is not None else default_data_dir()
