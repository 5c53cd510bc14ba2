"""What the search box shows: title, path, what matched; and the records opened lately."""

import pytest

from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.search import PathPart, SearchService
from crmdesk.storage.store import Store

COMPANY, SITE, CONTACT = RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT


@pytest.fixture
def service(store: Store) -> SearchService:
    with store.unit_of_work() as uow:
        run = uow.connection.exec_driver_sql
        run("INSERT INTO company(id,kind,legal_name,short_name,code) VALUES('g','group','家乐福集团','家乐福','JLF')")
        run(
            "INSERT INTO company(id,kind,parent_id,legal_name,phone) VALUES('c','legal','g','北京创益佳商业有限公司','010-63271234')"
        )
        run(
            "INSERT INTO site(id,company_id,name,code,status,city,street) VALUES('s','c','方庄店','JLF-FZ','lead','北京市','蒲方路1号')"
        )
        run("INSERT INTO contact(id,name,mobile) VALUES('p','王芳','13800138000')")
        run("INSERT INTO position(id,contact_id,site_id,title,is_main) VALUES('q','p','s','店长',1)")
        uow.commit()
    return SearchService(store)


def test_a_hit_shows_its_title_code_and_path(service: SearchService) -> None:
    hit = service.search("fangzhuang").hits[0]
    assert (hit.key, hit.title, hit.title_spans, hit.code, hit.address) == (
        RecordKey(SITE, "s"),
        "方庄店",
        ((0, 2),),
        "JLF-FZ",
        "北京市蒲方路1号",
    )
    assert hit.path == (PathPart(RecordKey(COMPANY, "g"), "家乐福"), PathPart(RecordKey(COMPANY, "c"), "北京创益佳商业有限公司"))


def test_the_path_of_a_person_ends_at_the_site(service: SearchService) -> None:
    (hit,) = service.search("wangfang").hits
    assert [part.name for part in hit.path] == ["家乐福", "北京创益佳商业有限公司", "方庄店"]
    assert (hit.label, hit.phones) == ("店长", ("13800138000",))


@pytest.mark.parametrize(
    ("typed", "field", "marked"),
    [("蒲方", "address", "蒲方"), ("6327", "phone", "6327"), ("jlffz", "code", "JLF-FZ"), ("集团", "name", "集团")],
)
def test_a_match_outside_the_title_is_shown(service: SearchService, typed: str, field: str, marked: str) -> None:
    hit = service.search(typed).hits[0]
    assert hit.title_spans == ()
    assert hit.matches[0].field == field
    text, spans = hit.matches[0].text, hit.matches[0].spans
    assert text[spans[0][0] : spans[-1][1]] == marked


def test_words_side_by_side_are_one_highlight(service: SearchService) -> None:
    assert service.search("方 庄店").hits[0].title_spans == ((0, 3),)


def test_the_exact_code_comes_first_and_a_cut_list_says_so(service: SearchService) -> None:
    assert service.search("JLF").hits[0].key == RecordKey(COMPANY, "g")
    assert service.search("JLF", limit=1).is_cut
    assert not service.search("JLF").is_cut
    assert service.search("").hits == ()


def test_records_opened_lately_are_listed_last_first(service: SearchService, store: Store) -> None:
    for key in (
        RecordKey(SITE, "s"),
        RecordKey(COMPANY, "g"),
        RecordKey(CONTACT, "p"),
        RecordKey(SITE, "s"),
        RecordKey(RecordKind.TERM, "t"),
    ):
        service.remember_opened(key)
    assert [hit.key.id for hit in service.recent().hits] == ["s", "p", "g"]
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE contact SET deleted_at='2026-11-22T00:00:00.000Z' WHERE id='p'")
        uow.commit()
    assert [hit.key.id for hit in service.recent().hits] == ["s", "g"]


def test_only_so_many_opened_records_are_remembered(service: SearchService, store: Store) -> None:
    for n in range(65):
        service.remember_opened(RecordKey(SITE, f"{n}"))
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM recent_record").scalar_one() == 60


