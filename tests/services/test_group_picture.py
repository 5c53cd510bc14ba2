import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.group_picture import GroupPicture, GroupPictureService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def _named(picture: GroupPicture) -> dict[str, str | None]:
    """Name → name of the node above."""
    return {
        name: picture.names[parent] if parent >= 0 else None for name, parent in zip(picture.names, picture.parents, strict=True)
    }


def test_a_group_is_read_with_everything_below_it(ready_store: Store, group: Group) -> None:
    picture = GroupPictureService(ready_store).read(group.group)
    assert _named(picture) == {
        "家乐福": None,
        "北京家乐福商业有限公司": "家乐福",
        "方圆店": "北京家乐福商业有限公司",
        "马连道店": "北京家乐福商业有限公司",
    }
    assert picture.key(0) == group.group
    assert {picture.key(node) for node in range(len(picture))} == {group.group, group.company, group.first, group.second}
    assert list(picture.is_site) == [0, 0, 1, 1]
    assert list(picture.values) == [0, 0, 1, 1]
    assert picture.company_kinds[:2] == ("group", "legal")
    assert picture.statuses[0] is None
    assert picture.statuses[2] == "fighting"


def test_a_company_in_the_middle_knows_what_is_above(ready_store: Store, group: Group) -> None:
    picture = GroupPictureService(ready_store).read(group.company)
    assert picture.key(0) == group.company
    assert [(part.key, part.name) for part in picture.above] == [(group.group, "家乐福")]


def test_a_site_stands_for_its_company(ready_store: Store, group: Group) -> None:
    assert GroupPictureService(ready_store).read(group.first).key(0) == group.company


def test_every_node_stands_behind_its_parent(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    parent = group.company
    for number in range(12):
        parent = accounts.create_company({"legal_name": f"层{number}", "parent_id": parent.id}).record.key
    accounts.create_site({"name": "最深", "company_id": parent.id})
    picture = GroupPictureService(ready_store).read(group.group)
    assert all(above < node for node, above in enumerate(picture.parents))
    assert len(picture) == 17


@pytest.mark.parametrize("kind", [RecordKind.COMPANY, RecordKind.SITE])
def test_a_record_that_is_gone_is_told(ready_store: Store, kind: RecordKind) -> None:
    with pytest.raises(RecordNotFound):
        GroupPictureService(ready_store).read(RecordKey(kind, "0" * 32))


def test_an_unknown_measure_is_a_bug(ready_store: Store, group: Group) -> None:
    service = GroupPictureService(ready_store)
    assert service.measures()[0].key == "sites"
    with pytest.raises(ValueError):
        service.read(group.group, "nothing")


def test_each_measure_can_be_read(ready_store: Store, group: Group) -> None:
    service = GroupPictureService(ready_store)
    for measure in service.measures():
        assert len(service.read(group.group, measure.key).values) == 4


def test_people_count_at_the_sites_where_they_are(ready_store: Store, group: Group) -> None:
    contacts = ContactService(ready_store)
    for name in ("王芳", "李雷"):
        contacts.add(group.first.id, {"name": name})
    service = GroupPictureService(ready_store)
    picture = service.read(group.group, "contacts")
    assert {name: value for name, value in zip(picture.names, picture.values, strict=True) if value} == {"马连道店": 2}
    assert "last_activity" not in {measure.key for measure in service.measures()}


def test_companies_count_themselves(ready_store: Store, group: Group) -> None:
    picture = GroupPictureService(ready_store).read(group.group, "companies")
    assert list(picture.values) == [1, 1, 0, 0]
    assert picture.measure.counts_companies
