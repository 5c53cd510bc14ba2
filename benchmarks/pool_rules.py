"""Rules of pools over 200,000 leads, and the collision check; the floor of the rules is one raw pass over the same rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from benchmarks.made_up_leads import leads_store
from benchmarks.measure import Result, median_ms, milliseconds
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.collisions import CollisionService
from crmdesk.services.pool_rules import run_rules
from crmdesk.storage import record_rows

MOST: Final = 200_000
_NOW: Final = datetime(2027, 6, 1, tzinfo=UTC)
_PASS: Final = (
    "SELECT count(*), max(owned_since), max(last_follow_up_at), max(contract_ends_on) FROM lead WHERE owner_id IS NOT NULL"
)
_TYPED: Final = {"company_name": "上海机械有限公司", "mobile": "13812345678", "email": "wang@example.cn", "city": "上海市"}


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield every figure at each size, up to `MOST`."""
    for count in dict.fromkeys(min(size, MOST) for size in sizes):
        with leads_store(count) as store:
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
            moved: list[int] = []
            taken = milliseconds(lambda: moved.append(run_rules(store, _NOW).total))  # noqa: B023 - called at once
            if not moved[0]:
                raise RuntimeError("no lead was due: the figure would say nothing")
            yield Result("pool rules", f"{moved[0]} due", count, floor, taken)
