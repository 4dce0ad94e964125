"""What the main window asks of a screen, and how a screen is announced to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from PySide6.QtWidgets import QWidget

T = TypeVar("T")


class Screen(QWidget):
    """The base of a screen. Each answer below has a plain default; a screen overrides what it has.

    A widget that is no ``Screen`` but has some of these names serves as well; see ``answer_of``.
    """

    title = ""
    """What stands in the top bar; empty: the name from the rail. Already in the language of the screen."""

    shows_search = True
    """False: the bar is full; the search comes when it is asked for (Ctrl+K)."""

    def leading_widgets(self) -> Sequence[QWidget]:
        """For the top bar, directly after the title (a month to choose, a shift). Asked once."""
        return ()

    def top_bar_widgets(self) -> Sequence[QWidget]:
        """For the top bar, at its right-hand end; the main action last. Asked once."""
        return ()

    def activate(self) -> None:
        """The screen is being shown: load what is new and put the keyboard where work starts."""

    def focus_search(self) -> bool:
        """Put the keyboard in the screen's own search; False when it has none."""
        return False

    def key_help(self) -> Sequence[tuple[str, str]]:
        """The screen's own keys for F1: key and what it does."""
        return ()


@dataclass(frozen=True)
class ScreenSpec:
    """One entry of the rail. ``title`` is marked with ``N_``; the screen is made when it is first shown."""

    id: str
    title: str
    icon: str
    key: str
    factory: Callable[[], QWidget]
    at_bottom: bool = False


def answer_of(screen: QWidget, question: str, otherwise: T) -> T:
    """What the screen says to one of the questions of ``Screen``, or the plain default if it does not know it."""
    ask = getattr(screen, question, None)
    return otherwise if ask is None else cast("T", ask())
