"""Joining a centre, becoming the person it knows, leaving it with the data or without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.sync.connecting import NotConnected, OtherPerson, connect, is_connected, leave
from tests.sync.laptops import HAN, LI, SETTINGS, Laptop, due_to
from tests.sync.twin.centre import Hub

ACME, SHOP = "c1" * 16, "51" * 16


@pytest.fixture
def own(store: Store, hub: Hub) -> Laptop:
    """Li's own store, used for a while without any centre."""
    set_up(store, "我")
    laptop = Laptop(store, hub.login(LI))
    me = laptop.one("SELECT v FROM sync_ctl WHERE k='user_id'")
    laptop.insert("company", ACME, kind="legal", legal_name="全球商业")
    laptop.insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting", owner_id=me)
    laptop.set("site", SHOP, owner_id=None)
    laptop.set("site", SHOP, owner_id=me)
    return laptop


def test_secrets_are_not_kept_in_the_store(store: Store) -> None:
    with pytest.raises(ValueError, match="secrets"):
        connect(store, {**SETTINGS, "password": "x"})
    assert not is_connected(store)


def test_nothing_is_exchanged_without_a_centre(store: Store, hub: Hub) -> None:
    with pytest.raises(NotConnected):
        Laptop(store, hub.login(LI)).exchange()


def test_the_person_becomes_the_one_the_centre_knows(own: Laptop, hub: Hub) -> None:
    connect(own.store, SETTINGS)
    report = own.exchange()
    assert (report.conflicts, report.parked) == (0, 0)
    assert own.one("SELECT owner_id FROM site") == LI
    assert own.rows("SELECT old, new FROM sync_op WHERE fld='owner_id' ORDER BY seq") == [(LI, None), (None, LI)]
    assert own.rows("SELECT DISTINCT user_id FROM change_tx") == [(LI,)]
    assert own.one("SELECT name FROM app_user WHERE id=?", LI) == "李雷"
    terms = own.content()["term"]
    assert len(terms) > 100  # the shipped classifications stay, whatever the centre says of them
    due = due_to(hub, LI)
    shipped = {"term", "stage", "criteria_set", "criterion"}
    assert {table: rows for table, rows in own.content().items() if table not in shipped} == {
        table: rows for table, rows in due.items() if table not in shipped
    }


def test_another_persons_login_is_refused(own: Laptop, hub: Hub) -> None:
    connect(own.store, SETTINGS)
    own.exchange()
    with pytest.raises(OtherPerson, match="韩梅梅"):
        own.exchange(centre=hub.login(HAN))


def test_left_with_the_data_and_joined_again(li: Laptop, hub: Hub) -> None:
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    li.exchange()
    leave(li.store, wipe=False)
    assert not is_connected(li.store)
    assert li.one("SELECT legal_name FROM company") == "全球商业"
    li.insert("site", SHOP, company_id=ACME, name="浦东店", status="fighting")
    connect(li.store, SETTINGS)
    report = li.exchange()
    assert (report.outcomes, report.conflicts, report.parked) == ({"same": 1, "applied": 1}, 0, 0)
    assert li.content() == due_to(hub, LI)


def test_left_without_the_data(li: Laptop, laptop_of: Callable[[str], Laptop], tmp_path: Path) -> None:
    li.insert("company", ACME, kind="legal", legal_name="全球商业")
    li.exchange()
    leave(li.store, wipe=True)
    assert {table: len(rows) for table, rows in li.content().items() if rows} == {}
    for table in ("sync_op", "change_tx", "sync_news", "sync_have", "search_index"):
        assert li.one(f"SELECT count(*) FROM {table}") == 0
    assert li.one("SELECT v FROM sync_ctl WHERE k='user_id'") is None
    set_up(li.store, "新人")
    assert li.one("SELECT count(*) FROM term") > 100
