"""The index follows the rows: after every transaction, and when it is written anew."""

from collections.abc import Callable

import pytest

from crmdesk.storage.search.writing import rebuild
from crmdesk.storage.store import Store

Put = Callable[..., str]
Change = Callable[..., None]
Find = Callable[..., list[str]]


def test_what_was_entered_is_found_at_once(put: Put, find: Find) -> None:
    put("company", kind="legal", legal_name="全球石油有限公司")
    assert find("全qiu") == ["全球石油有限公司"]


def test_a_new_name_replaces_the_old_one(put: Put, change: Change, find: Find) -> None:
    company = put("company", kind="legal", legal_name="全球石油有限公司")
    change("company", company, legal_name="宇宙石油有限公司")
    assert find("全球") == []
    assert find("yuzhou") == ["宇宙石油有限公司"]


@pytest.mark.parametrize("field", ["deleted_at", "merged_into"])
def test_what_is_gone_is_not_found_and_what_returns_is(put: Put, change: Change, find: Find, field: str) -> None:
    company = put("company", kind="legal", legal_name="全球石油有限公司")
    change("company", company, **{field: "2026-11-22T00:00:00.000Z"})
    assert find("全球") == []
    change("company", company, **{field: None})
    assert find("全球") == ["全球石油有限公司"]


def test_a_site_and_its_people_are_found_by_the_company_and_follow_its_name(put: Put, change: Change, find: Find) -> None:
    company = put("company", kind="legal", legal_name="甲有限公司", short_name="家乐福")
    site = put("site", company_id=company, name="方庄店", status="lead")
    person = put("contact", name="单晓", mobile="138 0013 8000")
    assert find("家乐福 单") == []
    put("position", contact_id=person, site_id=site, is_main=1)
    assert find("jlf fz") == ["方庄店", "单晓"]
    assert find("家乐福 shanx") == ["单晓"]
    change("company", company, short_name="沃尔玛")
    assert find("家乐福 fz") == []
    assert find("wem fz") == ["方庄店", "单晓"]
    change("site", site, name="马连道店")
    assert find("马连 单") == ["单晓"]


def test_a_site_is_found_by_its_departments_as_they_come_and_go(put: Put, change: Change, find: Find) -> None:
    company = put("company", kind="legal", legal_name="甲有限公司")
    site = put("site", company_id=company, name="方庄店", status="lead")
    other = put("site", company_id=company, name="望京店", status="lead")
    unit = put("unit", site_id=site, name="采购中心")
    assert find("caigou") == ["方庄店"]
    change("unit", unit, site_id=other)
    assert find("caigou") == ["望京店"]
    change("unit", unit, name="培训部")
    assert (find("caigou"), find("培训")) == ([], ["望京店"])
    change("unit", unit, deleted_at="2026-11-22T00:00:00.000Z")
    assert find("培训") == []


def test_a_company_entered_after_its_site_still_names_it(put: Put, find: Find) -> None:
    put("site", company_id="later", name="方庄店", status="lead")
    put("company", id="later", kind="legal", legal_name="甲有限公司", short_name="家乐福")
    assert find("家乐福 方庄") == ["方庄店"]


def test_writing_the_index_anew_changes_no_answer(store: Store, put: Put, change: Change, find: Find) -> None:
    company = put("company", kind="legal", legal_name="北京家乐福商业有限公司", short_name="家乐福")
    put("site", company_id=company, name="方庄店", status="lead", address_text="北京市丰台区蒲方路")
    gone = put("company", kind="legal", legal_name="家乐福旧公司")
    change("company", gone, deleted_at="2026-11-22T00:00:00.000Z")
    told: list[tuple[int, int]] = []
    before = [find(text) for text in ("jlf", "家", "pufang", "蒲方路", "旧")]
    with store.unit_of_work() as uow:
        assert rebuild(uow.connection, lambda done, total: told.append((done, total))) == 2
        uow.commit()
    assert [find(text) for text in ("jlf", "家", "pufang", "蒲方路", "旧")] == before
    assert told[-1] == (2, 3)


def test_a_transaction_given_up_leaves_the_index_alone(store: Store, find: Find) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES('a','legal','全球石油')")
        uow.refresh()
    assert find("全球") == []


def test_bulk_rows_are_all_found(store: Store, find: Find) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", [(f"{n:032x}", f"第{n}石油公司") for n in range(1500)]
        )
        uow.commit()
    assert find("第1499石油") == ["第1499石油公司"]
    assert len(find("石油", 2000)) == 1500
