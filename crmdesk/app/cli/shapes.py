"""The stable JSON shapes of `docs/cli.md`: one function per shape, used by every command that prints it."""

from collections.abc import Mapping, Sequence
from typing import Any

from crmdesk.core.clock import iso_ms
from crmdesk.services.accounts import AccountRecord, PathPart
from crmdesk.services.contacts import ContactRow
from crmdesk.services.history import HistoryEntry
from crmdesk.services.notes import NoteRow
from crmdesk.services.search import Hit
from crmdesk.services.search import PathPart as HitPart
from crmdesk.services.tree import TreeNode
from crmdesk.services.undo import UndoResult


def path_json(path: Sequence[PathPart | HitPart]) -> list[dict[str, str]]:
    """Return the companies above a record, ultimate parent first; of a person also the site."""
    return [{"kind": part.key.kind.value, "id": part.key.id, "name": part.name} for part in path]


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
        "kind": hit.key.kind.value,
        "id": hit.key.id,
        "code": hit.code or None,
        "name": hit.title,
        "legal_name": hit.legal_name or None,
        "path": path_json(hit.path),
        "address": hit.address or None,
        "matches": [{"field": match.field, "text": match.text} for match in hit.matches],
    }


def account_json(
    record: AccountRecord, contacts: Sequence[ContactRow], notes: Sequence[NoteRow], named: Mapping[str, str]
) -> dict[str, Any]:
    """Return a company or site with its people and notes, and the names of the ids and codes among its values."""
    return {
        "kind": record.key.kind.value,
        "id": record.key.id,
        "name": record.name,
        "path": path_json(record.path),
        "ultimate_parent": next(iter(path_json(record.path)), None),
        "sites": record.site_count,
        "fields": dict(record.values),
        "names": dict(named),
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
        "user": entry.user_name,
        "action": None if entry.action is None else entry.action.value,
        "label": entry.label or None,
        "source": entry.source or None,
        "transaction": entry.transaction,
        "undone": entry.is_undone,
        "changes": [
            {
                "kind": change.kind.value,
                "id": change.id,
                "name": change.name,
                "operation": change.operation,
                "field": change.field,
                "old": change.old,
                "new": change.new,
            }
            for change in entry.changes
        ],
    }


def undo_json(result: UndoResult) -> dict[str, Any]:
    """Return what an undo did and what it left as it is."""
    return {
        "undone": result.label or None,
        "action": result.action.value,
        "transaction": result.changes.transaction,
        "kept": result.skipped_total,
        "kept_records": [
            {"kind": item.kind.value, "id": item.id, "name": item.name, "field": item.field, "reason": item.message}
            for item in result.skipped
        ],
    }
