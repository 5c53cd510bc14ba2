"""A store with data of its own meets the centre's: what is found, what a person decides, what is sent afterwards."""

import json
from typing import Any

import pytest

from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.duplicate_groups import Confidence
from crmdesk.services.first_connection import AlreadyDecided, FirstConnection, Proposal
from crmdesk.services.first_matches import Match, Why
from crmdesk.services.record_key import RecordKey
from crmdesk.services.store_setup import set_up
from crmdesk.services.undo import UndoService
from crmdesk.storage.store import Store

Four = tuple[RecordKey, RecordKey, RecordKey, RecordKey]
ONE_CODE = "91110000100000568B"


def ignore(_share: float) -> None:
    """Take no notice."""


@pytest.fixture
def ready(store: Store) -> Store:
    set_up(store, "李雷")
    return store


def company(store: Store, **values: Any) -> RecordKey:
    return AccountService(store).create_company(values).record.key


def site(store: Store, **values: Any) -> RecordKey:
    return AccountService(store).create_site(values).record.key


def at_the_centre(store: Store, *keys: RecordKey) -> None:
    """Let records be the centre's, as a pull leaves them: with a version, and nothing of them in the log."""
    with store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=1 WHERE k='applying'")
        for key in keys:
            uow.connection.exec_driver_sql(f"UPDATE {key.kind.value} SET rv=7 WHERE id=?", (key.id,))
            uow.connection.exec_driver_sql("DELETE FROM sync_op WHERE pk=?", (key.id,))
        uow.connection.exec_driver_sql("UPDATE sync_ctl SET v=0 WHERE k='applying'")
        uow.commit()


def row(store: Store, key: RecordKey) -> dict[str, Any]:
    with store.read() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {key.kind.value} WHERE id=?", (key.id,)).mappings().one()
        return dict(found)


def waiting(store: Store, key: RecordKey) -> list[tuple[str, str | None, Any]]:
    """Return (kind, field, new) of a record's operations that will be sent."""
    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT kind,fld,new FROM sync_op WHERE pk=? AND outcome IS NULL ORDER BY seq", (key.id,)
        )
        return [(one[0], one[1], one[2]) for one in rows]


def found(store: Store) -> dict[tuple[str, str], Match]:
    first = FirstConnection(store)
    first.search(ignore)
    return {(p.match.mine, p.match.theirs): p.match for p in first.matching().proposals}


def test_companies_are_found_by_credit_code_code_and_likeness(ready: Store) -> None:
    theirs = [
        company(ready, legal_name="全球石油集团有限公司", credit_code=ONE_CODE),
        company(ready, legal_name="北京宇琴鸿泰创业投资有限公司", code="YQHT"),
        company(ready, legal_name="上海鑫政食品有限公司"),
        company(ready, legal_name="家乐福(中国)管理咨询服务有限公司"),
    ]
    at_the_centre(ready, *theirs)
    with ready.unit_of_work() as uow:  # the services would not let a code be given twice
        for number, (name, code, credit) in enumerate(
            [
                ("环球油品", None, ONE_CODE),
                ("深圳比亚迪", "YQHT", None),
                ("上海鑫政食品有限公司", None, None),
                ("沃尔玛", None, None),
            ]
        ):
            uow.connection.exec_driver_sql(
                "INSERT INTO company(id,kind,legal_name,code,credit_code) VALUES(?,'legal',?,?,?)",
                (f"{number:032}", name, code, credit),
            )
        uow.commit()
    matches = found(ready)
    whys = {key: match.why for key, match in matches.items()}
    assert whys == {
        (f"{0:032}", theirs[0].id): Why.CREDIT_CODE,
        (f"{1:032}", theirs[1].id): Why.CODE,
        (f"{2:032}", theirs[2].id): Why.ALIKE,
    }
    proposals = {p.match.mine: p for p in FirstConnection(ready).matching().proposals}
    assert proposals[f"{0:032}"].confidence is Confidence.CERTAIN
    assert proposals[f"{1:032}"].confidence is Confidence.POSSIBLE, "a code alone may have been given twice"
    taken = FirstConnection(ready).matching().codes
    assert [(one.code, one.name, one.other_name) for one in taken] == [("YQHT", "深圳比亚迪", "北京宇琴鸿泰创业投资有限公司")]


