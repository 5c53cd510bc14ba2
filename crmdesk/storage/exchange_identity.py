"""Who this laptop's person is at the centre; leaving a centre, and joining one again."""

from typing import Final

from sqlalchemy import Connection

from crmdesk.models.registry import metadata, synced_tables
from crmdesk.storage.capture import announcing, captured_columns
from crmdesk.storage.uow import UnitOfWork

_STATE: Final = (
    *(
        "sync_cursor",
        "sync_mark",
        "sync_have",
        "sync_batch",
        "sync_reload",
        "sync_removed",
        "sync_reach",
        "sync_news",
        "conflict",
        "parked_edit",
    ),
)
_NAMING: Final = ("user_id", "owner_id", "author_id", "_by")
"""Ends of the names of columns that name one of our own people."""
_NOT_ANNOUNCED: Final = frozenset(
    {"team", "app_user", "term", "claim", "pool", "pool_member", "stage", "criteria_set", "criterion"}
)
_DONE_HERE: Final = "outcome='same', settled_at=strftime('%Y-%m-%dT%H:%M:%fZ')"
"""SQL: outcome of an operation that need not be sent: the centre has what it says, or it concerned this laptop only."""


def _rename_user(uow: UnitOfWork, old: str, new: str) -> None:
    """Give the person of this store the id by which the centre knows him: his row, whatever names him, and what waits to be sent.

    His former id never left this laptop, so this is no change of any value: the log follows, `old` of its operations too.
    """
    with uow.unlogged() as connection:
        for table in synced_tables():
            for column in captured_columns(table):
                if column.endswith(_NAMING):
                    connection.exec_driver_sql(f"UPDATE {table.name} SET {column}=? WHERE {column}=?", (new, old))
        connection.exec_driver_sql("UPDATE app_user SET id=? WHERE id=?", (new, old))
        connection.exec_driver_sql("UPDATE sync_op SET pk=? WHERE pk=?", (new, old))
        for column in ("old", "new"):
            connection.exec_driver_sql(
                f"UPDATE sync_op SET {column}=replace({column},?,?) WHERE typeof({column})='text' AND instr({column},?)>0",
                (old, new, old),
            )
        connection.exec_driver_sql("UPDATE change_tx SET user_id=? WHERE user_id=?", (new, old))
    uow.tell("app_user", [new])


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
        _rename_user(uow, me, user)
        teams = [user if one == me else one for one in teams]
    with uow.unlogged():
        if connection.exec_driver_sql("SELECT 1 FROM app_user WHERE id=?", (user,)).first() is None:
            connection.exec_driver_sql("INSERT INTO app_user(id, name) VALUES(?,?)", (user, name))
        for team in teams:
            connection.exec_driver_sql(
                f"UPDATE sync_op SET {_DONE_HERE} WHERE pk=? AND tbl IN ('team','app_user') AND outcome IS NULL",
                (team,),
            )
        connection.exec_driver_sql("DELETE FROM team WHERE rv=0")
        connection.exec_driver_sql(  # shipped with the program, under the same ids everywhere
            f"""UPDATE sync_op SET {_DONE_HERE} WHERE tbl IN ('term','stage','criteria_set','criterion') AND kind='ins' AND outcome IS NULL
                  AND tx IN (SELECT id FROM change_tx WHERE action='setup')"""
        )
    uow.tell("app_user", [user])
    uow.tell("team", teams)


def announce_everything(uow: UnitOfWork) -> None:
    """Let every living customer record be sent as it is now, once: a store that left a centre joins one again.

    What the centre knows it answers with *same*; what waited in the log is part of the record as it is now.
    """
    connection = uow.connection
    connection.exec_driver_sql(f"UPDATE sync_op SET {_DONE_HERE} WHERE outcome IS NULL")
    for table in synced_tables():
        if table.name not in _NOT_ANNOUNCED:
            connection.exec_driver_sql(announcing(table), (uow.transaction,))


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
