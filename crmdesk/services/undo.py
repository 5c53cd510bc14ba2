"""Undo and redo of one's own last actions, and of a whole import, from the change log."""

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.storage import change_history, pool_rows
from crmdesk.storage.change_history import LoggedTransaction
from crmdesk.storage.reversal import Kept, Progress, Reversed, Why, take_back
from crmdesk.storage.reversal_tables import WHOLE, Span
from crmdesk.storage.store import Store

_T = QT_TRANSLATE_NOOP
CHANGED_BY: Final = _T("undo", "changed since by {user} on {at}")
CHANGED: Final = _T("undo", "changed since")
NEEDED: Final = _T("undo", "{other} hangs on it")
PARENT_GONE: Final = _T("undo", "{other}, where it belonged, is deleted")
CYCLE: Final = _T("undo", "it would come to lie below itself, for {other} was moved meanwhile")
CODE_TAKEN: Final = _T("undo", "its former code belongs to {other} now")
DELETED: Final = _T("undo", "deleted since")
CODE_LOST: Final = _T("undo", "it came back without its code, which belongs to {other} now")
_REASONS: Final = {
    Why.CHANGED: CHANGED,
    Why.NEEDED: NEEDED,
    Why.PARENT_GONE: PARENT_GONE,
    Why.CYCLE: CYCLE,
    Why.CODE_TAKEN: CODE_TAKEN,
    Why.CODE_LOST: CODE_LOST,
}


class NothingToUndo(CrmError):
    """This user has done nothing that could be taken back."""

    template = _T("errors", "There is nothing to undo.")


class NothingToRedo(CrmError):
    """Nothing was undone, or something else was done since."""

    template = _T("errors", "There is nothing to redo.")


class CannotBeUndone(CrmError):
    """The transaction is unknown, undone already, or the program's own (set-up, upgrade). Params: `label`."""

    template = _T("errors", "{label} cannot be undone: it is undone already, or no action of a person.")


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What undo or redo would take up next: the action's kind and label (never the kinds `undo` and `redo`).

    Attributes:
        operations: how many entries of the log it has, by which one knows how long taking it back lasts.
    """

    transaction: str
    action: ActionKind
    label: str
    at: datetime
    operations: int = 0


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the Edit menu offers; None where there is nothing."""

    undo: UndoStep | None
    redo: UndoStep | None

    @property
    def undo_label(self) -> str | None:
        """The label of what undo would take back."""
        return None if self.undo is None else self.undo.label

    @property
    def redo_label(self) -> str | None:
        """The label of what redo would do again."""
        return None if self.redo is None else self.redo.label


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something left as it is.

    Attributes:
        field: the column's name, None for a whole record.
        reason: one of this module's texts, translation context `undo`, with `params` (`user`, `at` as aware UTC, `other`).
    """

    kind: RecordKind
    id: str
    name: str
    field: str | None
    reason: str
    params: dict[str, Any] = dataclass_field(default_factory=dict)

    @property
    def message(self) -> str:
        """The reason in English."""
        return self.reason.format(**self.params)


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What an undo or redo did: `skipped` names the first things left as they are, `skipped_total` counts all."""

    changes: Changes
    action: ActionKind
    label: str
    skipped: tuple[Skipped, ...]
    skipped_total: int


