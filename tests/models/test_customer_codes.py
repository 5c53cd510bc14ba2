import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.models.customer_codes import (
    MAX_LENGTH,
    BadCode,
    candidates,
    check_code,
    normalise_code,
    suggest_company_code,
    suggest_site_code,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("家乐福", "JLF"),
        ("全球石油有限公司", "QQSY"),
        ("重庆长安汽车股份有限公司", "CAQC"),
        ("重庆银行股份有限公司", "CQYH"),
        ("重庆", "CQ"),
        ("长沙银行股份有限公司", "CSYH"),
        ("厦门", "XM"),
        ("北京家乐福商业有限公司", "JLFSY"),
        ("ABB(中国)有限公司", "ABB"),
        ("ABB Asea Brown Boveri Ltd.", "ABB"),
        ("General Electric Company", "GE"),
        ("Carrefour S.A.", "CRFR"),
        ("Nestlé S.A.", "NSTL"),
        ("7-11便利店", "711BLD"),
        ("3M中国有限公司", "3MZG"),
        ("杭州博拓新材料生物科技股份有限公司", "BTXCL"),
        ("鑫", "XI"),
        ("A", "A1"),
        ("Газпром", "CUST"),
        ("", "CUST"),
    ],
)
def test_company_codes_spell_what_distinguishes(name: str, code: str) -> None:
    assert suggest_company_code(name) == code


@pytest.mark.parametrize(
    ("company", "places", "code"),
    [
        ("QQSY", ("上海市", "上海市", "浦东新区"), "QQSY-SHPD"),
        ("QQSY", ("上海市", "市辖区", "浦东新区"), "QQSY-SHPD"),
        ("JLF", ("北京", "马连道店"), "JLF-BJMLD"),
        ("JLF", ("重庆市", "", "长寿区"), "JLF-CQCS"),
        ("JLF", (), "JLF-1"),
        ("", ("厦门",), "XM"),
    ],
)
def test_site_codes_add_the_place(company: str, places: tuple[str, ...], code: str) -> None:
    assert suggest_site_code(company, *places) == code


@pytest.mark.parametrize(
    ("base", "first"),
    [("JLF", ["JLF", "JLF2", "JLF3"]), ("AB1", ["AB1", "AB1-2", "AB1-3"]), ("X" * 24, ["X" * 24, "X" * 23 + "2"])],
)
def test_candidates_count_up(base: str, first: list[str]) -> None:
    assert list(itertools.islice(candidates(base), len(first))) == first


@pytest.mark.parametrize("code", ["A", "QQSY-SHPD", "CD355119-A", "10.23/4", "A_B", "X" * 24])
def test_check_code_accepts(code: str) -> None:
    check_code(code)


@pytest.mark.parametrize("code", ["", " ", "jlf", "家乐福", "-A", "A-", "A--B", "A B", "X" * 25, "A\n"])
def test_check_code_refuses_with_a_reason(code: str) -> None:
    with pytest.raises(BadCode, match=r"cannot be a code.*24"):
        check_code(code)


def test_typed_codes_are_normalised() -> None:
    assert normalise_code(" ｊｌｆ－bj 01 ") == "JLF-BJ01"


@given(st.text())
def test_suggestions_are_always_codes(text: str) -> None:
    code = suggest_company_code(text)
    check_code(code)
    assert 2 <= len(code) <= 6
    check_code(suggest_site_code(code, text, text[:3]))


@given(st.from_regex(r"[A-Z0-9](-?[A-Z0-9]){0,11}", fullmatch=True))
def test_candidates_are_codes_and_differ(base: str) -> None:
    some = list(itertools.islice(candidates(base), 200))
    assert len(set(some)) == 200
    for code in some:
        check_code(code)
    assert max(map(len, some)) <= MAX_LENGTH
