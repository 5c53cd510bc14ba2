"""Converting leads: `open_conversion`, and `open_undo`, which takes a conversion back or says what was built on it."""

from PySide6.QtWidgets import QWidget

from crmdesk.ui.dialogs import open_dialog
from crmdesk.views.context import ViewContext
from crmdesk.views.conversion.dialog import ConversionDialog
from crmdesk.views.conversion.undo_dialog import UndoDialog


def open_conversion(context: ViewContext, lead_id: str, parent: QWidget | None = None) -> ConversionDialog:
    """Open the dialog that converts a lead; its `converted` signal tells of the outcome."""
    return open_dialog(ConversionDialog(context, lead_id, parent))


def open_undo(context: ViewContext, lead_id: str, parent: QWidget | None = None) -> UndoDialog:
    """Open the dialog that takes a conversion back; its `undone` signal tells of the outcome."""
    return open_dialog(UndoDialog(context, lead_id, parent))
