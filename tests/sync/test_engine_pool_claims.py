"""Claims of what waits in a pool, from asking offline to the centre's word: services on real stores, the engine, the twin of the centre."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.exchange_words import ConflictKind
from crmdesk.core.vocabulary import ActivityKind, ClaimState, RecordKind
from crmdesk.services.claims import ClaimService
from crmdesk.services.conflicts import ConflictService
from crmdesk.services.lead_claims import LeadClaimService, NotYours
from crmdesk.services.leads import LeadService
from crmdesk.services.pool_rules import run_rules
from crmdesk.services.record_key import RecordKey
from crmdesk.sync.protocol import COMMON_TEAM
from crmdesk.views.conflicts.wording import story_text
from tests.sync.laptops import EAST, LI, Laptop, due_to, office_of_two_teams
from tests.sync.twin import office
from tests.sync.twin.centre import Hub

WANG = "33" * 16
POOL, OTHER_POOL = "b0" * 16, "b1" * 16
LEAD, SECOND = "1e" * 16, "2e" * 16
ASKED = datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.fixture
def hub() -> Hub:
    """A centre with two pools, a lead in the second, and two people of one team."""
    hub = office_of_two_teams()
    office.add_person(hub.state, WANG, "王芳", EAST)
    office.put(
        hub.state, "pool", OTHER_POOL, COMMON_TEAM, name="全国公海", position=1, takes_accounts=0, masks_contacts=0, asks_reason=0
    )
    office.put(
        hub.state,
        "pool",
        POOL,
        COMMON_TEAM,
        name="华东公海",
        position=2,
        unfollowed_days=30,
        takes_accounts=0,
        masks_contacts=0,
        asks_reason=0,
    )
    office.put(hub.state, "lead", LEAD, EAST, company_name="长江石化", status="new", pool_id=POOL, is_locked=0)
    return hub


@pytest.fixture
def li(laptop_of: Callable[[str], Laptop], hub: Hub) -> Laptop:
    """Li, who has exchanged."""
    return _ready(laptop_of(LI))


@pytest.fixture
def wang(laptop_of: Callable[[str], Laptop], hub: Hub) -> Laptop:
    """Wang of the same team, who has exchanged."""
    return _ready(laptop_of(WANG))


@pytest.fixture(autouse=True)
def at_work() -> Iterator[None]:
    """Let all services see the morning of the tests."""
    with frozen_at(ASKED):
        yield


def _ready(laptop: Laptop) -> Laptop:
    laptop.exchange()
    return laptop


def _status(laptop: Laptop) -> tuple[ClaimState | None, bool, str | None]:
    status = ClaimService(laptop.store).status(RecordKey(RecordKind.LEAD, LEAD))
    return status.state, status.is_mine, status.holder


def test_what_is_asked_offline_is_provisional_until_the_centre_gives_it(hub: Hub, li: Laptop) -> None:
    assert LeadClaimService(li.store).claim([LEAD]).is_provisional
    record = LeadService(li.store).open(LEAD)
    assert (record.is_provisional, record.is_mine, record.pool) == (True, False, "华东公海")
    li.exchange()
    record = LeadService(li.store).open(LEAD)
    assert (record.is_provisional, record.is_mine, record.pool) == (False, True, None)
    assert li.one("SELECT from_pool_id FROM lead") == POOL
    assert li.content() == due_to(hub, LI)


def test_the_loser_is_told_who_has_it_since_when_and_his_notes_are_on_the_winners_lead(
    hub: Hub, li: Laptop, wang: Laptop
) -> None:
    for laptop, text in ((wang, "王芳：先打了电话"), (li, "李雷：约了见面")):
        LeadClaimService(laptop.store).claim([LEAD])
        with frozen_at(ASKED + timedelta(minutes=5)):
            LeadService(laptop.store).follow_up([LEAD], ActivityKind.CALL, text)
    li.exchange()  # Wang asked first, Li arrives first: the order of arrival decides
    granted = hub.state.rows["lead"][LEAD]["owned_since"]
    wang.exchange()
    status = ClaimService(wang.store).status(RecordKey(RecordKind.LEAD, LEAD))
    assert status.holder == "李雷"
    assert status.since is not None
    assert status.since.isoformat(timespec="milliseconds").replace("+00:00", "Z") == granted
    assert not LeadService(wang.store).open(LEAD).is_mine
    with pytest.raises(NotYours):
        LeadClaimService(wang.store).release([LEAD])
    li.exchange()
    for laptop in (li, wang):
        notes = {(note.text, note.author) for note in LeadService(laptop.store).follow_ups(LEAD)}
        assert notes == {("王芳：先打了电话", "王芳"), ("李雷：约了见面", "李雷")}
        assert LeadService(laptop.store).open(LEAD).owner == "李雷"


def test_what_was_taken_back_before_the_exchange_is_never_asked_for(hub: Hub, li: Laptop, wang: Laptop) -> None:
    LeadClaimService(li.store).claim([LEAD])
    LeadClaimService(li.store).release([LEAD])
    li.exchange()
    assert hub.state.rows["lead"][LEAD]["owner_id"] is None
    LeadClaimService(wang.store).claim([LEAD])
    wang.exchange()
    assert _status(wang) == (ClaimState.HELD, True, "王芳")


def test_the_centres_word_counts_for_the_limit_of_its_pool_alone(hub: Hub, li: Laptop) -> None:
    for pool in (POOL, OTHER_POOL):
        hub.state.rows["pool"][pool].update(daily_claims=5, rv=office.commit(hub.state, "limit"))
    li.exchange()
    service = LeadClaimService(li.store)
    service.claim([LEAD])
    assert (service.left_today(POOL), service.left_today(OTHER_POOL)) == (4, 5)
    li.exchange()
    assert (service.left_today(POOL), service.left_today(OTHER_POOL)) == (4, 5)


def test_it_goes_back_to_the_pool_it_came_from_by_hand_and_by_rule(hub: Hub, li: Laptop, wang: Laptop) -> None:
    LeadClaimService(li.store).claim([LEAD])
    li.exchange()
    run_rules(li.store, li.clock.now + timedelta(days=31))
    assert LeadService(li.store).open(LEAD).pool == "华东公海"
    li.exchange()
    wang.exchange()
    LeadClaimService(wang.store).claim([LEAD])
    wang.exchange()
    LeadClaimService(wang.store).release([LEAD])
    assert LeadService(wang.store).open(LEAD).pool == "华东公海"


def test_a_rule_runs_for_others_on_a_managers_laptop_only_and_asks_nobody(hub: Hub, li: Laptop, wang: Laptop) -> None:
    LeadClaimService(li.store).claim([LEAD])
    li.exchange()
    wang.exchange()
    assert run_rules(wang.store, wang.clock.now + timedelta(days=31)).total == 0  # not hers
    assert run_rules(li.store, li.clock.now + timedelta(days=40)).total == 1
    for laptop in (li, wang, li):
        laptop.exchange()
    assert li.content() == wang.content()
    assert hub.state.rows["lead"][LEAD]["owner_id"] is None
    assert [li.one(f"SELECT count(*) FROM {table}") for table in ("conflict", "parked_edit")] == [0, 0]


def test_two_laptops_of_one_person_get_no_more_than_the_pool_allows_and_he_is_told_the_rule(
    hub: Hub, li: Laptop, laptop_of: Callable[[str], Laptop]
) -> None:
    office.put(hub.state, "lead", SECOND, EAST, company_name="华东制冷", status="new", pool_id=POOL, is_locked=0)
    hub.state.rows["pool"][POOL].update(held_limit=1, rv=office.commit(hub.state, "limit"))
    at_home = laptop_of(LI)
    for laptop in (li, at_home):
        laptop.exchange()
    for laptop, lead in ((li, LEAD), (at_home, SECOND)):
        assert LeadClaimService(laptop.store).claim([lead]).is_provisional
        laptop.exchange()
    assert LeadService(li.store).open(LEAD).is_mine
    kept = LeadService(at_home.store).open(SECOND)
    assert (kept.is_mine, kept.is_provisional, kept.pool) == (False, False, "华东公海")
    (told,) = ConflictService(at_home.store).open()
    assert (told.kind, told.field, told.needs_me) == (ConflictKind.RULE, "held_limit", True)
    assert (told.theirs.text, told.theirs.by, told.theirs.is_me) == ("华东公海", "华东公海", False)
    assert told.account is not None
    assert told.account.name == "华东制冷"
    assert (
        story_text(told)
        == "You have as many prospects as the pool 华东公海 allows. It stays there, for you or others to claim later."
    )
