"""One row of a file as values of a company, a site and a person, in stored form; a row that cannot be stored says why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.fields import FIELDS, Subject
from crmdesk.exchange.importing.field_reader import FieldReader, add_note, join_names, refuse_unreadable
from crmdesk.exchange.importing.further_addresses import keep_mail_addresses, take_only_address
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.refusals import NobodyNamed, RowRefused
from crmdesk.exchange.mapping import BoundMapping, RowRole
from crmdesk.exchange.table_source import Row
from crmdesk.models.identifiers import normalise_credit_code
from crmdesk.services.record_fields import field_info
from crmdesk.services.record_values import Value, tidy

_SAYS_WHERE: Final = ("province", "city", "district", "street", "address_text", "name", "code")
_ABOUT_A_PLACE: Final = frozenset({RowRole.SITE, RowRole.CONTACT})


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


class RowReader:
    """Turns rows into contents; counts what it had to remark on without refusing."""

    def __init__(self, bound: BoundMapping, known: KnownValues) -> None:
        self._bound = bound
        self._fields = FieldReader(bound, known, Subject.ACCOUNTS)

    @property
    def warnings(self) -> Counter[str]:
        """English template → how often."""
        return self._fields.warnings

    def read(self, row: Row, texts: Mapping[str, str]) -> RowContent:
        """Return the content of a row, whose filled fields are `texts`.

        Raises:
            RowRefused: a value does not fit its field, or nobody is named.
        """
        refuse_unreadable(row)
        content = RowContent(row.number, self._bound.role(texts))
        if content.role is RowRole.SKIP:
            return content
        mails: dict[str, dict[str, Value]] = {"contact_mail": {}, "contact_other": {}}
        self._sort(content, texts, mails)
        join_names(content.person)
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
        entries, where = self._fields.entries, (content.site, content.company)
        for key, text in texts.items():
            entry = entries.get(key)
            if entry is None:
                continue
            into = groups.get(entry.group)
            if into is not None:
                self._fields.put(entry, text, into, content.number, where)
            elif entry.group == "further":
                content.further[entry.column] = text
            elif entry.group == "parent":
                content.parent[entry.column] = normalise_credit_code(text) if entry.is_checked else tidy(text)
            elif entry.column == "id":
                content.row_id = text
            elif entry.column == "parent_id":
                content.parent_row_id = text

    def _keep_with_company(self, content: RowContent) -> None:
        """Give the company what its row says of a place that has no address and gets no record: phone, mail, note."""
        if content.role in _ABOUT_A_PLACE or content.names_site:
            return
        for column, value in content.site.items():
            if field_info(RecordKind.COMPANY, column) is not None and column != "note":
                content.company.setdefault(column, value)
            elif column == "note":
                add_note(content.company, str(value))
            else:
                add_note(content.company, f"{FIELDS[f'site.{column}'].label}: {value}")

    def _check(self, content: RowContent) -> None:
        named = content.company.keys() & {"legal_name", "short_name", "code", "credit_code"}
        if not named and not content.parent and not content.row_id and not content.parent_row_id:
            raise RowRefused(content.number, FIELDS["company.legal_name"].label, NobodyNamed())
