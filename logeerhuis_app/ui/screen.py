"""What the main window asks of a screen, and how a screen is announced to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


class Screen(QWidget):
    """The base of a screen. Each answer below has a plain default; a screen overrides what it has."""

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

    def print_page(self) -> None:
        """Print what stands here (Ctrl+P); nothing, on a screen that has no paper."""

    def plan_stay(self) -> bool:
        """Plan a stay for whom this screen shows (Ctrl+N); False when it shows nobody."""
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
    factory: Callable[[], "Screen"]
    at_bottom: bool = False