def test_the_centres_own_duplicates_and_ones_own_are_no_matter(ready: Store) -> None:
    at_the_centre(ready, *(company(ready, legal_name="上海鑫政食品有限公司") for _ in range(2)))
    assert found(ready) == {}
    company(ready, legal_name="广州立白企业集团有限公司")
    company(ready, legal_name="广州立白企业集团有限公司")
    assert found(ready) == {}


@pytest.fixture
def pair(ready: Store) -> Four:
    """Own company and site, the centre's company and site: the same customer entered twice."""
    theirs = company(ready, legal_name="全球石油有限公司", credit_code=ONE_CODE, phone="010-63271234", code="QQSY")
    their_site = site(
        ready,
        company_id=theirs.id,
        name="浦东办公室",
        province="上海市",
        city="上海市",
        district="浦东新区",
        street="世纪大道8号",
    )
    at_the_centre(ready, theirs, their_site)
    with ready.unit_of_work() as uow:
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name,code,credit_code,phone,website) VALUES(?,'legal','全球石油(有限公司)','QQSY',?,'021-1','qqsy.cn')",
            ("a" * 32, ONE_CODE),
        )
        uow.commit()
    mine = RecordKey(theirs.kind, "a" * 32)
    my_site = site(
        ready, company_id=mine.id, name="上海分部", province="上海市", city="上海市", district="浦东新区", street="世纪大道8号"
    )
    ContactService(ready).add(my_site.id, {"name": "韩梅梅"})
    return mine, my_site, theirs, their_site


def test_sites_of_matched_companies_are_found_at_one_address(ready: Store, pair: Four) -> None:
    mine, my_site, theirs, their_site = pair
    matches = found(ready)
    assert matches[mine.id, theirs.id].why is Why.CREDIT_CODE
    assert matches[my_site.id, their_site.id].why is Why.PREMISES


def test_the_same_fills_blanks_only_and_doubles_nothing(ready: Store, pair: Four) -> None:
    mine, my_site, theirs, their_site = pair
    matches = found(ready)
    before = row(ready, theirs)
    first = FirstConnection(ready)
    changes, _told = first.say_all_same(list(matches.values()), ignore)
    assert changes.concerns("company")
    after = row(ready, theirs)
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name] and name != "sort_key"} == {
        "website": (None, "qqsy.cn")
    }
    assert row(ready, mine)["merged_into"] == theirs.id
    assert row(ready, my_site)["merged_into"] == their_site.id
    assert waiting(ready, theirs) == [("set", "website", "qqsy.cn")], "nothing of the centre's is overwritten"
    with ready.read() as connection:
        assert connection.exec_driver_sql("SELECT site_id FROM position WHERE deleted_at IS NULL").scalars().all() == [
            their_site.id
        ]
        assert connection.exec_driver_sql("SELECT count(*) FROM company WHERE deleted_at IS NULL").scalar_one() == 1
    assert first.matching().proposals == ()
    assert first.matching().decided == 2


def test_a_differing_value_becomes_an_ordinary_edit_only_when_chosen(ready: Store, pair: Four) -> None:
    mine, _my_site, theirs, _their_site = pair
    first = FirstConnection(ready)
    match = found(ready)[mine.id, theirs.id]
    preview = first.preview(match, {"phone": mine.id})
    assert preview.survivor == theirs
    assert {r.key: r.chosen for r in preview.rows if r.key in {"phone", "website", "legal_name"}} == {
        "phone": mine.id,
        "website": mine.id,
        "legal_name": theirs.id,
    }
    first.say_same(match, {"phone": mine.id})
    assert ("set", "phone", "021-1") in waiting(ready, theirs)


def test_what_was_merged_is_sent_without_the_codes_it_shares(ready: Store, pair: Four) -> None:
    mine, _my_site, theirs, _their_site = pair
    first = FirstConnection(ready)
    first.say_same(found(ready)[mine.id, theirs.id])
    first.finish()
    operations = waiting(ready, mine)
    assert [kind for kind, _field, _new in operations] == ["ins", "merge", "del"] or [k for k, _f, _n in operations] == [
        "ins",
        "del",
        "merge",
    ]
    sent = json.loads(operations[0][2])
    assert sent["website"] == "qqsy.cn"
    assert not {"code", "credit_code"} & sent.keys()
    assert row(ready, mine)["code"] == "QQSY", "it goes on finding the record here"


