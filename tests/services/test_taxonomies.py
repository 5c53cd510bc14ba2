import pytest

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.services.record_values import FieldRequired
from crmdesk.services.taxonomies import TaxonomyService, TermCodeTaken
from crmdesk.storage.store import Store


def test_industries_come_in_tree_order_as_deep_as_wanted(ready_store: Store) -> None:
    taxonomies = TaxonomyService(ready_store)
    counts = [len(taxonomies.terms(Taxonomy.INDUSTRY, depth=depth)) for depth in (1, 2)]
    assert counts == [20, 117]
    whole = taxonomies.terms(Taxonomy.INDUSTRY)
    seen: set[str] = set()
    for term in whole:
        assert term.parent_id is None or term.parent_id in seen
        seen.add(term.id)
    assert {term.level for term in whole} == {1, 2, 3, 4}


def test_names_come_in_the_language_asked_for(ready_store: Store) -> None:
    taxonomies = TaxonomyService(ready_store)
    shown = [taxonomies.terms(Taxonomy.GRADE, language)[0].name for language in ("zh_CN", "en")]
    assert len(set(shown)) == 2


def test_an_added_term_is_last_of_its_siblings_and_can_be_moved_and_retired(ready_store: Store) -> None:
    taxonomies = TaxonomyService(ready_store)
    parent = taxonomies.terms(Taxonomy.SOURCE)[0]
    added, changes = taxonomies.add(Taxonomy.SOURCE, {"code": "NEW", "name": "新展会"}, parent.id)
    assert changes.concerns("term", added)
    siblings = [term for term in taxonomies.terms(Taxonomy.SOURCE) if term.parent_id == parent.id]
    assert siblings[-1].id == added
    taxonomies.move(added, -1)
    siblings = [term for term in taxonomies.terms(Taxonomy.SOURCE) if term.parent_id == parent.id]
    assert siblings[-2].id == added
    taxonomies.retire(added)
    assert added not in {term.id for term in taxonomies.terms(Taxonomy.SOURCE)}
    assert added in {term.id for term in taxonomies.terms(Taxonomy.SOURCE, retired=True)}


def test_codes_are_unique_in_their_taxonomy_and_names_needed(ready_store: Store) -> None:
    taxonomies = TaxonomyService(ready_store)
    with pytest.raises(TermCodeTaken):
        taxonomies.add(Taxonomy.GRADE, {"code": "A", "name": "又一个"})
    with pytest.raises(FieldRequired):
        taxonomies.add(Taxonomy.GRADE, {"code": "E", "name": ""})
    first = taxonomies.terms(Taxonomy.GRADE)[0]
    taxonomies.change(first.id, {"code": first.code, "name": "重点"})
    assert taxonomies.terms(Taxonomy.GRADE)[0].name == "重点"
