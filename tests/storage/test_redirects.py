"""Merged records lead to the living one at the end of their chain, and to nothing where that is deleted."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage import redirects
from crmdesk.storage.redirects import (
    MERGED_KINDS,
    any_merged,
    former,
    ids_with_former_code,
    living,
    merged_id,
    merged_into,
    roots,
)
from crmdesk.storage.store import Store

DEAD = "'2026-11-22T00:00:00.000Z'"


@pytest.fixture
def chain(store: Store) -> Store:
    """A was merged into B, B and D into C; E lives alone; F was merged into G, which was deleted."""
    rows = (
        ("a", "'A'", DEAD, "'b'"),
        ("b", "'B'", DEAD, "'c'"),
        ("c", "'C'", "NULL", "NULL"),
        ("d", "'A'", DEAD, "'c'"),
        ("e", "'E'", "NULL", "NULL"),
        ("f", "'F'", DEAD, "'g'"),
        ("g", "'G'", DEAD, "NULL"),
    )
    with store.unit_of_work() as uow:
        for record, code, gone, into in rows:
            uow.connection.exec_driver_sql(
                f"INSERT INTO company(id,kind,legal_name,code,deleted_at,merged_into) VALUES('{record}','legal','n{record}',{code},{gone},{into})"
            )
        uow.commit()
    return store


def test_chains_lead_to_their_root(chain: Store) -> None:
    with chain.read() as connection:
        assert roots(connection, RecordKind.COMPANY, "abcdefg") == {"a": "c", "b": "c", "d": "c"}
        found = {record: living(connection, RecordKind.COMPANY, record) for record in "acfg"}
    assert found == {"a": "c", "c": "c", "f": None, "g": None}


def test_what_leads_to_a_record(chain: Store) -> None:
    with chain.read() as connection:
        assert merged_into(connection, RecordKind.COMPANY, "c") == ["b", "d", "a"]
        assert former(connection, RecordKind.COMPANY, ["c", "e"], "code") == {"c": ["B", "A"]}
        assert any_merged(connection, RecordKind.COMPANY)
        assert not any_merged(connection, RecordKind.SITE)


def test_codes_of_merged_records(chain: Store) -> None:
    with chain.read() as connection:
        assert ids_with_former_code(connection, "A") == [(RecordKind.COMPANY, "c")]
        assert ids_with_former_code(connection, "E") == []
        assert ids_with_former_code(connection, "F") == []
        assert merged_id(connection, RecordKind.COMPANY, "B") == (RecordKind.COMPANY, "b")
        assert merged_id(connection, RecordKind.CONTACT, "B") is None


@pytest.mark.parametrize("kind", MERGED_KINDS)
def test_no_question_about_redirects_walks_a_table(store: Store, kind: RecordKind) -> None:
    statements = [
        redirects._UP.format(table=kind.value, marks="?"),
        redirects._DOWN.format(table=kind.value, marks="?", column="id"),
    ]
    with store.read() as connection:
        for statement in statements:
            plan = [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", ("x",))]
            assert not [step for step in plan if step.startswith("SCAN") and step not in {"SCAN up", "SCAN down"}]
