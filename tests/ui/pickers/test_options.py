"""Options of a picker and how typing narrows them."""

import pytest

from crmdesk.ui.pickers.options import Option, OptionTree

OPTIONS = (
    Option("F", "批发和零售业", code="F"),
    Option("F52", "零售业", "F", code="F52", search_text="lingshouye lsy"),
    Option("F5212", "超级市场零售", "F52", code="F5212", search_text="chaojishichang"),
    Option("x", "展会"),
    Option("x1", "广交会", "x", search_text="canton fair"),
)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", ("F", "F52", "F5212", "x", "x1")),
        ("零售", ("F", "F52", "F5212")),
        ("f52", ("F52", "F5212")),
        ("CANTON", ("x1",)),
        ("零售 chaoji", ("F5212",)),
        ("nothing", ()),
    ],
)
def test_typing_narrows_by_any_part(typed: str, keys: tuple[str, ...]) -> None:
    assert OptionTree(OPTIONS).matching(typed) == keys


def test_what_is_above_a_match_is_shown_too() -> None:
    assert OptionTree(OPTIONS).with_ancestors(["F5212"]) == {"F", "F52", "F5212"}


@pytest.mark.parametrize(("key", "text"), [("F5212", "F5212 超级市场零售"), ("x1", "展会 › 广交会"), ("?", "")])
def test_a_path_is_one_line(key: str, text: str) -> None:
    assert OptionTree(OPTIONS).path_text(key) == text


def test_deeper_options_are_left_out_but_older_choices_are_still_named() -> None:
    tree = OptionTree(OPTIONS, max_depth=2)
    assert [option.key for option in tree.options] == ["F", "F52", "x", "x1"]
    assert tree.path_text("F5212") == "F5212 超级市场零售"


def test_options_in_a_circle_do_no_harm() -> None:
    tree = OptionTree([Option("a", "a", "b"), Option("b", "b", "a")])
    assert tree.matching("a") == ("a",)
    assert tree.with_ancestors(["a"]) == {"a", "b"}
