"""Alt+letter: unique within a form, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.ui.forms.mnemonics import with_mnemonics, without_mnemonic


@pytest.mark.parametrize(
    ("labels", "marked"),
    [
        ([("name", "Name"), ("note", "Note"), ("n", "Nn")], ["&Name", "N&ote", "Nn"]),
        ([("legal_name", "法定名称"), ("short_name", "简称")], ["法定名称(&L)", "简称(&S)"]),
        ([("rnd", "R & D")], ["&R && D"]),
        ([("on", "Graded on")], ["&Graded on"]),
    ],
)
def test_letters_come_from_the_label_or_the_key(labels: list[tuple[str, str]], marked: list[str]) -> None:
    assert with_mnemonics(labels) == marked


def test_letters_of_the_menus_are_left_alone() -> None:
    assert with_mnemonics([("file", "File")], taken="fe") == ["F&ile"]


@given(st.lists(st.tuples(st.sampled_from(["name", "code", "x_y"]), st.text(max_size=12)), max_size=45))
def test_no_letter_twice(labels: list[tuple[str, str]]) -> None:
    marked = with_mnemonics(labels)
    letters = [text.replace("&&", "").split("&")[1][0].upper() for text in marked if "&" in text.replace("&&", "")]
    assert len(letters) == len(set(letters))
    in_chinese = [label for _key, label in labels if not label.isascii()]
    assert len(letters) >= min(len(in_chinese), 36 - (len(labels) - len(in_chinese)))


@pytest.mark.parametrize(("text", "plain"), [("&Undo", "Undo"), ("撤销(&U)", "撤销"), ("导入(&I)…", "导入…"), ("关闭", "关闭")])
def test_the_key_of_a_button_is_left_out_where_it_is_read_aloud(text: str, plain: str) -> None:
    assert without_mnemonic(text) == plain
