"""What this laptop remembers: acknowledged edits at least 30 days, then as long as chosen; what unmerging needs for ever (ADR 17)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.clock import iso_ms
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage.exchange_doubts import forget_removed
from crmdesk.storage.exchange_memory import drop_bodies, drop_news, drop_operations
from crmdesk.storage.exchange_progress import control, progress, set_control
from crmdesk.storage.store import Store

LEAST_DAYS: Final = 30
"""Days for which everything stays that would have to be sent again if the centre lost it (`sync.md` §2.1.10)."""

_CHOSEN: Final = "history_kept"
_LAST: Final = "forgot_at"
_T: Final = QT_TRANSLATE_NOOP


@unique
class History(StrEnum):
    """How much of the log stays on this laptop; the centre keeps all of it."""

    MONTH = "month"
    YEAR = "year"
    FOR_EVER = "for_ever"


HISTORY_LABELS: Final[Mapping[History, str]] = {
    History.MONTH: _T("exchange", "Changes of the last 30 days"),
    History.YEAR: _T("exchange", "Changes of the last year"),
    History.FOR_EVER: _T("exchange", "All changes since they came here"),
}
"""English texts, translated at the edge."""

_DAYS: Final = {History.MONTH: LEAST_DAYS, History.YEAR: 365, History.FOR_EVER: None}


def history_kept(connection: Connection) -> History:
    """Return how much history this laptop keeps: a year, unless something else was chosen."""
    kept = control(connection, _CHOSEN)
    return History(kept) if kept in set(History) else History.YEAR


def keep_history(store: Store, choice: History) -> None:
    """Choose how much history this laptop keeps; the next exchange forgets accordingly."""
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        set_control(uow.connection, {_CHOSEN: choice.value, _LAST: None})
        uow.commit()


def forget_old(connection: Connection, now: datetime) -> None:
    """Once a day: drop the bytes of batches older than 30 days, and edits and news older than what is kept."""
    today = now.date().isoformat()
    if control(connection, _LAST) == today:
        return
    back = progress(connection).n
    drop_bodies(connection, iso_ms(now - timedelta(days=LEAST_DAYS)))
    days = _DAYS[history_kept(connection)]
    if days is not None:
        before = iso_ms(now - timedelta(days=days))
        drop_operations(connection, before, back)
        drop_news(connection, before)
    forget_removed(connection)
    set_control(connection, {_LAST: today})
