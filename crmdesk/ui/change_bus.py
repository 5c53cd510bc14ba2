"""One place where screens hear what changed, whoever changed it."""

from PySide6.QtCore import QObject, Signal

from crmdesk.core.changes import Changes


class ChangeBus(QObject):
    """Lives on the GUI thread, owned by the application object; published on the GUI thread only.

    Signals:
        changed: `core.changes.Changes` of a finished transaction; a screen that made the change itself skips it by its `initiator`.
    """

    changed = Signal(object)  # core.changes.Changes

    def publish(self, changes: Changes) -> None:
        """Tell every screen; nothing is said when nothing was touched."""
        if changes:
            self.changed.emit(changes)
