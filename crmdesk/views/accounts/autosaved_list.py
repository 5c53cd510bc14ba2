"""A list on a record whose rows are saved one by one, as they are left."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.ui.forms.fields import Problem
from crmdesk.ui.inline_list.inline_list import InlineList
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.ui.table.columns import Severity
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.words import refusal_text

INITIATOR: Final = "accounts.lists"
"""Marks changes these lists made themselves: they show them already."""


class RowSaved(Protocol):
    """What a command on one row gives back."""

    @property
    def changes(self) -> Changes:
        """What it touched."""


class AutosavedList(QWidget):
    """Holds an `InlineList` of one site; subclasses say how a row is saved.

    Signals:
        count_changed: `int` rows now.
    """

    count_changed = Signal(int)

    def __init__(
        self,
        context: ViewContext,
        columns: Sequence[InlineColumn],
        *,
        add_text: str,
        empty_text: str,
        main_title: str = "",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._site = ""
        self._saved_keys: dict[str, str] = {}
        self._waiting: dict[str, Mapping[str, str] | None] = {}
        self._removals: dict[str, str | None] = {}
        self._unshown: tuple[InlineRow, ...] | None = None
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark(scroll, surface="surface")
        inside = QWidget(scroll)
        mark(inside, surface="surface")
        self.rows = InlineList(columns, add_text=add_text, main_title=main_title, parent=inside)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        self._nothing = QLabel(empty_text, inside)
        self._nothing.setWordWrap(True)
        self._nothing.setIndent(GAP)
        mark(self._nothing, textRole="secondary")
        inner.addWidget(self._nothing)
        inner.addWidget(self.rows)
        inner.addStretch(1)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.setFocusProxy(self.rows)
        self.rows.emptied.connect(self._nothing.setVisible)
        self.rows.row_added.connect(self._on_row_added)
        self.rows.row_changed.connect(self._on_row_changed)
        self.rows.row_removed.connect(self._on_row_removed)
        self.rows.removal_undone.connect(self._on_removal_undone)

    # What subclasses say

    def adding(self, site: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        """Return the command that stores a new row."""
        raise NotImplementedError

    def changing(self, key: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        """Return the command that changes a row."""
        raise NotImplementedError

    def removing(self, key: str) -> Callable[[], RowSaved]:
        """Return the command that deletes a row."""
        raise NotImplementedError

    def key_of(self, saved: RowSaved) -> str:
        """Return the lasting key of the row a command was about."""
        raise NotImplementedError

    # Rows

    def show_rows(self, site: str, rows: Sequence[InlineRow]) -> None:
        """Show the rows of a site; what is being typed in the rows of the one before is saved first."""
        if site != self._site:
            self.rows.commit()
        self._site = site
        self._saved_keys.clear()
        self._waiting.clear()
        self._removals.clear()
        self._unshown = tuple(rows)
        if self.isVisible() or not rows:
            self._show_unshown()
        else:
            self.count_changed.emit(len(rows))

    def _show_unshown(self) -> None:
        """Make the rows' inputs; only for a list in sight, since walking through the tree changes it at every step."""
        rows, self._unshown = self._unshown, None
        self.rows.set_rows(rows or ())
        self._tell_count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unshown is not None:
            self._show_unshown()

    def set_words(self, columns: Sequence[InlineColumn], *, add_text: str, empty_text: str, main_title: str = "") -> None:
        """Use other words for the same columns: the language changed."""
        self._nothing.setText(empty_text)
        self.rows.set_words(columns, add_text=add_text, main_title=main_title)

    def commit(self) -> None:
        """Save what is being typed."""
        self.rows.commit()

    def _real(self, key: str) -> str:
        return self._saved_keys.get(key, key)

    def _tell_count(self) -> None:
        count = len(self.rows.rows())
        self.count_changed.emit(count)

    @Slot(str, object)
    def _on_row_added(self, key: str, values: Mapping[str, str]) -> None:
        self._waiting[key] = None
        self._run(key, self.adding(self._site, values))
        self._tell_count()

    @Slot(str, object)
    def _on_row_changed(self, key: str, values: Mapping[str, str]) -> None:
        if key in self._waiting:
            self._waiting[key] = values
        elif key.startswith("new-") and key not in self._saved_keys:
            self._on_row_added(key, values)
        else:
            self._run(key, self.changing(self._real(key), values))

    @Slot(str)
    def _on_row_removed(self, key: str) -> None:
        if not key.startswith("new-") or key in self._saved_keys:
            self._removals[key] = None
            self._run(key, self.removing(self._real(key)))
        self._tell_count()

    @Slot(str)
    def _on_removal_undone(self, key: str) -> None:
        transaction = self._removals.pop(key, None)
        if transaction is not None:
            undo = partial(self._context.services.undo.undo_transaction, transaction, initiator=INITIATOR)
            self._context.tasks.write(undo, done=self._on_undone)
        self._tell_count()

    def _run(self, key: str, command: Callable[[], RowSaved]) -> None:
        call = _RowCall(self, self._site, key)
        self._context.tasks.write(command, done=call.on_done, failed=call.on_failed)

    @Slot(object)
    def _on_undone(self, result: RowSaved) -> None:
        self._context.published(result.changes)

    def take_saved(self, site: str, key: str, saved: RowSaved) -> None:
        """Take the outcome of a command about a row."""
        self._context.published(saved.changes)
        if site != self._site:
            return
        if key in self._removals:
            self._removals[key] = saved.changes.transaction
            return
        self.rows.show_problems({})
        if key in self._waiting:
            real = self.key_of(saved)
            self._saved_keys[key] = real
            self.rows.rename_row(key, real)
            typed_since = self._waiting.pop(key)
            if typed_since is not None:
                self._run(real, self.changing(real, typed_since))

    def take_refusal(self, site: str, key: str, error: CrmError) -> None:
        """Show why a row was not saved; it stays as typed."""
        if site != self._site:
            return
        self._waiting.pop(key, None)
        self.rows.show_problems({key: [Problem(Severity.ERROR, refusal_text(error))]})


class _RowCall(QObject):
    """Carries which row an outcome is about; lives until it has come."""

    def __init__(self, owner: AutosavedList, site: str, key: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self._site = site
        self._key = key

    @Slot(object)
    def on_done(self, saved: RowSaved) -> None:
        """The row was saved."""
        self._owner.take_saved(self._site, self._key, saved)
        self.deleteLater()

    @Slot(object)
    def on_failed(self, error: CrmError) -> None:
        """The row was refused."""
        self._owner.take_refusal(self._site, self._key, error)
        self.deleteLater()
