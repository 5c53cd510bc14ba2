"""From the exchange to leads: accounts and log are kept, leads are captured, what is learnt here is not."""

from pathlib import Path

from crmdesk.storage.connections import open_raw
from tests.storage.migrations.migrating import back, bring


def test_accounts_and_log_are_kept_and_leads_are_captured(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    bring(path, None, "0003")
    connection = open_raw(path, None, read_only=False)
    connection.execute("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
    connection.execute("INSERT INTO site(id,company_id,name,status) VALUES('s','c','浦东店','fighting')")
    log = connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall()
    connection.close()
    bring(path, "0003", "0004")
    connection = open_raw(path, None, read_only=False)
    assert connection.execute("SELECT name, pool_id FROM site").fetchall() == [("浦东店", None)]
    assert connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall() == log
    connection.execute("INSERT INTO lead(id,company_name,status) VALUES('l','北方冷链','new')")
    connection.execute("UPDATE site SET is_locked=1")
    connection.execute("INSERT INTO pool_view(day,pool_id,record_id) VALUES('2026-11-23','p','l')")
    assert connection.execute("SELECT tbl, kind, fld FROM sync_op WHERE seq>2 ORDER BY seq").fetchall() == [
        ("lead", "ins", None),
        ("site", "set", "is_locked"),
    ]
    connection.close()
    back(path, "0003")
    connection = open_raw(path, None, read_only=True)
    assert connection.execute("SELECT name FROM site").fetchall() == [("浦东店",)]
    connection.close()
