"""What waits to be sent, in words."""

import pytest

from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.conflicts import ConflictService
from crmdesk.services.notes import NoteService
from crmdesk.services.outbox import OutboxService
from crmdesk.storage.store import Store
from tests.services.conftest import Group
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld


@pytest.fixture
def world(ready_store: Store, group: Group) -> ExchangeWorld:
    made = ExchangeWorld(ready_store)
    made.connect()
    return made


def test_nothing_waits_when_all_arrived(world: ExchangeWorld) -> None:
    outbox = OutboxService(world.store).waiting()
    assert (outbox.entries, outbox.is_whole) == ((), True)


def test_what_waits_is_told_by_customer_and_action(world: ExchangeWorld, group: Group) -> None:
    AccountService(world.store).save(group.first, {"owner_id": world.colleague})
    world.leave_on_its_way()
    NoteService(world.store).add(group.second.id, "送样品")
    ConflictService(world.store).use_mine([world.conflict(group.first, "phone", "1", "2", "3")])
    entries = OutboxService(world.store).waiting(language="en").entries
    told = [(entry.account and entry.account.name, entry.action, entry.is_sent) for entry in entries]
    assert told == [
        ("马连道店", ActionKind.SETTLE, False),
        ("方圆店", ActionKind.EDIT, False),
        ("马连道店", ActionKind.EDIT, True),
    ]
    assert [(change.field, change.new) for change in entries[0].changes] == [("phone", "3")]
    assert entries[2].changes[0].new_text == COLLEAGUE
    assert len({entry.key for entry in entries}) == 3


def test_more_than_is_told_says_so(world: ExchangeWorld, group: Group) -> None:
    for number in range(4):
        AccountService(world.store).save(group.first, {"phone": str(number)})
    outbox = OutboxService(world.store).waiting(limit=3)
    assert (len(outbox.entries), outbox.is_whole) == (3, False)
