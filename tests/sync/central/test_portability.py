"""The centre's SQL uses nothing that Citus, YugabyteDB or CockroachDB lack: every file by PostgreSQL's parser, and the catalog itself."""

from pathlib import Path

import pytest

from crmdesk.sync.central.migrations import FUNCTIONS
from crmdesk.sync.central.row_functions import row_functions
from tests.sync.central.portability import violations
from tests.sync.central_server import CentralDatabase

FILES = sorted([*FUNCTIONS.glob("*.sql"), *(FUNCTIONS.parent / "migrations" / "versions").glob("*.sql")])


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_is_portable(path: Path) -> None:
    assert violations(path.read_text(encoding="utf-8")) == []


def test_generated_functions_are_portable() -> None:
    assert [found for statement in row_functions() for found in violations(statement)] == []


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("CREATE TABLE t(id bigserial)", ["type bigserial"]),
        ("CREATE TABLE t(id int GENERATED ALWAYS AS IDENTITY)", ["identity column"]),
        ("CREATE TABLE t(a int REFERENCES u)", ["foreign key"]),
        ("CREATE TABLE t(a int UNIQUE DEFERRABLE)", ["deferrable constraint"]),
        ("CREATE TABLE t(a int, EXCLUDE USING gist (a WITH =))", ["exclusion constraint"]),
        ("CREATE INDEX i ON t USING gist (a)", ["index by gist"]),
        ("CREATE SEQUENCE s", ["sequence"]),
        ("SELECT pg_advisory_xact_lock(1)", ["pg_advisory_xact_lock"]),
        ("SELECT pg_current_snapshot()", ["pg_current_snapshot"]),
        ("NOTIFY x", ["NOTIFY"]),
        ("CREATE TRIGGER t AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()", ["trigger"]),
        ("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$BEGIN PERFORM pg_advisory_lock(1); END$$", ["pg_advisory_lock"]),
        ("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE 'select nextval(1)'; END$$", ["nextval"]),
        ("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$BEGIN -- no trigger here\n RETURN 'notify'; END$$", []),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else "",
)
def test_what_others_lack_is_found(sql: str, said: list[str]) -> None:
    assert violations(sql) == said


def test_the_catalog_holds_nothing_unportable(central: CentralDatabase) -> None:
    ours = "n.nspname IN ('sec', 'crm', 'sync', 'sync_v1')"
    for what, query in {
        "sequences": f"SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relkind='S' AND {ours}",
        "constraints": "SELECT k.conname FROM pg_constraint k JOIN pg_namespace n ON n.oid=k.connamespace "
        f"WHERE (k.contype IN ('f','x','t') OR k.condeferrable) AND {ours}",
        "triggers": "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid=t.tgrelid JOIN pg_namespace n ON n.oid=c.relnamespace "
        f"WHERE {ours}",
        "records without stream_id": "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relkind='r' "
        "AND n.nspname='crm' AND c.relname<>'code' AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid=c.oid AND a.attname='stream_id')",
        "unique beside keys": "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid=i.indrelid "
        "JOIN pg_namespace n ON n.oid=c.relnamespace WHERE i.indisunique AND NOT i.indisprimary AND n.nspname='crm'",
    }.items():
        assert central.owner.execute(query.encode()).fetchall() == [], what
