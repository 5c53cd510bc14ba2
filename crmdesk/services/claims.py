"""Who holds a record: asked for, taken along for some days, given up. The centre decides by order of arrival (`sync.md` §2.8, 23–26)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import from_iso, iso_ms, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, ClaimState, RecordKind
from crmdesk.services.change_words import account_names
from crmdesk.services.changed_values import AccountName
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

USUAL_DAYS: Final = 14
"""How long the centre lets a claim stand without activity, when no number of days was asked for."""
_MOST_DAYS: Final = 90
_CLAIM: Final = """SELECT c.id, c.tbl, c.record_id, c.user_id, u.name, c.state, c.asked_at, c.granted_at, c.expires_at, c.days,
  c.held_by, h.name held_name, c.held_since
FROM claim c LEFT JOIN app_user u ON u.id=c.user_id LEFT JOIN app_user h ON h.id=c.held_by"""
_STANDING: Final = "c.deleted_at IS NULL AND c.state IN ('asked','held','lost')"


class DaysOutOfRange(CrmError):
    """A record cannot be taken along for so long. Params: `most`."""

    template = QT_TRANSLATE_NOOP("errors", "A record can be taken along for 1 to {most} days.")


class NotHeld(CrmError):
    """There is nothing to give up. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "You neither hold this record nor asked for it.")


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """Who holds a record, as far as this laptop knows.

    Attributes:
        state: None: nobody that is known here. `asked`: I asked, the centre has not answered. `held`: somebody holds it.
            `lost`: I asked, and somebody else holds it.
        is_mine: whether it is I who holds it or asked. holder: who holds it; since, until: from when to when (aware UTC).
        days: for how many days it was asked for, None for the usual time.
    """

    state: ClaimState | None = None
    is_mine: bool = False
    holder: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A line of the list of what I hold or asked for."""

    account: AccountName
    status: ClaimStatus


class ClaimService:
    """Claims of companies, sites and leads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def status(self, key: RecordKey) -> ClaimStatus:
        """Return who holds a record."""
        with self._store.read() as connection:
            return claim_status(connection, key)

    def mine(self) -> tuple[HeldRecord, ...]:
        """Return what I hold, asked for, or asked for in vain, the latest first."""
        with self._store.read() as connection:
            me = record_rows.current_user(connection)
            rows = connection.exec_driver_sql(
                f"{_CLAIM} WHERE c.user_id=? AND {_STANDING} AND c.tbl IN ('company','site','lead') ORDER BY c.asked_at DESC",
                (me,),
            ).all()
            keys = list(dict.fromkeys(RecordKey(RecordKind(row.tbl), row.record_id) for row in rows))
            names = account_names(connection, keys)
            found = [HeldRecord(names[key], claim_status(connection, key)) for key in keys if key in names]
        return tuple(one for one in found if one.status.is_mine)

    def ask(self, key: RecordKey, days: int | None = None, *, source: str = "window") -> Changes:
        """Ask for a record, to be held for the usual time, or taken along for `days`; whoever asks first at the centre holds it.

        Raises:
            DaysOutOfRange: as its text says. RecordNotFound: no such record.
        """
        if days is not None and not 1 <= days <= _MOST_DAYS:
            raise DaysOutOfRange(most=_MOST_DAYS)
        with self._store.unit_of_work(action=ActionKind.EXCHANGE, source=source) as uow:
            connection = uow.connection
            if record_rows.fetch(connection, key.kind, key.id) is None:
                raise RecordNotFound(what=key.id)
            me = record_rows.current_user(connection)
            asked = connection.exec_driver_sql(
                "SELECT id, days FROM claim WHERE tbl=? AND record_id=? AND user_id=? AND state='asked' AND deleted_at IS NULL",
                (key.kind.value, key.id, me),
            ).first()
            if asked is None:
                values = {
                    "id": new_id(),
                    "tbl": key.kind.value,
                    "record_id": key.id,
                    "user_id": me,
                    "state": ClaimState.ASKED.value,
                }
                record_rows.insert(connection, RecordKind.CLAIM, {**values, "asked_at": iso_ms(utc_now()), "days": days})
            elif asked[1] != days:
                record_rows.update(connection, RecordKind.CLAIM, asked[0], {"days": days})
            return uow.commit()

    def release(self, key: RecordKey, *, source: str = "window") -> Changes:
        """Give up a record I hold or asked for.

        Raises:
            NotHeld: I do neither.
        """
        with self._store.unit_of_work(action=ActionKind.EXCHANGE, source=source) as uow:
            connection = uow.connection
            me = record_rows.current_user(connection)
            rows = connection.exec_driver_sql(
                f"SELECT c.id FROM claim c WHERE c.tbl=? AND c.record_id=? AND c.user_id=? AND {_STANDING}",
                (key.kind.value, key.id, me),
            ).scalars()
            claims = list(rows)
            if not claims:
                raise NotHeld
            for claim in claims:
                record_rows.update(connection, RecordKind.CLAIM, claim, {"state": ClaimState.RELEASED.value})
            return uow.commit()


def claim_status(connection: Connection, key: RecordKey) -> ClaimStatus:
    """Return who holds a record, on an open connection."""
    me = record_rows.current_user(connection)
    rows = connection.exec_driver_sql(
        f"{_CLAIM} WHERE c.record_id=? AND c.tbl=? AND {_STANDING} ORDER BY c.asked_at DESC, c.n DESC", (key.id, key.kind.value)
    ).all()
    now = iso_ms(utc_now())
    held = next((row for row in rows if row.state == ClaimState.HELD and (row.expires_at is None or row.expires_at > now)), None)
    if held is not None:
        until = _moment(held.expires_at)
        return ClaimStatus(ClaimState.HELD, held.user_id == me, held.name, _moment(held.granted_at), until, held.days)
    asked = next((row for row in rows if row.state == ClaimState.ASKED and row.user_id == me), None)
    if asked is not None:
        return ClaimStatus(ClaimState.ASKED, is_mine=True, since=_moment(asked.asked_at), days=asked.days)
    lost = next((row for row in rows if row.state == ClaimState.LOST and row.user_id == me), None)
    if lost is not None:
        return ClaimStatus(ClaimState.LOST, is_mine=True, holder=lost.held_name, since=_moment(lost.held_since))
    return ClaimStatus()


def _moment(text: Any) -> datetime | None:
    return None if not text else from_iso(str(text))
