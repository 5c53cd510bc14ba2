from crmdesk.core.vocabulary import Taxonomy
from crmdesk.services.store_setup import is_set_up, set_up
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.services.users import UserService
from crmdesk.storage.store import Store


def test_a_new_store_is_filled_once(store: Store) -> None:
    assert not is_set_up(store)
    assert set_up(store, "李雷")
    assert not set_up(store, "somebody else")
    assert [(user.name, user.is_me) for user in UserService(store).all()] == [("李雷", True)]
    assert all(TaxonomyService(store).terms(taxonomy) for taxonomy in Taxonomy)


def test_shipped_terms_have_the_same_ids_in_every_store(store: Store, tmp_path_factory: object) -> None:
    set_up(store)
    from crmdesk.models.shipped_terms import shipped_terms

    stored = {term.id for taxonomy in Taxonomy for term in TaxonomyService(store).terms(taxonomy)}
    assert stored == {term.id for term in shipped_terms()}
