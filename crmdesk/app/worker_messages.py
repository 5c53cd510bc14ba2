"""What the worker process tells the window at its end, as JSON and back: what was touched, what was undone."""

from typing import TYPE_CHECKING, Any

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.undo import UndoResult

_AT = "at"
"""The one parameter of a reason that is no text."""


def changes_to_json(changes: Changes) -> dict[str, Any]:
    """Return what `changes_from_json` reads."""
    return {
        "action": changes.action,
        "transaction": changes.transaction,
        "touched": {kind: None if ids is None else sorted(ids) for kind, ids in changes.touched.items()},
    }


def changes_from_json(shape: dict[str, Any] | None) -> Changes | None:
    """Return what was touched, None where nothing was."""
    if shape is None:
        return None
    touched = {kind: None if ids is None else frozenset(ids) for kind, ids in shape["touched"].items()}
    return Changes(action=shape["action"], transaction=shape["transaction"], touched=touched)


def undo_to_json(result: "UndoResult") -> dict[str, Any]:
    """Return what `undo_from_json` reads."""
    return {
        "changes": changes_to_json(result.changes),
        "action": result.action.value,
        "label": result.label,
        "skipped": [
            {
                "kind": one.kind.value,
                "id": one.id,
                "name": one.name,
                "field": one.field,
                "reason": one.reason,
                "params": {name: iso_ms(value) if name == _AT else value for name, value in one.params.items()},
            }
            for one in result.skipped
        ],
        "skipped_total": result.skipped_total,
    }


def undo_from_json(shape: dict[str, Any]) -> "UndoResult":
    """Return what was taken back, or done again."""
    from crmdesk.core.vocabulary import ActionKind, RecordKind
    from crmdesk.services.undo import Skipped, UndoResult

    changes = changes_from_json(shape["changes"])
    skipped = tuple(
        Skipped(
            RecordKind(one["kind"]),
            one["id"],
            one["name"],
            one["field"],
            one["reason"],
            {name: from_iso(value) if name == _AT else value for name, value in one["params"].items()},
        )
        for one in shape["skipped"]
    )
    return UndoResult(
        changes if changes is not None else Changes(action=ActionKind.UNDO.value),
        ActionKind(shape["action"]),
        shape["label"],
        skipped,
        shape["skipped_total"],
    )
