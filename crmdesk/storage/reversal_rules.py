"""What a reversal must not break: parents live, nothing lies below itself, what is needed stays, codes are unique.

Each rule moves what it forbids from the working tables of `storage.reversal_tables` into `back_kept`, with the reason.
"""

from typing import Final

from sqlalchemy import Connection

from crmdesk.models.hanging import HANGINGS
from crmdesk.storage.redirects import MERGED_KINDS
from crmdesk.storage.reversal_tables import WHOLE, drop_kept, tables_in

PARENTS: Final = tuple((hanging.table, hanging.column, hanging.parent) for hanging in HANGINGS)
"""(table, column, parent's table): a living record hangs on a living parent."""

_TREE: Final = frozenset((hanging.table, hanging.column) for hanging in HANGINGS if hanging.in_tree)
"""Where even a repeated deletion must not leave living children; a site's contacts and notes are hidden with it."""

_MERGED: Final = frozenset(kind.value for kind in MERGED_KINDS)
"""What older records may have been merged into: it stays, for they lead to it."""

_USES: Final = (
    ("company", "industry_id", "term", "id"),
    ("company", "source_id", "term", "id"),
    ("site", "industry_id", "term", "id"),
    ("site", "source_id", "term", "id"),
    ("company", "owner_id", "app_user", "id"),
    ("site", "owner_id", "app_user", "id"),
    ("activity", "author_id", "app_user", "id"),
    ("collaborator", "user_id", "app_user", "id"),
    ("company", "customer_kind", "term", "code"),
    ("site", "customer_kind", "term", "code"),
    ("company", "grade", "term", "code"),
    ("site", "grade", "term", "code"),
    ("site", "place_kind", "term", "code"),
)
"""(table, column, used table, used column): a term in use stays. These columns have no index; only asked when terms or users go."""


def _waiting(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return which (table, field) pairs are still to be put back; what is not concerned costs no statement."""
    return frozenset((row[0], row[1]) for row in connection.exec_driver_sql("SELECT DISTINCT tbl, fld FROM back_net"))


def keep_off_dead_parents(connection: Connection, *, revived: bool) -> None:
    """Leave deleted (`revived`) or unmoved what would come to hang on a deleted parent."""
    while concerned := _waiting(connection):
        for table, column, parent in PARENTS:
            if (table, "deleted_at" if revived else column) not in concerned:
                continue
            if revived:
                connection.exec_driver_sql(
                    f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                        SELECT n.tbl, n.fld, n.pk, 'parent', q.id
                        FROM back_net n JOIN {table} r ON r.id=n.pk
                        LEFT JOIN back_net m ON m.tbl=n.tbl AND m.fld='{column}' AND m.pk=n.pk
                        JOIN {parent} q ON q.id=CASE WHEN m.pk IS NULL THEN r.{column} ELSE m.old END
                        WHERE n.tbl='{table}' AND n.fld='deleted_at' AND n.old IS NULL AND q.deleted_at IS NOT NULL
                          AND NOT EXISTS(SELECT 1 FROM back_net x WHERE x.tbl='{parent}' AND x.fld='deleted_at' AND x.pk=q.id)"""
                )
            else:
                connection.exec_driver_sql(
                    f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                        SELECT n.tbl, n.fld, n.pk, 'parent', q.id
                        FROM back_net n JOIN {table} r ON r.id=n.pk JOIN {parent} q ON q.id=n.old
                        WHERE n.tbl='{table}' AND n.fld='{column}' AND r.deleted_at IS NULL AND q.deleted_at IS NOT NULL"""
                )
        if revived and ("term", "deleted_at") in concerned:
            connection.exec_driver_sql(
                """INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                   SELECT n.tbl, n.fld, n.pk, 'code', x.id
                   FROM back_net n JOIN term r ON r.id=n.pk
                   JOIN term x ON x.taxonomy=r.taxonomy AND x.code=r.code AND x.deleted_at IS NULL AND x.id<>r.id
                   WHERE n.tbl='term' AND n.fld='deleted_at' AND n.old IS NULL"""
            )
        if not drop_kept(connection, "back_net"):
            return


def keep_off_cycles(connection: Connection) -> None:
    """Leave unmoved what would come to lie below itself, because its former parent was moved under it meanwhile.

    What has no living parent to stay with (its own was merged away meanwhile) moves; the others of the ring stay, or it goes to the top.
    """
    for table in ("company", "term", "team"):
        while (table, "parent_id") in _waiting(connection):
            in_ring = f"""WITH RECURSIVE up(start, at) AS (
                  SELECT pk, old FROM back_net WHERE tbl='{table}' AND fld='parent_id' AND old IS NOT NULL
                  UNION
                  SELECT up.start, CASE WHEN m.pk IS NULL THEN r.parent_id ELSE m.old END
                  FROM up JOIN {table} r ON r.id=up.at
                  LEFT JOIN back_net m ON m.tbl='{table}' AND m.fld='parent_id' AND m.pk=up.at
                  WHERE up.at<>up.start)"""
            connection.exec_driver_sql(
                f"""{in_ring}
                    INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                    SELECT n.tbl, n.fld, n.pk, 'cycle', n.old FROM up JOIN back_net n
                      ON n.tbl='{table}' AND n.fld='parent_id' AND n.pk=up.start
                    WHERE up.at=up.start AND NOT EXISTS(SELECT 1 FROM {table} d WHERE d.id=n.new AND d.deleted_at IS NOT NULL)"""
            )
            if not drop_kept(connection, "back_net"):
                connection.exec_driver_sql(
                    f"""{in_ring} UPDATE back_net SET old=NULL WHERE tbl='{table}' AND fld='parent_id'
                          AND pk IN (SELECT start FROM up WHERE at=start)"""
                )
                break


def keep_needed(connection: Connection) -> None:
    """Keep alive what something living hangs on; what is kept keeps its own parents, so this goes on up the tree."""
    dying = set(tables_in(connection, "back_dead"))
    if "term" in dying or "app_user" in dying:
        _keep_used(connection, dying)
    while dying:
        for table, column, parent in PARENTS:
            if parent in dying:
                new_only = "" if (table, column) in _TREE else "AND d.is_new=1"
                # what is merged again takes its children along to the survivor
                new_only += (
                    f" AND NOT EXISTS(SELECT 1 FROM back_net m WHERE m.tbl='{parent}' AND m.fld='merged_into' AND m.pk=d.pk)"
                )
                connection.exec_driver_sql(
                    f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                        SELECT d.tbl, CASE d.is_new WHEN 1 THEN '{WHOLE}' ELSE 'deleted_at' END, d.pk, 'needed',
                          (SELECT c.id FROM {table} c WHERE c.{column}=d.pk AND c.deleted_at IS NULL
                             AND NOT EXISTS(SELECT 1 FROM back_dead x WHERE x.tbl='{table}' AND x.pk=c.id) LIMIT 1) child
                        FROM back_dead d WHERE d.tbl='{parent}' {new_only} AND child IS NOT NULL"""
                )
        for parent in dying & _MERGED:
            connection.exec_driver_sql(
                f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                    SELECT d.tbl, '{WHOLE}', d.pk, 'needed', m.id FROM back_dead d JOIN {parent} m ON m.merged_into=d.pk
                    WHERE d.tbl='{parent}' AND d.is_new=1 AND m.id NOT IN (SELECT pk FROM back_ins)"""
            )
        if "position" in dying:  # a person who stays keeps the place he was entered with
            connection.exec_driver_sql(
                f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                    SELECT d.tbl, '{WHOLE}', d.pk, 'needed', p.contact_id
                    FROM back_dead d JOIN position p ON p.id=d.pk JOIN back_kept k ON k.tbl='contact' AND k.fld='{WHOLE}'
                      AND k.pk=p.contact_id
                    WHERE d.tbl='position' AND d.is_new=1"""
            )
        if not drop_kept(connection, "back_dead"):
            return


