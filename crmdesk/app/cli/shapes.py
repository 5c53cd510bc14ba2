"""The stable JSON shapes of `docs/cli.md`: one function per shape, used by every command that prints it."""

from collections.abc import Sequence
from typing import Any

from crmdesk.core.clock import iso_ms
from crmdesk.services.accounts import AccountRecord
from crmdesk.services.contacts import ContactRow
from crmdesk.services.history import HistoryEntry
from crmdesk.services.notes import NoteRow
from crmdesk.services.search import Hit
from crmdesk.services.tree import TreeNode


def node_json(node: TreeNode) -> dict[str, Any]:
    """Return a tree node without its children."""
    return {
        "kind": node.key.kind.value,
        "id": node.key.id,
        "code": node.code,
        "name": node.name,
        "city": node.city,
        "status": node.status,
        "grade": node.grade,
        "owner": node.owner,
        "sites": node.sites,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """Return a search hit."""
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "code": hit.code,
        "name": hit.title,
        "path": hit.path,
        "address": hit.address,
        "matched": hit.matched_field,
    }


def account_json(record: AccountRecord, contacts: Sequence[ContactRow], notes: Sequence[NoteRow]) -> dict[str, Any]:
    """Return a company or site with its people and notes."""
    return {
        "kind": record.key.kind.value,
        "id": record.key.id,
        "name": record.name,
        "path": [{"id": part.key.id, "name": part.name} for part in record.path],
        "sites": record.site_count,
        "fields": dict(record.values),
        "contacts": [
            {
                "id": row.contact_id,
                "name": row.name,
                "title": row.title,
                "department": row.department,
                "mobile": row.mobile,
                "phone": row.phone,
                "email": row.email,
                "main": row.is_main,
            }
            for row in contacts
        ],
        "notes": [{"id": row.id, "at": iso_ms(row.happened_at), "text": row.text, "author": row.author} for row in notes],
    }


def entry_json(entry: HistoryEntry) -> dict[str, Any]:
    """Return one entry of a record's history."""
    return {
        "at": iso_ms(entry.at),
        "user": entry.user,
        "action": entry.action,
        "label": entry.label,
        "changes": [{"field": change.field, "old": change.old, "new": change.new} for change in entry.changes],
    }
