"""The store for pictures holds everything a person can meet, and is as good a store as any."""

from typing import TYPE_CHECKING

import pytest

from crmdesk.app.stage_exchange import write_exchange, write_first_connection
from crmdesk.core.exchange_words import ConflictKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up

if TYPE_CHECKING:
    from crmdesk.storage.store import Store


@pytest.fixture
def services(store: "Store") -> Services:
    set_up(store, "root")
    accounts = AccountService(store)
    for number in range(12):
        company = accounts.create_company({"legal_name": f"全球石油第{number}有限公司"}).record.key
        accounts.create_site({"name": f"第{number}店", "company_id": company.id, "phone": "021 5888 0001"})
    write_exchange(store)
    return Services.over(store)


def test_every_kind_of_conflict_edits_that_wait_news_and_claims(services: Services) -> None:
    assert {question.kind for question in services.conflicts.open()} == set(ConflictKind)
    assert {edit.needs_me for edit in services.conflicts.waiting()} == {True, False}
    state = services.exchange_state.now()
    assert state.is_connected
    assert min(state.waiting, state.needing, state.others, state.news) > 0
    assert len(services.claims.mine()) == 4


def test_what_is_done_there_afterwards_is_logged(services: Services, store: "Store") -> None:
    waiting = services.exchange_state.now().waiting
    services.accounts.create_company({"legal_name": "后来公司"})
    assert services.exchange_state.now().waiting == waiting + 1


def test_a_first_connection_waits_for_a_word(services: Services, store: "Store") -> None:
    write_first_connection(store)
    assert services.first_connection.is_matching
    assert services.first_connection.matching().proposals
