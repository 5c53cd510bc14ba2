"""Taking merges back late: exactly until something was changed, afterwards with a list of what to decide."""

from collections.abc import Iterator

import pytest

from crmdesk.services.catalogue import Services
from crmdesk.services.record_key import RecordKey
from crmdesk.services.unmerging import BACK, NotMerged, UnknownAnswer
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.merge_world import broken, state


@pytest.fixture
def services(ready_store: Store) -> Iterator[Services]:
    yield Services.over(ready_store)
    assert broken(ready_store) == []


def test_taken_back_at_once_everything_is_as_it_was(services: Services, ready_store: Store, group: Group) -> None:
    services.contacts.add(group.first.id, {"name": "王芳", "is_main": True})
    before = state(ready_store)
    services.merging.merge([group.first, group.second], group.second)
    preview = services.unmerging.preview(group.first)
    assert preview.is_exact
    assert {kind.value: count for kind, count in preview.goes_back.items()} == {"position": 1}
    done = services.unmerging.unmerge(group.first)
    assert done.merged == (group.first,)
    assert state(ready_store) == before
    assert services.accounts.find_by_code("JLF-MLD") == group.first


def test_ctrl_z_and_redo_carry_a_merge(services: Services, ready_store: Store, group: Group) -> None:
    before = state(ready_store)
    services.merging.merge([group.company, group.other], group.company)
    merged = state(ready_store)
    services.undo.undo_last()
    assert state(ready_store) == before
    services.undo.redo_last()
    assert state(ready_store) == merged
    services.undo.undo_last()
    assert state(ready_store) == before


def test_what_was_changed_or_added_since_is_asked_and_stays_by_default(services: Services, group: Group) -> None:
    services.accounts.save(group.first, {"phone": "010-63270000"})
    services.merging.merge([group.first, group.second], group.second)
    services.accounts.save(group.second, {"phone": "010-63279999"})
    services.notes.add(group.second.id, "合并之后")
    preview = services.unmerging.preview(group.second)
    assert not preview.is_exact
    asked = {question.reason: question for question in preview.questions}
    assert [option.text for option in asked["changed after the merge"].options] == ["010 6327 9999", ""]
    assert [option.text for option in asked["came after the merge"].options] == ["方圆店", "马连道店"]
    services.unmerging.unmerge(group.second)
    assert services.accounts.open(group.second).values["phone"] == "010 6327 9999"
    assert [row.text for row in services.notes.of_site(group.second.id)] == ["合并之后"]
    assert services.accounts.open(group.first).values["phone"] == "010 6327 0000"


def test_what_was_added_since_may_be_handed_over_and_fields_put_back(services: Services, group: Group) -> None:
    services.accounts.save(group.first, {"phone": "010-63270000"})
    transaction = services.merging.merge([group.first, group.second], group.second).changes.transaction
    services.accounts.save(group.second, {"phone": "010-63279999"})
    services.notes.add(group.second.id, "合并之后")
    assert transaction is not None
    field, note = services.unmerging.preview(transaction).questions
    services.unmerging.unmerge(transaction, {field.id: BACK, note.id: group.first.id})
    assert services.accounts.open(group.second).values["phone"] is None
    assert [row.text for row in services.notes.of_site(group.first.id)] == ["合并之后"]


def test_a_child_moved_on_since_stays_or_goes_back(services: Services, group: Group) -> None:
    third = services.accounts.create_company({"legal_name": "第三"}).record.key
    services.merging.merge([group.company, group.other], group.other)
    services.accounts.save(group.first, {"company_id": third.id})
    (question,) = services.unmerging.preview(group.other).questions
    assert (question.name, question.default) == ("马连道店", third.id)
    services.unmerging.unmerge(group.other, {question.id: group.company.id})
    assert services.accounts.open(group.first).path[-1].key == group.company
    assert services.accounts.open(group.second).path[-1].key == group.company


def test_the_first_of_two_merges_is_taken_back_alone(services: Services, ready_store: Store, group: Group) -> None:
    services.notes.add(group.first.id, "来访")
    third = services.accounts.create_site({"name": "新店", "code": "XD", "company_id": group.company.id}).record.key
    before = state(ready_store)
    services.merging.merge([group.first, group.second], group.second)
    services.merging.merge([group.second, third], third)
    assert services.unmerging.preview(group.first).is_exact
    services.unmerging.unmerge(group.first)
    assert [row.text for row in services.notes.of_site(group.first.id)] == ["来访"]
    assert services.accounts.open(group.second).key == third
    services.unmerging.unmerge(group.second)
    assert state(ready_store) == before


def test_a_code_given_away_meanwhile_is_told(services: Services, group: Group) -> None:
    services.merging.merge([group.first, group.second], group.second)
    services.accounts.create_company({"legal_name": "新公司", "code": "JLF-MLD"})
    told = services.unmerging.unmerge(group.first).told
    assert [one.message for one in told] == ["it came back without its code, which belongs to 新公司 now"]


def test_what_was_deleted_since_stays_deleted_and_is_told(services: Services, group: Group) -> None:
    services.merging.merge([group.company, group.other], group.other)
    deletion = services.accounts.delete(group.first)
    preview = services.unmerging.preview(group.company)
    assert [(one.name, one.message) for one in preview.told] == [("马连道店", "deleted since")]
    services.unmerging.unmerge(group.company)
    assert deletion.transaction is not None
    services.undo.undo_transaction(deletion.transaction)
    assert services.accounts.open(group.first).path[-1].key == group.company


def test_what_is_no_merge_or_no_question_is_refused(services: Services, group: Group) -> None:
    with pytest.raises(NotMerged):
        services.unmerging.preview(group.first)
    services.merging.merge([group.first, group.second], group.second)
    with pytest.raises(UnknownAnswer):
        services.unmerging.unmerge(group.first, {"nothing": "keep"})
    services.unmerging.unmerge(group.first)
    with pytest.raises(NotMerged):
        services.unmerging.unmerge(RecordKey(group.second.kind, group.second.id))


def test_what_is_revived_later_follows_the_merge(services: Services, group: Group) -> None:
    gone = services.accounts.delete(group.first)
    services.merging.merge([group.company, group.other], group.other)
    assert gone.transaction is not None
    services.undo.undo_transaction(gone.transaction)
    assert services.accounts.open(group.first).path[-1].key == group.other


def test_a_merge_done_again_takes_along_what_was_added_in_between(services: Services, ready_store: Store, group: Group) -> None:
    merge = services.merging.merge([group.first, group.second], group.second).changes.transaction
    assert merge is not None
    undone = services.undo.undo_transaction(merge).changes.transaction
    assert undone is not None
    services.notes.add(group.first.id, "后来")
    services.undo.undo_transaction(undone)
    assert [row.text for row in services.notes.of_site(group.second.id)] == ["后来"]
    assert broken(ready_store) == []
