"""Claims and releases within the limits of pools."""

from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.errors import CrmError
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services import lead_claims as claims
from crmdesk.services.lead_claims import LeadClaimService
from crmdesk.services.leads import LeadService
from crmdesk.services.record_values import FieldRequired
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.test_pool_rules import make_pool


def _pooled(store: Store, pool: str, count: int = 1) -> list[str]:
    service = LeadService(store)
    return [service.create({"company_name": f"例子{number}"}, pool_id=pool).record.id for number in range(count)]


def _connect(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT OR REPLACE INTO sync_ctl(k, v) VALUES('centre', '{}')")
        uow.commit()


def test_a_claim_without_a_centre_holds_at_once(ready_store: Store) -> None:
    lead = _pooled(ready_store, make_pool(ready_store))[0]
    claimed = LeadClaimService(ready_store).claim([lead])
    record = LeadService(ready_store).open(lead)
    assert not claimed.is_provisional
    assert (record.is_mine, record.pool) == (True, None)


def test_a_claim_with_a_centre_is_provisional_and_can_be_taken_back(ready_store: Store) -> None:
    lead = _pooled(ready_store, make_pool(ready_store))[0]
    _connect(ready_store)
    service = LeadClaimService(ready_store)
    assert service.claim([lead]).is_provisional
    assert service.claim([lead]).is_provisional  # once more asks nothing more
    record = LeadService(ready_store).open(lead)
    assert (record.is_provisional, record.owner) == (True, None)
    service.release([lead])
    assert not LeadService(ready_store).open(lead).is_provisional


def test_the_daily_limit_counts_what_was_claimed_today_from_this_pool(ready_store: Store) -> None:
    pool = make_pool(ready_store, daily_claims=2)
    leads = _pooled(ready_store, pool, 3)
    service = LeadClaimService(ready_store)
    LeadService(ready_store).create({"company_name": "自己的"})
    service.claim(leads[:1])
    assert service.left_today(pool) == 1
    with pytest.raises(claims.DailyClaimsReached) as caught:
        service.claim(leads[1:])
    assert caught.value.params["left"] == 1
    with ready_store.read() as connection:
        assert record_rows.fetch(connection, RecordKind.LEAD, leads[1])["owner_id"] is None  # type: ignore[index]
    service.claim(leads[1:2])
    assert service.left_today(pool) == 0


def test_the_number_of_prospects_held_is_limited(ready_store: Store) -> None:
    leads = _pooled(ready_store, make_pool(ready_store, held_limit=1), 2)
    service = LeadClaimService(ready_store)
    service.claim(leads[:1])
    with pytest.raises(claims.HeldLimitReached):
        service.claim(leads[1:])


def test_the_former_owner_waits(ready_store: Store) -> None:
    lead = _pooled(ready_store, make_pool(ready_store, wait_days=5))[0]
    service = LeadClaimService(ready_store)
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    with frozen_at(start):
        service.claim([lead])
        service.release([lead])
        with pytest.raises(claims.MustWait):
            service.claim([lead])
    with frozen_at(start + timedelta(days=5)):
        service.claim([lead])


def test_a_pool_with_members_is_for_them(ready_store: Store) -> None:
    pool = make_pool(ready_store)
    lead = _pooled(ready_store, pool)[0]
    with ready_store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.USER, {"id": "other", "name": "韩梅梅"})
        record_rows.insert(
            uow.connection, RecordKind.POOL_MEMBER, {"id": new_id(), "pool_id": pool, "user_id": "other", "role": "member"}
        )
        uow.commit()
    with pytest.raises(claims.NotInPool):
        LeadClaimService(ready_store).claim([lead])
    LeadService(ready_store).assign([lead], "other")
    held: list[type[CrmError]] = [claims.HeldBySomebody, claims.NotYours]
    for act, error in zip((LeadClaimService(ready_store).claim, LeadClaimService(ready_store).release), held, strict=True):
        with pytest.raises(error):
            act([lead])  # type: ignore[operator]


def test_a_release_may_need_a_reason_and_a_pool(ready_store: Store) -> None:
    service = LeadClaimService(ready_store)
    lead = LeadService(ready_store).create({"company_name": "自己的"}).record.id
    with pytest.raises(claims.NoPool):
        service.release([lead])
    pool = make_pool(ready_store, asks_reason=1)
    with pytest.raises(FieldRequired):
        service.release([lead], pool)
    with ready_store.read() as connection:
        reason = connection.exec_driver_sql("SELECT id FROM term WHERE taxonomy='release_reason' LIMIT 1").scalar_one()
    service.release([lead], pool, reason)
    record = LeadService(ready_store).open(lead)
    assert (record.owner, record.pool, record.values["reason_id"]) == (None, "公海", reason)
