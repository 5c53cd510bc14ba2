"""The people who can own customers, and who is sitting here."""

from dataclasses import dataclass

from crmdesk.core.changes import Changes
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_values import FieldRequired, tidy
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person of our own organisation; `is_me` marks whoever uses this store."""

    id: str
    name: str
    login: str | None
    is_me: bool


class UserService:
    """Users of this store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[UserRow, ...]:
        """Return everybody, oneself first, then by name."""
        with self._store.read() as connection:
            me = record_rows.current_user(connection)
            rows = connection.exec_driver_sql(
                "SELECT id, name, login FROM app_user WHERE deleted_at IS NULL ORDER BY id<>?, name", (me,)
            ).all()
        return tuple(UserRow(row[0], row[1], row[2], row[0] == me) for row in rows)

    def add(self, name: str) -> tuple[str, Changes]:
        """Add a colleague who can own customers; return the id and what was touched.

        Raises:
            FieldRequired: the name is empty.
        """
        name = tidy(name)
        if not name:
            raise FieldRequired(field="Name")
        user_id = new_id()
        with self._store.unit_of_work(label=name) as uow:
            record_rows.insert(uow.connection, RecordKind.USER, {"id": user_id, "name": name})
            return user_id, uow.commit()

    def rename_me(self, name: str) -> Changes:
        """Change one's own name as colleagues see it.

        Raises:
            FieldRequired: the name is empty.
        """
        name = tidy(name)
        if not name:
            raise FieldRequired(field="Name")
        with self._store.unit_of_work(label=name) as uow:
            me = record_rows.current_user(uow.connection)
            if me is not None:
                record_rows.update(uow.connection, RecordKind.USER, me, {"name": name})
            return uow.commit()
