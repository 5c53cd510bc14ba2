"""What a second process works out is what the first would; without it, and when it dies, nothing is missing."""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest

from crmdesk.exchange.importing import second_process
from crmdesk.exchange.importing.keys_ahead import Address
from crmdesk.exchange.importing.second_process import SecondProcess, Work, work
from crmdesk.exchange.importing.terms_ahead import TermsAhead
from crmdesk.models.chinese import match_key
from crmdesk.models.premises import key_and_room
from crmdesk.models.search_text import Searchable, terms_of

HERE: tuple[Address, ...] = (
    (None, "上海市", None, None, "世纪大道100号11楼"),
    ("浙江省", "杭州市", "西湖区", "文三路2号", None),
    (None, None, None, None, None),
)
PEOPLE = (
    Searchable("单雄信", numbers=("13800000000",), context=("瓦岗寨", "总部"), is_person=True),
    Searchable("全球ABB", "ABB", "ABB-QQ", (), ("021-5888",), "91310000607200000X", ("上海市世纪大道1号", "a@b.cn")),
)


def as_sets(documents: Iterable[str] | None) -> list[set[str]]:
    """Return documents without the order of their terms, which is another in each process and means nothing."""
    return [set(document.split()) for document in documents or ()]


def keys_of(address: Address) -> list[str | None]:
    key, floor, room = key_and_room(*address)
    return [key, match_key("".join(filter(None, address))), floor, room]


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecondProcess]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with closing(SecondProcess()) as process:
        yield process


def test_each_sort_of_work_is_answered_in_the_order_it_was_asked_for(second: SecondProcess) -> None:
    second.start()
    terms = TermsAhead(second)
    assert terms.ask(PEOPLE)
    assert second.ask(Work.SITE_KEYS, HERE)
    assert second.ask(Work.SITE_KEYS, HERE[:1])
    assert as_sets(terms.take(2)) == as_sets([terms_of(person) for person in PEOPLE])
    assert second.take(Work.SITE_KEYS, 3) == [keys_of(address) for address in HERE]
    assert second.take(Work.SITE_KEYS, 1) == [keys_of(HERE[0])]


def test_one_that_is_behind_is_asked_for_no_terms(second: SecondProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    monkeypatch.setattr(second_process, "own_command", lambda _word: silent)
    second.start()
    terms = TermsAhead(second)
    assert terms.ask(PEOPLE)
    assert not terms.ask(PEOPLE)  # the importing process makes them itself, and both have something to do
    assert second.ask(Work.SITE_KEYS, HERE)
    assert second.is_behind()


def test_what_does_not_answer_the_question_ends_it(second: SecondProcess) -> None:
    second.start()
    assert second.ask(Work.SITE_KEYS, HERE)
    assert second.take(Work.SITE_KEYS, 2) is None
    assert not second.ask(Work.SITE_KEYS, HERE)


def test_one_that_dies_says_so_for_every_sort_of_work(second: SecondProcess) -> None:
    second.start()
    assert second._process is not None
    second._process.kill()
    second._process.wait()
    second.ask(Work.SITE_KEYS, HERE)
    second.ask(Work.SEARCH_TERMS, PEOPLE)
    assert second.take(Work.SEARCH_TERMS, 2) is None
    assert second.take(Work.SITE_KEYS, 3) is None


def test_a_program_that_cannot_be_started_is_none(second: SecondProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "own_command", lambda *_: ["/nowhere/crmdesk"])
    second.start()
    assert not second.ask(Work.SITE_KEYS, HERE)


def test_one_core_gets_no_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with closing(SecondProcess()) as process:
        process.start()
        assert process._process is None


def test_the_worker_ends_with_its_input() -> None:
    answers = io.BytesIO()
    questions = [json.dumps([Work.SITE_KEYS.value, HERE]).encode(), json.dumps([Work.SEARCH_TERMS.value, PEOPLE]).encode()]
    assert work(questions, answers) == 0
    keys, terms = map(json.loads, answers.getvalue().splitlines())
    assert keys == ["site_keys", [keys_of(address) for address in HERE]]
    assert terms[0] == "search_terms"
    assert as_sets(terms[1]) == as_sets([terms_of(person) for person in PEOPLE])
