"""Run the long tests by part: ``python -m tests.torture [PART...] [--number N] [-- PYTEST ARGUMENTS]``."""

import argparse
import os
import sys

import pytest

from tests.support.counts import NUMBER

PARTS = {
    "races": ("tests/services/test_races.py",),
    "kills": (
        "tests/torture/test_kills.py",
        "tests/torture/test_kills_elsewhere.py",
        "tests/torture/test_first_start.py",
        "tests/torture/test_kills_of_keys.py",
        "tests/torture/test_kills_restoring.py",
    ),
    "walks": ("tests/services/test_random_walk.py",),
    "disks": ("tests/torture/test_full_disk.py",),
    "leaks": ("tests/test_leaks.py",),
    "pages": ("tests/db/test_opening.py::test_each_page_that_was_touched_is_noticed",),
    "roles": (
        "tests/services/test_door.py::test_each_cell_of_the_table_is_kept_at_the_door",
        "tests/test_cli_roles.py",
        "tests/ui/test_role_screens.py",
    ),
    "nights": ("tests/services/test_clock_watch.py", "tests/services/test_clock_at_random.py"),
}
EVERYTHING = ("-m", "")
"""The short tests of these files too: some of the counts are theirs."""


def main(arguments: list[str]) -> int:
    place = arguments.index("--") if "--" in arguments else len(arguments)
    own, pytests = arguments[:place], arguments[place + 1 :]
    parser = argparse.ArgumentParser(prog="scripts/torture", description="The long runs that try to break the house.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one or more of: {', '.join(PARTS)}")
    parser.add_argument("--number", type=int, help="how often each of them, instead of the usual number")
    wanted = parser.parse_args(own)
    unknown = sorted(set(wanted.parts) - set(PARTS))
    if unknown or (wanted.number is not None and wanted.number < 1):
        parser.error(f"unknown: {', '.join(unknown)}" if unknown else "--number: at least 1")
    if wanted.number is not None:
        os.environ[NUMBER] = str(wanted.number)
    os.environ.setdefault("HYPOTHESIS_PROFILE", "torture")
    files = [file for part in wanted.parts or PARTS for file in PARTS[part]]
    return int(pytest.main(["-q", *EVERYTHING, *files, *pytests]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
