"""Rows of the store as the index and its hits see them: what can be found of a company, a site, a contact."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import Field, SearchField
from crmdesk.models.search_text import Searchable

CHUNK: Final = 500
"""Rows read, and ids bound, at a time."""

_COMPANY: Final = """
SELECT n, id, deleted_at IS NULL AND merged_into IS NULL, legal_name, short_name, code, phone, credit_code, invoice_address, '', parent_id, '', kind
FROM company WHERE {where}"""

_SITE: Final = """
SELECT s.n, s.id, s.deleted_at IS NULL AND s.merged_into IS NULL, s.name, NULL, s.code, s.phone, NULL,
  coalesce(s.province,'')||char(31)||coalesce(s.city,'')||char(31)||coalesce(s.district,'')||char(31)||coalesce(s.street,'')
  ||char(31)||coalesce(s.address_text,''), s.email, s.company_id, coalesce(nullif(c.short_name,''),c.legal_name,''), s.place_kind
FROM site s LEFT JOIN company c ON c.id=s.company_id WHERE {where}"""

_CONTACT: Final = """
SELECT t.n, t.id, t.deleted_at IS NULL AND t.merged_into IS NULL, t.name, t.mobile, s.company_id, t.phone, NULL,
  coalesce(s.name,''), t.email, s.id, coalesce(nullif(c.short_name,''),c.legal_name,''), p.title
FROM contact t
LEFT JOIN position p ON p.n=(SELECT q.n FROM position q WHERE q.contact_id=t.id AND q.deleted_at IS NULL AND q.ended_on IS NULL
                             ORDER BY q.is_main DESC, q.n LIMIT 1)
LEFT JOIN site s ON s.id=p.site_id
LEFT JOIN company c ON c.id=s.company_id WHERE {where}"""

_SELECTS: Final = {RecordKind.COMPANY: (_COMPANY, ""), RecordKind.SITE: (_SITE, "s."), RecordKind.CONTACT: (_CONTACT, "t.")}


class Record(NamedTuple):
    """One row, as far as searching goes.

    Attributes:
        n: its row number. is_alive: neither deleted nor merged away.
        name: legal name, site name or person.
        numbers: phones, mobile first.
        address: of a site in one line, of a company its invoice address, empty for a contact.
        company_id: the company it hangs under: of a company its parent, of a contact that of the site.
        site_id: where a contact works.
        context: names found together with this one: company of a site; company and site of a contact.
        label: `CompanyKind` value, place kind, or a contact's title.
    """

    kind: RecordKind
    n: int
    id: str
    is_alive: bool
    name: str
    short_name: str
    code: str
    numbers: tuple[str, ...]
    credit_code: str
    address: str
    email: str
    company_id: str | None
    site_id: str | None
    context: tuple[str, ...]
    label: str

    def searchable(self) -> Searchable:
        """Return what the index holds of it."""
        return Searchable(
            self.name,
            self.short_name,
            self.code,
            self.context,
            self.numbers,
            self.credit_code,
            (self.address, self.email),
            self.kind is RecordKind.CONTACT,
        )

    def fields(self) -> tuple[Field, ...]:
        """Return its texts as the verification reads them."""
        texts = [
            (SearchField.NAME, self.name),
            (SearchField.SHORT_NAME, self.short_name),
            (SearchField.CODE, self.code),
            *((SearchField.CONTEXT, text) for text in self.context if text not in self.name),
            *((SearchField.NUMBER, number) for number in self.numbers),
            (SearchField.REGISTRATION, self.credit_code),
            (SearchField.PLACE, self.address),
            (SearchField.PLACE, self.email),
        ]
        is_person = self.kind is RecordKind.CONTACT
        return tuple(Field(kind, text, is_person and kind is SearchField.NAME) for kind, text in texts if text)


def read_by_number(connection: Connection, kind: RecordKind, numbers: Sequence[int]) -> Iterator[Record]:
    """Yield the records with these row numbers, in no order; at most `CHUNK` numbers."""
    return _read(connection, kind, f"{{}}n IN ({','.join('?' * len(numbers))})", tuple(numbers))


def read_by_id(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> Iterator[Record]:
    """Yield the records with these ids, in no order; at most `CHUNK` ids."""
    return _read(connection, kind, f"{{}}id IN ({','.join('?' * len(ids))})", tuple(ids))


def read_after(connection: Connection, kind: RecordKind, n: int) -> Iterator[Record]:
    """Yield the next `CHUNK` living records behind row number `n`, in order of row numbers."""
    return _read(
        connection, kind, "{0}n>? AND {0}deleted_at IS NULL AND {0}merged_into IS NULL ORDER BY {0}n LIMIT ?", (n, CHUNK)
    )


def company_names(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str | None]]:
    """Return name and parent of these companies and of all above them, one statement a level."""
    found: dict[str, tuple[str, str | None]] = {}
    waiting = set(ids)
    while waiting:
        part = sorted(waiting)[:CHUNK]
        rows = connection.exec_driver_sql(
            f"SELECT id, coalesce(nullif(short_name,''),legal_name), parent_id FROM company WHERE id IN ({','.join('?' * len(part))})",
            tuple(part),
        )
        found |= {row[0]: (row[1], row[2]) for row in rows}
        waiting -= set(part)
        waiting |= {
            parent for company in part if (parent := found.get(company, ("", None))[1]) is not None and parent not in found
        }
    return found


def _read(connection: Connection, kind: RecordKind, where: str, values: tuple[Any, ...]) -> Iterator[Record]:
    select, alias = _SELECTS[kind]
    rows: Iterable[Any] = connection.exec_driver_sql(select.format(where=where.format(alias)), values)
    make = {RecordKind.COMPANY: _company, RecordKind.SITE: _site, RecordKind.CONTACT: _contact}[kind]
    return map(make, rows)


def _company(row: Any) -> Record:
    n, id_, alive, name, short, code, phone, credit, address, _, above, _, label = row
    return Record(
        RecordKind.COMPANY, n, id_, bool(alive), name, short or "", code or "", (phone,) if phone else (),
        credit or "", address or "", "", above, None, (), label or "",
    )  # fmt: skip


def _site(row: Any) -> Record:
    n, id_, alive, name, _, code, phone, _, address, email, above, company, label = row
    return Record(
        RecordKind.SITE, n, id_, bool(alive), name, "", code or "", (phone,) if phone else (),
        "", _one_line(address), email or "", above, None, (company,) if company else (), label or "",
    )  # fmt: skip


def _contact(row: Any) -> Record:
    n, id_, alive, name, mobile, company_id, phone, _, site, email, above, company, label = row
    return Record(
        RecordKind.CONTACT, n, id_, bool(alive), name, "", "", tuple(number for number in (mobile, phone) if number),
        "", "", email or "", company_id, above, tuple(text for text in (company, site) if text), label or "",
    )  # fmt: skip


def _one_line(packed: str) -> str:
    """Join the parts of an address before the text as typed, each only where the text does not hold it."""
    province, city, district, street, typed = packed.split("\x1f")
    parts = [part for part in (province, city, district) if part and part not in typed and part not in street]
    line = typed or street
    return ("" if not line.isascii() else " ").join([*dict.fromkeys(parts), line]) if parts else line
