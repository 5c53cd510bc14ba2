from crmdesk.services.code_suggestions import CodeSuggestions
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def test_codes_are_free_and_say_whose_they_are(ready_store: Store, group: Group) -> None:
    codes = CodeSuggestions(ready_store)
    assert codes.for_company("家乐福") == "JLF2"
    assert codes.for_site(group.other.id, "上海市", "浦东新区") == "QQSY-SHPD"
