import pytest

from crmdesk.core.errors import InvalidField, RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.catalogue import Services
from crmdesk.services.history import HistoryService
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.site_parts import SitePartService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_floors_and_departments_are_entered_changed_and_removed(ready_store: Store, group: Group) -> None:
    units = Services.over(ready_store).units
    saved = units.add(group.first.id, {"name": "采购部", "floor": "11楼"})
    assert [dict(row.values) for row in saved.rows] == [{"name": "采购部", "floor": "11楼", "room": None, "note": None}]
    assert units.change(saved.part_id, {"room": "1103"}).rows[0].values["room"] == "1103"
    assert units.remove(saved.part_id).rows == ()
    with pytest.raises(RecordNotFound):
        units.change(saved.part_id, {"room": "1"})
    UndoService(ready_store).undo_last()
    assert [row.values["room"] for row in units.of_site(group.first.id)] == ["1103"]


def test_a_billing_address_belongs_to_the_site(ready_store: Store, group: Group) -> None:
    addresses = Services.over(ready_store).further_addresses
    addresses.add(group.first.id, {"use": "billing", "address_text": "北京市第9001号信箱"})
    (row,) = addresses.of_site(group.first.id)
    assert (row.values["use"], row.values["address_text"]) == ("billing", "北京市第9001号信箱")


@pytest.mark.parametrize(
    ("kind", "values", "refusal"),
    [
        (RecordKind.UNIT, {"floor": "3"}, FieldRequired),
        (RecordKind.EXTRA_ADDRESS, {"address_text": "x"}, FieldRequired),
        (RecordKind.EXTRA_ADDRESS, {"use": "holiday", "address_text": "x"}, InvalidField),
    ],
)
def test_what_does_not_fit_is_refused(
    ready_store: Store, group: Group, kind: RecordKind, values: dict[str, object], refusal: type[Exception]
) -> None:
    parts = SitePartService(ready_store, kind)
    with pytest.raises(refusal):
        parts.add(group.first.id, values)
    assert parts.of_site(group.first.id) == ()


def test_they_go_with_their_site_and_stand_in_its_history(ready_store: Store, group: Group) -> None:
    units = Services.over(ready_store).units
    units.add(group.first.id, {"name": "采购部"})
    entries = HistoryService(ready_store).of_record(RecordKind.SITE, group.first.id, with_children=True)
    assert any(change.kind is RecordKind.UNIT for entry in entries for change in entry.changes)
    AccountService(ready_store).delete(group.first)
    assert units.of_site(group.first.id) == ()
    UndoService(ready_store).undo_last()
    assert len(units.of_site(group.first.id)) == 1
