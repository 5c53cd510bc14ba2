import pytest

from crmdesk.core.clock import from_iso, utc_now
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.site_premises import SamePremises
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def _values(group: Group, street: str, name: str = "二号楼") -> dict[str, object]:
    return {"name": name, "company_id": group.company.id, "city": "北京市", "street": street}


def _verdicts(store: Store) -> list[tuple[str, str, str, str | None]]:
    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT left_id, right_id, decided_at, (SELECT u.name FROM app_user u WHERE u.id=decided_by) FROM pair_verdict"
            " WHERE deleted_at IS NULL"
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]


@pytest.mark.parametrize("street", ["马连道11号", "馬連道１１號", "马连道11号3层"])
def test_a_second_site_at_one_address_is_refused_and_nothing_is_stored(ready_store: Store, group: Group, street: str) -> None:
    accounts = AccountService(ready_store)
    with pytest.raises(SamePremises, match="马连道店"):
        accounts.create_site(_values(group, street))
    assert accounts.open(group.company).site_count == 2


def test_the_form_is_told_which_site_stands_there(ready_store: Store, group: Group) -> None:
    (here,) = AccountService(ready_store).sites_here(_values(group, "马连道11号"))
    assert (here.key, here.name, here.code, here.address) == (group.first, "马连道店", "JLF-MLD", "北京市马连道11号")
    assert (here.reason, dict(here.params)) == ("same building: {place}", {"place": "马连道11号"})


def test_what_stands_behind_the_number_is_told_as_floor_and_room(ready_store: Store, group: Group) -> None:
    (here,) = AccountService(ready_store).sites_here(_values(group, "马连道11号金茂大厦3层305室"))
    assert (here.floor, here.room) == ("3层", "305室")


def test_another_company_may_stand_there(ready_store: Store, group: Group) -> None:
    values = _values(group, "马连道11号") | {"company_id": group.other.id}
    assert AccountService(ready_store).create_site(values).record.name == "二号楼"


def test_another_building_is_a_decision_with_name_and_time_and_is_not_asked_again(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    saved = accounts.create_site(_values(group, "马连道11号"), other_buildings=[group.first.id])
    ((left, right, at, who),) = _verdicts(ready_store)
    assert {left, right} == {group.first.id, saved.record.key.id}
    assert left < right
    assert who == "李雷"
    assert abs((utc_now() - from_iso(at)).total_seconds()) < 60
    for key in (group.first, saved.record.key):
        assert not accounts.sites_here(_values(group, "马连道11号"), key)
    assert accounts.save(saved.record.key, {"street": "马连道 11 号"}).record.key == saved.record.key


def test_the_decision_is_taken_back_with_the_site(ready_store: Store, group: Group) -> None:
    AccountService(ready_store).create_site(_values(group, "马连道11号"), other_buildings=[group.first.id])
    UndoService(ready_store).undo_last()
    assert _verdicts(ready_store) == []


def test_a_site_is_not_moved_to_the_address_of_another(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    with pytest.raises(SamePremises):
        accounts.save(group.second, {"street": "马连道11号"})
    accounts.save(group.second, {"street": "马连道11号"}, other_buildings=[group.first.id])
    assert len(_verdicts(ready_store)) == 1


def test_what_else_is_changed_on_two_sites_of_one_address_is_saved(ready_store: Store, group: Group) -> None:
    with ready_store.unit_of_work() as uow:  # as an exchange or a move can bring them
        uow.connection.exec_driver_sql("UPDATE site SET street='马连道11号' WHERE id=?", (group.second.id,))
        uow.commit()
    accounts = AccountService(ready_store)
    assert accounts.save(group.second, {"name": "方圆大厦店"}).record.name == "方圆大厦店"
    assert accounts.open(RecordKey(RecordKind.SITE, group.second.id)).values["street"] == "马连道11号"


def test_an_address_may_leave_out_the_town_while_only_one_is_meant(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    short = {"name": "x", "company_id": group.company.id, "street": "马连道11号"}
    (here,) = accounts.sites_here(short)
    assert (here.key, here.reason) == (group.first, "same building: {place}; one address does not name the town")
    accounts.create_site(_values(group, "马连道11号") | {"city": "天津市"})
    assert accounts.sites_here(short) == ()


def test_a_site_stored_without_its_town_is_met_by_a_whole_address(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    made = accounts.create_site({"name": "x", "company_id": group.other.id, "street": "世纪大道100号"}).record.key
    (here,) = accounts.sites_here({"company_id": group.other.id, "street": "上海市浦东新区世纪大道100号17楼"})
    assert here.key == made
