"""«1 Verzamelen · 2 Controleren · 3 Vaststellen · 4 Verzenden · 5 Betaald»."""

from PySide6.QtWidgets import QLabel, QWidget

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.flow_area import FlowArea

STEPS = (N_("Collect"), N_("Check"), N_("Fix"), N_("Send"), N_("Paid"))


class StepBar(FlowArea):
    """Where one declaration stands. Done steps are light, the present one full, the others grey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(5, parent)
        self.steps = [QLabel(f"{place} {_(name)}") for place, name in enumerate(STEPS, 1)]
        for step in self.steps:
            step.setProperty("role", "step")
            step.setProperty("state", "later")
        self.add(*self.steps)

    def show_step(self, current: int) -> None:
        """0 for the first; 5 when all are done."""
        for place, step in enumerate(self.steps):
            state = "now" if place == current else "done" if place < current else "later"
            words = {"now": _("now"), "done": _("done"), "later": _("not yet")}[state]
            step.setProperty("state", state)
            step.setAccessibleName(_("{step}: {state}").format(step=step.text(), state=words))
            restyle(step)
        self.setAccessibleName(_("Step {n} of {total}").format(n=min(current + 1, len(STEPS)), total=len(STEPS)))
