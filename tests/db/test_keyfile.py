"""Many passwords, one key; and nothing of either in plain sight."""

import json
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from logeerhuis_app.db import keyfile
from logeerhuis_app.db.keyfile import Sign, Vault
from logeerhuis_app.db.passwords import KEY_BYTES, Cost
from logeerhuis_app.domain.errors import HouseUnreadable, WrongPassword
from tests.support.counts import COUNT

QUICK = Cost(memory_kib=64, passes=1, lanes=1)
SIGN = Sign("Testhuis", is_practice=False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "house.keys"


def add_user(path: Path, key: bytes, username: str, password: str) -> None:
    content = keyfile.with_user(keyfile.read(path), key, username, password, QUICK)
    path.write_text(keyfile.sealed_text(content, key), encoding="utf-8")


def sealed_by_anybody(content: dict[str, Any]) -> str:
    """What somebody can do who knows this program, and no password."""
    real = json.loads(keyfile.sealed_text(content, bytes(32)))
    real[keyfile.INNER_SEAL] = content[keyfile.INNER_SEAL]
    del real[keyfile.OUTER_SEAL]
    said = json.dumps(real, indent=1, sort_keys=True)
    return json.dumps({**real, keyfile.OUTER_SEAL: sha256(said.encode()).hexdigest()}, indent=1, sort_keys=True)


def test_every_user_gets_the_same_key_with_an_own_password(path):
    key = keyfile.create(path, "Anna", "eerste wachtwoord", SIGN, QUICK)
    add_user(path, key, "Bram", "tweede wachtwoord")
    assert len(key) == KEY_BYTES
    assert keyfile.unlock(path, "anna", "eerste wachtwoord") == key
    assert keyfile.unlock(path, "BRAM", "tweede wachtwoord") == key
    assert keyfile.usernames(path) == ["anna", "bram"]


@pytest.mark.parametrize(("name", "password"), [("anna", "fout"), ("niemand", "eerste wachtwoord"), ("", "")])
def test_anything_else_is_refused_alike(path, name: str, password: str):
    keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    with pytest.raises(WrongPassword):
        keyfile.unlock(path, name, password)


def test_a_new_password_replaces_the_old_one(path):
    key = keyfile.create(path, "anna", "oud wachtwoord", SIGN, QUICK)
    add_user(path, key, "anna", "nieuw wachtwoord")
    assert keyfile.unlock(path, "anna", "nieuw wachtwoord") == key
    with pytest.raises(WrongPassword):
        keyfile.unlock(path, "anna", "oud wachtwoord")


def test_an_accent_typed_on_another_machine_is_the_same_password(path):
    key = keyfile.create(path, "anna", unicodedata.normalize("NFC", "café au lait"), SIGN, QUICK)
    assert keyfile.unlock(path, "anna", unicodedata.normalize("NFD", "café au lait")) == key


def test_a_key_file_is_never_overwritten(path):
    keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        keyfile.create(path, "anna", "ander wachtwoord", SIGN, QUICK)
    assert path.read_bytes() == before


def test_neither_key_nor_password_stands_in_the_file(path):
    key = keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    content = path.read_text(encoding="utf-8")
    assert "wachtwoord" not in content
    assert key.hex() not in content
    assert key.hex() not in repr(Vault(path, key))
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mask", [0x01, 0x10, 0x80, 0xFF])
def test_a_changed_byte_anywhere_is_damage_and_no_wrong_password(path, mask: int, record_property):
    key = keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    add_user(path, key, "bram", "tweede wachtwoord")
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])
        for look in (keyfile.usernames, keyfile.sign, lambda file: keyfile.unlock(file, "anna", "eerste wachtwoord")):
            with pytest.raises(HouseUnreadable) as refusal:
                look(path)
            assert refusal.value.reason == "keyfile"
    record_property(COUNT + "bytes of a key file changed", len(whole))
    path.write_bytes(whole)
    assert keyfile.unlock(path, "anna", "eerste wachtwoord") == key


@pytest.mark.parametrize("left", [0, 1, 100, -1])
def test_a_key_file_that_breaks_off_is_damaged(path, left: int):
    keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(HouseUnreadable):
        keyfile.usernames(path)


def _without_bram(content: dict[str, Any]) -> None:
    content["users"].pop()


def _other_sign(content: dict[str, Any]) -> None:
    content["sign"] = ["Ander huis", False]


def _one_more(content: dict[str, Any]) -> None:
    content["users"].append({**content["users"][0], "name": "indringer"})


@pytest.mark.parametrize("tamper", [_without_bram, _other_sign, _one_more])
def test_a_change_by_somebody_without_a_way_in_is_noticed(path, tamper):
    key = keyfile.create(path, "anna", "eerste wachtwoord", SIGN, QUICK)
    add_user(path, key, "bram", "tweede wachtwoord")
    content = keyfile.read(path)
    tamper(content)
    path.write_text(sealed_by_anybody(content), encoding="utf-8")
    keyfile.usernames(path)  # the outer seal holds: only the data key tells
    with pytest.raises(HouseUnreadable) as refusal:
        keyfile.unlock(path, "anna", "eerste wachtwoord")
    assert refusal.value.reason == "keyfile_changed"
    with pytest.raises(WrongPassword):
        keyfile.unlock(path, "anna", "fout")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 2}', '{"format": 1, "users": {}, "sign": [1, 2]}'])
def test_a_damaged_file_is_said_to_be_damaged(path, content: str):
    path.write_text(content, encoding="utf-8")
    with pytest.raises(HouseUnreadable):
        keyfile.unlock(path, "anna", "x")
