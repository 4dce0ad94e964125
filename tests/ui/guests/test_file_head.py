"""Who this is, also on a low screen: nothing of it lies over something else."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.guests.file_head import FileHead
from tests.support.look import open_window, settle


def on_window(head: FileHead, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(head, QPoint(0, 0)), widget.size())


def test_on_a_low_screen_the_buttons_go_under_the_name_and_nothing_overlaps(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    head = FileHead(lambda _guest: "")
    column.addWidget(head)
    head.name.setText("Piet van Lieshout")
    head.born.setText("geb. 14-03-1949 (77)")
    head.place.setText("Kamer 1 · gast 0113 · man · Piet · Helmond")
    for badge in (head.ended, head.old_photo, head.restricted, head.sheet_button):
        badge.hide()
    window.resize(620, 260)
    open_window(window)
    head.set_dense(True)
    head.namesake.show()
    settle()
    name, born = on_window(head, head.name), on_window(head, head.born)
    assert name.top() <= born.center().y() <= name.bottom(), "the birth date stands beside the name"
    shown = [head.name, head.born, head.namesake, head.place, head.print_button, head.stay_button, head.edit_button]
    for place, one in enumerate(shown):
        for other in shown[place + 1 :]:
            assert not on_window(head, one).intersects(on_window(head, other)), (one, other)
