"""Whether Windows keeps a folder on another machine: a share by its name, or by a letter that stands for one."""

import ctypes
import re
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import PureWindowsPath

DriveType = Callable[[str], int]
"""Asked for «Z:\\», answers with a number of ``Drive``."""
_LONG_NAME = "\\\\?\\"


class Drive(IntEnum):
    """Source: learn.microsoft.com, GetDriveTypeW (fileapi.h)."""

    UNKNOWN = 0
    NO_ROOT = 1
    REMOVABLE = 2
    FIXED = 3
    REMOTE = 4
    CD = 5
    MEMORY = 6


def is_windows_share(path: str, drive_type: DriveType) -> bool:
    """``path`` as Windows writes it. A letter that Windows cannot place counts as its own drive: the house opens."""
    drive = PureWindowsPath(_short(path)).drive
    if drive.startswith("\\\\"):
        return not drive.startswith("\\\\.\\")  # «\\.\» are the machine's own devices
    if not re.fullmatch(r"[A-Za-z]:", drive):
        return False
    return drive_type(f"{drive.upper()}\\") == Drive.REMOTE


def _short(path: str) -> str:
    """«\\\\?\\C:\\huis» and «\\\\?\\UNC\\server\\deel» are the long names of «C:\\huis» and «\\\\server\\deel»."""
    plain = path.replace("/", "\\")
    if not plain.startswith(_LONG_NAME):
        return plain
    rest = plain.removeprefix(_LONG_NAME)
    return f"\\\\{rest[4:]}" if rest.upper().startswith("UNC\\") else rest


def drive_type_of_windows(root: str) -> int:
    """What Windows says of a drive; UNKNOWN on any other system."""
    if sys.platform != "win32":
        return Drive.UNKNOWN
    return int(ctypes.windll.kernel32.GetDriveTypeW(ctypes.c_wchar_p(root)))