def test_undo_brings_both_back_while_nothing_was_sent(ready: Store, pair: Four) -> None:
    mine, _my_site, theirs, _their_site = pair
    first = FirstConnection(ready)
    match = found(ready)[mine.id, theirs.id]
    before = row(ready, mine), row(ready, theirs)
    first.say_same(match)
    UndoService(ready).undo_last()
    assert (row(ready, mine), row(ready, theirs)) == ({**before[0], "code": None}, before[1]), "the code is the centre's record's"
    assert match in [p.match for p in first.matching().proposals]


def test_not_the_same_is_remembered_and_the_next_likely_one_is_proposed(ready: Store) -> None:
    theirs = [company(ready, legal_name="上海鑫政食品有限公司", credit_code=code) for code in (None, None)]
    at_the_centre(ready, *theirs)
    mine = company(ready, legal_name="上海鑫政食品有限公司")
    first = FirstConnection(ready)
    first.search(ignore)
    (proposal,) = first.matching().proposals
    first.say_apart([proposal.match])
    (other,) = first.matching().proposals
    assert (other.match.mine, other.match.theirs) != (proposal.match.mine, proposal.match.theirs)
    assert other.match.mine == mine.id
    first.say_apart([other.match])
    assert first.matching().proposals == ()
    assert first.matching().decided == 1


def test_later_keeps_both(ready: Store, pair: Four) -> None:
    mine, my_site, theirs, _their_site = pair
    first = FirstConnection(ready)
    matches = found(ready)
    first.say_later([matches[mine.id, theirs.id]])
    assert {p.match.mine: p.is_later for p in first.matching().proposals} == {mine.id: True, my_site.id: False}
    first.finish()
    assert row(ready, mine)["deleted_at"] is None
    assert json.loads(waiting(ready, mine)[0][2])["code"] == "QQSY", "it lives: the centre asks about the code"


def test_a_pair_that_was_decided_elsewhere_is_refused(ready: Store, pair: Four) -> None:
    mine, _my_site, theirs, _their_site = pair
    first = FirstConnection(ready)
    match = found(ready)[mine.id, theirs.id]
    first.say_same(match)
    with pytest.raises(AlreadyDecided):
        first.say_same(match)
    with pytest.raises(RecordNotFound):
        first.say_apart([match])


def test_a_search_that_is_stopped_keeps_nothing(ready: Store, pair: Four) -> None:
    def stop(share: float) -> None:
        if share > 0.4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        FirstConnection(ready).search(stop)
    assert not FirstConnection(ready).is_matching
    assert FirstConnection(ready).matching().proposals == ()


# People at sites that became one


def person(store: Store, place: RecordKey, name: str, *, is_theirs: bool = False, **values: Any) -> RecordKey:
    """Add a contact at a site; return its key."""
    ContactService(store).add(place.id, {"name": name, **values})
    with store.read() as connection:
        ids = connection.exec_driver_sql(
            "SELECT contact_id, id FROM position WHERE site_id=? ORDER BY n DESC LIMIT 1", (place.id,)
        ).one()
    made, position = RecordKey(RecordKind.CONTACT, ids[0]), RecordKey(RecordKind.POSITION, ids[1])
    if is_theirs:
        at_the_centre(store, made, position)
    return made


def one_site(store: Store) -> FirstConnection:
    """Make one of each company and site."""
    first = FirstConnection(store)
    first.say_all_same(list(found(store).values()), ignore)
    return first


def people(first: FirstConnection) -> dict[tuple[str, str], Proposal]:
    return {(p.match.mine, p.match.theirs): p for p in first.matching().proposals if p.match.kind is RecordKind.CONTACT}


