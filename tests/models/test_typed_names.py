"""Which names a few typed letters begin."""

import sqlite3

import pytest

from crmdesk.models.pinyin import sort_key
from crmdesk.models.typed_names import sort_key_patterns


def _begins(name: str, typed: str) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        patterns = sort_key_patterns(typed)
        return any(connection.execute("SELECT ? GLOB ?", (sort_key(name), pattern)).fetchone()[0] for pattern in patterns)
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("name", "typed", "is_begun"),
    [
        ("家乐福", "家乐", True),
        ("家乐福", "jlf", True),
        ("家乐福", "jia", True),
        ("家乐福", "jiale", True),
        ("家乐福", "jialefu", True),
        ("家乐福", "JiaLeF", True),
        ("家乐福", "乐福", False),
        ("家乐福", "lef", False),
        ("重庆家乐福", "chongqing", True),
        ("ABB（中国）有限公司", "abb", True),
        ("ABB（中国）有限公司", "bb", False),
        ("西安", "xian", True),
        ("3M中国", "3", True),
        ("家乐福", "*", False),
        ("家乐福", "?", False),
    ],
)
def test_a_name_is_begun_by_characters_initials_or_pinyin(name: str, typed: str, is_begun: bool) -> None:
    assert _begins(name, typed) is is_begun


def test_nothing_typed_begins_nothing() -> None:
    assert sort_key_patterns("  ") == ()
