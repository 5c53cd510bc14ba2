"""Values of columns that a newer program sent before this one knew them: kept in `extra`, moved into the columns once there are any."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Table


def adopt_extra(connection: Connection, tables: Iterable[Table]) -> int:
    """Move what `extra` holds into columns of that name (`sync.md` §2.11); return how many rows changed.

    Runs after a migration, in its transaction, while nothing is logged: it is the centre's value, no edit.
    """
    changed = 0
    for table in tables:
        present = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
        columns = [column.name for column in table.columns if column.name in present and not column.info.get("local")]
        if "extra" not in present:
            continue
        rows = connection.exec_driver_sql(f"SELECT n, extra FROM {table.name} WHERE extra<>'{{}}'").all()
        for n, extra in rows:
            kept = json.loads(extra)
            known = {name: kept.pop(name) for name in columns if name in kept}
            if known:
                assignments = ",".join(f"{name}=?" for name in known)
                connection.exec_driver_sql(
                    f"UPDATE {table.name} SET {assignments}, extra=? WHERE n=?",
                    (*known.values(), json.dumps(kept, ensure_ascii=False, separators=(",", ":")), n),
                )
                changed += 1
    return changed
