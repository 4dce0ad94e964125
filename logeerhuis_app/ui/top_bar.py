"""The bar above a screen: its title, what belongs beside it, the search, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class TopBar(QFrame):
    """One line where it fits; on a narrow screen or with large text the rest goes on to a second line."""

    def __init__(self, search: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self._groups: dict[str, tuple[FlowArea, FlowArea]] = {}
        self._search = search
        self._may_show_search = False
        self.title = Label("", Role.TITLE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(10), px(20), px(10))
        self._area = FlowArea(tokens.SPACE_4)
        if search is not None:
            search.setParent(self._area)  # shown without a place it would be a window of its own for a moment
            search.hide()
        self._column.addWidget(self._area)
        self.setMinimumHeight(px(tokens.TOP_BAR_HEIGHT))

    def add_screen(self, screen_id: str, leading: Sequence[QWidget], trailing: Sequence[QWidget]) -> None:
        """Take a screen's widgets in; the screen goes on showing, hiding and enabling them as it likes."""
        groups = (FlowArea(tokens.SPACE_3), FlowArea(tokens.SPACE_3))
        for group, widgets in zip(groups, (leading, trailing), strict=True):
            group.setParent(self._area)
            group.hide()
            group.add(*widgets)
        self._groups[screen_id] = groups

    def show_screen(self, screen_id: str, title: str, *, with_search: bool = True) -> None:
        """Show this screen's title and widgets in the place of the last one's.

        A full bar may leave the search out until it is asked for.
        """
        while self._area.flow.count():
            self._area.flow.takeAt(0)
        for group in (group for groups in self._groups.values() for group in groups):
            group.hide()
        self.title.setText(title)
        leading, trailing = self._groups[screen_id]
        self._area.flow.addWidget(self.title)
        if leading.flow.count():
            self._area.flow.addWidget(leading)
            leading.show()
        if self._search is not None:
            self._may_show_search = with_search
            self._search.setVisible(with_search)
            if with_search:
                self._area.flow.add_right(self._search)
        if trailing.flow.count():
            self._area.flow.add_right(trailing)
            trailing.show()
        self._fit_search()

    def reveal_search(self) -> None:
        """The search on a screen whose bar is too full for it: there until another screen is shown."""
        if self._search is not None and self._search.isHidden():
            if self._area.flow.indexOf(self._search) < 0:
                self._area.flow.add_right(self._search)
            self._search.show()

    def event(self, event: QEvent) -> bool:
        """Another width, or a screen that shows one more button."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit_search()
        return answer

    def _fit_search(self) -> None:
        """On a narrow screen or with large text the search leaves its place to the screen; Ctrl+K brings it."""
        if self._search is None or not self._may_show_search or self._search.isAncestorOf(self.focusWidget() or self):
            return
        needed = self._area.flow.sizeHint().width()
        if self._search.isHidden():
            needed += self._search.sizeHint().width() + px(tokens.SPACE_4)
        if self._search.isHidden() is (needed <= self._room()):
            self._search.setVisible(self._search.isHidden())

    def _room(self) -> int:
        margins = self.contentsMargins() + self._column.contentsMargins()
        return self.width() - margins.left() - margins.right()
