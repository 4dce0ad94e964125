"""The bar above a screen: its title, what belongs beside it, the search, and what can be done."""

from collections.abc import Sequence

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
        self.title = Label("", Role.TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(20), px(10))
        self._area = FlowArea(tokens.SPACE_4)
        column.addWidget(self._area)
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
            self._search.setVisible(with_search)
            if with_search:
                self._area.flow.add_right(self._search)
        if trailing.flow.count():
            self._area.flow.add_right(trailing)
            trailing.show()

    def reveal_search(self) -> None:
        """The search on a screen whose bar is too full for it: there until another screen is shown."""
        if self._search is not None and self._search.isHidden():
            self._area.flow.add_right(self._search)
            self._search.show()
