"""A column that came with a new version takes the values the centre had sent before."""

from crmdesk.models.registry import synced_tables
from crmdesk.storage.extra_columns import adopt_extra
from crmdesk.storage.store import Store


def test_what_was_kept_beside_moves_into_its_column(store: Store) -> None:
    with store.unit_of_work() as uow:
        with uow.unlogged() as connection:
            connection.exec_driver_sql(
                """INSERT INTO company(id,kind,legal_name,extra)
                   VALUES('c','legal','全球商业','{"website":"x.cn","mascot":"熊"}'), ('d','legal','ABB','{}')"""
            )
            assert adopt_extra(connection, synced_tables()) == 1
        uow.commit()
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT website, extra FROM company ORDER BY id").all()
        assert [tuple(row) for row in rows] == [("x.cn", '{"mascot":"熊"}'), (None, "{}")]
        assert connection.exec_driver_sql("SELECT count(*) FROM sync_op").scalar_one() == 0
