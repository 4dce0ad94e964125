"""Deeds that the one search finds by name: for whoever knows what to do and not where it stands."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from logeerhuis_app.domain.guests import fold
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.search import HitKind, SearchHit
from logeerhuis_app.ui.actions import TABLE, ActionId, shown_key


@dataclass(frozen=True)
class FoundDeed:
    """``title`` as it stands in the list; ``also``: other words people have for it; ``key`` as it is typed."""

    title: str
    do: Callable[[], object]
    also: str = ""
    key: str = ""

    def answers_to(self, typed: Sequence[str]) -> bool:
        """Whether each of the typed words begins one of ours."""
        own = fold(f"{self.title} {self.also}")
        words = (*own.replace("-", " ").split(), *own.replace("-", "").split())
        return all(any(word.startswith(part) for word in words) for part in typed)


class SearchActions:
    """Only what the role may: whatever is not here cannot be found."""

    def __init__(self, deeds: Iterable[FoundDeed]) -> None:
        self._deeds = tuple(deeds)

    def find(self, text: str) -> tuple[SearchHit, ...]:
        typed = fold(text).replace("-", " ").split()
        if not typed:
            return ()
        return tuple(
            SearchHit(HitKind.ACTION, place, deed.title, shown_key(deed.key) if deed.key else "", _("action"))
            for place, deed in enumerate(self._deeds)
            if deed.answers_to(typed)
        )

    def do(self, hit: SearchHit) -> None:
        self._deeds[int(hit.id)].do()


def from_table(action_id: ActionId, do: Callable[[], object], also: str = "") -> FoundDeed:
    """One that has a key of its own."""
    text = TABLE[action_id]
    return FoundDeed(_(text.text), do, also, text.keys[0])
