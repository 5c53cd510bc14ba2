"""One row of a file as values of a company, a site and a person, in stored form; a row that cannot be stored says why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.dates import read_date
from crmdesk.exchange.fields import FIELDS, Field, FieldGroup, ValueKind
from crmdesk.exchange.importing.further_addresses import keep_mail_addresses, take_only_address
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.refusals import DamagedText, NobodyNamed, RowRefused, SurplusCells
from crmdesk.exchange.mapping import BoundMapping, RowRole
from crmdesk.exchange.table_source import Row
from crmdesk.models.identifiers import check_company_number, normalise_credit_code
from crmdesk.models.phones import check_phone, written_phones
from crmdesk.services.record_fields import FieldInfo, FieldType, field_info
from crmdesk.services.record_values import FieldTooLong, Value, canonical, tidy

_T: Final = QT_TRANSLATE_NOOP
_TRUE: Final = frozenset({"1", "true", "yes", "y", "是", "x", "✓", "√", "ja", "oui"})
_SAYS_WHERE: Final = ("province", "city", "district", "street", "address_text", "name", "code")
_COLUMNS: Final = {"industry": "industry_id", "source": "source_id", "owner": "owner_id"}
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
    | {"contact.note"}
)
"""Fields too long for themselves refuse the row; any other is kept in the note whole."""
_ABOUT_A_PLACE: Final = frozenset({RowRole.SITE, RowRole.CONTACT})
_MOST_LISTED: Final = 4_096
"""Words of lists remembered with what they mean; a file that fills such a column with free text must not grow it."""
_FROM_LISTS: Final = frozenset({ValueKind.TERM, ValueKind.USER, ValueKind.COUNTRY, ValueKind.DATE})
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
}


@dataclass(slots=True)
class RowContent:
    """What one row says.

    Attributes:
        company, site, person: stored values by column; a row about a site names its company in `company` or `parent`.
        delivery: an address beside the site's own, by column. further: use (`billing`, `mailing`, `other`) → addresses, a line each.
        parent: `code`, `credit_code`, `name`, `top_name`, `top_credit_code` of the company above, as far as given.
        row_id, parent_row_id: ids of the other system that link rows of one file.
    """

    number: int
    role: RowRole
    company: dict[str, Value] = field(default_factory=dict)
    site: dict[str, Value] = field(default_factory=dict)
    person: dict[str, Value] = field(default_factory=dict)
    delivery: dict[str, Value] = field(default_factory=dict)
    further: dict[str, str] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    row_id: str = ""
    parent_row_id: str = ""

    @property
    def hangs_on_parent(self) -> bool:
        """Whether the row is about a place or person of the company its parent columns name, not of a company of its own."""
        return self.role in _ABOUT_A_PLACE and bool(self.parent or self.parent_row_id)

    @property
    def names_site(self) -> bool:
        """Whether the row is about a place: it says where something is, or what the site is called."""
        return any(map(self.site.get, _SAYS_WHERE))


class _Entry(NamedTuple):
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
    def of(cls, item: Field) -> "_Entry":
        column = item.key.partition(".")[2]
        is_listed, is_checked, info = item.value in _FROM_LISTS, item.value in _CHECKED, _info(item)
        is_plain = item.value in _TEXTS and info is not None and info.type in _PLAIN and not info.choices and column != "note"
        longest = info.limit if is_plain and info is not None else 0
        return cls(item, item.group.value, info, _COLUMNS.get(column, column), is_listed, is_checked, longest)


class RowReader:
    """Turns rows into contents; counts what it had to remark on without refusing.

    Attributes:
        warnings: English template → how often.
    """

    def __init__(self, bound: BoundMapping, known: KnownValues) -> None:
        self._bound = bound
        self._known = known
        self._date_order = bound.mapping.date_order
        self.warnings: Counter[str] = Counter()
        self._entries = {key: _Entry.of(item) for key, item in FIELDS.items() if not item.ignored}
        self._meanings: dict[tuple[str, str], Value] = {}

    def read(self, row: Row, texts: Mapping[str, str]) -> RowContent:
        """Return the content of a row, whose filled fields are `texts`.

        Raises:
            RowRefused: a value does not fit its field, or nobody is named.
        """
        if row.is_damaged:
            raise RowRefused(row.number, "", DamagedText())
        if row.surplus:
            raise RowRefused(row.number, "", SurplusCells(cells=len(row.surplus)))
        content = RowContent(row.number, self._bound.role(texts))
        if content.role is RowRole.SKIP:
            return content
        mails: dict[str, dict[str, Value]] = {"contact_mail": {}, "contact_other": {}}
        self._sort(content, texts, mails)
        self._join_names(content.person)
        keep_mail_addresses(content.person, mails.values())
        take_only_address(content.site, content.delivery)
        self._check(content)
        self._keep_with_company(content)
        return content

    def _sort(self, content: RowContent, texts: Mapping[str, str], mails: Mapping[str, dict[str, Value]]) -> None:
        """Put every text where it belongs."""
        groups = {
            "company": content.company,
            "site": content.site,
            "contact": content.person,
            "delivery": content.delivery,
            **mails,
        }
        for key, text in texts.items():
            entry = self._entries.get(key)
            if entry is None:
                continue
            into = groups.get(entry.group)
            if into is not None:
                value = tidy(text) if entry.longest else ""
                if 0 < len(value) <= entry.longest:
                    into[entry.column] = value
                elif entry.is_listed and (meaning := self._meanings.get((key, text))) is not None:
                    into[entry.column] = meaning
                else:
                    self._take(content, entry, text, into)
            elif entry.group == "further":
                content.further[entry.column] = text
            elif entry.group == "parent":
                content.parent[entry.column] = normalise_credit_code(text) if entry.is_checked else tidy(text)
            elif entry.column == "id":
                content.row_id = text
            elif entry.column == "parent_id":
                content.parent_row_id = text

    def _take(self, content: RowContent, entry: _Entry, text: str, into: dict[str, Value]) -> None:
        column = entry.column
        try:
            value = self._value(entry, text, content)
        except FieldTooLong as error:
            if entry.item.key in _NEVER_CUT:
                raise RowRefused(content.number, entry.item.label, error) from error
            self._keep_in_note(entry.item, text, into)
            return
        except CrmError as error:
            raise RowRefused(content.number, entry.item.label, error) from error
        if value is None:
            if entry.is_listed:
                self._keep_in_note(entry.item, text, into)
            return
        if column == "note":
            self._add_note(into, str(value))
        else:
            into[column] = value

    def _value(self, entry: _Entry, text: str, content: RowContent) -> Value:
        """Return a field's stored value; None when the text is not in the list it should come from."""
        if entry.is_listed:
            if len(self._meanings) >= _MOST_LISTED:
                self._meanings.clear()
            meaning = self._meanings[entry.item.key, text] = self._listed(entry.item, text)
            return meaning
        if entry.item.value is ValueKind.BOOLEAN:
            return int(text.strip().lower() in _TRUE)
        if entry.is_checked:
            text = self._checked(entry.item, text, content)
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
            case _:
                return self._known.term(item.key.partition(".")[2], text, self._bound.mapping.path_separator)

    def _checked(self, item: Field, text: str, content: RowContent) -> str:
        """Count what the rules have to remark; nothing is refused for it (`facts.md` §6)."""
        country = str(content.site.get("country") or content.company.get("country") or "CN")
        if item.value is ValueKind.CREDIT_CODE:
            text = normalise_credit_code(text)
            remark = check_company_number(text, country)
        else:
            remark = check_phone(text, country)
            text = written_phones(text, country) if remark is None else text
        if remark is not None:
            self.warnings[remark.template] += 1
        return text

    def _keep_in_note(self, item: Field, text: str, into: dict[str, Value]) -> None:
        """Put a value that fits no list into the record's note, so that it is not lost."""
        self._add_note(into, f"{item.label}: {tidy(text)}")
        self.warnings[_KEPT] += 1

    def _keep_with_company(self, content: RowContent) -> None:
        """Give the company what its row says of a place that has no address and gets no record: phone, mail, note."""
        if content.role in _ABOUT_A_PLACE or content.names_site:
            return
        for column, value in content.site.items():
            if field_info(RecordKind.COMPANY, column) is not None and column != "note":
                content.company.setdefault(column, value)
            elif column == "note":
                self._add_note(content.company, str(value))
            else:
                self._add_note(content.company, f"{FIELDS[f'site.{column}'].label}: {value}")

    @staticmethod
    def _add_note(into: dict[str, Value], line: str) -> None:
        into["note"] = f"{into['note']}\n{line}" if into.get("note") else line

    def _join_names(self, person: dict[str, Value]) -> None:
        family, given = person.pop("family_name", None), person.pop("given_name", None)
        if not person.get("name") and (family or given):
            parts = [str(part) for part in (given, family) if part]
            person["name"] = "".join(reversed(parts)) if all(not part.isascii() for part in parts) else " ".join(parts)

    def _check(self, content: RowContent) -> None:
        named = content.company.keys() & {"legal_name", "short_name", "code", "credit_code"}
        if not named and not content.parent and not content.row_id and not content.parent_row_id:
            raise RowRefused(content.number, FIELDS["company.legal_name"].label, NobodyNamed())


_KEPT: Final = _T("remarks", "A value that fits no list, or is too long for its field, was kept in the note.")


def _info(item: Field) -> FieldInfo | None:
    kind = _GROUP_KINDS.get(item.group)
    column = item.key.partition(".")[2]
    if kind is None:
        return None
    info = field_info(kind, column)
    if info is None and kind is RecordKind.CONTACT:
        info = field_info(RecordKind.POSITION, column)
    return info
