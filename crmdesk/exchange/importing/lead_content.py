"""One row of a file as values of a lead, in stored form; a row that cannot be stored says why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.exchange.fields import FIELDS, Subject
from crmdesk.exchange.importing.field_reader import FieldReader, join_names, refuse_unreadable
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.refusals import LeadNameless, RowRefused
from crmdesk.exchange.mapping import BoundMapping
from crmdesk.exchange.table_source import Row
from crmdesk.services.record_values import Value, tidy

_T: Final = QT_TRANSLATE_NOOP
CONVERTED: Final = _T(
    "remarks", "The lead was converted in the other system: it comes in as qualified. Convert it here to make its account."
)
NAMED_BY_NUMBER: Final = _T(
    "remarks", "The row names neither company nor person: the lead is called by its mail, phone or number."
)
_INSTEAD_OF_A_NAME: Final = ("email", "mobile", "phone", "external_id")
_LONGEST_PERSON: Final = 100


@dataclass(slots=True)
class LeadContent:
    """What one row says of a lead.

    Attributes:
        values: stored values by column; `owner_id` where the row names an owner.
        source: names of the source, the upper level first; empty where the row names none.
        is_named: it names a company or a person; otherwise its mail, phone or number stands for the person.
    """

    number: int
    values: dict[str, Value] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    is_named: bool = True


class LeadReader:
    """Turns rows into contents; counts what it had to remark on without refusing."""

    def __init__(self, bound: BoundMapping, known: KnownValues) -> None:
        self._bound = bound
        self._fields = FieldReader(bound, known, Subject.LEADS)

    @property
    def warnings(self) -> Counter[str]:
        """English template → how often."""
        return self._fields.warnings

    def read(self, row: Row) -> LeadContent:
        """Return the content of a row.

        Raises:
            RowRefused: a value does not fit its field, or nothing says whom it is about.
        """
        refuse_unreadable(row)
        texts = self._bound.values(row.cells)
        content = LeadContent(row.number, source=self._source(texts))
        values, where = content.values, (content.values,)
        entries = self._fields.entries
        for key, text in texts.items():
            if key not in _SOURCES:
                self._fields.put(entries[key], text, values, row.number, where)
        join_names(values, "person")
        self._name(content)
        self._judge(values)
        return content

    def keep_in_note(self, key: str, text: str, values: dict[str, Value]) -> None:
        """Put a value that fits no list into the note."""
        self._fields.keep_in_note(FIELDS[key], text, values)

    def _source(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the source's names; two columns, or one with a path, name two levels."""
        separator = self._bound.mapping.path_separator
        upper, lower = texts.get("lead.source", ""), texts.get("lead.sub_source", "")
        parts = [*(upper.split(separator) if separator else [upper]), lower]
        return tuple(name for part in parts if (name := tidy(part)))

    def _name(self, content: LeadContent) -> None:
        """Refuse a row that says nothing by which a lead can be called; most web sites' leads have no name yet."""
        values = content.values
        if values.get("company_name") or values.get("person"):
            return
        called = next((str(text) for column in _INSTEAD_OF_A_NAME if (text := values.get(column))), "")
        if not called:
            raise RowRefused(content.number, FIELDS["lead.company_name"].label, LeadNameless())
        content.is_named = False
        values["person"] = called[:_LONGEST_PERSON]
        self.warnings[NAMED_BY_NUMBER] += 1

    def _judge(self, values: dict[str, Value]) -> None:
        """Set the status: nothing is converted without a conversion, which would have made an account."""
        is_converted = values.pop("is_converted", None)
        if is_converted or values.get("status") == LeadStatus.CONVERTED:
            self.warnings[CONVERTED] += 1
            values["status"] = LeadStatus.QUALIFIED.value
        if values.get("status") != LeadStatus.DISQUALIFIED:
            values.pop("reason_id", None)


_SOURCES: Final = frozenset({"lead.source", "lead.sub_source"})
