"""Deleting a pool in which something waits: it asks for the pool in which that goes on waiting."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from crmdesk.ui.dialogs import open_dialog
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.section import make_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pools import PoolRecord

_WIDTH: Final = 440


def open_pool_deletion(
    context: ViewContext, pool: "PoolRecord", others: "Sequence[PoolRecord]", parent: QWidget | None = None
) -> "PoolDeletion":
    """Open the dialog; `others` are the pools that can take up what waits, one at least."""
    return open_dialog(PoolDeletion(context, pool, others, parent))


class PoolDeletion(EditorDialog):
    """Enter moves what waits to the first of the other pools and deletes this one; undo takes back both."""

    def __init__(
        self, context: ViewContext, pool: "PoolRecord", others: "Sequence[PoolRecord]", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        self.setWindowTitle(self.tr("Delete the pool {name}").format(name=pool.name))
        self.setMinimumWidth(_WIDTH)
        self._pool = pool
        waiting = self.tr("%n records wait in it. Where shall they go on waiting?", "", pool.leads + pool.sites)
        self.body.addWidget(make_label(waiting, "", self))
        self.target = QComboBox(self)
        self.target.setAccessibleName(self.tr("Pool"))
        for other in others:
            self.target.addItem(other.name, other.id)
        self.body.addWidget(self.target)
        self.body.addStretch(1)
        self.save_button.setText(self.tr("Move and delete"))
        self.save_button.setToolTip(self.tr("Move and delete  Ctrl+Enter"))
        self.target.setFocus()

    @override
    def command(self) -> Callable[[], Any] | None:
        return partial(self._context.services.pool_settings.delete, self._pool.id, str(self.target.currentData()))

    @override
    def said(self) -> str:
        return self.tr("Deleted the pool {name}; what waited in it waits in {other} now.").format(
            name=self._pool.name, other=self.target.currentText()
        )
