"""The line and the centre's real functions understand each other: every call, every value of the protocol, by a person's own login."""

import hashlib
import json
from collections.abc import Iterator

import pytest

from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.errors import CentreRefused
from crmdesk.sync.protocol import COMMON_TEAM, VERSION, Answer, Batch, Greeting, Mark, Op, PushAnswer
from tests.sync.central_server import CentralDatabase

TEAM, LI, DEVICE = "1" * 32, "a" * 32, "d" * 32
SITE, COMPANY = "5" * 32, "c" * 32


@pytest.fixture
def li(central: CentralDatabase) -> Iterator[PostgresCentre]:
    central.add_team(TEAM)
    central.add_person(LI, TEAM)
    with PostgresCentre(login(central, central.role_of(LI))) as centre:
        yield centre


def login(central: CentralDatabase, role: str) -> CentreSettings:
    server = central.cluster.server
    return CentreSettings((Host(server.host, server.port),), central.name, role, LoginBy.SOCKET, insecure_local=True)


def batch(no: int, prev: str | None, *ops: Op) -> Batch:
    body = json.dumps([op.wire() for op in ops], ensure_ascii=False)
    return Batch(no, f"{no:032x}", prev, hashlib.sha256(body.encode()).hexdigest(), body)


def op(number: int, kind: str, fld: str | None, old: object, new: object) -> Op:
    return Op(f"{number:032x}", None, "company", COMPANY, kind, fld, old, new, 0, "2026-11-23T08:00:00.000Z")


def test_a_whole_conversation(li: PostgresCentre, central: CentralDatabase) -> None:
    hello = li.hello(Greeting(DEVICE, "李的电脑", VERSION, 0, 0))
    assert (hello.user_id, hello.state, hello.level, hello.last_no, hello.last_batch) == (LI, "ok", "rep", 0, None)
    assert hello.teams == {COMMON_TEAM: False, TEAM: True, LI: True}
    assert li.head() == (hello.head, hello.head_batch)

    name = {"legal_name": "上海某某有限公司", "short_name": "某某", "kind": "legal_entity", "country": "CN"}
    company = op(1, "ins", None, None, name)
    first = batch(1, None, company, op(2, "set", "website", "https://seen.example", "https://mine.example"))
    answer = li.push(DEVICE, first)
    assert answer.n == hello.head + 1
    assert [(one.op, one.outcome) for one in answer.answers] == [(f"{2:032x}", "conflict")]
    assert li.push(DEVICE, first) == answer  # the same batch again is the same answer
    forked = li.push(DEVICE, batch(7, None, company))
    assert forked == PushAnswer(fork=(1, first.id))
    again = li.push(DEVICE, batch(2, first.id, op(3, "ins", None, None, name)))
    assert again.answers == (Answer(f"{3:032x}", "same", None),)

    teams = list(hello.teams)
    page = li.pull(DEVICE, teams, hello.head, None, None, 1)
    seen = dict(page.rows)
    while page.next is not None:
        page = li.pull(DEVICE, teams, hello.head, page.head, page.next, 1)
        seen |= page.rows
    row = dict(
        zip(
            page.columns.get("company") or li.reload(DEVICE, teams, [("company", COMPANY)]).columns["company"],
            seen["company"][0],
            strict=True,
        )
    )
    assert (row["id"], row["team_id"], row["legal_name"], row["website"]) == (COMPANY, TEAM, "上海某某有限公司", None)
    assert len(seen["conflict"]) == 1
    assert page.head == again.n
    assert answer.n in page.commits or page.commits == {}

    entered = li.enter(DEVICE, TEAM, page.head, None, 5_000)
    assert [one[list(entered.columns["company"]).index("id")] for one in entered.rows["company"]] == [COMPANY]
    reloaded = li.reload(DEVICE, teams, [("company", COMPANY), ("site", SITE)])
    assert "site" not in reloaded.rows or not reloaded.rows["site"]
    assert li.pull(DEVICE, ["f" * 32], 0, None, None, 10).stale
    known = li.hello(
        Greeting(DEVICE, "李的电脑", VERSION, hello.access, page.head, (Mark(0, page.head, page.head_batch), Mark(0, 1, "other")))
    )
    assert (known.marks, known.last_no, known.last_batch) == ((page.head,), 2, f"{2:032x}")


def test_a_login_that_is_nobodys_is_refused(li: PostgresCentre, central: CentralDatabase) -> None:
    central.owner.execute("DELETE FROM sec.login WHERE user_id=%s", (LI,))
    with pytest.raises(CentreRefused, match="belongs to nobody"):
        li.hello(Greeting(DEVICE, "x", VERSION, 0, 0))
