"""Which folders of Windows lie on another machine, by the answers that Windows gives."""

import sys
from pathlib import Path

import pytest

from logeerhuis_app.db import opening, windows_drives
from logeerhuis_app.db.windows_drives import Drive, drive_type_of_windows, is_windows_share
from tests.support.houses import TestHouse

DRIVES = {"C:\\": Drive.FIXED, "E:\\": Drive.REMOVABLE, "Z:\\": Drive.REMOTE, "Q:\\": Drive.NO_ROOT}


def answer(root: str) -> int:
    return DRIVES[root]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"C:\Users\balie\Logeerhuis", False),
        (r"c:\huis", False),
        (r"E:\huis op een stick", False),
        (r"Z:\huis", True),
        (r"z:\huis", True),
        ("Z:/huis", True),
        (r"Q:\er is niets", False),
        (r"\\server\deel\huis", True),
        ("//server/deel/huis", True),
        (r"\\?\UNC\server\deel\huis", True),
        (r"\\?\unc\server\deel", True),
        (r"\\?\C:\een heel lang pad", False),
        (r"\\?\Z:\een heel lang pad", True),
        (r"\\.\C:\huis", False),
        (r"\\wsl.localhost\Debian\huis", True),
        ("/home/balie/huis", False),
        (r"huis", False),
    ],
)
def test_shares_are_known_by_their_name_and_by_their_letter(path: str, expected: bool):
    assert is_windows_share(path, answer) is expected


def test_only_windows_is_asked():
    assert sys.platform == "win32" or drive_type_of_windows("C:\\") == Drive.UNKNOWN


def test_a_letter_of_a_share_is_refused_before_anything_is_opened(
    file_house: TestHouse, monkeypatch: pytest.MonkeyPatch
):
    """As Windows would answer; the folder is called as this machine calls it."""
    monkeypatch.setattr(windows_drives, "PureWindowsPath", lambda path: _OnDrive(path, "Z:"))
    monkeypatch.setattr(opening, "drive_type_of_windows", answer)
    folder = file_house.place.folder
    assert folder is not None
    assert opening.is_on_network(folder)
    monkeypatch.setattr(windows_drives, "PureWindowsPath", lambda path: _OnDrive(path, "C:"))
    assert not opening.is_on_network(folder)


class _OnDrive:
    def __init__(self, path: str, drive: str) -> None:
        self.path, self.drive = Path(path), drive
