"""Barthel and Katz: added up only when whole, within the points of their forms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.care_scores import MOST_POINTS, Score, ScoreClass, ScoreItem, ScoreKind, require_score
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired

TODAY = date(2026, 11, 22)


def whole(kind: ScoreKind, total: int) -> Score:
    """A whole score with this total."""
    items, left = {}, total
    for item, most in MOST_POINTS[kind].items():
        items[item] = min(most, left)
        left -= items[item]
    return Score(kind, items)


@pytest.mark.parametrize(("kind", "items", "most"), [(ScoreKind.BARTHEL, 10, 20), (ScoreKind.KATZ, 6, 6)])
def test_each_has_the_items_and_points_of_its_form(kind: ScoreKind, items: int, most: int):
    score = whole(kind, most)
    assert (score.asked, score.most, score.total) == (items, most, most)


@pytest.mark.parametrize(
    ("total", "band"),
    [
        *((0, ScoreClass.FULL_HELP), (4, ScoreClass.FULL_HELP), (5, ScoreClass.MUCH_HELP), (9, ScoreClass.MUCH_HELP)),
        *((10, ScoreClass.PARTLY), (14, ScoreClass.PARTLY), (15, ScoreClass.MOSTLY), (19, ScoreClass.MOSTLY)),
        (20, ScoreClass.INDEPENDENT),
    ],
)
def test_the_bands_of_the_barthel(total: int, band: ScoreClass):
    score = whole(ScoreKind.BARTHEL, total)
    assert (score.total, score.score_class) == (total, band)


def test_a_katz_has_no_bands():
    assert whole(ScoreKind.KATZ, 3).score_class is None


@given(st.sampled_from(ScoreKind), st.data())
def test_what_is_not_whole_has_no_total(kind: ScoreKind, data):
    left_out = data.draw(st.sets(st.sampled_from(list(MOST_POINTS[kind])), min_size=1))
    items = {item: data.draw(st.integers(0, most)) for item, most in MOST_POINTS[kind].items() if item not in left_out}
    score = Score(kind, items)
    assert (score.total, score.score_class) == (None, None)


def test_what_cannot_be_is_refused():
    with pytest.raises(FieldRequired):
        require_score(Score(ScoreKind.KATZ), TODAY, TODAY)
    with pytest.raises(FieldRequired):
        require_score(whole(ScoreKind.KATZ, 6), None, TODAY)
    with pytest.raises(FieldInvalid):
        require_score(whole(ScoreKind.KATZ, 6), date(2026, 11, 23), TODAY)
    with pytest.raises(FieldInvalid):
        require_score(Score(ScoreKind.KATZ, {ScoreItem.STAIRS: 1}), TODAY, TODAY)
    with pytest.raises(FieldInvalid):
        require_score(Score(ScoreKind.KATZ, {ScoreItem.FEEDING: 2}), TODAY, TODAY)
