"""Who can be taken for whom, near the bed and in the whole cabinet."""

import pytest

from logeerhuis_app.domain.namesakes import Identity, are_alike
from logeerhuis_app.domain.partial_date import PartialDate

NOOR = Identity(1, "nor", "janse", PartialDate(1940, 1, 30), is_near=True)


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (Identity(2, "nor", "janse", PartialDate(1950, 1, 1), is_near=False), True),
        (Identity(2, "ita", "smit", PartialDate(1940, 1, 30), is_near=False), True),
        (Identity(2, "johan", "janse", PartialDate(1950, 1, 1), is_near=False), False),
        (Identity(2, "johan", "janse", PartialDate(1950, 1, 1), is_near=True), True),
        (Identity(2, "nor", "smit", PartialDate(1950, 1, 1), is_near=True), True),
        (Identity(2, "ita", "smit", PartialDate(1950, 1, 1), is_near=True), False),
        (Identity(1, "nor", "janse", PartialDate(1940, 1, 30), is_near=True), False),
    ],
)
def test_alike_on_file_or_in_the_house(other: Identity, is_alike: bool):
    assert are_alike(NOOR, other) is is_alike
    assert are_alike(other, NOOR) is is_alike


def test_two_guests_without_a_last_name_do_not_share_one():
    one = Identity(1, "ita", "", PartialDate(1940, 1, 1), is_near=True)
    assert not are_alike(one, Identity(2, "jan", "", PartialDate(1941, 1, 1), is_near=True))
