"""The index as a filter: the same answers as the search, all of them, whether verified one by one or taken as they are."""

from collections.abc import Callable

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage.search import narrowing
from crmdesk.storage.store import Store

Put = Callable[..., str]


def _found(store: Store, text: str) -> list[str]:
    with store.read() as connection:
        condition = narrowing.answering(connection, text, RecordKind.LEAD, "l.n")
        assert condition is not None
        rows = connection.exec_driver_sql(f"SELECT company_name FROM lead l WHERE {condition[0]} ORDER BY n", condition[1])
        return list(rows.scalars())


@pytest.fixture
def names(put: Put) -> list[str]:
    found = ["上海海立电器", "海宁立成皮革", "上海海立铸造", "苏州海立达"]
    for name in found:
        put("lead", status="new", company_name=name, city="上海市", mobile="13800138000")
    put("company", kind="legal", legal_name="海立集团")
    return found


@pytest.mark.parametrize("most", [0, 3, 2_000])
def test_every_answer_is_let_in(store: Store, names: list[str], monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(narrowing, "MOST_VERIFIED", most)
    assert _found(store, "海立") == [names[0], names[2], names[3]]
    assert _found(store, "上海") == names
    assert _found(store, "138") == names
    assert _found(store, "没有") == []


@pytest.mark.parametrize(("text", "expected"), [("海立铸", 1), ("hailizz", 1), ("海立 电器", 1), ("海丽", 0), ("上海海立", 2)])
def test_longer_words_are_verified(store: Store, names: list[str], text: str, expected: int) -> None:
    assert len(_found(store, text)) == expected


def test_punctuation_asks_for_nothing(store: Store) -> None:
    with store.read() as connection:
        assert narrowing.answering(connection, "，.-", RecordKind.LEAD, "l.n") is None
