"""Rows of the store as the index and its hits see them: what can be found of a company, a site, a contact, a lead, and how it is kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.search_match import Field, SearchField
from crmdesk.models.search_text import Searchable
from crmdesk.storage.search.schema import record_of

CHUNK: Final = 500
"""Rows read, and ids bound, at a time."""

# members of an enum are looked up by a call each, and a search reads the fields of hundreds of records
_NAME, _SHORT_NAME, _CODE, _CONTEXT = SearchField.NAME, SearchField.SHORT_NAME, SearchField.CODE, SearchField.CONTEXT
_NUMBER, _REGISTRATION, _PLACE = SearchField.NUMBER, SearchField.REGISTRATION, SearchField.PLACE
_CONTACT_KIND: Final = RecordKind.CONTACT
_SEPARATOR: Final = "\x1f"
_PARTS: Final = 14
"""Texts of a record the index keeps."""

_COMPANY: Final = """
SELECT n, id, deleted_at IS NULL AND merged_into IS NULL, legal_name, short_name, code, phone, credit_code, invoice_address, parent_id, kind
FROM company WHERE {where}"""

_SITE: Final = """
SELECT s.n, s.id, s.deleted_at IS NULL AND s.merged_into IS NULL, s.name, s.code, s.phone, s.credit_code,
  s.province, s.city, s.district, s.street, s.address_text, s.email, s.company_id, coalesce(nullif(c.short_name,''),c.legal_name,''), s.place_kind
FROM site s LEFT JOIN company c ON c.id=s.company_id WHERE {where}"""

_CONTACT: Final = """
SELECT t.n, t.id, t.deleted_at IS NULL AND t.merged_into IS NULL, t.name, t.mobile, t.phone, t.email, s.name, s.company_id, s.id, coalesce(nullif(c.short_name,''),c.legal_name,''), p.title
FROM contact t
LEFT JOIN position p ON p.n=(SELECT q.n FROM position q WHERE q.contact_id=t.id AND q.deleted_at IS NULL AND q.ended_on IS NULL
                             ORDER BY q.is_main DESC, q.n LIMIT 1)
LEFT JOIN site s ON s.id=p.site_id
LEFT JOIN company c ON c.id=s.company_id WHERE {where}"""

_LEAD: Final = """
SELECT n, id, deleted_at IS NULL AND merged_into IS NULL, company_name, person, mobile, phone, credit_code,
  province, city, district, street, address_text, email
FROM lead WHERE {where}"""

_SELECTS: Final = {
    RecordKind.COMPANY: (_COMPANY, ""),
    RecordKind.SITE: (_SITE, "s."),
    RecordKind.CONTACT: (_CONTACT, "t."),
    RecordKind.LEAD: (_LEAD, ""),
}
_PERSON: Final = "person"
"""Label of a lead that names a person and no company."""


class Record(NamedTuple):
    """One row, as far as searching goes.

    Attributes:
        n: its row number. is_alive: neither deleted nor merged away.
        name: legal name, site name or person; of a lead its company, else its person.
        numbers: phones, mobile first.
        address: of a site or lead in one line, of a company its invoice address, empty for a contact.
        company_id: the company it hangs under: of a company its parent, of a contact that of the site.
        site_id: where a contact works.
        context: names found together with this one: company of a site; company and site of a contact; person of a lead.
        label: `CompanyKind` value, place kind, a contact's title, or of a lead whether it is called by its person.
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

    @property
    def is_person(self) -> bool:
        """Whether its name is a person's, and read as one."""
        return self.kind is RecordKind.CONTACT or (self.kind is RecordKind.LEAD and self.label == _PERSON)

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
            self.is_person,
        )

    def fields(self) -> tuple[Field, ...]:
        """Return its texts as the verification reads them, names first."""
        texts = self.names()
        texts += [Field(_NUMBER, number) for number in self.numbers]
        if self.credit_code:
            texts.append(Field(_REGISTRATION, self.credit_code))
        if self.address:
            texts.append(Field(_PLACE, self.address))
        if self.email:
            texts.append(Field(_PLACE, self.email))
        return tuple(texts)

    def names(self) -> list[Field]:
        """Return those of its `fields` that are names and codes: the first of them."""
        texts = [Field(_NAME, self.name, self.is_person)] if self.name else []
        if self.short_name:
            texts.append(Field(_SHORT_NAME, self.short_name))
        if self.code:
            texts.append(Field(_CODE, self.code))
        texts += [Field(_CONTEXT, text) for text in self.context if text not in self.name]
        return texts


