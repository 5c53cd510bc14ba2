"""From leads to what a restored centre must not hide: how far the exchange was is kept, and what is new begins empty."""

from pathlib import Path

from crmdesk.storage.connections import open_raw
from tests.storage.migrations.migrating import back, bring


def test_the_place_in_the_exchange_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    bring(path, None, "0004")
    connection = open_raw(path, None, read_only=False)
    connection.execute("INSERT INTO sync_cursor(stream_id, n) VALUES(0, 7)")
    connection.execute("INSERT INTO sync_have(team_id, state, can_write) VALUES('t', 'have', 1)")
    connection.close()
    bring(path, "0004", "0005")
    connection = open_raw(path, None, read_only=False)
    assert connection.execute("SELECT n FROM sync_cursor").fetchone() == (7,)
    assert connection.execute("SELECT team_id, state, can_write, head FROM sync_have").fetchall() == [("t", "have", 1, 0)]
    connection.execute("INSERT INTO sync_removed(tbl, pk, n) VALUES('site', 's', 7)")
    assert connection.execute("SELECT count(*) FROM sync_op").fetchone() == (0,)  # nothing of it is an edit
    connection.close()
    back(path, "0004")
    connection = open_raw(path, None, read_only=True)
    assert connection.execute("SELECT team_id, state, can_write FROM sync_have").fetchall() == [("t", "have", 1)]
    connection.close()
