"""Keys asked for ahead are those worked out on the spot, batch by batch, with a second process and without."""

import os
from collections.abc import Iterator
from contextlib import closing

import pytest

from crmdesk.exchange.importing.keys_ahead import Address, KeysAhead, SiteKeys, address_of
from crmdesk.exchange.importing.second_process import SecondProcess
from crmdesk.models.chinese import match_key
from crmdesk.models.pinyin import sort_key
from crmdesk.models.premises import PREMISES_FIELDS, premises_key

HERE: tuple[Address, ...] = (
    (None, "上海市", None, None, "世纪大道100号11楼"),
    ("浙江省", "杭州市", "西湖区", "文三路2号", None),
    (None, None, None, None, None),
)
NAMES = ("总部", "文三路2號 店")
SITES = tuple(
    {**dict(zip(PREMISES_FIELDS, address, strict=True)), "name": name} for address, name in zip(HERE, (*NAMES, None), strict=True)
)


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecondProcess]:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with closing(SecondProcess()) as process:
        yield process


def assert_as_worked_out(keys: SiteKeys) -> None:
    for site, address in zip(SITES, HERE, strict=True):
        assert address_of(site) == address
        assert keys.premises(address) == premises_key(*address)
        assert keys.match(address) == match_key("".join(filter(None, address)))
    assert [keys.inside(address) for address in HERE] == [("11楼", None), (None, None), (None, None)]
    for name in NAMES:
        assert (keys.name(name), keys.sort(name)) == (match_key(name), sort_key(name))


def test_the_second_process_answers_batch_by_batch(second: SecondProcess) -> None:
    keys, ahead = SiteKeys(), KeysAhead(second)
    second.start()
    ahead.ask(SITES)
    ahead.ask(SITES[:1])
    ahead.take(keys)
    assert keys._addresses.keys() == set(HERE)
    assert keys._names.keys() == set(NAMES)
    assert_as_worked_out(keys)
    ahead.take(keys)
    ahead.take(keys)  # nothing more was asked for


def test_the_keys_known_are_the_last_batch_alone() -> None:
    keys = SiteKeys()
    keys.replace({HERE[0]: ("told", "matched", "3", "301")}, {"总部": ("match", "sort")})
    assert (keys.premises(HERE[0]), keys.match(HERE[0]), keys.inside(HERE[0])) == ("told", "matched", ("3", "301"))
    assert (keys.name("总部"), keys.sort("总部")) == ("match", "sort")
    keys.replace({}, {})
    assert_as_worked_out(keys)


def test_a_process_that_dies_costs_time_only(second: SecondProcess) -> None:
    keys, ahead = SiteKeys(), KeysAhead(second)
    second.start()
    assert second._process is not None
    second._process.kill()
    second._process.wait()
    for _ in range(3):
        ahead.ask(SITES)
        ahead.take(keys)
    assert_as_worked_out(keys)


def test_an_address_is_the_columns_a_key_follows_from() -> None:
    assert address_of({"city": "上海市", "name": "x", "address_text": "世纪大道1号"}) == (
        None,
        "上海市",
        None,
        None,
        "世纪大道1号",
    )
