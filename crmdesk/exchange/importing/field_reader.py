"""One cell of a file as the stored value of its field; what cannot be stored refuses the row, what fits no list goes into the note."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.dates import read_date
from crmdesk.exchange.fields import FIELDS, Field, FieldGroup, Subject, ValueKind
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.refusals import DamagedText, RowRefused, SurplusCells
from crmdesk.exchange.lead_statuses import lead_status
from crmdesk.exchange.mapping import BoundMapping
from crmdesk.exchange.table_source import Row
from crmdesk.models.identifiers import check_company_number, normalise_credit_code
from crmdesk.models.phones import check_phone, written_phones
from crmdesk.services.record_fields import FieldInfo, FieldType, field_info
from crmdesk.services.record_values import FieldTooLong, Value, canonical, tidy

KEPT_IN_NOTE: Final = QT_TRANSLATE_NOOP(
    "remarks", "A value that fits no list, or is too long for its field, was kept in the note."
)

_TRUE: Final = frozenset({"1", "true", "yes", "y", "是", "x", "✓", "√", "ja", "oui"})
_COLUMNS: Final = {"industry": "industry_id", "source": "source_id", "owner": "owner_id", "reason": "reason_id"}
_NEVER_CUT: Final = frozenset(
    {
        "company.legal_name",
        "company.code",
        "company.credit_code",
        "company.note",
        "site.name",
        "site.code",
        "site.note",
        "contact.name",
    }
    | {"contact.note", "lead.company_name", "lead.person", "lead.external_id", "lead.note"}
)
"""Fields too long for themselves refuse the row; any other is kept in the note whole."""
_MOST_LISTED: Final = 4_096
"""Words of lists remembered with what they mean; a file that fills such a column with free text must not grow it."""
_FROM_LISTS: Final = frozenset({ValueKind.TERM, ValueKind.USER, ValueKind.COUNTRY, ValueKind.DATE, ValueKind.LEAD_STATUS})
_CHECKED: Final = frozenset({ValueKind.CREDIT_CODE, ValueKind.PHONE})
_TEXTS: Final = frozenset({ValueKind.TEXT, ValueKind.EMAIL, ValueKind.URL, ValueKind.POSTCODE})
_PLAIN: Final = frozenset({FieldType.TEXT, FieldType.EMAIL, FieldType.WEBSITE})
_GROUP_KINDS: Final = {
    FieldGroup.COMPANY: RecordKind.COMPANY,
    FieldGroup.SITE: RecordKind.SITE,
    FieldGroup.DELIVERY: RecordKind.EXTRA_ADDRESS,
    FieldGroup.CONTACT_MAIL: RecordKind.EXTRA_ADDRESS,
    FieldGroup.CONTACT_OTHER: RecordKind.EXTRA_ADDRESS,
    FieldGroup.CONTACT: RecordKind.CONTACT,
    FieldGroup.LEAD: RecordKind.LEAD,
}


class Entry(NamedTuple):
    """A field of a file and what becomes of it, worked out once for all rows.

    Attributes:
        group: value of its `FieldGroup`. info: the stored field it becomes. column: that field's key.
        is_listed: its text must be in a list. is_checked: rules may have a remark on it.
        longest: characters of a plain text that is stored as it is typed, but for its white space; 0 for any other field.
    """

    item: Field
    group: str
    info: FieldInfo | None
    column: str
    is_listed: bool
    is_checked: bool
    longest: int

    @classmethod
    def of(cls, item: Field) -> "Entry":
        """Return the entry of a field."""
        column = item.key.partition(".")[2]
        is_listed, is_checked, info = item.value in _FROM_LISTS, item.value in _CHECKED, _info(item)
        is_plain = item.value in _TEXTS and info is not None and info.type in _PLAIN and not info.choices and column != "note"
        longest = info.limit if is_plain and info is not None else 0
        return cls(item, item.group.value, info, _COLUMNS.get(column, column), is_listed, is_checked, longest)


class FieldReader:
    """Puts texts of cells into records; counts what it had to remark on without refusing.

    Attributes:
        entries: the fields of a subject by key. warnings: English template → how often.
    """

    def __init__(self, bound: BoundMapping, known: KnownValues, subject: Subject) -> None:
        self._known = known
        self._date_order = bound.mapping.date_order
        self._separator = bound.mapping.path_separator
        self._meanings: dict[tuple[str, str], Value] = {}
        self.entries = {key: Entry.of(item) for key, item in FIELDS.items() if item.subject is subject and not item.ignored}
        self.warnings: Counter[str] = Counter()

    def put(self, entry: Entry, text: str, into: dict[str, Value], number: int, where: tuple[Mapping[str, Value], ...]) -> None:
        """Store a cell's text in its field; `where` may name the country that phones and codes are of.

        Raises:
            RowRefused: the text does not fit the field of row `number`.
        """
        value = tidy(text) if entry.longest else ""
        if 0 < len(value) <= entry.longest:
            into[entry.column] = value
        elif entry.is_listed and (meaning := self._meanings.get((entry.item.key, text))) is not None:
            into[entry.column] = meaning
        else:
            self._take(entry, text, into, number, where)

    def keep_in_note(self, item: Field, text: str, into: dict[str, Value]) -> None:
        """Put a value that fits no list into the record's note, so that it is not lost."""
        add_note(into, f"{item.label}: {tidy(text)}")
        self.warnings[KEPT_IN_NOTE] += 1

    def _take(self, entry: Entry, text: str, into: dict[str, Value], number: int, where: tuple[Mapping[str, Value], ...]) -> None:
        try:
            value = self._value(entry, text, where)
        except FieldTooLong as error:
            if entry.item.key in _NEVER_CUT:
                raise RowRefused(number, entry.item.label, error) from error
            self.keep_in_note(entry.item, text, into)
            return
        except CrmError as error:
            raise RowRefused(number, entry.item.label, error) from error
        if value is None:
            if entry.is_listed:
                self.keep_in_note(entry.item, text, into)
        elif entry.column == "note":
            add_note(into, str(value))
        else:
            into[entry.column] = value

    def _value(self, entry: Entry, text: str, where: tuple[Mapping[str, Value], ...]) -> Value:
        """Return a field's stored value; None when the text is not in the list it should come from."""
        if entry.is_listed:
            if len(self._meanings) >= _MOST_LISTED:
                self._meanings.clear()
            meaning = self._meanings[entry.item.key, text] = self._listed(entry.item, text)
            return meaning
        if entry.item.value is ValueKind.BOOLEAN:
            return int(text.strip().lower() in _TRUE)
        if entry.is_checked:
            text = self._checked(entry.item, text, where)
        return canonical(entry.info, text) if entry.info is not None else tidy(text) or None

    def _listed(self, item: Field, text: str) -> Value:
        if item.key == "company.kind":
            return self._known.company_kind(text)
        match item.value:
            case ValueKind.USER:
                return self._known.user(text)
            case ValueKind.COUNTRY:
                return self._known.country(text)
            case ValueKind.DATE:
                return read_date(text, self._date_order)
            case ValueKind.LEAD_STATUS:
                return lead_status(text)
            case _:
                return self._known.term(item.key.partition(".")[2], text, self._separator)

    def _checked(self, item: Field, text: str, where: tuple[Mapping[str, Value], ...]) -> str:
        """Count what the rules have to remark; nothing is refused for it (`facts.md` §6)."""
        country = next((str(found) for values in where if (found := values.get("country"))), "CN")
        if item.value is ValueKind.CREDIT_CODE:
            text = normalise_credit_code(text)
            remark = check_company_number(text, country)
        else:
            remark = check_phone(text, country)
            text = written_phones(text, country) if remark is None else text
        if remark is not None:
            self.warnings[remark.template] += 1
        return text


def refuse_unreadable(row: Row) -> None:
    """Raise `RowRefused` for a row whose text is damaged, or that has more cells than the table has columns."""
    if row.is_damaged:
        raise RowRefused(row.number, "", DamagedText())
    if row.surplus:
        raise RowRefused(row.number, "", SurplusCells(cells=len(row.surplus)))


def add_note(into: dict[str, Value], line: str) -> None:
    """Add a line to a record's note."""
    into["note"] = f"{into['note']}\n{line}" if into.get("note") else line


def join_names(person: dict[str, Value], field: str = "name") -> None:
    """Make a person's name of the family and the given name, in the order of the script; one that is there stays."""
    family, given = person.pop("family_name", None), person.pop("given_name", None)
    if not person.get(field) and (family or given):
        parts = [str(part) for part in (given, family) if part]
        person[field] = "".join(reversed(parts)) if all(not part.isascii() for part in parts) else " ".join(parts)


def _info(item: Field) -> FieldInfo | None:
    kind = _GROUP_KINDS.get(item.group)
    column = item.key.partition(".")[2]
    if kind is None:
        return None
    info = field_info(kind, column)
    if info is None and kind is RecordKind.CONTACT:
        info = field_info(RecordKind.POSITION, column)
    return info
