"""What the window remembers, and that a damaged memory is no reason not to open."""

import pytest

from logeerhuis_app.log import report
from logeerhuis_app.settings import FILE, SettingsFile


def test_values_are_there_again_after_a_restart(tmp_path):
    SettingsFile(tmp_path).set("window.geometry", "abc")
    SettingsFile(tmp_path).set("text.scale", "125")
    again = SettingsFile(tmp_path)
    assert (again.get("window.geometry"), again.text_scale) == ("abc", 125)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"text.scale": 7}', '{"text.scale": "groot"}'])
def test_a_damaged_memory_is_forgotten(tmp_path, content: str):
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert SettingsFile(tmp_path).text_scale == 100


@pytest.mark.parametrize(("stored", "used"), [("20", 100), ("999", 150), ("130", 130)])
def test_text_stays_between_its_limits(tmp_path, stored: str, used: int):
    SettingsFile(tmp_path).set("text.scale", stored)
    assert SettingsFile(tmp_path).text_scale == used


def test_a_report_says_where_and_never_about_whom():
    try:
        int("Noor Jansen 999900006")
    except ValueError as error:
        text = report(type(error), error.__traceback__)
    assert "ValueError" in text
    assert "test_settings.py" in text
    assert "Jansen" not in text
