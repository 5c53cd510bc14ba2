"""From the site model to the exchange: records and log are kept, claims are captured, what the centre writes is not."""

from pathlib import Path

from crmdesk.storage.connections import open_raw
from tests.storage.migrations.migrating import back, bring


def test_records_and_log_are_kept_and_claims_are_captured(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    bring(path, None, "0002")
    connection = open_raw(path, None, read_only=False)
    connection.execute("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
    connection.execute("INSERT INTO site(id,company_id,name,status) VALUES('s','c','浦东店','lead')")
    log = connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall()
    assert len(log) == 2  # the older format is captured too, without the tables it lacks
    connection.close()
    bring(path, "0002", "0003")
    connection = open_raw(path, None, read_only=False)
    assert connection.execute("SELECT name FROM site").fetchall() == [("浦东店",)]
    assert connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall() == log
    connection.execute(
        "INSERT INTO claim(id,tbl,record_id,user_id,state,asked_at) VALUES('k','site','s','u','asked','2026-11-23T00:00:00.000Z')"
    )
    assert connection.execute("SELECT tbl, kind, pk FROM sync_op WHERE seq>2").fetchall() == [("claim", "ins", "k")]
    connection.execute("INSERT INTO conflict(id,tbl,record_id,kind,op_id,state) VALUES('x','site','s','field','o','open')")
    connection.execute("INSERT INTO sync_cursor(stream_id) VALUES(0)")
    assert connection.execute("SELECT count(*) FROM sync_op").fetchone() == (3,)
    assert connection.execute("SELECT n FROM sync_cursor").fetchone() == (0,)
    connection.close()
    back(path, "0002")
    connection = open_raw(path, None, read_only=True)
    assert connection.execute("SELECT name FROM site").fetchone() == ("浦东店",)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('claim','sync_cursor')").fetchone() == (0,)
    connection.close()
