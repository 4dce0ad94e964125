"""Questionnaires add up as their makers say, and nothing outside a scale gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.errors_carers import HalfNumberOutside, NothingMeasured, NumberOutside
from logeerhuis_app.domain.measures import (
    MOST_TOTAL,
    POSITIVE,
    SCALES,
    Answers,
    CarerQolItem,
    Endurance,
    HowMuch,
    LoadClass,
    MeasureKind,
    Series,
    carerqol_total,
    happiness_tenths,
    load_class,
    own_answers,
    require_answers,
    values_of,
)

FORMS = st.fixed_dictionaries({item: st.sampled_from(HowMuch) for item in CarerQolItem})
PARTS = st.dictionaries(st.sampled_from(CarerQolItem), st.sampled_from(HowMuch), max_size=6)


@given(FORMS)
def test_the_sum_lies_between_0_and_14(items):
    total = carerqol_total(items)
    assert total is not None
    assert 0 <= total <= 14


@given(FORMS, st.sampled_from(CarerQolItem))
def test_a_better_answer_makes_the_sum_higher_by_one(items, item):
    better = items[item] + (1 if item in POSITIVE else -1)
    if better in tuple(HowMuch):
        assert carerqol_total({**items, item: HowMuch(better)}) == (carerqol_total(items) or 0) + 1


@given(FORMS)
def test_turning_every_answer_round_mirrors_the_sum(items):
    turned = {item: HowMuch(2 - answer) for item, answer in items.items()}
    assert (carerqol_total(items), carerqol_total(turned)) in {(n, 14 - n) for n in range(15)}


@given(PARTS)
def test_one_left_open_is_no_sum(items):
    assert carerqol_total(items) is None


def test_best_and_worst():
    best = {item: HowMuch.LOT if item in POSITIVE else HowMuch.NONE for item in CarerQolItem}
    worst = {item: HowMuch.NONE if item in POSITIVE else HowMuch.LOT for item in CarerQolItem}
    assert (carerqol_total(best), carerqol_total(worst)) == (14, 0)
    assert len(POSITIVE) == 2


@pytest.mark.parametrize(
    ("kind", "total", "expected"),
    [
        (MeasureKind.EDIZ_PLUS, 0, LoadClass.NONE),
        (MeasureKind.EDIZ_PLUS, 1, LoadClass.LIGHT),
        (MeasureKind.EDIZ_PLUS, 3, LoadClass.LIGHT),
        (MeasureKind.EDIZ_PLUS, 4, LoadClass.MODERATE),
        (MeasureKind.EDIZ_PLUS, 8, LoadClass.MODERATE),
        (MeasureKind.EDIZ_PLUS, 9, LoadClass.HEAVY),
        (MeasureKind.EDIZ_PLUS, 15, LoadClass.HEAVY),
        (MeasureKind.CSI, 6, LoadClass.BELOW),
        (MeasureKind.CSI, 7, LoadClass.OVERBURDENED),
        (MeasureKind.CSI, 13, LoadClass.OVERBURDENED),
        (MeasureKind.EDIZ, 9, None),
    ],
)
def test_the_class_of_a_total(kind: MeasureKind, total: int, expected: LoadClass | None):
    assert load_class(kind, total) is expected


@pytest.mark.parametrize("kind", MOST_TOTAL)
def test_a_total_beyond_its_scale_is_refused(kind: MeasureKind):
    most = MOST_TOTAL[kind]
    require_answers(Answers(kind, {}, 0))
    require_answers(Answers(kind, {}, most))
    for wrong in (-1, most + 1, 99):
        with pytest.raises(NumberOutside) as caught:
            require_answers(Answers(kind, {}, wrong))
        assert (caught.value.least, caught.value.most) == (0, most)


@pytest.mark.parametrize("kind", MeasureKind)
def test_an_empty_form_is_no_measurement(kind: MeasureKind):
    with pytest.raises(NothingMeasured):
        require_answers(Answers(kind, {}))


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [("", None), ("0", 0), ("7", 70), ("7,5", 75), ("7.5", 75), ("6½", 65), ("10", 100), ("8,0", 80)],
)
def test_the_mark_of_happiness_as_it_is_typed(typed: str, tenths: int | None):
    assert happiness_tenths(typed) == tenths


@pytest.mark.parametrize("typed", ["11", "10,5", "7,3", "-1", "zeven", "7,5,5", ",5", "٧", "1e1"])
def test_a_mark_that_is_none_is_refused(typed: str):
    with pytest.raises(HalfNumberOutside):
        happiness_tenths(typed)


@given(st.text(max_size=30))
def test_whatever_is_typed_as_a_mark_is_a_half_number_or_refused(typed: str):
    try:
        tenths = happiness_tenths(typed)
    except UserFacingError:
        return
    assert tenths is None or (0 <= tenths <= 100 and tenths % 5 == 0)


@given(FORMS, st.integers(0, 20), st.sampled_from(Endurance), st.sampled_from(MeasureKind))
def test_points_lie_on_their_scale_and_only_the_own_kind_counts(items, halves, endurance, kind):
    answers = own_answers(Answers(kind, items, MOST_TOTAL.get(kind, 3), halves * 5, endurance))
    require_answers(answers)
    found = values_of(answers)
    assert found
    assert all(SCALES[series].least <= value <= SCALES[series].most for series, value in found.items())
    carerqol = {Series.CARERQOL, Series.HAPPINESS}
    assert set(found) == (carerqol if kind is MeasureKind.CARERQOL else {Series(kind.value)})
