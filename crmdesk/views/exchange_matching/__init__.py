"""The first connection of a store that already has data: what the centre has as well, side by side, decided by a person."""

from PySide6.QtWidgets import QWidget

from crmdesk.ui.dialogs import open_dialog
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange_matching.review import MatchingReview


def open_matching(context: ViewContext, parent: QWidget | None = None) -> MatchingReview:
    """Open the review; its `done_with` signal tells that the person is done and everything may be sent."""
    return open_dialog(MatchingReview(context, parent))