def _keep_used(connection: Connection, dying: set[str]) -> None:
    for table, column, used, key in _USES:
        if used in dying:
            same_taxonomy = f"AND u.taxonomy='{column}'" if key == "code" else ""
            connection.exec_driver_sql(
                f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                    SELECT d.tbl, '{WHOLE}', d.pk, 'needed', min(c.id)
                    FROM {table} c JOIN {used} u ON u.{key}=c.{column} {same_taxonomy}
                    JOIN back_dead d ON d.tbl='{used}' AND d.pk=u.id AND d.is_new=1
                    WHERE c.deleted_at IS NULL AND NOT EXISTS(SELECT 1 FROM back_dead x WHERE x.tbl='{table}' AND x.pk=c.id)
                    GROUP BY d.pk"""
            )
    drop_kept(connection, "back_dead")


def keep_codes_unique(connection: Connection) -> None:
    """Leave the code of a living record as it is where another one took the former code meanwhile."""
    spaces = {
        "company": (("company", ""), ("site", "")),
        "site": (("company", ""), ("site", "")),
        "term": (("term", "AND x.taxonomy=r.taxonomy"),),
    }
    while concerned := _waiting(connection):
        for table, others in spaces.items():
            for other, same_space in others if (table, "code") in concerned else ():
                connection.exec_driver_sql(
                    f"""INSERT OR IGNORE INTO back_kept(tbl, fld, pk, why, other)
                        SELECT n.tbl, n.fld, n.pk, 'code', x.id
                        FROM back_net n JOIN {table} r ON r.id=n.pk AND r.deleted_at IS NULL
                        JOIN {other} x ON x.code=n.old {same_space} AND x.code IS NOT NULL AND x.deleted_at IS NULL AND x.id<>n.pk
                        WHERE n.tbl='{table}' AND n.fld='code' AND n.old IS NOT NULL
                          AND NOT EXISTS(SELECT 1 FROM back_net y WHERE y.tbl='{other}' AND y.fld='code' AND y.pk=x.id)"""
                )
        if not drop_kept(connection, "back_net"):
            return
