"""The line to the centre: values there and back, one moment per pull, the same call again, broken lines, breaking off."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from random import Random

import psycopg
import pytest

from crmdesk.core.errors import CrmError
from crmdesk.sync.central import connection as connection_module
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.errors import CentreFailed
from crmdesk.sync.central.server import PrivateServer
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy
from crmdesk.sync.errors import CentreUnreachable, ExchangeCancelled
from crmdesk.sync.protocol import Answer, Batch, Greeting, Mark, Page, Place, PushAnswer

STAND_IN = """
create schema sync_v1;
create sequence tries;
create function sync_v1.hello(g jsonb) returns jsonb language plpgsql as $$ begin
  if g->>'label' = 'slow' then perform pg_sleep(60); end if;
  return jsonb_build_object('user_id', 'u', 'user_name', '李', 'level', 'rep', 'state', 'ok', 'teams', '{"t": true, "c": false}'::jsonb,
    'access', g->'access', 'marks', (select jsonb_agg(m->'n') from jsonb_array_elements(g->'marks') m), 'last_no', 3, 'last_batch', null,
    'head', 9, 'head_batch', 'b9', 'version', 3, 'oldest_version', 3, 'resync', false, 'now', '2026-11-23T00:00:00.000Z');
end $$;
create function sync_v1.push(device text, no integer, id text, prev text, sha text, body text) returns jsonb language plpgsql as $$ begin
  if body = 'fork' then return '{"fork": [4, "b4"]}'; end if;
  if body = 'busy' and nextval('tries') < 4 then raise exception 'again' using errcode = '40001'; end if;
  if body = 'bug' then raise exception 'this is a bug' using errcode = '22P02'; end if;
  return jsonb_build_object('n', no, 'batch', id, 'answers', jsonb_build_array(jsonb_build_array('o1', 'conflict', '{"kind": "field"}'::jsonb), '["o2", "same", null]'::jsonb));
end $$;
create function sync_v1.pull(device text, teams text[], cursor bigint, upto bigint, after jsonb, max integer) returns jsonb language sql as $$
  select jsonb_build_object('head', 9, 'head_batch', to_char(now(), 'US') || current_setting('transaction_isolation') || current_setting('transaction_read_only'),
    'columns', '{"site": ["id", "rv", "name"]}'::jsonb, 'rows', '{"site": [["s1", 7, "全球"]]}'::jsonb, 'leave', '[["site", "s0"]]'::jsonb,
    'commits', '{"7": ["u", "2026-11-23"], "8": [null, "2026-11-23"]}'::jsonb, 'stale', 'x' = any(teams),
    'next', case when after is null then '{"table": "site", "rv": 7, "id": "s1"}'::jsonb end) $$;
create function sync_v1.enter(device text, team text, upto bigint, after jsonb, max integer) returns jsonb language sql as $$
  select jsonb_build_object('head', upto, 'head_batch', after->>'id') $$;
create function sync_v1.reload(device text, teams text[], records jsonb) returns text language sql as $$
  select jsonb_build_object('rows', jsonb_build_object('site', records))::text $$;
