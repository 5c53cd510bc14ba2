"""Sources of imported leads: found in the list on either level, or added to it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Taxonomy
from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import initials
from crmdesk.storage.claim_counts import has_centre

ADDED: Final = QT_TRANSLATE_NOOP("remarks", "A source was added to the list of sources.")
MOST_ADDED: Final = 100
"""A column with more sources than that is no list: the rest is kept in the notes."""
_LONGEST_NAME: Final = 100
_LONGEST_CODE: Final = 30


class LeadSources:
    """Ids of sources by their names. New ones are terms like any other, taken back with the import.

    With a centre the list belongs to the whole organisation and only administrators change it (`sync.fields.COMMON_TABLES`): there
    nothing is added, and an unknown source is kept in the note.
    """

    def __init__(self, connection: Connection, sink: Sink, report: ImportReport, known: KnownValues, *, is_adding: bool) -> None:
        self._sink, self._report, self._known = sink, report, known
        self._left = MOST_ADDED if is_adding and not has_centre(connection) else 0
        self._found: dict[tuple[str, ...], str | None] = {}
        rows = connection.exec_driver_sql(
            "SELECT code, position FROM term WHERE taxonomy=? AND deleted_at IS NULL", (Taxonomy.SOURCE.value,)
        ).all()
        self._codes = {str(code) for code, _position in rows}
        self._position = max((int(position) for _code, position in rows), default=0)

    def find(self, names: Sequence[str]) -> str | None:
        """Return the id of a source named from the upper level down, the last name counts; None where it is in no list."""
        key = tuple(map(match_key, names))
        if key not in self._found:
            self._found[key] = self._known.term("source", names[-1], "") or self._add(names)
        return self._found[key]

    def _add(self, names: Sequence[str]) -> str | None:
        name = names[-1]
        if self._left <= 0 or len(name) > _LONGEST_NAME:
            return None
        above = self.find(names[:-1]) if len(names) > 1 else None
        self._left -= 1
        term = new_id()
        self._position += 1
        row = {"id": term, "taxonomy": Taxonomy.SOURCE.value, "code": self._code(name), "parent_id": above, "name": name}
        self._sink.insert(RecordKind.TERM, {**row, "position": self._position})
        self._report.warnings[ADDED] += 1
        return term

    def _code(self, name: str) -> str:
        base = (initials(name) if not name.isascii() else match_key(name))[:_LONGEST_CODE] or "source"
        code, number = base, 1
        while code in self._codes:
            number += 1
            code = f"{base}-{number}"
        self._codes.add(code)
        return code
