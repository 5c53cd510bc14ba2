"""A store at its first connection: its own records that no centre has seen (`rv` 0) beside those that came from the centre."""

import json
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.vocabulary import ActionKind, RecordKind

KINDS: Final = (RecordKind.COMPANY, RecordKind.SITE)
MATCHED_KINDS: Final = (*KINDS, RecordKind.CONTACT)
"""Kinds of which pairs are looked at, in the order in which they become one: people after the sites they work at."""
_LIVING: Final = "{0}.deleted_at IS NULL AND {0}.merged_into IS NULL"
_MINE: Final = "m.rv=0 AND " + _LIVING.format("m")
_THEIRS: Final = "t.rv>0 AND " + _LIVING.format("t")
_SET_UP: Final = f"""outcome IS NULL AND batch_no IS NULL AND tbl='{RecordKind.TERM.value}' AND kind='ins'
  AND seq BETWEEN (SELECT min(first_seq) FROM change_tx WHERE action='{ActionKind.SETUP.value}')
  AND (SELECT max(last_seq) FROM change_tx WHERE action='{ActionKind.SETUP.value}')"""
_NAMED: Final = {
    RecordKind.COMPANY: ("r.legal_name", "r.code", ""),
    RecordKind.SITE: ("r.name||coalesce(' – '||c.legal_name,'')", "r.code", "LEFT JOIN company c ON c.id=r.company_id"),
    RecordKind.CONTACT: (
        """r.name||coalesce(' – '||(SELECT s.name FROM position p JOIN site s ON s.id=p.site_id
             WHERE p.contact_id=r.id AND p.deleted_at IS NULL ORDER BY p.is_main DESC, p.n LIMIT 1),'')""",
        "NULL",
        "",
    ),
}
"""Kind → name, code and join of `named`."""
_NAMES: Final = {RecordKind.COMPANY: "legal_name", RecordKind.SITE: "name"}


class Named(NamedTuple):
    """A record with its name, code and whether it came from the centre."""

    id: str
    name: str
    code: str
    is_living: bool


Contact = tuple[str, str, str | None, str | None, str | None]
"""Id, name, mobile, phone and e-mail."""


class TwoPeople(NamedTuple):
    """A contact of this store's own and one of the centre's who work at one site."""

    mine: Contact
    theirs: Contact


class CodeTaken(NamedTuple):
    """A code that a record of this store shares with another one of the centre."""

    code: str
    kind: str
    id: str
    name: str
    other_kind: str
    other_id: str
    other_name: str


def has_own_records(connection: Connection) -> bool:
    """Say whether there are living companies or sites that were never at the centre."""
    return any(
        connection.exec_driver_sql(f"SELECT 1 FROM {kind.value} m WHERE {_MINE} LIMIT 1").first() is not None for kind in KINDS
    )


def own_numbers(connection: Connection, kind: RecordKind) -> frozenset[int]:
    """Return the row numbers of the living records that were never at the centre."""
    return frozenset(connection.exec_driver_sql(f"SELECT m.n FROM {kind.value} m WHERE {_MINE}").scalars())


def same_value(connection: Connection, kind: RecordKind, column: str) -> list[tuple[str, str]]:
    """Return (own id, the centre's id) of living records of one kind with the same filled value in a column."""
    rows = connection.exec_driver_sql(
        f"""SELECT m.id, t.id FROM {kind.value} m JOIN {kind.value} t ON t.{column}=m.{column}
            WHERE {_MINE} AND {_THEIRS} AND m.{column}<>'' ORDER BY m.n, t.n"""
    )
    return [(row[0], row[1]) for row in rows]


