"""The centre's tables carry what the models and the protocol ask for, on the oldest and the newest PostgreSQL."""

from crmdesk.models.hanging import MENTIONS
from crmdesk.sync.central.migrations import HEAD, stored_revision, upgrade
from crmdesk.sync.central.schema import TEXT, central_columns, hangings, pulled_columns
from crmdesk.sync.fields import GUARDED, PULL_ORDER, synced_fields
from tests.sync.central_server import CentralDatabase


def test_the_migrations_make_what_the_models_ask_for(central_of_each: CentralDatabase) -> None:
    found = central_of_each.owner.execute(
        """SELECT table_name, column_name, data_type, collation_name FROM information_schema.columns
           WHERE table_schema='crm' AND table_name=ANY(%s) ORDER BY table_name, ordinal_position""",
        (list(PULL_ORDER),),
    ).fetchall()
    short = {"integer": "int"}
    there = {(table, name, str(short.get(type_, type_)) + (f' COLLATE "{c}"' if c else "")) for table, name, type_, c in found}
    assert there == {(table, one.name, one.type) for table in PULL_ORDER for one in central_columns(table)}
    assert stored_revision(central_of_each.owner) == HEAD


def test_an_upgrade_twice_changes_nothing(central: CentralDatabase) -> None:
    ask = "SELECT md5(string_agg(pg_get_functiondef(p.oid), '' ORDER BY p.oid::regprocedure::text)) FROM pg_proc p JOIN pg_namespace n"
    ask += " ON n.oid=p.pronamespace WHERE n.nspname IN ('sec','sync','sync_v1')"
    before = central.owner.execute(ask.encode()).fetchone()
    with central.cluster.owner(central.name) as connection:
        upgrade(connection)
        connection.commit()
    assert central.owner.execute(ask.encode()).fetchone() == before


def test_every_synced_field_is_a_column_and_a_policy(central: CentralDatabase) -> None:
    for table, name in synced_fields():
        assert name in {one.name for one in central_columns(table)}, (table, name)
    rows = central.owner.execute("SELECT tbl, fld, required, guarded FROM sync.field_policy").fetchall()
    assert {(tbl, fld) for tbl, fld, _, _ in rows} == set(synced_fields())
    assert {(tbl, fld) for tbl, fld, _, guarded in rows if guarded} == GUARDED


def test_laptops_get_no_column_of_the_centres_own() -> None:
    sent = {name for table in PULL_ORDER for name in pulled_columns(table)}
    assert sent.isdisjoint({"stream_id", "by_at", "code_wanted"})
    assert "by_user" in pulled_columns("parked_edit")
    assert "by_user" not in pulled_columns("site")
    assert all(one.type == TEXT for one in central_columns("conflict") if one.name not in {"rv", "stream_id"})


def test_what_hangs_on_a_site_gets_its_team() -> None:
    assert ("activity", "site_id") in {(one.table, one.column) for one in hangings() if one.gives_team}
    assert [(one.table, one.column) for one in hangings() if not one.is_parent] == [
        (table, column) for table, column, _ in MENTIONS
    ]