def test_people_at_sites_that_became_one_are_proposed(ready: Store, pair: Four) -> None:
    _mine, my_site, _theirs, their_site = pair
    theirs = {
        "mobile": person(ready, their_site, "王芳", is_theirs=True, mobile="13800138000"),
        "switchboard": person(ready, their_site, "李雷", is_theirs=True, phone="021-58881234"),
        "mail": person(ready, their_site, "Jim Green", is_theirs=True, email="jim@example.cn"),
        "name": person(ready, their_site, "陈晨", is_theirs=True, phone="021-58880000"),
    }
    mine = {
        "mobile": person(ready, my_site, "王芳", phone="138 0013 8000", email="wf@example.cn"),
        "switchboard": person(ready, my_site, "李雷", phone="021-58881234"),
        "mail": person(ready, my_site, "JIM GREEN", email="Jim@example.cn"),
        "name": person(ready, my_site, "陈晨", phone="021-58880001"),
    }
    assert {match.kind for match in found(ready).values()} == {RecordKind.COMPANY, RecordKind.SITE}, "the sites are two still"
    first = one_site(ready)
    proposed = people(first)
    assert {key: (p.match.why, p.confidence) for key, p in proposed.items()} == {
        (mine["mobile"].id, theirs["mobile"].id): (Why.PERSON, Confidence.CERTAIN),
        (mine["mail"].id, theirs["mail"].id): (Why.PERSON, Confidence.CERTAIN),
        (mine["switchboard"].id, theirs["switchboard"].id): (Why.PERSON, Confidence.LIKELY),
    }
    shown = proposed[mine["mobile"].id, theirs["mobile"].id]
    assert (shown.mine, shown.theirs, shown.my_code) == ("王芳 – 浦东办公室", "王芳 – 浦东办公室", "")
    assert [reason.about for reason in first.reasons(shown.match)] == ["phone", "name"]


def test_one_person_fills_blanks_only_and_has_one_job_there(ready: Store, pair: Four) -> None:
    _mine, my_site, _theirs, their_site = pair
    theirs = person(ready, their_site, "王芳", is_theirs=True, mobile="13800138000", email="wang@example.cn")
    mine = person(ready, my_site, "王芳", mobile="13800138000", email="wf@example.cn", phone="021-58881234", title="经理")
    first = one_site(ready)
    match = people(first)[mine.id, theirs.id].match
    preview = first.preview(match)
    assert preview.survivor == theirs
    assert {r.key: r.chosen for r in preview.rows if not r.is_equal} == {"phone": mine.id, "email": theirs.id}
    before = row(ready, theirs)
    first.say_same(match)
    after = row(ready, theirs)
    changed = {name: after[name] for name in before if before[name] != after[name] and name != "sort_key"}
    assert changed == {"phone": "021 5888 1234"}
    assert [(kind, field) for kind, field, _new in waiting(ready, theirs)] == [("set", "phone")]
    assert row(ready, mine)["merged_into"] == theirs.id
    with ready.read() as connection:
        jobs = connection.exec_driver_sql(
            "SELECT site_id, title FROM position WHERE contact_id=? AND deleted_at IS NULL", (theirs.id,)
        ).all()
    assert [tuple(job) for job in jobs] == [(their_site.id, "经理")]
    assert people(first) == {}


def test_many_are_answered_at_once_people_after_their_sites(ready: Store, pair: Four) -> None:
    _mine, my_site, _theirs, their_site = pair
    theirs = person(ready, their_site, "王芳", is_theirs=True, mobile="13800138000")
    mine = person(ready, my_site, "王芳", mobile="13800138000")
    first = one_site(ready)
    first.say_all_same([p.match for p in people(first).values()], ignore)
    assert row(ready, mine)["merged_into"] == theirs.id


@pytest.mark.parametrize("answer", ["apart", "later"])
def test_people_are_parted_or_put_off_like_all_others(ready: Store, pair: Four, answer: str) -> None:
    _mine, my_site, _theirs, their_site = pair
    theirs = person(ready, their_site, "王芳", is_theirs=True, mobile="13800138000")
    mine = person(ready, my_site, "王芳", mobile="13800138000")
    first = one_site(ready)
    match = people(first)[mine.id, theirs.id].match
    if answer == "apart":
        first.say_apart([match])
        assert people(first) == {}
    else:
        first.say_later([match])
        assert people(first)[mine.id, theirs.id].is_later
    assert row(ready, mine)["merged_into"] is None


def test_undo_takes_people_back_and_nothing_of_it_is_sent(ready: Store, pair: Four) -> None:
    _mine, my_site, _theirs, their_site = pair
    theirs = person(ready, their_site, "王芳", is_theirs=True, mobile="13800138000")
    mine = person(ready, my_site, "王芳", mobile="13800138000", email="wf@example.cn")
    first = one_site(ready)
    first.say_same(people(first)[mine.id, theirs.id].match)
    UndoService(ready).undo_last()
    assert (mine.id, theirs.id) in people(first)
    first.finish()
    assert people(first) == {}, "after that the page of duplicates and the site itself are the place"
    assert [kind for kind, _field, _new in waiting(ready, mine)] == ["ins"]
    assert row(ready, theirs)["email"] is None
