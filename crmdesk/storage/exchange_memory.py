"""Forgetting: what the centre has had for long enough, and what neither undo nor unmerging needs."""

from typing import Final

from sqlalchemy import Connection

_AT_ONCE: Final = 20_000
"""Operations after which no further transaction is dropped; the rest follows the next day."""


def drop_bodies(connection: Connection, before: str) -> None:
    """Drop the bytes of batches answered before a moment; their rows stay."""
    connection.exec_driver_sql("UPDATE sync_batch SET body=NULL WHERE acked_at<? AND body IS NOT NULL", (before,))


def drop_operations(connection: Connection, before: str, came_back: int) -> int:
    """Drop transactions whose operations were all answered before a moment and came back in a finished pull; return how many operations.

    What merges did, and all that was ever done to the records they touched, stays: a merge can be taken back at any time.
    """
    old = connection.exec_driver_sql(
        "SELECT id, first_seq, last_seq FROM change_tx WHERE at<? AND last_seq>=first_seq ORDER BY n", (before,)
    ).all()
    if not old:
        return 0
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS bound_by_merge(pk TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.exec_driver_sql("DELETE FROM bound_by_merge")
    connection.exec_driver_sql(
        """WITH RECURSIVE family(id, first_seq, last_seq) AS (
             SELECT id, first_seq, last_seq FROM change_tx WHERE action='merge'
             UNION SELECT t.id, t.first_seq, t.last_seq FROM family f JOIN change_tx t ON t.undoes=f.id)
           INSERT INTO bound_by_merge(pk) SELECT DISTINCT o.pk FROM family f JOIN sync_op o ON o.seq BETWEEN f.first_seq AND f.last_seq"""
    )
    dropped = 0
    for transaction, first, last in old:
        unsettled = connection.exec_driver_sql(
            """SELECT 1 FROM sync_op WHERE seq BETWEEN ? AND ?
                 AND (outcome IS NULL OR coalesce(settled_at,'9')>=? OR coalesce(n,0)>?) LIMIT 1""",
            (first, last, before, came_back),
        ).first()
        if unsettled is not None:
            continue
        dropped += connection.exec_driver_sql(
            "DELETE FROM sync_op WHERE seq BETWEEN ? AND ? AND pk NOT IN (SELECT pk FROM bound_by_merge)", (first, last)
        ).rowcount
        connection.exec_driver_sql(
            "DELETE FROM change_tx WHERE id=? AND NOT EXISTS(SELECT 1 FROM sync_op WHERE seq BETWEEN ? AND ?)",
            (transaction, first, last),
        )
        if dropped >= _AT_ONCE:
            break
    connection.exec_driver_sql("DELETE FROM bound_by_merge")
    return dropped


def drop_news(connection: Connection, before: str) -> None:
    """Drop news older than a moment."""
    connection.exec_driver_sql("DELETE FROM sync_news WHERE at<?", (before,))
