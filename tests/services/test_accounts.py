import pytest

from crmdesk.core.errors import ChangedMeanwhile, CrmError, RecordNotFound
from crmdesk.core.vocabulary import RecordKind, SiteStatus
from crmdesk.services.account_writing import CodeTaken, CompanyCycle
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.notes import NoteService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.record_values import FieldRequired, FieldTooLong, UnknownField
from crmdesk.services.tree import TreeService
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_a_site_knows_its_path_and_what_its_company_gives(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    accounts.save(group.company, {"industry_id": "a" * 32})
    site = accounts.open(group.first)
    assert [part.name for part in site.path] == ["家乐福", "北京家乐福商业有限公司"]
    assert site.inherited == {"industry_id": "a" * 32}
    assert site.values["status"] == SiteStatus.FIGHTING.value


def test_counts_roll_up_to_the_top_at_once(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    assert accounts.open(group.group).site_count == 2
    accounts.save(group.second, {"company_id": group.other.id})
    assert [accounts.open(key).site_count for key in (group.group, group.company, group.other)] == [1, 1, 1]
    accounts.delete(group.first)
    assert [accounts.open(key).site_count for key in (group.group, group.company)] == [0, 0]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"code": "qqsy"}, CodeTaken),
        ({"legal_name": " "}, FieldRequired),
        ({"legal_name": "x" * 401}, FieldTooLong),
        ({"status": "lead"}, UnknownField),
        ({"site_count": "7"}, UnknownField),
        ({"parent_id": "f" * 32}, RecordNotFound),
        ({"code": "A B!"}, CrmError),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_stored(
    ready_store: Store, group: Group, changed: dict[str, object], error: type[CrmError]
) -> None:
    accounts = AccountService(ready_store)
    before = accounts.open(group.company)
    with pytest.raises(error):
        accounts.save(group.company, changed)
    assert accounts.open(group.company) == before


def test_a_company_never_comes_to_lie_under_itself(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    with pytest.raises(CompanyCycle, match="家乐福"):
        accounts.save(group.group, {"parent_id": group.company.id})
    with pytest.raises(CompanyCycle):
        accounts.save(group.group, {"parent_id": group.group.id})


def test_a_grade_carries_day_and_person_and_keeps_them(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    graded = accounts.save(group.first, {"grade": "A"}).record.values
    assert graded["graded_at"]
    assert graded["graded_by"]
    again = accounts.save(group.first, {"grade": "A", "phone": "010-63271234"}).record.values
    assert again["graded_at"] == graded["graded_at"]
    withdrawn = accounts.save(group.first, {"grade": None}).record.values
    assert (withdrawn["graded_at"], withdrawn["graded_by"]) == (None, None)


def test_saving_over_another_change_of_the_same_field_is_refused(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    base = accounts.open(group.first).values
    accounts.save(group.first, {"phone": "010-1"}, base)
    with pytest.raises(ChangedMeanwhile):
        accounts.save(group.first, {"phone": "010-2"}, base)
    accounts.save(group.first, {"email": "a@b.cn"}, base)
    assert accounts.open(group.first).values["phone"] == "010-1"


def test_deleting_a_company_takes_everything_below_and_undo_brings_it_back(ready_store: Store, group: Group) -> None:
    accounts, contacts, notes = AccountService(ready_store), ContactService(ready_store), NoteService(ready_store)
    contacts.add(group.first.id, {"name": "韩梅梅", "mobile": "13800000000"})
    notes.add(group.first.id, "来访")
    accounts.delete(group.group)
    for key in (group.group, group.company, group.first, group.second):
        with pytest.raises(RecordNotFound):
            accounts.open(key)
    with ready_store.read() as connection:
        living = "SELECT count(*) FROM {} WHERE deleted_at IS NULL"
        assert [connection.exec_driver_sql(living.format(table)).scalar() for table in ("position", "contact", "activity")] == [
            0,
            0,
            0,
        ]
    UndoService(ready_store).undo_last()
    assert accounts.open(group.group).site_count == 2
    assert [row.name for row in contacts.of_site(group.first.id)] == ["韩梅梅"]
    assert TreeService(ready_store).count(group.company) == 2


def test_records_are_found_by_code_whatever_its_case(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    assert accounts.find_by_code("jlf-mld") == group.first
    with pytest.raises(RecordNotFound):
        accounts.find_by_code("NOPE")


def test_a_code_is_free_again_after_its_record_is_deleted(ready_store: Store, group: Group) -> None:
    accounts = AccountService(ready_store)
    accounts.delete(group.other)
    assert accounts.create_company({"legal_name": "千秋实业", "code": "QQSY"}).record.values["code"] == "QQSY"


def test_a_record_that_never_was_is_not_found(ready_store: Store) -> None:
    with pytest.raises(RecordNotFound):
        AccountService(ready_store).open(RecordKey(RecordKind.SITE, "0" * 32))