class UndoService:
    """Takes actions of this store's user back and does them again. `peek` from any thread, the rest on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def peek(self) -> UndoState:
        """Return what undo and redo would take up next."""
        with self._store.read() as connection:
            undo, undone = change_history.to_undo(connection), change_history.to_redo(connection)
            redo = None if undone is None else _original(connection, undone)
        return UndoState(None if undo is None else _step(undo), None if redo is None else _step(redo))

    def step(self, transaction: str) -> UndoStep:
        """Return one action as a step.

        Raises:
            CannotBeUndone: it is unknown.
        """
        with self._store.read() as connection:
            found = change_history.transactions(connection, [transaction]).get(transaction)
        if found is None:
            raise CannotBeUndone(label=transaction)
        return _step(found)

    def undo_last(self, *, source: str = "window", initiator: str = "", progress: Progress | None = None) -> UndoResult:
        """Take back the last action of this store's user that still holds; an import is one action.

        Raises:
            NothingToUndo: there is none. Whatever `progress` raises; nothing is changed then.
        """
        with self._store.read() as connection:
            last = change_history.to_undo(connection)
        if last is None:
            raise NothingToUndo
        return self._take_back(last, last, ActionKind.UNDO, source=source, initiator=initiator, progress=progress)

    def redo_last(self, *, source: str = "window", initiator: str = "", progress: Progress | None = None) -> UndoResult:
        """Do again what was undone last.

        Raises:
            NothingToRedo: nothing was undone, or this user did something else since.
        """
        with self._store.read() as connection:
            undone = change_history.to_redo(connection)
            original = None if undone is None else _original(connection, undone)
        if undone is None or original is None:
            raise NothingToRedo
        return self._take_back(undone, original, ActionKind.REDO, source=source, initiator=initiator, progress=progress)

    def undo_transaction(
        self, transaction: str, *, source: str = "window", initiator: str = "", progress: Progress | None = None
    ) -> UndoResult:
        """Take back one action, whatever was done after it; of an undo: do again what it took back.

        Of what a rule of a pool moved, the days count anew from now: the rule would take it again at once.

        Raises:
            CannotBeUndone: it is undone already, unknown, or the program's own (set-up, upgrade).
        """
        with self._store.read() as connection:
            found = change_history.transactions(connection, [transaction]).get(transaction)
            original = None if found is None else _original(connection, found)
        if found is None or original is None or original.action not in change_history.REVERSIBLE:
            raise CannotBeUndone(label=transaction if found is None else found.label or found.action)
        if found.action == ActionKind.UNDO:
            return self._take_back(found, original, ActionKind.REDO, source=source, initiator=initiator, progress=progress)
        return self._take_back(original, original, ActionKind.UNDO, source=source, initiator=initiator, progress=progress)

    def _take_back(
        self,
        target: LoggedTransaction,
        original: LoggedTransaction,
        action: ActionKind,
        *,
        source: str,
        initiator: str,
        progress: Progress | None,
    ) -> UndoResult:
        label = original.label or ""
        with self._store.unit_of_work(action=action, label=label, source=source, initiator=initiator) as uow:
            now = change_history.transactions(uow.connection, [target.id]).get(target.id)
            if now is None or now.undone_by is not None:
                raise CannotBeUndone(label=label or original.action)
            span = Span(target.first_seq, target.last_seq)
            is_merge = action is ActionKind.UNDO and original.action == ActionKind.MERGE
            steps = None if progress is None else _OneStepMore(progress)
            done = take_back(uow.connection, span, iso_ms(utc_now()), steps, is_merge=is_merge)
            if original.action == ActionKind.POOL_RULE and action is ActionKind.UNDO:
                pool_rows.count_anew(uow.connection, span.first, span.last, iso_ms(utc_now()))
            skipped = skipped_of(uow.connection, done, span)
            uow.takes_back(target.id)
            if progress is not None:
                uow.refresh()  # the longest step of a whole import: only the commit is left when the last report comes
                progress(1, 1)
            return UndoResult(uow.commit(), ActionKind(original.action), label, skipped, done.kept_total)


class _OneStepMore:
    """Tells of the steps of a reversal as of one less than all: refreshing what is derived follows them."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __call__(self, done: int, total: int) -> None:
        self._progress(done, total + 1)


def _original(connection: Connection, transaction: LoggedTransaction) -> LoggedTransaction | None:
    """Return the action that a chain of undos and redos is about."""
    found: LoggedTransaction | None = transaction
    while found is not None and found.undoes is not None:
        found = change_history.transactions(connection, [found.undoes]).get(found.undoes)
    return found


def _step(transaction: LoggedTransaction) -> UndoStep:
    operations = max(0, transaction.last_seq - transaction.first_seq + 1)
    return UndoStep(transaction.id, ActionKind(transaction.action), transaction.label or "", from_iso(transaction.at), operations)


def skipped_of(connection: Connection, done: Reversed, span: Span) -> tuple[Skipped, ...]:
    """Return what was left as it is in words: names of records, who changed them later and when."""
    if not done.kept:
        return ()
    ids = {kept.id for kept in done.kept} | {kept.other for kept in done.kept if kept.other is not None}
    names = change_history.names_of(connection, ids)
    return tuple(
        _explained(connection, kept, names.get(kept.id, kept.id), names.get(kept.other or "", ""), span) for kept in done.kept
    )


def _explained(connection: Connection, kept: Kept, name: str, other: str, span: Span) -> Skipped:
    whole = kept.field == WHOLE or (kept.field == "deleted_at" and kept.why is not Why.CHANGED)
    reason = _REASONS[kept.why]
    params: dict[str, Any] = {"other": other}
    if kept.why is Why.CHANGED:
        later = change_history.last_change(connection, kept.id, None if kept.field == WHOLE else kept.field, span.last)
        params = {}
        if later is not None and later.user_name is not None:
            reason, params = CHANGED_BY, {"user": later.user_name, "at": from_iso(later.at)}
    return Skipped(RecordKind(kept.table), kept.id, name, None if whole else kept.field, reason, params)
