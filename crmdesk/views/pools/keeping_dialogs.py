"""The two deeds of a pool's administrator that ask something first: to whom, and where to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.deed_dialogs import AssignDialog
from crmdesk.views.leads.small_dialog import SmallDialog
from crmdesk.views.leads.targets import Targets

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pools import PoolRecord


class HandOutDialog(AssignDialog):
    """Asks for the person; leads and accounts alike."""

    def __init__(self, context: ViewContext, keys: Sequence[RecordKey], name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, Targets(tuple(key.id for key in keys), name), parent)
        self._keys = tuple(keys)
        if not name:
            self.setWindowTitle(self.tr("Assign %n records", "", len(keys)))

    @override
    def command(self) -> Callable[[], Changes] | None:
        person = str(self.person.currentData() or "")
        return partial(self._context.services.pool_keeping.assign, self._keys, person) if person else None

    @override
    def said(self) -> str:
        if self._targets.name:
            return super().said()
        return self.tr("%n records are with {person} now.", "", len(self._keys)).format(person=self.person.currentText())


class TakeOutDialog(SmallDialog):
    """Asks for another pool; the first choice is none."""

    def __init__(self, context: ViewContext, keys: Sequence[RecordKey], name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, Targets(tuple(key.id for key in keys), name), "", "", parent)
        self._keys = tuple(keys)
        one = self.tr("Take {name} out of its pool").format(name=name)
        self.setWindowTitle(one if name else self.tr("Take %n records out of their pool", "", len(keys)))
        self.do_button.setText(self.tr("Take out"))
        self.do_button.setToolTip(self.tr("It waits elsewhere then, or nowhere  Ctrl+Enter"))
        self.pool = self.add_choice(self.tr("Put it into"))
        context.tasks.read(context.services.pools.all, done=self._on_pools, latest="pools to move to")
        self.pool.setFocus()

    @Slot(object)
    def _on_pools(self, pools: "tuple[PoolRecord, ...]") -> None:
        self.pool.clear()
        self.pool.addItem(self.tr("No pool: nobody has it"), "")
        has_site = any(key.kind is RecordKind.SITE for key in self._keys)
        for pool in pools:
            if pool.rules["takes_accounts"] or not has_site:
                self.pool.addItem(pool.name, pool.id)
        self.pool.setCurrentIndex(0)

    @override
    def command(self) -> Callable[[], Changes] | None:
        pool = str(self.pool.currentData() or "") or None
        return partial(self._context.services.pool_keeping.take_out, self._keys, pool)

    @override
    def said(self) -> str:
        pool, name = self.pool.currentText(), self._targets.name
        count = len(self._keys)
        if not self.pool.currentData():
            taken = self.tr("Took {name} out of its pool.").format(name=name)
            return taken if name else self.tr("Took %n records out of their pool.", "", count)
        put = self.tr("{name} waits in the pool {pool} now.").format(name=name, pool=pool)
        return put if name else self.tr("%n records wait in the pool {pool} now.", "", count).format(pool=pool)
