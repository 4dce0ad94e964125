"""Lines of a pharmacy's list, and a list that says where it comes from."""

from datetime import date
from typing import Any

from logeerhuis_app.domain.medication import (
    DoseUnit,
    HighRisk,
    Medicine,
    MedicineForm,
    Period,
    Rhythm,
    Route,
    StrengthUnit,
    Weekday,
)
from logeerhuis_app.services.medication import ListWish

TODAY = date(2026, 11, 22)

METOPROLOL = Medicine(
    "metoprolol",
    times=("8", "20.00"),
    strength="50",
    strength_unit=StrengthUnit.MG,
    form=MedicineForm.TABLET,
    route=Route.ORAL,
    dose_amount="1",
    dose_unit=DoseUnit.TABLET,
)
ACENOCOUMAROL = Medicine(
    "acenocoumarol",
    "volgens schema",
    ("18:00",),
    strength="1",
    strength_unit=StrengthUnit.MG,
    double_check=True,
    high_risk=HighRisk.ANTICOAGULANT,
)
METHOTREXATE = Medicine(
    "methotrexaat",
    times=("8:00",),
    strength="2,5",
    strength_unit=StrengthUnit.MG,
    dose_amount="4",
    dose_unit=DoseUnit.TABLET,
    rhythm=Rhythm.WEEKLY,
    weekdays=(Weekday.MONDAY,),
    double_check=True,
    high_risk=HighRisk.CYTOSTATIC,
)
PARACETAMOL = Medicine(
    "paracetamol",
    strength="500",
    strength_unit=StrengthUnit.MG,
    dose_amount="2",
    dose_unit=DoseUnit.TABLET,
    as_needed=True,
    condition="pijn",
    most="6",
    most_unit=DoseUnit.TABLET,
    most_per=Period.DAY,
    instruction="reden noteren",
)


def pharmacy_list(*medicines: Medicine, day: date | None = TODAY, **more: Any) -> ListWish:
    """As a coordinator writes it down: of one page, from the pharmacy, brought by the family."""
    about: dict[str, Any] = {"pharmacy": "Apotheek Oost", "origin": "apotheek, via de dochter", "pages": 1}
    return ListWish(day, medicines=medicines, **{**about, **more})
