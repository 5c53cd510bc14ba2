"""What an export is told and tells: how far an earlier one came, counts of each table, the report."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

DEFAULT_SCHEMA: Final = "crmdesk"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a store was exported; kept at the target, in the export's own transaction.

    Attributes:
        seq, op: number and id of the newest entry of the change log; by the id a store that was put back from a backup is known.
        rv: the newest version of the centre's among its rows. rows: table → largest row number.
    """

    seq: int = 0
    op: str = ""
    rv: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return what `from_json` reads."""
        return json.dumps({"seq": self.seq, "op": self.op, "rv": self.rv, "rows": dict(self.rows)}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Mark":
        """Read a mark; one that cannot be read is as none."""
        try:
            kept = json.loads(text)
            return cls(int(kept["seq"]), str(kept["op"]), int(kept["rv"]), {str(k): int(v) for k, v in kept["rows"].items()})
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Counts:
    """What becomes of one table's rows.

    Attributes:
        kept: another computer's copy was edited later and stays.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    deleted: int = 0
    kept: int = 0

    @property
    def written(self) -> int:
        """Rows that are written or deleted."""
        return self.new + self.changed + self.deleted


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did, or – `is_preview` – would do.

    Attributes:
        target: the database in words, never a secret. is_first: nothing of any store was there.
        is_full: every record was compared, not only what the log says was changed.
        tables: table → counts, in order. seconds: how long it took.
    """

    target: str
    schema: str
    is_preview: bool
    is_first: bool
    is_full: bool
    tables: Mapping[str, Counts]
    seconds: float

    @property
    def total(self) -> Counts:
        """All tables together."""
        return Counts(*(sum(getattr(one, name) for one in self.tables.values()) for name in Counts.__slots__))

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` reads, and what the command line prints."""
        return {
            "target": self.target,
            "schema": self.schema,
            "preview": self.is_preview,
            "first": self.is_first,
            "full": self.is_full,
            "tables": {name: asdict(counts) for name, counts in self.tables.items()},
            "total": asdict(self.total),
            "seconds": round(self.seconds, 3),
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> "ExportReport":
        """Return the report."""
        tables = {name: Counts(**counts) for name, counts in shape["tables"].items()}
        return cls(shape["target"], shape["schema"], shape["preview"], shape["first"], shape["full"], tables, shape["seconds"])