def packed(record: Record) -> str:
    """Return what the index keeps of a record, for `unpacked`."""
    numbers, context = record.numbers, record.context
    line = _SEPARATOR.join(
        (
            record.id, record.name, record.short_name, record.code, record.credit_code, record.address, record.email,
            record.company_id or "", record.site_id or "", record.label,
            numbers[0] if numbers else "", numbers[1] if len(numbers) > 1 else "",
            context[0] if context else "", context[1] if len(context) > 1 else "",
        )
    )  # fmt: skip
    if line.count(_SEPARATOR) == _PARTS - 1:
        return line
    return packed(Record(*(_without_separators(value) for value in record)))


def unpacked(row: int, line: str) -> Record:
    """Return the living record that is kept as `line` in an index row."""
    id_, name, short, code, credit, address, email, company, site, label, one, two, above, below = line.split(_SEPARATOR)
    kind, n = record_of(row)
    return Record(
        kind, n, id_, True, name, short, code, ((one, two) if two else (one,)) if one else (),  # noqa: FBT003
        credit, address, email, company or None, site or None, ((above, below) if below else (above,)) if above else (), label,
    )  # fmt: skip


def _without_separators(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_without_separators, value))
    return value.replace(_SEPARATOR, " ") if isinstance(value, str) and not isinstance(value, RecordKind) else value


def read_by_id(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> Iterator[Record]:
    """Yield the records with these ids, in no order; at most `CHUNK` ids."""
    return _read(connection, kind, f"{{}}id IN ({','.join('?' * len(ids))})", tuple(ids))


def read_living(connection: Connection, kind: RecordKind, ids: Sequence[str]) -> Iterator[Record]:
    """Yield those records with these ids that are neither deleted nor merged away, in no order; at most `CHUNK` ids."""
    marks = ",".join("?" * len(ids))
    return _read(connection, kind, f"{{0}}id IN ({marks}) AND {{0}}deleted_at IS NULL AND {{0}}merged_into IS NULL", tuple(ids))


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
    rows = connection.exec_driver_sql(select.format(where=where.format(alias)), values).all()
    return map(_MAKERS[kind], rows)


def _company(row: Any) -> Record:
    n, id_, alive, name, short, code, phone, credit, address, above, label = row
    return Record(
        RecordKind.COMPANY, n, id_, bool(alive), name, short or "", code or "", (phone,) if phone else (),
        credit or "", address or "", "", above, None, (), label or "",
    )  # fmt: skip


def _site(row: Any) -> Record:
    n, id_, alive, name, code, phone, credit, province, city, district, street, typed, email, above, company, label = row
    return Record(
        RecordKind.SITE, n, id_, bool(alive), name, "", code or "", (phone,) if phone else (),
        credit or "", _one_line((province, city, district), typed or street or "", street or ""), email or "",
        above, None, (company,) if company else (), label or "",
    )  # fmt: skip


def _contact(row: Any) -> Record:
    n, id_, alive, name, mobile, phone, email, site, company_id, above, company, label = row
    return Record(
        RecordKind.CONTACT, n, id_, bool(alive), name, "", "", tuple(number for number in (mobile, phone) if number),
        "", "", email or "", company_id, above, tuple(text for text in (company, site) if text), label or "",
    )  # fmt: skip


def _lead(row: Any) -> Record:
    n, id_, alive, company, person, mobile, phone, credit, province, city, district, street, typed, email = row
    return Record(
        RecordKind.LEAD, n, id_, bool(alive), company or person or "", "", "", tuple(number for number in (mobile, phone) if number),
        credit or "", _one_line((province, city, district), typed or street or "", street or ""), email or "",
        None, None, (person,) if company and person else (), "" if company else _PERSON,
    )  # fmt: skip


_MAKERS: Final[dict[RecordKind, Callable[[Any], Record]]] = {
    RecordKind.COMPANY: _company,
    RecordKind.SITE: _site,
    RecordKind.CONTACT: _contact,
    RecordKind.LEAD: _lead,
}


def _one_line(above: Sequence[str | None], line: str, street: str) -> str:
    """Join the parts of an address before the street or the text as typed, each only where neither holds it."""
    parts = dict.fromkeys(part for part in above if part and part not in line and part not in street)
    return ("" if not line.isascii() else " ").join([*parts, line]) if parts else line
