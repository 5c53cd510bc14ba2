"""The schema of an SQLite file in a form that can be compared: what matters, without the spelling of the DDL."""

from typing import Any


def schema_of(connection: Any) -> dict[str, Any]:
    """Return tables with their columns, indexes with theirs and their condition; virtual tables and triggers as text.

    `connection` is a DB-API connection.
    """
    found: dict[str, Any] = {}
    virtual = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")}
    for kind, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
    ).fetchall():
        if name.startswith((*(f"{owner}_" for owner in virtual), "sqlite_sequence", "sqlite_stat")):
            continue
        if kind == "table" and name not in virtual:
            columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
            strict = connection.execute("SELECT wr, strict FROM pragma_table_list WHERE name=?", (name,)).fetchone()
            found[f"table {name}"] = ({row[1]: row[2:] for row in columns}, strict, "AUTOINCREMENT" in sql)
        elif kind == "index":
            columns = [row[2] for row in connection.execute(f'PRAGMA index_xinfo("{name}")') if row[5]]
            unique, origin, partial = connection.execute(
                'SELECT "unique", origin, partial FROM pragma_index_list(?) WHERE name=?', (table, name)
            ).fetchone()
            condition = sql.partition(" WHERE ")[2] if sql else ""
            found[f"index {name}"] = (table, columns, unique, origin, partial, condition)
        else:
            found[f"{kind} {name}"] = sql
    return found
