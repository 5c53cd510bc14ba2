"""One operation of the log as changes of fields: for histories and for what waits to be sent."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from crmdesk.core.exchange_words import Choice
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.changed_values import FieldChange
from crmdesk.storage.change_history import LoggedOperation
from crmdesk.storage.news_rows import RESOLVE, Settled


def changes_of(operation: LoggedOperation, settled: Mapping[str, Settled]) -> Iterator[FieldChange]:
    """Return what an operation changed; `settled` says what the questions are about that it may answer."""
    if operation.kind == RESOLVE:
        yield from _answer_of(operation, settled)
        return
    kind = RecordKind(operation.table)
    if operation.kind == "ins":
        filled: Mapping[str, Any] = json.loads(operation.new)
        for field, value in filled.items():
            yield FieldChange(kind, operation.record, None, operation.kind, field, None, value)
    elif operation.field is not None:
        yield FieldChange(kind, operation.record, None, operation.kind, operation.field, operation.old, operation.new)


def _answer_of(operation: LoggedOperation, settled: Mapping[str, Settled]) -> Iterator[FieldChange]:
    """Tell the answer to a question as what it did to the record; a question asked on did nothing yet."""
    about = settled.get(operation.record)
    if about is not None and about.field is not None and operation.field != Choice.ASK:
        new = operation.old if operation.field in {Choice.KEEP, Choice.DISMISS} else operation.new
        yield FieldChange(RecordKind(about.table), about.record, None, operation.kind, about.field, operation.old, new)
