"""What every entity shares: the declarative base, the columns of the exchange, and which columns stay on this laptop."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Dialect, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import UserDefinedType

from crmdesk.core.clock import from_iso, iso_ms

LOCAL: Final = {"local": True}
"""`info` of a column that is derived or private to this laptop: never logged, never sent (`sync.md` §2.4)."""

SERVICE_COLUMNS: Final = frozenset({"n", "id", "rv", "extra"})
"""Columns of every synced table that are no field of the record: the log does not carry them."""


class AnyValue(UserDefinedType[Any]):
    """A column without a declared type: SQLite keeps each value as it is (`sync.md` §2.4, `old` and `new`)."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return the type's name in DDL: none."""
        return ""


class UtcTime(TypeDecorator[datetime]):
    """Aware UTC as ISO 8601 text with milliseconds, so that SQL text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | str | None, dialect: Dialect) -> str | None:
        """Write; text in stored form passes, a naive time is a bug."""
        del dialect
        if value is None or isinstance(value, str):
            return value
        if value.tzinfo is None:
            raise TypeError("times are aware UTC")
        return iso_ms(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read."""
        del dialect
        return None if value is None else from_iso(value)


class IsoDate(TypeDecorator[date]):
    """A calendar day as `YYYY-MM-DD`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | str | None, dialect: Dialect) -> str | None:
        """Write; text in stored form passes."""
        del dialect
        return value.isoformat() if isinstance(value, date) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read."""
        del dialect
        return None if value is None else date.fromisoformat(value)


class Base(DeclarativeBase):
    """Declarative base; constraint names follow one convention so that Alembic can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own class-level hook
        str: Text,
        datetime: UtcTime,
        date: IsoDate,
    }


class Synced:
    """Columns of every table that takes part in the exchange with the centre.

    Attributes:
        n: row number on this laptop: joins, search index and paging use it; never logged or sent.
        id: UUIDv7 as 32 hex digits, the record's one name everywhere.
        team_id: the team of our own organisation that the row belongs to (`ou` in `sync.md`).
        rv: the centre's version last seen, 0 before the first exchange.
        deleted_at: tombstone; a living row has None.
        merged_into: id of the survivor after a merge.
        extra: JSON of fields a newer program sent that this one does not know.
    """

    n: Mapped[int] = mapped_column(primary_key=True, info=LOCAL)
    id: Mapped[str] = mapped_column(unique=True)
    team_id: Mapped[str | None]
    rv: Mapped[int] = mapped_column(default=0, server_default="0")
    deleted_at: Mapped[datetime | None]
    merged_into: Mapped[str | None]
    extra: Mapped[str] = mapped_column(default="{}", server_default="{}")
