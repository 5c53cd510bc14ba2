"""What a table of the plain schema is: its columns with type, source and meaning. Values only; `tables` and `views` declare them."""

from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

KEY_LENGTH: Final = 500
"""Characters of a text that an index covers: an entry of PostgreSQL's index takes 2,700 bytes at most."""
TEXT_LENGTH: Final = 100_000
"""Characters of any other text (the longest that the centre takes, too)."""


@unique
class PlainType(Enum):
    """What a column holds, and PostgreSQL's name of its type; a key is a short text that an index covers."""

    KEY = ("key", "text")
    TEXT = ("text", "text")
    DATE = ("date", "date")
    TIME = ("time", "timestamptz")
    INTEGER = ("integer", "bigint")
    BOOLEAN = ("boolean", "boolean")
    DEGREES = ("degrees", "numeric(9,6)")

    @property
    def sql(self) -> str:
        """PostgreSQL's name of the type."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """One column.

    Attributes:
        source: SQL over the store's row `r`; None: worked out at the target, once the rows are there.
        meaning: for a report's author; becomes the column's comment.
        is_indexed: whether lists are narrowed or joined by it.
    """

    name: str
    type: PlainType
    source: str | None
    meaning: str
    is_indexed: bool = False

    @property
    def reading(self) -> str:
        """SQL that reads the value from the store; what is no date, time or number becomes nothing. `longest` bounds texts afterwards."""
        return _READING[self.type].format(v=self.source or "NULL")

    @property
    def longest(self) -> int:
        """Characters that the column takes at most."""
        return KEY_LENGTH if self.type is PlainType.KEY else TEXT_LENGTH


_READING: Final = {
    PlainType.KEY: "{v}",
    PlainType.TEXT: "{v}",
    PlainType.DATE: "iif(date({v})={v} AND {v}>='0001',{v},NULL)",
    PlainType.TIME: "iif(strftime('%Y-%m-%dT%H:%M:%fZ',{v})={v} AND {v}>='0001',{v},NULL)",
    PlainType.INTEGER: "iif(typeof({v})='integer',{v},NULL)",
    PlainType.BOOLEAN: "iif({v},'t','f')",
    PlainType.DEGREES: "iif(typeof({v}) IN ('integer','real') AND {v} BETWEEN -180 AND 180,round({v},6),NULL)",
}


@dataclass(frozen=True, slots=True)
class PlainTable:
    """One table: a row for each living record of a table of the store.

    Attributes:
        name: at the target. source: in the store.
        columns: without the service columns every table has (`tables.SERVICE`), the first is `id`.
    """

    name: str
    source: str
    meaning: str
    columns: tuple[PlainColumn, ...]

    @property
    def sent(self) -> tuple[PlainColumn, ...]:
        """The columns whose values travel."""
        return tuple(column for column in self.columns if column.source is not None)


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """One column of a view: what it is, in SQL over the view's tables."""

    name: str
    source: str
    meaning: str


@dataclass(frozen=True, slots=True)
class PlainView:
    """A view that spells out what tables hold as ids: what most reports begin with. `source` is everything behind FROM."""

    name: str
    meaning: str
    columns: tuple[ViewColumn, ...]
    source: str
