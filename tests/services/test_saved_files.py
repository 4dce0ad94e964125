"""What is written in a folder of somebody's choice."""

import os
from pathlib import Path

import pytest

from logeerhuis_app.db.place import DATABASE_FILE, KEY_FILE
from logeerhuis_app.domain.errors import FileUnreadable
from logeerhuis_app.services.saved_files import save_file


def test_a_paper_is_its_owners_alone(tmp_path: Path) -> None:
    paper = save_file(tmp_path / "kaart.pdf", b"%PDF")
    assert paper.read_bytes() == b"%PDF"
    if os.name == "posix":
        assert paper.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["kaart.pdf"]


@pytest.mark.parametrize("name", [DATABASE_FILE, KEY_FILE, KEY_FILE.upper()])
def test_a_house_or_its_keys_are_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"the only way in")
    with pytest.raises(FileUnreadable):
        save_file(tmp_path / name, b"%PDF")
    assert (tmp_path / name).read_bytes() == b"the only way in"


def test_a_folder_that_takes_nothing_keeps_the_older_paper(tmp_path: Path) -> None:
    """A folder stands where the part would be written: what root may not do either."""
    (tmp_path / "kaart.pdf").write_bytes(b"older")
    (tmp_path / ".kaart.pdf.part").mkdir()
    with pytest.raises(FileUnreadable):
        save_file(tmp_path / "kaart.pdf", b"newer")
    assert (tmp_path / "kaart.pdf").read_bytes() == b"older"
