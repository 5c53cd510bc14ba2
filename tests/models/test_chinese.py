import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.chinese import fold, match_key, to_simplified, to_traditional


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("ABB(中国)有限公司", "abb(中国)有限公司"),
        ("ＡＢＢ（中國）有限公司", "abb(中国)有限公司"),
        ("臺灣積體電路製造股份有限公司", "台湾积体电路制造股份有限公司"),
        ("乾隆", "干隆"),  # one by one: the same character always folds to the same one
        ("  家乐福\t\u3000店\n", "家乐福 店"),
        ("Zürich", "zurich"),
        ("Zu\u0308rich", "zurich"),
        ("Straße", "strasse"),
        ("①号", "1号"),
        ("ﾊﾟﾅ", "パナ"),
        ("한국", "한국"),
        ("a\u200bb", "ab"),
        ("Пермь", "пермь"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ABB（中国）", "abb中国"),
        ("abb 中國", "abb中国"),
        ("010-6327 1234", "01063271234"),
        ("·—!", ""),
        ("A&B Co., Ltd.", "abcoltd"),
    ],
)
def test_match_key_drops_punctuation_and_spaces(text: str, key: str) -> None:
    assert match_key(text) == key


@given(st.text())
def test_fold_is_idempotent_on_any_text(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert match_key(fold(text)) == match_key(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_folding_a_chinese_text_keeps_its_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_scripts_convert_both_ways() -> None:
    assert to_simplified("統一企業股份有限公司") == "统一企业股份有限公司"
    assert to_traditional("软件开发") == "軟體開發"
    assert to_traditional("ABB") == "ABB"
