"""One window at a time, and an unclean exit is noticed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crmdesk.storage.errors import StoreUnusable
from crmdesk.storage.session_mark import Holder, SessionMark, StoreInUse, held_open_elsewhere, mark_path
from crmdesk.storage.store import Store

TAKE_AND_WAIT = """
import sys, pathlib
from crmdesk.storage.session_mark import SessionMark
mark = SessionMark.take(pathlib.Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""
OPEN_AND_WAIT = """
import sys, pathlib
from crmdesk.storage.store import Store
store = Store.open(pathlib.Path(sys.argv[1]), None)
with store.read() as connection:
    connection.exec_driver_sql("SELECT 1 FROM company").all()
print("open", flush=True)
sys.stdin.read()
"""


def _child(code: str, store: Path) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen([sys.executable, "-c", code, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip()
    return child


def _kill(child: "subprocess.Popen[bytes]") -> None:
    child.kill()
    child.communicate()


def test_a_clean_exit_leaves_no_mark(tmp_path: Path) -> None:
    store = tmp_path / "crmdesk.db"
    with SessionMark.take(store) as mark:
        assert mark_path(store).exists()
        assert not mark.after_unclean_exit
    mark.release()
    assert not mark_path(store).exists()
    with SessionMark.take(store) as again:
        assert not again.after_unclean_exit


def test_a_second_window_is_told_who_has_the_store(tmp_path: Path) -> None:
    store = tmp_path / "crmdesk.db"
    child = _child(TAKE_AND_WAIT, store)
    try:
        with pytest.raises(StoreInUse, match=f"process {child.pid} on") as caught:
            SessionMark.take(store)
        assert caught.value.params["pid"] == child.pid
    finally:
        _kill(child)


def test_the_mark_of_a_killed_process_is_taken_over_and_told(tmp_path: Path) -> None:
    store = tmp_path / "crmdesk.db"
    child = _child(TAKE_AND_WAIT, store)
    _kill(child)
    with SessionMark.take(store) as mark:
        assert mark.after_unclean_exit
        assert mark.left_by is not None
        assert mark.left_by.pid == child.pid
        assert str(os.getpid()) in mark_path(store).read_text()
    with SessionMark.take(store) as mark:
        assert not mark.after_unclean_exit


def test_the_same_process_cannot_take_it_twice(tmp_path: Path) -> None:
    store = tmp_path / "crmdesk.db"
    with SessionMark.take(store), pytest.raises(StoreInUse):
        SessionMark.take(store)


def test_two_names_of_one_store_share_the_mark(tmp_path: Path) -> None:
    store, alias = tmp_path / "crmdesk.db", tmp_path / "alias.db"
    store.touch()
    try:
        alias.symlink_to(store)
    except OSError:
        pytest.skip("this system makes no links")
    with SessionMark.take(store), pytest.raises(StoreInUse):
        SessionMark.take(alias)


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"pid": null}', b"\xff\xfe"])
def test_a_mark_cut_short_counts_as_an_unclean_exit_of_somebody(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "crmdesk.db"
    mark_path(store).write_bytes(content)
    with SessionMark.take(store) as mark:
        assert mark.left_by == Holder()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable):
        SessionMark.take(tmp_path / "file" / "crmdesk.db")


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses to replace an open file by itself")
def test_connections_of_another_process_are_noticed_without_a_mark(store: Store) -> None:
    store.close()
    held_open_elsewhere(store.path)
    child = _child(OPEN_AND_WAIT, store.path)
    try:
        with pytest.raises(StoreInUse):
            held_open_elsewhere(store.path)
    finally:
        _kill(child)
    held_open_elsewhere(store.path)
