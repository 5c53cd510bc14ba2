"""Keys worked out by a second process are those of the first; without it, and when it dies, nothing is missing."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import closing

import pytest

from crmdesk.exchange.importing import keys_ahead
from crmdesk.exchange.importing.keys_ahead import Address, KeysAhead, PremisesKeys, address_of, work
from crmdesk.models.premises import premises_key

HERE: tuple[Address, ...] = (
    (None, "上海市", None, None, "世纪大道100号11楼"),
    ("浙江省", "杭州市", "西湖区", "文三路2号", None),
    (None, None, None, None, None),
)


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeysAhead]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with closing(KeysAhead()) as process:
        yield process


def values(address: Address) -> dict[str, str | int | float | None]:
    return dict(zip(("province", "city", "district", "street", "address_text"), address, strict=True))


def test_the_second_process_answers_batch_by_batch(ahead: KeysAhead) -> None:
    keys = PremisesKeys()
    ahead.start()
    ahead.ask(HERE)
    ahead.ask(HERE[:1])
    ahead.take(keys)
    assert [keys.of(values(address)) for address in HERE] == [premises_key(*address) for address in HERE]
    ahead.take(keys)
    ahead.take(keys)  # nothing more was asked for


def test_the_keys_known_are_the_last_batch_alone() -> None:
    keys = PremisesKeys()
    keys.replace(HERE[:1], ["told"])
    assert keys.of(values(HERE[0])) == "told"
    keys.replace(HERE[1:], ["other", None])
    assert keys.of(values(HERE[0])) == premises_key(*HERE[0])


def test_a_process_that_dies_costs_time_only(ahead: KeysAhead) -> None:
    keys = PremisesKeys()
    ahead.start()
    assert ahead._process is not None
    ahead._process.kill()
    ahead._process.wait()
    for _ in range(3):
        ahead.ask(HERE)
        ahead.take(keys)
    assert keys.of(values(HERE[0])) == premises_key(*HERE[0])


def test_a_program_that_cannot_be_started_costs_time_only(ahead: KeysAhead, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_ahead, "own_command", lambda *_: ["/nowhere/crmdesk"])
    ahead.start()
    ahead.ask(HERE)
    ahead.take(PremisesKeys())


def test_one_core_gets_no_second_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with closing(KeysAhead()) as process:
        process.start()
        assert process._process is None


def test_the_worker_ends_with_its_input() -> None:
    answers = io.BytesIO()
    assert work([json.dumps(HERE).encode()], answers) == 0
    assert json.loads(answers.getvalue()) == [premises_key(*address) for address in HERE]


def test_an_address_is_the_columns_a_key_follows_from() -> None:
    assert address_of({"city": "上海市", "name": "x", "address_text": "世纪大道1号"}) == (
        None,
        "上海市",
        None,
        None,
        "世纪大道1号",
    )
