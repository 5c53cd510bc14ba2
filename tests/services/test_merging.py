"""Merging companies, sites and people: what is taken, what follows, what is told, and how the merged record is still found."""

from collections.abc import Iterator

import pytest

from crmdesk.core.errors import ChangedMeanwhile
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.catalogue import Services
from crmdesk.services.merge_plan import CannotMerge, MixedKinds, UnknownChoice
from crmdesk.services.record_key import RecordKey
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.merge_world import broken


@pytest.fixture
def services(ready_store: Store) -> Iterator[Services]:
    yield Services.over(ready_store)
    assert broken(ready_store) == []


def one(store: Store, query: str, *values: object) -> object:
    with store.read() as connection:
        return connection.exec_driver_sql(query, values).scalar()


def chosen(services: Services, keys: list[RecordKey], survivor: RecordKey | None = None) -> dict[str, tuple[str, str]]:
    """Return field → the code or name of the record whose value is taken by default, and why."""
    preview = services.merging.preview(keys, survivor)
    names = {record.key.id: record.code or record.name for record in preview.records}
    return {row.key: (names.get(row.chosen, row.chosen), row.why) for row in preview.rows if not row.is_equal}


def test_the_record_with_most_that_hangs_on_it_stays_and_everything_follows(services: Services, group: Group) -> None:
    preview = services.merging.preview([group.other, group.company])
    assert preview.survivor == group.company
    assert preview.follows == {}
    services.contacts.add(group.first.id, {"name": "王芳"})
    services.notes.add(group.first.id, "来访")
    done = services.merging.merge([group.first, group.second], group.second)
    assert done.key == group.second
    assert [row.name for row in services.contacts.of_site(group.second.id)] == ["王芳"]
    assert [row.text for row in services.notes.of_site(group.second.id)] == ["来访"]
    assert services.accounts.open(group.company).site_count == 1


def test_defaults_say_why(services: Services) -> None:
    make = services.accounts.create_company
    old = make({"legal_name": "全球石油", "code": "QQ", "credit_code": "123", "note": "老", "phone": "021-61000001"}).record.key
    new = make(
        {"legal_name": "全球石油有限公司", "credit_code": "91310000132210627Q", "note": "新", "website": "a.cn"}
    ).record.key
    services.accounts.save(new, {"phone": "021-61000002"})
    taken = chosen(services, [old, new])
    assert taken["code"] == ("QQ", "the only one filled")
    assert taken["legal_name"][1] == "the longer name"
    assert taken["phone"][1] == "edited last"
    assert taken["website"][1] == "the only one filled"
    assert taken["note"] == ("both", "both are kept, one below the other")
    done = services.merging.merge([old, new], old)
    record = services.accounts.open(done.key)
    assert record.values["note"] == "老\n\n新"
    assert record.values["phone"] == "021 6100 0002"


def test_a_name_never_comes_with_the_number_of_another_company(services: Services) -> None:
    make = services.accounts.create_company
    one_ = make({"legal_name": "甲公司", "code": "J", "credit_code": "915001036219164684"}).record.key
    two = make({"legal_name": "乙有限责任公司", "credit_code": "91510100737745699U"}).record.key
    preview = services.merging.preview([one_, two], one_)
    row = next(row for row in preview.rows if row.key == "legal_name")
    assert [remark.field for remark in preview.told if remark.severity.value == "warning"] == ["credit_code"]
    assert row.chosen == one_.id


def test_an_address_is_taken_as_a_whole_from_one_record(services: Services, group: Group) -> None:
    services.accounts.save(group.second, {"street": "方圆路2号", "postcode": "100080"})
    services.merging.merge([group.first, group.second], group.first, {"address": group.second.id})
    values = services.accounts.open(group.first).values
    assert (values["city"], values["street"], values["postcode"]) == ("北京市", "方圆路2号", "100080")


