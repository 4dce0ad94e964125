"""What the program does with medicines and what it never does: read inside the program, without a network."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.medicine_words import watermark
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("What it does"),
        (
            N_("It keeps where the list of the pharmacy is, of which day it is and who compared it."),
            N_("It shows a copy of that list in figures and in words, so that a handover can be read at a glance."),
            N_("It says when a list is old, when two people have not compared it, and what was copied or stopped."),
        ),
    ),
    (
        N_("What it does not do"),
        (
            N_("It is no administration list: medicines are given and signed on the list of the pharmacy."),
            N_("It works out no dose, checks no interaction or allergy against a medicine, and gives no advice."),
            N_("It decides nothing: what is odd is asked of the pharmacy or the doctor."),
        ),
    ),
    (
        N_("Why"),
        (
            N_("Copying by hand goes wrong; the pharmacy's list is the one that counts."),
            N_("A program that computes or advises about treatment is a medical device; this one records and shows."),
        ),
    ),
)


class MedicationScopeDialog(FormDialog):
    """The same words as the page of the manual; Enter or Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Medication: what this program does and does not do"),
            parent,
            save_text=_("Close"),
            hint=_("The manual has the same page: “Medicatie: wat dit programma wel en niet doet”."),
        )
        self.add_wide(Label(watermark(), Role.AMBER, wraps=True))
        for title, lines in PARTS:
            self.add_wide(Label(_(title), Role.HEADING))
            for line in lines:
                self.add_wide(Label(f"• {_(line)}", Role.BODY, wraps=True))
        self.cancel_button.hide()
        self.save_requested.connect(self.accept)
