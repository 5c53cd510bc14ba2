"""Change capture: whatever writes, every changed field is in the log once, and nothing else is."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Float, Integer, Table, Text, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from crmdesk.core.ids import new_id
from crmdesk.models.base import SERVICE_COLUMNS, IsoDate, UtcTime
from crmdesk.models.company import Company
from crmdesk.models.registry import synced_tables
from crmdesk.models.site import Site
from crmdesk.storage.capture import captured_columns, install_capture, operation_kind, trigger_statements
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork

TABLES: Final = {table.name: table for table in synced_tables()}
SAMPLES: Final[tuple[tuple[type, Any], ...]] = (
    (UtcTime, datetime(2026, 1, 2, tzinfo=UTC)),
    (IsoDate, date(2026, 1, 2)),
    (Integer, 7),
    (Float, 31.25),
    (Text, "文 'x' \"y\"\n"),
)
Operation = tuple[str, str, str, str | None, Any, Any]


def logged(connection: Connection, after: int = 0) -> list[Operation]:
    """Return (table, id, kind, field, old, new) of the log in order."""
    rows = connection.exec_driver_sql("SELECT tbl, pk, kind, fld, old, new FROM sync_op WHERE seq>? ORDER BY seq", (after,))
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]


def last_seq(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(seq),0) FROM sync_op").scalar_one())


def sample(table: Table, *, full: bool = False) -> dict[str, Any]:
    """Return a row that fills what must be filled, or everything but local columns."""
    row: dict[str, Any] = {"id": new_id()}
    for name in captured_columns(table):
        column = table.c[name]
        if full or not column.nullable:
            row[name] = next(value for kind, value in SAMPLES if isinstance(column.type, kind))
    return row


@pytest.mark.parametrize("name", TABLES)
def test_every_synced_table_has_its_four_triggers_and_no_other(store: Store, name: str) -> None:
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name=?", (name,))
        found = {row[0]: row[1] for row in rows}
    assert found == trigger_statements(TABLES[name])
    assert len(found) == 4


def test_nothing_else_has_triggers_and_installing_again_changes_nothing(store: Store) -> None:
    count = "SELECT count(*) FROM sqlite_master WHERE type='trigger'"
    with store.unit_of_work() as uow:
        assert uow.connection.exec_driver_sql(count).scalar_one() == 4 * len(TABLES)
        assert install_capture(uow.connection, synced_tables()) == 4 * len(TABLES)
        assert uow.connection.exec_driver_sql(count).scalar_one() == 4 * len(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_local_and_service_columns_are_never_captured(name: str) -> None:
    captured = set(captured_columns(TABLES[name]))
    local = {column.name for column in TABLES[name].columns if column.info.get("local")}
    assert not captured & (local | SERVICE_COLUMNS)
    assert captured | local | SERVICE_COLUMNS == {column.name for column in TABLES[name].columns}


@pytest.mark.parametrize("full", [False, True], ids=["least", "full"])
@pytest.mark.parametrize("name", TABLES)
def test_an_insert_is_one_operation_that_gives_the_row_back(store: Store, name: str, full: bool) -> None:
    table = TABLES[name]
    with store.unit_of_work() as uow:
        row = sample(table, full=full)
        uow.connection.execute(insert(table), row)
        ((_, record, kind, field, old, new),) = logged(uow.connection)
        asked = ",".join(captured_columns(table))
        stored = uow.connection.exec_driver_sql(f"SELECT {asked} FROM {name} WHERE id=?", (record,)).mappings().one()
    assert (record, kind, field, old) == (row["id"], "ins", None, None)
    filled = json.loads(new)
    assert None not in filled.values()
    assert filled == {column: value for column, value in stored.items() if value is not None}
    assert [type(value) for value in filled.values()] == [type(value) for value in stored.values() if value is not None]


@pytest.mark.parametrize("name", TABLES)
def test_each_changed_field_is_one_operation_with_its_old_value(store: Store, name: str) -> None:
    table = TABLES[name]
    with store.unit_of_work() as uow:
        row = sample(table)
        uow.connection.execute(insert(table), row)
        before = last_seq(uow.connection)
        changed = {column: f"new {column}" for column in captured_columns(table) if column not in {"deleted_at", "merged_into"}}
        assignments = ",".join(f"{column}=?" for column in changed)
        old = uow.connection.exec_driver_sql(f"SELECT {','.join(changed)} FROM {name} WHERE id=?", (row["id"],)).one()
        uow.connection.exec_driver_sql(f"UPDATE {name} SET {assignments} WHERE id=?", (*changed.values(), row["id"]))
        found = logged(uow.connection, before)
    expected = [
        (name, row["id"], operation_kind(name, column), column, was, value)
        for (column, value), was in zip(changed.items(), old, strict=True)
    ]
    assert sorted(found, key=lambda item: str(item[3])) == sorted(expected, key=lambda item: item[3])


def test_values_keep_their_storage_class(store: Store) -> None:
    with store.unit_of_work() as uow:
        row = sample(TABLES["site"])
        uow.connection.execute(insert(TABLES["site"]), row)
        before = last_seq(uow.connection)
        for value in (1.5, None, 2, "0012"):
            uow.connection.exec_driver_sql("UPDATE site SET latitude=?, phone=? WHERE id=?", (value, value, row["id"]))
        rows = uow.connection.exec_driver_sql(
            "SELECT fld, typeof(old), typeof(new) FROM sync_op WHERE seq>? ORDER BY seq", (before,)
        )
        found = [tuple(item) for item in rows]
    assert [item for item in found if item[0] == "latitude"] == [
        ("latitude", "null", "real"),
        ("latitude", "real", "null"),
        ("latitude", "null", "real"),
        ("latitude", "real", "real"),
    ]
    assert [item[2] for item in found if item[0] == "phone"] == ["text", "null", "text", "text"]


def by_orm(uow: UnitOfWork, ids: list[str]) -> None:
    uow.session.add_all([Company(id=record, legal_name="甲") for record in ids])
    uow.session.flush()
    for record in uow.session.scalars(select(Company)):
        record.note = "x"
    uow.session.flush()


def by_orm_statement(uow: UnitOfWork, ids: list[str]) -> None:
    uow.session.execute(insert(Company), [{"id": record, "legal_name": "甲"} for record in ids])
    uow.session.execute(update(Company).values(note="x"))


def by_core(uow: UnitOfWork, ids: list[str]) -> None:
    for record in ids:
        uow.connection.execute(insert(TABLES["company"]).values(id=record, kind="legal", legal_name="甲"))
    uow.connection.execute(update(TABLES["company"]).values(note="x"))


def by_executemany(uow: UnitOfWork, ids: list[str]) -> None:
    uow.connection.exec_driver_sql(
        "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal','甲')", [(record,) for record in ids]
    )
    uow.connection.exec_driver_sql("UPDATE company SET note='x' WHERE id=?", [(record,) for record in ids])


def by_raw_sql(uow: UnitOfWork, ids: list[str]) -> None:
    values = ",".join(f"('{record}','legal','甲')" for record in ids)
    uow.connection.execute(text(f"INSERT INTO company(id,kind,legal_name) VALUES {values}"))
    uow.connection.execute(text("UPDATE company SET note='x'"))


def by_the_driver(uow: UnitOfWork, ids: list[str]) -> None:
    raw: Any = uow.connection.connection.driver_connection
    raw.executemany("INSERT INTO company(id,kind,legal_name) VALUES(?,'legal','甲')", [(record,) for record in ids])
    raw.execute("UPDATE company SET note='x' FROM (SELECT 1)")


@pytest.mark.parametrize("write", [by_orm, by_orm_statement, by_core, by_executemany, by_raw_sql, by_the_driver])
def test_nothing_escapes_whatever_writes(store: Store, write: Callable[[UnitOfWork, list[str]], None]) -> None:
    ids = [new_id() for _ in range(3)]
    with store.unit_of_work() as uow:
        write(uow, ids)
        changes = uow.commit()
    with store.read() as connection:
        found = logged(connection)
        transactions = set(connection.exec_driver_sql("SELECT DISTINCT tx FROM sync_op").scalars())
        spans = connection.exec_driver_sql("SELECT id, first_seq, last_seq FROM change_tx").one()
    assert sorted(item[1] for item in found if item[2] == "ins") == sorted(ids)
    assert sorted(item[1:] for item in found if item[2] != "ins") == sorted((record, "set", "note", None, "x") for record in ids)
    assert transactions == {changes.transaction}
    assert tuple(spans) == (changes.transaction, 1, 6)
    assert changes.touched == {"company": frozenset(ids)}


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("DELETE FROM company", "only marked deleted"),
        ("DELETE FROM company WHERE id=:id", "only marked deleted"),
        ("INSERT OR REPLACE INTO company(id,kind,legal_name) VALUES(:id,'legal','乙')", "no INSERT OR REPLACE"),
        ("REPLACE INTO company(id,kind,legal_name) VALUES(:id,'legal','乙')", "no INSERT OR REPLACE"),
        (
            "INSERT INTO company(id,kind,legal_name) VALUES(:id,'legal','乙') ON CONFLICT(id) DO UPDATE SET legal_name='乙'",
            "no INSERT OR REPLACE",
        ),
    ],
)
def test_what_would_lose_data_unlogged_is_refused(store: Store, statement: str, refusal: str) -> None:
    with store.unit_of_work() as uow:
        record = sample(TABLES["company"])
        uow.connection.execute(insert(TABLES["company"]), record)
        before = last_seq(uow.connection)
        with pytest.raises(DBAPIError, match=refusal):
            uow.connection.execute(text(statement), {"id": record["id"]})
        assert last_seq(uow.connection) == before
        assert uow.connection.exec_driver_sql("SELECT count(*) FROM company").scalar_one() == 1


def test_a_replaced_row_number_is_refused_too(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.execute(insert(TABLES["company"]), sample(TABLES["company"]))
        with pytest.raises(DBAPIError, match="no INSERT OR REPLACE"):
            uow.connection.exec_driver_sql(
                "INSERT OR REPLACE INTO company(n,id,kind,legal_name) VALUES(1,?,'legal','乙')", (new_id(),)
            )


def test_applying_logs_nothing_and_may_replace(store: Store) -> None:
    with store.unit_of_work() as uow:
        record = sample(TABLES["company"])
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
        uow.connection.execute(insert(TABLES["company"]), record)
        uow.connection.exec_driver_sql("UPDATE company SET note='x'")
        uow.connection.exec_driver_sql(
            "INSERT OR REPLACE INTO company(id,kind,legal_name) VALUES(?,'legal','乙')", (record["id"],)
        )
        uow.connection.exec_driver_sql("DELETE FROM company")
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")
        assert logged(uow.connection) == []
        assert uow.commit().transaction is None


def test_a_rollback_ends_applying(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
    with store.unit_of_work() as uow:
        uow.connection.execute(insert(TABLES["company"]), sample(TABLES["company"]))
        assert len(logged(uow.connection)) == 1


def test_local_columns_and_unchanged_values_are_not_logged(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.execute(insert(TABLES["company"]), {**sample(TABLES["company"]), "sort_key": "k", "site_count": 3})
        ((*_, new),) = logged(uow.connection)
        assert not {"n", "id", "rv", "extra", "sort_key", "site_count"} & set(json.loads(new))
        before = last_seq(uow.connection)
        uow.connection.exec_driver_sql("UPDATE company SET sort_key='l', site_count=4, n=99, rv=5, extra='{}', note=note")
        assert logged(uow.connection, before) == []


def test_a_rolled_back_unit_of_work_leaves_no_trace(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.session.add(Site(id=new_id(), company_id=new_id(), name="店"))
        uow.session.flush()
    with store.read() as connection:
        assert logged(connection) == []
        assert connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='tx'").scalar() is None


@given(
    words=st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    number=st.integers(-(2**53), 2**53),
    real=st.floats(allow_nan=False, allow_infinity=False),
)
def test_any_value_survives_the_log(store_for_examples: Store, words: str, number: int, real: float) -> None:
    with store_for_examples.unit_of_work() as uow:
        company = {"id": new_id(), "kind": "legal", "legal_name": words, "headcount": number}
        uow.connection.execute(insert(TABLES["company"]), company)
        site = {"id": new_id(), "company_id": company["id"], "name": "店", "status": "lead", "latitude": real, "note": words}
        uow.connection.execute(insert(TABLES["site"]), site)
        first, second = (json.loads(item[5]) for item in logged(uow.connection))
    assert (first["legal_name"], first["headcount"], second["note"]) == (words, number, words)
    assert (type(second["latitude"]), second["latitude"]) == (float, pytest.approx(real, rel=1e-14, abs=0))


@pytest.fixture(scope="module")
def store_for_examples(template_file: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("examples") / "crmdesk.db"
    path.write_bytes(template_file.read_bytes())
    with Store.open(path, None) as opened:
        yield opened
