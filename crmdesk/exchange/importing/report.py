"""What an import did or would do: counts by kind of record, refused rows with reasons, remarks."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.fields import Subject

COUNTED: Final = {
    Subject.ACCOUNTS: (RecordKind.COMPANY, RecordKind.SITE, RecordKind.UNIT, RecordKind.EXTRA_ADDRESS, RecordKind.CONTACT),
    Subject.LEADS: (RecordKind.LEAD,),
}
"""Kinds of records a report counts."""

EXAMPLES: Final = 200
"""Refused rows named in a report; the file of refused rows has them all."""


@dataclass(slots=True)
class KindCount:
    """Records of one kind: created, updated, found unchanged."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0

    @property
    def all(self) -> int:
        """Records in all."""
        return self.created + self.updated + self.unchanged


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not imported.

    Attributes:
        row: its number in the file. reason: why, the whole sentence in English.
        field: English label of the field it is about, empty for the row as a whole.
        template: the sentence with its placeholders, to be translated (context `errors`). params: their values.
    """

    row: int
    reason: str
    field: str
    template: str
    params: Mapping[str, str | int]


@dataclass(slots=True)
class ImportReport:
    """The result of a dry run or an import.

    Attributes:
        rows: rows read. skipped: rows the mapping leaves out, or that repeat an earlier row of the file.
        refused_count: all refused rows; `refused` names the first `EXAMPLES` of them.
        warnings: sentence → how often (nothing was refused for them).
        given: person or pool → how many new leads it got.
        changes: what was touched; None for a dry run.
        refused_file: where the refused rows were written, None when there are none.
    """

    dry_run: bool
    rows: int = 0
    skipped: int = 0
    subject: Subject = Subject.ACCOUNTS
    kinds: dict[RecordKind, KindCount] = field(default_factory=dict)
    refused_count: int = 0
    refused: list[RefusedRow] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    changes: Changes | None = None
    refused_file: str | None = None

    def __post_init__(self) -> None:
        self.kinds = self.kinds or {kind: KindCount() for kind in COUNTED[self.subject]}

    def refuse(self, row: RefusedRow) -> None:
        """Count a refused row and keep the first ones as examples."""
        self.refused_count += 1
        if len(self.refused) < EXAMPLES:
            self.refused.append(row)

    def to_json(self) -> dict[str, Any]:
        """Return the stable JSON shape of `docs/cli.md`."""
        return {
            "dry_run": self.dry_run,
            "rows": self.rows,
            "skipped": self.skipped,
            "refused": self.refused_count,
            **{
                f"{kind.value}": {"created": count.created, "updated": count.updated, "unchanged": count.unchanged}
                for kind, count in self.kinds.items()
            },
            "refused_rows": [
                {
                    "row": item.row,
                    "reason": item.reason,
                    "field": item.field or None,
                    "template": item.template,
                    "params": dict(item.params),
                }
                for item in self.refused
            ],
            "refused_file": self.refused_file,
            "warnings": dict(self.warnings),
            **({"given": dict(self.given)} if self.subject is Subject.LEADS else {}),
            "transaction": None if self.changes is None else self.changes.transaction,
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any], changes: Changes | None) -> "ImportReport":
        """Read what `to_json` wrote in another process."""
        subject = Subject.LEADS if RecordKind.LEAD.value in shape else Subject.ACCOUNTS
        report = cls(bool(shape["dry_run"]), shape["rows"], shape["skipped"], subject, refused_count=shape["refused"])
        for kind in report.kinds:
            report.kinds[kind] = KindCount(**shape[kind.value])
        report.refused = [
            RefusedRow(item["row"], item["reason"], item["field"] or "", item["template"], item["params"])
            for item in shape["refused_rows"]
        ]
        report.warnings = Counter(shape["warnings"])
        report.given = Counter(shape.get("given", {}))
        report.refused_file = shape["refused_file"]
        report.changes = changes
        return report
