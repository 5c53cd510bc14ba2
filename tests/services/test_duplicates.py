"""The whole store searched, what of it still holds, and verdicts: on real files."""

from collections.abc import Mapping
from typing import Any

import pytest

from crmdesk.core.errors import Cancelled, RecordNotFound
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.duplicate_groups import Confidence
from crmdesk.services.duplicates import DuplicateService, GroupFound
from crmdesk.services.record_key import RecordKey
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store

CODE = "91310000132221257J"
COMPANIES: tuple[Mapping[str, Any], ...] = (
    {"legal_name": "上海全球石油有限公司", "credit_code": "91350100M000100Y43"},
    {"legal_name": "上海全球石油有限责任公司", "credit_code": "91350100M000100Y43"},
    {"legal_name": "上海全球石油有限公司（集团）", "credit_code": "91350100M000100Y43"},
    {"legal_name": "北京星河贸易有限公司"},
    {"legal_name": "广州白云电子有限公司"},
)


def nothing(_share: float) -> None:
    """Ignore progress."""


@pytest.fixture
def duplicates(ready_store: Store) -> DuplicateService:
    return DuplicateService(ready_store)


@pytest.fixture
def companies(ready_store: Store) -> tuple[RecordKey, ...]:
    accounts = AccountService(ready_store)
    return tuple(accounts.create_company(values).record.key for values in COMPANIES)


def shown(service: DuplicateService) -> list[GroupFound]:
    groups = [service.group(no) for no, _ in service.holding()]
    return [group for group in groups if group is not None]


def test_the_same_code_is_a_group_and_others_are_not(duplicates: DuplicateService, companies: tuple[RecordKey, ...]) -> None:
    duplicates.search(nothing)
    (group,) = shown(duplicates)
    assert group.kind is RecordKind.COMPANY
    assert {member.key for member in group.members} == set(companies[:3])
    assert group.confidence is Confidence.CERTAIN
    assert all("91350100M000100Y43" in pair.reasons[0].message for pair in group.pairs)
    (line,) = duplicates.lines([group.no]).values()
    assert (line.size, line.no) == (3, group.no)
    company, site = duplicates.last()
    assert (company.records, site.records) == (5, 0)
    assert company.compared >= 3


