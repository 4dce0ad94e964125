"""Who can be taken for whom, near the bed and in the whole cabinet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.namesakes import Identity, alike_ids, are_alike

NOOR = Identity(1, "noor", "jansen", date(1940, 1, 30), is_near=True)


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (Identity(2, "noor", "jansen", date(1950, 1, 1), is_near=False), True),
        (Identity(2, "ida", "smit", date(1940, 1, 30), is_near=False), True),
        (Identity(2, "johan", "jansen", date(1950, 1, 1), is_near=False), False),
        (Identity(2, "johan", "jansen", date(1950, 1, 1), is_near=True), True),
        (Identity(2, "noor", "smit", date(1950, 1, 1), is_near=True), True),
        (Identity(2, "ida", "smit", date(1950, 1, 1), is_near=True), False),
        (Identity(1, "noor", "jansen", date(1940, 1, 30), is_near=True), False),
    ],
)
def test_alike_on_file_or_in_the_house(other: Identity, is_alike: bool):
    assert are_alike(NOOR, other) is is_alike
    assert are_alike(other, NOOR) is is_alike
    assert alike_ids([NOOR], [NOOR, other]) == ({1} if is_alike else set())


def test_two_guests_without_a_last_name_do_not_share_one():
    one = Identity(1, "ida", "", date(1940, 1, 1), is_near=True)
    assert not are_alike(one, Identity(2, "jan", "", date(1941, 1, 1), is_near=True))


identities = st.builds(
    Identity,
    guest_id=st.integers(1, 9),
    given_name=st.sampled_from(["noor", "ida", "jan"]),
    last_name=st.sampled_from(["", "jansen", "smit"]),
    born=st.dates(date(1940, 1, 1), date(1940, 1, 4)),
    is_near=st.booleans(),
)


@given(st.lists(identities, max_size=6, unique_by=lambda one: one.guest_id))
def test_all_at_once_finds_what_comparing_each_with_each_finds(everybody: list[Identity]):
    pairs = {one.guest_id for one in everybody for other in everybody if are_alike(one, other)}
    assert alike_ids(everybody, everybody) == pairs
