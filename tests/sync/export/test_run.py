"""Exports into a real PostgreSQL: first, again, changed, deleted, merged, from two computers, stopped, refused."""

from collections.abc import Callable
from typing import Any

import pytest

from crmdesk.core.errors import Cancelled
from crmdesk.services.accounts import AccountService
from crmdesk.services.deletions import DeletionService
from crmdesk.services.merging import MergeService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store
from crmdesk.sync.central.plain_schema import checked_name
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.export.errors import DatabaseRefused, ExportFailed, SchemaNameWrong, SchemaTaken, SchemaTooNew
from crmdesk.sync.export.tables import TABLES
from crmdesk.sync.export.values import Counts, ExportReport

Query = Callable[..., list[tuple[Any, ...]]]
Export = Callable[..., ExportReport]
FAR_AHEAD = "2031-01-01T00:00:00.000Z"


def key_of(store: Store, code: str) -> RecordKey:
    return AccountService(store).find_by_code(code)


def set_field(store: Store, code: str, field: str, value: Any) -> None:
    """Edit one field the way the log sees it."""
    table = key_of(store, code).kind.value
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(f"UPDATE {table} SET {field}=? WHERE code=?", (value, code))
        uow.commit()


def stamp_last_edit(store: Store, at: str) -> None:
    """Let the newest entry of the log be of another time, as by a laptop whose clock is wrong."""
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_op SET made_at=? WHERE seq=(SELECT max(seq) FROM sync_op)", (at,))
        uow.commit()


def become_another_store(store: Store, identity: str) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='device_id'", (identity,))
        uow.commit()


def content(query: Query) -> dict[str, Any]:
    return {
        table.name: query(f"SELECT {','.join(c.name for c in table.columns)}, edited_at FROM crmdesk.{table.name} ORDER BY id")
        for table in TABLES
    }


def test_the_first_export_writes_every_living_record_with_its_types(customers: Store, run: Export, query: Query) -> None:
    report = run(customers)
    assert (report.is_first, report.is_full) == (True, True)
    assert report.tables["company"] == Counts(new=3)
    assert report.tables["site"] == Counts(new=2)
    rows = query("SELECT site_code,company_name,root_name,path,status,owner_name FROM crmdesk.account ORDER BY site_code")
    path = "家乐福 › 北京家乐福商业有限公司"
    assert rows[1] == ("JLF-MLD", "北京家乐福商业有限公司", "家乐福", path, "fighting", None)
    assert query("SELECT rows_new,is_full FROM crmdesk.export_run") == [(report.total.new, True)]


def test_a_preview_counts_the_same_and_writes_nothing(customers: Store, run: Export, query: Query) -> None:
    previewed = run(customers, is_preview=True)
    assert query("SELECT count(*) FROM pg_namespace WHERE nspname='crmdesk'") == [(0,)]
    assert previewed.tables == run(customers).tables
    set_field(customers, "QQSY", "phone", "010 6327 1234")
    previewed = run(customers, is_preview=True)
    assert previewed.total == Counts(changed=1)
    assert query("SELECT phone FROM crmdesk.company WHERE code='QQSY'") == [(None,)]
    assert run(customers).tables == previewed.tables


