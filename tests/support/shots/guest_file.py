"""The dialogs over the file of a guest, opened the way a user opens them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.domain.documents import ConsentKind, DocumentKind
from logeerhuis_app.domain.measures import MeasureKind
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.allocation_dialog import AllocationDialog
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.carer_dialogs import CarerDialog, MeasureDialog
from logeerhuis_app.ui.guests.consent_dialogs import ConsentDialog, WithdrawDialog
from logeerhuis_app.ui.guests.contact_dialogs import ContactDialog, HelpDialog, ProfessionalDialog
from logeerhuis_app.ui.guests.document_dialogs import AttachDialog, CopyDialog, DescribeDialog
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog, RemoveDialog
from logeerhuis_app.ui.guests.legal_dialogs import CapacityDialog, LivingWillDialog, RepresentativeDialog, WzdDialog
from logeerhuis_app.ui.guests.medication_dialogs import CountDialog, ListDialog, MedicationCareDialog, StopDialog
from logeerhuis_app.ui.guests.medication_scope import MedicationScopeDialog
from logeerhuis_app.ui.guests.person_dialog import FixedContactDialog, PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import AlertDialog, AllergyDialog, ProblemDialog, ResuscitationDialog
from logeerhuis_app.ui.guests.score_dialog import ScoreDialog
from logeerhuis_app.ui.widgets.button import Button
from tests.support.shots.camera import come_to_rest
from tests.support.shots.shot import Open, press_save
from tests.support.shots.stage import Stage, first


def _deeds(stage: Stage) -> FileDeeds:
    deeds: FileDeeds = stage.screen_of("guests").deeds
    return deeds


def _piet(stage: Stage) -> tuple[FileDeeds, GuestFile]:
    return _deeds(stage), stage.file(stage.piet)


def _edit(name: str, rows: Callable[[GuestFile], Any] | None = None) -> Open:
    """The dialog of this deed: for the first row there is, or with no ``rows`` for a new one."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        getattr(deeds, name)(file, *([rows(file)[0]] if rows else []))

    return do


