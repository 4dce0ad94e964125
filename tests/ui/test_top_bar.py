"""The bar above a screen gives its room to the screen before it takes a second line."""

from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.top_bar import TopBar
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.search_box import SearchBox
from tests.support.look import open_window, settle


def bar(qtbot: QtBot, width: int) -> tuple[TopBar, SearchBox]:
    search = SearchBox(lambda _text: ())
    made = TopBar(search)
    qtbot.addWidget(made)
    made.add_screen("planning", (), [Button("Ongedaan maken"), Button("Nieuw verblijf")])
    made.show_screen("planning", "Planning")
    made.resize(width, 60)
    open_window(made)
    return made, search


def test_the_search_stands_in_a_bar_that_has_room(qtbot: QtBot) -> None:
    _bar, search = bar(qtbot, 1100)
    assert search.isVisible()


def test_a_full_bar_leaves_the_search_out_until_it_is_asked_for(qtbot: QtBot) -> None:
    made, search = bar(qtbot, 620)
    assert not search.isVisible()
    made.reveal_search()
    search.take_focus()
    settle()
    assert search.isVisible()
    made.resize(640, made.height())
    assert search.line.hasFocus()


def test_one_more_button_may_fill_the_bar(qtbot: QtBot) -> None:
    made, search = bar(qtbot, 900)
    assert search.isVisible()
    more = Button("Voorbeeld van de declaratie " * 5)  # too wide in whatever font an earlier test has loaded
    fix = Button("Vaststellen")
    made.add_screen("declarations", (), [more, fix])
    more.hide()
    made.show_screen("declarations", "Declaraties")
    fix.setFocus()  # a search that somebody types in stays
    settle()
    assert search.isVisible()
    more.show()
    settle()
    assert not search.isVisible()


def test_it_comes_back_with_the_room(qtbot: QtBot) -> None:
    made, search = bar(qtbot, 620)
    made.resize(1100, made.height())
    settle()
    assert search.isVisible()
    assert search.window() is made