def test_an_export_repeated_writes_nothing(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    before = content(query)
    assert run(customers).total == Counts()
    again = run(customers, is_full=True)
    assert again.total.written == 0
    assert again.tables["company"] == Counts(unchanged=3)
    assert content(query) == before


def test_only_what_changed_travels_and_paths_follow(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    set_field(customers, "JLF", "short_name", "Carrefour")
    report = run(customers)
    assert (report.is_full, report.total) == (False, Counts(changed=1))
    assert query("SELECT DISTINCT path,root_name FROM crmdesk.account") == [("Carrefour › 北京家乐福商业有限公司", "Carrefour")]
    company = key_of(customers, "BJJLF")
    set_field(customers, "BJJLF", "parent_id", None)
    run(customers)
    assert query("SELECT path,depth,root_id FROM crmdesk.company WHERE code='BJJLF'") == [
        ("北京家乐福商业有限公司", 0, company.id)
    ]


def test_deleted_records_go_and_come_back_when_they_are_taken_back(customers: Store, run: Export, query: Query) -> None:
    from crmdesk.services.undo import UndoService

    run(customers)
    DeletionService(customers).delete([key_of(customers, "JLF-FY")])
    assert run(customers).tables["site"] == Counts(deleted=1)
    assert query("SELECT count(*) FROM crmdesk.site") == [(1,)]
    assert query("SELECT table_name FROM crmdesk.export_gone") == [("site",)]
    assert run(customers, is_full=True).total.written == 0
    UndoService(customers).undo_last()
    assert run(customers).tables["site"] == Counts(new=1)
    assert query("SELECT count(*) FROM crmdesk.export_gone") == [(0,)]


def test_a_merged_record_leads_to_the_one_that_stays(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    first, second = key_of(customers, "JLF-MLD"), key_of(customers, "JLF-FY")
    MergeService(customers).merge([first, second], survivor=first)
    run(customers)
    assert query("SELECT id,merged_into FROM crmdesk.export_gone") == [(second.id, first.id)]


def test_of_two_computers_copies_the_one_edited_last_is_kept(opened: Callable[[str], Store], run: Export, query: Query) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    become_another_store(theirs, "b" * 32)
    run(mine)
    first = run(theirs)
    assert first.is_full
    assert first.total.written == 0, "one row for one record, whoever brings it"
    set_field(mine, "QQSY", "phone", "1")
    set_field(theirs, "QQSY", "phone", "2")
    assert run(theirs).total == Counts(changed=1)
    assert run(mine).total == Counts(kept=1), "edited earlier"
    assert query("SELECT phone,store_id FROM crmdesk.company WHERE code='QQSY'") == [("2", "b" * 32)]
    set_field(mine, "QQSY", "phone", "3")
    assert run(mine).total == Counts(changed=1)


def test_an_older_copy_does_not_bring_a_deleted_record_back(opened: Callable[[str], Store], run: Export, query: Query) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    become_another_store(theirs, "b" * 32)
    run(mine)
    DeletionService(mine).delete([key_of(mine, "JLF-FY")])
    run(mine)
    assert run(theirs).tables["site"] == Counts(unchanged=1, kept=1)
    assert query("SELECT count(*) FROM crmdesk.site") == [(1,)]


def test_a_clock_far_ahead_wins_for_no_longer_than_now(opened: Callable[[str], Store], run: Export, query: Query) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    become_another_store(theirs, "b" * 32)
    set_field(mine, "QQSY", "phone", "1")
    stamp_last_edit(mine, FAR_AHEAD)
    run(mine)
    assert query("SELECT edited_at<=now() FROM crmdesk.company WHERE code='QQSY'") == [(True,)]
    set_field(theirs, "QQSY", "phone", "2")
    run(theirs)
    assert query("SELECT phone FROM crmdesk.company WHERE code='QQSY'") == [("2",)]


def test_a_store_put_back_from_a_backup_is_compared_whole(opened: Callable[[str], Store], run: Export, query: Query) -> None:
    mine = opened("mine")
    set_field(mine, "QQSY", "phone", "1")
    run(mine)
    restored = opened("restored")  # as it was before
    set_field(restored, "JLF", "phone", "5")
    report = run(restored)
    assert report.is_full, "its log does not go on where the last export ended"
    assert report.tables["company"] == Counts(changed=1, unchanged=1, kept=1)
    assert query("SELECT phone FROM crmdesk.company WHERE code='QQSY'") == [("1",)]


def test_what_the_centre_brought_travels_although_no_log_says_so(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    with customers.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k,v) VALUES('centre','{}')")
        uow.connection.exec_driver_sql("UPDATE company SET phone='9',rv=7 WHERE code='QQSY'")
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")
        uow.commit()
    assert run(customers).total == Counts(kept=0, changed=1)
    assert query("SELECT phone FROM crmdesk.company WHERE code='QQSY'") == [("9",)]


TEXTS = {
    "a\0b": "ab",
    '"quoted", with\ttab\\': '"quoted", with\ttab\\',
    "one\r\ntwo\rthree\nfour": "one\r\ntwo\rthree\nfour",
    "\\.": "\\.",
    "\\N": "\\N",
    "": None,
    "=HYPERLINK(1)": "=HYPERLINK(1)",
    "𠮷野家 \u202e \x7f": "𠮷野家 \u202e \x7f",
    "長" * 150_000: "長" * 100_000,
}


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "again"])
def test_any_text_arrives(customers: Store, run: Export, query: Query, is_first: bool) -> None:
    if not is_first:
        run(customers)
    site = key_of(customers, "JLF-FY").id
    with customers.unit_of_work() as uow:
        for number, text in enumerate(TEXTS):
            uow.connection.exec_driver_sql(
                "INSERT INTO unit(id,site_id,name,note) VALUES(?,?,?,?)", (f"{number:032}", site, "1", text)
            )
        uow.commit()
    run(customers)
    assert [row[0] for row in query("SELECT note FROM crmdesk.unit ORDER BY id")] == list(TEXTS.values())


def test_what_has_not_the_columns_type_is_left_out(customers: Store, run: Export, query: Query) -> None:
    days = {"1999-02-28": "1999-02-28", "1999-02-30": None, "soon": None, "0000-01-01": None}
    counts = {250: "250", "many": None, -1: "-1"}
    with customers.unit_of_work() as uow:
        for number, day in enumerate(days):
            uow.connection.exec_driver_sql(
                "INSERT INTO company(id,kind,legal_name,code,registered_on) VALUES(?,'legal','d',?,?)",
                (f"d{number:031}", "Q" * 9_000, day),
            )
        for number, count in enumerate(counts):
            uow.connection.exec_driver_sql(
                "INSERT INTO company(id,kind,legal_name,headcount) VALUES(?,'legal','h',?)", (f"h{number:031}", count)
            )
        uow.commit()
    run(customers)
    found = query("SELECT registered_on::text,code FROM crmdesk.company WHERE legal_name='d' ORDER BY id")
    assert found == [(day, "Q" * 500) for day in days.values()]
    found = query("SELECT headcount::text FROM crmdesk.company WHERE legal_name='h' ORDER BY id")
    assert [row[0] for row in found] == list(counts.values())


def test_a_stopped_export_leaves_the_state_before(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    before = content(query)
    set_field(customers, "QQSY", "phone", "1")
    for stop_at in (0.0, 0.5, 0.97):

        def stop(share: float, limit: float = stop_at) -> None:
            if share >= limit:
                raise Cancelled

        with pytest.raises(Cancelled):
            run(customers, stop)
        assert content(query) == before
    assert run(customers).total == Counts(changed=1)


def test_a_line_that_breaks_leaves_the_state_before(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    before = content(query)
    set_field(customers, "QQSY", "phone", "1")

    def cut(share: float) -> None:
        if share > 0.5:
            query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name='crmdesk' AND datname=current_database()"
            )

    with pytest.raises(Exception, match="cannot be reached"):
        run(customers, cut)
    assert content(query) == before


def test_a_schema_that_holds_something_else_is_left_alone(customers: Store, run: Export, query: Query) -> None:
    query("CREATE SCHEMA crmdesk; CREATE TABLE crmdesk.orders(id int)")
    with pytest.raises(SchemaTaken):
        run(customers)
    assert run(customers, schema="customers").total.new


def test_a_newer_schema_is_left_alone(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    query("UPDATE crmdesk.export_target SET version=99")
    with pytest.raises(SchemaTooNew):
        run(customers)


def test_a_name_that_no_schema_should_have_is_refused() -> None:
    for name in ("", "Sales", "1a", "a b", "a;drop schema b", "pg_x", "crm", "public", "x" * 60):
        with pytest.raises(SchemaNameWrong):
            checked_name(name)


def test_a_login_without_rights_is_told_so(customers: Store, report_database: CentreSettings, query: Query) -> None:
    from dataclasses import replace

    from crmdesk.sync.central.credentials import NOTHING
    from crmdesk.sync.export.run import ExportOrder, export

    query("DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname='weak') THEN CREATE ROLE weak LOGIN; END IF; END $$")
    order = ExportOrder(replace(report_database, user="weak"))
    with pytest.raises(DatabaseRefused) as refused:
        export(customers, order, NOTHING, lambda _share: None)
    assert refused.value.__context__ is None


def test_a_failure_of_the_database_is_told_and_nothing_is_left(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    query("ALTER TABLE crmdesk.company ADD CHECK (phone<>'666')")
    set_field(customers, "JLF", "phone", "1")
    set_field(customers, "QQSY", "phone", "666")
    with pytest.raises(ExportFailed):
        run(customers)
    assert query("SELECT count(*) FROM crmdesk.company WHERE phone IS NOT NULL") == [(0,)]


def test_companies_in_a_circle_do_not_stop_an_export(customers: Store, run: Export, query: Query) -> None:
    set_field(customers, "JLF", "parent_id", key_of(customers, "BJJLF").id)
    run(customers)
    assert query("SELECT path,depth FROM crmdesk.company WHERE code='JLF'") == [("家乐福", 0)]
    run(customers, is_full=True)


def test_every_index_is_there_after_the_first_export(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    there = {row[0] for row in query("SELECT indexname FROM pg_indexes WHERE schemaname='crmdesk'")}
    wanted = {f"{table.name}_{column.name}" for table in TABLES for column in table.columns if column.is_indexed}
    assert wanted <= there


def test_everything_has_a_comment(customers: Store, run: Export, query: Query) -> None:
    run(customers)
    silent = query(
        """SELECT c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace AND n.nspname='crmdesk'
           JOIN pg_attribute a ON a.attrelid=c.oid AND a.attnum>0 AND c.relname NOT LIKE 'export_%%'
           WHERE c.relkind IN ('r','v') AND (col_description(c.oid,a.attnum) IS NULL OR obj_description(c.oid) IS NULL)""".replace(
            "%%", "%"
        )
    )
    assert silent == []
