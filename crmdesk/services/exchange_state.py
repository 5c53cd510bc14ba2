"""Where this laptop's work stands: saved here, on its way, at the centre, needing somebody. Local tables only, no network."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.clock import from_iso
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.news import unseen_customers
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import change_history
from crmdesk.storage.exchange_outbox import FIRST_PENDING
from crmdesk.storage.question_rows import CONFLICT_NEEDS_ME, OPEN, PARKED_NEEDS_ME
from crmdesk.storage.redirects import MERGED_KINDS, merged_into
from crmdesk.storage.store import Store

MOST_COUNTED: Final = 10_000
"""Above this number of records that wait, nobody counts on: an import made offline has hundreds of thousands."""

SENT: Final = "coalesce((SELECT v FROM sync_ctl WHERE k='sent_seq'),0)"
"""The last operation that was put into a batch."""


@unique
class Place(StrEnum):
    """Where a record stands (`sync.md` §6, 32): synced means that it came back, not that it was sent."""

    HERE = "here"
    ON_ITS_WAY = "on_its_way"
    AT_CENTRE = "at_centre"
    NEEDS_YOU = "needs_you"


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """The whole store.

    Attributes:
        is_connected: whether there is a centre to exchange with. centre: its name for people, empty without one.
        waiting: records with edits that are saved here only; sent: with edits the centre has not answered; each at most `MOST_COUNTED`.
        needing: conflicts and waiting edits for whoever sits here; others: those that wait for somebody else.
        news: customers of whoever sits here that others changed, not looked at yet.
        last_at: when the last exchange ended well, None before the first.
        word: what the centre said of this laptop: `ok`; `disabled` (the login has ended), `update` (the program is too old) – both send
            only; `wiped`: the login has ended and the records are gone from here; `matching` (a person looks at what the centre has already, before anything is sent). Empty before the first exchange.
    """

    is_connected: bool = False
    centre: str = ""
    waiting: int = 0
    sent: int = 0
    needing: int = 0
    others: int = 0
    news: int = 0
    last_at: datetime | None = None
    word: str = ""

    @property
    def on_its_way(self) -> int:
        """Records with edits the centre does not have for certain."""
        return self.waiting + self.sent

    @property
    def has_questions(self) -> bool:
        """Whether the page of conflicts has anything on it."""
        return bool(self.needing or self.others)


class ExchangeStateService:
    """Reads where work stands; a few indexed queries each, from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> ExchangeState:
        """Return where the store stands."""
        with self._store.read() as connection:
            centre = centre_setting(connection)
            needing, others = _questions(connection)
            if centre is None:
                return ExchangeState(needing=needing, others=others)
            query = "SELECT k, v FROM sync_ctl WHERE k IN ('last_exchange_at','exchange_state','shut_out')"
            known: dict[str, Any] = {row[0]: row[1] for row in connection.exec_driver_sql(query)}
            last = known.get("last_exchange_at")
            return ExchangeState(
                is_connected=True,
                centre=centre_name(centre),
                waiting=_pending(connection, f"seq>{SENT}"),
                sent=_pending(connection, f"seq>={FIRST_PENDING} AND seq<={SENT}"),
                needing=needing,
                others=others,
                news=len(unseen_customers(connection)),
                last_at=None if not last else from_iso(str(last)),
                word=_word(known),
            )

    def of_record(self, key: RecordKey) -> Place | None:
        """Return where a record with all that hangs on it stands, None without a centre."""
        with self._store.read() as connection:
            if centre_setting(connection) is None:
                return None
            records = [key.id]
            if key.kind in MERGED_KINDS:
                records += merged_into(connection, key.kind, key.id)
            if key.kind is RecordKind.SITE:
                records += change_history.children_of_site(connection, key.id)
            ids = json.dumps(records)
            if _asked_about(connection, ids):
                return Place.NEEDS_YOU
            pending = connection.exec_driver_sql(
                f"""SELECT max(seq>{SENT}) FROM sync_op WHERE pk IN (SELECT value FROM json_each(?))
                      AND seq>={FIRST_PENDING} AND outcome IS NULL""",
                (ids,),
            ).scalar()
            if pending is not None:
                return Place.HERE if pending else Place.ON_ITS_WAY
            came_back = connection.exec_driver_sql(
                f"""SELECT rv>0 AND rv>=coalesce((SELECT max(n) FROM sync_op WHERE pk=?1 AND outcome='applied'),0)
                    FROM {key.kind.value} WHERE id=?1""",
                (key.id,),
            ).scalar()
            return Place.AT_CENTRE if came_back else Place.ON_ITS_WAY


def centre_setting(connection: Connection) -> dict[str, Any] | None:
    """Return what `sync_ctl` says of the centre, None when the store is not connected."""
    text = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
    if not text:
        return None
    try:
        found = json.loads(str(text))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def centre_name(setting: dict[str, Any]) -> str:
    """Return what people call the centre: its name if it has one, else its first host."""
    name = setting.get("name")
    if name:
        return str(name)
    hosts = setting.get("hosts") or setting.get("host") or ""
    first = hosts[0] if isinstance(hosts, list) and hosts else hosts
    if isinstance(first, list) and first:
        first = first[0]
    return str(first or "")


def _word(known: dict[str, Any]) -> str:
    word = str(known.get("exchange_state") or "")
    return "wiped" if word == "disabled" and known.get("shut_out") == "wiped" else word


def _pending(connection: Connection, which: str) -> int:
    query = f"SELECT count(*) FROM (SELECT DISTINCT pk FROM sync_op WHERE {which} AND outcome IS NULL LIMIT {MOST_COUNTED})"
    return int(connection.exec_driver_sql(query).scalar_one())


def _questions(connection: Connection) -> tuple[int, int]:
    """Return how many open conflicts and waiting edits wait for whoever sits here, and for others."""
    needing = others = 0
    for table, needs_me in (("conflict", CONFLICT_NEEDS_ME), ("parked_edit", PARKED_NEEDS_ME)):
        row = connection.exec_driver_sql(f"SELECT count(*), coalesce(sum({needs_me}),0) FROM {table} q WHERE {OPEN}").one()
        needing += int(row[1])
        others += int(row[0]) - int(row[1])
    return needing, others


def _asked_about(connection: Connection, ids: str) -> bool:
    return any(
        connection.exec_driver_sql(
            f"SELECT 1 FROM {table} q WHERE q.record_id IN (SELECT value FROM json_each(?)) AND {OPEN} AND {needs_me} LIMIT 1",
            (ids,),
        ).first()
        is not None
        for table, needs_me in (("conflict", CONFLICT_NEEDS_ME), ("parked_edit", PARKED_NEEDS_ME))
    )