create function sync_v1.head() returns jsonb language sql as $$ select '{"head": 9, "head_batch": "b9"}'::jsonb $$;
"""
"""Answers of the right form, so that these tests are about the line alone; the real functions have their own."""


@pytest.fixture(scope="module")
def server() -> Iterator[PrivateServer]:
    with PrivateServer.temporary() as made:
        with psycopg.connect(made.conninfo(), autocommit=True) as connection:
            connection.execute(STAND_IN)
        yield made


@pytest.fixture
def centre(server: PrivateServer) -> Iterator[PostgresCentre]:
    """A line on which hello was said."""
    with PostgresCentre(settings_of(server), random=Random(1), sleep=lambda _s: None) as made:
        made.hello(greeting())
        yield made


def settings_of(server: PrivateServer) -> CentreSettings:
    return CentreSettings((Host(server.host, server.port),), "postgres", "postgres", LoginBy.SOCKET, insecure_local=True)


def batch(body: str) -> Batch:
    return Batch(4, "b4", "b3", "sha", body)


def greeting(label: str = "李's laptop") -> Greeting:
    return Greeting("d", label, 3, 5, 9, (Mark(0, 8, "b8"), Mark(0, 9, "b9")))


def test_hello_brings_rights_and_standing(centre: PostgresCentre) -> None:
    said = centre.hello(greeting())
    assert (said.user_name, said.teams, said.access, said.marks) == ("李", {"t": True, "c": False}, 5, (8, 9))
    assert (said.last_no, said.last_batch, said.head, said.head_batch) == (3, None, 9, "b9")


def test_a_push_is_answered_op_by_op_or_is_a_fork(centre: PostgresCentre) -> None:
    assert centre.push("d", batch("[]")) == PushAnswer(
        4, (Answer("o1", "conflict", {"kind": "field"}), Answer("o2", "same", None))
    )
    assert centre.push("d", batch("fork")) == PushAnswer(fork=(4, "b4"))


def test_the_pages_of_a_pull_are_of_one_moment(centre: PostgresCentre) -> None:
    first = centre.pull("d", ["t"], 3, None, None, 5_000)
    assert first.rows == {"site": [["s1", 7, "全球"]]}
    assert (first.leave, first.commits) == ((("site", "s0"),), {7: ("u", "2026-11-23"), 8: (None, "2026-11-23")})
    assert first.next == Place("site", 7, "s1")
    second = centre.pull("d", ["t"], 3, first.head, first.next, 5_000)
    assert second.next is None
    assert first.head_batch == second.head_batch
    assert first.head_batch.endswith("repeatable readon")
    assert centre.pull("d", ["t"], 3, None, None, 5_000).head_batch != first.head_batch
    assert centre.push("d", batch("[]")).n == 4  # leaves the reading transaction


def test_a_pull_goes_on_where_another_process_stopped(centre: PostgresCentre) -> None:
    page = centre.pull("d", ["t"], 3, 9, Place("site", 7, "s1"), 5_000)
    assert page.head_batch.endswith("read committedoff")


def test_rights_that_changed_give_no_page(centre: PostgresCentre) -> None:
    assert centre.pull("d", ["x"], 3, None, None, 5_000) == Page(stale=True)


def test_enter_reload_and_head(centre: PostgresCentre) -> None:
    assert centre.enter("d", "t", 8, Place("site", 7, "s1"), 10) == Page(head=8, head_batch="s1")
    assert centre.reload("d", ["t"], [("site", "s1")]).rows == {"site": [["site", "s1"]]}
    assert centre.head() == (9, "b9")


def test_a_serialization_failure_is_the_same_call_again(centre: PostgresCentre) -> None:
    assert centre.push("d", batch("busy")).n == 4


def test_a_bug_at_the_centre_is_told_and_the_line_stays(centre: PostgresCentre) -> None:
    with pytest.raises(CentreFailed, match="this is a bug"):
        centre.push("d", batch("bug"))
    assert centre.head() == (9, "b9")


def test_a_failure_inside_a_pull_leaves_no_transaction_open(centre: PostgresCentre) -> None:
    page = centre.pull("d", ["t"], 3, None, None, 5_000)
    with pytest.raises(CentreFailed):
        centre.pull("d", ["t\x01"], 3, page.head, Place("site", 7, "\ud800"[:0]), "nonsense")  # type: ignore[arg-type]
    assert centre.head() == (9, "b9")


def test_hello_dials_again_when_the_line_died_unused(centre: PostgresCentre, server: PrivateServer) -> None:
    end_sessions(server)
    assert centre.hello(greeting()).head == 9
    assert centre.head() == (9, "b9")


def test_a_line_lost_inside_an_exchange_ends_it_for_the_centre_may_be_an_older_copy_now(
    centre: PostgresCentre, server: PrivateServer
) -> None:
    page = centre.pull("d", ["t"], 3, None, None, 5_000)
    end_sessions(server)
    calls: tuple[Callable[[], object], ...] = (
        lambda: centre.pull("d", ["t"], 3, page.head, page.next, 5_000),
        centre.head,
        lambda: centre.push("d", batch("[]")),
        lambda: centre.enter("d", "t", 8, None, 10),
        lambda: centre.reload("d", ["t"], [("site", "s1")]),
    )
    for call in calls:
        with pytest.raises(CentreUnreachable):
            call()
    centre.hello(greeting())
    assert centre.pull("d", ["t"], 3, page.head, page.next, 5_000).next is None


def test_without_an_exchange_the_newest_commit_may_be_asked_for_on_a_new_line(server: PrivateServer) -> None:
    with PostgresCentre(settings_of(server), random=Random(1)) as centre:
        assert centre.head() == (9, "b9")
        end_sessions(server)
        assert centre.head() == (9, "b9")
        with pytest.raises(CentreUnreachable):
            PostgresCentre(settings_of(server)).push("d", batch("[]"))


def end_sessions(server: PrivateServer) -> None:
    with psycopg.connect(server.conninfo()) as connection:
        connection.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name='crmdesk'")


class Caller(threading.Thread):
    """Says hello to a centre that takes its time."""

    def __init__(self, centre: PostgresCentre) -> None:
        super().__init__(daemon=True)
        self.centre = centre
        self.failure: CrmError | None = None

    def run(self) -> None:
        try:
            self.centre.hello(greeting("slow"))
        except CrmError as error:
            self.failure = error

    def until_it_waits(self, server: PrivateServer) -> int:
        self.start()
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            while True:
                row = connection.execute("select pid from pg_stat_activity where wait_event='PgSleep'").fetchone()
                if row is not None:
                    return int(row[0])

    def ended(self) -> CrmError | None:
        self.join(10)
        assert not self.is_alive()
        return self.failure


def test_a_waiting_call_is_broken_off_from_another_thread(centre: PostgresCentre, server: PrivateServer) -> None:
    caller = Caller(centre)
    caller.until_it_waits(server)
    began = time.monotonic()
    centre.cancel()
    assert isinstance(caller.ended(), ExchangeCancelled)
    assert time.monotonic() - began < 1
    with pytest.raises(ExchangeCancelled):
        centre.head()


def test_breaking_off_does_not_wait_for_a_server_that_hangs(
    centre: PostgresCentre, server: PrivateServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "_CANCEL_S", 0.2)
    caller = Caller(centre)
    backend, postmaster = caller.until_it_waits(server), server.pid
    assert postmaster is not None
    for process in (postmaster, backend):
        os.kill(process, signal.SIGSTOP)
    try:
        centre.cancel()
        assert isinstance(caller.ended(), ExchangeCancelled)
    finally:
        for process in (backend, postmaster):
            os.kill(process, signal.SIGCONT)


def test_a_server_killed_in_the_middle_of_a_call_is_unreachable_and_comes_back() -> None:
    with PrivateServer.temporary(options={"synchronous_commit": "on"}) as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            connection.execute(STAND_IN)
        with PostgresCentre(settings_of(server)) as centre:
            caller = Caller(centre)
            backend = caller.until_it_waits(server)
            server.kill()
            os.kill(backend, signal.SIGKILL)
            assert isinstance(caller.ended(), CentreUnreachable)
            with pytest.raises(CentreUnreachable):
                centre.head()
            server.start()
            assert centre.head() == (9, "b9")
