"""Rows behind the collision check: leads compared, records with a mail address, and the little that is shown of each."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.likely_rows import ids_matching

_MOST: Final = 40
_SHOWN: Final = {
    RecordKind.LEAD: """SELECT l.id, coalesce(nullif(l.company_name,''),l.person) name, u.name owner, p.name pool,
        l.last_follow_up_at spoken, l.status FROM lead l LEFT JOIN app_user u ON u.id=l.owner_id LEFT JOIN pool p ON p.id=l.pool_id""",
    RecordKind.SITE: """SELECT l.id, l.name, u.name owner, p.name pool, NULL status,
        (SELECT max(a.happened_at) FROM activity a WHERE a.site_id=l.id AND a.deleted_at IS NULL) spoken
        FROM site l LEFT JOIN company c ON c.id=l.company_id LEFT JOIN pool p ON p.id=l.pool_id
        LEFT JOIN app_user u ON u.id=CASE WHEN l.pool_id IS NULL THEN coalesce(l.owner_id,c.owner_id) END""",
    RecordKind.COMPANY: """SELECT l.id, l.legal_name name, u.name owner, NULL pool, NULL status,
        (SELECT max(a.happened_at) FROM site s JOIN activity a ON a.site_id=s.id AND a.deleted_at IS NULL
         WHERE s.company_id=l.id AND s.deleted_at IS NULL) spoken FROM company l LEFT JOIN app_user u ON u.id=l.owner_id""",
}


def leads(connection: Connection, ids: Sequence[str], exclude_id: str | None) -> list[Mapping[str, Any]]:
    """Return the living leads among these that were not converted, without one, for the comparison."""
    rows = connection.exec_driver_sql(
        """SELECT id, company_name, person, mobile, phone, email, credit_code, address_text, province, city, district, street, country
           FROM lead WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND status<>'converted' AND id IS NOT ?""",
        (json.dumps(ids), exclude_id),
    )
    return [dict(row) for row in rows.mappings()]


def sites_with_mail(connection: Connection, mail: str, expression: str) -> list[str]:
    """Return ids of living sites that have this mail address, or where somebody works who has it."""
    if not expression:
        return []
    sites = ids_matching(connection, RecordKind.SITE, expression, _MOST)
    people = ids_matching(connection, RecordKind.CONTACT, expression, _MOST)
    rows = connection.exec_driver_sql(
        """SELECT id FROM site WHERE id IN (SELECT value FROM json_each(?1)) AND lower(email)=?3 AND deleted_at IS NULL
           UNION SELECT p.site_id FROM contact c JOIN position p ON p.contact_id=c.id AND p.deleted_at IS NULL
             JOIN site s ON s.id=p.site_id AND s.deleted_at IS NULL
           WHERE c.id IN (SELECT value FROM json_each(?2)) AND lower(c.email)=?3 AND c.deleted_at IS NULL""",
        (json.dumps(sites), json.dumps(people), mail),
    )
    return list(rows.scalars())


def shown(connection: Connection, keys: Sequence[tuple[RecordKind, str]]) -> dict[tuple[RecordKind, str], Mapping[str, Any]]:
    """Return name, owner, pool, spoken and status of living records."""
    found: dict[tuple[RecordKind, str], Mapping[str, Any]] = {}
    for kind, statement in _SHOWN.items():
        ids = [record for of, record in keys if of is kind]
        if ids:
            rows = connection.exec_driver_sql(
                f"{statement} WHERE l.id IN (SELECT value FROM json_each(?)) AND l.deleted_at IS NULL", (json.dumps(ids),)
            )
            found |= {(kind, row["id"]): dict(row) for row in rows.mappings()}
    return found
