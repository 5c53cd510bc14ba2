"""The centre of an open store as the settings see it: read, chosen, left."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crmdesk.app.centre_link import StoreLink
from crmdesk.services.accounts import AccountService
from crmdesk.services.exchange_state import ExchangeStateService
from crmdesk.services.store_setup import set_up
from crmdesk.services.tree import TreeService
from crmdesk.sync.connecting import connect
from crmdesk.sync.memory import History
from crmdesk.sync.subscription import Carried
from crmdesk.views.exchange.link import ChosenCompany

if TYPE_CHECKING:
    from crmdesk.storage.store import Store

SETTINGS = {"hosts": [["centre.example", 5432]], "database": "crm", "user": "li"}


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    made = tmp_path / "one.backup"
    made.write_text("b")
    return made


@pytest.fixture
def link(store: "Store", backup: Path) -> StoreLink:
    set_up(store, "李雷")
    AccountService(store).create_company({"legal_name": "全球石油有限公司"})
    connect(store, SETTINGS)
    return StoreLink(store, lambda: [backup])


def test_it_is_shown_without_a_secret(link: StoreLink) -> None:
    state = link.now()
    assert (state.address, state.title, state.user) == (
        "postgresql://li@centre.example:5432/crm",
        "centre.example:5432/crm",
        "li",
    )
    assert state.carried in state.offered


def test_what_is_carried_is_chosen(link: StoreLink) -> None:
    assert link.carry(Carried.OWN_TEAM.value).concerns("centre")
    assert link.now().carried == Carried.OWN_TEAM.value


def test_companies_are_chosen_by_code_or_here(link: StoreLink, store: "Store") -> None:
    group = AccountService(store).create_company({"legal_name": "大集团", "kind": "group"}).record.key.id
    part = AccountService(store).create_company({"legal_name": "小公司", "code": "SMALL", "parent_id": group}).record.key.id
    assert link.carry_under(("NOTHERE", part)).concerns("centre")
    assert link.now().carried == Carried.MINE.value
    assert link.now().under == (
        ChosenCompany(part, "SMALL", "小公司", ("大集团",), is_here=True),
        ChosenCompany("NOTHERE", "NOTHERE"),
    )
    assert link.carry_under(("0f" * 16,)).concerns("centre")
    assert link.now().under == (ChosenCompany("0f" * 16),), "an id says nothing to anybody"


def test_how_much_history_stays_is_chosen(link: StoreLink) -> None:
    assert link.now().history == History.YEAR.value
    assert link.keep_history(History.MONTH.value).concerns("centre")
    assert link.now().history == History.MONTH.value
    assert set(link.now().histories) == set(History)


def test_what_cannot_be_read_counts_as_no_centre(link: StoreLink, store: "Store") -> None:
    connect(store, json.loads('{"hosts": []}'))
    assert not link.now().is_connected


@pytest.mark.parametrize("wipe", [False, True], ids=["keep", "wipe"])
def test_leaving_keeps_everything_or_nothing(link: StoreLink, store: "Store", backup: Path, *, wipe: bool) -> None:
    assert link.leave(wipe=wipe).concerns("company")
    assert not link.now().is_connected
    assert not ExchangeStateService(store).now().is_connected
    assert len(TreeService(store).children(None, 0, 9)) == (0 if wipe else 1)
    assert backup.exists() is not wipe
