"""Opens what is larger than a form: the picture of a group, merging, splitting. Their modules are imported when first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.views.accounts.record_menu import RecordMenu


class RecordDialogs(QObject):
    """For the menus of the accounts page."""

    def __init__(self, context: ViewContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner

    def serve(self, menu: "RecordMenu") -> None:
        """Answer a record's menu."""
        menu.picture_asked.connect(self.show_picture)
        menu.merge_asked.connect(self.merge)
        menu.split_asked.connect(self.split)

    @Slot(str)
    def show_picture(self, key: str) -> None:
        """Show everything below a company as a picture."""
        from crmdesk.views.group_picture.window import open_group_picture

        open_group_picture(self._context, key, self._owner.window())

    @Slot(str)
    def merge(self, key: str) -> None:
        """Merge a record with others that the user chooses."""

    @Slot(str)
    def split(self, key: str) -> None:
        """Split an account with several addresses into sites."""
        wanted = parsed(key)
        if wanted is not None:
            from crmdesk.views.splitting.wizard import open_split

            open_split(self._context, [wanted], self._owner.window())
