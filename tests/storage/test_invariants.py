"""Each of our own rules finds what breaks it and nothing else."""

from collections.abc import Callable

import pytest

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import Severity
from crmdesk.storage.invariants import broken_rules
from crmdesk.storage.store import Store

Run = Callable[..., None]


@pytest.fixture
def behind_the_back(store: Store) -> Run:
    """Write without triggers and refreshers, as damage or an exchange would."""

    def run(*statements: str) -> None:
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
            for statement in statements:
                uow.connection.exec_driver_sql(statement)
            uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")
            uow.commit()

    return run


@pytest.fixture
def tree(store: Store) -> None:
    """A group with a daughter, a site with a contact and a note: everything a rule speaks of, all right."""
    with store.unit_of_work() as uow:
        for statement in (
            "INSERT INTO company(id,kind,legal_name,code) VALUES('g','group','全球集团','QQ')",
            "INSERT INTO company(id,kind,legal_name,code,parent_id) VALUES('d','legal','全球商业','QQSY','g')",
            "INSERT INTO site(id,company_id,name,code,status) VALUES('s','d','浦东店','QQSY-SHPD','lead')",
            "INSERT INTO contact(id,name) VALUES('c','王芳')",
            "INSERT INTO position(id,contact_id,site_id) VALUES('p','c','s')",
            "INSERT INTO pool(id,name) VALUES('q','华东公海')",
            "INSERT INTO lead(id,status,company_name,pool_id) VALUES('l','working','海立','q')",
            "INSERT INTO follow_up(id,lead_id,kind,happened_at,text) VALUES('f','l','call','2026-11-22T00:00:00.000Z','hello')",
            "INSERT INTO lead(id,status,person) VALUES('m','converted','王芳')",
            "INSERT INTO conversion(id,lead_id,company_id,site_id,converted_at) VALUES('v','m','d','s','2026-11-22T00:00:00.000Z')",
            "INSERT INTO activity(id,site_id,kind,happened_at,text) VALUES('a','s','note','2026-11-22T00:00:00.000Z','first visit')",
        ):
            uow.connection.exec_driver_sql(statement)
        uow.commit()


def _found(store: Store) -> list[tuple[str, str, str]]:
    with store.read() as connection:
        return [(finding.check, finding.kind, finding.record_id) for finding in broken_rules(connection)]


@pytest.mark.usefixtures("tree")
def test_a_store_in_order_breaks_no_rule(store: Store) -> None:
    assert _found(store) == []


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE company SET code='QQSY-SHPD' WHERE id='g'", [("duplicate_code", "company", "g")]),
        (
            "UPDATE company SET parent_id='gone' WHERE id='d'",
            [("lost_reference", "company", "d"), ("site_count", "company", "g")],
        ),
        ("UPDATE company SET industry_id='gone' WHERE id='d'", [("lost_reference", "company", "d")]),
        ("UPDATE site SET source_id='gone' WHERE id='s'", [("lost_reference", "site", "s")]),
        ("UPDATE position SET site_id='gone' WHERE id='p'", [("lost_reference", "position", "p")]),
        ("UPDATE position SET contact_id='gone' WHERE id='p'", [("lost_reference", "position", "p")]),
        ("UPDATE activity SET site_id='gone' WHERE id='a'", [("lost_reference", "activity", "a")]),
        ("UPDATE contact SET merged_into='c' WHERE id='c'", [("merged", "contact", "c"), ("search_index", "contact", "")]),
        ("UPDATE contact SET merged_into='gone' WHERE id='c'", [("merged", "contact", "c"), ("search_index", "contact", "")]),
        ("UPDATE company SET site_count=7 WHERE id='g'", [("site_count", "company", "g")]),
        ("UPDATE site SET sort_key=NULL WHERE id='s'", [("sort_key", "site", "")]),
        ("UPDATE company SET parent_id='d', site_count=0 WHERE id='g'", [("cycle", "company", "g"), ("cycle", "company", "d")]),
        ("UPDATE lead SET sort_key=NULL WHERE id='l'", [("sort_key", "lead", "")]),
        ("UPDATE lead SET source_id='gone' WHERE id='l'", [("lost_reference", "lead", "l"), ("completeness", "lead", "")]),
        ("UPDATE lead SET pool_id='gone' WHERE id='l'", [("lost_reference", "lead", "l")]),
        ("UPDATE follow_up SET lead_id='gone' WHERE id='f'", [("lost_reference", "follow_up", "f")]),
        ("UPDATE lead SET owner_id='u' WHERE id='l'", [("owner_and_pool", "lead", "l")]),
        ("UPDATE lead SET person='' WHERE id='m'", [("nameless_lead", "lead", "m"), ("completeness", "lead", "")]),
        ("UPDATE lead SET status='converted' WHERE id='l'", [("converted", "lead", "l")]),
        ("UPDATE lead SET status='working' WHERE id='m'", [("converted", "lead", "m")]),
        ("UPDATE lead SET email='a@b.cn' WHERE id='l'", [("completeness", "lead", "")]),
        ("DROP TRIGGER capture_site_upd", [("trigger", "site", "")]),
        ("CREATE TRIGGER spy AFTER INSERT ON site BEGIN SELECT 1; END", [("trigger", "", "")]),
    ],
)
def test_each_rule_finds_what_breaks_it(
    store: Store, behind_the_back: Run, statement: str, found: list[tuple[str, str, str]]
) -> None:
    behind_the_back(statement)
    assert [item for item in _found(store) if item[0] != "site_count" or ("cycle", "company", "g") not in found] == found


@pytest.mark.usefixtures("tree")
def test_what_points_to_a_deleted_record_is_found(store: Store, behind_the_back: Run) -> None:
    behind_the_back("UPDATE contact SET deleted_at='2026-11-22T00:00:00.000Z' WHERE id='c'")
    assert ("deleted_reference", "position", "p") in _found(store)
    behind_the_back("UPDATE position SET deleted_at='2026-11-22T00:00:00.000Z' WHERE id='p'")
    assert ("deleted_reference", "position", "p") not in _found(store)


def test_a_finding_says_what_is_wrong_and_what_to_do(store: Store, behind_the_back: Run) -> None:
    for record in (new_id(), new_id()):
        behind_the_back(f"INSERT INTO company(id,kind,legal_name,code,sort_key) VALUES('{record}','legal','x','DUP','x')")
    with store.read() as connection:
        (finding,) = [item for item in broken_rules(connection) if item.check == "duplicate_code"]
    assert finding.message == "Code DUP is used by 2 records."
    assert (finding.severity, finding.code) == (Severity.ERROR, "DUP")
    assert finding.cure
