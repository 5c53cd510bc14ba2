"""What the plain schema works out by itself once the rows are there: paths, ultimate parents, levels of classifications."""

from typing import Any, Final

import psycopg

from crmdesk.sync.export.tables import LEVELS

_DEEPEST: Final = 64
_STEP: Final = " › "

_BELOW: Final = """
CREATE TEMP TABLE export_below ON COMMIT DROP AS
WITH RECURSIVE below(id) AS (
  SELECT id FROM export_moved UNION SELECT c.id FROM {s}.company c JOIN below b ON c.parent_id=b.id)
SELECT DISTINCT id FROM below"""

_PATHS: Final = """
WITH RECURSIVE down AS (
  SELECT c.id, coalesce(p.root_id,c.id) AS root_id, coalesce(p.root_name,c.name) AS root_name,
         coalesce(p.path||'{step}','')||coalesce(c.name,'') AS path, coalesce(p.depth+1,0) AS depth
  FROM export_below b JOIN {s}.company c ON c.id=b.id LEFT JOIN {s}.company p ON p.id=c.parent_id
  WHERE p.id IS NULL OR NOT EXISTS (SELECT 1 FROM export_below x WHERE x.id=p.id)
  UNION ALL
  SELECT c.id, d.root_id, d.root_name, d.path||'{step}'||coalesce(c.name,''), d.depth+1
  FROM down d JOIN {s}.company c ON c.parent_id=d.id WHERE d.depth<{deepest})
UPDATE {s}.company c SET root_id=d.root_id, root_name=d.root_name, path=d.path, depth=d.depth FROM down d
WHERE d.id=c.id AND (c.root_id,c.root_name,c.path,c.depth) IS DISTINCT FROM (d.root_id,d.root_name,d.path,d.depth)"""

_CIRCLES: Final = "UPDATE {s}.company SET root_id=id, root_name=name, path=name, depth=0 WHERE path IS NULL"
"""Two laptops can have put two companies below each other; until the centre settles it each is a top of its own."""

_PATH_FROM_TOP: Final = """
WITH RECURSIVE down AS (
  SELECT t.id, 1 AS level, t.name AS path, ARRAY[t.code] AS codes, ARRAY[t.name] AS names
  FROM {s}.term t WHERE t.parent_id IS NULL OR NOT EXISTS (SELECT 1 FROM {s}.term p WHERE p.id=t.parent_id)
  UNION ALL
  SELECT t.id, d.level+1, d.path||'{step}'||t.name, d.codes||t.code, d.names||t.name
  FROM down d JOIN {s}.term t ON t.parent_id=d.id WHERE d.level<{deepest})
UPDATE {s}.term t SET level=d.level, path=d.path, {levels} FROM down d
WHERE d.id=t.id AND (t.level, t.path, {columns}) IS DISTINCT FROM (d.level, d.path, {values})"""


def work_out_paths(connection: psycopg.Connection[Any], schema: str, *, all_of_them: bool) -> None:
    """Bring the companies' paths up to date: all of them, or those below the companies in the temporary table `export_moved`."""
    if all_of_them:
        connection.execute(f"CREATE TEMP TABLE export_below ON COMMIT DROP AS SELECT id FROM {schema}.company".encode())
    else:
        connection.execute(_BELOW.format(s=schema).encode())
    connection.execute("CREATE UNIQUE INDEX ON export_below(id)")
    connection.execute("ANALYZE export_below")
    connection.execute(_PATHS.format(s=schema, step=_STEP, deepest=_DEEPEST).encode())
    connection.execute(_CIRCLES.format(s=schema).encode())


def work_out_levels(connection: psycopg.Connection[Any], schema: str) -> None:
    """Bring the levels of every classification up to date."""
    columns = [(f"level_{level}_{part}", f"d.{part}s[{level}]") for level in range(1, LEVELS + 1) for part in ("code", "name")]
    statement = _PATH_FROM_TOP.format(
        s=schema,
        step=_STEP,
        deepest=_DEEPEST,
        levels=", ".join(f"{name}={value}" for name, value in columns),
        columns=", ".join(f"t.{name}" for name, _value in columns),
        values=", ".join(value for _name, value in columns),
    )
    connection.execute(statement.encode())
