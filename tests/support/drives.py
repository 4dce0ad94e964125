"""Drives that give trouble: a small one that gets full, and one that cannot be written to; real ones."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOT_HERE = "NOT TESTED: only root may mount a small drive on this machine"


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def small_drive(point: Path, size: str) -> Iterator[Path]:
    """A drive in memory of so many bytes («3m»)."""
    point.mkdir(parents=True, exist_ok=True)
    if os.name == "nt" or not _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(point)):
        pytest.skip(NOT_HERE)
    try:
        yield point
    finally:
        _run("umount", "-l", str(point))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """For root, whom no rights stop, the folder is mounted over itself without writing."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with _mounted_read_only(folder):
            yield
        return
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


@contextmanager
def _mounted_read_only(folder: Path) -> Iterator[None]:
    if not _run("mount", "--bind", str(folder), str(folder)):
        pytest.skip(NOT_HERE)
    try:
        assert _run("mount", "-o", "remount,bind,ro", str(folder))
        yield
    finally:
        _run("umount", "-l", str(folder))
