"""Roll-ups are exact at every node, at once after an edit, and end where the data hold a loop."""

import pytest

from crmdesk.core.ids import new_id
from crmdesk.core.measuring import Dimension, Unit
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.measures import MEASURES
from crmdesk.services.accounts import AccountService
from crmdesk.services.catalogue import Services
from crmdesk.services.record_key import RecordKey
from crmdesk.services.roll_ups import NodeRollUp, RollUpService
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def _of(store: Store, key: RecordKey) -> dict[str, NodeRollUp]:
    return {rolled.measure.key: rolled for rolled in RollUpService(store).of(key)}


@pytest.fixture
def busy(ready_store: Store, group: Group) -> Group:
    """The group with people, notes, a site at the top company, grades and statuses."""
    accounts = AccountService(ready_store)
    services = Services.over(ready_store)
    head = accounts.create_site({"name": "总部", "company_id": group.group.id}).record.key
    accounts.save(group.first, {"grade": "A"})
    with ready_store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.SITE, group.first.id, {"status": "existing"})
        person = new_id()
        record_rows.insert(uow.connection, RecordKind.CONTACT, {"id": person, "name": "韩梅梅"})
        for site, ended in ((group.first.id, None), (head.id, None), (group.second.id, "2020-01-01")):
            values = {"id": new_id(), "contact_id": person, "site_id": site, "ended_on": ended}
            record_rows.insert(uow.connection, RecordKind.POSITION, values)
        uow.commit()
    services.notes.add(group.first.id, "拜访")
    services.notes.add(head.id, "电话")
    return group


def test_own_and_subtree_and_what_they_divide_into(ready_store: Store, busy: Group) -> None:
    top = _of(ready_store, busy.group)
    assert (top["sites"].own, top["sites"].subtree) == (1, 3)
    assert top["sites"].by_status == {"existing": 1, "fighting": 2}
    assert top["sites"].by_grade == {"A": 1, None: 2}
    assert (top["companies"].own, top["companies"].subtree) == (1, 1)
    assert top["companies"].by_status == {}
    assert (top["contacts"].own, top["contacts"].subtree) == (1, 1), "one person at two sites counts once"
    assert top["contacts"].by_status == {"existing": 1, "fighting": 1}
    assert (top["notes"].own, top["notes"].subtree) == (1, 2)
    assert isinstance(top["last_activity"].subtree, str)
    site = _of(ready_store, busy.first)
    assert (site["sites"].own, site["sites"].subtree, site["contacts"].subtree, site["notes"].subtree) == (1, 1, 1, 1)
    assert site["companies"].subtree == 0
    other = _of(ready_store, busy.other)
    assert (other["sites"].subtree, other["contacts"].subtree, other["last_activity"].subtree) == (0, 0, None)


def test_many_nodes_at_once_agree_with_one(ready_store: Store, busy: Group) -> None:
    service = RollUpService(ready_store)
    keys = (busy.group, busy.company, busy.other, busy.first, busy.second)
    for measure in service.measures():
        found = service.for_nodes(keys, measure.key)
        for key in keys:
            (alone,) = service.of(key, [measure.key])
            assert found[key] == alone.subtree, (measure.key, key)
    assert service.mixes(keys)[busy.company] == {"existing": 1, "fighting": 1}
    assert service.mixes([busy.first]) == {}
    assert service.mixes([busy.group], "sites", Dimension.GRADE)[busy.group] == {"A": 1, None: 2}


def test_figures_follow_an_edit_at_once(ready_store: Store, busy: Group) -> None:
    AccountService(ready_store).delete(busy.first)
    top = _of(ready_store, busy.group)
    assert (top["sites"].subtree, top["notes"].subtree, top["contacts"].subtree) == (2, 1, 1)


def test_a_loop_of_parents_ends(ready_store: Store, busy: Group) -> None:
    with ready_store.unit_of_work() as uow:  # as two moves joined by an exchange would leave it
        record_rows.update(uow.connection, RecordKind.COMPANY, busy.group.id, {"parent_id": busy.company.id})
        uow.commit()
    assert _of(ready_store, busy.group)["sites"].subtree == 3
    assert _of(ready_store, busy.company)["sites"].subtree == 3
    notes = RollUpService(ready_store).for_nodes([busy.group, busy.company], "notes")
    assert set(notes.values()) == {2}


def test_every_measure_is_declared_whole() -> None:
    assert len({measure.key for measure in MEASURES}) == len(MEASURES)
    assert all(measure.unit in set(Unit) and measure.label for measure in MEASURES)
