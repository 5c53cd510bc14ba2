import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.services.contacts import ContactService
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_one_of_a_sites_people_is_its_main_contact(ready_store: Store, group: Group) -> None:
    contacts = ContactService(ready_store)
    contacts.add(group.first.id, {"name": "韩梅梅", "is_main": 1})
    saved = contacts.add(group.first.id, {"name": "李磊", "title": "采购经理", "is_main": 1})
    assert [(row.name, row.is_main) for row in saved.rows] == [("李磊", True), ("韩梅梅", False)]


def test_fields_of_person_and_position_change_together(ready_store: Store, group: Group) -> None:
    contacts = ContactService(ready_store)
    row = contacts.add(group.first.id, {"name": "韩梅梅"}).rows[0]
    (changed,) = contacts.change(row.position_id, {"name": "韩美美", "title": "店长", "email": "h@example.cn"}).rows
    assert (changed.name, changed.title, changed.email, changed.contact_id) == ("韩美美", "店长", "h@example.cn", row.contact_id)


def test_a_removed_person_comes_back_by_undo(ready_store: Store, group: Group) -> None:
    contacts = ContactService(ready_store)
    row = contacts.add(group.first.id, {"name": "韩梅梅", "mobile": "13800000000"}).rows[0]
    assert contacts.remove(row.position_id).rows == ()
    UndoService(ready_store).undo_last()
    assert contacts.of_site(group.first.id) == (row,)


def test_a_person_without_a_name_or_site_is_refused(ready_store: Store, group: Group) -> None:
    contacts = ContactService(ready_store)
    with pytest.raises(FieldRequired):
        contacts.add(group.first.id, {"name": " ", "mobile": "13800000000"})
    with pytest.raises(RecordNotFound):
        contacts.add("0" * 32, {"name": "韩梅梅"})
    assert contacts.of_site(group.first.id) == ()


def test_an_odd_phone_is_remarked_beside_its_field(ready_store: Store) -> None:
    (remark,) = ContactService(ready_store).check({"name": "x", "mobile": "12"})
    assert remark.field == "mobile"
