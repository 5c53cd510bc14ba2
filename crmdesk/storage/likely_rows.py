"""Records that may be the same as what somebody types, found through indexes only."""

from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.search.records import unpacked
from crmdesk.storage.search.schema import rows_of

_MATCHING: Final = "SELECT rowid, packed FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"


def ids_matching(connection: Connection, kind: RecordKind, expression: str, most: int) -> list[str]:
    """Return the ids of the first records of a kind that answer an expression of `models.likely_query`."""
    rows = connection.exec_driver_sql(_MATCHING, (expression, *rows_of(kind), most))
    return [unpacked(row[0], row[1]).id for row in rows]


def sites_of_people_matching(connection: Connection, expression: str, most: int) -> dict[str, str]:
    """Return site → person for the first people that answer an expression: whoever has this number works there."""
    rows = connection.exec_driver_sql(_MATCHING, (expression, *rows_of(RecordKind.CONTACT), most))
    people = [unpacked(row[0], row[1]) for row in rows]
    return {person.site_id: person.name for person in people if person.site_id is not None}


def ids_with_credit_code(connection: Connection, kind: RecordKind, code: str, most: int) -> list[str]:
    """Return the ids of living records with this credit code."""
    rows = connection.exec_driver_sql(
        f"SELECT id FROM {kind.value} WHERE credit_code=? AND deleted_at IS NULL LIMIT ?", (code, most)
    )
    return list(rows.scalars())


def sites_at(connection: Connection, company_id: str, premises_key: str, most: int) -> list[str]:
    """Return the ids of a company's living sites at these premises."""
    rows = connection.exec_driver_sql(
        "SELECT id FROM site WHERE company_id=? AND premises_key=? AND deleted_at IS NULL LIMIT ?",
        (company_id, premises_key, most),
    )
    return list(rows.scalars())


def parted_from(connection: Connection, record_id: str) -> frozenset[str]:
    """Return the ids of the records of which a person said that this one is another."""
    rows = connection.exec_driver_sql(
        """SELECT right_id FROM pair_verdict WHERE left_id=?1 AND deleted_at IS NULL
           UNION SELECT left_id FROM pair_verdict WHERE right_id=?1 AND deleted_at IS NULL""",
        (record_id,),
    )
    return frozenset(rows.scalars())
