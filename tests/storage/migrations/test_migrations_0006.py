"""From a restored centre to pools that get their own back: what is there stays, and the new columns are captured."""

from pathlib import Path

from crmdesk.storage.connections import open_raw
from tests.storage.migrations.migrating import back, bring


def test_leads_and_accounts_are_kept_and_their_new_columns_are_captured(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    bring(path, None, "0005")
    connection = open_raw(path, None, read_only=False)
    connection.execute("INSERT INTO company(id,kind,legal_name) VALUES('c','legal','全球商业')")
    connection.execute("INSERT INTO site(id,company_id,name,status,owner_id) VALUES('s','c','浦东店','fighting','u')")
    connection.execute("INSERT INTO lead(id,company_name,status) VALUES('l','北方冷链','new')")
    log = connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall()
    connection.close()
    bring(path, "0005", "0006")
    connection = open_raw(path, None, read_only=False)
    assert connection.execute("SELECT name, owner_id, owned_since, from_pool_id FROM site").fetchall() == [
        ("浦东店", "u", None, None)
    ]
    assert connection.execute("SELECT * FROM sync_op ORDER BY seq").fetchall() == log
    connection.execute("UPDATE lead SET from_pool_id='p'")
    connection.execute("UPDATE site SET owned_since='2026-11-23T00:00:00.000Z'")
    assert connection.execute("SELECT tbl, kind, fld FROM sync_op WHERE seq>3 ORDER BY seq").fetchall() == [
        ("lead", "set", "from_pool_id"),
        ("site", "set", "owned_since"),
    ]
    connection.close()
    back(path, "0005")
    connection = open_raw(path, None, read_only=True)
    assert connection.execute("SELECT company_name FROM lead").fetchall() == [("北方冷链",)]
    connection.close()
