"""A password: long, not what everybody tries first, not one's own name. And a code that survives a pen."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.errors_access import RecoveryCodeUnclear
from logeerhuis_app.domain.passwords import Weakness, seconds_to_wait, weakness
from logeerhuis_app.domain.recovery import RANDOM_BITS, SIGNS, code_of, groups, read_code
from logeerhuis_app.services.password_rules import common_passwords

NAMES = ("sanne.dewit", "Sanne de Wit")


@pytest.mark.parametrize("password", ["", "kort", "elf tekens!", "            ", "     elf     "])
def test_a_short_one_is_refused(password: str):
    assert weakness(password, NAMES, common_passwords()) is Weakness.SHORT


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "Wachtwoord2026!",
        "welkomwelkom",
        "Welkom12345!",
        "W3lkom123456",
        "123456789012",
        "098765432109",
        "qwertyuiop12",
        "asdfghjklasd",
        "aaaaaaaaaaaa",
        "abababababab",
        "123qweasdzxc",
        "logeerhuis-2026",
        "p@ssw0rdp@ssw0rd",
    ],
)
def test_what_everybody_tries_first_is_refused(password: str):
    assert weakness(password, NAMES, common_passwords()) is Weakness.COMMON


@pytest.mark.parametrize("password", ["sannedewit2026", "SanneDeWit!!!", "sanne.dewit.1985", "wit-sanne-de-1"])
def test_the_own_name_is_refused(password: str):
    assert weakness(password, NAMES, common_passwords()) is Weakness.NAME


@pytest.mark.parametrize(
    "password", ["een lang wachtwoord", "korenbloem blauw", "sanne houdt van tulpen", "oefenen in het logeerhuis"]
)
def test_some_words_in_a_row_are_fine(password: str):
    assert weakness(password, NAMES, common_passwords()) is None


def test_the_list_is_of_some_thousands_and_has_the_dutch_ones():
    assert len(common_passwords()) > 5000
    assert {"welkom", "wachtwoord", "123qweasdzxc"} <= common_passwords()


def test_each_wrong_try_costs_twice_as_much_up_to_a_minute():
    assert [seconds_to_wait(tries) for tries in range(10)] == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert seconds_to_wait(10**9) == 60


@given(st.integers(min_value=0, max_value=2**RANDOM_BITS - 1))
def test_a_code_is_read_back_however_it_is_typed(number: int):
    code = code_of(number)
    assert [len(group) for group in groups(code)] == [4] * 7
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_code(code) == read_code(sloppy) == code


@given(st.integers(min_value=0, max_value=2**RANDOM_BITS - 1), st.integers(0, 25), st.integers(1, 31))
def test_one_wrong_sign_is_hardly_ever_taken(number: int, place: int, step: int):
    """The check has ten bits: of a thousand slips one may pass, and opens nothing either."""
    signs = code_of(number).replace("-", "")
    wrong = signs[:place] + SIGNS[(SIGNS.index(signs[place]) + step) % 32] + signs[place + 1 :]
    with suppress(RecoveryCodeUnclear):
        assert read_code(wrong) != code_of(number)


@pytest.mark.parametrize("typed", ["", "7K2M", "7K2M-09QX-AAAA-BBBB-CCCC-DDDD-EEE", "Ü" * 28])
def test_something_else_is_no_code(typed: str):
    with pytest.raises(RecoveryCodeUnclear):
        read_code(typed)
