"""Room left with the payer: used, planned and most, as a bar and in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.domain.funding import Law
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.rows.funding import BudgetRow
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


def spent_words(budget: BudgetRow) -> str:
    """«66 gebruikt · 34 gepland»."""
    return _("{used} used · {planned} planned").format(used=number(budget.used), planned=number(budget.planned))


def left_words(budget: BudgetRow) -> str:
    """«56 van 156 over», «4 boven de 156», or that the limit is unknown."""
    if budget.most is None or budget.left is None:
        return _("limit unknown")
    if budget.left < 0:
        return _("{over} above the {most}").format(over=number(-budget.left), most=number(budget.most))
    return _("{left} of {most} left").format(left=number(budget.left), most=number(budget.most))


class MeterBar(QWidget):
    """The bar alone: used in full colour, planned lighter, the part above the limit amber and hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._budget: BudgetRow | None = None
        self._law: Law | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_budget(self, budget: BudgetRow | None, law: Law | None) -> None:
        self._budget, self._law = budget, law
        if budget is not None:
            self.setAccessibleName(f"{budget.label}: {spent_words(budget)} · {left_words(budget)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(outline)
        painter.fillRect(whole, QColor(tokens.TRACK))
        if self._budget is not None:
            self._paint_parts(painter, whole, self._budget)
        painter.end()

    def _paint_parts(self, painter: QPainter, whole: QRectF, budget: BudgetRow) -> None:
        total = budget.used + budget.planned
        most = total if budget.most is None else budget.most
        scale = whole.width() / max(1, most, total)
        colours = tokens.law_colours(self._law)
        painter.fillRect(QRectF(0, 0, budget.used * scale, whole.height()), QColor(colours.full))
        painter.fillRect(QRectF(budget.used * scale, 0, budget.planned * scale, whole.height()), QColor(colours.mid))
        if total > most:
            over = QRectF(most * scale, 0, (total - most) * scale, whole.height())
            painter.fillRect(over, QColor(tokens.AMBER))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(tokens.AMBER_TINT), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(over)


class Meter(QWidget):
    """The bar with its words under it; amber when more is used and planned than there is."""

    def __init__(self, budget: BudgetRow | None = None, law: Law | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1))
        self.bar = MeterBar()
        self.spent = Label("", Role.SMALL)
        self.left = Label("", Role.STRONG)
        words = FlowArea(tokens.SPACE_1)
        words.flow.addWidget(self.spent)
        words.flow.addWidget(self.left)
        column.addWidget(self.bar)
        column.addWidget(words)
        self.show_budget(budget, law)

    def show_budget(self, budget: BudgetRow | None, law: Law | None = None) -> None:
        """``None``: it is not known which budget pays."""
        self.bar.show_budget(budget, law)
        if budget is None:
            self.spent.setText(_("No budget known"))
            self.left.setText("")
        else:
            self.spent.setText(f"{spent_words(budget)} ·")
            self.left.setText(left_words(budget))
        is_over = budget is not None and (budget.left or 0) < 0
        self.left.set_role(Role.PROBLEM if is_over else Role.STRONG)
        self.setAccessibleName(self.bar.accessibleName() if budget else self.spent.text())
