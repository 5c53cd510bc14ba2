"""Data in the first format: what is entered through its plain tables is there as it was. The pattern for the next ones.

A test of a later migration writes rows into the format before it with plain SQL (no models: they move on), upgrades,
reads them in the new format, downgrades and reads them again.
"""

import shutil
from pathlib import Path

from crmdesk.storage.store import Store


def test_rows_of_every_kind_are_kept(template_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "crmdesk.db"
    shutil.copyfile(template_file, path)
    rows = {
        "team": "(id,name) VALUES('t','华东')",
        "app_user": "(id,name) VALUES('u','王芳')",
        "term": "(id,taxonomy,code,name,position) VALUES('i','industry','5212','超级市场零售',1)",
        "company": "(id,kind,legal_name,code,industry_id) VALUES('c','legal','全球商业','QQSY','i')",
        "site": "(id,company_id,name,status,latitude) VALUES('s','c','浦东店','lead',31.25)",
        "contact": "(id,name,mobile) VALUES('p','李雷','13800000000')",
        "position": "(id,contact_id,site_id,is_main) VALUES('q','p','s',1)",
        "activity": "(id,site_id,kind,happened_at,text) VALUES('a','s','note','2026-11-22T00:00:00.000Z','首次拜访')",
    }
    with Store.open(path, None) as store, store.unit_of_work() as uow:
        for table, values in rows.items():
            uow.connection.exec_driver_sql(f"INSERT INTO {table}{values}")
        uow.commit()
    with Store.open(path, None) as store, store.read() as connection:
        for table in rows:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 1
        assert connection.exec_driver_sql("SELECT latitude FROM site").scalar_one() == 31.25
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_op WHERE kind='ins'").scalar_one() == len(rows)
