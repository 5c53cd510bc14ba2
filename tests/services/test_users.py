import pytest

from crmdesk.services.record_values import FieldRequired
from crmdesk.services.users import UserService
from crmdesk.storage.store import Store


def test_colleagues_join_and_one_can_rename_oneself(ready_store: Store) -> None:
    users = UserService(ready_store)
    users.add("韩梅梅")
    users.rename_me("李磊")
    assert [(user.name, user.is_me) for user in users.all()] == [("李磊", True), ("韩梅梅", False)]
    with pytest.raises(FieldRequired):
        users.add("  ")
