from collections import Counter

import pytest

from crmdesk.core.ids import shipped_id
from crmdesk.core.vocabulary import Taxonomy
from crmdesk.models.chinese import to_traditional
from crmdesk.models.shipped_terms import shipped_terms


def test_every_taxonomy_ships_with_terms() -> None:
    counts = Counter(term.taxonomy for term in shipped_terms())
    assert counts[Taxonomy.INDUSTRY] == 1971
    assert counts[Taxonomy.CUSTOMER_KIND] == 3
    assert set(counts) == set(Taxonomy)


def test_ids_are_unique_and_the_same_on_every_machine() -> None:
    ids = [term.id for term in shipped_terms()]
    assert len(set(ids)) == len(ids)
    assert all(term.id == shipped_id(term.taxonomy, term.code) for term in shipped_terms())


def test_parents_come_first_and_siblings_are_numbered() -> None:
    seen: set[str] = set()
    siblings: Counter[tuple[Taxonomy, str | None]] = Counter()
    for term in shipped_terms():
        assert term.parent_id is None or term.parent_id in seen
        assert term.position == siblings[term.taxonomy, term.parent_id]
        siblings[term.taxonomy, term.parent_id] += 1
        seen.add(term.id)


def test_names_are_there_in_every_language() -> None:
    for term in shipped_terms():
        assert term.name.strip() == term.name != ""
        assert term.name_zh_tw
        assert term.name_en or (term.taxonomy is Taxonomy.INDUSTRY and len(term.code) > 2)


@pytest.mark.parametrize(
    ("code", "name", "path"),
    [("5212", "超级市场零售", ["521", "52", "F"]), ("A", "农、林、牧、渔业", []), ("0111", "稻谷种植", ["011", "01", "A"])],
)
def test_industries_are_the_standards(code: str, name: str, path: list[str]) -> None:
    by_id = {term.id: term for term in shipped_terms()}
    term = by_id[shipped_id(Taxonomy.INDUSTRY, code)]
    assert term.name == name
    above = []
    while term.parent_id:
        term = by_id[term.parent_id]
        above.append(term.code)
    assert above == path


def test_industries_have_four_levels() -> None:
    lengths = Counter(
        len(term.code) if term.code.isdigit() else 1 for term in shipped_terms() if term.taxonomy is Taxonomy.INDUSTRY
    )
    assert (lengths[1], lengths[2], lengths[3]) == (20, 97, 473)
    assert lengths[4] in range(1380, 1383)


def test_sources_have_two_levels() -> None:
    sources = [term for term in shipped_terms() if term.taxonomy is Taxonomy.SOURCE]
    tops = {term.id for term in sources if term.parent_id is None}
    assert all(term.parent_id in tops for term in sources if term.parent_id)
    by_name = {term.name: term for term in sources}
    assert by_name["广交会"].parent_id == by_name["展会"].id
    assert {"老客户介绍", "官网", "搜索引擎", "微信"} <= set(by_name)


def test_traditional_names_hold_no_simplified_characters() -> None:
    for term in shipped_terms():
        if term.taxonomy is not Taxonomy.INDUSTRY:
            assert term.name_zh_tw == to_traditional(term.name_zh_tw).replace("臺", "台")
