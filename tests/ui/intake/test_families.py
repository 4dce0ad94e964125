"""Six families of a report are entered through the intake as far as it tells; what remains shows «not asked».

Source: DSP-groep, Opbrengsten van drie pilots structurele logeerzorg voor ouderen (3 maart 2021).
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from logeerhuis_app import paths
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    Resuscitation,
    Section,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.care_topics import SECTION_OF
from logeerhuis_app.domain.guests import HelpKind, Relationship
from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart, PartState
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.intake.intake_dialog import PARTS, IntakeDialog
from tests.support.houses import nov
from tests.support.look import settle
from tests.ui.intake.hands import answer, form_of, view

# --- the six families --------------------------------------------------------------------------------------------

FAMILIES = {
    one["key"]: one
    for one in json.loads(paths.resource("practice", "families.json").read_text(encoding="utf-8"))["guests"]
}


def fill(form: FileDialog, **values: Any) -> None:
    for code, value in values.items():
        write(form.fields[code], value)


def over(dialog: IntakeDialog, open_form: Callable[[Any], None], **values: Any) -> None:
    open_form(dialog.view.file)
    settle()
    (form,) = [one for one in dialog.findChildren(FileDialog) if one.isVisible() and one.isWindow()]
    fill(form, **values)
    form.save_button.click()
    assert not form.isVisible(), form.problem.text()
    settle()


def enter_lists(dialog: IntakeDialog, told: dict[str, Any]) -> None:
    deeds = dialog.deeds
    dialog.go_to(IntakePart.PEOPLE)
    for row in told.get("contacts", []):
        names = {"name": row["name"], "relationship": Relationship(row["relationship"]), "phone": row.get("phone", "")}
        over(dialog, deeds.edit_contact, **names)
    dialog.go_to(IntakePart.HELP)
    for row in told.get("help", []):
        values = {"kind": HelpKind(row["kind"]), "frequency": row["frequency"]}
        over(dialog, deeds.edit_help, **values, during_stay=DuringStay(row["during_stay"]))
    dialog.go_to(IntakePart.HEALTH)
    for row in told.get("problems", []):
        over(dialog, deeds.edit_problem, name=row["name"], detail=row.get("detail", ""))
    for row in told.get("alerts", []):
        values = {"kind": AlertKind(row["kind"]), "name": row.get("name", ""), "action": row["action"]}
        over(dialog, deeds.edit_alert, **values, severity=Severity(row["severity"]))
    dialog.go_to(IntakePart.ALLERGY)
    for row in told.get("allergies", []):
        values = {"agent": row["agent"], "reaction": row["reaction"], "rescue": row.get("rescue", "")}
        kinds = {"criticality": Criticality(row["criticality"]), "sensitivity": Sensitivity(row["sensitivity"])}
        over(dialog, deeds.edit_allergy, **values, **kinds)


def enter_answers(dialog: IntakeDialog, told: dict[str, Any]) -> None:
    for part, section in SECTION_OF_PART.items():
        dialog.go_to(part)
        for topic, row in told["answers"].items():
            if SECTION_OF[CareTopic(topic)] is section:
                given = {} if isinstance(row, str) else row
                state = AnswerState.GIVEN if given else AnswerState(row)
                answer(dialog, CareTopic(topic), state, given.get("code", ""), given.get("text", ""))


@pytest.mark.parametrize("key", ["piet", "jan", "rita", "ida", "johan", "jannie"])
def test_a_family_of_the_report_is_entered_through_the_intake(open_intake, file_house, key):
    told = FAMILIES[key]
    who = told["guest"]
    wish = PersonWish(given_name=who["given_name"], born=date.fromisoformat(who["born"]))
    guest = register_guest(file_house.door, wish).created_id
    dialog = open_intake(guest)
    fill(form_of(dialog), last_name=who["last_name"], lives_with=who["lives_with"])
    enter_lists(dialog, told)
    if "resuscitation" in who:
        dialog.go_to(IntakePart.WISHES)
        fill(form_of(dialog), resuscitation=Resuscitation(who["resuscitation"]), resuscitation_on=nov(20))
    enter_answers(dialog, told)
    dialog.go_to(IntakePart.ESTIMATE)
    seen = view(file_house, guest)
    file = seen.file
    assert file.person.lives_with == who["lives_with"]
    assert {topic.value for topic in file.answers} == set(told["answers"])
    assert [row.name for row in file.contacts] == [row["name"] for row in told["contacts"]]
    assert len(file.help_at_home) == len(told["help"])
    assert len(file.banner.alerts) == len(told["alerts"])
    has_allergies = bool(told.get("allergies"))
    assert (file.banner.allergy_status is AllergyStatus.KNOWN) is has_allergies
    rows = [dialog.parts.item(place).text() for place in range(len(PARTS))]
    for part, section in SECTION_OF_PART.items():
        topics = {topic.value for topic, place in SECTION_OF.items() if place is section}
        if not topics & set(told["answers"]):
            assert seen.parts[part] is PartState.NOT_ASKED
            assert rows[PARTS.index(part)].endswith("niet gevraagd")
    assert rows[PARTS.index(IntakePart.ALLERGY)].endswith("ingevuld" if has_allergies else "niet gevraagd")
    assert seen.parts[SECTION_PART[Section.APPEARANCE]] is PartState.NOT_ASKED


SECTION_PART = {section: part for part, section in SECTION_OF_PART.items()}
