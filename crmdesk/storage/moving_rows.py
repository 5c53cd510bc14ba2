"""What moving many companies and sites at once reads and writes, in statements over lists of ids."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind, Verdict

MOST_NAMED: Final = 200
"""Sites told one by one; beyond, only their number."""

_NODES: Final = {
    RecordKind.COMPANY: "SELECT r.id, coalesce(nullif(r.short_name,''),r.legal_name), r.parent_id, r.site_count FROM json_each(?) j"
    " CROSS JOIN company r ON r.id=j.value AND r.deleted_at IS NULL",
    RecordKind.SITE: "SELECT r.id, r.name, r.company_id, 1 FROM json_each(?) j CROSS JOIN site r ON r.id=j.value AND r.deleted_at IS NULL",
}
_PARENT: Final = {RecordKind.COMPANY: "parent_id", RecordKind.SITE: "company_id"}
_ADDRESS: Final = "coalesce(nullif(x.address_text,''), coalesce(x.province,'')||coalesce(x.city,'')||coalesce(x.district,'')||coalesce(x.street,''))"


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A living company or site: where it hangs, and how many sites it stands for."""

    id: str
    name: str
    parent: str | None
    sites: int


def nodes(connection: Connection, kind: RecordKind, ids: Collection[str]) -> dict[str, NodeRow]:
    """Return those of these records that live, by id."""
    if not ids:
        return {}
    rows = connection.exec_driver_sql(_NODES[kind], (json.dumps(list(ids)),))
    return {row[0]: NodeRow(*row) for row in rows}


def place_under(connection: Connection, kind: RecordKind, ids: Collection[str], parent: str | None) -> None:
    """Hang companies or sites under a company; companies under none with None."""
    connection.exec_driver_sql(
        f"UPDATE {kind.value} SET {_PARENT[kind]}=? WHERE id IN (SELECT value FROM json_each(?))", (parent, json.dumps(list(ids)))
    )


def inherited(connection: Connection, sites: Collection[str], field: str, target: str) -> list[tuple[Any, Any, int, str]]:
    """Return (value of the company now, value of the target, number of sites, name of one) for sites that leave `field` to their company."""
    rows = connection.exec_driver_sql(
        f"""SELECT o.{field}, t.{field}, count(*), min(s.name) FROM json_each(?) j CROSS JOIN site s ON s.id=j.value
            JOIN company o ON o.id=s.company_id JOIN company t ON t.id=?
            WHERE nullif(s.{field},'') IS NULL AND o.{field} IS NOT t.{field} GROUP BY 1, 2""",
        (json.dumps(list(sites)), target),
    )
    return [(row[0], row[1], int(row[2]), row[3]) for row in rows]


def foreign_codes(connection: Connection, sites: Collection[str], target: str) -> tuple[int, list[tuple[str, str, str]]]:
    """Return sites whose code begins with that of their company and would not with the target's: how many, the first (id, name, code)."""
    rows = connection.exec_driver_sql(
        """SELECT s.id, s.name, s.code FROM json_each(?) j CROSS JOIN site s ON s.id=j.value
           JOIN company o ON o.id=s.company_id JOIN company t ON t.id=?
           WHERE nullif(o.code,'') IS NOT NULL AND substr(s.code,1,length(o.code))=o.code
             AND (nullif(t.code,'') IS NULL OR substr(s.code,1,length(t.code))<>t.code)
           ORDER BY s.code""",
        (json.dumps(list(sites)), target),
    ).all()
    return len(rows), [(row[0], row[1], row[2]) for row in rows[:MOST_NAMED]]


def met_premises(
    connection: Connection, sites: Collection[str], target: str
) -> tuple[int, list[tuple[str, str, str, str, str | None, str]]]:
    """Return pairs of sites that would belong to one company and stand at one address: how many, and the first of them.

    One of a pair moves; the other is the target's or moves there from another company. Pairs that a person called two
    buildings are left out. (id, name, id of the other, its name, its code, its address)
    """
    rows = connection.exec_driver_sql(
        f"""WITH moved(id) AS MATERIALIZED (SELECT value FROM json_each(?1))
            SELECT s.id, s.name, x.id, x.name, x.code, {_ADDRESS}
            FROM moved m CROSS JOIN site s ON s.id=m.id AND s.premises_key IS NOT NULL
            CROSS JOIN site x ON x.company_id=?2 AND x.premises_key=s.premises_key AND x.deleted_at IS NULL AND x.id<>s.id
            WHERE NOT EXISTS({_OTHER_BUILDING})
            UNION ALL
            SELECT s.id, s.name, x.id, x.name, x.code, {_ADDRESS}
            FROM moved m CROSS JOIN site s ON s.id=m.id AND s.premises_key IS NOT NULL
            JOIN (SELECT y.* FROM moved n CROSS JOIN site y ON y.id=n.id WHERE y.premises_key IS NOT NULL) x
              ON x.premises_key=s.premises_key AND x.id>s.id AND x.company_id<>s.company_id
            WHERE NOT EXISTS({_OTHER_BUILDING})""",
        (json.dumps(list(sites)), target),
    ).all()
    return len(rows), [tuple(row) for row in rows[:MOST_NAMED]]


_OTHER_BUILDING: Final = f"""SELECT 1 FROM pair_verdict v WHERE v.left_id=min(s.id,x.id) AND v.right_id=max(s.id,x.id)
  AND v.verdict='{Verdict.OTHER_BUILDING.value}' AND v.deleted_at IS NULL"""


def collaborators(connection: Connection, companies: Collection[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield (company, id and name of the person, access) of everybody who works on one of these companies."""
    rows = connection.exec_driver_sql(
        """SELECT k.company_id, u.id, u.name, k.access FROM json_each(?) j CROSS JOIN collaborator k ON k.company_id=j.value
           JOIN app_user u ON u.id=k.user_id WHERE k.deleted_at IS NULL ORDER BY k.n""",
        (json.dumps(list(companies)),),
    )
    return (tuple(row) for row in rows)
