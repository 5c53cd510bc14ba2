"""Opens what is larger than a form: the picture of a group, merging, splitting. Their modules are imported when first asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.views.accounts.tree_source import parsed
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.views.accounts.record_header import RecordHeader


class RecordDialogs(QObject):
    """For the menus of tree and record.

    Signals:
        destination_picked: (`RecordKey`, `RecordKey` or None) the record is to move under that company, or to the top.
    """

    destination_picked = Signal(object, object)

    def __init__(self, context: ViewContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._header: RecordHeader | None = None

    def serve(self, header: "RecordHeader") -> None:
        """Answer a record's menu."""
        self._header = header
        header.menu.picture_asked.connect(self.show_picture)
        header.menu.move_asked.connect(self._on_move_asked)
        header.menu.merge_asked.connect(self._on_merge_asked)
        header.menu.split_asked.connect(self._on_split_asked)

    @Slot(str)
    def show_picture(self, key: str) -> None:
        """Show everything below a company as a picture."""
        from crmdesk.views.group_picture.window import open_group_picture

        open_group_picture(self._context, key, self._owner.window())

    def merge(self, keys: Sequence[RecordKey]) -> None:
        """Merge two or more records of one kind."""
        from crmdesk.views.merging import open_merge

        open_merge(self._context, keys, self._owner.window())

    def split(self, keys: Sequence[RecordKey]) -> None:
        """Split accounts with several addresses into sites."""
        from crmdesk.views.splitting.wizard import open_split

        open_split(self._context, keys, self._owner.window())

    @Slot(str)
    def _on_split_asked(self, key: str) -> None:
        record = parsed(key)
        if record is not None:
            self.split([record])

    @Slot(str)
    def _on_move_asked(self, key: str) -> None:
        record = parsed(key)
        if record is not None and self._header is not None:
            from crmdesk.views.accounts.record_finder import RecordFinder

            question = self.tr("Move under which company?")
            with_top = record.kind is RecordKind.COMPANY
            finder = RecordFinder(self._context, record, question, self._owner, kind=RecordKind.COMPANY, with_top=with_top)
            finder.picked.connect(self.destination_picked)
            finder.open_below(self._header.menu_button)

    @Slot(str)
    def _on_merge_asked(self, key: str) -> None:
        record = parsed(key)
        if record is not None and self._header is not None:
            from crmdesk.views.accounts.record_finder import RecordFinder

            is_company = record.kind is RecordKind.COMPANY
            question = self.tr("Merge with which company?") if is_company else self.tr("Merge with which site?")
            finder = RecordFinder(self._context, record, question, self._owner, kind=record.kind)
            finder.picked.connect(self._on_partner_picked)
            finder.open_below(self._header.menu_button)

    @Slot(object, object)
    def _on_partner_picked(self, record: RecordKey, other: RecordKey | None) -> None:
        if other is not None:
            self.merge([record, other])
