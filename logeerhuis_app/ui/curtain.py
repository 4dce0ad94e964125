"""What stands between a locked window and everybody else: eyes, screen readers, the clipboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

PUT_AWAY = "putAway"


class Curtain(QObject):
    """Windows behind it stay as they were, and nothing of them comes up until they are brought back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._behind: list[QWidget] = []

    def draw(self, window: QWidget) -> None:
        """Put the window away with its dialogs, its lists and the tip under the pointer.

        Qt leaves dialogs on screen when their window goes, with a guest's name in them; inner ones go first.
        """
        shown = _windows_of(window)
        for one in reversed(shown):
            one.setProperty(PUT_AWAY, isinstance(one, QDialog))  # a list under a field opens when it is asked for
            one.hide()
        window.hide()
        for one in (*reversed(shown), window):
            one.destroy()  # a hidden window is still read out to a screen reader as long as it exists on the desktop
        self._behind.append(window)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        _hide_tips()
        _clear_own_clipboard()

    def lift(self, window: QWidget) -> None:
        """What was half written stands there again."""
        self.forget(window)
        window.show()
        for dialog in window.findChildren(QDialog):
            if dialog.property(PUT_AWAY):
                dialog.setProperty(PUT_AWAY, False)
                dialog.show()

    def forget(self, window: QWidget) -> None:
        """Its user left: there is nothing to keep away any more."""
        if window in self._behind:
            self._behind.remove(window)
        if not self._behind and (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A job that ends behind the curtain may open a dialog: that waits as well."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_behind(watched):
            watched.setProperty(PUT_AWAY, isinstance(watched, QDialog))
            watched.hide()
            watched.destroy()
            return True
        return False

    def _is_behind(self, widget: QWidget) -> bool:
        if not widget.isWindow():
            return False
        above: QWidget | None = widget
        while above is not None:
            if above in self._behind:
                return True
            above = above.parentWidget()
        return False


def _windows_of(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()]


def _hide_tips() -> None:
    """At once: Qt takes its time, and a tip on a stay tells who sleeps there."""
    for one in QApplication.topLevelWidgets():
        if one.windowType() is Qt.WindowType.ToolTip:
            one.hide()


def _clear_own_clipboard() -> None:
    """Only what was copied in this program; another program's copy is none of ours."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
