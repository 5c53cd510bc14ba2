"""A store whose person's login has ended: every customer goes; what a centre restored to an earlier day would ask for stays."""

from typing import Final

from crmdesk.models.registry import synced_tables
from crmdesk.storage.uow import UnitOfWork

_KEPT: Final = frozenset({"app_user", "term"})
"""The person himself and the shipped classifications are not the centre's secrets; without them no window opens."""
_DERIVED: Final = ("duplicate_group", "duplicate_pair", "duplicate_search", "recent_record")
_STATE: Final = ("sync_cursor", "sync_have", "sync_reach", "sync_reload", "sync_removed", "sync_news", "conflict", "parked_edit")


def clear_for_shut_out(uow: UnitOfWork, before: str) -> None:
    """Remove every record, what is derived from them, and the log older than `before`; all edits are answered.

    Younger edits with the bytes that were sent stay, and the fingerprints of the centre's story, though no longer as points to go back
    to: should the centre lose commits, the edits are offered again. The cursor is 0, so a login that is opened again gets everything.
    """
    with uow.unlogged() as connection:
        me = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='user_id'").scalar()
        for table in reversed(synced_tables()):
            if table.name not in _KEPT:
                connection.exec_driver_sql(f"DELETE FROM {table.name}")
        connection.exec_driver_sql("DELETE FROM app_user WHERE id IS NOT ?", (me,))
        for name in (*_DERIVED, *_STATE):
            connection.exec_driver_sql(f"DELETE FROM {name}")
        connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES('delete-all')")
        connection.exec_driver_sql("DELETE FROM sync_op WHERE coalesce(settled_at,made_at)<?", (before,))
        connection.exec_driver_sql(
            "DELETE FROM change_tx WHERE id IS NOT ? AND NOT EXISTS(SELECT 1 FROM sync_op o WHERE o.seq BETWEEN first_seq AND last_seq)",
            (uow.transaction,),
        )
        connection.exec_driver_sql("UPDATE change_tx SET user_id=NULL")  # nobody undoes what is not here
        connection.exec_driver_sql("UPDATE sync_mark SET complete=0")
        connection.exec_driver_sql("DELETE FROM sync_ctl WHERE k IN ('derive_from','rights','access')")
    for table in synced_tables():
        uow.tell(table.name, ())
