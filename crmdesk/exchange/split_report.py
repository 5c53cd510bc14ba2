"""The report of a split as a CSV file: what goes where and why, safe to open in a spreadsheet."""

from collections.abc import Callable, Iterable
from pathlib import Path

from crmdesk.core.text import QT_TRANSLATE_NOOP as _T
from crmdesk.core.vocabulary import LABELS, RecordKind
from crmdesk.exchange.safe_csv import SafeCsvWriter
from crmdesk.services.splitting.service import ReportRow

COLUMNS = (
    _T("splitting", "Account"),
    _T("splitting", "Kind"),
    _T("splitting", "Record"),
    _T("splitting", "Goes to"),
    _T("splitting", "Reason"),
    _T("splitting", "Confidence"),
)
"""Headings, translation context `splitting`."""

Words = Callable[[str, str], str]
"""(translation context, English text) → the text in the reader's language."""


def write_split_report(path: Path, rows: Iterable[ReportRow], words: Words | None = None) -> int:
    """Write a report; return how many lines it has.

    Raises:
        FileUnreadable: the file cannot be written.
    """
    say = words or _in_english
    count = 0
    with SafeCsvWriter(path) as writer:
        writer.write([say("splitting", column) for column in COLUMNS])
        for row in rows:
            reason = say(row.reason.context, row.reason.template).format_map(row.reason.params)
            writer.write([row.account, kind_name(row.kind, say), row.name, row.site, reason, f"{row.reason.sureness:.0%}"])
            count += 1
    return count


def kind_name(kind: str, words: Words) -> str:
    """Return what a kind of record is called; a kind without a label by its table."""
    return words("vocabulary", LABELS[RecordKind(kind)]) if kind in _KINDS else kind


def _in_english(_context: str, text: str) -> str:
    return text


_KINDS = frozenset(kind.value for kind in RecordKind)
