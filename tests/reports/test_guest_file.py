"""The access file: everything that is on record about one guest stands on it, in Dutch words."""

import pytest

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.rights import Asker
from logeerhuis_app.i18n.error_words import field_word
from logeerhuis_app.i18n.file_words import COLUMNS, HIDDEN, SHOWN_OTHERWISE, TITLES
from logeerhuis_app.reports.guest_file import build_guest_file
from logeerhuis_app.services.intake import state_list
from logeerhuis_app.services.rights import AskedBy, give_access
from logeerhuis_app.services.rows.rights import Dossier
from logeerhuis_app.services.whole_house import table_facts
from tests.reports.conftest import Golden
from tests.support.guest_files import BSN, nobody_asked, piet
from tests.support.houses import TestHouse
from tests.support.pdf_reading import built, letters_of, pages_of, text_of

FACTS = {table.name: table for table in table_facts()}
MARGREET = AskedBy(Asker.REPRESENTATIVE, "Margreet van den Berg", "levenstestament")


def dossier(house: TestHouse, guest_id: int) -> Dossier:
    return give_access(house.door, guest_id, MARGREET)


def test_everything_that_was_typed_stands_on_it(house: TestHouse):
    file = dossier(house, piet(house))
    letters = letters_of(built(build_guest_file, file)).casefold()
    texts = {
        value
        for table in TITLES
        for row in file.tables.get(table, [])
        for name, value in row.items()
        if type(value) is str and value and name not in HIDDEN
    }
    assert len(texts) > 40
    assert [text for text in texts if "".join(text.split()).casefold() not in letters] == []


def test_it_holds_the_carer_the_bsn_and_who_looked(house: TestHouse):
    words = text_of(built(build_guest_file, dossier(house, piet(house))))
    assert BSN in words
    assert "Hoe zwaar is het zwaar belast" in words
    assert "Wie dit dossier zag of wijzigde" in words
    assert "aan de vertegenwoordiger, Margreet van den Berg (levenstestament)." in words
    assert "25 nachten geslapen" in words


def test_the_three_empties_are_three(house: TestHouse):
    words = text_of(built(build_guest_file, dossier(house, piet(house))))
    assert "Horen gevraagd, onbekend" in words
    assert "Huid geen" in words
    assert "niet gevraagd: transfer, 11 andere onderwerpen" in words


def test_a_file_of_a_minute_old_says_what_is_not_there(house: TestHouse):
    words = text_of(built(build_guest_file, dossier(house, nobody_asked(house))))
    assert "ALLERGIE NIET GEVRAAGD" in words
    assert "Medicatielijsten Niets vastgelegd." in words
    assert "Beheer medicijnen niet gevraagd" in words


def test_an_empty_list_says_whether_anybody_asked(house: TestHouse):
    guest = nobody_asked(house)
    assert "Waarschuwingen niet gevraagd" in text_of(built(build_guest_file, dossier(house, guest)))
    state_list(house.door, guest, FileList.ALERTS, AnswerState.NONE)
    state_list(house.door, guest, FileList.HELP, AnswerState.UNKNOWN)
    words = text_of(built(build_guest_file, dossier(house, guest)))
    assert f"Waarschuwingen gevraagd: geen (22-11-2026, {house.door.actor.name})" in words
    assert f"Hulp thuis gevraagd, onbekend (22-11-2026, {house.door.actor.name})" in words
    assert "Aandoeningen niet gevraagd" in words


def test_the_paper_stays_as_it_is(file_house: TestHouse, golden: Golden):
    data = built(build_guest_file, dossier(file_house, piet(file_house)))
    golden.check("guest-file", data, pictures=False)
    pages = pages_of(data)
    assert all(f"{n}/{len(pages)}" in page for n, page in enumerate(pages, 1))


@pytest.mark.parametrize("table", sorted(TITLES.keys() & FACTS.keys()))
def test_each_column_has_its_word(table: str):
    columns = [column.name for column in FACTS[table].columns if column.name not in HIDDEN]
    shown = [name for name in columns if not name.endswith("_id") or name in COLUMNS]
    assert [name for name in shown if name not in COLUMNS and not field_word(name)] == [], "add words in file_words"


def test_each_table_about_a_guest_is_told(file_house: TestHouse):
    """A new table of the guest needs a title, or a section of its own; until then its rows stand at the end."""
    owned = {name for name, rows in dossier(file_house, piet(file_house)).tables.items() if rows}
    with_guest = {name for name, table in FACTS.items() if any(column.name == "guest_id" for column in table.columns)}
    assert owned | with_guest <= TITLES.keys() | SHOWN_OTHERWISE
