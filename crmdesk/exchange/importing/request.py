"""What another process needs to know to carry out an import: the file, how it is read, what its columns mean. No key, no store."""

import json
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crmdesk.exchange.file_errors import FileChanged
from crmdesk.exchange.importing.lead_options import LeadOptions
from crmdesk.exchange.mapping import Mapping
from crmdesk.exchange.table_source import TableSource, open_table


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """One trial or import.

    Attributes:
        source: the file as the person saw it in the preview.
        mapping: which column is which field.
        dry_run: only say what would happen.
        refused_file: where the refused rows go; None writes none.
        words: texts of the file of refused rows in the language of the person (`refusals.Words`).
        leads: where leads go; of no meaning for other rows.
    """

    source: TableSource
    mapping: Mapping
    dry_run: bool
    refused_file: Path | None = None
    words: MappingABC[str, str] = field(default_factory=dict, hash=False)
    leads: LeadOptions = field(default_factory=LeadOptions)

    def to_json(self) -> dict[str, Any]:
        """Return the form that `from_json` reads in another process."""
        source = self.source
        return {
            "file": str(source.path),
            "encoding": source.encoding or None,
            "separator": source.separator or None,
            "sheet": source.sheet or None,
            "header_row": source.header_row,
            "stamp": list(source.stamp),
            "mapping": json.loads(self.mapping.to_json()),
            "dry_run": self.dry_run,
            "refused_file": None if self.refused_file is None else str(self.refused_file),
            "words": dict(self.words),
            "leads": self.leads.to_json(),
        }

    @classmethod
    def from_json(cls, shape: MappingABC[str, Any]) -> "ImportRequest":
        """Open the file again as it was opened before.

        Raises:
            FileRefused: it cannot be read any more, or is another one (`FileChanged`).
            MappingInvalid: the mapping cannot be used.
        """
        source = open_table(
            shape["file"],
            encoding=shape["encoding"],
            separator=shape["separator"],
            sheet=shape["sheet"],
            header_row=shape["header_row"],
        )
        if list(source.stamp) != shape["stamp"]:
            raise FileChanged(file=source.path.name)
        refused_file = shape["refused_file"]
        return cls(
            source=source,
            mapping=Mapping.from_json(json.dumps(shape["mapping"])),
            dry_run=bool(shape["dry_run"]),
            refused_file=None if refused_file is None else Path(refused_file),
            words=shape["words"],
            leads=LeadOptions.from_json(shape["leads"]),
        )
