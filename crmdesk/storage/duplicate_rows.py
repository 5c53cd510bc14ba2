"""Companies and sites as a search for duplicates reads them, by row numbers, a few thousand at a time."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import Candidate
from crmdesk.storage.derived import CHUNK

_COMPANY: Final = """
SELECT c.n, c.id, c.legal_name, c.short_name, c.credit_code, c.phone, c.invoice_phone, c.invoice_address, c.country, c.code
FROM company c WHERE {where}"""

_SITE: Final = """
SELECT s.n, s.id, s.name, s.credit_code, s.phone, s.address_text, s.province, s.city, s.district, s.street, s.country,
  s.company_id, c.legal_name, s.premises_key, s.code, c.credit_code
FROM site s LEFT JOIN company c ON c.id=s.company_id WHERE {where}"""

_LIVING: Final = "{0}.deleted_at IS NULL AND {0}.merged_into IS NULL"


class ComparedRow(NamedTuple):
    """A record to be compared: its row number, id, code and what is known of it.

    Attributes:
        own_place: of a site company and premises in one text, empty when one is not known. company_code: its company's credit code.
    """

    n: int
    id: str
    code: str
    candidate: Candidate
    own_place: str
    company_code: str = ""


def living_after(connection: Connection, kind: RecordKind, n: int, count: int) -> list[ComparedRow]:
    """Return the next `count` living records behind row number `n`, in order of row numbers."""
    alias = _alias(kind)
    where = f"{alias}.n>? AND {_LIVING.format(alias)} ORDER BY {alias}.n LIMIT ?"
    return list(_read(connection, kind, where, (n, count)))


def living_in(connection: Connection, kind: RecordKind, numbers: Iterable[int]) -> list[ComparedRow]:
    """Return those of the records with these row numbers that live, in no order."""
    return _living_with(connection, kind, "n", sorted(numbers))


def living_with_ids(connection: Connection, kind: RecordKind, ids: Iterable[str]) -> list[ComparedRow]:
    """Return those of the records with these ids that live, in no order."""
    return _living_with(connection, kind, "id", sorted(ids))


def count_of(connection: Connection, kind: RecordKind) -> int:
    """Return how many living records there are."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {kind.value} WHERE deleted_at IS NULL").scalar_one())


def numbers_under(connection: Connection, kind: RecordKind, company_id: str) -> frozenset[int]:
    """Return the row numbers of the living records of a kind in the subtree of a company, itself included."""
    column = "id" if kind is RecordKind.COMPANY else "company_id"
    rows = connection.exec_driver_sql(
        f"""WITH RECURSIVE down(id) AS (SELECT ? UNION
              SELECT c.id FROM company c JOIN down ON c.parent_id=down.id WHERE c.deleted_at IS NULL)
            SELECT r.n FROM {kind.value} r JOIN down ON r.{column}=down.id WHERE r.deleted_at IS NULL""",
        (company_id,),
    )
    return frozenset(rows.scalars())


def parted_pairs(connection: Connection, kind: RecordKind) -> frozenset[tuple[int, int]]:
    """Return the pairs of row numbers, the smaller left, of which a person said that they are two."""
    rows = connection.exec_driver_sql(
        f"""SELECT min(l.n,r.n), max(l.n,r.n) FROM pair_verdict v
            JOIN {kind.value} l ON l.id=v.left_id JOIN {kind.value} r ON r.id=v.right_id
            WHERE v.record_kind=? AND v.deleted_at IS NULL""",
        (kind.value,),
    )
    return frozenset((row[0], row[1]) for row in rows)


def parted_among(connection: Connection, kind: RecordKind, numbers: Iterable[int]) -> frozenset[tuple[int, int]]:
    """Return those of the parted pairs of which the record left in the verdict is among these."""
    found: set[tuple[int, int]] = set()
    wanted = sorted(numbers)
    for start in range(0, len(wanted), CHUNK):
        part = tuple(wanted[start : start + CHUNK])
        rows = connection.exec_driver_sql(
            f"""SELECT min(l.n,r.n), max(l.n,r.n) FROM {kind.value} l JOIN pair_verdict v ON v.left_id=l.id AND v.deleted_at IS NULL
                JOIN {kind.value} r ON r.id=v.right_id WHERE l.n IN ({",".join("?" * len(part))})""",
            part,
        )
        found.update((row[0], row[1]) for row in rows)
    return frozenset(found)


def _alias(kind: RecordKind) -> str:
    return "c" if kind is RecordKind.COMPANY else "s"


def _living_with(connection: Connection, kind: RecordKind, column: str, wanted: Sequence[Any]) -> list[ComparedRow]:
    alias = _alias(kind)
    found: list[ComparedRow] = []
    for start in range(0, len(wanted), CHUNK):
        part = tuple(wanted[start : start + CHUNK])
        found += _read(connection, kind, f"{alias}.{column} IN ({','.join('?' * len(part))}) AND {_LIVING.format(alias)}", part)
    return found


def _read(connection: Connection, kind: RecordKind, where: str, values: Sequence[Any]) -> Iterator[ComparedRow]:
    select, make = (_COMPANY, _company) if kind is RecordKind.COMPANY else (_SITE, _site)
    return map(make, connection.exec_driver_sql(select.format(where=where), tuple(values)))


def _company(row: Any) -> ComparedRow:
    n, id_, name, short, credit, phone, other_phone, address, country, code = row
    candidate = Candidate(
        name=name or "",
        short_name=short or "",
        credit_code=credit or "",
        phones=tuple(filter(None, (phone, other_phone))),
        address=address or "",
        country=country or "",
    )
    return ComparedRow(n, id_, code or "", candidate, "")


def _site(row: Any) -> ComparedRow:
    (
        n,
        id_,
        name,
        credit,
        phone,
        typed,
        province,
        city,
        district,
        street,
        country,
        company,
        company_name,
        premises,
        code,
        its_code,
    ) = row
    candidate = Candidate(
        name=name or "",
        kind=RecordKind.SITE,
        company_name=company_name or "",
        credit_code=credit or "",
        phones=(phone,) if phone else (),
        address=typed or "",
        province=province or "",
        city=city or "",
        district=district or "",
        street=street or "",
        country=country or "",
        company_id=company or "",
    )
    return ComparedRow(n, id_, code or "", candidate, f"{company}|{premises}" if premises else "", its_code or "")
