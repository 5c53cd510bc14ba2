"""What a worker tells of an undo arrives as it was."""

import json
from datetime import UTC, datetime

from crmdesk.app.worker_messages import changes_from_json, changes_to_json, undo_from_json, undo_to_json
from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.services.undo import CHANGED_BY, Skipped, UndoResult


def test_changes_come_back() -> None:
    changes = Changes("import", "t1", {"company": frozenset({"a", "b"}), "site": None})
    assert changes_from_json(json.loads(json.dumps(changes_to_json(changes)))) == changes
    assert changes_from_json(None) is None


def test_an_undo_comes_back_with_its_reasons() -> None:
    at = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    skipped = Skipped(RecordKind.SITE, "s1", "马连道店", "phone", CHANGED_BY, {"user": "Li Lei", "at": at})
    result = UndoResult(Changes("undo", "t2", {"site": None}), ActionKind.IMPORT, "客户.csv", (skipped,), 7)
    assert undo_from_json(json.loads(json.dumps(undo_to_json(result)))) == result
