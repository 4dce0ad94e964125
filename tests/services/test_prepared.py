"""Statements that are filled in: what is not there is not asked for, and nothing that is there is left out."""

from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.banners import guest_rows
from logeerhuis_app.services.queries.guests import guest_file, whole_file
from logeerhuis_app.services.queries.prepared import empty_tables_known
from logeerhuis_app.services.rows.guest import GuestFile
from tests.support.guest_files import nobody_asked, piet
from tests.support.houses import TestHouse


@reads(UseCase.SEE_GUEST)
def asked_one_by_one(work: Work, guest_id: int) -> GuestFile:
    return whole_file(work, guest_rows(work.session, [guest_id])[guest_id])


def test_a_file_is_the_same_whether_empty_tables_are_known_or_asked(house: TestHouse):
    for guest in (piet(house), nobody_asked(house)):
        assert guest_file(house.door, guest) == asked_one_by_one(house.door, guest)


def test_other_guests_are_asked_for_all_the_same(house: TestHouse):
    full, empty = piet(house), nobody_asked(house)

    @reads(UseCase.SEE_GUEST)
    def beside_an_empty_one(work: Work) -> GuestFile:
        with empty_tables_known(work.session, [empty]):
            return whole_file(work, guest_rows(work.session, [full])[full])

    found = beside_an_empty_one(house.door)
    assert found.banner.allergy_status is AllergyStatus.KNOWN
    assert found.banner.allergies
    assert found.contacts