def same_premises(connection: Connection, companies: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return (own id, the centre's id) of sites at one exact address, of companies that are one: pairs (own, the centre's)."""
    rows = connection.exec_driver_sql(
        f"""SELECT m.id, t.id FROM json_each(?) c JOIN site m ON m.company_id=json_extract(c.value,'$[0]')
            JOIN site t ON t.company_id=json_extract(c.value,'$[1]') AND t.premises_key=m.premises_key
            WHERE {_MINE} AND {_THEIRS} AND m.premises_key NOT LIKE '~%' ORDER BY m.n, t.n""",
        (json.dumps(sorted(set(companies))),),
    )
    return [(row[0], row[1]) for row in rows]


def people_at_merged_sites(connection: Connection) -> list[TwoPeople]:
    """Return own and the centre's contacts who both work, or worked, at a site that an own one was merged into."""
    rows = connection.exec_driver_sql(
        f"""SELECT DISTINCT m.id, m.name, m.mobile, m.phone, m.email, t.id, t.name, t.mobile, t.phone, t.email
            FROM (SELECT DISTINCT merged_into id FROM site WHERE merged_into IS NOT NULL AND rv=0) s
            JOIN position mp ON mp.site_id=s.id AND mp.deleted_at IS NULL JOIN contact m ON m.id=mp.contact_id
            JOIN position tp ON tp.site_id=s.id AND tp.deleted_at IS NULL JOIN contact t ON t.id=tp.contact_id
            WHERE {_MINE} AND {_THEIRS} ORDER BY m.n, t.n"""
    )
    return [TwoPeople((row[0], row[1], row[2], row[3], row[4]), (row[5], row[6], row[7], row[8], row[9])) for row in rows]


def person(connection: Connection, id_: str) -> Contact | None:
    """Return a living contact, None where it is gone."""
    row = connection.exec_driver_sql(
        f"SELECT m.id, m.name, m.mobile, m.phone, m.email FROM contact m WHERE m.id=? AND {_LIVING.format('m')}", (id_,)
    ).first()
    return None if row is None else (row[0], row[1], row[2], row[3], row[4])


def ids_of(connection: Connection, kind: RecordKind, numbers: Iterable[int]) -> dict[int, str]:
    """Return row number → id."""
    rows = connection.exec_driver_sql(
        f"SELECT n, id FROM {kind.value} WHERE n IN (SELECT value FROM json_each(?))", (json.dumps(sorted(set(numbers))),)
    )
    return {row[0]: row[1] for row in rows}


def named(connection: Connection, kind: RecordKind, ids: Iterable[str]) -> dict[str, Named]:
    """Return id → name and code; behind a site's name stands its company's, behind a person's the site's."""
    name, code, join = _NAMED[kind]
    rows = connection.exec_driver_sql(
        f"""SELECT r.id, {name}, coalesce({code},''), r.deleted_at IS NULL AND r.merged_into IS NULL FROM {kind.value} r {join}
            WHERE r.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(sorted(set(ids))),),
    )
    return {row[0]: Named(row[0], row[1], row[2], bool(row[3])) for row in rows}


def parted(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return the pairs of ids, in order, of which a person said that they are two."""
    rows = connection.exec_driver_sql("SELECT left_id, right_id FROM pair_verdict WHERE deleted_at IS NULL")
    return frozenset((row[0], row[1]) for row in rows)


def codes_taken(connection: Connection, limit: int) -> list[CodeTaken]:
    """Return own records whose code another living record of the centre has, company or site alike."""
    found: list[CodeTaken] = []
    for kind in KINDS:
        for other in KINDS:
            rows = connection.exec_driver_sql(
                f"""SELECT m.code, '{kind.value}', m.id, m.{_NAMES[kind]}, '{other.value}', t.id, t.{_NAMES[other]}
                    FROM {kind.value} m JOIN {other.value} t ON t.code=m.code
                    WHERE {_MINE} AND {_THEIRS} AND m.code<>'' ORDER BY m.n LIMIT ?""",
                (limit - len(found),),
            )
            found += [CodeTaken(*row) for row in rows]
    return found


def forget_taken_codes_of_merged(connection: Connection, at: str) -> int:
    """Let records that were merged into the centre's before they were ever sent leave codes out that a living record there has.

    They are sent as what they are, records that gave way; with their codes they would be asked about as taken. The rows keep
    theirs, so that they go on finding the record here. Return how many records were concerned.
    """
    concerned: set[str] = set()
    for kind in KINDS:
        for column, tables in (("code", KINDS), ("credit_code", (kind,))):
            there = " OR ".join(
                f"EXISTS(SELECT 1 FROM {table.value} t WHERE t.{column}=m.{column} AND {_THEIRS})" for table in tables
            )
            rows = connection.exec_driver_sql(
                f"SELECT m.id FROM {kind.value} m WHERE m.rv=0 AND m.merged_into IS NOT NULL AND m.{column}<>'' AND ({there})"
            )
            ids = list(rows.scalars())
            concerned.update(ids)
            _leave_out(connection, kind, column, ids, at)
    return len(concerned)


def forget_merges_taken_back(connection: Connection, at: str) -> int:
    """Let merges that were undone before anything was sent stay unsent, with the code an own record came back without.

    The centre would take what was done to the record between merge and undo for changes of the one it was merged into. Return how many
    records were concerned.
    """
    concerned = 0
    for kind in MATCHED_KINDS:
        ids = list(
            connection.exec_driver_sql(
                f"""SELECT m.id FROM {kind.value} m WHERE {_MINE} AND EXISTS(SELECT 1 FROM sync_op o
                      WHERE o.pk=m.id AND o.tbl=? AND o.kind='merge' AND o.outcome IS NULL AND o.batch_no IS NULL)""",
                (kind.value,),
            ).scalars()
        )
        concerned += len(ids)
        connection.exec_driver_sql(
            """UPDATE sync_op SET outcome='same', settled_at=? WHERE tbl=? AND pk IN (SELECT value FROM json_each(?))
                 AND kind IN ('merge','del') AND outcome IS NULL AND batch_no IS NULL""",
            (at, kind.value, json.dumps(ids)),
        )
        if kind not in KINDS:
            continue
        bare = connection.exec_driver_sql(
            f"SELECT id FROM {kind.value} WHERE code IS NULL AND id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        _leave_out(connection, kind, "code", list(bare.scalars()), at)
    return concerned


def has_unsent_set_up(connection: Connection) -> bool:
    """Say whether what a new store is filled with would still be sent."""
    return connection.exec_driver_sql(f"SELECT 1 FROM sync_op WHERE {_SET_UP} LIMIT 1").first() is not None


def keep_set_up_here(connection: Connection, at: str) -> None:
    """Let the classifications a new store is filled with stay unsent: every program brings the same ones along, under the same ids."""
    connection.exec_driver_sql(f"UPDATE sync_op SET outcome='same', settled_at=? WHERE {_SET_UP}", (at,))


def _leave_out(connection: Connection, kind: RecordKind, column: str, ids: list[str], at: str) -> None:
    values: tuple[Any, ...] = (kind.value, json.dumps(ids))
    unsent = "tbl=? AND pk IN (SELECT value FROM json_each(?)) AND outcome IS NULL AND batch_no IS NULL"
    connection.exec_driver_sql(f"UPDATE sync_op SET new=json_remove(new,'$.{column}') WHERE {unsent} AND kind='ins'", values)
    connection.exec_driver_sql(
        f"UPDATE sync_op SET outcome='same', settled_at=? WHERE {unsent} AND kind='set' AND fld='{column}'", (at, *values)
    )