def test_a_cycle_in_the_tree_does_not_hang_a_search(service: SearchService, store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE company SET parent_id='c' WHERE id='g'")
        uow.commit()
    assert len(service.search("方庄").hits[0].path) == 64


def test_an_index_of_another_form_is_written_anew_once(service: SearchService, store: Store) -> None:
    with store.unit_of_work() as uow:
        run = uow.connection.exec_driver_sql
        run("DROP TABLE search_index")
        run("DROP TABLE search_index_content")
        run("CREATE VIRTUAL TABLE search_index USING fts5(terms, content='', contentless_delete=1, detail=none)")
        uow.commit()
    told: list[tuple[int, int]] = []
    assert service.bring_up_to_date(lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)
    assert service.search("方庄店").hits[0].key == RecordKey(SITE, "s")
    assert not service.bring_up_to_date()


def test_giving_up_leaves_the_old_index(service: SearchService, store: Store) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='search_form'")
        uow.commit()
    with pytest.raises(InterruptedError):
        service.bring_up_to_date(stop)
    assert service.search("方庄店").hits[0].key == RecordKey(SITE, "s")


@pytest.fixture
def with_leads(ready_store: Store) -> SearchService:
    with ready_store.unit_of_work() as uow:
        run = uow.connection.exec_driver_sql
        run("INSERT INTO pool(id,name,masks_contacts) VALUES('p','华东公海',1)")
        run(
            "INSERT INTO lead(id,status,company_name,mobile,email,owner_id) SELECT 'l','working','海立电器','13800138000','a@b.cn',v"
            " FROM sync_ctl WHERE k='user_id'"
        )
        run(
            "INSERT INTO lead(id,status,company_name,mobile,email,pool_id) VALUES('m','new','海立铸造','13900139000','c@d.cn','p')"
        )
        uow.commit()
    return SearchService(ready_store)


def test_a_lead_says_how_far_it_has_come_and_who_has_it(with_leads: SearchService) -> None:
    first, second = with_leads.search("海立").hits
    assert (first.key, first.label, first.holder, first.phones) == (
        RecordKey(RecordKind.LEAD, "l"),
        "working",
        "李雷",
        ("13800138000",),
    )
    assert (second.label, second.holder, second.phones) == ("new", "华东公海", ())


@pytest.mark.parametrize("text", ["139001", "c@d.cn"])
def test_a_pool_that_masks_shows_no_phone_or_mail_in_the_search(with_leads: SearchService, text: str) -> None:
    (hit,) = with_leads.search(text).hits
    assert (hit.title, hit.matches) == ("海立铸造", ())


def test_a_lead_is_among_those_opened_lately(with_leads: SearchService) -> None:
    with_leads.remember_opened(RecordKey(RecordKind.LEAD, "l"))
    (hit,) = with_leads.recent().hits
    assert (hit.title, hit.holder) == ("海立电器", "李雷")


@pytest.mark.parametrize("typed", ["全球石油", "quanqiu", "qqsy", "GSP"])
def test_one_kind_is_found_however_many_others_answer_better(service: SearchService, store: Store, typed: str) -> None:
    accounts = AccountService(store)
    company = accounts.create_company({"legal_name": "北京全球石油商业集团有限公司", "code": "GSP"}).record.key
    for number in range(35):
        accounts.create_site({"name": f"全球石油{number}号加油站", "company_id": company.id})
    found = [hit.key for hit in service.search(typed, 10, kind=RecordKind.COMPANY).hits]
    assert company in found
    assert {key.kind for key in found} == {RecordKind.COMPANY}
    under = (Under(RecordKind.COMPANY, company.id),)
    assert [hit.key for hit in service.search(typed, 10, under, RecordKind.COMPANY).hits] == [company]
    if typed != "GSP":
        assert {hit.key.kind for hit in service.search(typed, 10, under, RecordKind.SITE).hits} == {RecordKind.SITE}
