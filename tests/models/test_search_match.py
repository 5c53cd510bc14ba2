"""Which field answers, how well, and what is highlighted."""

import pytest

from crmdesk.models.search_match import Field, How, SearchField, match
from crmdesk.models.search_query import parse_query

NAME, SHORT, CODE = SearchField.NAME, SearchField.SHORT_NAME, SearchField.CODE


@pytest.mark.parametrize(
    ("typed", "name", "marked", "how"),
    [
        ("全qiu", "全球石油", "全球", How.START),
        ("qqSY", "全球石油", "全球石油", How.WHOLE),
        ("quanqsy", "全球石油", "全球石油", How.WHOLE),
        ("q球", "全球石油", "全球", How.START),
        ("油yx", "全球石油有限公司", "油有限", How.INSIDE),
        ("全球中國", "全球（中国）", "全球|中国", How.WHOLE),
        ("ＡＢＢzg", "ABB(中国)有限公司", "ABB|中国", How.START),
        ("luse", "绿色食品", "绿色", How.START),
        ("lvse", "绿色食品", "绿色", How.START),
        ("zhongqing", "重庆啤酒", None, None),
        ("chongqing", "重庆啤酒", "重庆", How.START),
        ("jia", "国家家园", "家", How.INSIDE),
        ("strasse", "Hauptstraße 5", "straße", How.INSIDE),
        ("xian", "西安", "西安", How.WHOLE),
        ("球全", "全球", None, None),
    ],
)
def test_what_a_name_answers_and_where(typed: str, name: str, marked: str | None, how: How | None) -> None:
    found = match(parse_query(typed), [Field(NAME, name)])
    if marked is None:
        assert found is None
    else:
        assert found is not None
        assert "|".join(name[start:end] for start, end in found[0].spans) == marked
        assert found[0].how is how


@pytest.mark.parametrize(
    "better_first",
    [
        [(CODE, "JLF"), (SHORT, "JLF"), (SHORT, "家乐福"), (SHORT, "家乐福超市"), (NAME, "家乐福商业"), (NAME, "北京家乐福")],
        [(SHORT, "家乐福"), (NAME, "家乐福商业"), (NAME, "北京家乐福商业"), (SearchField.PLACE, "家乐福大厦")],
    ],
)
def test_better_answers_rank_first(better_first: list[tuple[SearchField, str]]) -> None:
    typed = "jlf" if better_first[0][0] is CODE else "家乐福"
    ranks = []
    for kind, text in better_first:
        found = match(parse_query(typed), [Field(kind, text)])
        assert found is not None
        ranks.append(found[0].rank)
    assert ranks == sorted(set(ranks))


def test_each_word_names_its_own_field() -> None:
    fields = [Field(NAME, "方庄店"), Field(SearchField.CONTEXT, "家乐福"), Field(SearchField.NUMBER, "010-6327 1234")]
    found = match(parse_query("jlf 方庄 271"), fields)
    assert found is not None
    assert [one.kind for one in found] == [SearchField.CONTEXT, NAME, SearchField.NUMBER]
    assert [[fields[one.field].text[slice(*span)] for span in one.spans] for one in found] == [["家乐福"], ["方庄"], ["27", "1"]]


def test_all_words_must_be_found() -> None:
    assert match(parse_query("家乐福 方庄"), [Field(NAME, "家乐福马连道店")]) is None
