"""What every test gets: no screen needed, and no silent trouble.

A test fails when it leaves a window open, a thread running, or a line in the error log that it did not announce.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from logeerhuis_app import i18n
from tests.support.counts import counted, table
from tests.support.houses import file_house, house, house_template, server_house, server_template
from tests.support.leftovers import no_error_log_lines, no_leftovers
from tests.support.postgres import REASON_PREFIX, postgres_server, postgres_url

__all__ = [
    "file_house",
    "house",
    "house_template",
    "no_error_log_lines",
    "no_leftovers",
    "postgres_server",
    "postgres_url",
    "server_house",
    "server_template",
]


# The house speaks Dutch, whichever test comes first.
i18n.install("nl")

# A shared machine stalls now and then: how long an example took says nothing about the house.
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("torture", deadline=None, print_blob=True, max_examples=2_000, stateful_step_count=100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was tried, and loudly that half of the promise was not looked at."""
    if totals := counted(terminalreporter.getreports("passed")):
        terminalreporter.section("how much was tried")
        for line in table(totals):
            terminalreporter.line(line)
    skipped = [report for report in terminalreporter.getreports("skipped") if REASON_PREFIX in str(report.longrepr)]
    if skipped:
        terminalreporter.section("NOT TESTED ON POSTGRESQL", sep="!", red=True, bold=True)
        reason = str(skipped[0].longrepr[2] if isinstance(skipped[0].longrepr, tuple) else skipped[0].longrepr)
        terminalreporter.line(f"{len(skipped)} tests were skipped. {reason.removeprefix('Skipped: ')}", red=True)
