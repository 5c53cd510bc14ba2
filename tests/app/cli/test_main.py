"""Exit codes, the error line, the key of an encrypted store, and that JSON is nothing but JSON."""

import os
import pty
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.fixture
def passphrase() -> Callable[[str], str]:
    def descriptor(text: str) -> str:
        reader, writer = os.pipe()
        os.write(writer, text.encode() + b"\n")
        os.close(writer)
        return str(reader)

    return descriptor


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["find"],
        ["tree", "--depth", "x"],
        ["set", "JLF", "novalue"],
        ["add", "contact", "x=y"],
        ["--passphrase-fd", "x", "tree"],
    ],
)
def test_wrong_usage_is_2_and_prints_no_json(crm: Ask, arguments: list[str]) -> None:
    answer = crm(*arguments, *([] if arguments[0].startswith("-") else ["--json"]))
    assert answer.code == 2
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert answer.err


def test_help_is_0(ask: Ask) -> None:
    assert ask("--help").code == 0
    assert "--limit" in ask("find", "--help").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "NOBODY"], "RecordNotFound"),
        (["log", "NOBODY"], "RecordNotFound"),
        (["set", "JLF", "code=MDL"], "CodeTaken"),
        (["set", "JLF", "colour=red"], "UnknownField"),
        (["set", "JLF", "headcount=many"], "NotANumber"),
        (["add", "site", "company=NOBODY", "name=x"], "RecordNotFound"),
        (["import", "/nowhere/x.csv"], "FileUnreadable"),
        (["import", "{self}"], "NotATable"),
        (["mapping", "/nowhere/x.csv"], "FileUnreadable"),
        (["restore", "/nowhere/x.backup"], "StoreMissing"),
        (["demo"], "StoreExists"),
    ],
)
def test_a_users_error_is_1_with_one_clear_line(crm: Ask, demo: Path, arguments: list[str], code: str) -> None:
    words = [word.format(self=demo) for word in arguments]
    plain = crm(*words)
    assert (plain.code, plain.out) == (1, "")
    assert len(plain.err.splitlines()) == 1
    as_json = crm(*words, "--json")
    assert as_json.code == 1
    assert as_json.json == {"error": {"code": code, "message": as_json.err.strip()}}


def test_a_missing_store_is_one_line(ask: Ask, tmp_path: Path) -> None:
    answer = ask("--store", tmp_path / "none.store", "tree")
    assert (answer.code, len(answer.err.splitlines())) == (1, 1)
    assert not (tmp_path / "none.store").exists()


def test_an_encrypted_store_opens_with_its_passphrase_only(ask: Ask, tmp_path: Path, passphrase: Callable[[str], str]) -> None:
    store = tmp_path / "secret.store"
    made = ask("--store", store, "--passphrase-fd", passphrase("correct horse"), "add", "company", "legal_name=全球石油有限公司")
    assert made.code == 0
    before = store.read_bytes()
    assert not before.startswith(b"SQLite")
    assert "QQSY" in ask("--store", store, "--passphrase-fd", passphrase("correct horse"), "tree").out
    wrong = ask("--store", store, "--passphrase-fd", passphrase("wrong"), "tree", "--json")
    assert (wrong.code, wrong.json["error"]["code"], len(wrong.err.splitlines())) == (1, "WrongKey", 1)
    assert store.read_bytes() == before
    missing = ask("--store", store, "tree", "--json")
    assert (missing.code, missing.json["error"]["code"]) == (1, "KeyMissing")
    assert "--passphrase-fd" in missing.err
    empty = ask("--store", store, "--passphrase-fd", passphrase(""), "tree", "--json")
    assert (empty.code, empty.json["error"]["code"]) == (1, "PassphraseEmpty")
    closed = ask("--store", store, "--passphrase-fd", "99", "tree")
    assert (closed.code, len(closed.err.splitlines())) == (1, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix matter")
def test_a_terminal_is_asked_for_the_passphrase(
    ask: Ask, tmp_path: Path, passphrase: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "secret.store"
    ask("--store", store, "--passphrase-fd", passphrase("correct horse"), "add", "company", "legal_name=全球石油有限公司")
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - the child becomes the program
        os.execv(sys.executable, [sys.executable, "-m", "crmdesk", "--store", str(store), "tree"])
    said = b""
    while b"assphrase" not in said:
        said += os.read(terminal, 1024)
    os.write(terminal, b"correct horse\n")
    try:
        while chunk := os.read(terminal, 1024):
            said += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert "QQSY" in said.decode()
    assert b"correct horse" not in said


def test_an_unencrypted_store_is_made_knowingly(ask: Ask, tmp_path: Path) -> None:
    store = tmp_path / "plain.store"
    assert ask("--store", store, "--unencrypted", "add", "company", "legal_name=X").code == 0
    assert store.read_bytes().startswith(b"SQLite format 3")
