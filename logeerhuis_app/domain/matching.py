"""Does this guest fit this bed? It records and shows; a human decides, save where the location excludes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Condition(StrEnum):
    """What a location may have a rule about."""

    WANDERING = "wandering"  # leaves the house, or was missing before
    WLZ = "wlz"
    ROUND_THE_CLOCK = "round_the_clock"
    AGGRESSION = "aggression"


class Effect(StrEnum):
    EXCLUDE = "exclude"  # uitsluiten
    CONSULT = "consult"  # overleg
    WARN = "warn"  # waarschuwen


class MisfitKind(StrEnum):
    """What does not fit, as the words on screen distinguish it."""

    WANDERING_EXCLUDED = "wandering_excluded"
    WLZ_NOT_TAKEN = "wlz_not_taken"
    NO_SUPERVISION = "no_supervision"
    NO_WHEELCHAIR = "no_wheelchair"
    NO_LIFT = "no_lift"
    NOT_QUIET = "not_quiet"
    AGGRESSION = "aggression"
    WANDERING_NOT_ASKED = "wandering_not_asked"


@dataclass(frozen=True)
class GuestNeeds:
    """What the file says; None means not asked, which is not the same as no."""

    wandering: int | None = None
    needs_round_the_clock: bool | None = None
    uses_wheelchair: bool | None = None
    needs_lift: bool | None = None
    needs_quiet: bool | None = None
    has_wlz: bool = False
    is_aggressive: bool = False


@dataclass(frozen=True)
class BedOffer:
    """What the bed, its room and its location have."""

    has_supervision: bool
    is_wheelchair_accessible: bool
    has_lift: bool
    is_quiet: bool
    takes_wlz: bool
    rules: tuple[tuple[Condition, Effect], ...] = ()


@dataclass(frozen=True)
class Misfitting:
    kind: MisfitKind
    effect: Effect


WALKS_AWAY = 2
"""From this grade of wandering on, a guest leaves the house (``care.Wandering.LEAVES``)."""


def misfits(needs: GuestNeeds, offer: BedOffer) -> tuple[Misfitting, ...]:
    """What does not fit, the excluding ones first."""
    found = [*_by_location(needs, offer), *_by_room(needs, offer)]
    order = list(Effect)
    return tuple(sorted(found, key=lambda misfit: order.index(misfit.effect)))


def _by_location(needs: GuestNeeds, offer: BedOffer) -> Iterable[Misfitting]:
    effects = dict(offer.rules)
    if needs.has_wlz and not offer.takes_wlz:
        yield Misfitting(MisfitKind.WLZ_NOT_TAKEN, effects.get(Condition.WLZ, Effect.EXCLUDE))
    if Condition.WANDERING in effects:
        if needs.wandering is None:
            yield Misfitting(MisfitKind.WANDERING_NOT_ASKED, Effect.CONSULT)
        elif needs.wandering >= WALKS_AWAY:
            yield Misfitting(MisfitKind.WANDERING_EXCLUDED, effects[Condition.WANDERING])
    if needs.is_aggressive and Condition.AGGRESSION in effects:
        yield Misfitting(MisfitKind.AGGRESSION, effects[Condition.AGGRESSION])
    if needs.needs_round_the_clock and (Condition.ROUND_THE_CLOCK in effects or not offer.has_supervision):
        yield Misfitting(MisfitKind.NO_SUPERVISION, effects.get(Condition.ROUND_THE_CLOCK, Effect.WARN))


def _by_room(needs: GuestNeeds, offer: BedOffer) -> Iterable[Misfitting]:
    if needs.uses_wheelchair and not offer.is_wheelchair_accessible:
        yield Misfitting(MisfitKind.NO_WHEELCHAIR, Effect.WARN)
    if needs.needs_lift and not offer.has_lift:
        yield Misfitting(MisfitKind.NO_LIFT, Effect.WARN)
    if needs.needs_quiet and not offer.is_quiet:
        yield Misfitting(MisfitKind.NOT_QUIET, Effect.WARN)
