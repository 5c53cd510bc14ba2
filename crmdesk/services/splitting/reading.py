"""Reading what a split looks at, for a batch of accounts at once: their addresses, all that hangs on them, the people concerned."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import AddressUse
from crmdesk.models.hanging import Hanging, hanging_on
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress, address_lines
from crmdesk.services.splitting.premises_index import PremisesIndex
from crmdesk.storage.derived import chunks

PLACES_CONTACT: Final = "position"
"""The table that says where a person works."""

_SITE: Final = """s.id, s.name, s.code, s.company_id, coalesce(nullif(c.short_name,''), c.legal_name) company, c.code company_code,
  s.country, s.province, s.city, s.district, s.street, s.postcode, s.address_text, s.premises_key"""
_USES: Final = frozenset(use.value for use in AddressUse)
_DETAIL: Final = 300
"""Characters of a text that a plan carries along."""


@dataclass(slots=True)
class RawChild:
    """A row that hangs on an account, as stored."""

    hanging: Hanging
    id: str
    name: str
    addresses: tuple[KnownAddress, ...]
    texts: str
    contact: str | None
    day: date | None


@dataclass(slots=True)
class RawAccount:
    """A site as stored, with all that hangs on it."""

    row: Mapping[str, Any]
    children: list[RawChild] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The site's id."""
        return str(self.row["id"])

    def own_addresses(self) -> tuple[KnownAddress, ...]:
        """Return the account's own address, and the further ones its field holds."""
        row = self.row
        columns = {name: row[name] or None for name in ("country", "province", "city", "district")}
        found: list[KnownAddress] = []
        seen: set[str] = set()
        for text in (row["street"], row["address_text"]):
            for line, label in address_lines(text or ""):
                is_first = not found
                if line in seen or (found and text is row["address_text"] and len(address_lines(text)) < 2):
                    continue
                seen.add(line)
                given: dict[str, Any] = columns if is_first else {"country": columns["country"]}
                origin = AddressOrigin.OWN if is_first else AddressOrigin.OWN_LINE
                found.append(KnownAddress(line, origin, hint=label, postcode=row["postcode"] if is_first else None, **given))
        return tuple(found)


def read_accounts(connection: Connection, sites: Sequence[str]) -> list[RawAccount]:
    """Return living sites with all that hangs on them, in the order asked for."""
    found: dict[str, RawAccount] = {}
    for part in chunks(sites):
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"SELECT {_SITE} FROM site s JOIN company c ON c.id=s.company_id WHERE s.id IN ({marks}) AND s.deleted_at IS NULL",
            tuple(part),
        ).mappings()
        found.update((row["id"], RawAccount(dict(row))) for row in rows)
        for hanging in hanging_on("site"):
            for owner, child in _children(connection, hanging, part):
                if owner in found:
                    found[owner].children.append(child)
    return [found[site] for site in sites if site in found]


def _children(connection: Connection, hanging: Hanging, sites: Sequence[str]) -> list[tuple[str, RawChild]]:
    texts = hanging.texts
    use = ("use",) if hanging.address and hanging.table == "extra_address" else ()
    columns = [
        f"r.{hanging.column}",
        "r.id",
        hanging.name,
        f"r.{hanging.contact}" if hanging.contact else "NULL",
        f"r.{hanging.day}" if hanging.day else "NULL",
        *(f"r.{column}" for column in (*hanging.address, *texts, *use)),
    ]
    marks = ",".join("?" * len(sites))
    rows = connection.exec_driver_sql(
        f"SELECT {','.join(columns)} FROM {hanging.table} r WHERE r.{hanging.column} IN ({marks}) AND r.deleted_at IS NULL ORDER BY r.n",
        tuple(sites),
    ).all()
    found = []
    at = 5 + len(hanging.address)
    for row in rows:
        words = "\n".join(str(text) for text in row[at : at + len(texts)] if text)
        values = dict(zip(hanging.address, row[5:at], strict=True))
        addresses = _own(hanging, str(row[1]), values, row[-1] if use else None, words) if hanging.address else ()
        found.append((str(row[0]), RawChild(hanging, str(row[1]), str(row[2] or ""), addresses, words, row[3], _day(row[4]))))
    return found


