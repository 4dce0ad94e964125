"""Where the second copy of each backup goes: another disk, or a stick that goes home with somebody."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from logeerhuis_app.domain.errors import BackupFailed, UserFacingError
from logeerhuis_app.domain.errors_setup import PlaceIsOwn, PlaceMissing
from logeerhuis_app.i18n import _
from logeerhuis_app.ui.setup.later import Later
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button


class BackupStep(SetupStep):
    """``house_folder``: what would be no second place. The first backup is made at the end of this step."""

    def __init__(self, house_folder: Path) -> None:
        super().__init__(
            _("The backups"),
            _("Where does the second copy go?"),
            _(
                "Each day and at closing a backup is made by itself, locked like the house. A copy on a USB stick or "
                "another disk survives when this computer is stolen or breaks."
            ),
        )
        self.can_go_back = False
        self._house_folder = house_folder
        self.question: QFileDialog | None = None
        self._build()
        self.choose_button.clicked.connect(self._ask)
        self.folder.textEdited.connect(lambda _text: self.rows["place"].clear_message())
        self.later.toggled.connect(self._put_off)

    @property
    def is_put_off(self) -> bool:
        return self.later.is_chosen

    @property
    def place(self) -> Path | None:
        """None when it was left for later."""
        typed = self.folder.text().strip()
        return None if self.is_put_off or not typed else Path(typed)

    def choose(self, folder: str) -> None:
        self.folder.setText(folder)
        self.rows["place"].clear_message()
        self.rows["place"].focus_field()

    def faults(self) -> Mapping[str, UserFacingError]:
        if self.is_put_off:
            return {}
        if self.place is None:
            return {"place": PlaceMissing()}
        if not self.place.is_dir():
            return {"place": BackupFailed(str(self.place), "unwritable")}
        own = self._house_folder.resolve()
        if own == self.place.resolve() or own in self.place.resolve().parents:
            return {"place": PlaceIsOwn()}
        return {}

    def row_of(self, error: UserFacingError) -> str:
        return "place" if isinstance(error, BackupFailed) else ""

    def _build(self) -> None:
        self.folder = QLineEdit()
        self.choose_button = Button(_("&Choose…"))
        self.choose_button.setAccessibleName(_("Choose the folder"))
        field = QWidget()
        line = QHBoxLayout(field)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(tokens.SPACE_2))
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose_button)
        field.setFocusProxy(self.folder)
        hint = _("For example a folder on a USB stick. Nobody can read the copies without a password of this house.")
        self.add_row("place", _("&Folder for the second copy"), field, hint=hint)
        self.later = Later(
            _("La&ter"),
            _(
                "Then all backups stand on this computer only: if it is stolen or breaks, everything is lost. "
                "Today reminds you until there is a second place."
            ),
        )
        self.add(self.later)
        self.form.addStretch(1)

    def _ask(self) -> None:
        self.question = QFileDialog(self, _("Second place for the backups"), self.folder.text() or str(Path.home()))
        self.question.setFileMode(QFileDialog.FileMode.Directory)
        self.question.setOption(QFileDialog.Option.ShowDirsOnly)
        self.question.fileSelected.connect(self.choose)
        self.question.open()

    def _put_off(self, put_off: bool) -> None:
        self.rows["place"].clear_message()
        for widget in (self.folder, self.choose_button):
            widget.setEnabled(not put_off)
