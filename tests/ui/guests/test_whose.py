"""Every dialog over a file says whose it is: both identifiers, and what can kill."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.documents import ConsentKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.safety_words import identity_words, safety_words
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.carer import CarerRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.guest_files import piet
from tests.support.houses import TestHouse
from tests.support.look import settle


def _carer(deeds: FileDeeds, file: GuestFile) -> CarerRow:
    return carer_file(deeds.operations.door, file.person.guest.guest_id).carers[0]


DEEDS: dict[str, Callable[[FileDeeds, GuestFile], None]] = {
    "who": lambda deeds, file: deeds.edit_person(file),
    "contact in the house": lambda deeds, file: deeds.edit_fixed_contact(file),
    "allergy": lambda deeds, file: deeds.edit_allergy(file),
    "resuscitation": lambda deeds, file: deeds.edit_resuscitation(file),
    "alert": lambda deeds, file: deeds.edit_alert(file),
    "problem": lambda deeds, file: deeds.edit_problem(file),
    "answers": lambda deeds, file: deeds.edit_answers(file, Section.EATING),
    "list": lambda deeds, file: deeds.write_list(file),
    "medicine": lambda deeds, file: deeds.stop_medicine(file, file.medication.medicines[0]),
    "who manages": lambda deeds, file: deeds.edit_medication_care(file),
    "contact": lambda deeds, file: deeds.edit_contact(file),
    "professional": lambda deeds, file: deeds.edit_professional(file),
    "help": lambda deeds, file: deeds.edit_help(file),
    "carer": lambda deeds, file: deeds.edit_carer(file, _carer(deeds, file)),
    "measurement": lambda deeds, file: deeds.edit_measure(file, _carer(deeds, file)),
    "allocation": lambda deeds, file: deeds.edit_allocation(file),
    "rights": lambda deeds, file: deeds.open_rights(file),
    "consent": lambda deeds, file: deeds.papers.ask_consent(file, ConsentKind.PHOTO),
}


def banner_over(screen: QWidget) -> SafetyBannerView:
    settle()
    (dialog,) = [found for found in screen.findChildren(QDialog) if found.isVisible()]
    (banner,) = [found for found in dialog.findChildren(SafetyBannerView) if found.isVisible()]
    return banner


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_each_dialog_over_a_file_says_whose_it_is(open_screen, file_house: TestHouse, deed):
    screen = open_screen()
    screen.open_guest(guest := piet(file_house))
    settle()
    file = guest_file(file_house.door, guest)
    deed(screen.view.deeds, file)
    banner = banner_over(screen)
    assert file.person.guest.name in banner.accessibleName()
    assert identity_words(file.person.guest) in banner.accessibleName()
    assert banner.accessibleDescription().split("\n") == [line.in_full for line in safety_words(file.banner)]
    assert banner.chips()


def test_who_declares_sees_whose_it_is_and_no_care(open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen(Role.ADMINISTRATOR)
    screen.open_guest(guest)
    settle()
    file = guest_file(file_house.as_role(Role.ADMINISTRATOR), guest)
    screen.view.deeds.edit_allocation(file)
    banner = banner_over(screen)
    assert file.person.guest.name in banner.accessibleName()
    assert (banner.chips(), banner.accessibleDescription()) == ([], "")
