"""Codes of new entries."""

import pytest

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.views.settings.term_tree import is_national, new_code


@pytest.mark.parametrize(
    ("taxonomy", "parent", "taken", "code"),
    [
        (Taxonomy.GRADE, "", {"A", "B", "C", "D"}, "E"),
        (Taxonomy.SOURCE, "fair", {"fair", "fair-1"}, "fair-2"),
        (Taxonomy.SOURCE, "", set(), "own-1"),
        (Taxonomy.INDUSTRY, "5212", {"5212"}, "5212-1"),
    ],
)
def test_new_codes_are_free(taxonomy: Taxonomy, parent: str, taken: set[str], code: str) -> None:
    assert new_code(taxonomy, parent, taken) == code
    assert not is_national(taxonomy, code)


@pytest.mark.parametrize("code", ["A", "01", "521", "5212"])
def test_the_standard_is_known_by_its_codes(code: str) -> None:
    assert is_national(Taxonomy.INDUSTRY, code)
    assert not is_national(Taxonomy.SOURCE, code)
