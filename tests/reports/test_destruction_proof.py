"""The proof of destruction as a human saw it: one page, in Dutch, and nobody's name."""

from datetime import date

from logeerhuis_app.domain.retention import RemovalGround
from logeerhuis_app.reports.destruction_proof import build_destruction_proof
from logeerhuis_app.services.rows.retention import DestructionRow, ProofSheet
from tests.reports.conftest import Golden
from tests.support.pdf_reading import built, pages_of

REMOVED = (
    *(("allergy", 1), ("alert", 3), ("problem", 2), ("care_answer", 41), ("care_score", 2), ("contact_person", 4)),
    *(("help_from_others", 3), ("medication_list", 2), ("medication_item", 14), ("carer_measure", 2)),
    *(("note", 96), ("task", 18), ("document", 5), ("consent", 3)),
)
ROW = DestructionRow(
    destruction_id=1,
    number="V-2026-001",
    guest_no="0113",
    destroyed_on=date(2026, 11, 22),
    ground=RemovalGround.REQUEST,
    decided_by="A. Hoogland",
    removed=REMOVED,
    finance_until=date(2033, 12, 31),
    backups_until=date(2026, 12, 22),
)


def test_looks_as_a_human_saw_it(golden: Golden) -> None:
    sheet = ProofSheet(ROW, "Logeerhuis Plezant", False, "A. Hoogland", date(2026, 11, 22))
    data = built(build_destruction_proof, sheet)
    assert len(pages_of(data)) == 1
    golden.check("destruction-proof", data)
