"""Secrets live in the keyring, are found again, forgotten, and shown nowhere."""

import pytest

from crmdesk.sync.central.credentials import NOTHING, Secret, find_secret, forget_secret, keep_secret
from crmdesk.sync.central.errors import SecretMissing
from crmdesk.sync.central.settings import CentreSettings

LI = CentreSettings.from_url("postgresql://li@centre.example/crm")
WANG = CentreSettings.from_url("postgresql://wang@centre.example/crm")
DEMO = CentreSettings.from_url("postgresql://li@/crm?host=/tmp&require_auth=none", insecure_local=True)


@pytest.mark.parametrize(
    "secret", [Secret("Tr0ub4dor 密"), Secret(key_file="/home/li/li.key", key_passphrase="Tr0ub4dor")], ids=["password", "key"]
)
def test_a_secret_is_kept_for_one_login_and_forgotten(secret: Secret) -> None:
    assert keep_secret(LI, secret)
    assert find_secret(LI) == secret
    with pytest.raises(SecretMissing, match="wang"):
        find_secret(WANG)
    forget_secret(LI)
    forget_secret(LI)
    with pytest.raises(SecretMissing):
        find_secret(LI)


def test_a_secret_is_never_shown() -> None:
    assert "Tr0ub4dor" not in repr(Secret("Tr0ub4dor", "Tr0ub4dor", "Tr0ub4dor"))


def test_a_private_socket_needs_none(no_keyring: None) -> None:
    assert keep_secret(DEMO, NOTHING)
    assert find_secret(DEMO) == NOTHING


def test_without_a_keyring_it_is_not_kept(no_keyring: None) -> None:
    assert not keep_secret(LI, Secret("x"))
    with pytest.raises(SecretMissing):
        find_secret(LI)
