"""The course of a number over time: every point in words, and drawn whatever the points are."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.style import apply_style, tokens
from logeerhuis_app.ui.widgets.course_graph import CourseGraph, CoursePoint, CourseScale
from tests.support.look import settle

SCALE = CourseScale(0, 14, "0", "14", "hoger is beter")
START = date(2026, 1, 5)


def points(*values: float, days: int = 30) -> list[CoursePoint]:
    return [CoursePoint(START + timedelta(days=days * n), value, f"{value:g}") for n, value in enumerate(values)]


def shown(qtbot: QtBot, course: list[CoursePoint], width: int = 320) -> CourseGraph:
    graph = CourseGraph("CarerQol-7D", SCALE, course)
    qtbot.addWidget(graph)
    graph.resize(width, graph.sizeHint().height())
    graph.show()
    settle()
    graph.clearFocus()  # its frame has the colour of the dots
    return graph


def dots(graph: CourseGraph) -> int:
    """Pixels in the colour of a dot."""
    picture, teal = graph.grab().toImage(), QColor(tokens.TEAL).rgb()
    return sum(picture.pixel(x, y) == teal for x in range(picture.width()) for y in range(picture.height()))


def test_without_a_point_it_says_so(qtbot: QtBot):
    graph = shown(qtbot, [])
    assert graph.accessibleName() == "CarerQol-7D: nog niets gemeten"
    assert (graph.written(), dots(graph)) == ([], 0)


def test_one_point(qtbot: QtBot):
    graph = shown(qtbot, points(7))
    assert graph.accessibleName() == "CarerQol-7D, hoger is beter: 05-01-2026 7"
    assert graph.written() == ["7"]
    assert dots(graph) > 5


def test_two_points_with_the_later_one_at_the_right(qtbot: QtBot):
    graph = shown(qtbot, list(reversed(points(3, 11))))
    assert graph.accessibleName().endswith("05-01-2026 3; 04-02-2026 11")
    assert graph.written() == ["3", "11"]
    left, right = graph._places()
    assert left.x() < right.x()
    assert left.y() > right.y()  # a higher value stands higher


def test_thirty_points_are_all_said_and_none_is_written_over_another(qtbot: QtBot):
    graph = shown(qtbot, points(*(n % 15 for n in range(30))))
    assert graph.accessibleName().count(";") == 29
    boxes = [box for _point, box in graph._labels(graph._places())]
    assert 3 < len(boxes) < 30
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert graph.written()[-1] == "14"


def test_points_of_one_day_stand_above_each_other(qtbot: QtBot):
    graph = shown(qtbot, points(2, 9, 9, days=0))
    assert len({at.x() for at in graph._places()}) == 1
    assert graph.accessibleName().count("05-01-2026") == 3


@pytest.mark.parametrize("value", [0, 14])
def test_the_ends_of_the_scale_stay_inside(qtbot: QtBot, value: float):
    graph = shown(qtbot, points(value, value, value))
    frame = graph.rect()
    assert all(frame.contains(at.toPoint()) for at in graph._places())
    assert all(frame.contains(box.toRect()) for _point, box in graph._labels(graph._places()))


def test_words_for_the_ends_leave_room_for_the_course(qtbot: QtBot):
    scale = CourseScale(0, 4, "nu al niet meer", "langer dan een jaar", "hoger is langer")
    graph = CourseGraph("Volhouden", scale, points(0, 4))
    qtbot.addWidget(graph)
    graph.resize(240, graph.sizeHint().height())
    graph.show()
    assert graph._plot().width() > 120


def test_it_grows_with_the_text(qtbot: QtBot, qapp: QApplication):
    plain = shown(qtbot, points(3, 11)).sizeHint()
    try:
        apply_style(qapp, 1.5)
        large = shown(qtbot, points(3, 11), 480)
        assert large.sizeHint().height() > plain.height() * 1.3
        assert large.written() == ["3", "11"]
        assert all(large.rect().contains(box.toRect()) for _point, box in large._labels(large._places()))
    finally:
        apply_style(qapp)


def test_the_keyboard_reaches_it(qtbot: QtBot):
    assert shown(qtbot, points(3)).focusPolicy() & Qt.FocusPolicy.TabFocus
