"""Qualifying leads: `open_qualification`."""

from PySide6.QtWidgets import QWidget

from crmdesk.ui.dialogs import open_dialog
from crmdesk.views.context import ViewContext
from crmdesk.views.qualification.dialog import QualificationDialog


def open_qualification(context: ViewContext, lead_id: str, parent: QWidget | None = None) -> QualificationDialog:
    """Open the dialog in which a lead is qualified; it goes on where it was left. Its `closed` signal tells of an outcome."""
    return open_dialog(QualificationDialog(context, lead_id, parent))