def _legal(name: str) -> Open:
    """A new one of what is laid down about deciding and treatment."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        getattr(deeds.legal, name)(file)

    return do


def _answers(section: Section) -> Open:
    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        deeds.edit_answers(file, section)

    return do


def _score(stage: Stage) -> None:
    """One of which some items were not seen yet."""
    file = stage.file(stage.guest("Bert Bouwmans"))
    row = first(file.scores, lambda row: row.score.total is None, "open score")
    _deeds(stage).edit_score(file, row.score.kind, row)


def _answers_empty(stage: Stage) -> None:
    _deeds(stage).edit_answers(stage.file(stage.newcomer), Section.EATING)


def _taken_over(stage: Stage) -> None:
    """A list with the lines of the last one, one of them opened and one that can be misread."""
    deeds, file = _piet(stage)
    deeds.write_list(file)
    dialog = stage.dialog(ListDialog)
    dialog.take_over()
    dialog.lines[0].more_button.setChecked(True)
    dialog.lines[0].strength.setText(",5 mg")
    dialog.lines[0].check()


def _count(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.count_medicines(file, CountMoment.BROUGHT)


def _explain(stage: Stage) -> None:
    _deeds(stage).explain_medication()


def _person_refused(stage: Stage) -> None:
    _deeds(stage).register(lambda _changes: None)
    dialog = stage.dialog(PersonDialog)
    press_save(dialog)


def _removed(do: Open, kind: type[QDialog]) -> Open:
    """What the button «Verwijderen…» of this dialog asks."""

    def ask(stage: Stage) -> None:
        do(stage)
        buttons = stage.dialog(kind).findChildren(Button)
        first(buttons, lambda button: button.text() == _("Remove…"), "button to remove").click()

    return ask


PERSON: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("person-new", PersonDialog, lambda stage: _deeds(stage).register(lambda _changes: None)),
    ("person-refused", PersonDialog, _person_refused),
    ("person", PersonDialog, _edit("edit_person")),
    ("fixed-contact", FixedContactDialog, _edit("edit_fixed_contact")),
)
_ALLERGY = _edit("edit_allergy", lambda file: file.banner.allergies)
_CONTACT = _edit("edit_contact", lambda file: file.contacts)
CARE: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("allergy-new", AllergyDialog, _edit("edit_allergy")),
    ("allergy", AllergyDialog, _ALLERGY),
    ("allergy-removed", ReasonDialog, _removed(_ALLERGY, AllergyDialog)),
    ("resuscitation", ResuscitationDialog, _edit("edit_resuscitation")),
    ("alert-new", AlertDialog, _edit("edit_alert")),
    ("alert", AlertDialog, _edit("edit_alert", lambda file: file.banner.alerts)),
    ("problem-new", ProblemDialog, _edit("edit_problem")),
    ("problem", ProblemDialog, _edit("edit_problem", lambda file: file.problems)),
    *((f"answers-{section.value.replace('_', '-')}", AnswersDialog, _answers(section)) for section in Section),
    ("answers-not-asked", AnswersDialog, _answers_empty),
    ("score-new", ScoreDialog, lambda stage: _piet(stage)[0].edit_score(_piet(stage)[1], ScoreKind.BARTHEL)),
    ("score", ScoreDialog, _score),
    ("medication-list", ListDialog, _edit("write_list")),
    ("medication-list-full", ListDialog, _taken_over),
    ("medication-stop", StopDialog, _edit("stop_medicine", lambda file: file.medication.medicines)),
    ("medication-count", CountDialog, _count),
    ("medication-scope", MedicationScopeDialog, _explain),
    ("medication-care", MedicationCareDialog, _edit("edit_medication_care")),
)


def _paper(deed: str, kind: DocumentKind = DocumentKind.DECISION) -> Open:
    """What can be done with the first document of this kind."""

    def do(stage: Stage) -> None:
        deeds, file = _piet(stage)
        row = first(file.papers.documents, lambda row: row.kind is kind, f"document: {kind}")
        getattr(deeds.papers, deed)(file, row)
        come_to_rest()

    return do


def _attach(stage: Stage, kind: DocumentKind | None = None) -> None:
    deeds, file = _piet(stage)
    deeds.papers.attach(file, kind)


def _attach_refused(stage: Stage) -> None:
    """A file that is not there: said beside its field."""
    deeds, file = _piet(stage)
    deeds.papers.attach(file, path="/home/jansen/Bureaublad/brief.pdf")
    dialog = stage.dialog(AttachDialog)
    write(dialog.fields["kind"], DocumentKind.CARE_LETTER)
    press_save(dialog)
    come_to_rest()


def _consent(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.papers.ask_consent(file, ConsentKind.STORIES)


def _withdraw(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.papers.withdraw(file, file.papers.consent(ConsentKind.PHOTO))


def _missing(stage: Stage) -> None:
    deeds, file = _piet(stage)
    deeds.show_missing_sheet(file)
    come_to_rest()


PAPERS: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("document-new", AttachDialog, _attach),
    ("document-refused", AttachDialog, _attach_refused),
    ("document-photo", AttachDialog, partial(_attach, kind=DocumentKind.PHOTO)),
    ("document", DescribeDialog, _paper("describe")),
    ("document-copy", CopyDialog, _paper("copy")),
    ("document-viewer", DocumentViewer, _paper("view")),
    ("document-viewer-photo", DocumentViewer, _paper("view", DocumentKind.PHOTO)),
    ("missing-sheet", DocumentViewer, _missing),
    ("consent", ConsentDialog, _consent),
    ("consent-withdrawn", WithdrawDialog, _withdraw),
)


def _carer(stage: Stage, name: str) -> None:
    deeds, file = _piet(stage)
    getattr(deeds, name)(file, stage.carers(stage.piet).carers[0])


def _measure(stage: Stage, kind: MeasureKind) -> None:
    _carer(stage, "edit_measure")
    write(stage.dialog(MeasureDialog).fields["kind"], kind)


def _measure_refused(stage: Stage) -> None:
    _measure(stage, MeasureKind.CSI)
    dialog = stage.dialog(MeasureDialog)
    write(dialog.fields["total"], "99")
    press_save(dialog)


def _measure_corrected(stage: Stage) -> None:
    deeds, _file = _piet(stage)
    held = stage.carers(stage.measured)
    row = next(row for row in held.carers if row.contact_id == held.measures[0].contact_id)
    deeds.edit_measure(stage.file(stage.measured), row, held.measures[0])


PEOPLE: tuple[tuple[str, type[QDialog], Open], ...] = (
    ("contact-new", ContactDialog, _edit("edit_contact")),
    ("contact", ContactDialog, _CONTACT),
    ("contact-removed", RemoveDialog, _removed(_CONTACT, ContactDialog)),
    ("professional-new", ProfessionalDialog, _edit("edit_professional")),
    ("professional", ProfessionalDialog, _edit("edit_professional", lambda file: file.professionals)),
    ("representative-new", RepresentativeDialog, _legal("edit_representative")),
    ("capacity-new", CapacityDialog, _legal("edit_capacity")),
    ("living-will-new", LivingWillDialog, _legal("edit_will")),
    ("wzd", WzdDialog, _legal("edit_wzd")),
    ("help-new", HelpDialog, _edit("edit_help")),
    ("help", HelpDialog, _edit("edit_help", lambda file: file.help_at_home)),
    ("carer", CarerDialog, partial(_carer, name="edit_carer")),
    ("measure-new", MeasureDialog, partial(_carer, name="edit_measure")),
    *((f"measure-{kind.value}", MeasureDialog, partial(_measure, kind=kind)) for kind in MeasureKind),
    ("measure-refused", MeasureDialog, _measure_refused),
    ("measure-corrected", MeasureDialog, _measure_corrected),
    ("allocation-new", AllocationDialog, _edit("edit_allocation")),
    ("allocation", AllocationDialog, _edit("edit_allocation", lambda file: file.allocations)),
)
