"""What does not fit, and that unknown is not the same as no."""

from dataclasses import replace

import pytest

from logeerhuis_app.domain.matching import BedOffer, Condition, Effect, GuestNeeds, MisfitKind, misfits

EVERYTHING = BedOffer(True, True, True, True, True)
BARE = BedOffer(False, False, False, False, False)
NO_WANDERING = BedOffer(True, True, True, True, True, ((Condition.WANDERING, Effect.EXCLUDE),))


def kinds(needs: GuestNeeds, offer: BedOffer) -> list[MisfitKind]:
    return [one.kind for one in misfits(needs, offer)]


def test_a_guest_without_needs_fits_everywhere():
    assert kinds(GuestNeeds(), BARE) == []


def test_what_was_not_asked_is_a_question_and_not_a_no():
    assert kinds(GuestNeeds(wandering=None), NO_WANDERING) == [MisfitKind.WANDERING_NOT_ASKED]
    assert misfits(GuestNeeds(wandering=None), NO_WANDERING)[0].effect is Effect.CONSULT


@pytest.mark.parametrize(("grade", "is_excluded"), [(0, False), (1, False), (2, True), (3, True)])
def test_wandering_is_graded(grade: int, is_excluded: bool):
    assert (MisfitKind.WANDERING_EXCLUDED in kinds(GuestNeeds(wandering=grade), NO_WANDERING)) == is_excluded


@pytest.mark.parametrize("condition", Condition)
def test_no_rule_of_a_location_is_without_effect(condition: Condition):
    needs = GuestNeeds(wandering=3, needs_round_the_clock=True, has_wlz=True, is_aggressive=True)
    free = BedOffer(True, True, True, True, takes_wlz=condition is not Condition.WLZ)
    ruled = replace(free, rules=((condition, Effect.CONSULT),))
    assert Effect.CONSULT not in {one.effect for one in misfits(needs, free)}
    assert [one.effect for one in misfits(needs, ruled)] == [Effect.CONSULT]


def test_each_need_meets_its_room():
    needs = GuestNeeds(0, True, True, True, True, has_wlz=True)
    assert set(kinds(needs, BARE)) == {
        MisfitKind.WLZ_NOT_TAKEN,
        MisfitKind.NO_SUPERVISION,
        MisfitKind.NO_WHEELCHAIR,
        MisfitKind.NO_LIFT,
        MisfitKind.NOT_QUIET,
    }
    assert kinds(needs, EVERYTHING) == []


def test_what_excludes_comes_first():
    found = misfits(GuestNeeds(0, True, True, has_wlz=True), BARE)
    assert found[0].kind is MisfitKind.WLZ_NOT_TAKEN
