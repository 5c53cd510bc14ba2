"""What happened to a lead and to what hangs on it, in words: names of pools, people, criteria, and the lead a row belongs to."""

import pytest

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActivityKind, RecordKind
from crmdesk.services.change_words import account_names, accounts_of
from crmdesk.services.history import HistoryService
from crmdesk.services.leads import LeadService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.users import UserService
from crmdesk.storage import record_rows
from crmdesk.storage.change_history import names_of
from crmdesk.storage.store import Store


class World:
    """A lead out of a pool, spoken to, held against one criterion; an opportunity with a person."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.pool, self.set, self.criterion, self.round, self.answer = (new_id() for _ in range(5))
        self.site, self.contact, self.opportunity, self.stage, self.person, self.conversion = (new_id() for _ in range(6))
        with store.unit_of_work() as uow:
            record_rows.insert(uow.connection, RecordKind.POOL, {"id": self.pool, "name": "华东公海"})
            uow.commit()
        leads = LeadService(store)
        self.lead = leads.create({"company_name": "海立电器", "person": "王芳"}, pool_id=self.pool).record.id
        self.han, _ = UserService(store).add("韩梅梅")
        leads.assign([self.lead], self.han)
        leads.follow_up([self.lead], ActivityKind.CALL, "有兴趣")
        self.follow_up = leads.follow_ups(self.lead)[0].id
        when = "2026-11-23T04:00:00.000Z"
        with store.unit_of_work() as uow:
            for kind, row in (
                (RecordKind.CRITERIA_SET, {"id": self.set, "name": "自有标准", "name_en": "Own set"}),
                (RecordKind.CRITERION, {"id": self.criterion, "set_id": self.set, "name": "预算"}),
                (RecordKind.QUALIFICATION, {"id": self.round, "lead_id": self.lead, "set_id": self.set, "started_at": when}),
                (
                    RecordKind.ANSWER,
                    {"id": self.answer, "qualification_id": self.round, "criterion_id": self.criterion, "value": "yes"},
                ),
                (RecordKind.CONTACT, {"id": self.contact, "name": "丁磊"}),
                (RecordKind.STAGE, {"id": self.stage, "name": "询价"}),
                (
                    RecordKind.OPPORTUNITY,
                    {"id": self.opportunity, "site_id": self.site, "name": "压缩机", "stage_id": self.stage},
                ),
                (
                    RecordKind.OPPORTUNITY_CONTACT,
                    {"id": self.person, "opportunity_id": self.opportunity, "contact_id": self.contact},
                ),
                (
                    RecordKind.CONVERSION,
                    {"id": self.conversion, "lead_id": self.lead, "company_id": "c", "site_id": self.site, "converted_at": when},
                ),
            ):
                record_rows.insert(uow.connection, kind, row)
            uow.commit()


@pytest.fixture
def world(ready_store: Store) -> World:
    return World(ready_store)


def test_a_leads_history_holds_what_hangs_on_it_two_levels_down(world: World) -> None:
    entries = HistoryService(world.store).of_record(RecordKind.LEAD, world.lead)
    changes = [change for entry in entries for change in entry.changes]
    assert {change.id for change in changes} == {world.lead, world.follow_up, world.round, world.answer, world.conversion}
    said = {(change.kind, change.field, change.old_text, change.new_text) for change in changes}
    assert (RecordKind.LEAD, "pool_id", "华东公海", None) in said
    assert (RecordKind.LEAD, "owner_id", None, "韩梅梅") in said
    assert (RecordKind.QUALIFICATION, "set_id", None, "自有标准") in said
    assert (RecordKind.ANSWER, "criterion_id", None, "预算") in said
    assert next(change.name for change in changes if change.id == world.answer) == "预算"


def test_an_opportunitys_history_holds_its_people(world: World) -> None:
    entries = HistoryService(world.store).of_record(RecordKind.OPPORTUNITY, world.opportunity)
    assert {change.id for entry in entries for change in entry.changes} == {world.opportunity, world.person}


def test_every_new_kind_has_a_name(world: World) -> None:
    ids = (world.lead, world.follow_up, world.pool, world.set, world.criterion, world.round, world.answer, world.stage)
    more = (world.opportunity, world.person, world.conversion)
    with world.store.read() as connection:
        names = names_of(connection, [*ids, *more], "en")
    assert [names[one] for one in ids] == ["海立电器", "有兴趣", "华东公海", "Own set", "预算", "Own set", "预算", "询价"]
    assert [names[one] for one in more] == ["压缩机", "丁磊", "海立电器"]


def test_a_row_belongs_to_its_lead_or_account_however_deep_it_hangs(world: World) -> None:
    lead, site = RecordKey(RecordKind.LEAD, world.lead), RecordKey(RecordKind.SITE, world.site)
    rows = {
        ("lead", world.lead): lead,
        ("follow_up", world.follow_up): lead,
        ("qualification", world.round): lead,
        ("qualification_answer", world.answer): lead,
        ("conversion", world.conversion): lead,
        ("opportunity", world.opportunity): site,
        ("opportunity_contact", world.person): site,
    }
    with world.store.read() as connection:
        assert accounts_of(connection, rows) == rows
        (name,) = account_names(connection, [lead]).values()
    assert (name.key, name.name, name.above) == (lead, "海立电器", "")
