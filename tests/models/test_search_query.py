"""What is typed finds what it should: the steps asked of the index never miss what the verification would accept."""

import functools
import re

import opencc
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crmdesk.models.pinyin import readings
from crmdesk.models.search_match import Field, SearchField, match
from crmdesk.models.search_query import Step, parse_query
from crmdesk.models.search_syllables import SYLLABLES
from crmdesk.models.search_text import Searchable, search_key, terms_of

NAMES = [
    "全球石油有限公司",
    "北京家乐福商业有限公司方庄店",
    "ABB（中国）有限公司上海分公司",
    "重庆长安汽车股份有限公司",
    "厦门儒林园林建筑工程有限公司海沧分公司",
    "西安安安安电器",
    "绿地控股集团 2号店",
    "吉林王鹏眼镜公司重庆路1388号分店",
    "Starbucks Coffee (Shanghai) Co., Ltd.",
    "7-ELEVEN 便利店",
    "Müller & Söhne",
    "Пятёрочка 5",
    "HAIER电器",
]
_CHARS = "全球石油中国长安乐行重庆厦门绿女西安单曾阿ABab7 （）-"
few = settings(max_examples=50)  # long questions are slow to evaluate in Python; the names are few as well
names = st.one_of(st.sampled_from(NAMES), st.text(alphabet=_CHARS, min_size=1, max_size=14))


@functools.cache
def to_script() -> opencc.OpenCC:
    """Load the converter once: it takes far longer than converting."""
    return opencc.OpenCC("s2t")


def finds(text: str, record: Searchable) -> bool:
    """Answer as FTS5 would: whether any step's expression holds for the terms of the document."""
    terms = set(terms_of(record).split(" "))
    for _step, expression in parse_query(text).steps:
        python = re.sub(r'"([^"]*)"', lambda term: str(term[1] in terms), expression)
        if eval(python.replace("AND", "and").replace("OR", "or")):
            return True
    return False


def answers(text: str, name: str) -> bool:
    return match(parse_query(text), [Field(SearchField.NAME, name)]) is not None


def as_typed(data: st.DataObject, name: str) -> str:
    """Draw a way to type a run of a name: each character as itself or as any beginning of its syllable."""
    key = search_key(name)
    start = data.draw(st.integers(0, len(key) - 1))
    end = data.draw(st.integers(start + 1, min(len(key), start + 8)))
    typed = []
    for char, syllable in list(zip(key, readings(key), strict=True))[start:end]:
        if syllable != char and syllable in SYLLABLES and data.draw(st.booleans()):
            typed.append(syllable[: data.draw(st.integers(1, len(syllable)))])
        else:
            typed.append(char)
    return "".join(typed)


@few
@given(name=names, data=st.data())
def test_every_part_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    part = name[start:end]
    if search_key(part):
        assert answers(part, name)
        assert finds(part, Searchable(name))


@few
@given(name=names, data=st.data())
def test_any_mix_of_characters_initials_and_syllables_finds_a_name(name: str, data: st.DataObject) -> None:
    if search_key(name):
        typed = as_typed(data, name)
        assert answers(typed, name)
        assert finds(typed, Searchable(name))


@few
@given(name=names, data=st.data())
def test_the_index_never_misses_what_the_verification_accepts(name: str, data: st.DataObject) -> None:
    other = data.draw(names)
    text = as_typed(data, other) if search_key(other) else other
    if answers(text, name):
        assert finds(text, Searchable(name))


@few
@given(name=names, data=st.data())
@example(name="后里面发展", data=None)
def test_either_script_finds_the_other(name: str, data: st.DataObject | None) -> None:
    traditional = to_script().convert(name)
    if search_key(name):
        for typed, stored in ((traditional, name), (name, traditional)):
            assert answers(typed, stored)
            assert finds(typed, Searchable(stored))


@given(digits=st.text(alphabet="0123456789", min_size=3, max_size=13), data=st.data())
def test_three_digits_in_a_row_find_a_number(digits: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(digits) - 3))
    end = data.draw(st.integers(start + 3, len(digits)))
    stored = "-".join([digits[:2], digits[2:]])
    typed = " ".join([digits[start : start + 1], digits[start + 1 : end]])
    assert match(parse_query(typed), [Field(SearchField.NUMBER, stored)]) is not None
    assert finds(typed, Searchable("x", numbers=(stored,)))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("+86 10 6327-1234", "010-63271234"),
        ("010 6327 1234", "+86 10 63271234"),
        ("0086 138 0013 8000", "13800138000"),
        ("１３８００", "13800138000"),
        ("8000", "138 0013 8000"),
    ],
)
def test_prefixes_and_separators_of_a_number_do_not_matter(typed: str, stored: str) -> None:
    assert match(parse_query(typed), [Field(SearchField.NUMBER, stored)]) is not None
    assert finds(typed, Searchable("x", numbers=(stored,)))


@pytest.mark.parametrize(
    ("typed", "record"),
    [
        ("家乐福 方庄", Searchable("方庄店", context=("家乐福",))),
        ("jlf fz", Searchable("方庄店", context=("家乐福",))),
        ("家乐福 酒仙桥路10号", Searchable("家乐福", places=("北京市朝阳区酒仙桥路10号",))),
        ("QQSY-SHPD", Searchable("x", code="QQSY-SHPD")),
        ("qqsyshpd", Searchable("x", code="QQSY-SHPD")),
        ("625910856R", Searchable("x", registration="91110000625910856R")),
        ("91110000625910856r", Searchable("x", registration="91110000625910856R")),
        ("info@abb.com", Searchable("x", places=("", "info@abb.com"))),
        ("shan xiao", Searchable("单晓", is_person=True)),
    ],
)
def test_words_are_found_together_wherever_each_of_them_is(typed: str, record: Searchable) -> None:
    assert finds(typed, record)


@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(text: str) -> None:
    for step, expression in parse_query(text).steps:
        assert isinstance(step, Step)
        assert expression


@pytest.mark.parametrize("typed", ["", "  ", "（）", "--", "\x00"])
def test_punctuation_alone_asks_for_nothing(typed: str) -> None:
    assert not parse_query(typed)


@pytest.mark.parametrize("typed", ["zhuangzhuangzhuang", "nanananananan", "xianxianxian", "a" * 200])
def test_what_has_many_readings_is_still_a_short_question(typed: str) -> None:
    assert sum(expression.count('"') for _, expression in parse_query(typed).steps) < 2500
