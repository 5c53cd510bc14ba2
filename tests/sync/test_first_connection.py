"""A store with data of its own pulls first and pushes when a person has looked; one with nothing in common pushes at once."""

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.first_connection import FirstConnection, State
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.sync.first_connection import exchange_in_order, may_push

NAME = "上海鑫政食品有限公司"


def ignore(_share: float) -> None:
    """Take no notice."""


@pytest.fixture
def ready(store: Store) -> Store:
    set_up(store, "李雷")
    return store


def company(store: Store, legal_name: str) -> str:
    return AccountService(store).create_company({"legal_name": legal_name}).record.key.id


def let_the_centre_have(store: Store, record: str) -> None:
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE company SET rv=7 WHERE id=?", (record,))
        uow.connection.exec_driver_sql("DELETE FROM sync_op WHERE pk=?", (record,))
        uow.commit()


def test_a_store_with_data_pulls_first_and_sends_when_the_person_is_done(ready: Store) -> None:
    let_the_centre_have(ready, company(ready, NAME))
    company(ready, NAME)
    pushed: list[bool] = []
    assert not may_push(ready)
    exchange_in_order(ready, pushed.append, ignore)
    assert pushed == [False]
    first = FirstConnection(ready)
    assert first.is_matching
    exchange_in_order(ready, pushed.append, ignore)
    assert pushed == [False, False], "others' work goes on coming while the person looks"
    assert len(first.matching().proposals) == 1
    first.finish()
    exchange_in_order(ready, pushed.append, ignore)
    assert pushed == [False, False, True]


def test_a_store_with_nothing_in_common_sends_at_once(ready: Store) -> None:
    company(ready, NAME)
    pushed: list[bool] = []
    exchange_in_order(ready, pushed.append, ignore)
    assert pushed == [False, True]
    with ready.read() as connection:
        assert connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='exchange_state'").scalar() == State.MATCHED


def test_an_empty_store_has_nothing_to_match(ready: Store) -> None:
    assert may_push(ready)


def test_what_is_entered_after_an_empty_store_joined_is_sent_at_once(ready: Store) -> None:
    pushed: list[bool] = []
    exchange_in_order(ready, pushed.append, ignore)
    let_the_centre_have(ready, company(ready, NAME))
    company(ready, NAME)  # two of one name: a question for the duplicate search, not for a first connection
    exchange_in_order(ready, pushed.append, ignore)
    assert pushed == [True, True]
    assert not FirstConnection(ready).is_matching


def test_the_classifications_that_ship_with_the_program_are_not_sent(ready: Store) -> None:
    exchange_in_order(ready, lambda _push: None, ignore)
    with ready.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO term(id,taxonomy,code,name,position) VALUES('t','source','S','展会',1)")
        uow.commit()
    with ready.read() as connection:
        left = connection.exec_driver_sql("SELECT pk FROM sync_op WHERE tbl='term' AND outcome IS NULL").scalars().all()
    assert left == ["t"]


def test_a_first_exchange_that_fails_begins_again(ready: Store) -> None:
    company(ready, NAME)

    def broken(_push: bool) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        exchange_in_order(ready, broken, ignore)
    assert not may_push(ready)