def test_a_pair_that_was_judged_is_shown_no_more_until_that_is_undone(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    duplicates.search(nothing)
    changes = duplicates.say_not_duplicates(companies[2], companies[:2])
    assert changes.touched.keys() == {"pair_verdict"}
    (group,) = shown(duplicates)
    assert {member.key for member in group.members} == set(companies[:2])
    duplicates.say_not_duplicates(companies[0], companies[1:2])
    assert shown(duplicates) == []
    undo = UndoService(ready_store)
    undo.undo_last()
    undo.undo_last()
    (group,) = shown(duplicates)
    assert len(group.members) == 3


def test_a_new_search_does_not_show_what_was_judged_but_keeps_it_for_the_undo(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    duplicates.say_not_duplicates(companies[0], [companies[1]])
    duplicates.search(nothing)
    for group in shown(duplicates):
        assert not {companies[0], companies[1]} <= {member.key for member in group.members}
    assert len(shown(duplicates)) == 2  # the third with each of them
    UndoService(ready_store).undo_last()
    assert any({companies[0], companies[1]} == {member.key for member in group.members} for group in shown(duplicates))


def test_what_is_deleted_or_merged_away_disappears(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    duplicates.search(nothing)
    with ready_store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "UPDATE company SET deleted_at='2026-01-01T00:00:00.000Z', merged_into=? WHERE id=?",
            (companies[0].id, companies[1].id),
        )
        uow.commit()
    (group,) = shown(duplicates)
    assert {member.key for member in group.members} == {companies[0], companies[2]}
    AccountService(ready_store).delete(companies[0])
    assert shown(duplicates) == []
    assert duplicates.holding() == []


def test_sites_of_one_company_are_no_duplicates_unless_they_share_the_premises(
    duplicates: DuplicateService, ready_store: Store
) -> None:
    accounts = AccountService(ready_store)
    company = accounts.create_company({"legal_name": "上海家乐福商业有限公司"}).record.key.id
    for number in range(1, 6):
        accounts.create_site(
            {
                "name": f"家乐福{number}店",
                "company_id": company,
                "city": "上海市",
                "street": f"世纪大道{number}00号",
                "phone": "02163271234",
            }
        )
    duplicates.search(nothing)
    assert shown(duplicates) == []
    first = accounts.create_site(
        {"name": "家乐福浦东店", "company_id": company, "city": "上海市", "street": "张扬路7号11楼"}
    ).record.key
    with ready_store.unit_of_work() as uow:  # as an exchange brings it: the services refuse it
        uow.connection.exec_driver_sql(
            """INSERT INTO site(id,company_id,name,city,street,status)
               VALUES('ff',?,'浦东家乐福','上海市','张扬路7号17楼','lead')""",
            (company,),
        )
        uow.commit()
    duplicates.search(nothing)
    (group,) = shown(duplicates)
    assert {member.key.id for member in group.members} == {first.id, "ff"}


def test_a_search_that_is_stopped_leaves_the_last_result(duplicates: DuplicateService, companies: tuple[RecordKey, ...]) -> None:
    duplicates.search(nothing)
    before = duplicates.last()

    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        duplicates.search(stop)
    assert duplicates.last() == before
    assert len(duplicates.holding()) == 1


def test_progress_rises_to_nearly_one(duplicates: DuplicateService, companies: tuple[RecordKey, ...]) -> None:
    shares: list[float] = []
    duplicates.search(shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(0.999)


def test_groups_below_one_company_only(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    accounts = AccountService(ready_store)
    for key in companies[:2]:
        accounts.save(key, {"parent_id": companies[3].id})
    (group,) = duplicates.find(RecordKind.COMPANY, nothing, under=companies[3])
    assert {member.key for member in group.members} == set(companies[:2])
    assert [part.key for part in group.members[0].path] == [companies[3]]
    assert duplicates.last() == ()  # nothing is kept
    assert duplicates.find(RecordKind.COMPANY, nothing, under=companies[4]) == ()


def test_a_verdict_on_a_record_that_is_gone_is_refused(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    AccountService(ready_store).delete(companies[1])
    with pytest.raises(RecordNotFound):
        duplicates.say_not_duplicates(companies[0], [companies[1]])


def test_a_company_and_what_lies_below_it_are_two(duplicates: DuplicateService, ready_store: Store) -> None:
    accounts = AccountService(ready_store)
    group = accounts.create_company({"legal_name": "家乐福集团", "short_name": "家乐福"}).record.key
    below = accounts.create_company({"legal_name": "家乐福商业有限公司", "parent_id": group.id}).record.key
    apart = accounts.create_company({"legal_name": "家乐福商业有限责任公司"}).record.key
    duplicates.search(nothing)
    assert shown(duplicates)
    for found in shown(duplicates):
        assert not {group, below} <= {member.key for member in found.members}
        assert apart in {member.key for member in found.members}


def test_groups_are_found_under_a_company_of_which_one_record_lies_there(
    duplicates: DuplicateService, companies: tuple[RecordKey, ...], ready_store: Store
) -> None:
    duplicates.search(nothing)
    everywhere = duplicates.holding()
    assert len(everywhere) == 1
    inside, outside = companies[0], AccountService(ready_store).create_company({"legal_name": "别处"}).record.key
    assert duplicates.holding(under=Under(RecordKind.COMPANY, inside.id)) == everywhere
    assert duplicates.holding(under=Under(RecordKind.COMPANY, outside.id)) == []
    assert duplicates.holding(under=Under(RecordKind.COMPANY, outside.id, negated=True)) == everywhere
