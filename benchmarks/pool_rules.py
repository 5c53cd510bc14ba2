"""Rules of pools over 200,000 leads, and the collision check.

Floors: where nothing is due one raw pass over the same rows; where most are due at once the same UPDATE in plain SQLite, without the
log that makes the moves undoable and tells them to others.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.dataset import KEY
from benchmarks.made_up_leads import leads_store
from benchmarks.measure import Result, median_ms, milliseconds
from crmdesk.core.clock import iso_ms
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.collisions import CollisionService
from crmdesk.services.pool_rules import run_rules
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

MOST: Final = 200_000
_NOW: Final = datetime(2027, 6, 1, tzinfo=UTC)
_PASS: Final = (
    "SELECT count(*), max(owned_since), max(last_follow_up_at), max(contract_ends_on) FROM lead WHERE owner_id IS NOT NULL"
)
_MOVE: Final = """UPDATE lead SET former_owner_id=owner_id, owner_id=NULL, pool_id=?1, pooled_at=?2, owned_since=NULL, reason_id=NULL,
  released_by_rule='unfollowed' WHERE owner_id IS NOT NULL AND deleted_at IS NULL AND is_locked=0 AND status IN ('new','working','qualified')
  AND max(coalesce(owned_since,''),coalesce(last_follow_up_at,''))<?2"""
_TYPED: Final = {"company_name": "上海机械有限公司", "mobile": "13812345678", "email": "wang@example.cn", "city": "上海市"}


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield every figure at each size, up to `MOST`."""
    for count in dict.fromkeys(min(size, MOST) for size in sizes):
        with _copied(count) as store:
            with store.read() as connection:
                floor = median_ms(lambda: connection.exec_driver_sql(_PASS).all(), 5)
            check = CollisionService(store)
            yield Result("pool rules", "collision check", count, None, median_ms(lambda: check.check(_TYPED), 9))  # noqa: B023
            with store.unit_of_work() as uow:
                pool = {"id": new_id(), "name": "公海", "unfollowed_days": 100_000, "position": -1}
                record_rows.insert(uow.connection, RecordKind.POOL, pool)
                uow.commit()
            yield Result("pool rules", "nothing due", count, floor, median_ms(lambda: run_rules(store, _NOW), 3))
            with store.unit_of_work() as uow:
                record_rows.update(uow.connection, RecordKind.POOL, pool["id"], {"unfollowed_days": 30})  # type: ignore[arg-type]
                uow.commit()
            plain = _plain_move(store, str(pool["id"]))
            moved: list[int] = []
            taken = milliseconds(lambda: moved.append(run_rules(store, _NOW).total))  # noqa: B023 - called at once
            if not moved[0]:
                raise RuntimeError("no lead was due: the figure would say nothing")
            yield Result("pool rules", f"{moved[0]} due", count, plain, taken)


@contextmanager
def _copied(count: int) -> Iterator[Store]:
    """Open a copy of the kept store: the rules move leads, and the next run must find them where they were."""
    with leads_store(count) as kept:
        path = kept.path
    with TemporaryDirectory() as folder:
        copy = shutil.copy(path, folder)
        with Store.open(Path(copy), KEY) as store:
            yield store


def _plain_move(store: Store, pool: str) -> float:
    """Return how long the moves take without the triggers of the log; all of it is taken back."""
    with store.unit_of_work() as uow:
        for name in (
            uow.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='lead'")
            .scalars()
            .all()
        ):
            uow.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        until = iso_ms(_NOW - timedelta(days=30))
        return milliseconds(lambda: uow.connection.exec_driver_sql(_MOVE, (pool, until)))
