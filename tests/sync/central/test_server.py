"""A private PostgreSQL is found, made, started, killed, started again and taken away without a trace."""

import stat
from pathlib import Path

import psycopg
import pytest

from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.server_programs import (
    NoServerPrograms,
    ServerFailed,
    ServerPrograms,
    ServerUser,
    all_programs,
    find_programs,
)


@pytest.mark.parametrize("major", [15, 18])
def test_a_server_starts_survives_a_kill_and_leaves_nothing(major: int) -> None:
    if major not in {programs.major for programs in all_programs()}:
        pytest.skip(f"PostgreSQL {major} is not on this machine")
    with PrivateServer.temporary(find_programs(major)) as server:
        assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
        with psycopg.connect(server.conninfo()) as connection:
            assert connection.info.server_version // 10_000 == major
        server.kill()
        assert not server.is_running
        server.start()
        with psycopg.connect(server.conninfo()) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
    assert not server.folder.exists()
    assert not server.is_running


def test_programs_out_of_reach_are_brought_within_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ServerUser, "may_reach", lambda self, path: path != find_programs().folder)
    server = PrivateServer.temporary()
    try:
        assert server.programs.folder.is_relative_to(server.folder)
        server.run("initdb", "--version")
    finally:
        server.remove()


def test_a_folder_named_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last = all_programs()[-1]
    monkeypatch.setenv("CRMDESK_PGBIN", str(last.folder))
    assert find_programs() == last


def test_without_any_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoServerPrograms):
        find_programs(14)


def test_a_server_that_cannot_start_says_why() -> None:
    server = PrivateServer.temporary(options={"shared_buffers": "nonsense"})
    try:
        with pytest.raises(ServerFailed, match="shared_buffers"):
            server.start()
    finally:
        server.remove()


def test_programs_that_are_none_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRMDESK_PGBIN", str(tmp_path))
    assert tmp_path not in {programs.folder for programs in all_programs()}
    with pytest.raises(ServerFailed):
        PrivateServer(tmp_path / "cluster", ServerPrograms(Path("/nowhere"), 15)).make()
