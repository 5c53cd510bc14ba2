"""Who this laptop's person is: renaming ids before they are known to the centre, and forgetting an exchange."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from crmdesk.models.registry import metadata, synced_tables
from crmdesk.storage.capture import captured_columns
from crmdesk.storage.derived import Touched
from crmdesk.storage.exchange_rows import WHOLE
from crmdesk.storage.uow import UnitOfWork

_STATE: Final = (
    *("sync_cursor", "sync_mark", "sync_have", "sync_batch", "sync_reload", "sync_reach", "sync_news", "conflict", "parked_edit"),
)
_DONE_HERE: Final = "same"
"""Outcome of an operation that need not be sent: the centre has what it says, or it concerned this laptop only."""


def rename_ids(uow: UnitOfWork, table: str, new_ids: Mapping[str, str]) -> None:
    """Give records of this store the ids by which the centre knows them: rows, whatever points to them, and what waits to be sent.

    For records the centre has never heard of under their old ids: the first connection of a store that has data. The centre's own
    row, when it comes, then meets the local one. Log and history follow, so that undo and timeline go on.
    """
    if not new_ids:
        return
    pairs = [(new, old) for old, new in new_ids.items()]
    with uow.unlogged() as connection:
        for synced in synced_tables():
            for column in captured_columns(synced):
                if column.endswith(("_id", "_by", "_into")):
                    indexed = synced.name if column != "id" else ""
                    connection.exec_driver_sql(f"UPDATE {indexed} SET {column}=? WHERE {column}=?", pairs)
        connection.exec_driver_sql(f"UPDATE {table} SET id=? WHERE id=?", pairs)
        connection.exec_driver_sql("UPDATE sync_op SET pk=? WHERE pk=?", pairs)
        for new, old in pairs:
            connection.exec_driver_sql(
                """UPDATE sync_op SET old=replace(old,?2,?1), new=replace(new,?2,?1)
                   WHERE typeof(new)='text' AND instr(new,?2)>0 OR typeof(old)='text' AND instr(old,?2)>0""",
                (new, old),
            )
        for place in ("recent_record",):
            connection.exec_driver_sql(f"UPDATE OR IGNORE {place} SET record_id=? WHERE record_id=?", pairs)
    ids = frozenset(new_ids.values())
    uow.refresh_for(Touched({table: ids}, {(table, WHOLE): ids}))


def become(uow: UnitOfWork, me: str | None, user: str, name: str) -> None:
    """Let the person of this store be `user`: what he owned, wrote and decided is his under this id.

    The local rows of himself and of his team give way to the centre's; nothing of them is sent.
    """
    connection = uow.connection
    teams = [
        row[0]
        for row in connection.exec_driver_sql(
            "SELECT id FROM team WHERE rv=0 UNION SELECT id FROM app_user WHERE id=? AND rv=0", (me,)
        )
    ]
    if me is not None and me != user:
        taken = connection.exec_driver_sql("SELECT 1 FROM app_user WHERE id=?", (user,)).first()
        if taken is not None:
            with uow.unlogged():
                connection.exec_driver_sql("DELETE FROM app_user WHERE id=?", (me,))
        rename_ids(uow, "app_user", {me: user})
        connection.exec_driver_sql("UPDATE change_tx SET user_id=? WHERE user_id=?", (user, me))
        teams = [user if one == me else one for one in teams]
    with uow.unlogged():
        if connection.exec_driver_sql("SELECT 1 FROM app_user WHERE id=?", (user,)).first() is None:
            connection.exec_driver_sql("INSERT INTO app_user(id, name) VALUES(?,?)", (user, name))
        for team in teams:
            connection.exec_driver_sql(
                f"UPDATE sync_op SET outcome='{_DONE_HERE}' WHERE pk=? AND tbl IN ('team','app_user') AND outcome IS NULL",
                (team,),
            )
        connection.exec_driver_sql("DELETE FROM team WHERE rv=0")
    uow.tell("app_user", [user])
    uow.tell("team", teams)


def forget_exchange(connection: Connection) -> None:
    """Forget where the exchange stood; records and log stay, as if nothing of it had ever been sent."""
    for table in _STATE:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    connection.exec_driver_sql("UPDATE sync_op SET batch_no=NULL WHERE batch_no IS NOT NULL")


def wipe_records(uow: UnitOfWork) -> None:
    """Remove every record, the log and everything derived; who the person is, too."""
    with uow.unlogged() as connection:
        for table in reversed(metadata().sorted_tables):
            if table.name != "sync_ctl":
                connection.exec_driver_sql(f"DELETE FROM {table.name}")
        connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES('delete-all')")
        connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k IN ('user_id','device_id')")
    for table in synced_tables():
        uow.tell(table.name, ())