def _own(hanging: Hanging, row_id: str, values: Mapping[str, Any], use: str | None, words: str) -> tuple[KnownAddress, ...]:
    """Return a row's own addresses: its columns, or the lines of its text."""
    meant = AddressUse(use) if use in _USES else None
    columns = {name: values.get(name) or None for name in ("country", "province", "city", "district", "postcode")}
    lines = address_lines(values.get("street") or values.get("address_text") or "")
    return tuple(
        KnownAddress(
            line,
            AddressOrigin.EXTRA,
            (hanging.table, row_id),
            use=meant,
            hint=" ".join(part for part in (label, words) if part),
            **(columns if number == 0 else {}),
        )
        for number, (line, label) in enumerate(lines)
    )


def _day(value: Any) -> date | None:
    if value is None:
        return None
    with suppress(ValueError):
        return date.fromisoformat(str(value)[:10])
    return None


@dataclass(frozen=True, slots=True)
class Person:
    """A contact: what he is called, where his mail goes."""

    name: str
    addresses: tuple[KnownAddress, ...]


def read_people(connection: Connection, ids: Sequence[str]) -> dict[str, Person]:
    """Return living contacts by id."""
    found = {}
    for part in chunks(ids):
        marks = ",".join("?" * len(part))
        for contact, name, text in connection.exec_driver_sql(
            f"SELECT id, name, address_text FROM contact WHERE id IN ({marks}) AND deleted_at IS NULL", tuple(part)
        ):
            lines = address_lines(text or "")
            addresses = (KnownAddress(line, AddressOrigin.CONTACT, ("contact", contact), hint=label) for line, label in lines)
            found[contact] = Person(name, tuple(addresses))
    return found


@dataclass(slots=True)
class Neighbours:
    """What a company has already: its sites (id, name, code, address) by their premises, and their names."""

    premises: PremisesIndex[tuple[str, str, str | None, str]] = field(default_factory=PremisesIndex)
    names: set[str] = field(default_factory=set)


def read_neighbours(connection: Connection, companies: Sequence[str]) -> dict[str, Neighbours]:
    """Return company → its living sites."""
    found: dict[str, Neighbours] = defaultdict(Neighbours)
    for part in chunks(companies):
        marks = ",".join("?" * len(part))
        rows = connection.exec_driver_sql(
            f"""SELECT company_id, id, name, code, premises_key, coalesce(nullif(address_text,''), concat(province, city, district, street))
                FROM site WHERE company_id IN ({marks}) AND deleted_at IS NULL""",
            tuple(part),
        )
        for company, site, name, code, key, address in rows:
            found[company].names.add(name)
            if key:
                found[company].premises.add(key, (site, name, code, address))
    return found


def living_place_kinds(connection: Connection) -> frozenset[str]:
    """Return the codes of the kinds of place in use."""
    rows = connection.exec_driver_sql("SELECT code FROM term WHERE taxonomy='place_kind' AND deleted_at IS NULL")
    return frozenset(rows.scalars())


def codes_of_family(connection: Connection, family: str) -> set[str]:
    """Return the codes in use that begin with a company's code and a dash, and that code itself."""
    found: set[str] = set()
    for table in ("site", "company"):
        rows = connection.exec_driver_sql(
            f"SELECT code FROM {table} WHERE deleted_at IS NULL AND code IS NOT NULL AND (code=? OR (code>=? AND code<?))",
            (family, f"{family}-", f"{family}."),
        )
        found.update(rows.scalars())
    return found


def shortened(text: str) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _DETAIL else line[: _DETAIL - 1] + "…"
