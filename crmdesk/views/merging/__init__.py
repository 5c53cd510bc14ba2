"""Merging records and taking merges back: `open_merge`, `open_unmerge`, and the band on a record that others were merged into."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crmdesk.services.record_key import RecordKey
from crmdesk.ui.dialogs import open_dialog
from crmdesk.views.context import ViewContext
from crmdesk.views.merging.merge_dialog import MergeDialog
from crmdesk.views.merging.unmerge_dialog import UnmergeDialog


def open_merge(context: ViewContext, keys: Sequence[RecordKey], parent: QWidget | None = None) -> MergeDialog:
    """Open the dialog that merges two or more records of one kind; its `merged` signal tells of the outcome."""
    return open_dialog(MergeDialog(context, keys, parent))


def open_unmerge(context: ViewContext, what: RecordKey | str, parent: QWidget | None = None) -> UnmergeDialog:
    """Open the dialog that takes a merge back: of a record merged away, into a survivor (the latest), or by transaction."""
    return open_dialog(UnmergeDialog(context, what, parent))
