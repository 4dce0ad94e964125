"""How much was tried: a test records a number, and the end of the run shows them all.

``record_property(COUNT + "kills", 500)``; the built-in fixture also reaches the summary from another process.
"""

from collections import Counter
from collections.abc import Iterable

import pytest

COUNT = "count: "


def counted(reports: Iterable[pytest.TestReport]) -> Counter[str]:
    """The numbers of all tests, added up by what they count."""
    totals: Counter[str] = Counter()
    for report in reports:
        for name, number in report.user_properties:
            if name.startswith(COUNT):
                totals[name.removeprefix(COUNT)] += int(str(number))
    return totals
