"""What is selected in the tree as keys: rows that were never loaded are asked for."""

from typing import TYPE_CHECKING, Final

from crmdesk.core.listing import Sort
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.tree.tree_table import TreeSelection

if TYPE_CHECKING:
    from crmdesk.services.tree import TreeService

_AT_ONCE: Final = 1_000


def selected_keys(tree: "TreeService", selection: TreeSelection, sort: Sort) -> tuple[RecordKey, ...]:
    """Return the keys of everything selected, in the order of the rows; reads, so in a worker.

    Args:
        tree: to ask for rows that are not loaded.
        selection: of the tree.
        sort: the order it was selected in.
    """
    keys = [RecordKey.parse(text) for text in selection.keys]
    for span in selection.spans:
        parent = None if span.parent is None else RecordKey.parse(span.parent)
        for first in range(span.first, span.last + 1, _AT_ONCE):
            keys += [node.key for node in tree.children(parent, first, min(_AT_ONCE, span.last + 1 - first), sort)]
    return tuple(dict.fromkeys(keys))
