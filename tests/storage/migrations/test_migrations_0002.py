"""From the first format to the site model: people and notes are kept, and take the new columns."""

from pathlib import Path

from crmdesk.storage import connections, migrate
from crmdesk.storage.connections import open_raw
from tests.storage.migrations.migrating import back, bring


def test_people_and_notes_are_kept_and_take_the_new_columns(tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    engine = connections.writer_engine(path, None)
    with engine.connect() as connection, connection.begin():
        from alembic import command

        config = migrate.alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")  # without capture: its triggers are of today's columns
        connection.exec_driver_sql("INSERT INTO contact(id,name,mobile) VALUES('p','李雷','13800000000')")
        connection.exec_driver_sql(
            "INSERT INTO activity(id,site_id,kind,happened_at,text) VALUES('a','s','note','2026-11-22T00:00:00.000Z','首次拜访')"
        )
    engine.dispose()
    bring(path, "0001", "0002")
    connection = open_raw(path, None, read_only=False)
    assert connection.execute("SELECT name, mobile, address_text FROM contact").fetchall() == [("李雷", "13800000000", None)]
    assert connection.execute("SELECT text, contact_id FROM activity").fetchall() == [("首次拜访", None)]
    connection.execute("UPDATE sync_ctl SET v='t' WHERE k='tx'")
    connection.execute("INSERT INTO unit(id,site_id,name,floor) VALUES('u','s','采购部','11楼')")
    connection.execute("UPDATE contact SET address_text='世纪大道100号'")
    assert connection.execute("SELECT tbl, kind, fld, new FROM sync_op ORDER BY seq").fetchall() == [
        ("unit", "ins", None, '{"site_id":"s","name":"采购部","floor":"11楼"}'),
        ("contact", "set", "address_text", "世纪大道100号"),
    ]
    connection.commit()
    connection.close()
    back(path, "0001")
    connection = open_raw(path, None, read_only=True)
    assert connection.execute("SELECT * FROM contact").fetchone() is not None
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name='unit'").fetchone() == (0,)
    connection.close()