def test_code_and_id_of_a_merged_record_find_the_survivor_through_chains(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    third = services.accounts.create_site({"name": "新店", "code": "JLF-XD", "company_id": group.company.id}).record.key
    services.merging.merge([group.second, third], third)
    for code in ("JLF-MLD", "jlf-fy", "JLF-XD"):
        assert services.accounts.find_by_code(code) == third
    assert services.accounts.open(group.first).key == third
    assert [hit.key for hit in services.search.search("JLF-MLD").hits] == [third]
    assert third in [hit.key for hit in services.search.search("马连道店").hits]
    merges = services.merging.merges_of(third)
    assert [[record.code for record in merge.merged] for merge in merges] == [["JLF-FY"], ["JLF-MLD"]]
    assert merges[0].user_name == "李雷"


def test_recent_records_lead_to_the_survivor(services: Services, group: Group) -> None:
    services.search.remember_opened(group.first)
    services.search.remember_opened(group.second)
    services.merging.merge([group.first, group.second], group.second)
    assert [hit.key for hit in services.search.recent().hits] == [group.second]


def test_both_codes_go_on_finding_when_the_survivor_takes_the_other_code(services: Services, group: Group) -> None:
    done = services.merging.merge([group.first, group.second], group.first, {"code": group.second.id})
    assert services.accounts.open(group.first).values["code"] == "JLF-FY"
    assert services.accounts.find_by_code("JLF-MLD") == group.first
    assert "Code JLF-MLD goes on finding the record: it leads to 马连道店." in [remark.message for remark in done.told]


def test_former_owners_become_collaborators_once(services: Services, ready_store: Store, group: Group) -> None:
    boss, _ = services.users.add("韩梅梅")
    me = services.users.all()[0].id
    services.accounts.save(group.company, {"owner_id": me})
    services.accounts.save(group.other, {"owner_id": boss})
    preview = services.merging.preview([group.company, group.other], group.company)
    assert any(remark.message.startswith("韩梅梅, who owned 全球石油有限公司") for remark in preview.told)
    services.merging.merge([group.company, group.other], group.company)
    rows = "SELECT user_id||access||reason FROM collaborator WHERE company_id=? AND deleted_at IS NULL"
    assert one(ready_store, rows, group.company.id) == f"{boss}writeformer_owner"
    third = services.accounts.create_company({"legal_name": "丙", "owner_id": boss}).record.key
    services.merging.merge([group.company, third], group.company)
    assert one(ready_store, "SELECT count(*) FROM collaborator WHERE deleted_at IS NULL") == 1


def test_a_company_merged_with_its_ancestor_is_lifted_out(services: Services, group: Group) -> None:
    top = services.accounts.create_company({"legal_name": "总部", "code": "ZB"}).record.key
    services.accounts.save(group.group, {"parent_id": top.id})
    low = services.accounts.create_company({"legal_name": "下属", "parent_id": group.company.id}).record.key
    done = services.merging.merge([group.group, low], low)  # low lies two levels below the group
    record = services.accounts.open(low)
    assert [part.name for part in record.path] == ["总部"]
    assert services.accounts.open(group.company).path[-1].key == low
    assert any("moves up, below 总部" in remark.message for remark in done.told)


def test_one_main_contact_is_left(services: Services, group: Group) -> None:
    services.contacts.add(group.first.id, {"name": "王芳", "is_main": True})
    services.contacts.add(group.second.id, {"name": "李四", "is_main": True})
    done = services.merging.merge([group.first, group.second], group.first)
    assert {row.name: row.is_main for row in services.contacts.of_site(group.first.id)} == {"王芳": True, "李四": False}
    assert "王芳 stays the main contact; 李四 is an ordinary one from now on." in [remark.message for remark in done.told]


def test_people_are_merged_with_their_jobs_and_a_job_entered_twice_becomes_one(services: Services, group: Group) -> None:
    services.contacts.add(group.first.id, {"name": "王芳", "title": "经理"})
    services.contacts.add(group.first.id, {"name": "王芳", "mobile": "13800138000"})
    services.contacts.add(group.second.id, {"name": "王方", "title": "经理"})
    people = [RecordKey(RecordKind.CONTACT, row.contact_id) for row in services.contacts.of_site(group.first.id)]
    people.append(RecordKey(RecordKind.CONTACT, services.contacts.of_site(group.second.id)[0].contact_id))
    done = services.merging.merge(people, people[0])
    here = services.contacts.of_site(group.first.id)
    assert [(row.contact_id, row.title, row.mobile) for row in here] == [(people[0].id, "经理", "138 0013 8000")]
    assert [row.contact_id for row in services.contacts.of_site(group.second.id)] == [people[0].id]
    assert any("became one" in remark.message for remark in done.told)


def test_sites_of_merged_companies_at_one_address_stay_two_and_are_offered(services: Services, group: Group) -> None:
    services.accounts.create_site({"name": "马连道", "company_id": group.other.id, "city": "北京市", "street": "马连道11号2楼"})
    done = services.merging.merge([group.company, group.other], group.company)
    assert len(done.next_pairs) == 1
    assert group.first in done.next_pairs[0]
    assert services.accounts.open(group.company).site_count == 3


def test_a_merged_record_stands_for_its_survivor_in_another_merge(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    with pytest.raises(CannotMerge):
        services.merging.merge([group.first, group.second])


def test_what_cannot_be_merged_is_refused_in_words(services: Services, group: Group) -> None:
    with pytest.raises(MixedKinds):
        services.merging.preview([group.first, group.company])
    with pytest.raises(CannotMerge):
        services.merging.preview([group.first, group.first])
    with pytest.raises(UnknownChoice):
        services.merging.preview([group.first, group.second], None, {"colour": group.first.id})
    with pytest.raises(UnknownChoice):
        services.merging.preview([group.first, group.second], None, {"phone": group.other.id})


def test_a_verdict_on_a_merged_record_holds_for_the_survivor(services: Services, ready_store: Store, group: Group) -> None:
    left, right = sorted([group.first.id, group.other.id])
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            """INSERT INTO pair_verdict(id,record_kind,left_id,right_id,verdict,decided_at)
               VALUES('v','site',?,?,'not_duplicate','2026-11-22T10:00:00.000Z')""",
            (left, right),
        )
        uow.commit()
    services.merging.merge([group.first, group.second], group.second)
    expected = "|".join(sorted([group.second.id, group.other.id]))
    assert one(ready_store, "SELECT left_id||'|'||right_id FROM pair_verdict") == expected


def test_history_of_a_survivor_tells_what_happened_to_the_merged_record(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    entries = services.history.of_record(RecordKind.SITE, group.second.id)
    assert entries[0].action is not None
    assert (entries[0].action.value, entries[0].label) == ("merge", "方圆店 ← 马连道店")
    merged = next(change for change in entries[0].changes if change.field == "merged_into")
    assert (merged.name, merged.new_text) == ("马连道店", "方圆店")


def test_a_form_open_on_a_merged_record_saves_into_the_survivor(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    saved = services.accounts.save(group.first, {"tier": "T1"}, {"tier": None})
    assert (saved.record.key, saved.record.values["tier"]) == (group.second, "T1")
    with pytest.raises(ChangedMeanwhile):
        services.accounts.save(group.first, {"name": "新名"}, {"name": "马连道店"})


def test_a_code_that_leads_to_a_survivor_is_not_given_away_unseen(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    (remark,) = services.accounts.check(RecordKind.COMPANY, {"legal_name": "新公司", "code": "JLF-MLD"})
    assert (remark.severity.value, remark.target) == ("warning", str(group.second))
    assert services.accounts.check(RecordKind.SITE, {"name": "方圆店", "company_id": "x", "code": "JLF-MLD"}, group.second) == ()
