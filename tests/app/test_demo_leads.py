"""The demo's leads: some mine, some in a pool, every status but converted, and no rule broken."""

from pathlib import Path

from crmdesk.app.demo_leads import add_leads
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.services.lead_lists import LeadLists
from crmdesk.services.store_setup import set_up
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store


def test_the_demo_shows_leads_of_every_sort(tmp_path: Path) -> None:
    with Store.create(tmp_path / "demo.crmdesk", None) as store:
        set_up(store)
        count = add_leads(store)
        lists = LeadLists(store)
        assert lists.count() == count >= 20
        assert lists.count(LeadFilter(mine=True)) + lists.count(LeadFilter(in_pool=True)) == count
        assert {status for status, found in lists.counts_by_status().items() if found} == set(LeadStatus) - {LeadStatus.CONVERTED}
        rows = lists.page(limit=count).rows
        assert all(row.source for row in rows)
        assert any(row.industry for row in rows)
        with store.read() as connection:
            assert list(broken_rules(connection)) == []
