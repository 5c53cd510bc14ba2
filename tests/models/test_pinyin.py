import itertools
import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.pinyin import initials, readings, sort_key, syllables


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("重庆长安汽车股份有限公司", "chong qing chang an qi che gu fen you xian gong si"),
        ("長沙銀行", "chang sha yin hang"),
        ("厦门国贸大厦", "xia men guo mao da sha"),
        ("北京家乐福商业有限公司", "bei jing jia le fu shang ye you xian gong si"),
        ("朝阳区", "chao yang qu"),
        ("三一重工", "san yi zhong gong"),
        ("太原重型机械", "tai yuan zhong xing ji xie"),
        ("会计师事务所", "kuai ji shi shi wu suo"),
        ("六安市", "lu an shi"),
        ("蚌埠", "beng bu"),
        ("亳州", "bo zhou"),
        ("番禺", "pan yu"),
        ("东阿阿胶", "dong e e jiao"),
        ("农村商业银行股份有限公司城东支行", "nong cun shang ye yin hang gu fen you xian gong si cheng dong zhi hang"),
        ("有限公司长沙分公司", "you xian gong si chang sha fen gong si"),
        ("成都音乐厅", "cheng du yin yue ting"),
        ("乐清电器", "yue qing dian qi"),
        ("绿地女装", "lv di nv zhuang"),
        ("空调", "kong tiao"),
        ("旅行社", "lv xing she"),
        ("五金行", "wu jin hang"),
        ("西藏药业", "xi zang yao ye"),
        ("拓普", "tuo pu"),
        ("佛山", "fo shan"),
    ],
)
def test_readings_are_those_of_company_names(text: str, spelled: str) -> None:
    assert list(syllables(text)) == spelled.split()


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("单田芳", "shan tian fang"),
        ("曾国藩", "zeng guo fan"),
        ("尉迟恭", "yu chi gong"),
        ("王单", "wang dan"),
        ("解晓东", "xie xiao dong"),
    ],
)
def test_surnames_read_as_surnames_in_a_persons_name(name: str, spelled: str) -> None:
    assert list(syllables(name, person=True)) == spelled.split()


@pytest.mark.parametrize(
    ("text", "tokens", "letters"),
    [
        ("ABB(中国)", ("ABB", "zhong", "guo"), "abbzg"),
        ("3M 中国", ("3M", "zhong", "guo"), "3mzg"),
        ("7-11便利店", ("7", "11", "bian", "li", "dian"), "711bld"),
        ("", (), ""),
        ("（）", (), ""),
        ("Nestlé", ("Nestlé",), "nestlé"),
    ],
)
def test_other_scripts_stay_as_they_are(text: str, tokens: tuple[str, ...], letters: str) -> None:
    assert syllables(text) == tokens
    assert initials(text) == letters


def test_names_sort_by_number_then_latin_then_pinyin_then_character() -> None:
    ordered = [
        "3M",
        "7天",
        "18号",
        "abb",
        "ABB 中国",
        "Zürich",
        "阿里",
        "重庆",
        "西安银行",
        "厦门",
        "线",
        "向阳",
        "占",
        "张",
        "张三",
        "章",
        "重工",
        "Пермь",
    ]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


def test_one_key_for_both_scripts_and_any_width() -> None:
    assert sort_key("ＡＢＢ（中國）") == sort_key("abb(中国)")


@given(st.lists(st.text(max_size=20), max_size=8))
def test_python_and_sqlite_agree_on_the_order(names: list[str]) -> None:
    keys = [sort_key(name) for name in names]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table k (key text)")
        connection.executemany("insert into k values (?)", [(key,) for key in keys])
        stored = [key for (key,) in connection.execute("select key from k order by key")]
    connection.close()
    assert stored == sorted(keys)


@given(st.text())
def test_every_character_has_one_reading(text: str) -> None:
    found = readings(text)
    assert len(found) == len(text)
    assert all(found)
    assert len(readings(text, person=True)) == len(text)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_sort_by_value(first: int, second: int) -> None:
    assert (sort_key(f"店{first}号") < sort_key(f"店{second}号")) == (first < second)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)), st.text(max_size=5))
def test_a_name_sorts_before_what_it_begins(name: str, more: str) -> None:
    assert sort_key(name) <= sort_key(name + more)


@given(st.lists(st.text(st.sampled_from("重庆长沙厦大银行张章A"), max_size=6), min_size=2, max_size=6))
def test_order_follows_the_syllables(names: list[str]) -> None:
    chinese = [n for n in names if not n.isascii() and "A" not in n]
    for first, second in itertools.pairwise(sorted(chinese, key=sort_key)):
        pairs = [list(zip(readings(n), n, strict=True)) for n in (first, second)]
        assert pairs[0] <= pairs[1]


def test_names_of_nothing_but_chinese_take_a_short_way_to_the_same_key() -> None:
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    assert [char for char in characters if sort_key(char) != sort_key(f"-{char}")] == []
